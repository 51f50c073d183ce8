/* decades.c -- decades in order, and how long from one to the other: "in the three decades from the 1980s to the 2000s". */
#include "scan/find/date/dates.h"

enum { SIZE = 5, DECADE = 10, WORDS_MOST = 6 };

/* 1990 of "1990s"; 0 for any other word. */
static int decade_at(const struct pst_paper *paper, size_t at)
{
  const struct pst_token *t = at < paper->token_count ? &paper->tokens[at] : NULL;
  const char *word = t == NULL ? NULL : paper->text.data + t->at;
  int year = 0;

  if (t == NULL || t->kind != PST_TOKEN_WORD || t->size != SIZE || word[4] != 's')
    return 0;
  for (int i = 0; i < 4; i++) {
    if (word[i] < '0' || word[i] > '9')
      return 0;
    year = 10 * year + (word[i] - '0');
  }
  return year >= 1500 && year < 2200 && year % DECADE == 0 ? year : 0;
}

static size_t skip_the(const struct pst_paper *paper, size_t at)
{
  while (pst_paper_word(paper, at, "the early late mid"))
    at++;
  return at;
}

/* FROM and TO, which stand from token FIRST to before token LAST; whole where no "early" or "late" parts them. */
struct span {
  int from, to;
  size_t first, last;
  bool whole;
};

/* from the 1980s to the 2000s, between the 1980s and the 2000s */
static bool read_span(const struct pst_paper *paper, size_t at, size_t last, struct span *out)
{
  const bool from = pst_paper_word(paper, at, "from");
  size_t next;

  if (!from && !pst_paper_word(paper, at, "between"))
    return false;
  next = skip_the(paper, at + 1);
  out->from = decade_at(paper, next);
  if (out->from == 0 || !pst_paper_word(paper, next + 1, from ? "to until till through" : "and"))
    return false;
  next = skip_the(paper, next + 2);
  out->to = decade_at(paper, next);
  out->first = at;
  out->last = next + 1;
  out->whole = !pst_paper_has(paper, at, next, "early late mid");
  return out->to > 0 && next < last;
}

static void make(struct pst_scan *scan, const struct pst_paper *paper, const struct pst_sentence *s,
                 const struct span *span, const struct pst_mention *n, int of)
{
  const struct pst_token *first = &paper->tokens[span->first],
                         *last = &paper->tokens[span->last - 1];
  struct pst_find find = {.kind = "dates",
                          .paper = paper,
                          .figures = &n,
                          .figure_count = n != NULL,
                          .relation = n == NULL ? "in order:" : NULL,
                          .at = n == NULL ? first->at : n->at,
                          .size = n == NULL ? last->at + last->size - first->at : n->size,
                          .says_at = s->at,
                          .says_end = s->end,
                          .has_value = true};
  const int years = span->to - span->from;
  bool fits = years >= 0;

  find.value = pst_rational_whole(n == NULL ? years : years / of);
  find.range = pst_range_point(find.value);
  if (n != NULL) {
    find.range.high.value = pst_rational_whole((years + DECADE) / of);
    fits = pst_range_hold(&find.range, n->value);
  }
  find.text = pst_find_format(scan, "%s from the %ds to the %ds",
                              of == DECADE ? "decades" : "years", span->from, span->to);
  pst_find_add(scan, &find, fits ? PST_FINDING_AGREES : PST_FINDING_CONTRADICTS, NULL);
}

/* N decades, N years at token AT, of no vague number; 10 or 1, 0 for none. */
static int duration_at(const struct pst_paper *paper, size_t at, const struct pst_mention **n)
{
  const struct pst_token *t = at < paper->token_count ? &paper->tokens[at] : NULL;

  if (t == NULL || t->mention == PST_PAPER_NONE)
    return 0;
  *n = &paper->mentions[t->mention];
  if ((*n)->unit != PST_PAPER_PLAIN || (*n)->vague != PST_PAPER_AS_PRINTED || (*n)->scale > 0
      || (*n)->year || (*n)->ordinal)
    return 0;
  return pst_paper_word(paper, at + 1, "decades") ? DECADE
         : pst_paper_word(paper, at + 1, "years") ? 1
                                                  : 0;
}

/* "the three decades from ..." right before, ", three decades" right behind. */
static void duration(struct pst_scan *scan, const struct pst_paper *paper,
                     const struct pst_sentence *s, const struct span *span)
{
  const struct pst_mention *n = NULL;
  size_t at = span->last + 1;
  int of = 0;

  if (span->first >= s->first + 3
      && pst_paper_word(paper, span->first - 3, "the in over during across these those"))
    of = duration_at(paper, span->first - 2, &n);
  if (of == 0
      && (pst_paper_mark(paper, span->last, ',') || pst_paper_mark(paper, span->last, '('))) {
    while (at < s->last && at < span->last + WORDS_MOST
           && pst_paper_word(paper, at, "a period span of i.e that is"))
      at++;
    of = at > span->last + 1 || pst_paper_mark(paper, span->last, '(') ? duration_at(paper, at, &n)
                                                                       : 0;
  }
  if (of > 0 && span->to > span->from)
    make(scan, paper, s, span, n, of);
}

void pst_find_decades(struct pst_scan *scan, const struct pst_paper *paper,
                      const struct pst_sentence *s)
{
  struct span span;

  for (size_t i = s->first; i + 2 < s->last; i++)
    if (read_span(paper, i, s->last, &span) && span.from != span.to) {
      make(scan, paper, s, &span, NULL, 1);
      if (span.whole)
        duration(scan, paper, s, &span);
    }
}
