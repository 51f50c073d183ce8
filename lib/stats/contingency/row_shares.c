/* row_shares.c -- the shares of each row of a table of counts. */
#include "stats/contingency/row_shares.h"

#include <math.h>

#include "stats/proportion/limits.h"
#include "stats/sample.h"

static const char METHOD[] = "shares";

static enum pst_status check(const struct pst_contingency *table, const struct pst_test *test,
                             struct pst_error *error)
{
  enum pst_status status = pst_asymptotic_only(test, METHOD, error);
  double sum = 0;

  for (size_t i = 0; i < table->rows * table->columns && status == PST_OK; i++) {
    if (!(table->counts[i] >= 0) || table->counts[i] != floor(table->counts[i]))
      return pst_fail(error, PST_UNDEFINED, "a count is no whole number from 0");
    sum += table->counts[i];
  }
  if (status == PST_OK && sum == 0)
    return pst_fail(error, PST_UNDEFINED, "no counts");
  return status;
}

static enum pst_status add_share(double count, double sum, double level, struct pst_estimates *out,
                                 struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, METHOD, "share", (size_t)sum);
  struct pst_limits limits;

  if (row == NULL)
    return pst_fail_memory(error);
  if (sum == 0) {
    pst_estimate_note(out, row, "a row without counts has no shares");
    return PST_OK;
  }
  limits = pst_wilson_limits(count, sum, level);
  row->estimate = count / sum;
  row->conf_low = limits.low;
  row->conf_high = limits.high;
  return PST_OK;
}

enum pst_status pst_row_shares(const struct pst_contingency *table, const struct pst_test *test,
                               struct pst_estimates *out, struct pst_arena *scratch,
                               struct pst_error *error)
{
  enum pst_status status = check(table, test, error);

  (void)scratch;
  for (size_t i = 0; i < table->rows; i++) {
    const double *counts = table->counts + i * table->columns;
    double sum = 0;

    for (size_t j = 0; j < table->columns; j++)
      sum += counts[j];
    for (size_t j = 0; j < table->columns && status == PST_OK; j++)
      status = add_share(counts[j], sum, pst_conf_level(test), out, error);
  }
  return status;
}
