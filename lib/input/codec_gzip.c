/* codec_gzip.c -- gzip, by the library zlib. */
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <zlib.h>

#include "input/codec.h"

/* The largest window, and +16: gzip's header and trailer, which zlib then checks. */
enum { GZIP_WINDOW = 15 + 16 };

struct functions {
  __typeof__(&inflateInit2_) init;
  __typeof__(&inflate) inflate;
  __typeof__(&inflateReset) reset;
  __typeof__(&inflateEnd) end;
};

struct gzip {
  struct functions zlib;
  z_stream stream;
};

static bool begins(struct pst_text first)
{
  return pst_codec_agrees(first, 0, "\x1f\x8b", 2);
}

static enum pst_status open_gzip(void *library, void **state)
{
  static const struct pst_codec_symbol symbols[] = {
      {"inflateInit2_", offsetof(struct functions, init)},
      {"inflate", offsetof(struct functions, inflate)},
      {"inflateReset", offsetof(struct functions, reset)},
      {"inflateEnd", offsetof(struct functions, end)},
  };
  struct gzip *gzip = calloc(1, sizeof *gzip);
  enum pst_status status = PST_OK;

  if (gzip == NULL)
    return PST_NO_MEMORY;
  if (!pst_codec_find(library, symbols, sizeof symbols / sizeof *symbols, &gzip->zlib))
    status = PST_IO;
  else if (gzip->zlib.init(&gzip->stream, GZIP_WINDOW, ZLIB_VERSION, (int)sizeof gzip->stream)
           != Z_OK)
    status = PST_NO_MEMORY;
  if (status != PST_OK) {
    free(gzip);
    return status;
  }
  *state = gzip;
  return PST_OK;
}

static uInt at_most(size_t size)
{
  return size < UINT_MAX ? (uInt)size : UINT_MAX;
}

static enum pst_codec_step step(void *state, struct pst_codec_stream *stream)
{
  struct gzip *gzip = state;
  z_stream *z = &gzip->stream;
  uInt in = at_most(stream->in_left), out = at_most(stream->out_left);
  int result;

  z->next_in = (z_const Bytef *)(uintptr_t)stream->in;
  z->avail_in = in;
  z->next_out = (Bytef *)stream->out;
  z->avail_out = out;
  result = gzip->zlib.inflate(z, Z_NO_FLUSH);
  stream->in += in - z->avail_in;
  stream->in_left -= in - z->avail_in;
  stream->out += out - z->avail_out;
  stream->out_left -= out - z->avail_out;
  switch (result) {
  case Z_OK:
  case Z_BUF_ERROR:
    return PST_CODEC_MORE;
  case Z_STREAM_END:
    return PST_CODEC_END;
  case Z_MEM_ERROR:
    return PST_CODEC_NO_MEMORY;
  default:
    return PST_CODEC_DAMAGED;
  }
}

static bool again(void *state)
{
  struct gzip *gzip = state;

  return gzip->zlib.reset(&gzip->stream) == Z_OK;
}

static void close_gzip(void *state)
{
  struct gzip *gzip = state;

  gzip->zlib.end(&gzip->stream);
  free(gzip);
}

const struct pst_codec pst_codec_gzip = {.name = "gzip",
                                         .ending = ".gz",
                                         .library = "libz.so.1",
                                         .package = "zlib1g",
                                         .by_hand = "gzip -dc",
                                         .padded = true,
                                         .n_first = 2,
                                         .begins = begins,
                                         .open = open_gzip,
                                         .step = step,
                                         .again = again,
                                         .close = close_gzip};
