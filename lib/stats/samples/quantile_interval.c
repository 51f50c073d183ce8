/* quantile_interval.c -- quantiles of one sample with their exact intervals. */
#include "stats/samples/quantile_interval.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "stats/description/quantile.h"
#include "stats/distribution/unimodal.h"
#include "stats/sort.h"

static const char METHOD[] = "quantile";

enum pst_status pst_probabilities_check(const struct pst_probabilities *places,
                                        struct pst_error *error)
{
  for (size_t i = 0; i < places->n; i++)
    if (!(places->p[i] > 0 && places->p[i] < 1))
      return pst_fail(error, PST_USAGE,
                      "a quantile stands at a probability above 0 and below 1, not %g",
                      places->p[i]);
  return PST_OK;
}

const char *pst_quantile_term(double p, struct pst_estimates *out)
{
  char number[PST_NUMBER_SIZE];

  pst_number_print(number, p);
  return pst_arena_format(out->arena, "q%s", number);
}

/* The largest k with P(Bin < k) <= TAIL; 0 when there is none. */
static size_t lower_place(const struct pst_unimodal *below, size_t n, double tail)
{
  size_t low = 0, high = n + 1;

  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;

    if (pst_unimodal_lower(below, (double)middle - 1) <= tail)
      low = middle;
    else
      high = middle;
  }
  return low;
}

/* The smallest m with P(Bin >= m) <= TAIL; n + 1 when there is none. */
static size_t upper_place(const struct pst_unimodal *below, size_t n, double tail)
{
  size_t low = 0, high = n + 1;

  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;

    if (pst_unimodal_upper(below, (double)middle) <= tail)
      high = middle;
    else
      low = middle;
  }
  return high;
}

static enum pst_status add_row(const double *sorted, size_t n, double p,
                               const struct pst_test *test, struct pst_estimates *out,
                               struct pst_error *error)
{
  const struct pst_unimodal below = pst_binomial((double)n, p);
  const double tail = (1 - pst_conf_level(test)) / 2;
  const size_t first = lower_place(&below, n, tail), last = upper_place(&below, n, tail);
  const char *term = pst_quantile_term(p, out);
  struct pst_estimate *row = term == NULL ? NULL : pst_estimates_add(out, METHOD, term, n);

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = pst_quantile(sorted, n, p, 7);
  if (first > 0)
    row->conf_low = sorted[first - 1];
  if (last <= n)
    row->conf_high = sorted[last - 1];
  if (first == 0 || last > n)
    pst_estimate_note(out, row, "too few values for both ends of an interval at this level");
  return PST_OK;
}

enum pst_status pst_quantile_intervals(const double *x, size_t n,
                                       const struct pst_probabilities *places,
                                       const struct pst_test *test, struct pst_estimates *out,
                                       struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  double *sorted = pst_arena_array(scratch, 2 * n + 1, sizeof *sorted);
  enum pst_status status = pst_probabilities_check(places, error);

  if (status == PST_OK && sorted == NULL)
    status = pst_fail_memory(error);
  if (status == PST_OK && n == 0)
    status = pst_fail(error, PST_UNDEFINED, "no values");
  for (size_t i = 0; status == PST_OK && i < n; i++)
    if (!isfinite(x[i]))
      status = pst_fail(error, PST_UNDEFINED, "a value is not finite");
  if (status == PST_OK) {
    memcpy(sorted, x, n * sizeof *sorted);
    pst_sort(sorted, sorted + n, n);
  }
  for (size_t i = 0; status == PST_OK && i < places->n; i++)
    status = add_row(sorted, n, places->p[i], test, out, error);
  pst_arena_release(scratch, mark);
  return status;
}
