#include "input/input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "input/convert.h"

enum { PEEK = 10 };

struct pst_input {
  char *name;
  int descriptor;
  bool is_stdin;
  unsigned long long size, position;
  char peeked[PEEK]; /* first bytes, looked at before anybody asked for them */
  size_t n_peeked, peek_used;
  struct pst_convert *convert; /* NULL when the bytes are UTF-8 already */
};

static enum pst_status fail_errno(const struct pst_input *input, struct pst_error *error)
{
  return pst_fail_at(error, PST_IO, input->name, 0, "%s", strerror(errno));
}

/* read(2), taken up again when a signal came between. */
static enum pst_status read_some(struct pst_input *input, char *data, size_t size, size_t *got,
                                 struct pst_error *error)
{
  ssize_t n;

  do
    n = read(input->descriptor, data, size);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    return fail_errno(input, error);
  *got = (size_t)n;
  input->position += (size_t)n;
  return PST_OK;
}

static enum pst_status peek(struct pst_input *input, struct pst_error *error)
{
  size_t got = 1;

  while (input->n_peeked < PEEK && got > 0) {
    enum pst_status status =
        read_some(input, input->peeked + input->n_peeked, PEEK - input->n_peeked, &got, error);

    if (status != PST_OK)
      return status;
    input->n_peeked += got;
  }
  return PST_OK;
}

/* "BZh" alone could begin a header. */
static bool is_bzip2(const struct pst_input *input)
{
  return input->n_peeked == PEEK && memcmp(input->peeked, "BZh", 3) == 0
         && memcmp(input->peeked + 4, "1AY&SY", 6) == 0;
}

static bool starts(const struct pst_input *input, const char *bytes, size_t size)
{
  return input->n_peeked >= size && memcmp(input->peeked, bytes, size) == 0;
}

/* Files that are no text, by their first bytes. */
static enum pst_status refuse_binary(const struct pst_input *input, struct pst_error *error)
{
  static const struct {
    const char *bytes;
    size_t size;
    const char *what, *advice;
  } kinds[] = {
      {"\x1f\x8b", 2, "gzip-compressed", "decompress it first: gzip -dc FILE | polstat ... -"},
      {"\x28\xb5\x2f\xfd", 4, "zstd-compressed",
       "decompress it first: zstd -dc FILE | polstat ... -"},
      {"\xfd"
       "7zXZ",
       5, "xz-compressed", "decompress it first: xz -dc FILE | polstat ... -"},
      {"PK\x03\x04", 4, "a zip archive or a workbook", "save the sheet as CSV"},
      {"\xd0\xcf\x11\xe0", 4, "an old Excel workbook", "save the sheet as CSV"},
      {"%PDF-", 5, "a PDF document",
       "text is expected: pdftotext -layout FILE.pdf FILE.txt takes it out (data: save as CSV)"},
  };

  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (starts(input, kinds[i].bytes, kinds[i].size))
      return pst_fail_at(error, PST_BAD_DATA, input->name, 0, "this is %s; %s", kinds[i].what,
                         kinds[i].advice);
  if (is_bzip2(input))
    return pst_fail_at(
        error, PST_BAD_DATA, input->name, 0,
        "this is bzip2-compressed; decompress it first: bzip2 -dc FILE | polstat ... "
        "-");
  return PST_OK;
}

static enum pst_status choose_encoding(struct pst_input *input, const char *encoding,
                                       struct pst_error *error)
{
  if (starts(input, "\xef\xbb\xbf", 3)) {
    input->peek_used = 3;
    if (encoding == NULL)
      return PST_OK;
  }
  if (encoding == NULL && (starts(input, "\xff\xfe", 2) || starts(input, "\xfe\xff", 2)))
    encoding = "UTF-16";
  if (encoding == NULL)
    return refuse_binary(input, error);
  return pst_convert_open(encoding, &input->convert, error);
}

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
  if (S_ISREG(about.st_mode))
    input->size = (unsigned long long)about.st_size;
  return PST_OK;
}

enum pst_status pst_input_open(const char *path, const char *encoding, struct pst_input **result,
                               struct pst_error *error)
{
  struct pst_input *input = calloc(1, sizeof *input);
  enum pst_status status;

  if (input == NULL)
    return pst_fail_memory(error);
  input->descriptor = -1;
  input->name = strdup(strcmp(path, "-") == 0 ? "standard input" : path);
  if (input->name == NULL) {
    free(input);
    return pst_fail_memory(error);
  }
  status = open_descriptor(input, path, error);
  if (status == PST_OK)
    status = peek(input, error);
  if (status == PST_OK)
    status = choose_encoding(input, encoding, error);
  if (status != PST_OK) {
    pst_input_close(input);
    return status;
  }
  *result = input;
  return PST_OK;
}

/* The bytes as they are: first those looked at, then the file's. */
static enum pst_status read_raw(void *context, char *data, size_t size, size_t *got,
                                struct pst_error *error)
{
  struct pst_input *input = context;
  size_t left = input->n_peeked - input->peek_used;

  if (left == 0)
    return read_some(input, data, size, got, error);
  *got = left < size ? left : size;
  memcpy(data, input->peeked + input->peek_used, *got);
  input->peek_used += *got;
  return PST_OK;
}

enum pst_status pst_input_read(struct pst_input *input, char *data, size_t size, size_t *got,
                               struct pst_error *error)
{
  if (input->convert == NULL)
    return read_raw(input, data, size, got, error);
  return pst_convert_read(input->convert, read_raw, input, data, size, got, error);
}

const char *pst_input_name(const struct pst_input *input)
{
  return input->name;
}

unsigned long long pst_input_size(const struct pst_input *input)
{
  return input->size;
}

unsigned long long pst_input_position(const struct pst_input *input)
{
  return input->position;
}

void pst_input_close(struct pst_input *input)
{
  if (input == NULL)
    return;
  if (input->descriptor >= 0 && !input->is_stdin)
    close(input->descriptor);
  pst_convert_close(input->convert);
  free(input->name);
  free(input);
}
