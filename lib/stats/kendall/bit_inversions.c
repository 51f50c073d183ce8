/* bit_inversions.c -- the inversions of a short permutation, counted on a set of bits. */
#include "stats/kendall/bit_inversions.h"

#include "stats/variable/clones.h"

/* A word holds 64 places.  before[w] says how many places of the words below w have been met, so the
   places below one are counted by one sum and the bits of one word. */
enum { WORD = 64, FEW_WORDS = 16, MOST_WORDS = PST_BIT_MOST / WORD };

/* STEPS: as many zeros as words, then as many ones; from its place words - 1 - w on it says which words
   are above w. */
__attribute__((always_inline)) static inline uint64_t count(const uint16_t *place, size_t n,
                                                            size_t words, uint64_t *seen,
                                                            uint16_t *restrict before,
                                                            const uint16_t *restrict steps)
{
  uint64_t inversions = 0;

  for (size_t i = 0; i < n; i++) {
    const size_t word = place[i] / WORD;
    const uint64_t bit = UINT64_C(1) << place[i] % WORD;
    const size_t below = before[word] + (size_t)__builtin_popcountll(seen[word] & (bit - 1));
    const uint16_t *above = steps + words - 1 - word;

    inversions += i - below;
    seen[word] |= bit;
#pragma omp simd
    for (size_t w = 0; w < words; w++)
      before[w] = (uint16_t)(before[w] + above[w]);
  }
  return inversions;
}

static void make_steps(uint16_t *steps, size_t words)
{
  for (size_t w = 0; w < 2 * words; w++)
    steps[w] = w >= words;
}

PST_CLONES static uint64_t count_few(const uint16_t *place, size_t n)
{
  uint64_t seen[FEW_WORDS] = {0};
  uint16_t before[FEW_WORDS] = {0};
  uint16_t steps[2 * FEW_WORDS];

  make_steps(steps, FEW_WORDS);
  return count(place, n, FEW_WORDS, seen, before, steps);
}

PST_CLONES static uint64_t count_many(const uint16_t *place, size_t n)
{
  uint64_t seen[MOST_WORDS] = {0};
  uint16_t before[MOST_WORDS] = {0};
  uint16_t steps[2 * MOST_WORDS];

  make_steps(steps, MOST_WORDS);
  return count(place, n, MOST_WORDS, seen, before, steps);
}

uint64_t pst_bit_inversions(const uint16_t *place, size_t n)
{
  return n <= (size_t)FEW_WORDS * WORD ? count_few(place, n) : count_many(place, n);
}
