#pragma once
#include <zlib.h>

/* inflateInit2 is a macro, and zip files have their streams without a header: hence the sign. */
static inline int czlib_begin(z_stream *stream) { return inflateInit2(stream, -MAX_WBITS); }
