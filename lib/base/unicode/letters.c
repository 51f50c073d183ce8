/* letters.c -- letters of all scripts. */
#include "base/unicode/letters.h"

#include <unicase.h>
#include <unictype.h>
#include <unistr.h>

enum { BAR = 0x30FC, ORDINAL_A = 0xAA, ORDINAL_O = 0xBA };

bool pst_text_has_letter(struct pst_text text)
{
  const uint8_t *at = (const uint8_t *)text.data;

  for (size_t left = text.size; left > 0;) {
    ucs4_t code;
    int size = u8_mbtouc(&code, at, left);

    if (code != BAR && code != ORDINAL_A && code != ORDINAL_O && uc_is_property_alphabetic(code))
      return true;
    at += size;
    left -= (size_t)size;
  }
  return false;
}

unsigned long pst_letter_small(struct pst_text text, size_t *size)
{
  ucs4_t code;

  *size = (size_t)u8_mbtouc(&code, (const uint8_t *)text.data, text.size);
  return uc_tolower(code);
}
