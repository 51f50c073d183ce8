#include "stats/slopes.h"

#include <math.h>

#include "stats/sort.h"

/* 2^26 slopes are 512 MB. */
static const uint64_t MOST_PAIRS = UINT64_C(1) << 26;

/* a - b as a double and its exact remainder (Knuth's TwoDiff). */
static double exact_difference(double a, double b, double *rest)
{
  double difference = a - b;
  double part = a - difference;

  *rest = (a - (difference + part)) + (part - b);
  return difference;
}

double pst_slope_between(double x1, double y1, double x2, double y2)
{
  double dx_rest;
  double dy_rest;
  double dx = exact_difference(x2, x1, &dx_rest);
  double dy = exact_difference(y2, y1, &dy_rest);
  double slope = dy / dx;

  if ((dx_rest == 0 && dy_rest == 0) || !isfinite(slope))
    return slope;
  return slope + (fma(-slope, dx, dy) + dy_rest - slope * dx_rest) / dx;
}

static size_t all_slopes(const struct pst_sample *sample, double *slopes)
{
  size_t count = 0;

  for (size_t i = 0; i < sample->n; i++)
    for (size_t j = i + 1; j < sample->n; j++)
      if (sample->x[j] != sample->x[i])
        slopes[count++] = pst_slope_between(sample->x[i], sample->y[i], sample->x[j], sample->y[j]);
  return count;
}

enum pst_status pst_slope_select(const struct pst_sample *sample, const uint64_t *ranks,
                                 size_t count, double *values, struct pst_arena *scratch,
                                 struct pst_error *error)
{
  const size_t n = sample->n;
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  double *slopes;
  size_t pairs;

  /* n * n cannot overflow once n is this small. */
  if (n > 1 << 20 || (uint64_t)n * (n - 1) / 2 > MOST_PAIRS)
    return pst_fail(error, PST_NO_MEMORY,
                    "theil-sen: %zu rows have more than %llu pairs, too many to hold in memory", n,
                    (unsigned long long)MOST_PAIRS);
  slopes = pst_arena_alloc(scratch, (n * (n - 1) / 2 + 1) * sizeof *slopes);
  if (slopes == NULL)
    return pst_fail_memory(error);
  pairs = all_slopes(sample, slopes);
  for (size_t i = 0; i < count; i++)
    values[i] = pst_select(slopes, pairs, (size_t)ranks[i] - 1);
  pst_arena_release(scratch, mark);
  return PST_OK;
}
