/* leeway_ranks.h -- which ends of scores and ranks are exact.  For leeway.c.

   pst_composite_one_way: each score follows the values of its entity upwards and those of the others downwards.
   pst_composite_prove_ranks: RANK_EXACT where no values within the bounds give a rank beyond those that were reached, by the
   pairs of entities; where scales are fixed, the ranks that the pairs give.
   Given     CELLS   bounds in the file's own direction; OPEN as completions found it, with SCORE_EXACT
   Status    PST_NO_MEMORY
   Cost      O(entities^2 indicators)
   Tested    tests/cli/composite-leeway*; tests/cli/test_leeway_brute.py; test_minmax_gap.c */
#ifndef PST_COMPOSITE_LEEWAY_LEEWAY_RANKS_H
#define PST_COMPOSITE_LEEWAY_LEEWAY_RANKS_H

#include "composite/leeway/leeway.h"
#include "composite/leeway/leeway_cells.h"

bool pst_composite_one_way(const struct pst_composite_design *design,
                           const struct pst_composite_cells *cells);

enum pst_status pst_composite_prove_ranks(struct pst_job *job,
                                          const struct pst_composite_design *design,
                                          const struct pst_composite_cells *cells,
                                          struct pst_composite_open *open, struct pst_error *error);

#endif
