#define _GNU_SOURCE
#include "portable.h"
#include "CSystem.h"
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* The only file of C that asks which system it is on. */
#ifdef __linux__
static atomic_int plain;
#else
static const int plain = 1;
#endif

int system_force_plain(int on) {
#ifdef __linux__
  return atomic_exchange(&plain, on);
#else
  (void)on;
  return plain;
#endif
}

/* Descriptors are given from below: above this many a program that opens so few has none. */
static int most_descriptors(void) {
  long most = sysconf(_SC_OPEN_MAX);
  return most < 0 || most > 65536 ? 65536 : (int)most;
}

int system_scratch(void) {
#ifdef __linux__
  if (!plain) return memfd_create("stderr", MFD_CLOEXEC);
#endif
  char name[] = "/tmp/attend-XXXXXX";
  int fd = mkstemp(name);
  if (fd < 0) return -1;
  unlink(name);
  fcntl(fd, F_SETFD, FD_CLOEXEC);
  return fd;
}

int system_pipe(int ends[2], int flags) {
#ifdef __linux__
  if (!plain) return pipe2(ends, flags | O_CLOEXEC) == 0 ? 0 : errno;
#endif
  if (pipe(ends) != 0) return errno;
  for (int i = 0; i < 2; i++) {
    fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    if (flags) fcntl(ends[i], F_SETFL, fcntl(ends[i], F_GETFL) | flags);
  }
  return 0;
}

void portable_seal(void) {
#ifdef __linux__
  if (!plain && close_range(3, ~0u, CLOSE_RANGE_CLOEXEC) == 0) return;
#endif
  for (int fd = 3; fd < most_descriptors(); fd++) fcntl(fd, F_SETFD, FD_CLOEXEC);
}

int portable_spawn_sealed(posix_spawn_file_actions_t *files, short *flags) {
  *flags = 0;
#ifdef __linux__
  if (!plain) return posix_spawn_file_actions_addclosefrom_np(files, 3);
#endif
#ifdef POSIX_SPAWN_CLOEXEC_DEFAULT
  /* Darwin's: what the actions name stays open, all else is closed. */
  *flags = POSIX_SPAWN_CLOEXEC_DEFAULT;
#else
  for (int fd = 3; fd < most_descriptors(); fd++) {
    int error = fcntl(fd, F_GETFD) < 0 ? 0 : posix_spawn_file_actions_addclose(files, fd);
    if (error != 0) return error;
  }
#endif
  return 0;
}
