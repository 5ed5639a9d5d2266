#pragma once
/* What Swift cannot say by itself: signals, a crash guard for the terminal, pseudo-terminals.
   Plain types only: a system header or feature macro here would clash with Swift's own Glibc
   module. Where a result is an int without further word, 0 is success, anything else an errno. */
#include <stdint.h>

/* --- arguments.c --- */

/* A word of the command line, 0 the program's own name; null past the last one. */
const char *system_argument(int index);

/* --- portable.c --- */

/* For tests: whether to do without the calls that Linux alone has, by what every system has. Returns
   what it was. */
int system_force_plain(int on);

/* A file without a name, closed by exec; -1 where there can be none. */
int system_scratch(void);

/* A pipe whose ends exec closes; `flags` may be O_NONBLOCK. */
int system_pipe(int ends[2], int flags);

/* --- signals.c --- */

/* Turns WINCH, TERM, HUP, INT, TSTP and CONT into bytes (the signal's number) on a pipe whose
   non-blocking read end it returns, or -1; ignores PIPE. Call it before newterm: ncurses leaves
   a TSTP handler alone only when it finds one. Calling it again returns the same pipe. */
int system_signals_start(void);

/* Puts back every handler that was there before, and closes the pipe; where the program is ending,
   SIGINT is ignored from now on. */
void system_signals_stop(int ending);

/* Stops the process group as Ctrl-Z does in a plain program, and returns once it is continued.
   Returns at once where nobody could continue it (no job control, orphaned group). */
void system_suspend(void);

/* --- crash.c --- */

/* Remembers the terminal's modes; call it before newterm. */
void system_crash_guard_before(void);

/* From now on a crash first restores the terminal, then shows what was written to stderr, then
   goes on as it would have. Call it after newterm. */
void system_crash_guard_after(void);

/* Ends the guard after endwin: old handlers, old stderr, and what was written to it meanwhile. */
void system_crash_guard_end(void);

/* --- mapping.c --- */

/* Watches over a file mapped for reading: where it is shortened meanwhile, reading on finds zeros, and
   the program doesn't end. Returns its place in a list, or -1 where that is full. */
int system_mapping_begin(const void *start, int64_t count);

/* Whether zeros were read. */
int system_mapping_lost(int place);

/* Call it before the file is unmapped. */
void system_mapping_end(int place);

/* For handlers of SIGBUS: puts zeros where the fault was; 0 where nothing watched over is. */
int system_mapping_fill(const void *address);

/* --- terminal.c --- */

/* The size of the terminal on `fd` in cells. */
int system_window_size(int fd, int *columns, int *rows);

/* Writes every mode of the terminal on `fd` as text, to compare before with after; returns the
   text's length, or -1. */
int system_tty_modes(int fd, char *buffer, int size);

/* The monotonic clock, in nanoseconds. */
uint64_t system_now(void);

/* Makes the names in a folder durable. */
int system_fsync_directory(const char *path);

/* --- pty.c --- */

/* Starts a program as leader of a new session on a new pseudo-terminal, with clean signals and
   no descriptor but 0, 1 and 2. `cwd` may be null. `master` is non-blocking and close-on-exec;
   once the last process on the terminal has gone, reading it fails with EIO. */
int system_pty_spawn(const char *path, char *const argv[], char *const envp[], const char *cwd,
                     int columns, int rows, int *master, int *pid);

/* Changes the size; the kernel tells the programs by WINCH. */
int system_pty_resize(int master, int columns, int rows);

/* Starts a program as leader of a new session without a terminal, on the three descriptors. */
int system_spawn(const char *path, char *const argv[], char *const envp[], const char *cwd,
                 int input, int output, int error, int *pid);

/* Starts a program (looked up in PATH if its name has no slash) that outlives this one, with no
   terminal and silent; nobody need wait for it. */
int system_spawn_quiet(const char *path, char *const argv[]);

/* Runs a program (looked up in PATH if its name has no slash) on this one's terminal and waits for it;
   Ctrl-Z stops both. Its exit status, 128 + the signal that ended it, or minus an error's number. */
int system_lend_terminal(const char *path, char *const argv[]);

/* How a child ended: its exit status, or 128 + the signal; -1 while it runs (only with `nohang`),
   -2 if there is no such child. */
int system_wait(int pid, int nohang);
