#pragma once
/* A library to preload into a program: it notes every change that the program makes to the files
   under one folder, and makes the n-th of them fail, or ends the program there.

   FAULTS_UNDER   the folder, a whole path
   FAULTS_LOG     where to note the changes, and what went to standard output between them
   FAULTS_AT      which change the fault strikes at, from 1; none without it
   FAULTS_HOW     kill   the program ends before the change
                  tear   it ends in the middle of it, if it is a write
                  full   from there on, nothing can grow: ENOSPC
                  once   ENOSPC for that one
                  sick   EIO for that one
   FAULTS_UNWATCHED  set to anything, there are no watches to be had: EMFILE
   FAULTS_DENY    how the names end that cannot be opened: EACCES

   A record of the log is five 64-bit numbers (kind, length of the path, length of the second path or
   of the data, offset, identity of the file), then the path, then the second path or the data.
   Kinds: 'c'reate, 'w'rite, 't'runcate (to the offset), 's'ync, 'u'nlink, 'r'ename, 'm'kdir,
   'o'utput. A program with one thread is assumed. */
