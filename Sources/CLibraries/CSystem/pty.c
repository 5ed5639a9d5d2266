#define _GNU_SOURCE
#include "CSystem.h"
#include "portable.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

int system_pty_resize(int master, int columns, int rows) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  return ioctl(master, TIOCSWINSZ, &size) == 0 ? 0 : errno;
}

/* Ends the child's inheritance: signals as at login, a session of its own. */
static int spawn(posix_spawn_file_actions_t *files, const char *path, char *const argv[],
                 char *const envp[], const char *cwd, int *pid) {
  posix_spawnattr_t attributes;
  sigset_t none, usual;
  pid_t child;
  short sealed;
  sigemptyset(&none);
  sigemptyset(&usual);
  for (int signal = 1; signal < 32; signal++) sigaddset(&usual, signal);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  int error = portable_spawn_sealed(files, &sealed);
  posix_spawnattr_setflags(
      &attributes,
      (short)(POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | sealed));
  if (cwd) posix_spawn_file_actions_addchdir_np(files, cwd);
  if (error == 0) error = posix_spawn(&child, path, files, &attributes, argv, envp);
  if (error == 0) *pid = child;
  posix_spawnattr_destroy(&attributes);
  return error;
}

int system_pty_spawn(const char *path, char *const argv[], char *const envp[], const char *cwd,
                     int columns, int rows, int *master, int *pid) {
  char name[64];
  int fd = posix_openpt(O_RDWR | O_NOCTTY);
  if (fd < 0) return errno;
  /* Not every system takes these two when it is opened. */
  fcntl(fd, F_SETFD, FD_CLOEXEC);
  fcntl(fd, F_SETFL, O_RDWR | O_NONBLOCK);
  int error = grantpt(fd) || unlockpt(fd) ? errno : ptsname_r(fd, name, sizeof name);
  if (error == 0) error = system_pty_resize(fd, columns, rows);
  if (error == 0) {
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    /* The first terminal that a session's leader opens becomes the controlling one. */
    posix_spawn_file_actions_addopen(&files, 0, name, O_RDWR, 0);
    posix_spawn_file_actions_adddup2(&files, 0, 1);
    posix_spawn_file_actions_adddup2(&files, 0, 2);
    error = spawn(&files, path, argv, envp, cwd, pid);
    posix_spawn_file_actions_destroy(&files);
  }
  if (error == 0) *master = fd;
  else close(fd);
  return error;
}

int system_spawn(const char *path, char *const argv[], char *const envp[], const char *cwd,
                 int input, int output, int error, int *pid) {
  int given[3] = {input, output, error}, held[3] = {-1, -1, -1};
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  int result = 0;
  /* Copies above 2, so that no dup2 overwrites what a later one needs. */
  for (int i = 0; i < 3 && result == 0; i++) {
    held[i] = fcntl(given[i], F_DUPFD_CLOEXEC, 3);
    if (held[i] < 0) result = errno;
    else posix_spawn_file_actions_adddup2(&files, held[i], i);
  }
  if (result == 0) result = spawn(&files, path, argv, envp, cwd, pid);
  for (int i = 0; i < 3; i++)
    if (held[i] >= 0) close(held[i]);
  posix_spawn_file_actions_destroy(&files);
  return result;
}

int system_spawn_quiet(const char *path, char *const argv[]) {
  int report[2], error = 0, status;
  if ((error = system_pipe(report, 0)) != 0) return error;
  pid_t child = fork();
  if (child == 0) {
    /* Forked twice: the parent that init adopts the program from is gone at once. */
    pid_t program = setsid() < 0 ? -1 : fork();
    if (program > 0) _exit(0);
    if (program == 0) {
      sigset_t none;
      struct sigaction initial = {.sa_handler = SIG_DFL};
      int silence = open("/dev/null", O_RDWR);
      for (int signal = 1; signal < 32; signal++) sigaction(signal, &initial, NULL);
      sigemptyset(&none);
      sigprocmask(SIG_SETMASK, &none, NULL);
      for (int fd = 0; fd < 3 && silence >= 0; fd++) dup2(silence, fd);
      portable_seal();
      if (silence >= 0) execvp(path, argv);
    }
    error = errno;
    ssize_t ignored = write(report[1], &error, sizeof error);
    (void)ignored;
    _exit(127);
  }
  if (child < 0) error = errno;
  close(report[1]);
  if (child > 0) {
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    ssize_t count;
    while ((count = read(report[0], &error, sizeof error)) < 0 && errno == EINTR) {}
    if (count != (ssize_t)sizeof error) error = 0;
  }
  close(report[0]);
  return error;
}

int system_wait(int pid, int nohang) {
  int status;
  pid_t done;
  while ((done = waitpid(pid, &status, nohang ? WNOHANG : 0)) < 0 && errno == EINTR) {}
  if (done == 0) return -1;
  if (done < 0) return -2;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
