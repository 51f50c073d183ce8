/* odds.c -- Fisher's noncentral hypergeometric distribution. */
#include "stats/distribution/odds.h"

#include <float.h>
#include <math.h>

/* The mode: where the quotient of neighbours falls below 1. */
static double mode_at(const struct pst_unimodal *central, double odds)
{
  double low = central->low;
  double high = central->high;

  while (low < high) {
    double middle = floor((low + high) / 2);

    if (central->quotient(central, middle) * odds >= 1)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

struct weights {
  double all;
  double moment; /* about the mode */
  double upper;
  double lower;
};

/* One side of the mode, itself with the upper one; the mode has weight 1. */
static void add_side(const struct pst_unimodal *central, double odds, double mode, double k,
                     int step, struct weights *w)
{
  double term = 1;

  for (double i = mode; i >= central->low && i <= central->high; i += step) {
    if (i != mode || step > 0) {
      w->all += term;
      w->moment += term * (i - mode);
      w->upper += i >= k ? term : 0;
      w->lower += i <= k ? term : 0;
    }
    term *= step > 0 ? central->quotient(central, i) * odds
                     : 1 / (central->quotient(central, i - 1) * odds);
    if (term < 1e-25)
      break;
  }
}

struct pst_odds pst_odds_at(const struct pst_unimodal *central, double log_odds, double k)
{
  const double odds = exp(log_odds);
  const double mode = mode_at(central, odds);
  struct weights w = {0, 0, 0, 0};

  add_side(central, odds, mode, k, -1, &w);
  add_side(central, odds, mode, k, 1, &w);
  return (struct pst_odds){mode + w.moment / w.all, w.upper / w.all, w.lower / w.all};
}

enum what { MEAN, UPPER, LOWER };

static double excess(const struct pst_unimodal *central, enum what what, double log_odds, double k,
                     double target)
{
  struct pst_odds at = pst_odds_at(central, log_odds, k);

  if (what == MEAN)
    return at.mean - target;
  return what == UPPER ? at.upper - target : target - at.lower;
}

/* Bisection: the excess grows with the odds. */
static double solve(const struct pst_unimodal *central, enum what what, double k, double target)
{
  double low = -1;
  double high = 1;

  while (low > -700 && excess(central, what, low, k, target) > 0)
    low *= 2;
  while (high < 700 && excess(central, what, high, k, target) < 0)
    high *= 2;
  while (high - low > 2 * DBL_EPSILON * fmax(1, fmax(fabs(low), fabs(high)))) {
    double middle = low + (high - low) / 2;

    if (excess(central, what, middle, k, target) < 0)
      low = middle;
    else
      high = middle;
  }
  return low + (high - low) / 2;
}

double pst_odds_solve_mean(const struct pst_unimodal *central, double k)
{
  return solve(central, MEAN, k, k);
}

double pst_odds_solve_upper(const struct pst_unimodal *central, double k, double p)
{
  return solve(central, UPPER, k, p);
}

double pst_odds_solve_lower(const struct pst_unimodal *central, double k, double p)
{
  return solve(central, LOWER, k, p);
}
