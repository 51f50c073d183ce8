/* bounded_kendall.c -- Mann-Kendall on values of which some are known within bounds. */
#include "stats/bounded/bounded_kendall.h"

#include <math.h>

#include "stats/bounded/decided.h"
#include "stats/sample.h"
#include "stats/serial.h"
#include "stats/tails.h"
#include "stats/trend/rest.h"

static const char METHOD[] = "bounded-mann-kendall";

static enum pst_status check(const struct pst_sample *sample, struct pst_error *error)
{
  if (sample->n < 2)
    return pst_fail(error, PST_UNDEFINED, "fewer than 2 complete rows");
  if (sample->beside == NULL || sample->beside->low == NULL)
    return pst_fail(error, PST_UNDEFINED, "there are no bounds");
  if (pst_constant(sample->x, sample->n))
    return pst_fail(error, PST_UNDEFINED, "all times are equal");
  return PST_OK;
}

static double z_of(const struct pst_decided *d, bool continuity)
{
  if (d->S == 0)
    return 0;
  return (d->S - (continuity ? copysign(1, d->S) : 0)) / sqrt(d->var_S);
}

static enum pst_status add_rows(const struct pst_sample *sample, const struct pst_decided *d,
                                const struct pst_test *test, double r1, bool even,
                                struct pst_estimates *out, struct pst_error *error)
{
  const double n = (double)sample->n, z = z_of(d, pst_continuity(test, true));
  const struct pst_term terms[] = {{"S", d->S, NULL},
                                   {"var_S", d->var_S, NULL},
                                   {"tau-a", d->S / (n * (n - 1) / 2), NULL},
                                   {"z", z, NULL},
                                   {"open", d->open, NULL},
                                   {"S_low", d->S_low, NULL},
                                   {"S_high", d->S_high, NULL},
                                   {"bounded", (double)d->bounded, NULL},
                                   {"r1", r1,
                                    d->bounded > 0
                                        ? "values known within bounds have no autocorrelation"
                                        : "the points are on a line, or a time occurs twice"}};
  struct pst_estimate *row = pst_estimates_add(out, METHOD, "tau-b", sample->n);

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = d->S / sqrt(d->pairs * d->different);
  row->statistic = z;
  pst_estimate_p(out, row, pst_normal_p(z, test->alternative),
                 pst_continuity(test, true) ? "normal-cc" : "normal");
  if (d->open > 0)
    pst_estimate_note(out, row, "S is between %.0f and %.0f, whatever the %zu bounded values are",
                      d->S_low, d->S_high, d->bounded);
  pst_serial_note(out, row, r1, sample->n, even ? "hamed-rao" : "newey-west");
  return pst_estimates_terms(out, METHOD, sample->n, terms, sizeof terms / sizeof *terms, error);
}

enum pst_status pst_bounded_mann_kendall(const struct pst_sample *sample,
                                         const struct pst_test *test, struct pst_estimates *out,
                                         struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_decided decided = {.S = 0};
  double r1 = (double)NAN;
  bool even = false;
  enum pst_status status = pst_asymptotic_only(test, METHOD, error);

  if (status == PST_OK)
    status = check(sample, error);
  if (status == PST_OK)
    status = pst_decided_count(sample, &decided, scratch, error);
  if (status == PST_OK && decided.different == 0)
    status = pst_fail(error, PST_UNDEFINED, "no two values are surely different");
  if (status == PST_OK && decided.bounded == 0)
    status = pst_rest_first(sample, &r1, &even, scratch, error);
  if (status == PST_OK)
    status = add_rows(sample, &decided, test, r1, even, out, error);
  pst_arena_release(scratch, mark);
  return status;
}
