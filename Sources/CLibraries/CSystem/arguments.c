#include "CSystem.h"

/* Swift reads its arguments from /proc/self/cmdline: where /proc is not mounted, as in a bare
   chroot, it finds none. The C library hands them to every constructor. */
static int count;
static char **words;

__attribute__((constructor)) static void keep(int argc, char **argv) {
  count = argc;
  words = argv;
}

const char *system_argument(int index) {
  return index >= 0 && index < count ? words[index] : 0;
}
