/* share_make.c -- a share held against its part and its whole. */
#include "scan/find/share/share.h"

#include "scan/find/change.h"

void pst_share_make(struct pst_scan *scan, const struct pst_paper *paper,
                    const struct pst_sentence *s, const struct pst_mention *share,
                    const struct pst_mention *part, const struct pst_mention *whole)
{
  const struct pst_mention *figures[] = {part, whole};
  struct pst_find find = {.kind = "share",
                          .paper = paper,
                          .stated = share,
                          .unit = share->unit,
                          .figures = figures,
                          .figure_count = 2,
                          .says_at = s->at,
                          .says_end = s->end,
                          .has_value = true};

  if (!pst_find_ratio(scan, part, whole, 100, &find.range, &find.value))
    return;
  if (pst_find_is_count(scan, part) && pst_find_is_count(scan, whole))
    find.range = pst_range_point(find.value);
  find.text = pst_find_format(scan, "%s / %s", pst_find_text(scan, paper, part),
                              pst_find_text(scan, paper, whole));
  pst_find_equal(scan, &find);
}

/* A number in digits or in words that counts something. */
const struct pst_mention *pst_share_count(const struct pst_paper *paper, size_t at)
{
  const struct pst_mention *m;

  if (at >= paper->token_count || paper->tokens[at].mention == PST_PAPER_NONE)
    return NULL;
  m = &paper->mentions[paper->tokens[at].mention];
  return m->unit == PST_PAPER_PLAIN && m->decimals == 0 && !m->ordinal && !m->has_sign
                 && m->scale == 0
             ? m
             : NULL;
}

const struct pst_mention *pst_share_percent(const struct pst_paper *paper, size_t at)
{
  const struct pst_mention *m = pst_mention_at(paper, at);

  return m != NULL && m->unit == PST_PAPER_PERCENT && m->vague == PST_PAPER_AS_PRINTED ? m : NULL;
}
