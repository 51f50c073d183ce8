/* lines.c -- physical lines: where they end, and whether they are text. */
#include "table/read/lines.h"

#include <stdint.h>
#include <string.h>

#include "input/suggest.h"

enum { WINDOW = 256 };

/* The first LF or CR of data[from..size), or NULL.  The window doubles, so that a file without any
   LF is not searched to its end for each of its lines. */
static const char *find_end(const char *data, size_t from, size_t size)
{
  for (size_t window = WINDOW; from < size; window *= 2) {
    size_t look = size - from < window ? size - from : window;
    const char *lf = memchr(data + from, '\n', look);
    const char *cr = memchr(data + from, '\r', lf == NULL ? look : (size_t)(lf - (data + from)));

    if (cr != NULL || lf != NULL)
      return cr != NULL ? cr : lf;
    from += look;
  }
  return NULL;
}

size_t pst_line_end(const char *data, size_t from, size_t size, bool at_end)
{
  const char *found = find_end(data, from, size);
  size_t end = found == NULL ? size : (size_t)(found - data) + 1;

  if (from == size)
    return 0;
  if (found == NULL || *found == '\n')
    return found != NULL || at_end ? end : 0;
  /* A CR that ends the buffer may be the first half of CRLF. */
  if (end == size)
    return at_end ? end : 0;
  return data[end] == '\n' ? end + 1 : end;
}

struct pst_text pst_line_text(struct pst_text line)
{
  if (line.size > 0 && line.data[line.size - 1] == '\n')
    line.size--;
  if (line.size > 0 && line.data[line.size - 1] == '\r')
    line.size--;
  return line;
}

bool pst_line_blank(struct pst_text line, char delimiter)
{
  line = pst_line_text(line);
  for (size_t i = 0; i < line.size; i++)
    if ((line.data[i] != ' ' && line.data[i] != '\t') || line.data[i] == delimiter)
      return false;
  return true;
}

/* Eight bytes at a time: any high bit, or any zero byte (the classic borrow trick). */
static bool plain_ascii(struct pst_text line)
{
  const uint64_t ones = UINT64_C(0x0101010101010101), highs = ones << 7;
  size_t i = 0;

  for (; i + 8 <= line.size; i += 8) {
    uint64_t word;

    memcpy(&word, line.data + i, sizeof word);
    if (((word - ones) | word) & highs)
      return false;
  }
  for (; i < line.size; i++)
    if ((unsigned char)line.data[i] - 1U >= 0x7FU)
      return false;
  return true;
}

enum pst_line_state pst_line_check(struct pst_text line, size_t *bad)
{
  const char *nul;

  if (plain_ascii(line))
    return PST_LINE_GOOD;
  nul = memchr(line.data, '\0', line.size);
  if (nul != NULL) {
    *bad = (size_t)(nul - line.data);
    return PST_LINE_NUL;
  }
  return pst_utf8_valid(line, bad) ? PST_LINE_GOOD : PST_LINE_NOT_UTF8;
}

static bool blank(char byte)
{
  return byte == ' ' || byte == '\t';
}

/* After a closing quote at AT: where the field ends, or the offset of what should not be there. */
static size_t after_quote(struct pst_text line, size_t at, char delimiter)
{
  while (at < line.size && blank(line.data[at]) && line.data[at] != delimiter)
    at++;
  return at;
}

bool pst_line_quotes(struct pst_text line, char delimiter, enum pst_quote_state *state, size_t *bad)
{
  bool at_start = true; /* nothing of the field is seen but blanks */

  if (*state == PST_QUOTE_NONE && memchr(line.data, '"', line.size) == NULL)
    return true;
  if (*state == PST_QUOTE_OPENED)
    *state = PST_QUOTE_OPEN;
  for (size_t i = 0; i < line.size; i++) {
    char byte = line.data[i];

    if (*state != PST_QUOTE_NONE) {
      if (byte != '"')
        continue;
      if (i + 1 < line.size && line.data[i + 1] == '"') {
        i++;
        continue;
      }
      *state = PST_QUOTE_NONE;
      i = after_quote(line, i + 1, delimiter);
      at_start = true;
      if (i < line.size && line.data[i] != delimiter && line.data[i] != '\n'
          && line.data[i] != '\r') {
        *bad = i;
        return false;
      }
    } else if (byte == delimiter) {
      at_start = true;
    } else if (byte == '"' && at_start) {
      *state = PST_QUOTE_OPENED;
    } else if (!blank(byte)) {
      at_start = false;
    }
  }
  return true;
}

enum pst_status pst_line_refuse(enum pst_line_state state, struct pst_text text, size_t bad,
                                const char *file, unsigned long number, struct pst_error *error)
{
  if (state == PST_LINE_NUL)
    return pst_fail_at(error, PST_BAD_DATA, file, number,
                       "a NUL byte: this is not text, or it is UTF-16; name the encoding with "
                       "--encoding, such as UTF-16LE");
  return pst_suggest_encoding("UTF-8", text, bad, file, number, error);
}

enum pst_status pst_line_refuse_quote(size_t bad, const char *file, unsigned long number,
                                      struct pst_error *error)
{
  return pst_fail_at(error, PST_BAD_DATA, file, number,
                     "byte %zu: text follows the closing quote of a field; a quote inside a quoted "
                     "field is written twice",
                     bad + 1);
}

enum pst_status pst_line_refuse_open(const char *file, unsigned long number,
                                     struct pst_error *error)
{
  return pst_fail_at(error, PST_BAD_DATA, file, number,
                     "a quote is opened here and not closed before the end of the file");
}

enum pst_status pst_line_refuse_size(const char *file, unsigned long number,
                                     struct pst_error *error)
{
  return pst_fail_at(error, PST_BAD_DATA, file, number,
                     "a record of more than 64 MiB; is a quote left open, or is this not a "
                     "delimited text file?");
}
