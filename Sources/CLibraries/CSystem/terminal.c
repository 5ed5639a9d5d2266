#define _GNU_SOURCE
#include "CSystem.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

int system_window_size(int fd, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(fd, TIOCGWINSZ, &size) != 0) return errno;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 0;
}

int system_tty_modes(int fd, char *buffer, int size) {
  struct termios modes;
  if (size <= 0 || tcgetattr(fd, &modes) != 0) return -1;
  int used = snprintf(buffer, (size_t)size, "iflag %o oflag %o cflag %o lflag %o speed %u %u cc",
                      modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag,
                      cfgetispeed(&modes), cfgetospeed(&modes));
  for (int i = 0; i < NCCS && used < size; i++)
    used += snprintf(buffer + used, (size_t)(size - used), " %d", modes.c_cc[i]);
  return used < size ? used : size - 1;
}

uint64_t system_now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

int system_fsync_directory(const char *path) {
  int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return errno;
  int error = fsync(fd) == 0 ? 0 : errno;
  close(fd);
  return error;
}
