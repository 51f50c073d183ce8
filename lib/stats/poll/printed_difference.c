#include "stats/poll/printed_difference.h"

#include <math.h>

#include "stats/proportion/difference.h"
#include "stats/sample.h"

static const char METHOD[] = "newcombe-printed";

/* The result at one pair of counts. */
struct corner {
  double difference;
  struct pst_limits limits;
};

static enum pst_status feasible(const struct pst_printed_share *printed,
                                struct pst_feasible *counts, struct pst_error *error)
{
  enum pst_status status = pst_feasible_counts(printed, counts, error);
  char text[64];

  if (status == PST_OK && counts->count == 0) {
    pst_printed_write(printed, text, sizeof text);
    return pst_fail(error, PST_UNDEFINED, "%s %% of %.0f is no count", text, printed->trials);
  }
  return status;
}

static struct corner corner_at(const struct pst_two_printed *polls, double k1, double k2,
                               double level)
{
  const struct pst_two_proportions table = {
      .first = {.successes = k1, .trials = polls->first.trials},
      .second = {.successes = k2, .trials = polls->second.trials}};

  return (struct corner){pst_share_difference(&table), pst_newcombe_limits(&table, level)};
}

/* 54 % less 50 %, as decimals: 0.04 and no more digits. */
static double printed_difference(const struct pst_two_printed *polls)
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

static enum pst_status add_rows(const struct pst_two_printed *polls, const struct corner *lowest,
                                const struct corner *highest, struct pst_estimates *out,
                                struct pst_error *error)
{
  const size_t n = (size_t)(polls->first.trials + polls->second.trials);
  const bool all = lowest->limits.low > 0 || highest->limits.high < 0;
  const bool any = highest->limits.low > 0 || lowest->limits.high < 0;
  const struct pst_term terms[] = {
      {"difference-min", lowest->difference, NULL},
      {"difference-max", highest->difference, NULL},
      {"low-min", lowest->limits.low, NULL},
      {"low-max", highest->limits.low, NULL},
      {"high-min", lowest->limits.high, NULL},
      {"high-max", highest->limits.high, NULL},
      {"excludes-0-all", all, NULL},
      {"excludes-0-any", any, NULL},
  };
  struct pst_estimate *row = pst_estimates_add(out, METHOD, "difference", n);

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = printed_difference(polls);
  row->conf_low = lowest->limits.low;
  row->conf_high = highest->limits.high;
  pst_estimate_note(out, row, "the interval leaves out 0 for %s counts that print so",
                    all   ? "all"
                    : any ? "some"
                          : "none of the");
  return pst_estimates_terms(out, METHOD, n, terms, sizeof terms / sizeof *terms, error);
}

enum pst_status pst_printed_difference(const struct pst_two_printed *polls,
                                       const struct pst_test *test, struct pst_estimates *out,
                                       struct pst_arena *scratch, struct pst_error *error)
{
  const double level = pst_conf_level(test);
  enum pst_status status = pst_asymptotic_only(test, METHOD, error);
  struct pst_feasible first, second;
  struct corner lowest, highest;

  (void)scratch;
  if (status == PST_OK)
    status = feasible(&polls->first, &first, error);
  if (status == PST_OK)
    status = feasible(&polls->second, &second, error);
  if (status != PST_OK)
    return status;
  lowest = corner_at(polls, first.low, second.high, level);
  highest = corner_at(polls, first.high, second.low, level);
  return add_rows(polls, &lowest, &highest, out, error);
}
