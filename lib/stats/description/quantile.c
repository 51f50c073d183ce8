/* quantile.c -- sample quantiles, the nine definitions of Hyndman and Fan. */
#include "stats/description/quantile.h"

#include <float.h>
#include <math.h>

#include "stats/sort.h"

/* A place between two order statistics: below = 3.25 lies a quarter of the way from the third
   (counted from 1) to the fourth. */
struct place {
  double below;
  double weight;
};

static double fuzz_at(double place)
{
  return 4 * DBL_EPSILON * fmax(1, fabs(place));
}

/* Types 1-3 step: the weight is 0, 1, or 1/2 on the step itself (type 2). */
static struct place step_place(double n, double p, int type)
{
  double at = type == 3 ? n * p - 0.5 : n * p;
  double below = floor(at + fuzz_at(at));
  int on_step = at <= below + fuzz_at(at);
  double weight = 1;

  if (on_step && type == 1)
    weight = 0;
  else if (on_step && type == 2)
    weight = 0.5;
  else if (on_step && type == 3)
    weight = fmod(below, 2) == 0 ? 0 : 1; /* to the even one */
  return (struct place){below, weight};
}

/* Types 4-9 interpolate at a + p (n + 1 - a - b). */
static struct place line_place(double n, double p, int type)
{
  static const double a[] = {0, 0.5, 0, 1, 1.0 / 3, 0.375};
  static const double b[] = {1, 0.5, 0, 1, 1.0 / 3, 0.375};
  double at = a[type - 4] + p * (n + 1 - a[type - 4] - b[type - 4]);
  double below = floor(at + fuzz_at(at));
  double weight = at - below;

  return (struct place){below, fabs(weight) < fuzz_at(at) ? 0 : weight};
}

static double order_statistic(const double *sorted, size_t n, double place)
{
  if (place < 1)
    return sorted[0];
  if (place >= (double)n)
    return sorted[n - 1];
  return sorted[(size_t)place - 1];
}

double pst_quantile(const double *sorted, size_t n, double p, int type)
{
  struct place place;
  double low;
  double high;

  if (n == 0 || !(p >= 0 && p <= 1) || type < 1 || type > 9)
    return (double)NAN;
  place = type <= 3 ? step_place((double)n, p, type) : line_place((double)n, p, type);
  low = order_statistic(sorted, n, place.below);
  high = order_statistic(sorted, n, place.below + 1);
  if (place.weight == 0 || low == high)
    return low;
  if (place.weight == 1)
    return high;
  return place.weight == 0.5 ? pst_middle(low, high) : low + place.weight * (high - low);
}

double pst_median_sorted(const double *sorted, size_t n)
{
  if (n == 0)
    return (double)NAN;
  return n % 2 == 1 ? sorted[n / 2] : pst_middle(sorted[n / 2 - 1], sorted[n / 2]);
}
