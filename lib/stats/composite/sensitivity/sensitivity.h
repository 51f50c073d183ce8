/* sensitivity.h -- which choice decides a rank: weights, normalisation, left-out indicator, aggregation.

   pst_rank_sensitivity: Jansen's indices (stats/composite/sensitivity/jansen.h) of the rank of every entity, and of
   the mean shift of all ranks, to each choice that is open.
   Given     model     (stats/composite/sensitivity/monte_carlo.h)
             nominal   n ranks without any change
             seed      sample A draws from it as pst_monte_carlo_ranks does, sample B from the output of
                       SplitMix64 at it
             show      called with the share that is done; NULL: not
   Returned  indices   PST_DRAW_FACTORS rows of n + 1: entity by entity, then the mean shift.  NaN where
                       the factor is not open, the rank never varies, or some replicate gives none
   Status    PST_NO_MEMORY
   Cost      REPLICATES times (2 + open choices) scores of all
   Tested    test_composite_draws.c */
#ifndef PST_STATS_COMPOSITE_SENSITIVITY_SENSITIVITY_H
#define PST_STATS_COMPOSITE_SENSITIVITY_SENSITIVITY_H

#include "stats/composite/sensitivity/jansen.h"
#include "stats/composite/sensitivity/monte_carlo.h"

/* pst_draw_factor_open: replicates can differ in FACTOR. */
bool pst_draw_factor_open(const struct pst_draw_factors *factors, enum pst_draw_factor factor);

enum pst_status pst_rank_sensitivity(const struct pst_composite_model *model, const size_t *nominal,
                                     uint64_t seed, size_t replicates, size_t threads,
                                     struct pst_jansen *indices, void (*show)(double done),
                                     struct pst_arena *scratch, struct pst_error *error);

#endif
