/* derived.c -- series made from a series: less its trend, less what the value before foretells. */
#include "stats/trend/derived.h"

#include <math.h>

#include "stats/slope/select/slopes.h"
#include "stats/slope/bracket.h"
#include "stats/sort.h"
#include "stats/variable/clones.h"

static double largest_of(const double *y, size_t n)
{
  double most = 0;

  for (size_t i = 0; i < n; i++)
    most = fmax(most, fabs(y[i]));
  return most;
}

enum pst_status pst_derived_ties(double *z, size_t n, double largest, struct pst_arena *scratch,
                                 struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_pair *pairs = pst_arena_array(scratch, n + 1, sizeof *pairs);
  struct pst_pair *spare = pst_arena_array(scratch, n + 1, sizeof *spare);
  const double reach = 8 * (nextafter(largest, INFINITY) - largest);

  if (pairs == NULL || spare == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    pairs[i] = (struct pst_pair){.x = z[i], .y = (double)i};
  pst_sort_pairs(pairs, spare, n);
  for (size_t first = 0, i = 0; i < n; i++) {
    if (i > 0 && pairs[i].x - pairs[i - 1].x > reach)
      first = i;
    z[(size_t)pairs[i].y] = pairs[first].x;
  }
  pst_arena_release(scratch, mark);
  return PST_OK;
}

bool pst_derived_level(const double *z, const double *y, size_t n)
{
  double low = INFINITY, high = -INFINITY, largest = largest_of(y, n);

  for (size_t i = 0; i < n; i++) {
    low = fmin(low, z[i]);
    high = fmax(high, z[i]);
  }
  largest = fmax(largest, fmax(fabs(low), fabs(high)));
  return high - low <= 8 * (nextafter(largest, INFINITY) - largest);
}

/* So many values and fewer: all slopes are stored. */
enum { STORED_MOST = 400 };

/* The slopes of all points to those K times later. */
PST_CLONES
static void slopes_at(const double *y, size_t n, size_t k, double *slopes)
{
  const double steps = (double)k;

#pragma omp simd
  for (size_t i = 0; i < n - k; i++)
    slopes[i] = (y[i + k] - y[i]) / steps;
}

static enum pst_status slope_of_few(const double *y, size_t n, double *slope,
                                    struct pst_arena *scratch, struct pst_error *error)
{
  double *slopes = pst_arena_alloc(scratch, (n * (n - 1) / 2 + 1) * sizeof *slopes);
  double *spare = pst_arena_alloc(scratch, (n * (n - 1) / 2 + 1) * sizeof *spare);
  size_t count = 0;

  if (slopes == NULL || spare == NULL)
    return pst_fail_memory(error);
  for (size_t k = 1; k < n; count += n - k, k++)
    slopes_at(y, n, k, slopes + count);
  *slope = pst_bracket_median(slopes, count, spare);
  return PST_OK;
}

static enum pst_status slope_of_many(const double *y, size_t n, double *slope,
                                     struct pst_arena *scratch, struct pst_error *error)
{
  const uint64_t pairs = (uint64_t)n * (n - 1) / 2;
  const uint64_t ranks[] = {(pairs + 1) / 2, pairs / 2 + 1};
  double *x = pst_arena_array(scratch, n, sizeof *x);
  struct pst_sample sample = {.n = n, .x = x, .y = y};
  double values[2];
  enum pst_status status;

  if (x == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    x[i] = (double)i;
  status = pst_slope_select(&sample, ranks, 2, 1, values, scratch, error);
  if (status == PST_OK)
    *slope = pst_middle(values[0], values[1]);
  return status;
}

enum pst_status pst_derived_slope(const double *y, size_t n, double *slope,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  enum pst_status status =
      (n <= STORED_MOST ? slope_of_few : slope_of_many)(y, n, slope, scratch, error);

  pst_arena_release(scratch, mark);
  return status;
}

enum pst_status pst_derived_sample_slope(const struct pst_sample *sample, double *slope,
                                         struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_found *found = sample->found;
  enum pst_status status = PST_OK;

  if (found == NULL || !found->has_step_slope)
    status = pst_derived_slope(sample->y, sample->n, slope, scratch, error);
  else
    *slope = found->step_slope;
  if (status == PST_OK && found != NULL) {
    found->has_step_slope = true;
    found->step_slope = *slope;
  }
  return status;
}

enum pst_status pst_derived_detrend(const double *y, size_t n, double slope, double *z,
                                    struct pst_arena *scratch, struct pst_error *error)
{
  const double largest = fmax(largest_of(y, n), fabs(slope) * (double)n);

  for (size_t i = 0; i < n; i++)
    z[i] = fma(-slope, (double)i, y[i]);
  return pst_derived_ties(z, n, largest, scratch, error);
}

enum pst_status pst_derived_innovations(const double *y, size_t n, double r1, double *z,
                                        struct pst_arena *scratch, struct pst_error *error)
{
  for (size_t i = 0; i + 1 < n; i++)
    z[i] = fma(-r1, y[i], y[i + 1]);
  return pst_derived_ties(z, n - 1, largest_of(y, n), scratch, error);
}
