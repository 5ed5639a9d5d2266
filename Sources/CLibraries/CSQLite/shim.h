#pragma once
#include <sqlite3.h>

/* What Swift cannot import of sqlite3.h: variadic calls and the SQLITE_TRANSIENT cast. */

static inline int csqlite_bind_text(sqlite3_stmt *s, int i, const char *p, unsigned long n) {
  return sqlite3_bind_text64(s, i, p, n, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static inline int csqlite_bind_blob(sqlite3_stmt *s, int i, const void *p, unsigned long n) {
  return sqlite3_bind_blob64(s, i, p, n, SQLITE_TRANSIENT);
}

/* Closing then leaves the file exactly as it is, even when a log waits beside it. */
static inline void csqlite_close_without_checkpoint(sqlite3 *db) {
  sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}

/* Whether the file was renamed, replaced or deleted since it was opened. */
static inline int csqlite_has_moved(sqlite3 *db) {
  int moved = 0;
  return sqlite3_file_control(db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved;
}

/* The system's error number behind a failed write; sqlite3_system_errno has forgotten it by then. */
static inline int csqlite_write_errno(sqlite3 *db) {
  int number = 0;
  sqlite3_file *log = 0;
  sqlite3_file_control(db, "main", SQLITE_FCNTL_LAST_ERRNO, &number);
  if (number) return number;
  sqlite3_file_control(db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
  if (log && log->pMethods) log->pMethods->xFileControl(log, SQLITE_FCNTL_LAST_ERRNO, &number);
  return number;
}

/* A file may come from anywhere: what it defines itself runs no function with effects, no view is
   opened, and nothing can be written past SQLite's own rules. */
static inline void csqlite_distrust(sqlite3 *db) {
  sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
  sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, (int *)0);
}
