/* miettinen_nurminen.c -- the score interval of difference.h. */
#include "stats/proportion/difference.h"

#include <float.h>
#include <math.h>

#include "stats/sample.h"
#include "stats/tails.h"

/* Effective counts. */
struct counts {
  double x1, n1;
  double x2, n2;
};

/* The derivative of the log likelihood in the second share Q, the first being Q + DELTA; it falls. */
static double slope_of_likelihood(const struct counts *c, double delta, double q)
{
  double slope = 0;

  if (c->x1 > 0)
    slope += c->x1 / (q + delta);
  if (c->n1 > c->x1)
    slope -= (c->n1 - c->x1) / (1 - q - delta);
  if (c->x2 > 0)
    slope += c->x2 / q;
  if (c->n2 > c->x2)
    slope -= (c->n2 - c->x2) / (1 - q);
  return slope;
}

/* The likeliest second share given the difference DELTA. */
static double restricted_share(const struct counts *c, double delta)
{
  double low = fmax(0, -delta);
  double high = fmin(1, 1 - delta);

  for (int i = 0; i < 1100 && high - low > DBL_EPSILON * high; i++) {
    double middle = low + (high - low) / 2;

    if (middle == low || middle == high)
      break;
    if (slope_of_likelihood(c, delta, middle) > 0)
      low = middle;
    else
      high = middle;
  }
  return low + (high - low) / 2;
}

/* The variance of the difference of the shares, were it DELTA. */
static double variance_at(const struct counts *c, double delta)
{
  const double N = c->n1 + c->n2;
  const double q = restricted_share(c, delta);
  const double p = fmin(1, fmax(0, q + delta));

  return (p * (1 - p) / c->n1 + q * (1 - q) / c->n2) * (N / (N - 1));
}

/* The end of the interval between the estimate and END: there the score is Z standard deviations
   away. */
static double limit_towards(const struct counts *c, double difference, double end, double z)
{
  double inside = difference;
  double outside = end;

  if (difference == end)
    return end;
  for (int i = 0; i < 200; i++) {
    double middle = inside + (outside - inside) / 2;

    if (middle == inside || middle == outside)
      break;
    if (fabs(difference - middle) > z * sqrt(variance_at(c, middle)))
      outside = middle;
    else
      inside = middle;
  }
  return inside;
}

static void test_no_difference(const struct counts *c, const struct pst_test *test,
                               struct pst_estimates *out, struct pst_estimate *row)
{
  double variance = variance_at(c, 0);

  if (c->x1 + c->x2 == 0 || c->x1 + c->x2 == c->n1 + c->n2) {
    pst_estimate_note(out, row, "no test: all trials have the same outcome");
    return;
  }
  row->statistic = row->estimate / sqrt(variance);
  pst_estimate_p(out, row, pst_normal_p(row->statistic, test->alternative), "normal");
}

enum pst_status pst_miettinen_nurminen(const struct pst_two_proportions *table,
                                       const struct pst_test *test, struct pst_estimates *out,
                                       struct pst_arena *scratch, struct pst_error *error)
{
  enum pst_status status = pst_asymptotic_only(test, "miettinen-nurminen", error);
  const double z = pst_normal_quantile((1 - pst_conf_level(test)) / 2);
  struct pst_estimate *row;
  struct counts c;

  (void)scratch;
  if (status == PST_OK)
    status = pst_two_proportions_check(table, error);
  if (status != PST_OK)
    return status;
  row = pst_estimates_add(out, "miettinen-nurminen", "difference", pst_two_proportions_n(table));
  if (row == NULL)
    return pst_fail_memory(error);
  c = (struct counts){pst_effective_successes(&table->first), pst_effective_trials(&table->first),
                      pst_effective_successes(&table->second),
                      pst_effective_trials(&table->second)};
  row->estimate = pst_share_difference(table);
  row->conf_low = limit_towards(&c, row->estimate, -1, z);
  row->conf_high = limit_towards(&c, row->estimate, 1, z);
  test_no_difference(&c, test, out, row);
  return PST_OK;
}
