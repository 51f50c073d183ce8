/* Mann and Whitney's test over bounded values, against the test of completions on a grid. */
#include "run_shape.h"

#include <math.h>

#include "random.h"
#include "stats/samples/rank_sum/mann_whitney.h"
#include "stats/samples/rank_sum/mann_whitney_bounds.h"

enum { MOST = 6, STEPS = 7 };

struct reached {
  double U1[2], p[2], shift[2], low, high;
};

/* The test of one completion, and what it adds to what completions reach. */
static void reach(const double *x, size_t nx, const double *y, size_t ny, struct reached *r)
{
  const struct pst_two_samples samples = {x, nx, y, ny};
  const struct pst_estimate *row;
  struct run run;

  RUN_SHAPE(&run, pst_mann_whitney, &samples, NULL);
  row = run_row(&run, "shift");
  r->U1[0] = fmin(r->U1[0], row->statistic);
  r->U1[1] = fmax(r->U1[1], row->statistic);
  r->p[0] = fmin(r->p[0], row->p_value);
  r->p[1] = fmax(r->p[1], row->p_value);
  r->shift[0] = fmin(r->shift[0], row->estimate);
  r->shift[1] = fmax(r->shift[1], row->estimate);
  run_end(&run);
}

/* All completions of the bounded values from ITEM on: STEPS places within each, none equal to another. */
static void complete(const struct pst_bounds *bounds, size_t nx, size_t n, size_t item,
                     double *value, struct reached *r)
{
  if (item == n) {
    reach(value, nx, value + nx, n - nx, r);
    return;
  }
  if (pst_bounds_is_point(&bounds[item])) {
    value[item] = bounds[item].low;
    complete(bounds, nx, n, item + 1, value, r);
    return;
  }
  for (int step = 0; step < STEPS; step++) {
    const double part = (step + 0.001 + 0.01 * (double)item) / STEPS;

    value[item] = bounds[item].low + part * (bounds[item].high - bounds[item].low);
    complete(bounds, nx, n, item + 1, value, r);
  }
}

static struct pst_bounds draw(uint64_t *state)
{
  const double low = (double)random_below(state, 100);

  if (random_below(state, 3) > 0)
    return pst_bounds_point(low);
  return (struct pst_bounds){low, low + 7 * (double)(1 + random_below(state, 8)), true, true};
}

static void check_one(uint64_t seed)
{
  uint64_t state = 1000 * seed + 7;
  struct pst_bounds bounds[2 * MOST];
  const size_t nx = 2 + random_below(&state, MOST - 2);
  const size_t ny = 2 + random_below(&state, MOST - 2);
  const struct pst_two_bounded samples = {bounds, nx, bounds + nx, ny};
  struct reached r = {{1e9, -1e9}, {2, -1}, {1e9, -1e9}, 0, 0};
  double value[2 * MOST];
  size_t bounded = 0;
  struct run run;

  for (size_t i = 0; i < nx + ny; i++) {
    bounds[i] = draw(&state);
    for (size_t j = 0; j < i; j++) /* known values do not tie */
      if (pst_bounds_is_point(&bounds[i]) && bounds[i].low == bounds[j].low)
        bounds[i] = pst_bounds_point(bounds[i].low + 0.5 + (double)i / 100);
    bounded += !pst_bounds_is_point(&bounds[i]);
  }
  if (bounded > 4)
    return;
  complete(bounds, nx, nx + ny, 0, value, &r);
  RUN_SHAPE(&run, pst_mann_whitney_bounds, &samples, NULL);
  assert_int_equal(run.status, PST_OK);
  assert_true(run_row(&run, "U1-min")->estimate <= r.U1[0]);
  assert_true(run_row(&run, "U1-max")->estimate >= r.U1[1]);
  assert_true(run_row(&run, "p-min")->estimate <= r.p[0] * (1 + 1e-12));
  assert_true(run_row(&run, "p-max")->estimate >= r.p[1] * (1 - 1e-12));
  assert_true(run_row(&run, "shift-min")->estimate <= r.shift[0]);
  assert_true(run_row(&run, "shift-max")->estimate >= r.shift[1]);
  if (bounded == 0) {
    assert_true(run_row(&run, "U1-min")->estimate == r.U1[1]);
    assert_true(run_row(&run, "shift")->estimate == r.shift[0]);
    assert_true(run_row(&run, "shift")->p_value == r.p[0]);
  }
  run_end(&run);
}

static void completions_on_a_grid(void **state)
{
  (void)state;
  for (uint64_t seed = 0; seed < 120; seed++)
    check_one(seed);
}

/* By hand: 1, below 3 and 5 against 2, above 4 and 7. */
static void ends_are_reached(void **state)
{
  const struct pst_bounds x[] = {
      {1, 1, false, false}, {-INFINITY, 3, true, true}, {5, 5, false, false}};
  const struct pst_bounds y[] = {
      {2, 2, false, false}, {4, INFINITY, true, true}, {7, 7, false, false}};
  const struct pst_two_bounded samples = {x, 3, y, 3};
  const struct pst_bounds known[] = {{1, 1, false, false}, {1, 1, false, false}};
  const struct pst_two_bounded equal = {known, 1, known + 1, 1};
  const struct pst_two_bounded empty = {known, 0, known, 2};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_mann_whitney_bounds, &samples, NULL);
  assert_true(run_row(&run, "U1-min")->estimate == 1); /* 5 > 2 */
  assert_true(run_row(&run, "U1-max")->estimate == 3); /* and below 3 > 2, 5 > above 4 */
  assert_close(run_row(&run, "p-min")->estimate, 4.0 / 20, 1e-14, 0);
  assert_close(run_row(&run, "p-max")->estimate, 14.0 / 20, 1e-14, 0);
  assert_true(run_row(&run, "shift")->p_value == run_row(&run, "p-max")->estimate);
  assert_nan(run_row(&run, "shift")->estimate);
  assert_string_equal(
      run_row(&run, "shift")->note,
      "2 values known by bounds; shift of at most -1; too few values for an interval "
      "at this level; p from 0.2 to 0.7: below 0.05 for none of the values they may "
      "have");
  run_end(&run);
  RUN_SHAPE(&run, pst_mann_whitney_bounds, &equal, NULL);
  assert_string_equal(run_row(&run, "shift")->note,
                      "0 values known by bounds; too few values for an interval at this level; no "
                      "test: all values are equal");
  run_end(&run);
  REFUSES(pst_mann_whitney_bounds, &empty, NULL, PST_UNDEFINED,
          "fewer than 1 value in the first group");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(completions_on_a_grid),
      cmocka_unit_test(ends_are_reached),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
