/* mcnemar.c -- two shares of the same units: McNemar's test. */
#include "stats/contingency/mcnemar.h"

#include <math.h>

#include "stats/distribution/unimodal.h"
#include "stats/proportion/limits.h"
#include "stats/tails.h"

static const char METHOD[] = "mcnemar";

/* a: yes, yes; b: yes, no; c: no, yes; d: no, no. */
struct cells {
  double a, b, c, d;
  double n;
};

static enum pst_status check(const struct pst_contingency *table, const struct pst_test *test,
                             struct cells *cells, struct pst_error *error)
{
  const double *count = table->counts;

  if (test->p_kind == PST_P_PERMUTATION)
    return pst_fail(error, PST_USAGE, "a permutation p-value is not available for %s", METHOD);
  if (test->p_kind != PST_P_ASYMPTOTIC && test->continuity == PST_CONTINUITY_YES)
    return pst_fail(error, PST_USAGE, "an exact p-value takes no correction for continuity");
  if (table->rows != 2 || table->columns != 2)
    return pst_fail(error, PST_UNDEFINED, "the table is not 2 by 2");
  for (int i = 0; i < 4; i++)
    if (!(count[i] >= 0) || count[i] != floor(count[i]))
      return pst_fail(error, PST_UNDEFINED, "a count is no whole number from 0");
  *cells = (struct cells){count[0], count[1], count[2], count[3],
                          count[0] + count[1] + count[2] + count[3]};
  if (cells->n == 0)
    return pst_fail(error, PST_UNDEFINED, "no counts");
  return PST_OK;
}

/* Newcombe's correlation of the two answers, shrunk when positive. */
static double correlation(const struct cells *t)
{
  double margins = (t->a + t->b) * (t->c + t->d) * ((t->a + t->c) * (t->b + t->d));
  double cross = t->a * t->d - t->b * t->c;

  if (margins == 0)
    return 0;
  return (cross > 0 ? fmax(cross - t->n / 2, 0) : cross) / sqrt(margins);
}

static double distance(double x, double y, double phi)
{
  return sqrt(fmax(0, x * x - 2 * phi * x * y + y * y));
}

static struct pst_limits difference_limits(const struct cells *t, double level)
{
  const double p1 = (t->a + t->b) / t->n;
  const double p2 = (t->a + t->c) / t->n;
  const double difference = (t->b - t->c) / t->n;
  const double phi = correlation(t);
  struct pst_limits first = pst_wilson_limits(t->a + t->b, t->n, level);
  struct pst_limits second = pst_wilson_limits(t->a + t->c, t->n, level);

  return (struct pst_limits){difference - distance(p1 - first.low, second.high - p2, phi),
                             difference + distance(first.high - p1, p2 - second.low, phi)};
}

static void set_p(const struct cells *t, const struct pst_test *test, struct pst_estimates *out,
                  struct pst_estimate *row)
{
  const double changed = t->b + t->c;
  const bool continuity = pst_continuity(test, true);
  const double less = continuity ? fmin(1, fabs(t->b - t->c)) : 0;
  double z;

  if (changed == 0) {
    pst_estimate_note(out, row, "no unit changed: no test");
    return;
  }
  if (test->p_kind != PST_P_ASYMPTOTIC) {
    struct pst_unimodal null = pst_binomial(changed, 0.5);

    row->statistic = t->b;
    pst_estimate_p(out, row, pst_unimodal_p(&null, t->b, test->alternative), "exact");
    return;
  }
  z = copysign(fabs(t->b - t->c) - less, t->b - t->c) / sqrt(changed);
  row->statistic = z * z;
  row->df = 1;
  pst_estimate_p(out, row, pst_normal_p(z, test->alternative),
                 continuity ? "chi-squared-cc" : "chi-squared");
}

static enum pst_status add_odds(const struct cells *t, const struct pst_test *test,
                                struct pst_estimates *out, struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, METHOD, "odds-ratio", (size_t)t->n);
  struct pst_limits share;

  if (row == NULL)
    return pst_fail_memory(error);
  if (t->b + t->c == 0) {
    pst_estimate_note(out, row, "no unit changed: 0/0");
    return PST_OK;
  }
  share = pst_clopper_pearson_limits(t->b, t->b + t->c, pst_conf_level(test));
  row->estimate = t->b / t->c;
  row->conf_low = share.low / (1 - share.low);
  row->conf_high = share.high / (1 - share.high);
  if (t->c == 0)
    pst_estimate_note(out, row, "no unit changed the other way: an infinite ratio");
  return PST_OK;
}

enum pst_status pst_mcnemar(const struct pst_contingency *table, const struct pst_test *test,
                            struct pst_estimates *out, struct pst_arena *scratch,
                            struct pst_error *error)
{
  struct cells t = {.n = 0};
  struct pst_limits limits;
  struct pst_estimate *row;
  enum pst_status status = check(table, test, &t, error);

  (void)scratch;
  if (status != PST_OK)
    return status;
  row = pst_estimates_add(out, METHOD, "difference", (size_t)t.n);
  if (row == NULL)
    return pst_fail_memory(error);
  limits = difference_limits(&t, pst_conf_level(test));
  row->estimate = (t.b - t.c) / t.n;
  row->conf_low = limits.low;
  row->conf_high = limits.high;
  set_p(&t, test, out, row);
  return add_odds(&t, test, out, error);
}
