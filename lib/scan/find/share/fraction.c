/* fraction.c -- a fraction in words of a figure that stands behind it: "a third of the average wage of 2,400 euros, or 800
   euros"; "a third of the total: 31.2 million of 95.1 million". */
#include "scan/find/change.h"
#include "scan/find/share/share.h"

enum { WORDS_MOST = 8, NEAR = 5, LOOSE = 20 };

static const struct {
  const char *word;
  int d;
} fractions[] = {{"half", 2},  {"third", 3},  {"thirds", 3}, {"quarter", 4}, {"quarters", 4},
                 {"fifth", 5}, {"fifths", 5}, {"tenth", 10}, {"tenths", 10}};

/* N / D in words, from token FIRST to the one before NEXT. */
struct said {
  int n, d;
  size_t first, next;
};

/* "a third of", "two thirds of", "half of", "half the"; what is more, less or nearly so is no figure. */
static bool read_fraction(const struct pst_paper *paper, const struct pst_sentence *s, size_t at,
                          struct said *out)
{
  const struct pst_mention *n;

  *out = (struct said){.n = 1, .first = at, .next = at + 1};
  for (size_t i = 0; i < sizeof fractions / sizeof *fractions; i++)
    if (pst_paper_word(paper, at, fractions[i].word))
      out->d = fractions[i].d;
  if (out->d == 0 || !pst_paper_word(paper, at + 1, "of the"))
    return false;
  if (out->d > 2) {
    if (at == s->first || !pst_paper_word(paper, at + 1, "of"))
      return false;
    out->first--;
    n = paper->tokens[at - 1].mention == PST_PAPER_NONE
            ? NULL
            : &paper->mentions[paper->tokens[at - 1].mention];
    if (n != NULL && n->in_words && n->value.n < out->d)
      out->n = (int)n->value.n;
    else if (!pst_paper_word(paper, at - 1, "a one"))
      return false;
  }
  return out->first == s->first
         || !pst_paper_word(
             paper, out->first - 1,
             "than over under nearly almost least most only and a first second other");
}

static struct pst_range around(struct pst_exact *exact, struct pst_rational value, int per_cent)
{
  const struct pst_range part = {.low = {.value = pst_rational_whole(100 - per_cent)},
                                 .high = {.value = pst_rational_whole(100 + per_cent)}};
  const struct pst_range point =
      pst_range_point(pst_rational_divide(exact, value, pst_rational_whole(100)));

  return pst_range_multiply(exact, &part, &point);
}

static void make(struct pst_scan *scan, const struct pst_paper *paper, const struct pst_sentence *s,
                 const struct said *said, const struct pst_mention *part,
                 const struct pst_mention *whole)
{
  const struct pst_mention *figures[] = {part, whole};
  const struct pst_token *last = &paper->tokens[said->next - 1];
  const struct pst_rational meant =
      pst_rational_divide(&scan->exact, pst_rational_whole(said->n), pst_rational_whole(said->d));
  const struct pst_range near = around(&scan->exact, meant, NEAR),
                         far = around(&scan->exact, meant, LOOSE);
  struct pst_find find = {.kind = "words",
                          .paper = paper,
                          .at = paper->tokens[said->first].at,
                          .figures = figures,
                          .figure_count = 2,
                          .decimals = 2,
                          .says_at = s->at,
                          .says_end = s->end,
                          .has_value = true};

  find.size = last->at + last->size - find.at;
  if (!pst_find_ratio(scan, part, whole, 1, &find.range, &find.value))
    return;
  find.text = pst_find_format(scan, "%s / %s", pst_find_text(scan, paper, part),
                              pst_find_text(scan, paper, whole));
  pst_find_add(scan, &find,
               pst_range_hold(&near, find.value)   ? PST_FINDING_AGREES
               : pst_range_meet(&far, &find.range) ? PST_FINDING_ROUNDING
                                                   : PST_FINDING_CONTRADICTS,
               NULL);
}

/* The token of the next number, words alone before it; 0 for none. */
static size_t next_number(const struct pst_paper *paper, size_t at, size_t last)
{
  for (size_t i = at; i < last && i < at + WORDS_MOST; i++) {
    if (pst_mention_at(paper, i) != NULL)
      return i;
    if (paper->tokens[i].kind != PST_TOKEN_WORD || paper->tokens[i].mention != PST_PAPER_NONE)
      return 0;
  }
  return 0;
}

/* Of the wage of B, or A; of the wage (B), or A; of the wage of B (A). */
static bool of_whole(const struct pst_paper *paper, const struct pst_sentence *s,
                     const struct said *said, const struct pst_mention **part,
                     const struct pst_mention **whole)
{
  size_t at = next_number(paper, said->next, s->last), or_at;

  if (at == 0 || !pst_paper_word(paper, at - 1, "of"))
    return false;
  or_at = at + 1;
  while (or_at < s->last && or_at < at + WORDS_MOST && paper->tokens[or_at].kind == PST_TOKEN_WORD
         && paper->tokens[or_at].mention == PST_PAPER_NONE && !pst_paper_word(paper, or_at, "or"))
    or_at++;
  or_at += pst_paper_mark(paper, or_at, ',');
  if (!pst_paper_word(paper, or_at, "or") && !pst_paper_mark(paper, or_at, '('))
    return false;
  *whole = pst_mention_at(paper, at);
  *part = pst_mention_at(paper, or_at + 1);
  return *part != NULL;
}

/* Of the total: A of B; of the total (A of B). */
static bool of_total(const struct pst_paper *paper, const struct pst_sentence *s,
                     const struct said *said, const struct pst_mention **part,
                     const struct pst_mention **whole)
{
  size_t at = said->next;

  while (at < s->last && at < said->next + WORDS_MOST && paper->tokens[at].kind == PST_TOKEN_WORD
         && paper->tokens[at].mention == PST_PAPER_NONE)
    at++;
  if (!pst_paper_mark(paper, at, ':') && !pst_paper_mark(paper, at, '('))
    return false;
  *part = pst_mention_at(paper, at + 1);
  at += 2 + pst_paper_word(paper, at + 2, "out");
  if (*part == NULL || !pst_paper_word(paper, at, "of"))
    return false;
  at++;
  while (at < s->last && pst_paper_word(paper, at, "the all a total of"))
    at++;
  *whole = pst_mention_at(paper, at);
  return *whole != NULL;
}

void pst_find_fraction(struct pst_scan *scan, const struct pst_paper *paper,
                       const struct pst_sentence *s)
{
  for (size_t i = s->first; i + 3 < s->last; i++) {
    const struct pst_mention *part, *whole;
    struct said said;

    if (!read_fraction(paper, s, i, &said)
        || (!of_whole(paper, s, &said, &part, &whole) && !of_total(paper, s, &said, &part, &whole)))
      continue;
    part = pst_mention_like(scan, paper, part, whole);
    if (pst_paper_same_unit(part, whole) && !part->has_sign && !whole->has_sign
        && part->vague == PST_PAPER_AS_PRINTED && whole->vague == PST_PAPER_AS_PRINTED
        && part->unit != PST_PAPER_PERCENT)
      make(scan, paper, s, &said, part, whole);
  }
}
