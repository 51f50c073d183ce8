/* family.h -- p-values adjusted within families: the rows of one call with the same method and term.

   pst_families_adjust
   Given     rows    N rows; those without a p-value, or adjusted before, are in no family
   Returned  p_adjusted of the others, and "family of N" in their notes
   Status    PST_NO_MEMORY
   Cost      O(rows) a family
   Tested    tests/cli/correlate-all, tests/cli/compare-k-holm */
#ifndef PST_METHOD_FAMILY_H
#define PST_METHOD_FAMILY_H

#include "stats/adjust.h"
#include "stats/estimate.h"

enum pst_status pst_families_adjust(struct pst_estimate *const *rows, size_t n,
                                    enum pst_adjust method, struct pst_arena *arena,
                                    struct pst_error *error);

#endif
