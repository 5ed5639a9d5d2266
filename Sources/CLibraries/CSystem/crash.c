#define _GNU_SOURCE
#include "CSystem.h"
#include "portable.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <termios.h>
#include <unistd.h>

static const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGQUIT};
enum { fatal_count = sizeof fatal / sizeof *fatal };

static struct sigaction previous[fatal_count];
static struct termios modes;
static int terminal = -1;                    /* whose modes were saved */
static int capture = -1, real_stderr = -1;   /* where fd 2 leads meanwhile, and led before */
static volatile sig_atomic_t guarding;

/* Whatever a full-screen program may have switched on, off: synchronised output, mouse, paste
   and focus reports, application keys, colours, line drawing, hidden cursor, alternate screen. */
static const char reset[] =
    "\033[?2026l\033[?1000l\033[?1002l\033[?1003l\033[?1006l\033[?2004l\033[?1004l"
    "\033[?1l\033>\033[0m\033(B\017\033[?7h\033[?1049l\033[?25h\r";

static void write_all(int fd, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t done = write(fd, bytes, count);
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return;
    bytes += done;
    count -= (size_t)done;
  }
}

static void restore_stderr(void) {
  if (capture < 0) return;
  char buffer[1024];
  off_t at = 0;
  ssize_t count;
  dup2(real_stderr, 2);
  while ((count = pread(capture, buffer, sizeof buffer, at)) > 0) {
    write_all(2, buffer, (size_t)count);
    at += count;
  }
  close(capture);
  close(real_stderr);
  capture = real_stderr = -1;
}

static void restore_handlers(void) {
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &previous[i], NULL);
}

static void on_crash(int signal, siginfo_t *info, void *context) {
  (void)context;
  if (signal == SIGBUS && info->si_code > 0 && system_mapping_fill(info->si_addr)) return;
  int saved = errno;
  if (guarding) {
    guarding = 0;
    if (terminal >= 0) {
      write_all(terminal, reset, sizeof reset - 1);
      tcsetattr(terminal, TCSANOW, &modes);
    }
    restore_stderr();
    restore_handlers();
  }
  /* A fault strikes again on return, now with the old handler and its true context. */
  int again = info->si_code > 0 && signal != SIGTRAP && signal != SIGABRT && signal != SIGQUIT;
  if (!again) raise(signal);
  errno = saved;
}

void system_crash_guard_before(void) {
  terminal = -1;
  for (int fd = 1; fd >= 0 && terminal < 0; fd--)
    if (isatty(fd) && tcgetattr(fd, &modes) == 0) terminal = fd;
}

void system_crash_guard_after(void) {
  if (guarding) return;
  if (isatty(2)) {
    capture = system_scratch();
    real_stderr = fcntl(2, F_DUPFD_CLOEXEC, 3);
    if (capture < 0 || real_stderr < 0 || dup2(capture, 2) < 0) {
      close(capture);
      close(real_stderr);
      capture = real_stderr = -1;
    }
  }
  /* A stack of its own, for a crash may be an overflow of the usual one. */
  static char stack[64 * 1024];
  stack_t present, own = {.ss_sp = stack, .ss_size = sizeof stack};
  if (sigaltstack(NULL, &present) == 0 && (present.ss_flags & SS_DISABLE))
    sigaltstack(&own, NULL);
  guarding = 1;
  struct sigaction action = {.sa_sigaction = on_crash, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < fatal_count; i++) {
    sigaction(fatal[i], &action, &previous[i]);
    if (previous[i].sa_handler == SIG_IGN) sigaction(fatal[i], &previous[i], NULL);
  }
}

void system_crash_guard_end(void) {
  if (!guarding) return;
  guarding = 0;
  restore_handlers();
  restore_stderr();
}
