/* printed_difference.c -- two printed polls compared over all counts that print so. */
#include "stats/poll/printed_difference.h"

#include <math.h>

#include "stats/poll/printed_share.h"
#include "stats/poll/printed_test.h"
#include "stats/proportion/difference.h"
#include "stats/sample.h"

static const char METHOD[] = "newcombe-printed";

/* The result at one pair of counts. */
struct corner {
  double difference;
  struct pst_limits limits;
};

static const struct corner NOTHING = {NAN, {NAN, NAN}};

static struct corner corner_at(const struct pst_two_printed *polls, double k1, double k2,
                               double level)
{
  const struct pst_two_proportions table = {
      .first = {.successes = k1, .trials = polls->first.trials},
      .second = {.successes = k2, .trials = polls->second.trials}};

  return (struct corner){pst_share_difference(&table), pst_newcombe_limits(&table, level)};
}

static const char *reading_of(const struct corner *lowest, const struct corner *highest)
{
  if (lowest->limits.low > 0 || highest->limits.high < 0)
    return "the interval leaves out 0 for all counts that print so";
  if (highest->limits.low > 0 || lowest->limits.high < 0)
    return "the interval leaves out 0 for some counts that print so";
  return "the interval leaves out 0 for none of the counts that print so";
}

/* WITHOUT: why there are no counts; NULL when there are. */
static enum pst_status add_rows(const struct pst_two_printed *polls, const struct corner *lowest,
                                const struct corner *highest, const char *without,
                                struct pst_estimates *out, struct pst_error *error)
{
  const size_t n = (size_t)(polls->first.trials + polls->second.trials);
  const double all = lowest->limits.low > 0 || highest->limits.high < 0;
  const double any = highest->limits.low > 0 || lowest->limits.high < 0;
  const struct pst_term terms[] = {
      {"difference-min", lowest->difference, without},
      {"difference-max", highest->difference, without},
      {"low-min", lowest->limits.low, without},
      {"low-max", highest->limits.low, without},
      {"high-min", lowest->limits.high, without},
      {"high-max", highest->limits.high, without},
      {"excludes-0-all", without == NULL ? all : (double)NAN, without},
      {"excludes-0-any", without == NULL ? any : (double)NAN, without},
  };
  struct pst_estimate *row = pst_estimates_add(out, METHOD, "difference", n);

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = pst_printed_less(polls);
  row->conf_low = lowest->limits.low;
  row->conf_high = highest->limits.high;
  pst_estimate_note(out, row, "%s", without == NULL ? reading_of(lowest, highest) : without);
  return pst_estimates_terms(out, METHOD, n, terms, sizeof terms / sizeof *terms, error);
}

enum pst_status pst_printed_difference(const struct pst_two_printed *polls,
                                       const struct pst_test *test, struct pst_estimates *out,
                                       struct pst_arena *scratch, struct pst_error *error)
{
  const double level = pst_conf_level(test);
  enum pst_status status = pst_asymptotic_only(test, METHOD, error);
  struct pst_feasible first, second;
  struct corner lowest = NOTHING;
  struct corner highest = NOTHING;
  const char *without = NULL;

  (void)scratch;
  if (status == PST_OK)
    status = pst_printed_feasible(&polls->second, &second, &without, out, error);
  if (status == PST_OK)
    status = pst_printed_feasible(&polls->first, &first, &without, out, error);
  if (status != PST_OK)
    return status;
  if (without == NULL) {
    lowest = corner_at(polls, first.low, second.high, level);
    highest = corner_at(polls, first.high, second.low, level);
  }
  return add_rows(polls, &lowest, &highest, without, out, error);
}
