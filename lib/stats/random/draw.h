/* draw.h -- numbers drawn by their place: draw k of replicate r of a seed, whatever else is drawn.

   Any thread may take any replicate, and a draw that is left out moves no other.
   pst_draw_bits: output K (from 1) of SplitMix64 started from output R of SplitMix64 from SEED.
   pst_draw: the same as a number in [0, 1), a multiple of 2^-53.
   Given     any seed and replicate; n and k from 1
   Returned  the bits, or the number
   Cost      a few instructions
   Published Steele, Lea & Flood (2014), OOPSLA
   Tested    test_bootstrap.c; seed 1234567 gives 6457827717110365317 first */
#ifndef PST_STATS_RANDOM_DRAW_H
#define PST_STATS_RANDOM_DRAW_H

#include "stats/random/random.h"

/* pst_splitmix: output N, from 1, of SplitMix64 from SEED. */
static inline uint64_t pst_splitmix(uint64_t seed, uint64_t n)
{
  return pst_random_mix(seed + n * UINT64_C(0x9e3779b97f4a7c15));
}

static inline uint64_t pst_draw_bits(uint64_t seed, uint64_t r, uint64_t k)
{
  return pst_splitmix(pst_splitmix(seed, r), k);
}

static inline double pst_draw(uint64_t seed, uint64_t r, uint64_t k)
{
  return (double)(pst_draw_bits(seed, r, k) >> 11) * 0x1p-53;
}

#endif
