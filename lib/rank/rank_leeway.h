/* rank_leeway.h -- what --printed and --bounds leave open of the agreement of rankings.

   pst_rank_leeway: the rows of METHOD that UNIT has from FIRST on, with what is left open.
   Given     the values of all entities that the method takes: exact ones as printed, with --bounds those that are known
             within bounds; the test that the rows were made with
   Status    PST_NO_MEMORY; what the kernel fails with, save PST_UNDEFINED
   Cost      that of stats/leeway/leeway.h
   Tested    tests/cli/leeway-rank* */
#ifndef PST_RANK_RANK_LEEWAY_H
#define PST_RANK_RANK_LEEWAY_H

#include "job/pairwise/pairs.h"
#include "rank/ranking.h"

enum pst_status pst_rank_leeway(struct pst_job *job, const struct pst_rank_settings *settings,
                                const struct pst_rankings *rankings,
                                const struct pst_ranking *ranking, const struct pst_method *method,
                                const struct pst_test *test, struct pst_pair_unit *unit,
                                size_t first, struct pst_error *error);

#endif
