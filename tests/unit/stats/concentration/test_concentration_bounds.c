/* test_concentration_bounds -- indices of concentration on bounds, against grids of completions. */
#include "index_value.h"
#include "random.h"

#include <math.h>

#include "stats/concentration/bounds.h"
#include "stats/concentration/table.h"

enum { MOST = 16 };

struct search {
  const struct pst_concentration *index;
  double parameter;
  const double *low;
  const double *high;
  size_t n;
  int levels;
  double least;
  double most;
  double x[MOST];
};

static void search_grid(struct search *s, size_t at)
{
  if (at == s->n) {
    double value = of(s->index->index, s->x, s->n, s->parameter);

    s->least = fmin(s->least, value);
    s->most = fmax(s->most, value);
    return;
  }
  for (int level = 0; level < s->levels; level++) {
    s->x[at] = s->low[at] + (s->high[at] - s->low[at]) * level / (s->levels - 1);
    search_grid(s, at + 1);
    if (s->low[at] == s->high[at])
      break;
  }
}

/* The end of high concentration stands at ends, which are on the grid; the other lies between. */
static void compare_with_grid(const struct pst_concentration *index, double parameter,
                              const double *low, const double *high, size_t n)
{
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_concentration_range range;
  struct search s = {.index = index,
                     .parameter = parameter,
                     .low = low,
                     .high = high,
                     .n = n,
                     .levels = 7,
                     .least = INFINITY,
                     .most = -INFINITY};

  assert_int_equal(pst_concentration_bounds(index, parameter, low, high, n, &range, &scratch, NULL),
                   PST_OK);
  search_grid(&s, 0);
  assert_true(range.exact);
  if (isfinite(s.most) || index->falls) {
    assert_close(index->falls ? range.low : range.high, index->falls ? s.least : s.most, 1e-12,
                 1e-13);
    assert_true(range.low <= s.least + 1e-13 && range.high >= s.most - 1e-13);
    assert_close(range.low, s.least, 0.1, 0.1);
    assert_close(range.high, s.most, 0.1, 0.1 * (index->index == pst_hhi_effective ? 10 : 1));
  } else
    assert_true(isinf(range.high));
  pst_arena_free(&scratch);
}

static void bounds_are_those_of_all_completions(void **state)
{
  uint64_t seed = 11;

  (void)state;
  for (int run = 0; run < 60; run++)
    for (size_t k = 0; k < pst_concentrations_count; k++) {
      double low[5], high[5];

      for (size_t i = 0; i < 5; i++) {
        low[i] = (double)random_below(&seed, 10) + (i == 0);
        high[i] = low[i] + (random_below(&seed, 3) == 0 ? 0 : (double)random_below(&seed, 12));
      }
      if (run % 5 == 0) {
        low[3] = low[4];
        high[3] = high[4];
      }
      compare_with_grid(&pst_concentrations[k], parameter_of(&pst_concentrations[k]), low, high, 5);
    }
}

/* The least HHI of [1,4] beside 2 and 3 is where x is the contraharmonic mean of the two, 13/5. */
static void the_least_lies_inside(void **state)
{
  const double low[] = {1, 2, 3}, high[] = {4, 2, 3};
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_concentration_range range;
  struct pst_text name = {.data = "hhi", .size = 3};

  (void)state;
  assert_int_equal(pst_concentration_bounds(pst_concentration_find(name), NAN, low, high, 3, &range,
                                            &scratch, NULL),
                   PST_OK);
  assert_close(range.low, (2.6 * 2.6 + 13) / (7.6 * 7.6), 1e-14, 0);
  assert_close(range.high, 14.0 / 36, 1e-14, 0);
  pst_arena_free(&scratch);
}

static void bounds_without_end(void **state)
{
  const double low[] = {1, 2, 3}, high[] = {INFINITY, 2, 3}, zero[] = {0, 0, 0},
               below[] = {-1, 2, 3};
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_concentration_range range;
  struct pst_error error = {.status = PST_OK};
  const struct pst_concentration *gini =
      pst_concentration_find((struct pst_text){.data = "gini", .size = 4});

  (void)state;
  assert_int_equal(pst_concentration_bounds(gini, NAN, low, high, 3, &range, &scratch, NULL),
                   PST_OK);
  assert_true(range.exact && range.approached);
  assert_close(range.high, 2.0 / 3, 1e-15, 0);
  assert_close(range.low, 1.0 / 12, 1e-13, 0); /* 3, 2, 3 */
  assert_int_equal(pst_concentration_bounds(gini, NAN, zero, high, 3, &range, &scratch, &error),
                   PST_UNDEFINED);
  assert_string_equal(error.message, "all values may be 0");
  assert_int_equal(pst_concentration_bounds(gini, NAN, below, high, 3, &range, &scratch, NULL),
                   PST_UNDEFINED);
  pst_arena_free(&scratch);
}

/* 200 printed values, whose intervals hardly overlap: exact; 40 that all overlap, each its own: not. */
static void many_bounded_parts(void **state)
{
  struct pst_arena scratch = PST_ARENA_EMPTY;
  const struct pst_concentration *gini =
      pst_concentration_find((struct pst_text){.data = "gini", .size = 4});
  struct pst_concentration_range range;
  double low[200], high[200], x[200];

  (void)state;
  for (int i = 0; i < 200; i++) {
    x[i] = i % 50 + 1;
    low[i] = x[i] - 0.5;
    high[i] = x[i] + 0.5;
  }
  assert_int_equal(pst_concentration_bounds(gini, NAN, low, high, 200, &range, &scratch, NULL),
                   PST_OK);
  assert_true(range.exact);
  assert_true(range.low < of(pst_gini, x, 200, 0) && range.high > of(pst_gini, x, 200, 0));
  assert_true(range.high - range.low < 0.03);
  for (int i = 0; i < 40; i++) {
    low[i] = 1 + 0.01 * i;
    high[i] = 100 + i;
  }
  assert_int_equal(pst_concentration_bounds(gini, NAN, low, high, 40, &range, &scratch, NULL),
                   PST_OK);
  assert_false(range.exact);
  assert_close(range.high, 39.0 / 40, 1e-14, 0);
  pst_arena_free(&scratch);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(bounds_are_those_of_all_completions),
      cmocka_unit_test(the_least_lies_inside),
      cmocka_unit_test(bounds_without_end),
      cmocka_unit_test(many_bounded_parts),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
