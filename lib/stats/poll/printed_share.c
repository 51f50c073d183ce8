/* printed_share.c -- a printed percentage as a share, over all counts that print so. */
#include "stats/poll/printed_share.h"

#include <math.h>

#include "stats/proportion/limits.h"
#include "stats/sample.h"

static const char METHOD[] = "wilson-printed";

enum pst_status pst_printed_feasible(const struct pst_printed_share *printed,
                                     struct pst_feasible *counts, const char **without,
                                     struct pst_estimates *out, struct pst_error *error)
{
  enum pst_status status = pst_feasible_counts(printed, counts, error);
  char text[64];

  if (status == PST_OK && counts->count == 0) {
    pst_printed_write(printed, text, sizeof text);
    *without = pst_arena_format(out->arena, "%s %% of %.0f is no count", text, printed->trials);
    if (*without == NULL)
      return pst_fail_memory(error);
  }
  return status;
}

double pst_printed_fraction(const struct pst_printed_share *printed)
{
  double unit = 100;

  for (int i = 0; i < printed->decimals; i++)
    unit *= 10;
  return printed->digits / unit;
}

enum pst_status pst_printed_share_interval(const struct pst_printed_share *printed,
                                           const struct pst_test *test, struct pst_estimates *out,
                                           struct pst_arena *scratch, struct pst_error *error)
{
  const double level = pst_conf_level(test), N = printed->trials;
  const char *without = NULL;
  struct pst_feasible k = {.count = 0};
  enum pst_status status = pst_asymptotic_only(test, METHOD, error);
  struct pst_estimate *row;

  (void)scratch;
  if (status == PST_OK)
    status = pst_printed_feasible(printed, &k, &without, out, error);
  if (status != PST_OK)
    return status;
  row = pst_estimates_add(out, METHOD, "share", (size_t)N);
  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = pst_printed_fraction(printed);
  if (without != NULL) {
    k.low = k.high = (double)NAN;
    pst_estimate_note(out, row, "%s", without);
  } else {
    row->conf_low = pst_wilson_limits(k.low, N, level).low;
    row->conf_high = pst_wilson_limits(k.high, N, level).high;
  }
  return pst_estimates_terms(out, METHOD, (size_t)N,
                             (struct pst_term[]){{"k-min", k.low, without},
                                                 {"k-max", k.high, without},
                                                 {"share-min", k.low / N, without},
                                                 {"share-max", k.high / N, without}},
                             4, error);
}
