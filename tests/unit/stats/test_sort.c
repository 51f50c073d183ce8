/* Sorting, inversions and selection against the obvious. */
#include "check.h"
#include "random.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "stats/sort.h"

static int ascending(const void *a, const void *b)
{
  double x = *(const double *)a;
  double y = *(const double *)b;

  return (x > y) - (x < y);
}

static void sorting_counts_inversions(void **state)
{
  uint64_t seed = 40;
  double x[200];
  double want[200];
  double spare[200];

  (void)state;
  for (int round = 0; round < 2000; round++) {
    size_t n = random_below(&seed, 200);
    uint64_t inversions = 0;

    random_fill(&seed, x, n, 1 + random_below(&seed, 300));
    for (size_t i = 0; i < n; i++)
      for (size_t j = i + 1; j < n; j++)
        inversions += x[i] > x[j];
    memcpy(want, x, sizeof x);
    qsort(want, n, sizeof *want, ascending);
    assert_true(pst_sort(x, spare, n) == inversions);
    assert_memory_equal(x, want, n * sizeof *x);
  }
}

/* By digits and by merging: the same bits, -0 and 0 in the order in which they stood, the ends of the range last. */
static void values_are_ordered(void **state)
{
  enum { MOST = 3000 };
  uint64_t seed = 41;
  double *x = malloc(MOST * sizeof *x), *want = malloc(MOST * sizeof *want),
         *spare = malloc(MOST * sizeof *spare);

  (void)state;
  assert_true(x != NULL && want != NULL && spare != NULL);
  for (int round = 0; round < 200; round++) {
    size_t n = round < 4 ? 599 + (size_t)round : random_below(&seed, MOST);

    random_fill(&seed, x, n, 1 + random_below(&seed, 3000));
    for (size_t i = 0; i < n; i++) {
      uint64_t kind = random_below(&seed, 12);

      x[i] = kind == 0   ? -0.0
             : kind == 1 ? 0.0
             : kind == 2 ? (random_below(&seed, 2) == 0 ? HUGE_VAL : -HUGE_VAL)
             : kind == 3 ? x[i] * 1e-310
             : kind == 4 ? -x[i] * 1e300
             : kind == 5 ? -x[i]
                         : x[i];
    }
    memcpy(want, x, n * sizeof *x);
    pst_sort(want, spare, n);
    pst_sort_values(x, spare, n);
    assert_memory_equal(x, want, n * sizeof *x);
  }
  free(x);
  free(want);
  free(spare);
}

/* Years, codes, counts, and many numbers that agree in their upper halves: each way of sorting, and what is next to
   it. */
static void whole_and_near_values_are_ordered(void **state)
{
  enum { N = 20000 };
  static const struct {
    uint64_t span;
    double low, step;
    bool minus_zero;
  } kinds[] = {{29, 1995, 1, false},
               {8192, -4096, 1, false},
               {8193, -4096, 1, false},
               {8, -4, 1, true},
               {2, 0x1p31 - 2, 1, false},
               {3000000, 20010000000, 1, false},
               {20000, 1, 1.0 / 4503599627370496, false},
               {100, -3, 0.5, false}};
  uint64_t seed = 43;
  double *x = malloc(N * sizeof *x), *want = malloc(N * sizeof *want),
         *spare = malloc(N * sizeof *spare);

  (void)state;
  assert_true(x != NULL && want != NULL && spare != NULL);
  for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
    for (size_t i = 0; i < N; i++) {
      x[i] = kinds[k].low + kinds[k].step * (double)random_below(&seed, kinds[k].span);
      if (kinds[k].minus_zero && x[i] == 0 && random_below(&seed, 2) == 0)
        x[i] = -0.0;
    }
    memcpy(want, x, N * sizeof *x);
    pst_sort(want, spare, N);
    pst_sort_values(x, spare, N);
    assert_memory_equal(x, want, N * sizeof *x);
  }
  free(x);
  free(want);
  free(spare);
}

static void pairs_go_by_x_then_y(void **state)
{
  uint64_t seed = 41;
  struct pst_pair pairs[150];
  struct pst_pair spare[150];

  (void)state;
  for (int round = 0; round < 1000; round++) {
    size_t n = random_below(&seed, 150);
    double sum = 0;

    for (size_t i = 0; i < n; i++) {
      pairs[i].x = (double)random_below(&seed, 12);
      pairs[i].y = (double)random_below(&seed, 12);
      sum += 100 * pairs[i].x + pairs[i].y;
    }
    pst_sort_pairs(pairs, spare, n);
    for (size_t i = 0; i < n; i++) {
      sum -= 100 * pairs[i].x + pairs[i].y;
      if (i > 0)
        assert_true(pairs[i - 1].x < pairs[i].x
                    || (pairs[i - 1].x == pairs[i].x && pairs[i - 1].y <= pairs[i].y));
    }
    assert_close(sum, 0, 0, 0);
  }
}

static void selection_finds_the_place(void **state)
{
  uint64_t seed = 42;
  double x[120];
  double sorted[120];
  double spare[120];

  (void)state;
  for (int round = 0; round < 4000; round++) {
    size_t n = 1 + random_below(&seed, 119);
    size_t k = random_below(&seed, n);

    random_fill(&seed, x, n, 1 + random_below(&seed, 150));
    memcpy(sorted, x, sizeof x);
    pst_sort(sorted, spare, n);
    assert_close(pst_select(x, n, k), sorted[k], 0, 0);
    for (size_t i = 0; i < n; i++)
      assert_true(i < k ? x[i] <= x[k] : x[i] >= x[k]);
    assert_close(pst_select_median(x, n),
                 n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2, 0, 0);
  }
}

static void the_middle_does_not_overflow(void **state)
{
  (void)state;
  assert_close(pst_middle(1.5e308, 1.7e308), 1.6e308, 1e-15, 0);
  assert_close(pst_middle(-1.5e308, 1.7e308), 1e307, 1e-14, 0);
  assert_close(pst_middle(3, 4), 3.5, 0, 0);
}

/* Several places at once, some of them the same, against sorting. */
static void many_places(void **state)
{
  uint64_t seed = 12;
  double x[200];
  double sorted[200];
  double spare[200];

  (void)state;
  for (int round = 0; round < 1000; round++) {
    size_t n = 1 + random_below(&seed, 200);
    size_t count = random_below(&seed, 9);
    size_t places[8] = {0};

    random_fill(&seed, x, n, 1 + random_below(&seed, 300));
    for (size_t i = 0; i < n; i++)
      sorted[i] = x[i];
    pst_sort(sorted, spare, n);
    for (size_t i = 0; i < count; i++)
      places[i] =
          i == 0 ? random_below(&seed, n) : places[i - 1] + random_below(&seed, n - places[i - 1]);
    pst_select_many(x, n, places, count);
    for (size_t i = 0; i < count; i++)
      assert_close(x[places[i]], sorted[places[i]], 0, 0);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(many_places),
      cmocka_unit_test(sorting_counts_inversions),
      cmocka_unit_test(values_are_ordered),
      cmocka_unit_test(whole_and_near_values_are_ordered),
      cmocka_unit_test(pairs_go_by_x_then_y),
      cmocka_unit_test(selection_finds_the_place),
      cmocka_unit_test(the_middle_does_not_overflow),
  };

  return cmocka_run_group_tests_name("sort", tests, NULL, NULL);
}
