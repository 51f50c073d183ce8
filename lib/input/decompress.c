/* decompress.c -- compressed bytes to what was compressed, member by member. */
#include "input/decompress.h"

#include <dlfcn.h>
#include <stdlib.h>

#include "input/codec.h"

enum { BLOCK = 64 * 1024 };

struct pst_decompress {
  const struct pst_codec *codec;
  void *library, *state;
  pst_input_source *source;
  void *context;
  struct pst_codec_stream stream;    /* in: what is left of block */
  bool at_end, in_member, not_first; /* at_end: of the source */
  unsigned long long position;       /* bytes taken from the source */
  char block[BLOCK];
};

static const struct pst_codec *const codecs[] = {&pst_codec_gzip, &pst_codec_bzip2, &pst_codec_xz,
                                                 &pst_codec_zstd, &pst_codec_zip};
enum { N_CODECS = sizeof codecs / sizeof *codecs };

const struct pst_codec *pst_decompress_codec(struct pst_text first)
{
  for (size_t i = 0; i < N_CODECS; i++)
    if (first.size >= codecs[i]->n_first && codecs[i]->begins(first))
      return codecs[i];
  return NULL;
}

const struct pst_codec *pst_decompress_cut_off(struct pst_text all)
{
  for (size_t i = 0; i < N_CODECS; i++)
    if (all.size > 0 && all.size < codecs[i]->n_first && codecs[i]->begins(all))
      return codecs[i];
  return NULL;
}

const char *pst_decompress_name(const struct pst_codec *codec)
{
  return codec->name;
}

const char *pst_decompress_ending(const struct pst_codec *codec)
{
  return codec->ending;
}

/* --- opening --------------------------------------------------------------------------------- */

static enum pst_status load(struct pst_decompress *decompress, struct pst_error *error)
{
  const struct pst_codec *codec = decompress->codec;
  enum pst_status status = PST_IO;

  decompress->library = dlopen(codec->library, RTLD_NOW | RTLD_LOCAL);
  if (decompress->library != NULL)
    status = codec->open(decompress->library, &decompress->state);
  if (status == PST_NO_MEMORY)
    return pst_fail_memory(error);
  if (status != PST_OK)
    return pst_fail(error, PST_IO,
                    "this is %s-compressed, and %s, which reads it, cannot be used here; install "
                    "the Debian package %s, or decompress by hand: %s FILE | polstat ... -",
                    codec->name, codec->library, codec->package, codec->by_hand);
  return PST_OK;
}

enum pst_status pst_decompress_open(const struct pst_codec *codec, pst_input_source *source,
                                    void *context, struct pst_decompress **result,
                                    struct pst_error *error)
{
  struct pst_decompress *decompress = calloc(1, sizeof *decompress);
  enum pst_status status;

  if (decompress == NULL)
    return pst_fail_memory(error);
  decompress->codec = codec;
  decompress->source = source;
  decompress->context = context;
  status = load(decompress, error);
  if (status != PST_OK) {
    pst_decompress_close(decompress);
    return status;
  }
  *result = decompress;
  return PST_OK;
}

/* --- what can be wrong ----------------------------------------------------------------------- */

static unsigned long long position(const struct pst_decompress *decompress)
{
  return decompress->position - decompress->stream.in_left;
}

static enum pst_status too_early(const struct pst_decompress *decompress, struct pst_error *error)
{
  return pst_fail(
      error, PST_BAD_DATA,
      "the %s data end too early: the file was cut off after %llu byte%s; fetch it again",
      decompress->codec->name, position(decompress), position(decompress) == 1 ? "" : "s");
}

static enum pst_status followed(const struct pst_decompress *decompress, struct pst_error *error)
{
  const struct pst_codec *codec = decompress->codec;

  return pst_fail(error, PST_BAD_DATA,
                  "something that is not %s follows the %s data, from byte %llu; fetch the file "
                  "again, or cut it off there",
                  codec->name, codec->name, position(decompress) + 1);
}

static enum pst_status failed(const struct pst_decompress *decompress, enum pst_codec_step step,
                              struct pst_error *error)
{
  const struct pst_codec *codec = decompress->codec;

  if (step == PST_CODEC_NO_MEMORY)
    return pst_fail_memory(error);
  if (step == PST_CODEC_SEVERAL)
    return pst_fail(error, PST_BAD_DATA,
                    "this %s archive holds several files; of a workbook save the sheet as CSV; of "
                    "others unzip -l FILE lists them, and unzip -p FILE NAME | polstat ... - reads "
                    "one",
                    codec->name);
  if (step == PST_CODEC_EMPTY)
    return pst_fail(error, PST_BAD_DATA, "this %s archive holds no file; fetch it again",
                    codec->name);
  if (step == PST_CODEC_LARGE)
    return pst_fail(error, PST_BAD_DATA,
                    "the %s data were made with a window so large that reading them takes more "
                    "memory than is allowed here; compress the file again with an ordinary level",
                    codec->name);
  return pst_fail(error, PST_BAD_DATA,
                  "the %s data are damaged near byte %llu of the file; fetch it again", codec->name,
                  position(decompress));
}

/* --- reading --------------------------------------------------------------------------------- */

static enum pst_status fill(struct pst_decompress *decompress, struct pst_error *error)
{
  enum pst_status status;
  size_t got = 0;

  status = decompress->source(decompress->context, decompress->block, BLOCK, &got, error);
  decompress->stream.in = decompress->block;
  decompress->stream.in_left = got;
  decompress->position += got;
  decompress->at_end = status == PST_OK && got == 0;
  return status;
}

static void skip_padding(struct pst_decompress *decompress)
{
  struct pst_codec_stream *stream = &decompress->stream;

  while (decompress->codec->padded && decompress->not_first && stream->in_left > 0
         && *stream->in == '\0') {
    stream->in++;
    stream->in_left--;
  }
}

static enum pst_status begin_member(struct pst_decompress *decompress, struct pst_error *error)
{
  struct pst_text first = {.data = decompress->stream.in, .size = decompress->stream.in_left};

  if (!decompress->codec->begins(first))
    return followed(decompress, error);
  if (decompress->not_first && !decompress->codec->again(decompress->state))
    return pst_fail_memory(error);
  decompress->in_member = decompress->not_first = true;
  return PST_OK;
}

/* Between members: the next one, or the end. */
static enum pst_status find_member(struct pst_decompress *decompress, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  while (status == PST_OK && !decompress->at_end && !decompress->in_member) {
    skip_padding(decompress);
    if (decompress->codec->tail && decompress->not_first)
      decompress->stream.in_left = 0;
    status =
        decompress->stream.in_left == 0 ? fill(decompress, error) : begin_member(decompress, error);
  }
  return status;
}

/* One step of the codec, or more input for it when it could not move. */
static enum pst_status advance(struct pst_decompress *decompress, struct pst_error *error)
{
  struct pst_codec_stream *stream = &decompress->stream;
  size_t in = stream->in_left, out = stream->out_left;
  enum pst_codec_step step = decompress->codec->step(decompress->state, stream);

  if (step == PST_CODEC_END)
    decompress->in_member = false;
  else if (step != PST_CODEC_MORE
           || (stream->in_left > 0 && stream->in_left == in && stream->out_left == out))
    return failed(decompress, step, error);
  else if (stream->in_left == 0 && stream->out_left == out) {
    if (decompress->at_end)
      return too_early(decompress, error);
    return fill(decompress, error);
  }
  return PST_OK;
}

enum pst_status pst_decompress_read(void *context, char *data, size_t size, size_t *got,
                                    struct pst_error *error)
{
  struct pst_decompress *decompress = context;
  enum pst_status status = PST_OK;

  decompress->stream.out = data;
  decompress->stream.out_left = size;
  while (status == PST_OK && decompress->stream.out_left == size) {
    status = find_member(decompress, error);
    if (status != PST_OK || !decompress->in_member)
      break;
    status = advance(decompress, error);
  }
  *got = status == PST_OK ? size - decompress->stream.out_left : 0;
  return status;
}

void pst_decompress_close(struct pst_decompress *decompress)
{
  if (decompress == NULL)
    return;
  if (decompress->state != NULL)
    decompress->codec->close(decompress->state);
  if (decompress->library != NULL)
    dlclose(decompress->library);
  free(decompress);
}
