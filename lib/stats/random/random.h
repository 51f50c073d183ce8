/* random.h -- a small seeded generator, for samples and permutations.

   splitmix64: every state gives a stream of its own, so replicate r of a seed starts where no other
   does, whichever thread takes it.
   Given     any bits
   Returned  what each says
   Cost      a few instructions
   Published Steele, Lea & Flood (2014), OOPSLA
   Tested    test_permutation.c */
#ifndef PST_STATS_RANDOM_RANDOM_H
#define PST_STATS_RANDOM_RANDOM_H

#include <stddef.h>
#include <stdint.h>

/* pst_random_mix: the bits of Z scattered; a bijection. */
static inline uint64_t pst_random_mix(uint64_t z)
{
  z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/* pst_random_next: 64 random bits; STATE moves on. */
static inline uint64_t pst_random_next(uint64_t *state)
{
  return pst_random_mix(*state += UINT64_C(0x9e3779b97f4a7c15));
}

/* pst_random_stream: the state from which replicate NUMBER of SEED draws. */
static inline uint64_t pst_random_stream(uint64_t seed, uint64_t number)
{
  return pst_random_mix(pst_random_mix(seed + UINT64_C(0x9e3779b97f4a7c15))
                        ^ pst_random_mix(~number));
}

/* pst_random_below: a whole number in [0, LIMIT), each equally likely; LIMIT from 1 to 2^32
   (Lemire 2019, ACM TOMACS 29). */
static inline uint64_t pst_random_below(uint64_t *state, uint64_t limit)
{
  uint64_t product = (pst_random_next(state) >> 32) * limit;

  if ((uint32_t)product < limit) {
    uint32_t least = (uint32_t)((UINT64_C(0x100000000) - limit) % limit);

    while ((uint32_t)product < least)
      product = (pst_random_next(state) >> 32) * limit;
  }
  return product >> 32;
}

#endif
