#pragma once
/* What Linux has a call of its own for, each beside a twin that every POSIX system has. Where a result
   is an int without further word, 0 is success, anything else an errno. */
#include <spawn.h>

/* Has exec close every descriptor above 2. May be called between fork and exec. */
void portable_seal(void);

/* Has a program that is started get no descriptor above 2; what to add to the flags of how it is
   started goes to `flags`. */
int portable_spawn_sealed(posix_spawn_file_actions_t *files, short *flags);
