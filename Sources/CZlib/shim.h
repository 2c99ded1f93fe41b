#include <zlib.h>

/// `inflateInit2` is a macro; Swift sees only functions.
static inline int simpul_inflate_init(z_stream *stream, int window_bits) {
  return inflateInit2(stream, window_bits);
}
