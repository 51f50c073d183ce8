/* codec_zip.c -- a zip archive with one file inside, as agencies send them: local headers, deflated or
   stored data, what describes them behind, and the directory, which says nothing new.

   The format is PKWARE's APPNOTE.TXT 6.3, read from the front.  Folders and what macOS adds are passed
   over; a second file ends the reading. */
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "input/codec.h"

enum {
  RAW_WINDOW = -15, /* deflate without zlib's header */
  HEADER = 30,      /* bytes of a local header before its name */
  DESCRIBED = 8,    /* bit of the flags: sizes and CRC stand behind the data */
  SECRET = 1        /* bit of the flags: encrypted */
};

enum place { AT_HEADER, AT_NAME, AT_DATA, BEHIND_DATA, AT_END };

struct functions {
  __typeof__(&inflateInit2_) init;
  __typeof__(&inflate) inflate;
  __typeof__(&inflateReset) reset;
  __typeof__(&inflateEnd) end;
  __typeof__(&crc32) crc32;
};

struct zip {
  struct functions zlib;
  z_stream stream;
  enum place place;
  unsigned char header[HEADER]; /* or what stands behind the data */
  char name[16];
  size_t have, name_left, name_size; /* of the header; of name and extra field */
  unsigned flags, method;
  unsigned long crc, seen_crc;
  unsigned long long size, written;
  bool found, passed_over; /* a file was read; this one is not */
};

static unsigned word(const unsigned char *at)
{
  return at[0] | (unsigned)at[1] << 8;
}

static unsigned long long_word(const unsigned char *at)
{
  return word(at) | (unsigned long)word(at + 2) << 16;
}

static bool begins(struct pst_text first)
{
  return pst_codec_agrees(first, 0, "PK\x03\x04", 4)
         || pst_codec_agrees(first, 0, "PK\x05\x06", 4); /* without a file */
}

static enum pst_status open_zip(void *library, void **state)
{
  static const struct pst_codec_symbol symbols[] = {
      {"inflateInit2_", offsetof(struct functions, init)},
      {"inflate", offsetof(struct functions, inflate)},
      {"inflateReset", offsetof(struct functions, reset)},
      {"inflateEnd", offsetof(struct functions, end)},
      {"crc32", offsetof(struct functions, crc32)},
  };
  struct zip *zip = calloc(1, sizeof *zip);
  enum pst_status status = PST_OK;

  if (zip == NULL)
    return PST_NO_MEMORY;
  if (!pst_codec_find(library, symbols, sizeof symbols / sizeof *symbols, &zip->zlib))
    status = PST_IO;
  else if (zip->zlib.init(&zip->stream, RAW_WINDOW, ZLIB_VERSION, (int)sizeof zip->stream) != Z_OK)
    status = PST_NO_MEMORY;
  if (status != PST_OK) {
    free(zip);
    return status;
  }
  *state = zip;
  return PST_OK;
}

/* Up to N bytes into the header; true when all are there. */
static bool collect(struct zip *zip, struct pst_codec_stream *stream, size_t n)
{
  while (zip->have < n && stream->in_left > 0) {
    zip->header[zip->have++] = (unsigned char)*stream->in++;
    stream->in_left--;
  }
  return zip->have == n;
}

static enum pst_codec_step take_header(struct zip *zip, struct pst_codec_stream *stream)
{
  if (zip->have < 4 && !collect(zip, stream, 4))
    return PST_CODEC_MORE;
  if (memcmp(zip->header, "PK\x01\x02", 4) == 0 || memcmp(zip->header, "PK\x05\x06", 4) == 0) {
    zip->place = AT_END;
    return zip->found ? PST_CODEC_MORE : PST_CODEC_EMPTY;
  }
  if (memcmp(zip->header, "PK\x03\x04", 4) != 0)
    return PST_CODEC_DAMAGED;
  if (!collect(zip, stream, HEADER))
    return PST_CODEC_MORE;
  zip->flags = word(zip->header + 6);
  zip->method = word(zip->header + 8);
  zip->crc = long_word(zip->header + 14);
  zip->size = long_word(zip->header + 22);
  zip->name_size = word(zip->header + 26);
  zip->name_left = zip->name_size + word(zip->header + 28);
  zip->have = 0;
  zip->place = AT_NAME;
  return (zip->flags & SECRET) || (zip->method != 0 && zip->method != Z_DEFLATED)
                 || (zip->method == 0 && (zip->flags & DESCRIBED))
             ? PST_CODEC_DAMAGED
             : PST_CODEC_MORE;
}

/* The beginning of the name tells what is passed over; its end, a folder. */
static enum pst_codec_step take_name(struct zip *zip, struct pst_codec_stream *stream)
{
  char last = '\0';

  while (zip->name_left > 0 && stream->in_left > 0) {
    if (zip->have < zip->name_size) {
      last = *stream->in;
      if (zip->have < sizeof zip->name)
        zip->name[zip->have] = last;
      if (++zip->have == zip->name_size)
        zip->passed_over =
            last == '/' || (zip->name_size >= 9 && memcmp(zip->name, "__MACOSX/", 9) == 0);
    }
    stream->in++;
    stream->in_left--;
    zip->name_left--;
  }
  if (zip->name_left > 0)
    return PST_CODEC_MORE;
  if (zip->found && !zip->passed_over)
    return PST_CODEC_SEVERAL;
  zip->found = zip->found || !zip->passed_over;
  zip->have = 0;
  zip->written = 0;
  zip->seen_crc = zip->zlib.crc32(0, Z_NULL, 0);
  zip->place = AT_DATA;
  return zip->method == 0 || zip->zlib.reset(&zip->stream) == Z_OK ? PST_CODEC_MORE
                                                                   : PST_CODEC_NO_MEMORY;
}

static uInt at_most(size_t size)
{
  return size < UINT_MAX / 2 ? (uInt)size : UINT_MAX / 2;
}

static void count_out(struct zip *zip, struct pst_codec_stream *stream, const char *out, size_t n)
{
  zip->seen_crc = zip->zlib.crc32(zip->seen_crc, (const Bytef *)out, (uInt)n);
  zip->written += n;
  if (zip->passed_over)
    return;
  stream->out += n;
  stream->out_left -= n;
}

static enum pst_codec_step take_stored(struct zip *zip, struct pst_codec_stream *stream)
{
  size_t n = at_most(stream->in_left < stream->out_left ? stream->in_left : stream->out_left);

  if (n > zip->size - zip->written)
    n = (size_t)(zip->size - zip->written);
  if (n > 0)
    memcpy(stream->out, stream->in, n);
  stream->in += n;
  stream->in_left -= n;
  count_out(zip, stream, stream->out, n);
  if (zip->written == zip->size)
    zip->place = BEHIND_DATA;
  return PST_CODEC_MORE;
}

static enum pst_codec_step take_deflated(struct zip *zip, struct pst_codec_stream *stream)
{
  z_stream *z = &zip->stream;
  uInt in = at_most(stream->in_left), out = at_most(stream->out_left);
  int result;

  z->next_in = (z_const Bytef *)(uintptr_t)stream->in;
  z->avail_in = in;
  z->next_out = (Bytef *)stream->out;
  z->avail_out = out;
  result = zip->zlib.inflate(z, Z_NO_FLUSH);
  stream->in += in - z->avail_in;
  stream->in_left -= in - z->avail_in;
  count_out(zip, stream, stream->out, out - z->avail_out);
  if (result == Z_STREAM_END)
    zip->place = BEHIND_DATA;
  else if (result == Z_MEM_ERROR)
    return PST_CODEC_NO_MEMORY;
  else if (result != Z_OK && result != Z_BUF_ERROR)
    return PST_CODEC_DAMAGED;
  return PST_CODEC_MORE;
}

/* With or without a signature, of four or eight bytes a size: its CRC must be that of the data. */
static enum pst_codec_step take_behind(struct zip *zip, struct pst_codec_stream *stream)
{
  size_t n;

  if (!(zip->flags & DESCRIBED)) {
    zip->place = AT_HEADER;
    return zip->crc == zip->seen_crc ? PST_CODEC_MORE : PST_CODEC_DAMAGED;
  }
  if (!collect(zip, stream, 20))
    return PST_CODEC_MORE;
  n = memcmp(zip->header, "PK\x07\x08", 4) == 0 ? 4 : 0;
  if (long_word(zip->header + n) != zip->seen_crc)
    return PST_CODEC_DAMAGED;
  n += 12;
  /* What is left over begins the next header; with sizes of eight bytes there is more to come. */
  if (memcmp(zip->header + n, "PK", 2) != 0)
    return PST_CODEC_DAMAGED;
  memmove(zip->header, zip->header + n, 20 - n);
  zip->have = 20 - n;
  zip->place = AT_HEADER;
  return PST_CODEC_MORE;
}

/* The directory and what follows it: nothing is made of it. */
static enum pst_codec_step take_end(struct pst_codec_stream *stream)
{
  stream->in += stream->in_left;
  stream->in_left = 0;
  return PST_CODEC_END;
}

static enum pst_codec_step take(struct zip *zip, struct pst_codec_stream *stream)
{
  switch (zip->place) {
  case AT_HEADER:
    return take_header(zip, stream);
  case AT_NAME:
    return take_name(zip, stream);
  case AT_DATA:
    return zip->method == 0 ? take_stored(zip, stream) : take_deflated(zip, stream);
  case BEHIND_DATA:
    return take_behind(zip, stream);
  case AT_END:
    break;
  }
  return take_end(stream);
}

/* As far as there is input and room: a step that only changes the place is none. */
static enum pst_codec_step step(void *state, struct pst_codec_stream *stream)
{
  struct zip *zip = state;
  enum pst_codec_step result;
  enum place before;

  do {
    before = zip->place;
    result = take(zip, stream);
  } while (result == PST_CODEC_MORE && zip->place != before);
  return result;
}

/* The directory ends the archive: no member follows. */
static bool again(void *state)
{
  (void)state;
  return false;
}

static void close_zip(void *state)
{
  struct zip *zip = state;

  zip->zlib.end(&zip->stream);
  free(zip);
}

const struct pst_codec pst_codec_zip = {.name = "zip",
                                        .ending = ".zip",
                                        .library = "libz.so.1",
                                        .package = "zlib1g",
                                        .by_hand = "unzip -p",
                                        .tail = true,
                                        .n_first = 4,
                                        .begins = begins,
                                        .open = open_zip,
                                        .step = step,
                                        .again = again,
                                        .close = close_zip};
