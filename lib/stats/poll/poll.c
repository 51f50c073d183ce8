/* poll.c -- the counts of one poll with several answers, and their shares. */
#include "stats/poll/poll.h"

#include <math.h>

static const double MOST = 9007199254740992; /* 2^53 */

enum pst_status pst_poll_check(const struct pst_poll *poll, double *n, struct pst_error *error)
{
  *n = 0;
  for (size_t i = 0; i < poll->k; i++) {
    if (!(poll->counts[i] >= 0) || poll->counts[i] != floor(poll->counts[i]))
      return pst_fail(error, PST_UNDEFINED, "the count of %s is no whole number from 0",
                      poll->names[i]);
    *n += poll->counts[i];
  }
  if (*n == 0)
    return pst_fail(error, PST_UNDEFINED, "no answers");
  if (*n > MOST)
    return pst_fail(error, PST_UNDEFINED, "the counts are too many to add up");
  return PST_OK;
}

enum pst_status pst_poll_add_share(const struct pst_poll *poll, size_t i, const char *method,
                                   double n, double low, double high, struct pst_estimates *out,
                                   struct pst_error *error)
{
  const char *term = pst_arena_format(out->arena, "share(%s)", poll->names[i]);
  struct pst_estimate *row;

  if (term == NULL)
    return pst_fail_memory(error);
  row = pst_estimates_add(out, method, term, (size_t)n);
  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = poll->counts[i] / n;
  row->conf_low = low;
  row->conf_high = high;
  return PST_OK;
}
