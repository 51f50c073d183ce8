/* codec_xz.c -- xz, by the library liblzma. */
#include <lzma.h>
#include <stdlib.h>

#include "input/codec.h"

struct functions {
  __typeof__(&lzma_stream_decoder) decoder;
  __typeof__(&lzma_code) code;
  __typeof__(&lzma_end) end;
};

struct xz {
  struct functions lzma;
  lzma_stream stream;
};

static bool begins(struct pst_text first)
{
  return pst_codec_agrees(first, 0,
                          "\xfd"
                          "7zXZ\0",
                          6);
}

/* A check that the library does not know would not be made: rather an error. */
static bool start(struct xz *xz)
{
  return xz->lzma.decoder(&xz->stream, PST_CODEC_MEMORY, LZMA_TELL_UNSUPPORTED_CHECK) == LZMA_OK;
}

static enum pst_status open_xz(void *library, void **state)
{
  static const struct pst_codec_symbol symbols[] = {
      {"lzma_stream_decoder", offsetof(struct functions, decoder)},
      {"lzma_code", offsetof(struct functions, code)},
      {"lzma_end", offsetof(struct functions, end)},
  };
  struct xz *xz = calloc(1, sizeof *xz);
  enum pst_status status = PST_OK;

  if (xz == NULL)
    return PST_NO_MEMORY;
  xz->stream = (lzma_stream)LZMA_STREAM_INIT;
  if (!pst_codec_find(library, symbols, sizeof symbols / sizeof *symbols, &xz->lzma))
    status = PST_IO;
  else if (!start(xz))
    status = PST_NO_MEMORY;
  if (status != PST_OK) {
    free(xz);
    return status;
  }
  *state = xz;
  return PST_OK;
}

static enum pst_codec_step step(void *state, struct pst_codec_stream *stream)
{
  struct xz *xz = state;
  lzma_stream *lzma = &xz->stream;
  lzma_ret result;

  lzma->next_in = (const uint8_t *)stream->in;
  lzma->avail_in = stream->in_left;
  lzma->next_out = (uint8_t *)stream->out;
  lzma->avail_out = stream->out_left;
  result = xz->lzma.code(lzma, LZMA_RUN);
  stream->in = (const char *)lzma->next_in;
  stream->in_left = lzma->avail_in;
  stream->out = (char *)lzma->next_out;
  stream->out_left = lzma->avail_out;
  switch (result) {
  case LZMA_OK:
  case LZMA_BUF_ERROR:
    return PST_CODEC_MORE;
  case LZMA_STREAM_END:
    return PST_CODEC_END;
  case LZMA_MEMLIMIT_ERROR:
    return PST_CODEC_LARGE;
  case LZMA_MEM_ERROR:
    return PST_CODEC_NO_MEMORY;
  default:
    return PST_CODEC_DAMAGED;
  }
}

/* The decoder takes the place of the one before, and its memory. */
static bool again(void *state)
{
  return start(state);
}

static void close_xz(void *state)
{
  struct xz *xz = state;

  xz->lzma.end(&xz->stream);
  free(xz);
}

const struct pst_codec pst_codec_xz = {.name = "xz",
                                       .ending = ".xz",
                                       .library = "liblzma.so.5",
                                       .package = "liblzma5",
                                       .by_hand = "xz -dc",
                                       .padded = true,
                                       .n_first = 6,
                                       .begins = begins,
                                       .open = open_xz,
                                       .step = step,
                                       .again = again,
                                       .close = close_xz};
