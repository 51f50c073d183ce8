/* Row indicators: by the calendar, and on bounds against grids of completions. */
#include "check.h"
#include "random.h"

#include <math.h>

#include "stats/indicator/cell.h"
#include "stats/indicator/contribution.h"
#include "stats/indicator/corners.h"
#include "stats/indicator/cumulative.h"
#include "stats/indicator/growth.h"
#include "stats/indicator/index_number.h"
#include "stats/indicator/panel.h"
#include "stats/indicator/position.h"
#include "stats/indicator/ratio.h"
#include "stats/indicator/share.h"
#include "stats/indicator/total.h"
#include "stats/indicator/window.h"

enum { MOST = 32, LEVELS = 5 };

struct table {
  struct pst_arena arena;
  struct pst_panel_index index;
  size_t n;
  struct pst_bounds cell[MOST];
  struct pst_row_value out[MOST];
  size_t from[MOST];
};

static struct pst_bounds between(double low, double high)
{
  return (struct pst_bounds){low, high, false, false};
}

static struct pst_bounds more_than(double low)
{
  return (struct pst_bounds){low, INFINITY, true, true};
}

static void open_table(struct table *table, const size_t *entity, const long *time, size_t n)
{
  struct pst_panel panel = {.n = n, .entity = entity, .time = time};

  table->arena = (struct pst_arena)PST_ARENA_EMPTY;
  table->n = n;
  assert_int_equal(pst_panel_build(&panel, &table->index, &table->arena, NULL), PST_OK);
}

static void close_table(struct table *table)
{
  pst_arena_free(&table->arena);
}

static void set_points(struct table *table, const double *value)
{
  for (size_t i = 0; i < table->n; i++)
    table->cell[i] = pst_bounds_point(value[i]);
}

static void assert_point(const struct pst_row_value *out, double value)
{
  assert_int_equal(out->reason, PST_ROW_GIVEN);
  assert_true(pst_bounds_is_point(&out->bounds));
  assert_close(out->bounds.low, value, 1e-14, 0);
}

static void assert_none(const struct pst_row_value *out, enum pst_row_reason reason)
{
  assert_int_equal(out->reason, reason);
  assert_nan(out->bounds.low);
  assert_nan(out->bounds.high);
}

static void assert_bounds(const struct pst_row_value *out, double low, bool low_open, double high,
                          bool high_open)
{
  assert_int_equal(out->reason, PST_ROW_GIVEN);
  assert_true(out->bounds.low <= low && out->bounds.high >= high);
  if (isfinite(low))
    assert_close(out->bounds.low, low, 1e-15, 1e-300);
  if (isfinite(high))
    assert_close(out->bounds.high, high, 1e-15, 1e-300);
  assert_int_equal(out->bounds.low_open, low_open);
  assert_int_equal(out->bounds.high_open, high_open);
}

/* --- the calendar ------------------------------------------------------------------------------ */

static void a_gap_is_a_gap(void **state)
{
  static const size_t entity[] = {0, 0, 0, 1};
  static const long time[] = {2003, 2000, 2001, 2002};
  static const double value[] = {75, 50, 60, 9};
  struct table t;

  (void)state;
  open_table(&t, entity, time, 4);
  set_points(&t, value);
  pst_lag(&t.index, 1, t.from);
  pst_growth(t.cell, t.from, t.n, t.out);
  assert_none(&t.out[0], PST_ROW_BASE_ABSENT);
  assert_none(&t.out[1], PST_ROW_BASE_ABSENT);
  assert_point(&t.out[2], 0.2);
  assert_none(&t.out[3], PST_ROW_BASE_ABSENT);
  pst_lag(&t.index, 2, t.from);
  pst_growth(t.cell, t.from, t.n, t.out);
  assert_point(&t.out[0], 0.25);
  close_table(&t);
}

static void lags_at_the_ends_of_time(void **state)
{
  static const size_t entity[] = {0, 0};
  static const long time[] = {LONG_MIN + 1, LONG_MAX};
  static const long to[] = {PST_LAG_NEVER, LONG_MIN + 1};
  struct table t;

  (void)state;
  open_table(&t, entity, time, 2);
  pst_lag(&t.index, 5, t.from);
  assert_true(t.from[0] == PST_PANEL_NONE && t.from[1] == PST_PANEL_NONE);
  pst_lag(&t.index, -5, t.from);
  assert_true(t.from[0] == PST_PANEL_NONE && t.from[1] == PST_PANEL_NONE);
  pst_lag_to(&t.index, to, t.from);
  assert_true(t.from[0] == PST_PANEL_NONE);
  assert_int_equal(t.from[1], 0);
  close_table(&t);
}

static void a_repeated_key_is_an_error(void **state)
{
  static const size_t entity[] = {3, 1, 3};
  static const long time[] = {2000, 2000, 2000};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_panel panel = {.n = 3, .entity = entity, .time = time};
  struct pst_panel_index index;
  struct pst_error error = {.status = PST_OK};

  (void)state;
  assert_int_equal(pst_panel_build(&panel, &index, &arena, &error), PST_BAD_DATA);
  assert_int_equal(index.repeat[0], 0);
  assert_int_equal(index.repeat[1], 2);
  assert_string_equal(error.message, "rows 1 and 3 have the same entity and time");
  pst_arena_free(&arena);
}

static void no_rows(void **state)
{
  struct table t;

  (void)state;
  open_table(&t, NULL, NULL, 0);
  assert_int_equal(t.index.slices.count, 0);
  assert_int_equal(pst_share(&t.index.slices, t.cell, false, t.out, &t.arena, NULL), PST_OK);
  assert_int_equal(pst_position(&t.index.slices, t.cell, PST_POSITION_Z, 0, t.out, &t.arena, NULL),
                   PST_OK);
  close_table(&t);
}

/* --- growth and its kin ------------------------------------------------------------------------ */

static void growth_needs_a_positive_base(void **state)
{
  static const size_t entity[] = {0, 0, 1, 1, 2, 2, 3, 3};
  static const long time[] = {1, 2, 1, 2, 1, 2, 1, 2};
  static const double value[] = {-10, -5, 5, -2.5, 0, 1, NAN, 4};
  struct table t;

  (void)state;
  open_table(&t, entity, time, 8);
  set_points(&t, value);
  pst_lag(&t.index, 1, t.from);
  pst_growth(t.cell, t.from, t.n, t.out);
  assert_none(&t.out[1], PST_ROW_BASE_NOT_POSITIVE);
  assert_point(&t.out[3], -1.5);
  assert_none(&t.out[5], PST_ROW_BASE_NOT_POSITIVE);
  assert_none(&t.out[6], PST_ROW_EMPTY);
  assert_none(&t.out[7], PST_ROW_BASE_EMPTY);
  pst_log_growth(t.cell, t.from, t.n, t.out);
  assert_none(&t.out[3], PST_ROW_NOT_POSITIVE);
  pst_difference(t.cell, t.from, t.n, t.out);
  assert_point(&t.out[1], 5);
  close_table(&t);
}

static void growth_of_bounds(void **state)
{
  static const size_t entity[] = {0, 0};
  static const long time[] = {1, 2};
  struct table t;

  (void)state;
  open_table(&t, entity, time, 2);
  pst_lag(&t.index, 1, t.from);
  t.cell[0] = between(10, 20);
  t.cell[1] = more_than(30);
  pst_growth(t.cell, t.from, t.n, t.out);
  assert_bounds(&t.out[1], 0.5, true, INFINITY, true);
  pst_log_growth(t.cell, t.from, t.n, t.out);
  assert_bounds(&t.out[1], log(1.5), true, INFINITY, true);
  pst_annual_growth(t.cell, t.from, t.n, 1, t.out);
  assert_close(t.out[1].bounds.low, 0.5, 1e-14, 0);
  pst_difference(t.cell, t.from, t.n, t.out);
  assert_bounds(&t.out[1], 10, true, INFINITY, true);
  t.cell[0] = between(0, 20);
  pst_growth(t.cell, t.from, t.n, t.out);
  assert_none(&t.out[1], PST_ROW_BASE_NOT_POSITIVE);
  close_table(&t);
}

static void annual_growth_is_a_root(void **state)
{
  static const size_t entity[] = {0, 0};
  static const long time[] = {2000, 2002};
  static const double value[] = {50, 75};
  struct table t;

  (void)state;
  open_table(&t, entity, time, 2);
  set_points(&t, value);
  pst_lag(&t.index, 2, t.from);
  pst_annual_growth(t.cell, t.from, t.n, 2, t.out);
  assert_point(&t.out[1], sqrt(1.5) - 1);
  close_table(&t);
}

/* --- shares ------------------------------------------------------------------------------------ */

static void shares_of_points(void **state)
{
  static const size_t entity[] = {0, 1, 2, 0, 1};
  static const long time[] = {2018, 2018, 2018, 2019, 2019};
  static const double value[] = {40, 20, 15, 33, NAN};
  struct table t;

  (void)state;
  open_table(&t, entity, time, 5);
  set_points(&t, value);
  assert_int_equal(pst_share(&t.index.slices, t.cell, false, t.out, &t.arena, NULL), PST_OK);
  assert_point(&t.out[0], 40.0 / 75);
  assert_none(&t.out[3], PST_ROW_TOTAL_PARTIAL);
  assert_none(&t.out[4], PST_ROW_EMPTY);
  assert_int_equal(pst_share(&t.index.slices, t.cell, true, t.out, &t.arena, NULL), PST_OK);
  assert_point(&t.out[3], 1);
  assert_none(&t.out[4], PST_ROW_EMPTY);
  close_table(&t);
}

static void a_share_of_nothing_and_of_debts(void **state)
{
  static const size_t entity[] = {0, 1, 0, 1};
  static const long time[] = {1, 1, 2, 2};
  static const double value[] = {5, -5, -6, -18};
  struct table t;

  (void)state;
  open_table(&t, entity, time, 4);
  set_points(&t, value);
  assert_int_equal(pst_share(&t.index.slices, t.cell, false, t.out, &t.arena, NULL), PST_OK);
  assert_none(&t.out[0], PST_ROW_TOTAL_ZERO);
  assert_point(&t.out[2], 0.25);
  assert_true(pst_share_is_odd(&t.cell[2]));
  assert_false(pst_share_is_odd(&t.cell[0]));
  close_table(&t);
}

static void shares_of_bounds(void **state)
{
  static const size_t entity[] = {0, 1, 2};
  static const long time[] = {1, 1, 1};
  struct table t;

  (void)state;
  open_table(&t, entity, time, 3);
  t.cell[0] = more_than(10);
  t.cell[1] = pst_bounds_point(30);
  t.cell[2] = pst_bounds_point(60);
  assert_int_equal(pst_share(&t.index.slices, t.cell, false, t.out, &t.arena, NULL), PST_OK);
  assert_bounds(&t.out[0], 0.1, true, 1, true);
  assert_bounds(&t.out[1], 0, true, 0.3, true);
  assert_bounds(&t.out[2], 0, true, 0.6, true);
  t.cell[1] = between(0, 30);
  t.cell[2] = pst_bounds_point(0);
  assert_int_equal(pst_share(&t.index.slices, t.cell, false, t.out, &t.arena, NULL), PST_OK);
  assert_bounds(&t.out[0], 0.25, true, 1, false);
  assert_bounds(&t.out[1], 0, false, 0.75, true);
  t.cell[0] = between(0, 1);
  assert_int_equal(pst_share(&t.index.slices, t.cell, false, t.out, &t.arena, NULL), PST_OK);
  assert_none(&t.out[0], PST_ROW_TOTAL_ZERO);
  close_table(&t);
}

/* --- bounds against every completion ----------------------------------------------------------- */

struct panel_kernel {
  const char *name;
  void (*run)(struct table *table);
};

static void run_share(struct table *t)
{
  assert_int_equal(pst_share(&t->index.slices, t->cell, false, t->out, &t->arena, NULL), PST_OK);
}

static void run_contribution(struct table *t)
{
  assert_int_equal(pst_contribution(&t->index, t->cell, 1, true, t->out, &t->arena, NULL), PST_OK);
}

static void run_index(struct table *t)
{
  pst_index_number(&t->index, t->cell, 0, 1, false, t->out);
}

static void run_window(struct table *t)
{
  const struct pst_moving_window window = {.width = 2};

  assert_int_equal(pst_moving_window(&t->index, t->cell, &window, t->out, NULL), PST_OK);
}

static void run_cumulative(struct table *t)
{
  pst_cumulative(&t->index, t->cell, false, t->out);
}

static void run_ratio(struct table *t)
{
  pst_ratio_to_entity(&t->index, t->cell, 1, t->out);
}

static void run_rank(struct table *t)
{
  assert_int_equal(
      pst_position(&t->index.slices, t->cell, PST_POSITION_RANK, 0, t->out, &t->arena, NULL),
      PST_OK);
}

static void run_percent_rank(struct table *t)
{
  assert_int_equal(pst_position(&t->index.slices, t->cell, PST_POSITION_PERCENT_RANK, 0, t->out,
                                &t->arena, NULL),
                   PST_OK);
}

static void run_cume_dist(struct table *t)
{
  assert_int_equal(
      pst_position(&t->index.slices, t->cell, PST_POSITION_CUME_DIST, 0, t->out, &t->arena, NULL),
      PST_OK);
}

static const struct panel_kernel kernels[] = {
    {"share", run_share},   {"contribution", run_contribution}, {"index", run_index},
    {"window", run_window}, {"cumulative", run_cumulative},     {"ratio", run_ratio},
    {"rank", run_rank},     {"percent rank", run_percent_rank}, {"cume dist", run_cume_dist},
};

/* The range of each row over all completions on a grid that holds the ends. */
static void complete(struct table *t, const struct pst_bounds *box, size_t at,
                     const struct panel_kernel *kernel, double *low, double *high, bool *always)
{
  if (at == t->n) {
    kernel->run(t);
    for (size_t i = 0; i < t->n; i++) {
      if (t->out[i].reason != PST_ROW_GIVEN) {
        always[i] = false;
        continue;
      }
      low[i] = fmin(low[i], t->out[i].bounds.low);
      high[i] = fmax(high[i], t->out[i].bounds.low);
    }
    return;
  }
  for (int level = 0; level < LEVELS; level++) {
    t->cell[at] =
        pst_bounds_point(box[at].low + (box[at].high - box[at].low) * level / (LEVELS - 1));
    complete(t, box, at + 1, kernel, low, high, always);
    if (pst_bounds_is_point(&box[at]))
      break;
  }
}

static void compare_with_completions(struct table *t, const struct panel_kernel *kernel)
{
  struct pst_bounds box[MOST];
  struct pst_row_value out[MOST];
  double low[MOST], high[MOST];
  bool always[MOST];

  for (size_t i = 0; i < t->n; i++) {
    box[i] = t->cell[i];
    low[i] = INFINITY;
    high[i] = -INFINITY;
    always[i] = true;
  }
  kernel->run(t);
  for (size_t i = 0; i < t->n; i++)
    out[i] = t->out[i];
  complete(t, box, 0, kernel, low, high, always);
  for (size_t i = 0; i < t->n; i++) {
    t->cell[i] = box[i];
    if (out[i].reason != PST_ROW_GIVEN) {
      assert_false(always[i]);
      continue;
    }
    if (!always[i])
      print_error("%s, row %zu\n", kernel->name, i);
    assert_true(always[i]);
    assert_true(out[i].bounds.low <= low[i] && out[i].bounds.high >= high[i]);
    assert_close(out[i].bounds.low, low[i], 1e-14, 1e-14);
    assert_close(out[i].bounds.high, high[i], 1e-14, 1e-14);
  }
}

/* Six cells, three entities at two times, some with bounds; whole numbers, some below 0. */
static void bounds_are_those_of_all_completions(void **state)
{
  static const size_t entity[] = {0, 1, 2, 0, 1, 2};
  static const long time[] = {0, 0, 0, 1, 1, 1};
  uint64_t seed = 7;
  struct table t;

  (void)state;
  open_table(&t, entity, time, 6);
  for (int run = 0; run < 60; run++)
    for (size_t k = 0; k < sizeof kernels / sizeof *kernels; k++) {
      for (size_t i = 0; i < t.n; i++) {
        double low = (double)random_below(&seed, 9) - (run % 4 == 0 ? 3 : 0);
        double width = random_below(&seed, 2) == 0 ? 0 : 4;

        t.cell[i] = between(low, low + width);
      }
      compare_with_completions(&t, &kernels[k]);
    }
  close_table(&t);
}

/* --- the rest ---------------------------------------------------------------------------------- */

static void contributions_add_up(void **state)
{
  static const size_t entity[] = {0, 1, 2, 0, 1, 2, 3};
  static const long time[] = {0, 0, 0, 1, 1, 1, 1};
  static const double value[] = {600, 300, 100, 630, 315, 85, 10};
  struct table t;

  (void)state;
  open_table(&t, entity, time, 7);
  set_points(&t, value);
  assert_int_equal(pst_contribution(&t.index, t.cell, 1, false, t.out, &t.arena, NULL), PST_OK);
  assert_point(&t.out[3], 3);
  assert_point(&t.out[4], 1.5);
  assert_point(&t.out[5], -1.5);
  assert_none(&t.out[6], PST_ROW_BASE_ABSENT);
  assert_none(&t.out[0], PST_ROW_BASE_ABSENT);
  assert_int_equal(pst_contribution(&t.index, t.cell, 1, true, t.out, &t.arena, NULL), PST_OK);
  assert_point(&t.out[6], 1);
  assert_int_equal(pst_total_growth(&t.index, t.cell, 1, t.out, &t.arena, NULL), PST_OK);
  assert_none(&t.out[0], PST_ROW_BASE_ABSENT);
  assert_point(&t.out[1], 4);
  close_table(&t);
}

static void a_base_of_several_years(void **state)
{
  static const size_t entity[] = {0, 0, 0, 0, 0, 1, 1};
  static const long time[] = {2000, 2001, 2002, 2003, 2004, 2001, 2004};
  static const double value[] = {40, 44, 52, 57.2, 60.8, NAN, 7};
  struct table t;

  (void)state;
  open_table(&t, entity, time, 7);
  set_points(&t, value);
  pst_index_number(&t.index, t.cell, 2001, 2003, false, t.out);
  assert_point(&t.out[3], 100 * 57.2 / ((44 + 52 + 57.2) / 3));
  assert_none(&t.out[6], PST_ROW_BASE_EMPTY);
  pst_index_number(&t.index, t.cell, 2001, 2003, true, t.out);
  assert_none(&t.out[6], PST_ROW_BASE_EMPTY);
  pst_index_number(&t.index, t.cell, 2010, 2010, false, t.out);
  assert_none(&t.out[0], PST_ROW_BASE_ABSENT);
  close_table(&t);
}

/* The base itself is 100, whatever it is. */
static void a_bounded_base_is_100(void **state)
{
  static const size_t entity[] = {0, 0};
  static const long time[] = {2000, 2001};
  struct table t;

  (void)state;
  open_table(&t, entity, time, 2);
  t.cell[0] = more_than(10);
  t.cell[1] = pst_bounds_point(20);
  pst_index_number(&t.index, t.cell, 2000, 2000, false, t.out);
  assert_bounds(&t.out[0], 100, false, 100, false);
  assert_bounds(&t.out[1], 0, true, 200, true);
  pst_ratio_to_entity(&t.index, t.cell, 0, t.out);
  assert_point(&t.out[0], 1);
  close_table(&t);
}

static void windows(void **state)
{
  static const size_t entity[] = {0, 0, 0, 0, 0, 0};
  static const long time[] = {0, 1, 2, 3, 4, 6};
  static const double value[] = {3, 5, 10, 6, 1, 8};
  struct pst_moving_window window = {.width = 4};
  struct table t;

  (void)state;
  open_table(&t, entity, time, 6);
  set_points(&t, value);
  assert_int_equal(pst_moving_window(&t.index, t.cell, &window, t.out, NULL), PST_OK);
  assert_point(&t.out[2], (1.5 + 5 + 10 + 6 + 0.5) / 4);
  assert_none(&t.out[1], PST_ROW_WINDOW);
  window.trailing = true;
  assert_int_equal(pst_moving_window(&t.index, t.cell, &window, t.out, NULL), PST_OK);
  assert_point(&t.out[3], 6);
  assert_none(&t.out[5], PST_ROW_WINDOW);
  window = (struct pst_moving_window){.width = 3, .trailing = true, .at_least = 2};
  assert_int_equal(pst_moving_window(&t.index, t.cell, &window, t.out, NULL), PST_OK);
  assert_point(&t.out[5], 4.5);
  assert_none(&t.out[0], PST_ROW_WINDOW);
  window = (struct pst_moving_window){.width = 2, .trailing = true, .sum = true};
  assert_int_equal(pst_moving_window(&t.index, t.cell, &window, t.out, NULL), PST_OK);
  assert_point(&t.out[4], 7);
  window = (struct pst_moving_window){.width = 2, .at_least = 1};
  assert_int_equal(pst_moving_window(&t.index, t.cell, &window, t.out, NULL), PST_USAGE);
  window = (struct pst_moving_window){.width = 0};
  assert_int_equal(pst_moving_window(&t.index, t.cell, &window, t.out, NULL), PST_USAGE);
  close_table(&t);
}

static void running_sums(void **state)
{
  static const size_t entity[] = {0, 0, 0, 1};
  static const long time[] = {2, 0, 1, 0};
  static const double value[] = {4, 1e16, NAN, 7};
  struct table t;

  (void)state;
  open_table(&t, entity, time, 4);
  set_points(&t, value);
  pst_cumulative(&t.index, t.cell, false, t.out);
  assert_none(&t.out[0], PST_ROW_BROKEN);
  assert_point(&t.out[1], 1e16);
  assert_none(&t.out[2], PST_ROW_EMPTY);
  assert_point(&t.out[3], 7);
  pst_cumulative(&t.index, t.cell, true, t.out);
  assert_point(&t.out[0], 1e16 + 4);
  close_table(&t);
}

static void ratios_and_prices(void **state)
{
  static const size_t entity[] = {0, 0, 1};
  static const long time[] = {2000, 2010, 2000};
  static const double value[] = {10250, 15050, 4970};
  const struct pst_bounds prices[] = {pst_bounds_point(78.08), pst_bounds_point(96.11),
                                      pst_bounds_point(0)};
  struct table t;

  (void)state;
  open_table(&t, entity, time, 3);
  set_points(&t, value);
  pst_deflate(&t.index, t.cell, prices, 2010, t.out);
  assert_point(&t.out[0], 10250 * 96.11 / 78.08);
  assert_point(&t.out[1], 15050);
  assert_none(&t.out[2], PST_ROW_BASE_ABSENT);
  pst_ratio_to_column(t.cell, prices, t.n, t.out);
  assert_none(&t.out[2], PST_ROW_OTHER_ZERO);
  assert_point(&t.out[0], 10250 / 78.08);
  pst_ratio_to_entity(&t.index, t.cell, 1, t.out);
  assert_none(&t.out[1], PST_ROW_OTHER_ABSENT);
  assert_point(&t.out[0], 10250.0 / 4970);
  close_table(&t);
}

static void positions(void **state)
{
  static const size_t partition[] = {0, 0, 0, 0, 0, 0, 0, 0, 9};
  static const double value[] = {12, 7, 12, 3, 25, 12, NAN, 30, 4};
  static const double tiles[] = {1, 1, 2, 1, 3, 2, 0, 3};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_bounds cell[9];
  struct pst_row_value out[9];
  struct pst_slices slices;

  (void)state;
  for (int i = 0; i < 9; i++)
    cell[i] = pst_bounds_point(value[i]);
  assert_int_equal(pst_slices_of(partition, 9, &slices, &arena, NULL), PST_OK);
  pst_position(&slices, cell, PST_POSITION_PERCENT_RANK, 0, out, &arena, NULL);
  assert_point(&out[0], 2.0 / 6);
  assert_point(&out[8], 0);
  pst_position(&slices, cell, PST_POSITION_CUME_DIST, 0, out, &arena, NULL);
  assert_point(&out[0], 5.0 / 7);
  pst_position(&slices, cell, PST_POSITION_RANK, 0, out, &arena, NULL);
  assert_point(&out[5], 3);
  pst_position(&slices, cell, PST_POSITION_Z, 0, out, &arena, NULL);
  assert_close(out[0].bounds.low, -0.25189562352733486, 1e-14, 0);
  assert_none(&out[8], PST_ROW_CONSTANT);
  pst_position(&slices, cell, PST_POSITION_Z_POPULATION, 0, out, &arena, NULL);
  assert_close(out[0].bounds.low, -0.27207836985740397, 1e-14, 0);
  pst_position(&slices, cell, PST_POSITION_NTILE, 3, out, &arena, NULL);
  for (int i = 0; i < 8; i++)
    if (tiles[i] > 0)
      assert_point(&out[i], tiles[i]);
  assert_none(&out[6], PST_ROW_EMPTY);
  assert_int_equal(pst_position(&slices, cell, PST_POSITION_NTILE, 0, out, &arena, NULL),
                   PST_USAGE);
  cell[1] = between(5, 9);
  pst_position(&slices, cell, PST_POSITION_Z, 0, out, &arena, NULL);
  assert_none(&out[0], PST_ROW_BOUNDED);
  pst_arena_free(&arena);
}

/* An end that is not reached decides a rank. */
static void open_ends_rank(void **state)
{
  static const size_t partition[] = {0, 0};
  struct pst_bounds cell[] = {{10, INFINITY, true, true}, {10, 10, false, false}};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_row_value out[2];
  struct pst_slices slices;

  (void)state;
  assert_int_equal(pst_slices_of(partition, 2, &slices, &arena, NULL), PST_OK);
  pst_position(&slices, cell, PST_POSITION_RANK, 0, out, &arena, NULL);
  assert_point(&out[0], 1);
  assert_point(&out[1], 2);
  cell[0].low_open = false;
  pst_position(&slices, cell, PST_POSITION_RANK, 0, out, &arena, NULL);
  assert_point(&out[0], 1);
  assert_bounds(&out[1], 1, false, 2, false);
  pst_arena_free(&arena);
}

/* 1e16 + 1 - 1e16: the rest of a total keeps what a double would lose. */
static void the_rest_of_a_total(void **state)
{
  struct pst_total total = {.points = true};
  struct pst_bounds parts[] = {{1e16, 1e16, false, false}, {1, 2, true, false}}, rest, all;

  (void)state;
  assert_false(pst_total_bounds(&total, &all));
  pst_total_add(&total, &parts[0]);
  pst_total_add(&total, &parts[1]);
  rest = pst_total_without(&total, &parts[0]);
  assert_true(rest.low == 1 && rest.high == 2 && rest.low_open && !rest.high_open);
  assert_true(pst_total_bounds(&total, &all));
  assert_true(all.low <= 1e16 && all.high >= 1e16 + 2);
}

static void every_reason_has_a_text(void **state)
{
  (void)state;
  assert_null(pst_row_reason_text(PST_ROW_GIVEN));
  for (int reason = PST_ROW_EMPTY; reason <= PST_ROW_TOO_LARGE; reason++)
    assert_non_null(pst_row_reason_text((enum pst_row_reason)reason));
  assert_int_equal(pst_row_given(pst_bounds_point(INFINITY)).reason, PST_ROW_TOO_LARGE);
  assert_int_equal(pst_row_scale(pst_row_none(PST_ROW_EMPTY), 100).reason, PST_ROW_EMPTY);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_gap_is_a_gap),
      cmocka_unit_test(lags_at_the_ends_of_time),
      cmocka_unit_test(a_repeated_key_is_an_error),
      cmocka_unit_test(no_rows),
      cmocka_unit_test(growth_needs_a_positive_base),
      cmocka_unit_test(growth_of_bounds),
      cmocka_unit_test(annual_growth_is_a_root),
      cmocka_unit_test(shares_of_points),
      cmocka_unit_test(a_share_of_nothing_and_of_debts),
      cmocka_unit_test(shares_of_bounds),
      cmocka_unit_test(bounds_are_those_of_all_completions),
      cmocka_unit_test(contributions_add_up),
      cmocka_unit_test(a_base_of_several_years),
      cmocka_unit_test(a_bounded_base_is_100),
      cmocka_unit_test(windows),
      cmocka_unit_test(running_sums),
      cmocka_unit_test(ratios_and_prices),
      cmocka_unit_test(positions),
      cmocka_unit_test(open_ends_rank),
      cmocka_unit_test(the_rest_of_a_total),
      cmocka_unit_test(every_reason_has_a_text),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
