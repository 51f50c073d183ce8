/* Inversions against all pairs. */
#include "check.h"
#include "random.h"

#include <stdlib.h>
#include <string.h>

#include "stats/kendall/inversions.h"
#include "stats/sort.h"

enum { MOST = 200 };

static void shuffle(uint64_t *seed, uint32_t *v, size_t n)
{
  for (size_t i = 0; i < n; i++) {
    size_t j = random_below(seed, i + 1);

    v[i] = v[j];
    v[j] = (uint32_t)i;
  }
}

struct seen {
  unsigned char pair[MOST][MOST]; /* larger, smaller: 1 inverted, 2 visited */
  size_t visits;
};

static void visit(void *context, uint32_t larger, uint32_t smaller)
{
  struct seen *seen = context;

  assert_int_equal(seen->pair[larger][smaller], 1);
  seen->pair[larger][smaller] = 2;
  seen->visits++;
}

/* Each visited pair is an inversion, none is visited twice, and asking for all brings all. */
static void equals_all_pairs(void **state)
{
  static struct seen seen;
  uint64_t seed = 30;
  uint64_t random = 1;
  uint32_t v[MOST];
  uint32_t copy[MOST];
  uint32_t spare[MOST];

  (void)state;
  for (int round = 0; round < 500; round++) {
    size_t n = random_below(&seed, MOST + 1);
    uint64_t inversions = 0;
    size_t wanted;

    shuffle(&seed, v, n);
    memset(&seen, 0, sizeof seen);
    for (size_t i = 0; i < n; i++)
      for (size_t j = i + 1; j < n; j++)
        if (v[i] > v[j])
          inversions += seen.pair[v[i]][v[j]] = 1;
    memcpy(copy, v, sizeof v);
    assert_int_equal(pst_inversions_count(copy, spare, n), inversions);
    wanted = round % 2 == 0 ? inversions : random_below(&seed, inversions + 1);
    pst_inversions_pick(v, spare, n, inversions, wanted, &random, visit, &seen);
    assert_int_equal(seen.visits, wanted);
  }
}

/* Beyond one set of bits, and beyond one division of the values: as merging counts them. */
static void long_ones_as_by_merging(void **state)
{
  static const size_t sizes[] = {1023, 1024, 1025, 4095, 4096, 4097, 10000, 262145, 1100000};
  uint64_t seed = 31;

  (void)state;
  for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
    size_t n = sizes[s];
    uint32_t *v = malloc(2 * n * sizeof *v);
    double *x = malloc(2 * n * sizeof *x);
    uint64_t wanted;

    assert_true(v != NULL && x != NULL);
    shuffle(&seed, v, n);
    for (size_t i = 0; i < n; i++)
      x[i] = v[i];
    wanted = pst_sort(x, x + n, n);
    assert_true(pst_inversions_count(v, v + n, n) == wanted);
    for (size_t i = 0; i < n; i++)
      v[i] = (uint32_t)(n - 1 - i);
    assert_true(pst_inversions_count(v, v + n, n) == (uint64_t)n * (n - 1) / 2);
    free(v);
    free(x);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(equals_all_pairs),
      cmocka_unit_test(long_ones_as_by_merging),
  };

  return cmocka_run_group_tests_name("inversions", tests, NULL, NULL);
}
