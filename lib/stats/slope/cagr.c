/* cagr.c -- the compound growth rate between the first and the last observation. */
#include "stats/slope/cagr.h"

#include <math.h>

#include "stats/sample.h"
#include "stats/slope/growth.h"

static const char METHOD[] = "cagr";

/* ln(last / first): near 1 the difference is exact where the quotient is rounded. */
static double log_ratio(double first, double last)
{
  double ratio = last / first;

  if (ratio > 0.5 && ratio < 2)
    return log1p((last - first) / first);
  return isnormal(ratio) ? log(ratio) : log(last) - log(first);
}

/* Two values for an end are two rates of growth, and the order of the rows may not choose. */
static enum pst_status check_once(const struct pst_sample *sample, const struct pst_test *test,
                                  struct pst_error *error)
{
  const size_t end[] = {0, sample->n - 1}, beside[] = {1, sample->n - 2};
  char text[PST_X_SIZE];

  for (size_t i = 0; i < 2; i++)
    if (sample->x[end[i]] == sample->x[beside[i]]) {
      pst_test_print_x(test, sample->x[end[i]], text);
      return pst_fail(error, PST_UNDEFINED, "there are several values for %s, the %s time", text,
                      i == 0 ? "first" : "last");
    }
  return PST_OK;
}

static enum pst_status check_ends(const struct pst_sample *sample, const struct pst_test *test,
                                  struct pst_error *error)
{
  size_t last = sample->n - 1;

  if (sample->y[0] <= 0)
    return pst_fail(error, PST_UNDEFINED, "the first value is zero or negative");
  if (sample->y[last] <= 0)
    return pst_fail(error, PST_UNDEFINED, "the last value is zero or negative");
  if (sample->x[last] == sample->x[0])
    return pst_fail(error, PST_UNDEFINED, "all times are equal");
  return check_once(sample, test, error);
}

/* Which two observations were used: the first and the last that are known need not be those of the
   table. */
static void note_times(const struct pst_sample *sample, const struct pst_test *test,
                       struct pst_estimates *out)
{
  char first[PST_X_SIZE], last[PST_X_SIZE];

  pst_test_print_x(test, sample->x[0], first);
  pst_test_print_x(test, sample->x[sample->n - 1], last);
  for (size_t i = out->count - 2; i < out->count; i++)
    pst_estimate_note(out, &out->items[i], "from %s to %s", first, last);
}

enum pst_status pst_cagr(const struct pst_sample *sample, const struct pst_test *test,
                         struct pst_estimates *out, struct pst_arena *scratch,
                         struct pst_error *error)
{
  enum pst_status status = pst_asymptotic_only(test, METHOD, error);
  struct pst_term terms[] = {{"cagr", (double)NAN, PST_NO_GROWTH},
                             {"log_growth", (double)NAN, NULL}};
  size_t last = sample->n - 1;

  (void)scratch;
  if (status == PST_OK)
    status = pst_sample_check(sample, 2, error);
  if (status == PST_OK)
    status = check_ends(sample, test, error);
  if (status != PST_OK)
    return status;
  terms[1].value = log_ratio(sample->y[0], sample->y[last]) / (sample->x[last] - sample->x[0]);
  terms[0].value = pst_growth_rate(terms[1].value);
  status = pst_estimates_terms(out, METHOD, sample->n, terms, 2, error);
  if (status == PST_OK)
    note_times(sample, test, out);
  return status;
}
