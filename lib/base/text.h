/* text.h -- UTF-8 text: slices, a growable buffer, widths on a terminal, near matches. */
#ifndef PST_BASE_TEXT_H
#define PST_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/error.h"

/* A run of bytes that belongs to somebody else; not closed by NUL. */
struct pst_text {
  const char *data;
  size_t size;
};

struct pst_text pst_text_of(const char *string);
/* pst_text_word: a text of up to 8 bytes as one number, which is another for every text of that size. */
static inline uint64_t pst_text_word(struct pst_text text)
{
  const unsigned char *b = (const unsigned char *)text.data;
  uint32_t first, last;

  if (text.size >= sizeof first) {
    memcpy(&first, b, sizeof first);
    memcpy(&last, b + text.size - sizeof last, sizeof last);
    return first | (uint64_t)last << 32;
  }
  if (text.size == 0)
    return 0;
  return b[0] | (uint64_t)b[text.size / 2] << 8 | (uint64_t)b[text.size - 1] << 16;
}

/* pst_text_equal: the same bytes; of up to 16 without a call. */
static inline bool pst_text_equal(struct pst_text a, struct pst_text b)
{
  uint64_t first[2], last[2];

  if (a.size != b.size)
    return false;
  if (a.size <= 8)
    return pst_text_word(a) == pst_text_word(b);
  if (a.size > 16)
    return memcmp(a.data, b.data, a.size) == 0;
  memcpy(&first[0], a.data, 8);
  memcpy(&first[1], b.data, 8);
  memcpy(&last[0], a.data + a.size - 8, 8);
  memcpy(&last[1], b.data + b.size - 8, 8);
  return first[0] == first[1] && last[0] == last[1];
}
bool pst_text_is(struct pst_text text, const char *string);
/* pst_text_begins: the first bytes of TEXT are those of STRING. */
bool pst_text_begins(struct pst_text text, const char *string);
/* pst_text_trim: without ASCII blanks (space, tab, CR, LF) at both ends. */
struct pst_text pst_text_trim(struct pst_text text);

/* pst_utf8_next: decode one character of TEXT at *AT and step over it; returns the code point, or
   0xFFFD for a byte that is not UTF-8 (overlong forms and surrogates included), stepping one byte. */
unsigned long pst_utf8_next(struct pst_text text, size_t *at);
/* pst_utf8_size: the bytes of the character of TEXT at AT, 0 when they are not UTF-8. */
size_t pst_utf8_size(struct pst_text text, size_t at);
/* pst_utf8_valid: true when all is UTF-8; else *BAD is the offset of the first wrong byte. */
bool pst_utf8_valid(struct pst_text text, size_t *bad);
/* pst_utf8_head: the beginning of TEXT, at most MOST bytes, that ends with a whole character. */
struct pst_text pst_utf8_head(struct pst_text text, size_t most);
/* pst_utf8_width: columns on a terminal: 0 for combining marks, 2 for East Asian wide, else 1. */
size_t pst_utf8_width(struct pst_text text);

/* pst_text_distance: insertions, deletions, replacements and transpositions of neighbours that turn A
   into B, capitals folded (optimal string alignment, in bytes); SIZE_MAX when A or B is longer than
   63 bytes. */
size_t pst_text_distance(struct pst_text a, struct pst_text b);

/* pst_text_near: index of the candidate nearest to WORD (case folded edit distance with
   transpositions, at most a third of its length), or COUNT when none is near.  For "did you mean". */
size_t pst_text_near(struct pst_text word, const char *const *candidates, size_t count);

/* A growable string.  Once out of memory it stays failed (check pst_buffer_failed at the end). */
struct pst_buffer {
  char *data; /* closed by NUL when size > 0 or after any call; NULL when never used */
  size_t size;
  size_t capacity;
  bool failed;
};

void pst_buffer_add(struct pst_buffer *buffer, const char *data, size_t size);
void pst_buffer_puts(struct pst_buffer *buffer, const char *string);
void pst_buffer_putc(struct pst_buffer *buffer, char c);
void pst_buffer_printf(struct pst_buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* pst_buffer_repeat: C, COUNT times. */
void pst_buffer_repeat(struct pst_buffer *buffer, char c, size_t count);
/* pst_buffer_wrap: the words of TEXT, in lines of at most WIDTH columns of ASCII, each but the first
   begun with INDENT blanks; USED columns of the first line are taken.  Ends with a line end. */
void pst_buffer_wrap(struct pst_buffer *buffer, const char *text, size_t used, size_t indent,
                     size_t width);
/* pst_buffer_string: the contents as a C string ("" when empty). */
const char *pst_buffer_string(const struct pst_buffer *buffer);
void pst_buffer_clear(struct pst_buffer *buffer);            /* empty, keeps the memory */
void pst_buffer_cut(struct pst_buffer *buffer, size_t size); /* to the first SIZE bytes of it */
void pst_buffer_free(struct pst_buffer *buffer);

#endif
