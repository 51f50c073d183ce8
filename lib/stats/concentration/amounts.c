/* amounts.c -- the parts of a whole, made ready for indices of concentration and inequality. */
#include "stats/concentration/amounts.h"

#include <string.h>

#include "stats/sort.h"

static enum pst_status check(const double *x, size_t n, struct pst_error *error)
{
  double most = 0;

  if (n == 0)
    return pst_fail(error, PST_UNDEFINED, "no values");
  for (size_t i = 0; i < n; i++) {
    if (!isfinite(x[i]))
      return pst_fail(error, PST_UNDEFINED, "a value is not finite");
    if (x[i] < 0)
      return pst_fail(error, PST_UNDEFINED, "a value is below 0");
    most = fmax(most, x[i]);
  }
  return most > 0 ? PST_OK : pst_fail(error, PST_UNDEFINED, "all values are 0");
}

struct pst_amounts pst_amounts_sorted(const double *x, size_t n)
{
  struct pst_sum sum = pst_sum_of(x, n), mean = pst_mean_of(x, n);

  return (struct pst_amounts){
      .n = n, .x = x, .total = pst_sum_value(&sum), .mean = pst_sum_value(&mean)};
}

enum pst_status pst_amounts_prepare(const double *x, size_t n, struct pst_amounts *parts,
                                    struct pst_arena *arena, struct pst_error *error)
{
  enum pst_status status = check(x, n, error);
  double *sorted, *spare;

  if (status != PST_OK)
    return status;
  sorted = pst_arena_array(arena, n, sizeof *sorted);
  spare = pst_arena_array(arena, n, sizeof *spare);
  if (sorted == NULL || spare == NULL)
    return pst_fail_memory(error);
  memcpy(sorted, x, n * sizeof *sorted);
  pst_sort(sorted, spare, n);
  *parts = pst_amounts_sorted(sorted, n);
  if (isinf(parts->total))
    return pst_fail(error, PST_UNDEFINED, "the total is outside the range of doubles");
  return PST_OK;
}
