/* bounds_moments.c -- bounds of an exact p-value of Spearman's rho, from the moments of its distribution. */
#include <math.h>

#include "stats/enclose/bounds.h"

/* Fisher's g2 from the kurtosis b2 of n numbers. */
static double fisher(double n, double kurtosis)
{
  return (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * kurtosis - 3 * (n - 1));
}

/* The most that the fourth moment of rho can be, over all mid-ranks whose sums of squares are X and Y at
   least: Pitman's formula, with no rank farther from the mean than the ends. */
static double fourth(double n, double x, double y)
{
  const double farthest = (n - 1) * (n - 1) / 4;
  const double low = fisher(n, 1);
  const double high_x = fisher(n, n * farthest / x), high_y = fisher(n, n * farthest / y);
  const double product = fmax(fmax(low * low, low * high_x), fmax(low * high_y, high_x * high_y));

  return 3 / (n * n - 1) * (1 + (n - 2) * (n - 3) / (3 * n * (n - 1) * (n - 1)) * product);
}

void pst_bounds_spearman_moments(size_t rows, double x, double y, const struct pst_enclosure *rho,
                                 struct pst_enclosure *out)
{
  const double n = (double)rows;
  const double most = fmin(1, fmax(fabs(rho->low), fabs(rho->high)));
  const double least = rho->low > 0 ? rho->low : rho->high < 0 ? -rho->high : 0;
  const double square = most * most * (n - 1); /* over the mean of rho^2, 1/(n - 1) */
  double moment;

  *out = (struct pst_enclosure){.low = 0, .high = 1};
  if (rows < 2)
    return;
  if (least > 0)
    out->high = fmin(1, 1 / ((n - 1) * least * least));
  if (rows < 4 || !(x > 0) || !(y > 0))
    return;
  moment = fourth(n, x, y);
  if (least > 0)
    out->high = fmin(out->high, moment / (least * least * least * least));
  if (square < 1)
    out->low = fmin(1, (1 - square) * (1 - square) / ((n - 1) * (n - 1) * moment));
}
