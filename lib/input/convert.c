/* convert.c -- another encoding to UTF-8 by iconv, in blocks. */
#include "input/convert.h"

#include <errno.h>
#include <iconv.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "input/suggest.h"

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
  bool plain = encoding[0] != '\0' && strchr(encoding, '/') == NULL;
  iconv_t iconv = plain ? iconv_open("UTF-8", encoding) : (iconv_t)-1;

  /* Empty it would be that of the locale; behind a slash stand wishes, such as to leave out what
     cannot be read. */
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

/* The bytes of UTF-16 and UTF-32 come in units, and in no order but their own. */
static size_t unit(const char *encoding)
{
  if (strncasecmp(encoding, "UTF-16", 6) == 0)
    return 2;
  return strncasecmp(encoding, "UTF-32", 6) == 0 ? 4 : 1;
}

static enum pst_status impossible(const struct pst_convert *convert, struct pst_error *error)
{
  const char *data = convert->data, *from = memchr(data, '\n', convert->used);
  size_t start = from == NULL ? 0 : (size_t)(from + 1 - data), n = unit(convert->encoding);
  char bytes[4 * 5 + 1] = "";

  if (n == 1)
    return pst_suggest_encoding(convert->encoding,
                                (struct pst_text){data + start, convert->size - start},
                                convert->used - start, "", convert->line, error);
  for (size_t i = 0; i < n && convert->used + i < convert->size; i++)
    sprintf(bytes + 5 * i, " 0x%02X", (unsigned char)data[convert->used + i]);
  return pst_fail_at(error, PST_BAD_DATA, "", convert->line,
                     "the bytes%s are no character of %s; mend the file, or name the encoding that "
                     "it has with --encoding",
                     bytes, convert->encoding);
}

static enum pst_status cut_off(const struct pst_convert *convert, struct pst_error *error)
{
  return pst_fail_at(
      error, PST_BAD_DATA, "", convert->line,
      "the file ends within a character of %s, behind byte 0x%02X; fetch it again, or "
      "name the encoding that it has with --encoding",
      convert->encoding, (unsigned char)convert->data[convert->size - 1]);
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
    if (reason == EILSEQ)
      return impossible(convert, error);
    if (reason == EINVAL && convert->at_end)
      return cut_off(convert, error);
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
