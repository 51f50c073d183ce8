/* printed_share.h -- a printed percentage as a share, over all counts that print so.

   pst_printed_share_interval
   Given     printed  the percentage and the number of answers
             test     level
   Returned  share    as printed; interval from Wilson's lower limit of the lowest count to his upper
                      limit of the highest.  When the percentage is no count of the answers (GRIM) the
                      interval is empty, and the note names it: "7.3 % of 20 is no count"
             k-min, k-max   the lowest and the highest count that print so
             share-min, share-max   their shares
   Status    PST_UNDEFINED as pst_feasible_counts; PST_USAGE for an exact or permutation p; PST_NO_MEMORY
   Cost      O(1)
   Published Wilson (1927), JASA 22; Brown & Heathers (2017) (GRIM)
   Tested    test_printed_polls.c against all counts

   pst_printed_feasible: the counts of one poll; *WITHOUT says so, in the arena of OUT, when there are none,
   and is NULL else. */
#ifndef PST_STATS_POLL_PRINTED_SHARE_H
#define PST_STATS_POLL_PRINTED_SHARE_H

#include "stats/poll/printed.h"

enum pst_status pst_printed_share_interval(const struct pst_printed_share *printed,
                                           const struct pst_test *test, struct pst_estimates *out,
                                           struct pst_arena *scratch, struct pst_error *error);

enum pst_status pst_printed_feasible(const struct pst_printed_share *printed,
                                     struct pst_feasible *counts, const char **without,
                                     struct pst_estimates *out, struct pst_error *error);

/* pst_printed_fraction: the printed percentage as a share. */
double pst_printed_fraction(const struct pst_printed_share *printed);

#endif
