/* bit_inversions.c -- the inversions of a short permutation, counted on a set of bits. */
#include "stats/kendall/bit_inversions.h"

#include <string.h>

#include "stats/variable/clones.h"

/* A word holds 64 places.  before[w] says how many places of the words below w have been met, so the
   places below one are counted by one sum and the bits of one word. */
enum { WORD = 64, FEW_WORDS = 16, MOST_WORDS = PST_BIT_MOST / WORD };

/* The sums of 16 words side by side, which stay in a register, or in two. */
enum { SIDE = 16 };
typedef uint16_t sums __attribute__((vector_size(SIDE * sizeof(uint16_t))));

/* GROUPS: of 16 words.  STEPS: as many zeros as words, then as many ones; from its place words - 1 - w on it
   says which words are above w.  The sums are written down for each place that is met, and only the one of
   its word is read: no sum waits for that. */
__attribute__((always_inline)) static inline uint64_t count(const uint16_t *place, size_t n,
                                                            size_t groups, uint64_t *restrict seen,
                                                            const uint16_t *restrict steps)
{
  const size_t words = groups * SIDE;
  sums before[MOST_WORDS / SIDE] = {{0}};
  uint16_t written[MOST_WORDS];
  uint64_t inversions = 0;

  for (size_t i = 0; i < n; i++) {
    const size_t word = place[i] / WORD;
    const uint64_t bit = UINT64_C(1) << place[i] % WORD;
    const uint16_t *above = steps + words - 1 - word;

#pragma GCC unroll 4
    for (size_t g = 0; g < groups; g++)
      memcpy(written + g * SIDE, &before[g], sizeof before[g]);
    inversions += i - written[word] - (size_t)__builtin_popcountll(seen[word] & (bit - 1));
    seen[word] |= bit;
#pragma GCC unroll 4
    for (size_t g = 0; g < groups; g++) {
      sums step;

      memcpy(&step, above + g * SIDE, sizeof step);
      before[g] += step;
    }
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
  uint16_t steps[2 * FEW_WORDS];

  make_steps(steps, FEW_WORDS);
  return count(place, n, FEW_WORDS / SIDE, seen, steps);
}

PST_CLONES static uint64_t count_many(const uint16_t *place, size_t n)
{
  uint64_t seen[MOST_WORDS] = {0};
  uint16_t steps[2 * MOST_WORDS];

  make_steps(steps, MOST_WORDS);
  return count(place, n, MOST_WORDS / SIDE, seen, steps);
}

uint64_t pst_bit_inversions(const uint16_t *place, size_t n)
{
  return n <= (size_t)FEW_WORDS * WORD ? count_few(place, n) : count_many(place, n);
}
