/* What the values' leeway leaves open, against all completions on grids and against corners. */
#include <math.h>
#include <string.h>

#include "check.h"
#include "kernel.h"

#include "stats/correlation/pearson.h"
#include "stats/correlation/spearman.h"
#include "stats/kendall/kendall.h"
#include "stats/enclose/enclose.h"
#include "stats/leeway/leeway.h"
#include "stats/leeway/ordered.h"
#include "stats/leeway/proof.h"
#include "stats/leeway/search.h"
#include "stats/slope/ols.h"
#include "stats/slope/theil_sen.h"

enum { MOST = 8 };

struct kernel {
  pst_pair_kernel *kernel;
  struct pst_sample sample;
};

static enum pst_status run_pairs(void *context, struct pst_estimates *out,
                                 struct pst_arena *scratch, struct pst_error *error)
{
  const struct kernel *kernel = context;
  const struct pst_test test = {.conf_level = 0.95};

  return kernel->kernel(&kernel->sample, &test, out, scratch, error);
}

/* Rows of KERNEL on X and Y with their leeway. */
struct filled {
  double x[MOST], y[MOST];
  struct pst_arena arena, scratch;
  struct pst_estimates rows;
};

static const struct pst_estimate *fill(struct filled *f, pst_pair_kernel *kernel,
                                       const struct pst_bounds *x, const struct pst_bounds *y,
                                       size_t n)
{
  struct pst_leeway_values lists[] = {{.n = n, .at = f->x, .bounds = x},
                                      {.n = n, .at = f->y, .bounds = y}};
  struct kernel pairs = {kernel, {.n = n, .x = f->x, .y = f->y}};
  const struct pst_leeway leeway = {.lists = lists,
                                    .n_lists = 2,
                                    .run = run_pairs,
                                    .context = &pairs,
                                    .seed = 1,
                                    .alpha = 0.05,
                                    .plain_test = true,
                                    .known = true};

  f->arena = f->scratch = (struct pst_arena)PST_ARENA_EMPTY;
  f->rows = (struct pst_estimates){.arena = &f->arena};
  for (size_t i = 0; i < n; i++) {
    f->x[i] = (x[i].low + x[i].high) / 2;
    f->y[i] = (y[i].low + y[i].high) / 2;
    if (isinf(y[i].high))
      f->y[i] = y[i].low;
  }
  assert_int_equal(run_pairs(&pairs, &f->rows, &f->scratch, NULL), PST_OK);
  assert_int_equal(pst_leeway_fill(&leeway, &f->rows, 0, &f->scratch, NULL), PST_OK);
  return &f->rows.items[0];
}

static void end(struct filled *f)
{
  pst_estimates_free(&f->rows);
  pst_arena_free(&f->arena);
  pst_arena_free(&f->scratch);
}

static void points(struct pst_bounds *bounds, const double *values, size_t n, double half)
{
  for (size_t i = 0; i < n; i++)
    bounds[i] = (struct pst_bounds){.low = values[i] - half, .high = values[i] + half};
}

/* The least and the greatest main estimate, and p, over all values on STEPS steps of each interval. */
static void grid(pst_pair_kernel *kernel, struct pst_bounds *const b[2], double *v[2], size_t n,
                 size_t i, int steps, double ends[4])
{
  if (i == 2 * n) {
    struct run run;

    run_kernel(&run, kernel, v[0], v[1], n, NULL);
    if (run.status == PST_OK) {
      ends[0] = fmin(ends[0], run.rows.items[0].estimate);
      ends[1] = fmax(ends[1], run.rows.items[0].estimate);
      ends[2] = fmin(ends[2], run.rows.items[0].p_value);
      ends[3] = fmax(ends[3], run.rows.items[0].p_value);
    }
    run_end(&run);
    return;
  }
  for (int k = 0; k <= steps; k++) {
    const struct pst_bounds *at = &b[i / n][i % n];

    v[i / n][i % n] = at->low + (at->high - at->low) * k / steps;
    grid(kernel, b, v, n, i + 1, steps, ends);
    if (at->low == at->high)
      break;
  }
}

static void find(pst_pair_kernel *kernel, struct pst_bounds *x, struct pst_bounds *y, size_t n,
                 int steps, double ends[4])
{
  double own_x[MOST], own_y[MOST];

  ends[0] = ends[2] = INFINITY;
  ends[1] = ends[3] = -INFINITY;
  grid(kernel, (struct pst_bounds *const[]){x, y}, (double *[]){own_x, own_y}, n, 0, steps, ends);
}

static const double X[] = {1, 2, 3, 4, 5}, Y[] = {1.2, 1.3, 1.3, 1.5, 1.4};

static void a_slope_is_exact(void **state)
{
  struct pst_bounds x[5], y[5];
  struct filled f;
  double ends[4];
  const struct pst_estimate *row;

  (void)state;
  points(x, X, 5, 0);
  points(y, Y, 5, 0.05);
  row = fill(&f, pst_ols, x, y, 5);
  find(pst_ols, x, y, 5, 1, ends);
  assert_close(row->least, ends[0], 1e-12, 0);
  assert_close(row->greatest, ends[1], 1e-12, 0);
  assert_string_equal(row->sign, "holds");
  assert_string_equal(row->significance, "may flip");
  assert_non_null(strstr(row->found_by, "exact: one way; p by search("));
  assert_true(row->p_least <= ends[2] * (1 + 1e-9) && row->p_greatest >= ends[3] * (1 - 1e-9));
  for (size_t i = 0; i < 5; i++)
    assert_close(f.y[i], Y[i], 1e-15, 0);
  end(&f);
}

static void a_search_reaches_every_corner(void **state)
{
  struct pst_bounds x[5], y[5];
  struct filled f;
  double ends[4];
  const struct pst_estimate *row;

  (void)state;
  points(x, X, 5, 0.5);
  points(y, Y, 5, 0.05);
  row = fill(&f, pst_pearson, x, y, 5);
  find(pst_pearson, x, y, 5, 1, ends);
  assert_true(row->least <= ends[0] + 1e-12 && row->greatest >= ends[1] - 1e-12);
  assert_non_null(strstr(row->found_by, "search("));
  end(&f);
  points(x, X, 5, 0.01);
  points(y, Y, 5, 0.001);
  row = fill(&f, pst_pearson, x, y, 5);
  assert_string_equal(row->sign, "holds");
  end(&f);
}

/* Both orders open: every order of one against the other. */
static void two_open_orders(void **state)
{
  static const double x_values[] = {1, 1, 2, 3}, y_values[] = {2, 1, 1, 3};
  pst_pair_kernel *const kernels[] = {pst_kendall, pst_spearman};
  struct pst_bounds x[4], y[4];

  (void)state;
  points(x, x_values, 4, 0.3);
  points(y, y_values, 4, 0.3);
  x[3] = pst_bounds_point(3);
  y[3] = pst_bounds_point(3);
  for (size_t k = 0; k < 2; k++) {
    struct filled f;
    double ends[4];
    const struct pst_estimate *row = fill(&f, kernels[k], x, y, 4);

    find(kernels[k], x, y, 4, 4, ends);
    assert_close(row->least, ends[0], 1e-12, 0);
    assert_close(row->greatest, ends[1], 1e-12, 0);
    assert_close(row->p_least, ends[2], 1e-12, 0);
    assert_close(row->p_greatest, ends[3], 1e-12, 0);
    assert_string_equal(row->found_by, "exact: orders");
    end(&f);
  }
}

static void a_median_of_slopes(void **state)
{
  static const double y_values[] = {1, 2, 4, 8, 16};
  struct pst_bounds x[5], y[5];
  struct filled f;
  double ends[4];
  const struct pst_estimate *row;

  (void)state;
  points(x, X, 5, 0);
  points(y, y_values, 5, 0.5);
  row = fill(&f, pst_theil_sen, x, y, 5);
  find(pst_theil_sen, x, y, 5, 4, ends);
  assert_true(row->least <= ends[0] + 1e-12 && row->greatest >= ends[1] - 1e-12);
  assert_string_equal(row->sign, "holds"); /* proven by all pairs at their least */
  end(&f);
}

static void a_value_without_a_bound(void **state)
{
  struct pst_bounds x[5], y[5];
  struct filled f;
  const struct pst_estimate *row;

  (void)state;
  points(x, X, 5, 0);
  points(y, Y, 5, 0);
  y[4] = (struct pst_bounds){.low = 1.4, .high = INFINITY, .high_open = true};
  row = fill(&f, pst_ols, x, y, 5);
  assert_close(row->least, row->estimate, 1e-12, 0);
  assert_nan(row->greatest);
  assert_nan(row->p_least);
  assert_string_equal(row->sign, "holds");
  assert_non_null(strstr(row->note, "no greatest: a value has no bound"));
  end(&f);
  row = fill(&f, pst_pearson, x, y, 5);
  assert_nan(row->least);
  assert_string_equal(row->found_by, "none: a value has no bound");
  assert_null(row->sign);
  end(&f);
}

static void no_leeway(void **state)
{
  struct pst_bounds x[5], y[5];
  struct filled f;
  const struct pst_estimate *row;

  (void)state;
  points(x, X, 5, 0);
  points(y, Y, 5, 0);
  row = fill(&f, pst_pearson, x, y, 5);
  assert_close(row->least, row->estimate, 0, 0);
  assert_close(row->greatest, row->estimate, 0, 0);
  assert_string_equal(row->found_by, "exact: no leeway");
  assert_string_equal(row->sign, "holds");
  assert_string_equal(row->significance, "holds");
  end(&f);
}

/* 40 pairs that may change places: the walk is given up, the pairs by themselves still tell. */
static void many_open_orders(void **state)
{
  enum { N = 40 };
  struct pst_bounds x[N], y[N];
  double at_x[N], at_y[N];
  struct pst_leeway_values lists[] = {{.n = N, .at = at_x, .bounds = x},
                                      {.n = N, .at = at_y, .bounds = y}};
  const struct pst_leeway leeway = {.lists = lists, .n_lists = 2};
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_leeway_proven proven;
  struct pst_ordered ordered;

  (void)state;
  for (size_t i = 0; i < N; i++) {
    at_x[i] = at_y[i] = (double)i;
    x[i] = y[i] = (struct pst_bounds){.low = (double)i - 12, .high = (double)i + 12};
  }
  assert_int_equal(pst_ordered_range(&leeway, pst_leeway_rule_of("spearman", "rho"), false, true,
                                     &ordered, &scratch, NULL),
                   PST_OK);
  assert_false(ordered.exact);
  assert_true(ordered.low < 0 && ordered.high >= 1 - 1e-12);
  /* Of middles on a line, each vector within 12 sqrt(40) of one of length 73: the angle is too wide. */
  assert_int_equal(pst_leeway_proof(&leeway, PST_LEEWAY_BY_ANGLE, &proven, &scratch, NULL), PST_OK);
  assert_true(proven.low < 0 && proven.high > 1 - 1e-6);
  for (size_t i = 0; i < N; i++)
    x[i] = y[i] = (struct pst_bounds){.low = (double)i - 0.5, .high = (double)i + 0.5};
  assert_int_equal(pst_leeway_proof(&leeway, PST_LEEWAY_BY_ANGLE, &proven, &scratch, NULL), PST_OK);
  assert_close(proven.low, cos(2 * asin(sqrt(10) / sqrt(5330))), 1e-4, 0);
  pst_arena_free(&scratch);
}

/* Whole numbers within bounds stay whole, in the middle of them too. */
static enum pst_status run_whole(void *context, struct pst_estimates *out,
                                 struct pst_arena *scratch, struct pst_error *error)
{
  const struct kernel *kernel = context;

  for (size_t i = 0; i < kernel->sample.n; i++)
    assert_true(floor(kernel->sample.y[i]) == kernel->sample.y[i]);
  return run_pairs(context, out, scratch, error);
}

/* N counts, each within WIDTH of what is below it. */
static void fill_whole(size_t n, double width, const char *found_by, double ends[2])
{
  static const double x_values[] = {1, 2, 4, 7, 11, 16, 22, 29},
                      y_values[] = {3, 1, 4, 1, 5, 9, 2, 6};
  struct pst_bounds x[MOST], y[MOST];
  double at_x[MOST], at_y[MOST];
  struct pst_leeway_values lists[] = {{.n = n, .at = at_x, .bounds = x},
                                      {.n = n, .at = at_y, .bounds = y, .whole = true}};
  struct kernel pairs = {pst_pearson, {.n = n, .x = at_x, .y = at_y}};
  const struct pst_leeway leeway = {
      .lists = lists, .n_lists = 2, .run = run_whole, .context = &pairs, .seed = 1, .alpha = 0.05};
  struct pst_arena arena = PST_ARENA_EMPTY, scratch = PST_ARENA_EMPTY;
  struct pst_estimates rows = {.arena = &arena};

  for (size_t i = 0; i < n; i++) {
    at_x[i] = x_values[i];
    at_y[i] = y_values[i];
    x[i] = pst_bounds_point(x_values[i]);
    y[i] = (struct pst_bounds){.low = y_values[i], .high = y_values[i] + width};
  }
  assert_int_equal(run_whole(&pairs, &rows, &scratch, NULL), PST_OK);
  for (size_t i = 0; i < n; i++)
    at_y[i] = (double)NAN;
  assert_int_equal(pst_leeway_fill(&leeway, &rows, 0, &scratch, NULL), PST_OK);
  assert_int_equal(strncmp(rows.items[0].found_by, found_by, strlen(found_by)), 0);
  ends[0] = rows.items[0].least;
  ends[1] = rows.items[0].greatest;
  pst_estimates_free(&rows);
  pst_arena_free(&arena);
  pst_arena_free(&scratch);
}

static void whole_numbers_stay_whole(void **state)
{
  static const double x_values[] = {1, 2, 4, 7}, low[] = {3, 1, 4, 1};
  double ends[2], least = 1, greatest = -1;

  (void)state;
  fill_whole(4, 3, "exact: every completion", ends);
  for (int k = 0; k < 256; k++) {
    struct run run;
    const double y[] = {low[0] + k % 4, low[1] + k / 4 % 4, low[2] + k / 16 % 4, low[3] + k / 64.0};
    const double whole[] = {y[0], y[1], y[2], floor(y[3])};

    run_kernel(&run, pst_pearson, x_values, whole, 4, NULL);
    if (run.status == PST_OK) {
      least = fmin(least, run.rows.items[0].estimate);
      greatest = fmax(greatest, run.rows.items[0].estimate);
    }
    run_end(&run);
  }
  assert_close(ends[0], least, 1e-15, 1e-15);
  assert_close(ends[1], greatest, 1e-15, 1e-15);
  fill_whole(8, 9, "search(", ends);
  assert_true(ends[0] < -0.5 && ends[1] > 0.9);
}

/* A target is a number of a row: the run that moved one value is what the row has now. */
static void one_run(void **state)
{
  struct pst_bounds x[3], y[3];
  static const double x_values[] = {1, 2, 3}, y_values[] = {1, 2, 4};
  double at_x[3], at_y[3];
  struct pst_leeway_values lists[] = {{.n = 3, .at = at_x, .bounds = x},
                                      {.n = 3, .at = at_y, .bounds = y}};
  struct kernel pairs = {pst_ols, {.n = 3, .x = at_x, .y = at_y}};
  const struct pst_leeway leeway = {
      .lists = lists, .n_lists = 2, .run = run_pairs, .context = &pairs, .seed = 1, .alpha = 0.05};
  struct pst_arena arena = PST_ARENA_EMPTY, scratch = PST_ARENA_EMPTY;
  struct pst_estimates rows = {.arena = &arena};
  struct pst_search search = {.leeway = &leeway, .rows = &rows, .scratch = &scratch};

  (void)state;
  points(x, x_values, 3, 0);
  points(y, y_values, 3, 0.5);
  for (size_t i = 0; i < 3; i++) {
    at_x[i] = x_values[i];
    at_y[i] = y_values[i];
  }
  assert_int_equal(run_pairs(&pairs, &rows, &scratch, NULL), PST_OK);
  assert_int_equal(pst_search_begin(&search, NULL), PST_OK);
  assert_int_equal(search.n, 3);
  at_y[2] = 4.5;
  assert_int_equal(pst_search_run(&search, NULL), PST_OK);
  assert_close(search.now[0][PST_SEARCH_ESTIMATE], 1.75, 1e-12, 0);
  assert_close(search.ranges[0].high[0], 1.75, 1e-12, 0);
  assert_int_equal(pst_search_sides(&search, NULL), PST_OK);
  assert_int_equal(search.side[0], -1);
  assert_int_equal(search.side[1], 0);
  assert_int_equal(search.side[2], 1);
  pst_search_end(&search);
  assert_close(at_y[2], 4, 0, 0);
  pst_estimates_free(&rows);
  pst_arena_free(&arena);
  pst_arena_free(&scratch);
}

static void rules(void **state)
{
  (void)state;
  assert_int_equal(pst_leeway_rule_of("describe", "q0.25")->way, PST_LEEWAY_RISES);
  assert_int_equal(pst_leeway_rule_of("describe", "sd")->way, PST_LEEWAY_SEARCHED);
  assert_int_equal(pst_leeway_rule_of("newey-west(4)", "slope")->way, PST_LEEWAY_ONE_WAY);
  assert_int_equal(pst_leeway_rule_of("spearman", "rho")->order, PST_LEEWAY_SPEARMAN);
  assert_int_equal(pst_leeway_rule_of("brunner-munzel", "relative-effect")->null * 2, 1);
  assert_int_equal(pst_leeway_rule_of("no such method", "term")->way, PST_LEEWAY_SEARCHED);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_slope_is_exact),         cmocka_unit_test(a_search_reaches_every_corner),
      cmocka_unit_test(two_open_orders),          cmocka_unit_test(a_median_of_slopes),
      cmocka_unit_test(a_value_without_a_bound),  cmocka_unit_test(no_leeway),
      cmocka_unit_test(whole_numbers_stay_whole), cmocka_unit_test(rules),
      cmocka_unit_test(many_open_orders),         cmocka_unit_test(one_run),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
