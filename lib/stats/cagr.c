#include "stats/cagr.h"

#include <math.h>

#include "stats/sample.h"

static const char METHOD[] = "cagr";

/* ln(last / first): near 1 the difference is exact where the quotient is rounded. */
static double log_ratio(double first, double last)
{
  double ratio = last / first;

  if (ratio > 0.5 && ratio < 2)
    return log1p((last - first) / first);
  return isnormal(ratio) ? log(ratio) : log(last) - log(first);
}

static enum pst_status check_ends(const struct pst_sample *sample, struct pst_error *error)
{
  size_t last = sample->n - 1;

  if (sample->y[0] <= 0)
    return pst_fail(error, PST_UNDEFINED, "the first value is zero or negative");
  if (sample->y[last] <= 0)
    return pst_fail(error, PST_UNDEFINED, "the last value is zero or negative");
  if (sample->x[last] == sample->x[0])
    return pst_fail(error, PST_UNDEFINED, "all times are equal");
  return PST_OK;
}

enum pst_status pst_cagr(const struct pst_sample *sample, const struct pst_test *test,
                         struct pst_estimates *out, struct pst_arena *scratch,
                         struct pst_error *error)
{
  enum pst_status status = pst_asymptotic_only(test, METHOD, error);
  struct pst_term terms[] = {{"cagr", (double)NAN, NULL}, {"log_growth", (double)NAN, NULL}};
  size_t last = sample->n - 1;

  (void)scratch;
  if (status == PST_OK)
    status = pst_sample_check(sample, 2, error);
  if (status == PST_OK)
    status = check_ends(sample, error);
  if (status != PST_OK)
    return status;
  terms[1].value = log_ratio(sample->y[0], sample->y[last]) / (sample->x[last] - sample->x[0]);
  terms[0].value = expm1(terms[1].value);
  return pst_estimates_terms(out, METHOD, sample->n, terms, 2, error);
}
