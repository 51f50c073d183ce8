/* Values at places by a bracket against the ordered values, to the last bit. */
#include "check.h"
#include "random.h"

#include <math.h>

#include "stats/slope/bracket.h"
#include "stats/sort.h"

enum { MOST = 3000 };

/* Kinds of values that mislead the few that the bracket is made of, too: rising, waves of their stride, runs. */
static double value_of(uint64_t *seed, size_t kind, size_t i, size_t n)
{
  const size_t stride = n / 64 + 1;

  switch (kind) {
  case 0:
    return (double)random_below(seed, 1000000) / 7;
  case 1:
    return (double)random_below(seed, 5);
  case 2:
    return (double)i;
  case 3:
    return i % stride == 0 ? 1e9 : -(double)i;
  case 4:
    return i < n / 2 ? 1 : (double)random_below(seed, 100);
  default:
    return random_below(seed, 50) == 0 ? (double)INFINITY : -(double)random_below(seed, 1000);
  }
}

static void equals_order(void **state)
{
  uint64_t seed = 30;
  static double v[MOST], kept[MOST], sorted[MOST], spare[MOST];

  (void)state;
  for (int round = 0; round < 3000; round++) {
    const size_t n = 1 + random_below(&seed, round % 2 == 0 ? 40 : MOST);
    const size_t kind = random_below(&seed, 6), count = 1 + random_below(&seed, 4);
    size_t places[4] = {random_below(&seed, n)};
    double values[4];

    for (size_t i = 0; i < n; i++)
      kept[i] = sorted[i] = v[i] = value_of(&seed, kind, i, n);
    for (size_t i = 1; i < count; i++) {
      places[i] = places[i - 1] + random_below(&seed, round % 3 == 0 ? n : 3);
      places[i] = places[i] < n ? places[i] : n - 1;
    }
    pst_sort(sorted, spare, n);
    pst_bracket_select(v, n, places, count, values, spare);
    for (size_t i = 0; i < count; i++)
      assert_true(values[i] == sorted[places[i]]);
    assert_memory_equal(v, kept, n * sizeof *v);
    assert_true(pst_bracket_median(v, n, spare) == pst_middle(sorted[(n - 1) / 2], sorted[n / 2]));
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(equals_order)};

  return cmocka_run_group_tests(tests, NULL, NULL);
}
