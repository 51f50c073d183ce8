/* plain.c -- a cell's characters in plain ASCII where they mean the same. */
#include "printed/plain.h"

#include <stdint.h>
#include <string.h>

bool pst_plain_blank(unsigned long code)
{
  return code == ' ' || code == '\t' || code == 0xA0 || (code >= 0x2000 && code <= 0x200A)
         || code == 0x202F || code == 0x205F || code == 0x3000;
}

/* Digits of all widths, fractions, superscripts, Roman and circled numbers. */
static bool is_number(unsigned long code)
{
  return (code >= '0' && code <= '9') || (code >= 0xFF10 && code <= 0xFF19)
         || (code >= 0xBC && code <= 0xBE) || code == 0xB2 || code == 0xB3 || code == 0xB9
         || code == 0x2070 || (code >= 0x2074 && code <= 0x2079)
         || (code >= 0x2080 && code <= 0x2089) || (code >= 0x2150 && code <= 0x2189)
         || (code >= 0x2460 && code <= 0x249B);
}

bool pst_plain_has_number(struct pst_text text)
{
  for (size_t at = 0; at < text.size;)
    if (is_number(pst_utf8_next(text, &at)))
      return true;
  return false;
}

static bool is_minus(unsigned long code)
{
  return code == 0x2212 || code == 0x2012 || code == 0x2013 || code == 0xFF0D || code == 0x2010
         || code == 0x2011;
}

static bool is_apostrophe(unsigned long code)
{
  return code == 0x2019 || code == 0x2018 || code == 0x02BC || code == 0xFF07;
}

/* The ASCII counterpart of CODE, or 0. */
static char counterpart(unsigned long code)
{
  if (code < 0x80)
    return (char)code;
  if (pst_plain_blank(code))
    return ' ';
  if (is_minus(code))
    return '-';
  if (is_apostrophe(code))
    return '\'';
  if (code >= 0xFF01 && code <= 0xFF5E)
    return (char)(code - 0xFF01 + '!');
  return '\0';
}

/* Characters that stay as they are: ASCII without line ends (nor other controls but these), eight at a time. */
static bool is_ascii(struct pst_text text)
{
  const uint64_t ones = UINT64_MAX / 0xFF;
  uint64_t word = 0, found = 0;
  size_t at = 0;

  for (; at + sizeof word <= text.size; at += sizeof word) {
    memcpy(&word, text.data + at, sizeof word);
    found |= word | (word - ones * 0x0E);
  }
  for (; at < text.size; at++)
    found |= (text.data[at] & 0x80) | (text.data[at] < 0x0E ? 0x80 : 0);
  return (found & ones * 0x80) == 0;
}

struct pst_text pst_plain(struct pst_text text, char buffer[PST_PLAIN_SIZE])
{
  size_t size = 0, at = 0;

  if (text.size <= PST_PLAIN_SIZE && is_ascii(text)) {
    memcpy(buffer, text.data, text.size);
    return pst_text_trim((struct pst_text){.data = buffer, .size = text.size});
  }
  while (at < text.size) {
    size_t before = at, bytes;
    char c;

    if ((unsigned char)text.data[at] < 0x80 && size < PST_PLAIN_SIZE) {
      c = text.data[at++];
      buffer[size++] = c == '\n' || c == '\r' ? ' ' : c;
      continue;
    }
    c = counterpart(pst_utf8_next(text, &at));
    bytes = c != '\0' ? 1 : at - before;

    if (size + bytes > PST_PLAIN_SIZE)
      return (struct pst_text){.data = NULL, .size = 0};
    if (c != '\0')
      buffer[size] = c;
    else
      memcpy(buffer + size, text.data + before, bytes);
    size += bytes;
  }
  return pst_text_trim((struct pst_text){.data = buffer, .size = size});
}
