/* limits.c -- the confidence limits of one share, by each method, on plain numbers. */
#include "stats/proportion/limits.h"

#include <math.h>

#include "stats/distribution/beta_quantile.h"
#include "stats/tails.h"

static double critical(double level)
{
  return pst_normal_quantile((1 - level) / 2);
}

struct pst_limits pst_wilson_limits(double successes, double trials, double level)
{
  const double z = critical(level);
  const double failures = trials - successes;
  const double spread = z * sqrt(z * z + 4 * successes * (failures / trials));
  const double below = 2 * successes + z * z + spread; /* twice (n + z^2) times the upper limit */
  const double above = 2 * failures + z * z + spread;  /* the same of the failures */
  /* Each lower limit from the product of the two roots: x^2 / (n (n + z^2)). */
  struct pst_limits limits = {2 * successes * (successes / trials) / below,
                              1 - 2 * failures * (failures / trials) / above};

  if (successes < failures)
    limits.high = below / (2 * (trials + z * z));
  return limits;
}

struct pst_limits pst_wilson_cc_limits(double successes, double trials, double level)
{
  const double z = critical(level);
  const double p = successes / trials;
  const double failures = trials - successes;
  const double centre = 2 * successes + z * z;
  const double whole = 2 * (trials + z * z);
  const double low = z * sqrt(z * z - 2 - 1 / trials + 4 * p * (failures + 1));
  const double high = z * sqrt(z * z + 2 - 1 / trials + 4 * p * (failures - 1));
  struct pst_limits limits = {0, 1};

  if (successes > 0)
    limits.low = fmax(0, (centre - 1 - low) / whole);
  if (failures > 0)
    limits.high = fmin(1, (centre + 1 + high) / whole);
  return limits;
}

struct pst_limits pst_clopper_pearson_limits(double successes, double trials, double level)
{
  const double tail = (1 - level) / 2;
  const double failures = trials - successes;
  struct pst_limits limits = {0, 1};

  if (successes > 0)
    limits.low = pst_beta_quantile(tail, successes, failures + 1).x;
  if (failures > 0)
    limits.high = pst_beta_quantile(tail, failures, successes + 1).y;
  return limits;
}

struct pst_limits pst_jeffreys_limits(double successes, double trials, double level)
{
  const double tail = (1 - level) / 2;
  const double failures = trials - successes;
  struct pst_limits limits = {0, 1};

  if (successes > 0)
    limits.low = pst_beta_quantile(tail, successes + 0.5, failures + 0.5).x;
  if (failures > 0)
    limits.high = pst_beta_quantile(tail, failures + 0.5, successes + 0.5).y;
  return limits;
}

struct pst_limits pst_agresti_coull_limits(double successes, double trials, double level)
{
  const double z = critical(level);
  const double n = trials + z * z;
  const double p = (successes + z * z / 2) / n;
  const double reach = z * sqrt(p * (1 - p) / n);

  return (struct pst_limits){p - reach, p + reach};
}
