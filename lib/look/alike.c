/* alike.c -- texts of a column that differ in capitals or blanks only. */
#include <string.h>

#include "base/unicode/normal.h"
#include "look/steps.h"

enum { LISTED = 3, TEXTS_MOST = 100000 };

/* The bytes of a blank at AT: ASCII's, the one that does not break, and the East Asian one; 0: none. */
static size_t blank_at(struct pst_text text, size_t at)
{
  static const char *const blanks[] = {" ", "\t", "\n", "\r", "\xC2\xA0", "\xE3\x80\x80"};

  for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++) {
    size_t size = strlen(blanks[i]);

    if (text.size - at >= size && memcmp(text.data + at, blanks[i], size) == 0)
      return size;
  }
  return 0;
}

/* TEXT without capitals and blanks. */
static void fold(struct pst_text text, struct pst_buffer *small, struct pst_buffer *out)
{
  struct pst_text folded;

  pst_text_fold(text, small);
  folded = (struct pst_text){.data = pst_buffer_string(small), .size = small->size};
  out->failed = out->failed || small->failed;
  pst_buffer_clear(out);
  for (size_t at = 0; at < folded.size;) {
    size_t blank = blank_at(folded, at);

    if (blank == 0)
      pst_buffer_putc(out, folded.data[at]);
    at += blank > 0 ? blank : 1;
  }
}

struct search {
  struct pst_dictionary folded;
  size_t *first; /* of each folded text, the place in the counts of its most frequent form so far */
  struct pst_buffer small, buffer;
};

/* The rarer of two forms is the one that is named. */
static bool add_form(struct search *search, const struct pst_top_count *counts, size_t i,
                     struct pst_look_column *out)
{
  const struct pst_text *texts = pst_column_texts(out->column)->texts;
  unsigned known = search->folded.count, code;
  size_t rare = i, often;

  fold(texts[counts[i].code], &search->small, &search->buffer);
  code = pst_dictionary_add(
      &search->folded,
      (struct pst_text){.data = pst_buffer_string(&search->buffer), .size = search->buffer.size});
  if (code == PST_CODE_MISSING || search->buffer.failed)
    return false;
  if (code == known) {
    search->first[code] = i;
    return true;
  }
  often = search->first[code];
  if (counts[i].n > counts[often].n) {
    rare = often;
    often = search->first[code] = i;
  }
  if (out->n_alike++ < LISTED)
    out->alike[out->n_alike_listed++] =
        (struct pst_look_alike){.text = texts[counts[rare].code].data,
                                .other = texts[counts[often].code].data,
                                .n = counts[rare].n,
                                .row = counts[rare].row};
  return true;
}

enum pst_status pst_look_alike(struct pst_arena *arena, const struct pst_top_count *counts,
                               size_t n, struct pst_look_column *out, struct pst_error *error)
{
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct search search = {.first = pst_arena_array(&scratch, n + 1, sizeof *search.first)};
  bool good = search.first != NULL;

  out->alike = pst_arena_array(arena, LISTED, sizeof *out->alike);
  good = good && out->alike != NULL;
  for (size_t i = 0; i < n && n <= TEXTS_MOST && good; i++)
    good = add_form(&search, counts, i, out);
  pst_dictionary_free(&search.folded);
  pst_buffer_free(&search.small);
  pst_buffer_free(&search.buffer);
  pst_arena_free(&scratch);
  return good ? PST_OK : pst_fail_memory(error);
}
