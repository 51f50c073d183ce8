/* gap.c -- "A in the north and B in the south, a difference of D". */
#include "scan/find/change/change_kinds.h"

/* May A and B differ by D? */
static bool go_together(const struct pst_mention *m, const struct pst_mention *by)
{
  if (by->unit == PST_PAPER_POINTS)
    return m->unit == PST_PAPER_PERCENT;
  return by->unit != PST_PAPER_PERCENT && pst_paper_same_unit(m, by);
}

/* The only two figures before token AT that D may be between, outside of brackets. */
static bool read_two(const struct pst_paper *paper, const struct pst_sentence *s, size_t at,
                     const struct pst_mention *by, struct pst_change_pair *pair)
{
  size_t depth = 0, count = 0, joined = 0, first = s->first;

  for (size_t i = s->first; i < at; i++)
    if (pst_paper_mark(paper, i, ';'))
      first = i;
  for (size_t i = first; i < at; i++) {
    const struct pst_mention *m = pst_mention_at(paper, i);

    depth += pst_paper_mark(paper, i, '(') || pst_paper_mark(paper, i, '[');
    depth -= (pst_paper_mark(paper, i, ')') || pst_paper_mark(paper, i, ']')) && depth > 0;
    joined += count == 1 && pst_paper_word(paper, i, "and against versus vs while to compared but");
    if (m == NULL || depth > 0 || !go_together(m, by))
      continue;
    count++;
    pair->from = pair->to;
    pair->to = m;
  }
  return count == 2 && joined > 0 && pair->from->vague == PST_PAPER_AS_PRINTED
         && pair->to->vague == PST_PAPER_AS_PRINTED;
}

void pst_find_gap(struct pst_scan *scan, const struct pst_paper *paper,
                  const struct pst_sentence *s)
{
  for (size_t i = s->first + 2; i + 2 < s->last; i++) {
    struct pst_change_said change = {.by = NULL};
    struct pst_change_pair pair = {.from = NULL, .to = NULL};

    if (!pst_paper_word(paper, i, "difference gap") || !pst_paper_word(paper, i + 1, "of")
        || !pst_paper_word(paper, i - 1, "a the this"))
      continue;
    change.by = pst_mention_at(paper, i + 2);
    if (change.by != NULL && read_two(paper, s, i, change.by, &pair))
      pst_change_make(scan, paper, s, &pair, &change);
  }
}
