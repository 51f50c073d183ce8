/* pair_select.c -- order statistics of all pairs, without making the pairs. */
#include "stats/samples/rank_sum/pair_select.h"

#include "stats/slope/select/slope_exact.h"
#include "stats/sort.h"

static uint64_t differences_up_to(const double *x, size_t nx, const double *y, size_t ny, double v)
{
  uint64_t count = 0;
  size_t j = 0; /* y[j] and above are subtracted from x[i] to v or less */

  for (size_t i = 0; i < nx; i++) {
    while (j < ny && x[i] - y[j] > v)
      j++;
    count += ny - j;
  }
  return count;
}

static uint64_t sums_up_to(const double *d, size_t n, double v)
{
  uint64_t count = 0;
  size_t j = n; /* d[0..j) added to d[i] is v or less */

  for (size_t i = 0; i < n && j > i; i++) {
    while (j > i && d[i] + d[j - 1] > v)
      j--;
    count += j - i;
  }
  return count;
}

double pst_select_difference(const double *x, size_t nx, const double *y, size_t ny, uint64_t k)
{
  uint64_t low = pst_key_of(x[0] - y[ny - 1]);
  uint64_t high = pst_key_of(x[nx - 1] - y[0]);

  while (low < high) {
    uint64_t middle = low + (high - low) / 2;

    if (differences_up_to(x, nx, y, ny, pst_value_of(middle)) >= k)
      high = middle;
    else
      low = middle + 1;
  }
  return pst_value_of(low) + 0.0;
}

double pst_select_mean(const double *d, size_t n, uint64_t k)
{
  uint64_t low = pst_key_of(d[0] + d[0]);
  uint64_t high = pst_key_of(d[n - 1] + d[n - 1]);

  while (low < high) {
    uint64_t middle = low + (high - low) / 2;

    if (sums_up_to(d, n, pst_value_of(middle)) >= k)
      high = middle;
    else
      low = middle + 1;
  }
  return pst_value_of(low) / 2 + 0.0;
}

double pst_median_difference(const double *x, size_t nx, const double *y, size_t ny)
{
  const uint64_t pairs = (uint64_t)nx * ny;
  double low = pst_select_difference(x, nx, y, ny, (pairs + 1) / 2);

  return pairs % 2 == 1 ? low : pst_middle(low, pst_select_difference(x, nx, y, ny, pairs / 2 + 1));
}

double pst_median_mean(const double *d, size_t n)
{
  const uint64_t pairs = (uint64_t)n * (n + 1) / 2;
  double low = pst_select_mean(d, n, (pairs + 1) / 2);

  return pairs % 2 == 1 ? low : pst_middle(low, pst_select_mean(d, n, pairs / 2 + 1));
}
