/* describe_leeway.h -- what --printed and --bounds leave open of the statistics of a column.

   pst_describe_leeway: of the rows of UNIT from FIRST on, which are of N known values.
   Status    PST_NO_MEMORY
   Cost      that of stats/leeway/leeway.h
   Tested    tests/cli/leeway-describe */
#ifndef PST_JOB_PAIRWISE_DESCRIBE_LEEWAY_H
#define PST_JOB_PAIRWISE_DESCRIBE_LEEWAY_H

#include "job/pairwise/pairs.h"
#include "stats/description/describe.h"

enum pst_status pst_describe_leeway(struct pst_job *job, const struct pst_pairs *pairs,
                                    struct pst_pair_unit *unit,
                                    const struct pst_describe_options *options, size_t first,
                                    size_t n, struct pst_arena *scratch, struct pst_error *error);

#endif
