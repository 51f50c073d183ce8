/* input.c -- the bytes of a file or of standard input, in blocks, as UTF-8. */
#include "input/input.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "input/ahead.h"
#include "input/convert.h"
#include "input/decompress.h"
#include "input/detect.h"

/* Bytes go from the file to raw, and through the decompressor, if any, to plain; bytes points to the
   one that has what the file says.  From there they go, converted or not, to text. */
struct pst_input {
  char *name;
  int descriptor;
  int watched; /* see pst_input_watch; -1: none */
  bool is_stdin, is_regular;
  bool ended; /* a terminal would go on after its end, once for each Ctrl-D */
  unsigned long long size, position;
  size_t mark; /* bytes of a byte-order mark taken off */
  struct pst_ahead raw, plain, text, *bytes;
  struct pst_decompress *decompress; /* NULL when the file is not compressed */
  struct pst_convert *convert;       /* NULL when the bytes are UTF-8 already */
  char encoding[64];                 /* read as */
  const char *compression;           /* NULL: none */
};

static enum pst_status fail_errno(const struct pst_input *input, struct pst_error *error)
{
  return pst_fail_at(error, PST_IO, input->name, 0, "%s", strerror(errno));
}

/* The stages below do not know whose bytes they have. */
static enum pst_status named(const struct pst_input *input, enum pst_status status,
                             struct pst_error *error)
{
  if (error != NULL && (status == PST_BAD_DATA || status == PST_IO) && error->file[0] == '\0')
    snprintf(error->file, sizeof error->file, "%s", input->name);
  return status;
}

/* --- the stages ------------------------------------------------------------------------------ */

/* False when the watched descriptor ended the wait. */
static bool wait_for_data(const struct pst_input *input)
{
  struct pollfd both[2] = {{.fd = input->descriptor, .events = POLLIN},
                           {.fd = input->watched, .events = POLLIN}};
  int n;

  if (input->watched < 0 || input->is_regular)
    return true;
  do
    n = poll(both, 2, -1);
  while (n < 0 && errno == EINTR);
  return n < 0 || both[1].revents == 0;
}

/* read(2), taken up again when a signal came between. */
static enum pst_status read_file(void *context, char *data, size_t size, size_t *got,
                                 struct pst_error *error)
{
  struct pst_input *input = context;
  ssize_t n;

  *got = 0;
  if (input->ended || !wait_for_data(input))
    return PST_OK;
  do
    n = read(input->descriptor, data, size);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    return fail_errno(input, error);
  *got = (size_t)n;
  input->position += (size_t)n;
  input->ended = n == 0 && !input->is_regular;
  return PST_OK;
}

static enum pst_status read_converted(void *context, char *data, size_t size, size_t *got,
                                      struct pst_error *error)
{
  struct pst_input *input = context;

  return pst_convert_read(input->convert, pst_ahead_read, input->bytes, data, size, got, error);
}

static bool ends_in(const char *name, const char *ending)
{
  size_t n = strlen(name), m = strlen(ending);

  return n >= m && strcmp(name + n - m, ending) == 0;
}

/* A file of a few bytes is not known by them: then its name counts, and that 0x1F is in no text. */
static enum pst_status check_cut_off(const struct pst_input *input, struct pst_text all,
                                     struct pst_error *error)
{
  const struct pst_codec *codec = pst_decompress_cut_off(all);

  if (codec == NULL
      || (all.data[0] != '\x1f' && !ends_in(input->name, pst_decompress_ending(codec))))
    return PST_OK;
  return pst_fail_at(error, PST_BAD_DATA, input->name, 0,
                     "the %s data end too early: the file was cut off after %zu byte%s; fetch it "
                     "again",
                     pst_decompress_name(codec), all.size, all.size == 1 ? "" : "s");
}

static enum pst_status decompress(struct pst_input *input, struct pst_error *error)
{
  const struct pst_codec *codec;
  struct pst_text first;
  enum pst_status status = pst_ahead_peek(&input->raw, PST_DETECT_FIRST, &first, error);

  if (status == PST_OK)
    status = check_cut_off(input, first, error);
  if (status != PST_OK)
    return status;
  codec = pst_decompress_codec(first);
  if (codec == NULL)
    return PST_OK;
  input->compression = pst_decompress_name(codec);
  input->bytes = &input->plain;
  status = pst_decompress_open(codec, pst_ahead_read, &input->raw, &input->decompress, error);
  input->plain = (struct pst_ahead){.source = pst_decompress_read, .context = input->decompress};
  return status;
}

/* --- what the bytes are ---------------------------------------------------------------------- */

static bool starts(struct pst_text first, const char *bytes, size_t size)
{
  return first.size >= size && memcmp(first.data, bytes, size) == 0;
}

/* Files that are no text, by their first bytes. */
static enum pst_status refuse_binary(struct pst_text first, struct pst_error *error)
{
  static const struct {
    size_t at;
    const char *bytes;
    size_t size;
    const char *what, *advice;
  } kinds[] = {
      {0, "\xd0\xcf\x11\xe0", 4, "an old Excel workbook", "save the sheet as CSV"},
      {0, "%PDF-", 5, "a PDF document",
       "text is expected: pdftotext -layout FILE.pdf FILE.txt takes it out (data: save as CSV)"},
      {257, "ustar", 5, "a tar archive", "take the table out of it first: tar -xf FILE"},
  };
  const struct pst_codec *codec = pst_decompress_codec(first);

  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (first.size > kinds[i].at
        && starts((struct pst_text){first.data + kinds[i].at, first.size - kinds[i].at},
                  kinds[i].bytes, kinds[i].size))
      return pst_fail(error, PST_BAD_DATA, "this is %s; %s", kinds[i].what, kinds[i].advice);
  if (codec != NULL)
    return pst_fail(error, PST_BAD_DATA,
                    "this is %s-compressed inside another compression; decompress it once by hand",
                    pst_decompress_name(codec));
  return PST_OK;
}

/* The encoding to convert from, NULL for UTF-8.  ENCODING is what the user says, or NULL. */
static enum pst_status choose_encoding(struct pst_text first, const char **encoding,
                                       struct pst_error *error)
{
  size_t size = 0;
  const char *mark = pst_detect_mark(first, &size);

  if (*encoding == NULL && mark != NULL && strcmp(mark, "UTF-8") != 0)
    *encoding = mark;
  if (mark == NULL && (*encoding == NULL || strcasecmp(*encoding, "UTF-16") == 0)) {
    const char *order = pst_detect_utf16(first);

    if (*encoding != NULL && order == NULL && first.size > 0)
      return pst_fail(error, PST_BAD_DATA,
                      "this has no byte-order mark; say with --encoding whether it is UTF-16LE or "
                      "UTF-16BE");
    *encoding = order;
  }
  return PST_OK;
}

static enum pst_status decode(struct pst_input *input, const char *encoding,
                              struct pst_error *error)
{
  struct pst_text first;
  size_t size = 0;
  enum pst_status status = pst_ahead_peek(input->bytes, PST_DETECT_FIRST, &first, error);
  const char *mark, *chosen = encoding;

  if (status == PST_OK)
    status = refuse_binary(first, error);
  if (status == PST_OK)
    status = choose_encoding(first, &chosen, error);
  if (status != PST_OK)
    return status;
  mark = pst_detect_mark(first, &size);
  if (mark != NULL && strcmp(mark, "UTF-8") == 0)
    pst_ahead_skip(input->bytes, input->mark = size);
  input->text = (struct pst_ahead){.source = pst_ahead_read, .context = input->bytes};
  snprintf(input->encoding, sizeof input->encoding, "%s", chosen == NULL ? "UTF-8" : chosen);
  if (chosen == NULL)
    return PST_OK;
  input->text = (struct pst_ahead){.source = read_converted, .context = input};
  return pst_convert_open(chosen, &input->convert, error);
}

/* --- opening --------------------------------------------------------------------------------- */

static enum pst_status open_descriptor(struct pst_input *input, const char *path,
                                       struct pst_error *error)
{
  struct stat about;

  input->is_stdin = strcmp(path, "-") == 0;
  input->descriptor = input->is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
  if (input->descriptor < 0 || fstat(input->descriptor, &about) != 0)
    return fail_errno(input, error);
  if (S_ISDIR(about.st_mode))
    return pst_fail_at(error, PST_IO, input->name, 0, "this is a directory; name a file");
  input->is_regular = S_ISREG(about.st_mode);
  if (input->is_regular)
    input->size = (unsigned long long)about.st_size;
  return PST_OK;
}

static struct pst_input *make(const char *path)
{
  struct pst_input *input = calloc(1, sizeof *input);

  if (input == NULL)
    return NULL;
  input->descriptor = input->watched = -1;
  input->name = strdup(strcmp(path, "-") == 0 ? "standard input" : path);
  input->raw = (struct pst_ahead){.source = read_file, .context = input};
  input->bytes = &input->raw;
  if (input->name != NULL)
    return input;
  free(input);
  return NULL;
}

enum pst_status pst_input_open(const char *path, const char *encoding, struct pst_input **result,
                               struct pst_error *error)
{
  struct pst_input *input = make(path);
  enum pst_status status;

  if (input == NULL)
    return pst_fail_memory(error);
  status = open_descriptor(input, path, error);
  if (status == PST_OK)
    status = named(input, decompress(input, error), error);
  if (status == PST_OK)
    status = named(input, decode(input, encoding, error), error);
  if (status != PST_OK) {
    pst_input_close(input);
    return status;
  }
  *result = input;
  return PST_OK;
}

/* --- a part of a file ------------------------------------------------------------------------ */

static enum pst_status seek(struct pst_input *input, unsigned long long from,
                            struct pst_error *error)
{
  if (!input->is_regular)
    return pst_fail(error, PST_USAGE, "%s: only a file can be read from the middle", input->name);
  if (from > INT64_MAX || lseek(input->descriptor, (off_t)from, SEEK_SET) < 0)
    return fail_errno(input, error);
  input->position = from;
  return PST_OK;
}

enum pst_status pst_input_open_at(const char *path, unsigned long long from,
                                  struct pst_input **result, struct pst_error *error)
{
  struct pst_input *input = make(path);
  enum pst_status status;

  if (input == NULL)
    return pst_fail_memory(error);
  input->text = (struct pst_ahead){.source = pst_ahead_read, .context = input->bytes};
  snprintf(input->encoding, sizeof input->encoding, "UTF-8");
  status = open_descriptor(input, path, error);
  if (status == PST_OK)
    status = seek(input, from, error);
  if (status != PST_OK) {
    pst_input_close(input);
    return status;
  }
  *result = input;
  return PST_OK;
}

bool pst_input_can_seek(const struct pst_input *input)
{
  return input->is_regular && input->compression == NULL && input->convert == NULL;
}

/* --- reading --------------------------------------------------------------------------------- */

enum pst_status pst_input_read(struct pst_input *input, char *data, size_t size, size_t *got,
                               struct pst_error *error)
{
  return named(input, pst_ahead_read(&input->text, data, size, got, error), error);
}

enum pst_status pst_input_peek(struct pst_input *input, size_t size, struct pst_text *text,
                               struct pst_error *error)
{
  return named(input, pst_ahead_peek(&input->text, size, text, error), error);
}

const char *pst_input_name(const struct pst_input *input)
{
  return input->name;
}

const char *pst_input_encoding(const struct pst_input *input)
{
  return input->encoding;
}

const char *pst_input_compression(const struct pst_input *input)
{
  return input->compression;
}

size_t pst_input_mark(const struct pst_input *input)
{
  return input->mark;
}

unsigned long long pst_input_size(const struct pst_input *input)
{
  return input->size;
}

unsigned long long pst_input_position(const struct pst_input *input)
{
  return input->position;
}

void pst_input_watch(struct pst_input *input, int descriptor)
{
  input->watched = descriptor;
}

void pst_input_close(struct pst_input *input)
{
  if (input == NULL)
    return;
  if (input->descriptor >= 0 && !input->is_stdin)
    close(input->descriptor);
  pst_decompress_close(input->decompress);
  pst_convert_close(input->convert);
  pst_ahead_free(&input->raw);
  pst_ahead_free(&input->plain);
  pst_ahead_free(&input->text);
  free(input->name);
  free(input);
}
