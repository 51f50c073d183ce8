#include "stats/concordance/kendall_w.h"

#include "stats/rank.h"
#include "stats/sum.h"
#include "stats/tails.h"

/* sum (t^3 - t) over the ties of one ranking: each item of a tie of t gives t^2 - 1.  COUNT is the
   rank as max less the rank as min, plus 1. */
static enum pst_status ties_of(const double *x, size_t n, double *low, double *high, double *ties,
                               struct pst_arena *scratch, struct pst_error *error)
{
  enum pst_status status = pst_rank(x, n, PST_TIES_MIN, false, low, scratch, error);

  if (status == PST_OK)
    status = pst_rank(x, n, PST_TIES_MAX, false, high, scratch, error);
  for (size_t i = 0; status == PST_OK && i < n; i++) {
    double t = high[i] - low[i] + 1;

    *ties += t * t - 1;
  }
  return status;
}

static enum pst_status add_ranks(const double *const *x, size_t m, size_t n, double *sums,
                                 double *ties, struct pst_arena *scratch, struct pst_error *error)
{
  double *low = pst_arena_array(scratch, n, sizeof *low);
  double *high = pst_arena_array(scratch, n, sizeof *high);
  enum pst_status status = PST_OK;

  if (low == NULL || high == NULL)
    return pst_fail_memory(error);
  for (size_t k = 0; status == PST_OK && k < m; k++) {
    status = ties_of(x[k], n, low, high, ties, scratch, error);
    for (size_t i = 0; status == PST_OK && i < n; i++)
      sums[i] += (low[i] + high[i]) / 2;
  }
  return status;
}

enum pst_status pst_kendall_w(const double *const *x, size_t m, size_t n, struct pst_kendall_w *out,
                              struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  const double raters = (double)m, items = (double)n, mean = raters * (items + 1) / 2;
  double *sums = pst_arena_array(scratch, n + 1, sizeof *sums);
  struct pst_sum squares = {0, 0};
  double ties = 0, divisor;
  enum pst_status status;

  if (m < 2 || n < 2)
    return pst_fail(error, PST_UNDEFINED, "fewer than 2 %s", m < 2 ? "rankings" : "items");
  if (sums == NULL)
    return pst_fail_memory(error);
  status = add_ranks(x, m, n, sums, &ties, scratch, error);
  for (size_t i = 0; status == PST_OK && i < n; i++)
    pst_sum_product(&squares, sums[i] - mean, sums[i] - mean);
  pst_arena_release(scratch, mark);
  divisor = raters * raters * (items * items * items - items) - raters * ties;
  if (status == PST_OK && !(divisor > 0))
    return pst_fail(error, PST_UNDEFINED, "all items are tied in every ranking");
  if (status != PST_OK)
    return status;
  out->s = pst_sum_value(&squares);
  out->w = 12 * out->s / divisor;
  out->df = items - 1;
  out->statistic = raters * out->df * out->w;
  out->p = pst_chi2_upper(out->statistic, out->df);
  return PST_OK;
}
