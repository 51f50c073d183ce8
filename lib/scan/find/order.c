/* order.c -- "the largest share went to A (45 %), followed by B (30 %)". */
#include "scan/find/change.h"
#include "scan/find/finders.h"

enum { NEAR_MOST = 10 };

static const struct pst_mention *near(const struct pst_paper *paper, size_t from, size_t to,
                                      bool back, const struct pst_mention *like)
{
  for (size_t i = 0; i < to - from; i++) {
    const struct pst_mention *m = pst_mention_at(paper, back ? to - 1 - i : from + i);

    if (m != NULL && m->vague == PST_PAPER_AS_PRINTED
        && (like == NULL || pst_paper_same_unit(m, like)))
      return m;
  }
  return NULL;
}

void pst_find_order(struct pst_scan *scan, const struct pst_paper *paper,
                    const struct pst_sentence *s)
{
  for (size_t i = s->first + 1; i + 2 < s->last; i++) {
    const struct pst_mention *figures[2];
    struct pst_find find = {.kind = "rank",
                            .paper = paper,
                            .at = paper->tokens[i].at,
                            .size = 11,
                            .figures = figures,
                            .figure_count = 2,
                            .says_at = s->at,
                            .says_end = s->end,
                            .relation = "above 0:"};
    enum pst_truth truth;

    if (!pst_paper_word(paper, i, "followed") || !pst_paper_word(paper, i + 1, "by")
        || !pst_paper_has(paper, s->first, i, "highest largest biggest most top first led"))
      continue;
    figures[0] = near(paper, i > s->first + NEAR_MOST ? i - NEAR_MOST : s->first, i, true, NULL);
    figures[1] = figures[0] == NULL
                     ? NULL
                     : near(paper, i + 2, i + 2 + NEAR_MOST < s->last ? i + 2 + NEAR_MOST : s->last,
                            false, figures[0]);
    if (figures[1] == NULL
        || pst_paper_has(paper, s->first, s->last, "respectively lowest smallest then"))
      continue;
    find.unit = figures[0]->unit == PST_PAPER_PERCENT ? PST_PAPER_POINTS : figures[0]->unit;
    find.currency = figures[0]->currency;
    find.scale = figures[0]->scale;
    find.range = pst_range_subtract(&scan->exact, &figures[0]->range, &figures[1]->range);
    find.value = pst_rational_subtract(&scan->exact, figures[0]->value, figures[1]->value);
    find.has_value = true;
    find.text = pst_find_format(scan, "%s - %s", pst_find_text(scan, paper, figures[0]),
                                pst_find_text(scan, paper, figures[1]));
    truth = pst_range_sign(&find.range, PST_IS_MORE);
    pst_find_add(scan, &find,
                 truth == PST_TRUTH_YES               ? PST_FINDING_AGREES
                 : truth == PST_TRUTH_NO              ? PST_FINDING_CONTRADICTS
                 : pst_rational_sign(find.value) == 0 ? PST_FINDING_UNDECIDED
                                                      : PST_FINDING_ROUNDING,
                 NULL);
  }
}
