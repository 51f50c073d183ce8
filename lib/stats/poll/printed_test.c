/* printed_test.c -- whether two printed polls have equal shares, over all counts that print so. */
#include "stats/poll/printed_test.h"

#include <math.h>

#include "base/number.h"
#include "stats/poll/printed_share.h"
#include "stats/sample.h"
#include "stats/tails.h"

static const char METHOD[] = "pooled-z-printed";
enum { STEPS_MOST = 10000000 };

/* What is found over the pairs of counts: the largest p with its z, and the smallest. */
struct extremes {
  double p_min, p_max, z;
};

/* 0 where all answers are the same: no evidence. */
static double z_of(double k1, double n1, double k2, double n2)
{
  const double p = (k1 + k2) / (n1 + n2), q = (n1 - k1 + n2 - k2) / (n1 + n2);

  if (p == 0 || q == 0)
    return 0;
  return (k1 * n2 - k2 * n1) / (n1 * n2) / sqrt(p * q * (1 / n1 + 1 / n2));
}

static void try_pair(const struct pst_two_printed *polls, double k1, double k2,
                     const struct pst_test *test, struct extremes *e)
{
  const double z = z_of(k1, polls->first.trials, k2, polls->second.trials);
  const double p = pst_normal_p(z, test->alternative);

  if (!(p <= e->p_max)) {
    e->p_max = p;
    e->z = z;
  }
  e->p_min = fmin(e->p_min, p);
}

/* For each first count the second counts whose shares are next to its own. */
static enum pst_status try_equal(const struct pst_two_printed *polls,
                                 const struct pst_feasible *first,
                                 const struct pst_feasible *second, const struct pst_test *test,
                                 struct extremes *e, struct pst_error *error)
{
  if (first->count > STEPS_MOST)
    return pst_fail(error, PST_USAGE, "%.0f counts print as one percentage: too many for %s",
                    first->count, METHOD);
  for (double k = first->low; k <= first->high; k++) {
    const double equal = k * polls->second.trials / polls->first.trials;

    try_pair(polls, k, fmin(second->high, fmax(second->low, floor(equal))), test, e);
    try_pair(polls, k, fmin(second->high, fmax(second->low, ceil(equal))), test, e);
  }
  return PST_OK;
}

static enum pst_status search(const struct pst_two_printed *polls, const struct pst_feasible *first,
                              const struct pst_feasible *second, const struct pst_test *test,
                              struct extremes *e, struct pst_error *error)
{
  const double n1 = polls->first.trials, n2 = polls->second.trials;

  try_pair(polls, first->low, second->high, test, e);
  try_pair(polls, first->high, second->low, test, e);
  if (test->alternative != PST_TWO_SIDED || z_of(first->low, n1, second->high, n2) > 0
      || z_of(first->high, n1, second->low, n2) < 0)
    return PST_OK;
  return try_equal(polls, first, second, test, e, error);
}

void pst_printed_note_p(double p_min, double p_max, double level, const char *all,
                        struct pst_estimates *out, struct pst_estimate *row)
{
  const double alpha = 1 - level;
  const char *which = p_max < alpha ? "for all" : p_min < alpha ? "for some" : "for none of the";
  char low[PST_NUMBER_SIZE], high[PST_NUMBER_SIZE], limit[PST_NUMBER_SIZE];

  pst_number_print_digits(low, p_min, 2);
  pst_number_print_digits(high, p_max, 2);
  pst_number_print_digits(limit, alpha, 2);
  pst_estimate_note(out, row, "p from %s to %s: below %s %s %s", low, high, limit, which, all);
}

double pst_printed_less(const struct pst_two_printed *polls)
{
  const int more = polls->first.decimals > polls->second.decimals ? polls->first.decimals
                                                                  : polls->second.decimals;
  double first = polls->first.digits;
  double second = polls->second.digits;
  double unit = 100;

  for (int i = polls->first.decimals; i < more; i++)
    first *= 10;
  for (int i = polls->second.decimals; i < more; i++)
    second *= 10;
  for (int i = 0; i < more; i++)
    unit *= 10;
  return (first - second) / unit;
}

static enum pst_status add_rows(const struct pst_two_printed *polls, const struct extremes *e,
                                const char *without, const struct pst_test *test,
                                struct pst_estimates *out, struct pst_error *error)
{
  const size_t n = (size_t)(polls->first.trials + polls->second.trials);
  struct pst_estimate *row = pst_estimates_add(out, METHOD, "difference", n);

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = pst_printed_less(polls);
  if (without != NULL) {
    pst_estimate_note(out, row, "%s", without);
  } else {
    row->statistic = e->z;
    pst_estimate_p(out, row, e->p_max, "normal");
    pst_printed_note_p(e->p_min, e->p_max, pst_conf_level(test), "counts that print so", out, row);
  }
  return pst_estimates_terms(
      out, METHOD, n,
      (struct pst_term[]){{"p-min", without == NULL ? e->p_min : (double)NAN, without},
                          {"p-max", without == NULL ? e->p_max : (double)NAN, without}},
      2, error);
}

enum pst_status pst_printed_test(const struct pst_two_printed *polls, const struct pst_test *test,
                                 struct pst_estimates *out, struct pst_arena *scratch,
                                 struct pst_error *error)
{
  struct extremes e = {INFINITY, -INFINITY, (double)NAN};
  struct pst_feasible first, second;
  const char *without = NULL;
  enum pst_status status = pst_asymptotic_only(test, METHOD, error);

  (void)scratch;
  if (status == PST_OK)
    status = pst_printed_feasible(&polls->second, &second, &without, out, error);
  if (status == PST_OK)
    status = pst_printed_feasible(&polls->first, &first, &without, out, error);
  if (status == PST_OK && without == NULL)
    status = search(polls, &first, &second, test, &e, error);
  return status == PST_OK ? add_rows(polls, &e, without, test, out, error) : status;
}
