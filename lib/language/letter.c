/* letter.c -- the letters that names are made of: those of every script. */
#include "language/letter.h"

/* Blocks of signs, spaces and punctuation. */
static bool is_sign_beyond_ascii(unsigned long c)
{
  static const struct {
    unsigned long first, last;
  } ranges[] = {{0x80, 0xA9},     {0xAB, 0xB4},     {0xB6, 0xB9},     {0xBB, 0xBF},
                {0xD7, 0xD7},     {0xF7, 0xF7},     {0x1680, 0x1680}, {0x2000, 0x206F},
                {0x20A0, 0x20CF}, {0x2190, 0x2BFF}, {0x3000, 0x3004}, {0x3008, 0x3020},
                {0x3030, 0x3030}, {0xFE00, 0xFE6F}, {0xFEFF, 0xFEFF}, {0xFF00, 0xFF0F},
                {0xFF1A, 0xFF20}, {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65}, {0xFFE0, 0xFFFF}};

  for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
    if (c >= ranges[i].first && c <= ranges[i].last)
      return true;
  return false;
}

bool pst_letter_is_digit(char c)
{
  return c >= '0' && c <= '9';
}

size_t pst_letter_size(struct pst_text text, size_t at)
{
  size_t next = at;
  unsigned long c;

  if (at >= text.size)
    return 0;
  c = pst_utf8_next(text, &next);
  if (c < 0x80)
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  return is_sign_beyond_ascii(c) ? 0 : next - at;
}

size_t pst_letter_skip(struct pst_text text, size_t at)
{
  for (;;) {
    size_t size =
        at < text.size && pst_letter_is_digit(text.data[at]) ? 1 : pst_letter_size(text, at);

    if (size == 0)
      return at;
    at += size;
  }
}
