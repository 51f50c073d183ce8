/* rank_periods.h -- the periods of a table of rankings.

   pst_rank_list_periods: all distinct times of the table.
   Given     TIME, a column of JOB's table
   Returned  the periods of RANKINGS in order, each with the text of its first cell
   Status    PST_NO_MEMORY
   Cost      O(rows), and sorting the periods
   Tested    tests/cli/rank-*

   pst_rank_choose_periods: the first and the last that are compared.
   Given     SETTINGS with from and to, NULL for the first and the last of all; KIND, how times are written
   Returned  from and to of RANKINGS
   Status    PST_UNDEFINED without periods; PST_USAGE for one that is not there, or from later than to
   Cost      O(periods)
   Tested    tests/cli/rank-*

   pst_rank_period_of: which period VALUE is.
   Given     VALUE, a time of the table; LAST, the period of a row before, mostly the same
   Returned  its place among the periods
   Cost      O(log periods)
   Tested    tests/cli/rank-* */
#ifndef PST_RANK_RANK_PERIODS_H
#define PST_RANK_RANK_PERIODS_H

#include "rank/ranking.h"

enum pst_status pst_rank_list_periods(struct pst_job *job, const struct pst_column *time,
                                      struct pst_rankings *rankings, struct pst_error *error);

enum pst_status pst_rank_choose_periods(struct pst_rankings *rankings,
                                        const struct pst_rank_settings *settings,
                                        enum pst_period_kind kind, struct pst_error *error);

size_t pst_rank_period_of(const struct pst_rankings *rankings, double value, size_t last);

#endif
