/* describe_unit.h -- of one column in one group: what its cells are, and what they leave open.

   pst_describe_counts: rows n, missing and bounded into UNIT.
   Returned  known     cells; distinct: texts, and times of a named kind, by their codes
   pst_describe_leeway: what --printed and --bounds leave open of the rows of UNIT from FIRST on, which are of N
   known values.
   Status    PST_NO_MEMORY
   Cost      O(rows); that of stats/leeway/leeway.h
   Tested    tests/cli/describe*, tests/cli/leeway-describe */
#ifndef PST_JOB_PAIRWISE_DESCRIBE_UNIT_H
#define PST_JOB_PAIRWISE_DESCRIBE_UNIT_H

#include "job/pairwise/pairs.h"
#include "stats/description/describe.h"

enum pst_status pst_describe_counts(const struct pst_job *job, const struct pst_pairs *pairs,
                                    struct pst_pair_unit *unit, size_t *known, size_t *distinct,
                                    struct pst_arena *scratch, struct pst_error *error);

enum pst_status pst_describe_leeway(struct pst_job *job, const struct pst_pairs *pairs,
                                    struct pst_pair_unit *unit,
                                    const struct pst_describe_options *options, size_t first,
                                    size_t n, struct pst_arena *scratch, struct pst_error *error);

#endif
