#include "table/lines.h"

#include <stdint.h>
#include <string.h>

size_t pst_line_end(const char *data, size_t from, size_t size, bool at_end)
{
  const char *first = data + from, *lf, *cr;
  size_t left = size - from;

  if (left == 0)
    return 0;
  lf = memchr(first, '\n', left);
  cr = memchr(first, '\r', lf == NULL ? left : (size_t)(lf - first));
  if (cr != NULL && cr + 1 == lf)
    return (size_t)(lf - data) + 1;
  /* A CR that ends the buffer may be the first half of CRLF. */
  if (cr != NULL && (lf != NULL || cr + 1 < data + size || at_end))
    return (size_t)(cr - data) + 1;
  if (cr == NULL && lf != NULL)
    return (size_t)(lf - data) + 1;
  return at_end ? size : 0;
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
