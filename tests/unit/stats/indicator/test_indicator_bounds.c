/* test_indicator_bounds -- row indicators on bounds, against grids of completions. */
#include "row_table.h"
#include "random.h"

#include "stats/indicator/contribution.h"
#include "stats/indicator/cumulative.h"
#include "stats/indicator/index_number.h"
#include "stats/indicator/position.h"
#include "stats/indicator/ratio.h"
#include "stats/indicator/share.h"
#include "stats/indicator/window.h"

enum { LEVELS = 5 };

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

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(bounds_are_those_of_all_completions),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
