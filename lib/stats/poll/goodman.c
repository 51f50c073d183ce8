/* goodman.c -- simultaneous intervals of the shares of a poll, by Goodman. */
#include "stats/poll/goodman.h"

#include "stats/proportion/limits.h"
#include "stats/sample.h"

/* The quantile of chi-squared(1) at 1 - a is the square of the normal one at 1 - a/2: Wilson's interval
   at the level 1 - (1 - level)/k. */
enum pst_status pst_goodman(const struct pst_poll *poll, const struct pst_test *test,
                            struct pst_estimates *out, struct pst_arena *scratch,
                            struct pst_error *error)
{
  const double level = 1 - (1 - pst_conf_level(test)) / (double)poll->k;
  enum pst_status status = pst_asymptotic_only(test, "goodman", error);
  double n = 0;

  (void)scratch;
  if (status == PST_OK)
    status = pst_poll_check(poll, &n, error);
  for (size_t i = 0; status == PST_OK && i < poll->k; i++) {
    struct pst_limits limits = pst_wilson_limits(poll->counts[i], n, level);

    status = pst_poll_add_share(poll, i, "goodman", n, limits.low, limits.high, out, error);
  }
  return status;
}
