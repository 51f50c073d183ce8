/* said.c -- a change as it is said, held against what its two figures give. */
#include "scan/find/change/change_kinds.h"

int pst_change_direction(const struct pst_paper *paper, size_t at)
{
  return pst_paper_word(paper, at, pst_change_up)     ? 1
         : pst_paper_word(paper, at, pst_change_down) ? -1
                                                      : 0;
}

void pst_change_difference(struct pst_scan *scan, const struct pst_mention *from,
                           const struct pst_mention *to, struct pst_find *find)
{
  find->range = pst_range_subtract(&scan->exact, &to->range, &from->range);
  find->value = pst_rational_subtract(&scan->exact, to->value, from->value);
  find->has_value = true;
  find->text = pst_find_format(scan, "%s - %s", pst_find_text(scan, find->paper, to),
                               pst_find_text(scan, find->paper, from));
}

static bool growth(struct pst_scan *scan, const struct pst_mention *from,
                   const struct pst_mention *to, struct pst_find *find)
{
  if (!pst_find_growth(scan, from, to, &find->range, &find->value))
    return false;
  find->has_value = true;
  find->text = pst_find_format(scan, "growth from %s to %s", pst_find_text(scan, find->paper, from),
                               pst_find_text(scan, find->paper, to));
  return true;
}

/* The sign that words give: what fell by 3 changed by -3; a change without a direction is a size. */
static void orient(struct pst_scan *scan, const struct pst_change_said *change,
                   struct pst_find *find)
{
  bool turn =
      change->direction < 0
      || (change->direction == 0 && !change->by->has_sign && pst_rational_sign(find->value) < 0);

  if (!turn)
    return;
  find->range = pst_range_negate(&scan->exact, &find->range);
  find->value = pst_rational_negate(&scan->exact, find->value);
  find->text = pst_find_format(scan, "-(%s)", find->text);
}

static bool meets(const struct pst_find *find)
{
  return pst_find_verdict(&find->stated->range, &find->range, true, find->value)
         != PST_FINDING_CONTRADICTS;
}

/* Of percentages a printed % may be growth, or points. */
static bool of_percentages(struct pst_scan *scan, const struct pst_change_said *change,
                           const struct pst_change_pair *pair, struct pst_find *find)
{
  struct pst_find other = *find;

  pst_change_difference(scan, pair->from, pair->to, &other);
  orient(scan, change, &other);
  if (growth(scan, pair->from, pair->to, find)) {
    orient(scan, change, find);
    if (meets(find) || !meets(&other)) {
      find->note =
          meets(find) ? NULL : "as a difference in percentage points it does not fit either";
      return true;
    }
  }
  *find = other;
  find->note = "it fits as percentage points, not as per cent";
  return true;
}

/* A size whose word goes the other way: it fell, and the figures rise. */
static bool compute(struct pst_scan *scan, const struct pst_change_said *change,
                    const struct pst_change_pair *pair, struct pst_find *find)
{
  const struct pst_mention *by = change->by;
  bool shares = pair->to->unit == PST_PAPER_PERCENT;

  if (by->unit == PST_PAPER_PERCENT && shares)
    return of_percentages(scan, change, pair, find);
  if (by->unit == PST_PAPER_PERCENT) {
    if (!growth(scan, pair->from, pair->to, find))
      return false;
  } else if (by->unit == PST_PAPER_POINTS) {
    if (!shares && !(by->loose_points && pair->to->unit == PST_PAPER_PLAIN))
      return false;
    pst_change_difference(scan, pair->from, pair->to, find);
  } else if (pst_paper_same_unit(by, pair->to)
             || (by->unit == PST_PAPER_PLAIN && by->decimals > 0)) {
    pst_change_difference(scan, pair->from, pair->to, find);
  } else {
    return false;
  }
  orient(scan, change, find);
  return true;
}

void pst_change_make(struct pst_scan *scan, const struct pst_paper *paper,
                     const struct pst_sentence *s, const struct pst_change_pair *pair,
                     const struct pst_change_said *change)
{
  const struct pst_mention *figures[] = {pair->from, pair->to};
  struct pst_find find = {.kind = "change",
                          .paper = paper,
                          .stated = pst_mention_like(scan, paper, change->by, change->by),
                          .unit = change->by->unit,
                          .currency = change->by->currency,
                          .scale = change->by->scale,
                          .figures = figures,
                          .figure_count = 2,
                          .says_at = s->at,
                          .says_end = s->end};

  if (compute(scan, change, pair, &find))
    pst_find_equal(scan, &find);
}
