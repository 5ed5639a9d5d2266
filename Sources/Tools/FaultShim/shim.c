#define _GNU_SOURCE
#include "FaultShim.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The kernel is called directly: the names of the C library are ours here. */
enum { most_files = 256 };
static char *paths[most_files];   /* of the descriptors under the folder */
static int64_t identities[most_files];
static const char *under, *denied;
static int ready, noted = -1;
static long strike, changes;
static char how;

static void prepare(void) {
  if (ready) return;
  ready = 1;
  under = getenv("FAULTS_UNDER");
  const char *log = getenv("FAULTS_LOG"), *at = getenv("FAULTS_AT"), *kind = getenv("FAULTS_HOW");
  if (log) noted = (int)syscall(SYS_openat, AT_FDCWD, log,
                                O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (noted >= 0 && noted < 200) {
    int high = (int)syscall(SYS_fcntl, noted, F_DUPFD_CLOEXEC, 200);
    syscall(SYS_close, noted);
    noted = high;
  }
  denied = getenv("FAULTS_DENY");
  strike = at ? atol(at) : 0;
  how = kind ? kind[0] : 0;
}

static int concerns(const char *path) {
  prepare();
  return under && path && strncmp(path, under, strlen(under)) == 0;
}

static const char *path_of(int fd) {
  prepare();
  return fd >= 0 && fd < most_files ? paths[fd] : NULL;
}

/* SQLite's shared memory means nothing after the power was away. */
static int lasts(const char *path) {
  size_t length = strlen(path);
  return length < 4 || strcmp(path + length - 4, "-shm") != 0;
}

static void note(char kind, const char *path, const void *data, size_t count, int64_t offset,
                 int64_t identity) {
  if (noted < 0 || !lasts(path)) return;
  int64_t head[5] = {kind, (int64_t)strlen(path), (int64_t)count, offset, identity};
  syscall(SYS_write, noted, head, sizeof head);
  syscall(SYS_write, noted, path, strlen(path));
  if (count) syscall(SYS_write, noted, data, count);
}

static int is_denied(const char *path) {
  size_t length = strlen(path), end = denied ? strlen(denied) : 0;
  return end && length >= end && strcmp(path + length - end, denied) == 0;
}

/* Counts a change; whether it must fail, with errno set. */
static int fails(int grows) {
  changes++;
  if (!strike || changes < strike) return 0;
  if (changes == strike && how == 'k') raise(SIGKILL);
  if (how == 'f' && grows) return errno = ENOSPC, 1;
  if (how == 'o' && grows && changes == strike) return errno = ENOSPC, 1;
  if (how == 's' && changes == strike) return errno = EIO, 1;
  return 0;
}

static int tears(void) { return strike && changes == strike && how == 't'; }

static int open_at(int folder, const char *path, int flags, mode_t mode) {
  int ours = concerns(path), makes = 0;
  if (ours && is_denied(path)) return errno = EACCES, -1;
  if (ours && (flags & O_CREAT)) {
    struct stat status;
    makes = syscall(SYS_newfstatat, folder, path, &status, 0) != 0 && errno == ENOENT;
    if (makes && fails(1)) return -1;
  }
  int fd = (int)syscall(SYS_openat, folder, path, flags, mode);
  if (ours && fd >= 0 && fd < most_files) {
    struct stat status;
    syscall(SYS_fstat, fd, &status);
    free(paths[fd]);
    paths[fd] = strdup(path);
    identities[fd] = (int64_t)status.st_ino;
    if (makes) note('c', path, NULL, 0, 0, identities[fd]);
  }
  return fd;
}

#define MODE                                                  \
  mode_t mode = 0;                                            \
  if (flags & (O_CREAT | O_TMPFILE)) {                        \
    va_list list;                                             \
    va_start(list, flags);                                    \
    mode = va_arg(list, mode_t);                              \
    va_end(list);                                             \
  }
int open(const char *path, int flags, ...) { MODE return open_at(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return open_at(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE return open_at(at, path, flags, mode); }

int close(int fd) {
  if (path_of(fd)) {
    free(paths[fd]);
    paths[fd] = NULL;
  }
  return (int)syscall(SYS_close, fd);
}

static ssize_t put(int fd, const void *bytes, size_t count, off_t offset, int positioned) {
  const char *path = path_of(fd);
  if (path) {
    if (fails(1)) return -1;
    if (!positioned) offset = (off_t)syscall(SYS_lseek, fd, 0, SEEK_CUR);
    if (tears()) {
      syscall(SYS_pwrite64, fd, bytes, count / 2, offset);
      raise(SIGKILL);
    }
  }
  ssize_t done = positioned ? syscall(SYS_pwrite64, fd, bytes, count, offset)
                            : syscall(SYS_write, fd, bytes, count);
  if (path && done > 0) note('w', path, bytes, (size_t)done, offset, identities[fd]);
  if (fd == 1 && done > 0) note('o', "", bytes, (size_t)done, 0, 0);
  return done;
}
ssize_t write(int fd, const void *bytes, size_t count) { return put(fd, bytes, count, 0, 0); }
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) {
  return put(fd, bytes, count, at, 1);
}
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) {
  return put(fd, bytes, count, at, 1);
}

static int cut(int fd, off_t length) {
  const char *path = path_of(fd);
  if (path && fails(0)) return -1;
  int result = (int)syscall(SYS_ftruncate, fd, length);
  if (path && result == 0) note('t', path, NULL, 0, length, identities[fd]);
  return result;
}
int ftruncate(int fd, off_t length) { return cut(fd, length); }
int ftruncate64(int fd, off64_t length) { return cut(fd, length); }

static int settle(int fd, long call) {
  const char *path = path_of(fd);
  if (path && fails(0)) return -1;
  int result = (int)syscall(call, fd);
  if (path && result == 0) note('s', path, NULL, 0, 0, identities[fd]);
  return result;
}
int fsync(int fd) { return settle(fd, SYS_fsync); }
int fdatasync(int fd) { return settle(fd, SYS_fdatasync); }

int unlink(const char *path) {
  int ours = concerns(path);
  if (ours && fails(0)) return -1;
  int result = (int)syscall(SYS_unlink, path);
  if (ours && result == 0) note('u', path, NULL, 0, 0, 0);
  return result;
}

int rename(const char *old, const char *new) {
  int ours = concerns(old);
  if (ours && fails(0)) return -1;
  int result = (int)syscall(SYS_rename, old, new);
  if (ours && result == 0) note('r', old, new, strlen(new), 0, 0);
  return result;
}

int mkdir(const char *path, mode_t mode) {
  int ours = concerns(path);
  if (ours && fails(1)) return -1;
  int result = (int)syscall(SYS_mkdir, path, mode);
  if (ours && result == 0) note('m', path, NULL, 0, 0, 0);
  return result;
}

/* As where a person has no watches left. */
int inotify_init1(int flags) {
  if (getenv("FAULTS_UNWATCHED")) return errno = EMFILE, -1;
  return (int)syscall(SYS_inotify_init1, flags);
}
