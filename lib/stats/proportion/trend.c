/* trend.c -- the Cochran-Armitage test of a trend in shares over ordered groups. */
#include "stats/proportion/trend.h"

#include <math.h>

#include "stats/sample.h"
#include "stats/sum.h"
#include "stats/tails.h"

static const char METHOD[] = "cochran-armitage";
static const char EQUAL[] = "all scores are equal";

struct trend {
  double k; /* groups with trials */
  double n;
  double share;  /* pooled */
  double cross;  /* sum (t - tbar)(x - n p) */
  double spread; /* sum n (t - tbar)^2 */
  double total;  /* Pearson's chi-squared */
};

static enum pst_status check(const struct pst_proportion_groups *groups, struct trend *t,
                             struct pst_error *error)
{
  double successes = 0;

  for (size_t i = 0; i < groups->k; i++) {
    const struct pst_proportion *group = &groups->groups[i];
    enum pst_status status = PST_OK;

    if (group->trials != 0 || group->successes != 0)
      status = pst_proportion_check(group, error);
    if (status == PST_OK)
      status = pst_proportion_simple(group, METHOD, error);
    if (status != PST_OK)
      return status;
    if (!isfinite(groups->scores[i]))
      return pst_fail(error, PST_UNDEFINED, "a score is not finite");
    t->k += group->trials > 0;
    t->n += group->trials;
    successes += group->successes;
  }
  if (t->k < 2)
    return pst_fail(error, PST_UNDEFINED, "fewer than 2 groups with trials");
  if (successes == 0 || successes == t->n)
    return pst_fail(error, PST_UNDEFINED, "all trials have the same outcome");
  t->share = successes / t->n;
  return PST_OK;
}

static void accumulate(const struct pst_proportion_groups *groups, struct trend *t)
{
  struct pst_sum mean = {0, 0};
  struct pst_sum cross = {0, 0};
  struct pst_sum spread = {0, 0};
  struct pst_sum total = {0, 0};
  double middle;

  for (size_t i = 0; i < groups->k; i++)
    pst_sum_product(&mean, groups->groups[i].trials / t->n, groups->scores[i]);
  middle = pst_sum_value(&mean);
  for (size_t i = 0; i < groups->k; i++) {
    const struct pst_proportion *group = &groups->groups[i];
    double away = groups->scores[i] - middle;
    double excess = fma(-group->trials, t->share, group->successes);

    if (group->trials == 0)
      continue;
    pst_sum_product(&cross, away, excess);
    pst_sum_product(&spread, away * group->trials, away);
    pst_sum_product(&total, excess, excess / group->trials);
  }
  t->cross = pst_sum_value(&cross);
  t->spread = pst_sum_value(&spread);
  t->total = pst_sum_value(&total) / (t->share * (1 - t->share));
}

static bool equal_scores(const struct pst_proportion_groups *groups)
{
  const double *first = NULL;

  for (size_t i = 0; i < groups->k; i++) {
    if (groups->groups[i].trials == 0)
      continue;
    if (first == NULL)
      first = &groups->scores[i];
    if (groups->scores[i] != *first)
      return false;
  }
  return true;
}

static enum pst_status add_chi(const struct trend *t, const char *term, double chi, double df,
                               const char *without, struct pst_estimates *out,
                               struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, METHOD, term, (size_t)t->n);

  if (row == NULL)
    return pst_fail_memory(error);
  row->df = df;
  if (without != NULL) {
    pst_estimate_note(out, row, "%s", without);
    return PST_OK;
  }
  row->estimate = row->statistic = chi;
  pst_estimate_p(out, row, pst_chi2_upper(chi, df), "chi-squared");
  return PST_OK;
}

static enum pst_status add_rows(const struct trend *t, bool equal, const struct pst_test *test,
                                struct pst_estimates *out, struct pst_error *error)
{
  const double z = t->cross / sqrt(t->share * (1 - t->share) * t->spread);
  const char *departure = equal ? EQUAL : t->k < 3 ? "two groups: no departure from a line" : NULL;
  struct pst_estimate *row = pst_estimates_add(out, METHOD, "trend", (size_t)t->n);
  enum pst_status status;

  if (row == NULL)
    return pst_fail_memory(error);
  if (equal)
    pst_estimate_note(out, row, "%s", EQUAL);
  else {
    row->estimate = t->cross / t->spread;
    row->statistic = z;
    pst_estimate_p(out, row, pst_normal_p(z, test->alternative), "normal");
  }
  status = add_chi(t, "chi-squared-trend", z * z, 1, equal ? EQUAL : NULL, out, error);
  if (status == PST_OK)
    status = add_chi(t, "chi-squared", t->total, t->k - 1, NULL, out, error);
  if (status == PST_OK)
    status = add_chi(t, "chi-squared-departure", fmax(0, t->total - z * z), t->k - 2, departure,
                     out, error);
  return status;
}

enum pst_status pst_proportion_trend(const struct pst_proportion_groups *groups,
                                     const struct pst_test *test, struct pst_estimates *out,
                                     struct pst_arena *scratch, struct pst_error *error)
{
  struct trend t = {.k = 0};
  enum pst_status status = pst_asymptotic_only(test, METHOD, error);

  (void)scratch;
  if (status == PST_OK)
    status = check(groups, &t, error);
  if (status != PST_OK)
    return status;
  accumulate(groups, &t);
  return add_rows(&t, equal_scores(groups), test, out, error);
}
