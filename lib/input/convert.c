#include "input/convert.h"

#include <errno.h>
#include <iconv.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 64 * 1024 };

struct pst_convert {
  iconv_t iconv;
  char *encoding;
  char *data; /* bytes read and not converted: [used, size) */
  size_t used, size;
  bool at_end, begun;
  unsigned long line; /* line feeds handed out so far, plus 1 */
};

enum pst_status pst_convert_open(const char *encoding, struct pst_convert **result,
                                 struct pst_error *error)
{
  struct pst_convert *convert;
  iconv_t iconv = iconv_open("UTF-8", encoding);

  if (iconv == (iconv_t)-1)
    return pst_fail(error, PST_USAGE,
                    "--encoding: '%s' is not a known encoding; iconv --list "
                    "names them",
                    encoding);
  convert = calloc(1, sizeof *convert);
  if (convert != NULL) {
    convert->encoding = strdup(encoding);
    convert->data = malloc(BLOCK);
  }
  if (convert == NULL || convert->encoding == NULL || convert->data == NULL) {
    iconv_close(iconv);
    if (convert != NULL)
      free(convert->encoding);
    free(convert);
    return pst_fail_memory(error);
  }
  convert->iconv = iconv;
  convert->line = 1;
  *result = convert;
  return PST_OK;
}

static enum pst_status fill(struct pst_convert *convert, pst_input_source *source, void *context,
                            struct pst_error *error)
{
  enum pst_status status;
  size_t got = 0;

  memmove(convert->data, convert->data + convert->used, convert->size - convert->used);
  convert->size -= convert->used;
  convert->used = 0;
  status = source(context, convert->data + convert->size, BLOCK - convert->size, &got, error);
  convert->size += got;
  convert->at_end = got == 0;
  return status;
}

static void count_lines(struct pst_convert *convert, const char *data, size_t size)
{
  for (size_t i = 0; i < size; i++)
    convert->line += data[i] == '\n';
}

/* The converted text's own byte-order mark is no text. */
static size_t without_mark(struct pst_convert *convert, char *data, size_t size)
{
  if (convert->begun || size == 0)
    return size;
  convert->begun = true;
  if (size < 3 || memcmp(data, "\xef\xbb\xbf", 3) != 0)
    return size;
  memmove(data, data + 3, size - 3);
  return size - 3;
}

enum pst_status pst_convert_read(struct pst_convert *convert, pst_input_source *source,
                                 void *context, char *data, size_t size, size_t *got,
                                 struct pst_error *error)
{
  *got = 0;
  while (*got == 0) {
    char *in = convert->data + convert->used, *out = data;
    size_t in_left = convert->size - convert->used, out_left = size;
    bool incomplete = iconv(convert->iconv, &in, &in_left, &out, &out_left) == (size_t)-1;
    int reason = incomplete ? errno : 0;

    convert->used = convert->size - in_left;
    count_lines(convert, data, size - out_left);
    *got = without_mark(convert, data, size - out_left);
    if (*got > 0)
      return PST_OK;
    if (reason == EILSEQ || (reason == EINVAL && convert->at_end))
      return pst_fail_at(error, PST_BAD_DATA, "", convert->line,
                         "byte 0x%02X is not %s text; name the encoding that the file has with "
                         "--encoding",
                         (unsigned char)convert->data[convert->used], convert->encoding);
    if (convert->at_end)
      return PST_OK;
    if (fill(convert, source, context, error) != PST_OK)
      return error == NULL ? PST_IO : error->status;
  }
  return PST_OK;
}

void pst_convert_close(struct pst_convert *convert)
{
  if (convert == NULL)
    return;
  iconv_close(convert->iconv);
  free(convert->encoding);
  free(convert->data);
  free(convert);
}
