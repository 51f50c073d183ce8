/* The least difference of two scores of minmax: against all values of a grid. */
#include "check.h"
#include "random.h"

#include <math.h>

#include "stats/composite/minmax_gap.h"

enum { ROWS = 4, STEPS = 5 };

/* All four values of one indicator on a grid of its bounds; the least of A less B. */
static double brute(const double *low, const double *high, size_t a, size_t b)
{
  double least = (double)INFINITY;

  for (size_t code = 0; code < STEPS * STEPS * STEPS * STEPS; code++) {
    double x[ROWS], bottom = (double)INFINITY, top = -(double)INFINITY;
    size_t rest = code;

    for (size_t i = 0; i < ROWS; i++) {
      x[i] = low[i] + (double)(rest % STEPS) * (high[i] - low[i]) / (STEPS - 1);
      rest /= STEPS;
      bottom = fmin(bottom, x[i]);
      top = fmax(top, x[i]);
    }
    /* where all are equal there is no scale, and no difference */
    least = fmin(least, top > bottom ? 100 * (x[a] - x[b]) / (top - bottom) : 0);
  }
  return least;
}

/* Ends are multiples of 4 steps, so that the grid has every end of another bound. */
static void test_grid(void **state)
{
  const double weight = 1;
  uint64_t seed = 1;

  (void)state;
  for (int round = 0; round < 400; round++) {
    double low[ROWS], high[ROWS];
    struct pst_minmax_edges edges;
    struct pst_minmax_cells cells = {
        .low = low, .high = high, .weight = &weight, .n = ROWS, .count = 1, .edges = &edges};

    for (size_t i = 0; i < ROWS; i++) {
      low[i] = (double)random_below(&seed, 8);
      high[i] = low[i] + 4 * (double)random_below(&seed, 2);
    }
    pst_minmax_edges(&cells, &edges);
    for (size_t a = 0; a < ROWS; a++)
      for (size_t b = 0; b < ROWS; b++) {
        if (a != b)
          assert_close(pst_minmax_gap(&cells, a, b), brute(low, high, a, b), 1e-12, 1e-12);
      }
  }
}

/* Two indicators: each has its own scale.  A 10..12 and 5, B 20 and 4..6, C 0..30 and 0..10. */
static void test_by_hand(void **state)
{
  const double low[] = {10, 5, 20, 4, 0, 0}, high[] = {12, 5, 20, 6, 30, 10};
  const double weight[] = {.5, .5};
  struct pst_minmax_edges edges[2];
  struct pst_minmax_cells cells = {
      .low = low, .high = high, .weight = weight, .n = 3, .count = 2, .edges = edges};

  (void)state;
  pst_minmax_edges(&cells, edges);
  assert_close(pst_minmax_gap(&cells, 0, 1), -100, 1e-12, 1e-12);
  /* first: (20 - 12) / 18 or 20; second: 4 - 5 on 4..5 */
  assert_close(pst_minmax_gap(&cells, 1, 0), .5 * (100 * 8. / 20 - 100), 1e-12, 1e-12);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_grid), cmocka_unit_test(test_by_hand)};

  return cmocka_run_group_tests(tests, NULL, NULL);
}
