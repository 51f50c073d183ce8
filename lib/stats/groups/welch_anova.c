/* welch_anova.c -- pst_welch_anova of anova.h. */
#include "stats/groups/anova.h"

#include <math.h>

#include "stats/sample.h"
#include "stats/samples/samples.h"
#include "stats/tails.h"

static const char METHOD[] = "welch-anova";

struct weighted_groups {
  struct pst_spread *spread;
  double weights; /* of all: sum n / variance */
  double mean;
};

static enum pst_status prepare(const struct pst_group_samples *groups, struct weighted_groups *w,
                               struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_sum mean = {0, 0};

  w->spread = pst_arena_array(scratch, groups->k, sizeof *w->spread);
  if (w->spread == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < groups->k; i++) {
    struct pst_spread *s = &w->spread[i];

    *s = pst_spread_of(pst_group_values(groups, i), groups->sizes[i]);
    if (!(s->variance > 0))
      return pst_fail(error, PST_UNDEFINED, "group %s does not vary", groups->names[i]);
    w->weights += s->n / s->variance;
  }
  for (size_t i = 0; i < groups->k; i++)
    pst_sum_product(&mean, w->spread[i].n / w->spread[i].variance / w->weights,
                    pst_mean_difference(&w->spread[i], &w->spread[0]));
  w->mean = pst_sum_value(&mean); /* less that of the first group */
  return PST_OK;
}

static enum pst_status add_rows(const struct pst_group_samples *groups,
                                const struct weighted_groups *w, struct pst_estimates *out,
                                struct pst_error *error)
{
  const double k = (double)groups->k;
  const size_t n = pst_groups_total(groups);
  double between = 0;
  double lack = 0;
  struct pst_estimate *row;

  for (size_t i = 0; i < groups->k; i++) {
    const struct pst_spread *s = &w->spread[i];
    double weight = s->n / s->variance;
    double away = pst_mean_difference(s, &w->spread[0]) - w->mean;

    between += weight * away * away;
    lack += (1 - weight / w->weights) * (1 - weight / w->weights) / (s->n - 1);
  }
  row = pst_estimates_add(out, METHOD, "F", n);
  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = row->statistic = between / (k - 1) / (1 + 2 * (k - 2) / (k * k - 1) * lack);
  row->df = (k * k - 1) / (3 * lack);
  pst_estimate_p(out, row, pst_f_upper(row->statistic, k - 1, row->df), "F");
  return pst_estimates_value(out, METHOD, "df1", n, k - 1, error);
}

enum pst_status pst_welch_anova(const struct pst_group_samples *groups, const struct pst_test *test,
                                struct pst_estimates *out, struct pst_arena *scratch,
                                struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct weighted_groups w = {.weights = 0};
  enum pst_status status = pst_asymptotic_only(test, METHOD, error);

  if (status == PST_OK)
    status = pst_groups_check(groups, 2, error);
  if (status == PST_OK)
    status = prepare(groups, &w, scratch, error);
  if (status == PST_OK)
    status = add_rows(groups, &w, out, error);
  pst_arena_release(scratch, mark);
  return status;
}
