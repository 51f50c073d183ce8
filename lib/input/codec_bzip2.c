/* codec_bzip2.c -- bzip2, by the library libbz2. */
#include <bzlib.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "input/codec.h"

struct functions {
  __typeof__(&BZ2_bzDecompressInit) init;
  __typeof__(&BZ2_bzDecompress) decompress;
  __typeof__(&BZ2_bzDecompressEnd) end;
};

struct bzip2 {
  struct functions bz2;
  bz_stream stream;
  bool open;
};

/* "BZh" alone could begin a header; the six bytes behind the level begin a block, or the end of an
   empty file. */
static bool begins(struct pst_text first)
{
  return pst_codec_agrees(first, 0, "BZh", 3)
         && (pst_codec_agrees(first, 4, "1AY&SY", 6)
             || pst_codec_agrees(first, 4, "\x17\x72\x45\x38\x50\x90", 6));
}

static bool start(struct bzip2 *bzip2)
{
  memset(&bzip2->stream, 0, sizeof bzip2->stream);
  bzip2->open = bzip2->bz2.init(&bzip2->stream, 0, 0) == BZ_OK;
  return bzip2->open;
}

static enum pst_status open_bzip2(void *library, void **state)
{
  static const struct pst_codec_symbol symbols[] = {
      {"BZ2_bzDecompressInit", offsetof(struct functions, init)},
      {"BZ2_bzDecompress", offsetof(struct functions, decompress)},
      {"BZ2_bzDecompressEnd", offsetof(struct functions, end)},
  };
  struct bzip2 *bzip2 = calloc(1, sizeof *bzip2);
  enum pst_status status = PST_OK;

  if (bzip2 == NULL)
    return PST_NO_MEMORY;
  if (!pst_codec_find(library, symbols, sizeof symbols / sizeof *symbols, &bzip2->bz2))
    status = PST_IO;
  else if (!start(bzip2))
    status = PST_NO_MEMORY;
  if (status != PST_OK) {
    free(bzip2);
    return status;
  }
  *state = bzip2;
  return PST_OK;
}

static unsigned at_most(size_t size)
{
  return size < UINT_MAX ? (unsigned)size : UINT_MAX;
}

static enum pst_codec_step step(void *state, struct pst_codec_stream *stream)
{
  struct bzip2 *bzip2 = state;
  bz_stream *bz = &bzip2->stream;
  unsigned in = at_most(stream->in_left), out = at_most(stream->out_left);
  int result;

  bz->next_in = (char *)(uintptr_t)stream->in;
  bz->avail_in = in;
  bz->next_out = stream->out;
  bz->avail_out = out;
  result = bzip2->bz2.decompress(bz);
  stream->in += in - bz->avail_in;
  stream->in_left -= in - bz->avail_in;
  stream->out += out - bz->avail_out;
  stream->out_left -= out - bz->avail_out;
  switch (result) {
  case BZ_OK:
    return PST_CODEC_MORE;
  case BZ_STREAM_END:
    return PST_CODEC_END;
  case BZ_MEM_ERROR:
    return PST_CODEC_NO_MEMORY;
  default:
    return PST_CODEC_DAMAGED;
  }
}

static bool again(void *state)
{
  struct bzip2 *bzip2 = state;

  bzip2->bz2.end(&bzip2->stream);
  return start(bzip2);
}

static void close_bzip2(void *state)
{
  struct bzip2 *bzip2 = state;

  if (bzip2->open)
    bzip2->bz2.end(&bzip2->stream);
  free(bzip2);
}

const struct pst_codec pst_codec_bzip2 = {.name = "bzip2",
                                          .ending = ".bz2",
                                          .library = "libbz2.so.1.0",
                                          .package = "libbz2-1.0",
                                          .by_hand = "bzip2 -dc",
                                          .n_first = 10,
                                          .begins = begins,
                                          .open = open_bzip2,
                                          .step = step,
                                          .again = again,
                                          .close = close_bzip2};
