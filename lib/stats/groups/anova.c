/* anova.c -- one-way analysis of variance. */
#include "stats/groups/anova.h"

#include <math.h>

#include "stats/distribution/noncentral.h"
#include "stats/description/moments.h"
#include "stats/groups/groups_permutation.h"
#include "stats/sample.h"
#include "stats/sum.h"
#include "stats/tails.h"

static const char METHOD[] = "anova";

struct pst_anova_table pst_anova_table(const struct pst_group_samples *groups)
{
  const size_t n = pst_groups_total(groups);
  const struct pst_sum all = pst_mean_of(groups->values, n);
  const double scale = pst_scale_of(groups->values, n, &all);
  const double *x = groups->values;
  struct pst_sum between = {0, 0};
  struct pst_sum within = {0, 0};

  for (size_t i = 0; i < groups->k; x += groups->sizes[i++]) {
    struct pst_sum mean = pst_mean_of(x, groups->sizes[i]);
    struct pst_sum away = mean;

    pst_sum_add(&away, -all.high);
    pst_sum_add(&away, -all.low);
    pst_sum_product(&between, (double)groups->sizes[i] * pst_sum_value(&away) * scale,
                    pst_sum_value(&away) * scale);
    for (size_t j = 0; j < groups->sizes[i]; j++) {
      double d = pst_from_mean(x[j], &mean) * scale;

      pst_sum_product(&within, d, d);
    }
  }
  return (struct pst_anova_table){.n = (double)n,
                                  .df1 = (double)groups->k - 1,
                                  .df2 = (double)(n - groups->k),
                                  .between = pst_unscale_square(pst_sum_value(&between), scale),
                                  .within = pst_unscale_square(pst_sum_value(&within), scale)};
}

static enum pst_status check(const struct pst_group_samples *groups, const struct pst_test *test,
                             struct pst_error *error)
{
  enum pst_status status = pst_no_exact(test, METHOD, error);

  if (status == PST_OK)
    status = pst_groups_check(groups, 1, error);
  if (status != PST_OK)
    return status;
  if (pst_groups_total(groups) <= groups->k)
    return pst_fail(error, PST_UNDEFINED, "no more values than groups");
  if (pst_constant(groups->values, pst_groups_total(groups)))
    return pst_fail(error, PST_UNDEFINED, "all values are equal");
  return PST_OK;
}

static enum pst_status set_p(const struct pst_group_samples *groups,
                             const struct pst_anova_table *t, const struct pst_test *test,
                             struct pst_estimates *out, struct pst_estimate *row,
                             struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_permutation_p p;
  enum pst_status status;

  if (test->p_kind != PST_P_PERMUTATION) {
    pst_estimate_p(out, row, pst_f_upper(row->statistic, t->df1, t->df2), "F");
    return PST_OK;
  }
  status = pst_groups_permutation(groups, groups->values, test, &p, scratch, error);
  if (status == PST_OK)
    pst_permutation_row(&p, out, row);
  return status;
}

static enum pst_status add_eta(const struct pst_group_samples *groups,
                               const struct pst_anova_table *t, double F,
                               const struct pst_test *test, struct pst_estimates *out,
                               struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, METHOD, "eta2", (size_t)t->n);
  struct pst_interval lambda;
  enum pst_status status;

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = t->between / (t->between + t->within);
  if (t->within == 0) {
    pst_estimate_note(out, row, "no test: no group varies");
    return PST_OK;
  }
  row->statistic = F;
  row->df = t->df2;
  lambda = pst_noncentral_f_interval(F, t->df1, t->df2, pst_conf_level(test));
  row->conf_low = lambda.low / (lambda.low + t->n);
  row->conf_high = lambda.high / (lambda.high + t->n);
  if (row->conf_high < row->estimate)
    pst_estimate_note(out, row, PST_NOTE_BIASED_UP);
  status = set_p(groups, t, test, out, row, scratch, error);
  out->count -= status != PST_OK;
  return status;
}

enum pst_status pst_anova(const struct pst_group_samples *groups, const struct pst_test *test,
                          struct pst_estimates *out, struct pst_arena *scratch,
                          struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  const size_t first = out->count;
  enum pst_status status = check(groups, test, error);
  struct pst_anova_table t;

  if (status != PST_OK)
    return status;
  t = pst_anova_table(groups);
  if (isnan(t.between) || isnan(t.within))
    return pst_fail(error, PST_UNDEFINED, "the variance is beyond the range of doubles");
  const double ms_between = t.between / t.df1;
  const double ms_within = t.within / t.df2;
  const double F = t.within == 0 ? (double)NAN : ms_between / ms_within;
  const struct pst_term terms[] = {
      {"omega2", (t.between - t.df1 * ms_within) / (t.between + t.within + ms_within), NULL},
      {"F", F, "no group varies"},
      {"df1", t.df1, NULL},
      {"df2", t.df2, NULL},
      {"ss-between", t.between, NULL},
      {"ss-within", t.within, NULL},
      {"ms-between", ms_between, NULL},
      {"ms-within", ms_within, NULL},
      {"residual-sd", sqrt(ms_within), NULL},
  };
  status = add_eta(groups, &t, F, test, out, scratch, error);
  pst_arena_release(scratch, mark);
  if (status == PST_OK)
    status =
        pst_estimates_terms(out, METHOD, (size_t)t.n, terms, sizeof terms / sizeof *terms, error);
  if (status == PST_OK)
    pst_estimates_interval(out, first, "omega2", out->items[first].conf_low,
                           out->items[first].conf_high);
  return status;
}
