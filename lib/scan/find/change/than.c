/* than.c -- "B, D % lower than in 2021 (A)"; "A in 2010 and B in 2011, D % more". */
#include "scan/find/change/change_kinds.h"

enum { WORDS_MOST = 6 };

static int way_of(const struct pst_paper *paper, size_t at)
{
  return pst_paper_word(paper, at, "more higher larger greater above") ? 1
         : pst_paper_word(paper, at, "less lower smaller fewer below") ? -1
                                                                       : 0;
}

/* Behind token AT, the figure that it is set against: "than in 2021 (A)", "below 1990 (A)", "than the A of 2021".  Words and
   years alone may stand between. */
static const struct pst_mention *against(const struct pst_paper *paper, size_t at, size_t last)
{
  bool open = false;

  for (size_t i = at; i < last && i < at + WORDS_MOST; i++) {
    const struct pst_mention *m = pst_paper_mention(paper, i);

    if (pst_mention_at(paper, i) != NULL)
      return open && !pst_paper_mark(paper, i + 1, ')') && !pst_paper_mark(paper, i + 2, ')') ? NULL
                                                                                              : m;
    if (m != NULL && !m->year)
      return NULL;
    open = open || pst_paper_mark(paper, i, '(');
    if (m == NULL && paper->tokens[i].kind != PST_TOKEN_WORD && !pst_paper_mark(paper, i, '('))
      return NULL;
    if (pst_paper_word(paper, i, "and but while respectively"))
      return NULL;
  }
  return NULL;
}

/* The first figure of the sentence that is of the unit of LIKE and in no brackets, when one verb of being or a colon stands
   before it, or a year behind: what the sentence is about. */
static const struct pst_mention *subject(const struct pst_paper *paper,
                                         const struct pst_sentence *s, size_t at,
                                         const struct pst_mention *like)
{
  size_t depth = 0;

  for (size_t i = s->first; i < at; i++) {
    const struct pst_mention *m = pst_mention_at(paper, i);

    depth += pst_paper_mark(paper, i, '(');
    depth -= pst_paper_mark(paper, i, ')') && depth > 0;
    if (m == NULL || depth > 0 || m->in_words)
      continue;
    return pst_paper_same_unit(m, like) && m->has_sign == like->has_sign
                   && !(m->unit == PST_PAPER_PLAIN && i == s->first)
               ? m
               : NULL;
  }
  return NULL;
}

static void than(struct pst_scan *scan, const struct pst_paper *paper, const struct pst_sentence *s,
                 size_t at)
{
  struct pst_change_said change = {.by = pst_mention_at(paper, at),
                                   .direction = way_of(paper, at + 1)};
  struct pst_change_pair pair = {.first = at};

  pair.from = against(paper, at + 2, s->last);
  if (pair.from == NULL
      || !(pst_paper_word(paper, at + 2, "than") || pst_paper_word(paper, at + 1, "above below")))
    return;
  pair.to = subject(paper, s, at, pair.from);
  if (pair.to != NULL && pair.to != change.by)
    pst_change_make(scan, paper, s, &pair, &change);
}

/* A [times] in 2010 and B [times] in 2011, D % more: with their years, the only two figures before it. */
static void after_both(struct pst_scan *scan, const struct pst_paper *paper,
                       const struct pst_sentence *s, size_t at)
{
  struct pst_change_said change = {.by = pst_mention_at(paper, at),
                                   .direction = way_of(paper, at + 1)};
  struct pst_change_pair pair = {.first = at};
  size_t years = 0, count = 0, comma = 0;

  for (size_t i = s->first; i < at; i++) {
    const struct pst_mention *m = pst_paper_mention(paper, i);

    years += m != NULL && m->year;
    comma = pst_paper_mark(paper, i, ',') ? i : comma;
    if (m == NULL || m->year || m->ordinal)
      continue;
    count++;
    pair.from = pair.to;
    pair.to = m;
  }
  if (count != 2 || years != 2 || comma + 1 != at || !pst_paper_same_unit(pair.from, pair.to))
    return;
  if (pst_paper_mark(paper, at + 2, '.') || pst_paper_mark(paper, at + 2, ','))
    pst_change_make(scan, paper, s, &pair, &change);
}

void pst_find_than(struct pst_scan *scan, const struct pst_paper *paper,
                   const struct pst_sentence *s)
{
  for (size_t i = s->first + 2; i + 2 < s->last; i++) {
    const struct pst_mention *by = pst_mention_at(paper, i);

    if (by == NULL || way_of(paper, i + 1) == 0
        || (by->unit != PST_PAPER_PERCENT && by->unit != PST_PAPER_POINTS))
      continue;
    than(scan, paper, s, i);
    after_both(scan, paper, s, i);
  }
}
