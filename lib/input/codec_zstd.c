/* codec_zstd.c -- zstd, by its own library. */
#include <stdlib.h>

#include "input/codec.h"

/* What is needed of zstd's interface is small and has not changed since its version 1.0, so it is
   declared here: two buffers, five functions and one code.  Libraries of 1.4 and later keep a
   frame's working memory below 128 MiB unless they are told otherwise. */
struct in_buffer {
  const void *data;
  size_t size, at;
};

struct out_buffer {
  void *data;
  size_t size, at;
};

enum { WINDOW_TOO_LARGE = 16, NO_MEMORY = 64 };

struct functions {
  void *(*create)(void);
  size_t (*init)(void *state);
  size_t (*decompress)(void *state, struct out_buffer *out, struct in_buffer *in);
  unsigned (*is_error)(size_t result);
  int (*error_code)(size_t result);
  size_t (*free)(void *state);
};

struct zstd {
  struct functions lib;
  void *stream;
};

/* A frame of data, or one to be skipped, with which some compressors begin. */
static bool begins(struct pst_text first)
{
  return pst_codec_agrees(first, 0, "\x28\xb5\x2f\xfd", 4)
         || (first.size > 0 && (first.data[0] & 0xf0) == 0x50
             && pst_codec_agrees(first, 1, "\x2a\x4d\x18", 3));
}

static enum pst_status open_zstd(void *library, void **state)
{
  static const struct pst_codec_symbol symbols[] = {
      {"ZSTD_createDStream", offsetof(struct functions, create)},
      {"ZSTD_initDStream", offsetof(struct functions, init)},
      {"ZSTD_decompressStream", offsetof(struct functions, decompress)},
      {"ZSTD_isError", offsetof(struct functions, is_error)},
      {"ZSTD_getErrorCode", offsetof(struct functions, error_code)},
      {"ZSTD_freeDStream", offsetof(struct functions, free)},
  };
  struct zstd *zstd = calloc(1, sizeof *zstd);
  enum pst_status status = PST_OK;

  if (zstd == NULL)
    return PST_NO_MEMORY;
  if (!pst_codec_find(library, symbols, sizeof symbols / sizeof *symbols, &zstd->lib))
    status = PST_IO;
  else if ((zstd->stream = zstd->lib.create()) == NULL)
    status = PST_NO_MEMORY;
  if (status != PST_OK) {
    free(zstd);
    return status;
  }
  *state = zstd;
  return PST_OK;
}

static enum pst_codec_step step(void *state, struct pst_codec_stream *stream)
{
  struct zstd *zstd = state;
  struct in_buffer in = {.data = stream->in, .size = stream->in_left};
  struct out_buffer out = {.data = stream->out, .size = stream->out_left};
  size_t result = zstd->lib.decompress(zstd->stream, &out, &in);

  stream->in += in.at;
  stream->in_left -= in.at;
  stream->out += out.at;
  stream->out_left -= out.at;
  if (!zstd->lib.is_error(result))
    return result == 0 ? PST_CODEC_END : PST_CODEC_MORE;
  switch (zstd->lib.error_code(result)) {
  case WINDOW_TOO_LARGE:
    return PST_CODEC_LARGE;
  case NO_MEMORY:
    return PST_CODEC_NO_MEMORY;
  default:
    return PST_CODEC_DAMAGED;
  }
}

static bool again(void *state)
{
  struct zstd *zstd = state;

  return !zstd->lib.is_error(zstd->lib.init(zstd->stream));
}

static void close_zstd(void *state)
{
  struct zstd *zstd = state;

  zstd->lib.free(zstd->stream);
  free(zstd);
}

const struct pst_codec pst_codec_zstd = {.name = "zstd",
                                         .ending = ".zst",
                                         .library = "libzstd.so.1",
                                         .package = "libzstd1",
                                         .by_hand = "zstd -dc",
                                         .n_first = 4,
                                         .begins = begins,
                                         .open = open_zstd,
                                         .step = step,
                                         .again = again,
                                         .close = close_zstd};
