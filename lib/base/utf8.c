/* utf8.c -- characters of UTF-8: decoded, checked, measured on a terminal. */
#include "base/text.h"

enum { REPLACEMENT = 0xFFFD };

/* Length of the sequence that starts with byte B, and the smallest code point it may carry. */
static size_t sequence_length(unsigned char b, unsigned long *smallest)
{
  if (b < 0x80) {
    *smallest = 0;
    return 1;
  }
  if (b >= 0xC2 && b < 0xE0) {
    *smallest = 0x80;
    return 2;
  }
  if (b >= 0xE0 && b < 0xF0) {
    *smallest = 0x800;
    return 3;
  }
  if (b >= 0xF0 && b < 0xF5) {
    *smallest = 0x10000;
    return 4;
  }
  return 0;
}

/* Decode at AT: the length of the character, 0 when the bytes are not UTF-8. */
static size_t decode(struct pst_text text, size_t at, unsigned long *code)
{
  const unsigned char *b = (const unsigned char *)text.data + at;
  unsigned long smallest, value;
  size_t length = sequence_length(b[0], &smallest);

  if (length == 0 || length > text.size - at)
    return 0;
  value = length == 1 ? b[0] : b[0] & (0x7FU >> length);
  for (size_t i = 1; i < length; i++) {
    if ((b[i] & 0xC0) != 0x80)
      return 0;
    value = value << 6 | (b[i] & 0x3F);
  }
  if (value < smallest || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000))
    return 0;
  *code = value;
  return length;
}

unsigned long pst_utf8_next(struct pst_text text, size_t *at)
{
  unsigned long code = REPLACEMENT;
  size_t length = decode(text, *at, &code);

  *at += length == 0 ? 1 : length;
  return length == 0 ? REPLACEMENT : code;
}

size_t pst_utf8_size(struct pst_text text, size_t at)
{
  unsigned long code;

  return decode(text, at, &code);
}

struct pst_text pst_utf8_head(struct pst_text text, size_t most)
{
  size_t size = text.size < most ? text.size : most;

  while (size > 0 && size < text.size && ((unsigned char)text.data[size] & 0xC0) == 0x80)
    size--;
  return (struct pst_text){.data = text.data, .size = size};
}

bool pst_utf8_valid(struct pst_text text, size_t *bad)
{
  size_t at = 0;

  while (at < text.size) {
    unsigned long code;
    size_t length = (unsigned char)text.data[at] < 0x80 ? 1 : decode(text, at, &code);

    if (length == 0) {
      *bad = at;
      return false;
    }
    at += length;
  }
  return true;
}

struct range {
  unsigned long first, last;
};

/* Combining marks and joiners that take no column (Unicode 15, the blocks that occur in names). */
static const struct range zero_width[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A}, {0x064B, 0x065F},
    {0x0E31, 0x0E31}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
    {0x200B, 0x200F}, {0x2060, 0x2064}, {0x20D0, 0x20FF}, {0x3099, 0x309A}, {0xFE00, 0xFE0F},
    {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF},
};

/* East Asian Wide and Fullwidth (Unicode Standard Annex 11). */
static const struct range double_width[] = {
    {0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},
    {0xA000, 0xA4CF}, {0xA960, 0xA97F}, {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
};

static bool in_ranges(unsigned long code, const struct range *ranges, size_t count)
{
  for (size_t i = 0; i < count; i++)
    if (code >= ranges[i].first && code <= ranges[i].last)
      return true;
  return false;
}

static size_t width_of(unsigned long code)
{
  if (code < zero_width[0].first)
    return 1;
  if (in_ranges(code, zero_width, sizeof zero_width / sizeof *zero_width))
    return 0;
  return in_ranges(code, double_width, sizeof double_width / sizeof *double_width) ? 2 : 1;
}

size_t pst_utf8_width(struct pst_text text)
{
  size_t at = 0, width = 0;

  while (at < text.size)
    if ((unsigned char)text.data[at] < 0x80) {
      width++;
      at++;
    } else {
      width += width_of(pst_utf8_next(text, &at));
    }
  return width;
}
