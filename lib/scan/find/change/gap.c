/* gap.c -- "A in the north and B in the south, a difference of D"; "in 2001 A, and by 2008 B, an increase of D". */
#include "scan/find/change/change_kinds.h"

/* May M be one of two figures that differ by BY?  GROWS: by per cent of them. */
static bool go_together(const struct pst_mention *m, const struct pst_mention *by, bool grows)
{
  if (by->unit == PST_PAPER_POINTS)
    return m->unit == PST_PAPER_PERCENT;
  if (by->unit == PST_PAPER_PERCENT)
    return grows && m->unit != PST_PAPER_PERCENT && m->unit != PST_PAPER_POINTS;
  return pst_paper_same_unit(m, by);
}

/* The only two figures before token AT that D may be between, outside of brackets. */
static bool read_two(const struct pst_paper *paper, const struct pst_sentence *s, size_t at,
                     const struct pst_change_said *change, struct pst_change_pair *pair)
{
  size_t depth = 0, count = 0, joined = 0, years = 0, first = s->first;
  const struct pst_mention *year[2] = {NULL, NULL};
  bool grows = change->direction != 0;

  for (size_t i = s->first; i < at; i++)
    if (pst_paper_mark(paper, i, ';'))
      first = i;
  for (size_t i = first; i < at; i++) {
    const struct pst_mention *m = pst_mention_at(paper, i);

    depth += pst_paper_mark(paper, i, '(') || pst_paper_mark(paper, i, '[');
    depth -= (pst_paper_mark(paper, i, ')') || pst_paper_mark(paper, i, ']')) && depth > 0;
    joined += count == 1 && pst_paper_word(paper, i, "and against versus vs while to compared but");
    if (pst_paper_mention(paper, i) != NULL && pst_paper_mention(paper, i)->year)
      year[years++ % 2] = pst_paper_mention(paper, i);
    if (m == NULL || depth > 0 || !go_together(m, change->by, grows))
      continue;
    count++;
    pair->from = pair->to;
    pair->to = m;
  }
  if (count == 2 && years == 2 && pst_rational_compare(year[0]->value, year[1]->value) > 0)
    *pair = (struct pst_change_pair){.from = pair->to, .to = pair->from, .first = pair->first};
  return count == 2 && joined > 0 && (!grows || years == 2)
         && pst_paper_same_unit(pair->from, pair->to) && pair->from->vague == PST_PAPER_AS_PRINTED
         && pair->to->vague == PST_PAPER_AS_PRINTED;
}

void pst_find_gap(struct pst_scan *scan, const struct pst_paper *paper,
                  const struct pst_sentence *s)
{
  for (size_t i = s->first + 2; i + 2 < s->last; i++) {
    struct pst_change_said change = {.by = NULL};
    struct pst_change_pair pair = {.from = NULL, .to = NULL};

    if (!pst_paper_word(paper, i,
                        "difference gap increase rise growth gain decrease decline fall drop "
                        "reduction loss")
        || !pst_paper_word(paper, i + 1, "of") || !pst_paper_word(paper, i - 1, "a an the this"))
      continue;
    change.direction = pst_change_direction(paper, i);
    change.by = pst_mention_at(paper, i + 2);
    if (change.by != NULL && read_two(paper, s, i, &change, &pair))
      pst_change_make(scan, paper, s, &pair, &change);
  }
}
