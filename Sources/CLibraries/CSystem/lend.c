#define _GNU_SOURCE
#include "CSystem.h"
#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

int system_lend_terminal(const char *path, char *const argv[]) {
  posix_spawnattr_t how;
  sigset_t usual;
  pid_t child;
  int status;
  sigemptyset(&usual);
  sigaddset(&usual, SIGPIPE);
  posix_spawnattr_init(&how);
  posix_spawnattr_setsigdefault(&how, &usual);
  posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGDEF);
  int error = posix_spawnp(&child, path, NULL, &how, argv, environ);
  posix_spawnattr_destroy(&how);
  if (error != 0) return -error;
  for (;;) {
    if (waitpid(child, &status, WUNTRACED) < 0) {
      if (errno == EINTR) continue;
      return -errno;
    }
    if (!WIFSTOPPED(status)) break;
    /* Ctrl-Z in it: the shell is to have the terminal, and `fg` continues both. */
    system_suspend();
    kill(child, SIGCONT);
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
