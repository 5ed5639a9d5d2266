#define _GNU_SOURCE
#include "CSystem.h"
#include "portable.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

static const int caught[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT};
enum { caught_count = sizeof caught / sizeof *caught };

static struct sigaction previous[caught_count], previous_pipe;
static int ends[2] = {-1, -1};

static void note(int signal) {
  int saved = errno;
  unsigned char byte = (unsigned char)signal;
  /* A full pipe holds thousands of signals not yet read: one more would say nothing new. */
  ssize_t ignored = write(ends[1], &byte, 1);
  (void)ignored;
  errno = saved;
}

int system_signals_start(void) {
  if (ends[0] >= 0) return ends[0];
  if (system_pipe(ends, O_NONBLOCK) != 0) {
    ends[0] = ends[1] = -1;
    return -1;
  }
  struct sigaction action = {.sa_handler = note};
  sigfillset(&action.sa_mask);
  for (int i = 0; i < caught_count; i++) sigaction(caught[i], &action, &previous[i]);
  struct sigaction ignore = {.sa_handler = SIG_IGN};
  sigaction(SIGPIPE, &ignore, &previous_pipe);
  return ends[0];
}

void system_signals_stop(int ending) {
  struct sigaction ignore = {.sa_handler = SIG_IGN};
  if (ends[0] < 0) return;
  /* SIGINT: see where the terminal is given back. */
  for (int i = 0; i < caught_count; i++)
    sigaction(caught[i], ending && caught[i] == SIGINT ? &ignore : &previous[i], NULL);
  sigaction(SIGPIPE, &previous_pipe, NULL);
  close(ends[0]);
  close(ends[1]);
  ends[0] = ends[1] = -1;
}

void system_suspend(void) {
  /* The inherited action, not SIGSTOP: a shell without job control hands TSTP down ignored, and
     the kernel drops the default TSTP in an orphaned group, which nobody could ever continue. */
  struct sigaction inherited = {.sa_handler = SIG_DFL}, current;
  sigset_t stop, mask;
  for (int i = 0; ends[0] >= 0 && i < caught_count; i++)
    if (caught[i] == SIGTSTP) inherited = previous[i];
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  sigaction(SIGTSTP, &inherited, &current);
  sigprocmask(SIG_UNBLOCK, &stop, &mask);
  kill(0, SIGTSTP);
  sigprocmask(SIG_SETMASK, &mask, NULL);
  sigaction(SIGTSTP, &current, NULL);
}
