/* quasi.h -- affinity against what would be expected if there were no diagonal.

   pst_quasi_independence: E_ij = a_i a_j for i != j, with the row sums of the links.
   Given     table    (stats/specialisation/affinity.h)
   Returned  factor   a_1 to a_n, 0 for an entity without links; the index of a pair is C_ij / (a_i a_j)
   Status    PST_UNDEFINED when there is no solution: one entity takes part in every link (or in as many
             as all others have among each other at most), or there are no links
   Cost      O(n) a step, to a relative change of 1e-15; some tens of steps
   Method    x_i = a_i^2 by x <- sqrt(x C_i. / (S - x)) with S = sum a, in terms of a
   Published Goodman (1968), JASA 63 (quasi-independence)
   Tested    tests/unit/test_specialisation.c; tests/reference (family affinity) */
#ifndef PST_STATS_SPECIALISATION_QUASI_H
#define PST_STATS_SPECIALISATION_QUASI_H

#include "stats/specialisation/affinity.h"

enum pst_status pst_quasi_independence(const struct pst_affinity_table *table, double *factor,
                                       struct pst_error *error);

#endif
