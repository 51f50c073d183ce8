/* inversions.c -- the inversions of a permutation, counted. */
#include "stats/kendall/inversions.h"

#include "stats/kendall/bit_inversions.h"
#include "stats/variable/clones.h"

/* A step divides the values into ranges of one width, at most 16 groups of 16 of them, and its numbers are
   moved to their ranges in the order met.  What has been met in the ranges up to one is the sum of the
   groups before its group and of the ranges up to it in its group. */
enum { SIDE = 16, RANGES = SIDE * SIDE, LEAST_BITS = 10 };

struct met {
  uint32_t before[SIDE];      /* in the groups before each */
  uint32_t up_to[SIDE][SIDE]; /* in each range and those before it in its group */
};

/* COUNTS from the place AT on are one more. */
__attribute__((always_inline)) static inline void add_from(uint32_t *restrict counts, size_t at,
                                                           const uint32_t *restrict steps)
{
  const uint32_t *from = steps + SIDE - at;

#pragma omp simd
  for (size_t i = 0; i < SIDE; i++)
    counts[i] += from[i];
}

/* The inversions between different ranges of 1 << SHIFT values, LEAST the smallest; the numbers of V go to
   their ranges in OUT. */
PST_CLONES static uint64_t divide(const uint32_t *restrict v, uint32_t *restrict out, size_t n,
                                  uint32_t least, unsigned shift)
{
  struct met met = {{0}, {{0}}};
  uint32_t steps[2 * SIDE + 1];
  uint32_t next[RANGES];
  uint64_t inversions = 0;

  for (size_t i = 0; i <= 2 * SIDE; i++)
    steps[i] = i >= SIDE;
  for (size_t r = 0; r < RANGES; r++)
    next[r] = (uint32_t)(r << shift);
  for (size_t i = 0; i < n; i++) {
    const size_t range = (v[i] - least) >> shift;
    const size_t group = range / SIDE;

    inversions += i - met.before[group] - met.up_to[group][range % SIDE];
    add_from(met.before, group + 1, steps);
    add_from(met.up_to[group], range % SIDE, steps);
    out[next[range]++] = v[i];
  }
  return inversions;
}

static uint64_t count_bits(const uint32_t *v, size_t n, uint32_t least)
{
  uint16_t place[PST_BIT_MOST];

  for (size_t i = 0; i < n; i++)
    place[i] = (uint16_t)(v[i] - least);
  return pst_bit_inversions(place, n);
}

static unsigned shift_of(size_t n)
{
  unsigned shift = LEAST_BITS;

  while ((n - 1) >> shift >= RANGES)
    shift++;
  return shift;
}

/* V holds the values from LEAST on, each once. */
static uint64_t count(uint32_t *v, uint32_t *spare, size_t n, uint32_t least)
{
  const unsigned shift = shift_of(n);
  const size_t width = (size_t)1 << shift;
  uint64_t inversions;

  if (n <= PST_BIT_MOST)
    return count_bits(v, n, least);
  inversions = divide(v, spare, n, least, shift);
  for (size_t first = 0; first < n; first += width)
    inversions += count(spare + first, v + first, n - first < width ? n - first : width,
                        least + (uint32_t)first);
  return inversions;
}

uint64_t pst_inversions_count(uint32_t *v, uint32_t *spare, size_t n)
{
  return n < 2 ? 0 : count(v, spare, n, 0);
}
