#include "CSystem.h"

/* Swift reads its arguments from /proc/self/cmdline: where /proc is not mounted, as in a bare
   chroot, it finds none. glibc and Darwin hand them to every constructor; musl does not. */
static int count;
static char **words;

__attribute__((constructor)) static void keep(int argc, char **argv) {
#if defined(__GLIBC__) || defined(__APPLE__)
  count = argc;
  words = argv;
#else
  (void)argc, (void)argv;
#endif
}

const char *system_argument(int index) {
  return index >= 0 && index < count ? words[index] : 0;
}
