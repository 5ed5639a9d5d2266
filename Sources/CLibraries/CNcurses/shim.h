#pragma once
#define NCURSES_WIDECHAR 1 /* before ncurses.h: brings cchar_t and the wide calls */
#include <locale.h>
#include <stdio.h>
#include <wchar.h>
#include <ncurses.h>
#include <term.h>

/* What Swift cannot import: globals, macros that are not constants, and macros over structs. */
static inline WINDOW *cn_stdscr(void) { return stdscr; }
static inline int cn_colors(void) { return COLORS; }
static inline int cn_color_pairs(void) { return COLOR_PAIRS; }
static inline FILE *cn_stdout(void) { return stdout; }
static inline FILE *cn_stdin(void) { return stdin; }
static const attr_t cn_bold = A_BOLD, cn_dim = A_DIM, cn_reverse = A_REVERSE;
static const attr_t cn_underline = A_UNDERLINE, cn_italic = A_ITALIC;

/* A cell: up to three scalars, attributes, and a pair that may be above 32767. */
static inline int cn_put(int row, int column, const wchar_t *text, attr_t attributes, int pair) {
  cchar_t cell;
  if (setcchar(&cell, text, attributes, 0, &pair) == ERR) return ERR;
  return mvwadd_wch(stdscr, row, column, &cell);
}
