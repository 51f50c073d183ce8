/* beside.c -- a change whose two figures stand around it: "B, up D from A", "rose D to B (2018: A)". */
#include "scan/find/change/change_kinds.h"

enum { WORDS_MOST = 4 };

/* B, up D from A */
static void up_from(struct pst_scan *scan, const struct pst_paper *paper,
                    const struct pst_sentence *s, size_t at)
{
  struct pst_change_said change = {.by = pst_mention_at(paper, at)};
  struct pst_change_pair pair = {.first = at};
  size_t from = at + 1;

  if (change.by == NULL || at < s->first + 2 || !pst_paper_word(paper, at - 1, "up down"))
    return;
  while (from < s->last && from < at + WORDS_MOST && pst_paper_word(paper, from, "on year over in"))
    from++;
  if (!pst_paper_word(paper, from, "from"))
    return;
  change.direction = pst_change_direction(paper, at - 1);
  pair.from = from + 1 < s->last ? pst_mention_at(paper, from + 1) : NULL;
  if (pair.from == NULL)
    return;
  pair.to = pst_mention_before(paper, s->first, at - 1, pair.from);
  if (pair.to != NULL)
    pst_change_make(scan, paper, s, &pair, &change);
}

static const struct pst_mention *year_at(const struct pst_paper *paper, size_t at)
{
  const struct pst_mention *m = pst_paper_mention(paper, at);

  return m != NULL && m->year ? m : NULL;
}

/* (2018: A), (A in 2018), (previous year: A): the one figure that stands in the brackets that open at AT. */
static const struct pst_mention *earlier(const struct pst_paper *paper, size_t at, size_t last)
{
  const struct pst_mention *found = NULL;
  bool dated = false;

  if (!pst_paper_mark(paper, at, '('))
    return NULL;
  for (size_t i = at + 1; i < last && i < at + 8; i++) {
    if (pst_paper_mark(paper, i, ')'))
      return dated ? found : NULL;
    dated = dated || year_at(paper, i) != NULL || pst_paper_word(paper, i, "previous prior last");
    if (pst_mention_at(paper, i) != NULL) {
      if (found != NULL)
        return NULL;
      found = pst_mention_at(paper, i);
    } else if (year_at(paper, i) == NULL && !pst_paper_mark(paper, i, ':')
               && !pst_paper_word(paper, i, "in previous prior last year period quarter month")) {
      return NULL;
    }
  }
  return NULL;
}

/* rose D to B (2018: A); down D at B (2018: A) */
static void bracket_behind(struct pst_scan *scan, const struct pst_paper *paper,
                           const struct pst_sentence *s, size_t at)
{
  struct pst_change_said change = {.by = pst_mention_at(paper, at)};
  struct pst_change_pair pair = {.first = at};
  size_t verb = at - 1;

  if (change.by == NULL || at < s->first + 1 || !pst_paper_word(paper, at + 1, "to at"))
    return;
  verb -= verb > s->first && pst_paper_word(paper, verb, "by");
  change.direction = pst_change_direction(paper, verb);
  pair.to = at + 2 < s->last ? pst_mention_at(paper, at + 2) : NULL;
  pair.from = pair.to == NULL ? NULL : earlier(paper, at + 3, s->last);
  if (change.direction == 0 || pair.from == NULL)
    return;
  pair.from = pst_mention_like(scan, paper, pair.from, pair.to);
  if (pst_paper_same_unit(pair.from, pair.to))
    pst_change_make(scan, paper, s, &pair, &change);
}

void pst_find_beside(struct pst_scan *scan, const struct pst_paper *paper,
                     const struct pst_sentence *s)
{
  for (size_t i = s->first + 1; i < s->last; i++) {
    up_from(scan, paper, s, i);
    bracket_behind(scan, paper, s, i);
  }
}
