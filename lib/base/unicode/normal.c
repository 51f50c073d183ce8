/* normal.c -- texts that look alike made equal. */
#include "base/unicode/normal.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <uninorm.h>

enum { LETTERS_WITH_JOINERS = 0x600 };

static bool is_blank(unsigned long code)
{
  return code == ' ' || (code >= '\t' && code <= '\r') || code == 0xA0 || code == 0x1680
         || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 || code == 0x202F
         || code == 0x205F || code == 0x3000;
}

/* Zero-width space, word joiner, byte order mark, soft hyphen, and the marks of direction. */
static bool has_no_width(unsigned long code)
{
  return code == 0x200B || code == 0x2060 || code == 0xFEFF || code == 0xAD || code == 0x200E
         || code == 0x200F || code == 0x61C || (code >= 0x202A && code <= 0x202E)
         || (code >= 0x2066 && code <= 0x2069);
}

static bool is_joiner(unsigned long code)
{
  return code == 0x200C || code == 0x200D;
}

static bool is_ascii(struct pst_text text)
{
  for (size_t i = 0; i < text.size; i++)
    if ((unsigned char)text.data[i] >= 0x80)
      return false;
  return true;
}

static bool shows(unsigned long code)
{
  return !is_blank(code) && !has_no_width(code) && !is_joiner(code);
}

struct pst_text pst_text_shown(struct pst_text text)
{
  size_t first = text.size, end = 0;

  if (is_ascii(text))
    return pst_text_trim(text);
  for (size_t at = 0; at < text.size;) {
    size_t start = at;

    if (!shows(pst_utf8_next(text, &at)))
      continue;
    first = first == text.size ? start : first;
    end = at;
  }
  return first >= end ? (struct pst_text){.data = text.data, .size = 0}
                      : (struct pst_text){.data = text.data + first, .size = end - first};
}

/* Without marks of no width; a joiner stays between letters of scripts that need it. */
static void add_visible(struct pst_text text, struct pst_buffer *out)
{
  unsigned long before = 0;

  for (size_t at = 0; at < text.size;) {
    size_t start = at, next;
    unsigned long code = pst_utf8_next(text, &at);

    next = at;
    if (has_no_width(code)
        || (is_joiner(code)
            && (before < LETTERS_WITH_JOINERS || at == text.size
                || pst_utf8_next(text, &next) < LETTERS_WITH_JOINERS)))
      continue;
    before = code;
    pst_buffer_add(out, text.data + start, at - start);
  }
}

static void compose(struct pst_buffer *out)
{
  size_t size = 0;
  uint8_t *composed =
      u8_normalize(UNINORM_NFC, (const uint8_t *)pst_buffer_string(out), out->size, NULL, &size);

  if (composed == NULL) {
    out->failed = true;
    return;
  }
  pst_buffer_clear(out);
  pst_buffer_add(out, (const char *)composed, size);
  free(composed);
}

bool pst_text_normal(struct pst_text text, struct pst_buffer *out)
{
  struct pst_text shown;
  size_t bad;

  if (is_ascii(text) || !pst_utf8_valid(text, &bad))
    return false;
  shown = pst_text_shown(text);
  pst_buffer_clear(out);
  add_visible(shown, out);
  if (out->size > 0)
    compose(out);
  return !out->failed
         && !pst_text_equal(text,
                            (struct pst_text){.data = pst_buffer_string(out), .size = out->size});
}

const char *pst_text_normal_copy(struct pst_text text, struct pst_arena *arena, bool *other)
{
  struct pst_buffer normal = {.data = NULL};
  bool differs = pst_text_normal(text, &normal);
  const char *copy = normal.failed ? NULL
                     : differs     ? pst_arena_string(arena, pst_buffer_string(&normal))
                                   : pst_arena_copy(arena, text.data, text.size);

  if (other != NULL)
    *other = differs;
  pst_buffer_free(&normal);
  return copy;
}

void pst_text_fold(struct pst_text text, struct pst_buffer *out)
{
  size_t size = 0, bad;
  uint8_t *folded;

  pst_buffer_clear(out);
  if (is_ascii(text) || !pst_utf8_valid(text, &bad)) {
    for (size_t i = 0; i < text.size; i++) {
      char c = text.data[i];

      pst_buffer_putc(out, c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c);
    }
    return;
  }
  folded = u8_casefold((const uint8_t *)text.data, text.size, NULL, UNINORM_NFC, NULL, &size);
  if (folded == NULL)
    out->failed = true;
  else
    pst_buffer_add(out, (const char *)folded, size);
  free(folded);
}
