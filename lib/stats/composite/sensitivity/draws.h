/* draws.h -- the random choices of one replicate of a composite indicator.

   u(seed, r, k) is pst_draw (stats/random/draw.h).  Any thread may do any replicate.
   pst_draws_make: replicate r of FACTORS.
   Given     factors   weights from 0, not all 0, their COUNT is K; SEED[f] is where factor f draws from
   Draws     k = 1..K  weights w0_k (1 + WITHIN (2 u - 1)), then divided by their sum
             K + 1     which normalisation, floor(u M)
             K + 2     which indicator is left out, floor(u (K + 1)), 0 for none
             K + 3     which aggregation, floor(u A)
             A factor that is off moves no other draw
   Returned  draws     its weights (of what is not left out they sum to 1), and the choices
   Cost      O(1) a draw, O(K) a replicate
   Published Steele, Lea & Flood (2014), OOPSLA
   Tested    test_composite_draws.c; tests/reference (family composite) */
#ifndef PST_STATS_COMPOSITE_SENSITIVITY_DRAWS_H
#define PST_STATS_COMPOSITE_SENSITIVITY_DRAWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pst_draw_factors {
  const double *weight;
  size_t count;
  double within;
  bool leave_out;
  size_t normalisations; /* at least 1 */
  size_t aggregations;   /* at least 1 */
};

struct pst_draws {
  double *weight; /* room for COUNT */
  size_t normalisation;
  size_t left_out; /* 0 none, else k from 1 */
  size_t aggregation;
};

/* The groups of draws that a sensitivity takes from one seed or the other. */
enum pst_draw_factor {
  PST_DRAW_WEIGHTS,
  PST_DRAW_NORMALISATION,
  PST_DRAW_LEFT_OUT,
  PST_DRAW_AGGREGATION,
  PST_DRAW_FACTORS
};

/* SEED[f] is where factor f draws from. */
void pst_draws_make(const struct pst_draw_factors *factors, const uint64_t seed[PST_DRAW_FACTORS],
                    uint64_t replicate, struct pst_draws *draws);

/* pst_draws_seeds: SEED for all factors. */
void pst_draws_seeds(uint64_t seed, uint64_t seeds[PST_DRAW_FACTORS]);

#endif
