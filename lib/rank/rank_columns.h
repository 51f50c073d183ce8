/* rank_columns.h -- how far several rankings of one period agree, each a column of values, as records.

   pst_rank_columns: the methods of JOB on each two columns of -y, and those of several rankings on all, in each period
   from --from to --to; the records have the column of the period after those of the groups.
   With --printed or --bounds each record has what they leave open.
   Given     rankings that are made of two columns at least
   Status    PST_UNDEFINED when no record has an estimate (the grid is made all the same); PST_NO_MEMORY
   Cost      that of the methods
   Tested    tests/cli/rank-columns */
#ifndef PST_RANK_RANK_COLUMNS_H
#define PST_RANK_RANK_COLUMNS_H

#include "rank/ranking.h"
#include "report/estimates.h"

enum pst_status pst_rank_columns(struct pst_job *job, const struct pst_rank_settings *settings,
                                 const struct pst_rankings *rankings,
                                 struct pst_estimate_grid *grid, struct pst_error *error);

#endif
