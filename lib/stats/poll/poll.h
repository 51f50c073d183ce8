/* poll.h -- the counts of one poll with several answers, and their shares.

   pst_poll_check: whole counts from 0, one at least above 0.
   pst_poll_add_share: the row "share(NAME)" of category I, with its limits.
   Given     poll  k counts; N, their sum; I below k
   Returned  n, the number of all answers; the row, in OUT
   Status    pst_poll_check: PST_UNDEFINED with a sentence fit for a note; pst_poll_add_share: PST_NO_MEMORY
   Cost      O(k); a row O(1)
   Tested    test_poll.c */
#ifndef PST_STATS_POLL_POLL_H
#define PST_STATS_POLL_POLL_H

#include "stats/estimate.h"

struct pst_poll {
  size_t k; /* categories, empty ones too */
  const double *counts;
  const char *const *names; /* k */
};

typedef enum pst_status pst_poll_kernel(const struct pst_poll *poll, const struct pst_test *test,
                                        struct pst_estimates *out, struct pst_arena *scratch,
                                        struct pst_error *error);

enum pst_status pst_poll_check(const struct pst_poll *poll, double *n, struct pst_error *error);

enum pst_status pst_poll_add_share(const struct pst_poll *poll, size_t i, const char *method,
                                   double n, double low, double high, struct pst_estimates *out,
                                   struct pst_error *error);

#endif
