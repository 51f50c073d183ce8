/* monte_carlo.h -- the ranks that a composite indicator gives over many choices of its makers.

   pst_monte_carlo_ranks: the ranks of replicates FIRST to FIRST + COUNT - 1 (from 1).
   Given     model    the normalised values under every normalisation, the factors (stats/composite/
                      draws.h), the aggregations, and pillars (NULL: flat; else the weights of
                      the factors are effective ones, and a pillar weighs what its indicators weigh)
             seed     where each factor draws from
             threads  any number of them gives the same
   Returned  rank     COUNT rows of n ranks, 0 where an entity has no score
   Status    PST_NO_MEMORY
   Cost      COUNT n (K + log n)

   pst_rank_distribution_of: of the ranks of one entity over R replicates: quantiles .05, .5, .95 of type
   7, mean, the share with the nominal rank and with a rank of at most TOP; over those where it has a
   rank, NaN for none.
   pst_mean_shift: the mean over entities of |rank - nominal| in one replicate; NaN for none.
   Published Saisana, Saltelli & Tarantola (2005), JRSS A 168; OECD/JRC (2008)
   Tested    test_composite_draws.c; tests/reference (family composite) */
#ifndef PST_STATS_COMPOSITE_SENSITIVITY_MONTE_CARLO_H
#define PST_STATS_COMPOSITE_SENSITIVITY_MONTE_CARLO_H

#include "base/arena.h"
#include "base/error.h"
#include "stats/composite/sensitivity/draws.h"
#include "stats/composite/score.h"

struct pst_composite_model {
  size_t n;
  const double *const *y; /* one table of n rows a normalisation */
  struct pst_draw_factors factors;
  const struct pst_aggregation *aggregations;
  const struct pst_pillars *pillars; /* its weights are not used */
};

struct pst_rank_distribution {
  size_t replicates; /* with a rank */
  double q05;
  double q50;
  double q95;
  double mean;
  double share_nominal;
  double share_top;
};

enum pst_status pst_monte_carlo_ranks(const struct pst_composite_model *model,
                                      const uint64_t seed[PST_DRAW_FACTORS], size_t first,
                                      size_t count, size_t threads, uint32_t *rank,
                                      struct pst_arena *scratch, struct pst_error *error);

enum pst_status pst_rank_distribution_of(const uint32_t *rank, size_t replicates, size_t n,
                                         size_t entity, size_t nominal, size_t top,
                                         struct pst_rank_distribution *out,
                                         struct pst_arena *scratch, struct pst_error *error);

double pst_mean_shift(const uint32_t *rank, const size_t *nominal, size_t n);

#endif
