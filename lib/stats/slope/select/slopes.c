/* slopes.c -- the slopes between all pairs of points with different x, by their order. */
#include "stats/slope/select/slopes.h"

#include <math.h>
#include <stdlib.h>

#include "stats/slope/select/slope_exact.h"
#include "stats/slope/select/slope_search.h"
#include "stats/slope/select/few_slopes.h"
#include "stats/sort.h"

/* So many slopes are as fast to order as to search. */
static const uint64_t ALL_PAIRS = UINT64_C(1) << 11;

static double largest(const double *x, size_t n)
{
  double most = 0;

  for (size_t i = 0; i < n; i++)
    most = fmax(most, fabs(x[i]));
  return most;
}

/* The exponent by which values are scaled: 0 unless their products could leave the range of
   doubles. */
static int exponent_of(double most)
{
  int exponent;

  frexp(most, &exponent);
  return abs(exponent) > 300 ? exponent : 0;
}

/* X without the value in its middle, if none of it is rounded by that: slopes stay as they are, and
   what remains is smaller and easier to tell apart. */
static void take_offset(const double *x, size_t n, double *offset)
{
  *offset = x[n / 2];
  for (size_t i = 0; i < n && *offset != 0; i++)
    if (pst_difference_of(x[i], *offset).low != 0)
      *offset = 0;
}

static bool ascends(const double *x, size_t n)
{
  for (size_t i = 1; i < n; i++)
    if (!(x[i] > x[i - 1]))
      return false;
  return true;
}

/* Points that must be scaled or sorted are copied. */
static enum pst_status copy(const struct pst_sample *sample, struct pst_slope_points *points,
                            int x_exponent, int y_exponent, struct pst_arena *scratch,
                            struct pst_error *error)
{
  const size_t n = sample->n;
  struct pst_pair *at = pst_arena_alloc(scratch, (n + 1) * sizeof *at);
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_pair *spare = pst_arena_alloc(scratch, (n + 1) * sizeof *spare);

  if (at == NULL || spare == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++) {
    at[i].x = ldexp(sample->x[i] - points->x_offset, -x_exponent);
    at[i].y = ldexp(sample->y[i] - points->y_offset, -y_exponent);
  }
  pst_sort_pairs(at, spare, n);
  pst_arena_release(scratch, mark);
  points->at = at;
  return PST_OK;
}

static enum pst_status search(const struct pst_sample *sample, const uint64_t *ranks, size_t count,
                              const struct pst_slope_limits *limits, double *values,
                              struct pst_arena *scratch, struct pst_error *error)
{
  const size_t n = sample->n;
  int x_exponent = exponent_of(largest(sample->x, n));
  int y_exponent = exponent_of(largest(sample->y, n));
  struct pst_slope_points points = {.n = n, .x = sample->x, .y = sample->y};
  enum pst_status status = PST_OK;

  if (n >= UINT32_MAX)
    return pst_fail(error, PST_UNDEFINED, "more than 2^32 rows: the pairs cannot be counted");
  take_offset(sample->x, n, &points.x_offset);
  take_offset(sample->y, n, &points.y_offset);
  if (x_exponent != 0 || y_exponent != 0 || !ascends(sample->x, n))
    status = copy(sample, &points, x_exponent, y_exponent, scratch, error);
  for (size_t i = 0; i < n && status == PST_OK; i++) {
    struct pst_pair at = pst_slope_point(&points, i);

    points.x_most = fmax(points.x_most, fabs(at.x));
    points.y_most = fmax(points.y_most, fabs(at.y));
  }
  if (status == PST_OK)
    status = pst_slope_search(&points, ranks, count, limits, values, scratch, error);
  for (size_t i = 0; status == PST_OK && i < count; i++)
    values[i] = ldexp(values[i], y_exponent - x_exponent);
  return status;
}

/* RANKS in ascending order; FROM says where each stood. */
static void order_ranks(const uint64_t *ranks, size_t count, uint64_t *ordered, size_t *from)
{
  for (size_t i = 0; i < count; i++) {
    size_t j = i;

    for (; j > 0 && ranks[i] < ordered[j - 1]; j--) {
      ordered[j] = ordered[j - 1];
      from[j] = from[j - 1];
    }
    ordered[j] = ranks[i];
    from[j] = i;
  }
}

enum pst_status pst_slope_select_within(const struct pst_sample *sample, const uint64_t *ranks,
                                        size_t count, const struct pst_slope_limits *limits,
                                        double *values, struct pst_arena *scratch,
                                        struct pst_error *error)
{
  const size_t n = sample->n;
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  uint64_t *ordered = pst_arena_array(scratch, count, sizeof *ordered);
  size_t *from = pst_arena_array(scratch, count, sizeof *from);
  double *found = pst_arena_array(scratch, count, sizeof *found);
  enum pst_status status;

  if (ordered == NULL || from == NULL || found == NULL)
    return pst_fail_memory(error);
  order_ranks(ranks, count, ordered, from);
  /* n * n cannot overflow once n is this small. */
  if (n < UINT64_C(1) << 30 && (uint64_t)n * (n - 1) / 2 <= limits->all_pairs)
    status = pst_few_slopes_select(sample, ordered, count, found, scratch, error);
  else
    status = search(sample, ordered, count, limits, found, scratch, error);
  for (size_t i = 0; status == PST_OK && i < count; i++)
    values[from[i]] = found[i] + 0.0; /* -0 is 0 */
  pst_arena_release(scratch, mark);
  return status;
}

enum pst_status pst_slope_select(const struct pst_sample *sample, const uint64_t *ranks,
                                 size_t count, size_t threads, double *values,
                                 struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_slope_limits limits = {.all_pairs = ALL_PAIRS, .threads = threads};

  return pst_slope_select_within(sample, ranks, count, &limits, values, scratch, error);
}
