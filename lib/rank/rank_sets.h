/* rank_sets.h -- confidence sets for the ranks of each period.

   pst_rank_sets_add: SETS of each ranking, beside its places.
   Given     rankings that are made; --std-error, or --counts
   Status    PST_BAD_DATA for a value without a standard error, or one that is no count; PST_USAGE for bounded values;
             PST_UNDEFINED for too many entities; PST_NO_MEMORY
   Cost      that of stats/ranking/rank_sets.h, a period each
   Tested    tests/cli/rank-sets */
#ifndef PST_RANK_RANK_SETS_H
#define PST_RANK_RANK_SETS_H

#include "rank/ranking.h"

enum pst_status pst_rank_sets_add(struct pst_job *job, const struct pst_rank_settings *settings,
                                  struct pst_rankings *rankings, struct pst_error *error);

#endif
