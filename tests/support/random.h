/* random.h -- a small seeded generator for property tests: the same cases on every run. */
#ifndef PST_TESTS_RANDOM_H
#define PST_TESTS_RANDOM_H

#include <stddef.h>
#include <stdint.h>

/* splitmix64 (Steele, Lea & Flood 2014). */
static inline uint64_t random_next(uint64_t *state)
{
  uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static inline size_t random_below(uint64_t *state, size_t limit)
{
  return (size_t)(random_next(state) % limit);
}

/* A number in [0, 1). */
static inline double random_uniform(uint64_t *state)
{
  return (double)(random_next(state) >> 11) * 0x1p-53;
}

/* Whole numbers below LEVELS: few levels make many ties. */
static inline void random_fill(uint64_t *state, double *x, size_t n, size_t levels)
{
  for (size_t i = 0; i < n; i++)
    x[i] = (double)random_below(state, levels);
}

#endif
