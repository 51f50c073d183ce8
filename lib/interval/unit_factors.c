/* unit_factors.c -- units of several words, as EUR/person: their products and quotients. */
#include <string.h>

#include "interval/unit.h"

enum { FACTORS_MOST = 8 };

/* The words above and below the line. */
struct factors {
  struct pst_text up[FACTORS_MOST], down[FACTORS_MOST];
  size_t ups, downs;
  bool many; /* more than there is room for */
};

static void add(struct pst_text word, struct pst_text *words, size_t *count, bool *many)
{
  word = pst_text_trim(word);
  if (word.size == 0 || pst_text_is(word, "1"))
    return;
  if (*count == FACTORS_MOST)
    *many = true;
  else
    words[(*count)++] = word;
}

/* A*B/C/D, upside down where it divides. */
static void split(struct factors *factors, struct pst_text word, bool divides)
{
  bool below = false;

  for (size_t from = 0, at = 0; at <= word.size; at++) {
    struct pst_text one = {.data = word.data + from, .size = at - from};

    if (at < word.size && word.data[at] != '/' && word.data[at] != '*')
      continue;
    if (below != divides)
      add(one, factors->down, &factors->downs, &factors->many);
    else
      add(one, factors->up, &factors->ups, &factors->many);
    below = at < word.size && word.data[at] == '/';
    from = at + 1;
  }
}

static void take_out(struct pst_text *words, size_t *count, size_t i)
{
  memmove(words + i, words + i + 1, (*count - i - 1) * sizeof *words);
  --*count;
}

/* What stands above and below falls out; how often. */
static size_t cancel(struct factors *factors)
{
  size_t cancelled = 0;

  for (size_t i = 0; i < factors->ups;) {
    size_t k = 0;

    while (k < factors->downs && !pst_text_equal(factors->up[i], factors->down[k]))
      k++;
    if (k == factors->downs) {
      i++;
      continue;
    }
    take_out(factors->up, &factors->ups, i);
    take_out(factors->down, &factors->downs, k);
    cancelled++;
  }
  return cancelled;
}

static bool before(struct pst_text a, struct pst_text b)
{
  int order = memcmp(a.data, b.data, a.size < b.size ? a.size : b.size);

  return order < 0 || (order == 0 && a.size < b.size);
}

static void sort(struct pst_text *words, size_t count)
{
  for (size_t i = 1; i < count; i++) {
    for (size_t k = i; k > 0 && before(words[k], words[k - 1]); k--) {
      struct pst_text word = words[k];

      words[k] = words[k - 1];
      words[k - 1] = word;
    }
  }
}

static bool print(struct pst_arena *arena, struct factors *factors, struct pst_unit *out,
                  struct pst_error *error)
{
  struct pst_buffer text = {.data = NULL};
  const char *word;

  *out = (struct pst_unit){.kind = PST_UNIT_RATIO};
  if (factors->ups + factors->downs == 0)
    return true;
  sort(factors->up, factors->ups);
  sort(factors->down, factors->downs);
  for (size_t i = 0; i < factors->ups; i++)
    pst_buffer_printf(&text, "%s%.*s", i == 0 ? "" : "*", (int)factors->up[i].size,
                      factors->up[i].data);
  for (size_t i = 0; i < factors->downs; i++)
    pst_buffer_printf(&text, "%s/%.*s", text.size == 0 ? "1" : "", (int)factors->down[i].size,
                      factors->down[i].data);
  word = text.failed ? NULL : pst_arena_string(arena, pst_buffer_string(&text));
  pst_buffer_free(&text);
  if (word == NULL) {
    pst_fail_memory(error);
    return false;
  }
  *out = (struct pst_unit){.kind = PST_UNIT_WORD, .word = pst_text_of(word)};
  return true;
}

static bool fail(const struct pst_unit *a, const struct pst_unit *b, const char *verb,
                 struct pst_error *error)
{
  pst_fail(error, PST_USAGE, "%.*s and %.*s cannot be %s", (int)a->word.size, a->word.data,
           (int)b->word.size, b->word.data, verb);
  return false;
}

bool pst_unit_quotient(struct pst_arena *arena, const struct pst_unit *a, const struct pst_unit *b,
                       struct pst_unit *out, struct pst_error *error)
{
  struct factors factors = {.ups = 0};

  split(&factors, a->word, false);
  split(&factors, b->word, true);
  if (factors.many)
    return fail(a, b, "divided", error);
  cancel(&factors);
  return print(arena, &factors, out, error);
}

bool pst_unit_product(struct pst_arena *arena, const struct pst_unit *a, const struct pst_unit *b,
                      struct pst_unit *out, struct pst_error *error)
{
  struct factors factors = {.ups = 0};

  split(&factors, a->word, false);
  split(&factors, b->word, false);
  if (factors.many || cancel(&factors) == 0)
    return fail(a, b, "multiplied", error);
  if (!print(arena, &factors, out, error))
    return false;
  if (out->kind == PST_UNIT_RATIO)
    out->kind = PST_UNIT_PLAIN;
  out->scale = a->scale > b->scale ? a->scale : b->scale;
  return true;
}
