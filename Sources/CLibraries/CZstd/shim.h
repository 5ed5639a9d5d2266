#pragma once
#include <zstd.h>

/* Macros with casts, which Swift does not import. */
static inline int czstd_has_size(unsigned long long size) {
  return size != ZSTD_CONTENTSIZE_UNKNOWN && size != ZSTD_CONTENTSIZE_ERROR;
}
