/* The ranks that weights near the given ones can give: closed bounds and exact ones, against all orders
   of two indicators and dense weights of three. */
#include "check.h"
#include "random.h"

#include <math.h>

#include "stats/composite/rank_bounds.h"
#include "stats/composite/rank_programme.h"
#include "stats/composite/score_rank.h"
#include "stats/sort.h"

enum { UNITS = 8 };

struct found {
  size_t outer_low[UNITS], outer_high[UNITS];
  struct pst_rank_reach reach[UNITS];
  size_t low[UNITS], high[UNITS]; /* of weights that were tried */
};

static void find(const double *y, size_t n, const struct pst_weight_box *box, struct found *found)
{
  struct pst_arena scratch = PST_ARENA_EMPTY;

  assert_int_equal(
      pst_rank_bounds_outer(y, n, box, found->outer_low, found->outer_high, &scratch, NULL),
      PST_OK);
  assert_int_equal(pst_rank_bounds_exact(y, n, box, 0, found->reach, NULL, &scratch, NULL), PST_OK);
  for (size_t i = 0; i < n; i++) {
    found->low[i] = n + 1;
    found->high[i] = 0;
  }
  pst_arena_free(&scratch);
}

static void try_weights(const double *y, size_t n, const double *w, size_t count,
                        struct found *found)
{
  double score[UNITS] = {0}, spare[2 * UNITS];
  size_t rank[UNITS];

  for (size_t i = 0; i < n; i++) {
    for (size_t k = 0; k < count; k++)
      score[i] += w[k] * y[i * count + k];
  }
  pst_score_rank(score, n, rank, spare);
  for (size_t i = 0; i < n; i++) {
    found->low[i] = rank[i] < found->low[i] ? rank[i] : found->low[i];
    found->high[i] = rank[i] > found->high[i] ? rank[i] : found->high[i];
  }
}

static void draw_units(uint64_t *seed, double *y, size_t count)
{
  for (size_t i = 0; i < UNITS * count; i++)
    y[i] = (double)random_below(seed, 30);
}

/* Two indicators: only w_2 / w_1 matters.  Every crossing of two units, the ends, and points between. */
static size_t ratios_of(const double *y, const struct pst_weight_box *box, double *ratio)
{
  const double least = (1 - box->within) / (1 + box->within), w = box->weight[1] / box->weight[0];
  double spare[UNITS * UNITS];
  size_t n = 0;

  ratio[n++] = w * least;
  ratio[n++] = w / least;
  for (size_t i = 0; i < UNITS; i++)
    for (size_t j = 0; j < i; j++) {
      double crossing = -(y[2 * i] - y[2 * j]) / (y[2 * i + 1] - y[2 * j + 1]);

      if (crossing > w * least && crossing < w / least)
        ratio[n++] = crossing;
    }
  pst_sort(ratio, spare, n);
  return n;
}

static void two_indicators_exactly(void **state)
{
  static const double weight[] = {3, 2};
  const struct pst_weight_box box = {.weight = weight, .count = 2, .within = 0.4};
  uint64_t seed = 17;

  (void)state;
  for (int run = 0; run < 100; run++) {
    double y[2 * UNITS], ratio[UNITS * UNITS];
    struct found found;
    size_t n;

    draw_units(&seed, y, 2);
    find(y, UNITS, &box, &found);
    n = ratios_of(y, &box, ratio);
    for (size_t i = 0; i < n; i++) {
      try_weights(y, UNITS, (double[]){1, ratio[i]}, 2, &found);
      if (i + 1 < n)
        try_weights(y, UNITS, (double[]){1, (ratio[i] + ratio[i + 1]) / 2}, 2, &found);
    }
    for (size_t i = 0; i < UNITS; i++) {
      assert_true(found.reach[i].exact_low && found.reach[i].exact_high);
      assert_int_equal(found.reach[i].low, found.low[i]);
      assert_int_equal(found.reach[i].high, found.high[i]);
    }
  }
}

static void try_box(const double *y, const struct pst_weight_box *box, int levels,
                    struct found *found)
{
  double w[3];

  for (int a = 0; a < levels; a++)
    for (int b = 0; b < levels; b++)
      for (int c = 0; c < levels; c++) {
        const int at[] = {a, b, c};
        double sum = 0, whole = 0;

        for (int k = 0; k < 3; k++) {
          w[k] = box->weight[k] * (1 + box->within * (2.0 * at[k] / (levels - 1) - 1));
          sum += w[k];
          whole += box->weight[k];
        }
        if (!box->sum_kept || fabs(sum - whole) < 1e-9 * whole)
          try_weights(y, UNITS, w, 3, found);
      }
}

/* Bounds hold for every weight that is tried, lie within the closed ones, and are reached. */
static void three_indicators(void **state)
{
  static const double weight[] = {2, 2, 2};
  uint64_t seed = 23;
  size_t strict = 0;

  (void)state;
  for (int run = 0; run < 40; run++) {
    const struct pst_weight_box box = {
        .weight = weight, .count = 3, .within = 0.3, .sum_kept = run % 2 == 1};
    double y[3 * UNITS];
    struct found found;

    draw_units(&seed, y, 3);
    find(y, UNITS, &box, &found);
    try_box(y, &box, 17, &found);
    for (size_t i = 0; i < UNITS; i++) {
      assert_true(found.reach[i].exact_low && found.reach[i].exact_high);
      assert_true(found.reach[i].low <= found.low[i] && found.reach[i].high >= found.high[i]);
      assert_true(found.outer_low[i] <= found.reach[i].low
                  && found.outer_high[i] >= found.reach[i].high);
      strict +=
          found.outer_low[i] < found.reach[i].low || found.outer_high[i] > found.reach[i].high;
    }
  }
  assert_true(strict > 0);
}

/* A published shape: the exact bounds are inside the closed ones. */
static void the_weights_must_serve_all(void **state)
{
  static const double y[] = {90, 40, 50, 60, 75, 55, 55, 60, 85,
                             70, 62, 54, 30, 45, 70, 58, 66, 64};
  static const double weight[] = {0.5, 0.3, 0.2};
  const struct pst_weight_box box = {.weight = weight, .count = 3, .within = 0.25};
  struct found found;

  (void)state;
  find(y, 6, &box, &found);
  assert_int_equal(found.reach[0].low, 1);
  assert_int_equal(found.reach[0].high, 5);
  assert_int_equal(found.reach[2].low, 1);
  assert_int_equal(found.reach[2].high, 5);
  assert_int_equal(found.reach[4].low, 6);
}

static void fixed_weights_twins_and_gaps(void **state)
{
  static const double y[] = {5, 1, 5, 1, 4, 3, NAN, 9, 1, 1};
  static const double weight[] = {1, 1};
  struct pst_weight_box box = {.weight = weight, .count = 2, .within = 0};
  struct found found;

  (void)state;
  find(y, 5, &box, &found);
  assert_int_equal(found.outer_low[2], 1);
  assert_int_equal(found.outer_high[2], 1);
  assert_int_equal(found.reach[0].low, 2);
  assert_int_equal(found.reach[1].high, 2);
  assert_int_equal(found.reach[3].low, 0);
  assert_int_equal(found.outer_low[3], 0);
  box.within = 0.5;
  find(y, 5, &box, &found);
  assert_int_equal(found.reach[0].low, 1);
  assert_int_equal(found.reach[1].low, 1);
  assert_int_equal(found.reach[0].high, 2);
  assert_true(found.reach[0].exact_low && found.reach[0].exact_high);
}

static void a_search_that_is_cut_short(void **state)
{
  static const double weight[] = {1, 1, 1};
  const struct pst_weight_box box = {.weight = weight, .count = 3, .within = 1};
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_rank_reach full[UNITS], cut[UNITS];
  double y[3 * UNITS];
  uint64_t seed = 3;
  size_t outer = 0;

  (void)state;
  draw_units(&seed, y, 3);
  assert_int_equal(pst_rank_bounds_exact(y, UNITS, &box, 0, full, NULL, &scratch, NULL), PST_OK);
  assert_int_equal(pst_rank_bounds_exact(y, UNITS, &box, 1, cut, NULL, &scratch, NULL), PST_OK);
  for (size_t i = 0; i < UNITS; i++) {
    assert_true(cut[i].low <= full[i].low && cut[i].high >= full[i].high);
    outer += !cut[i].exact_low || !cut[i].exact_high;
  }
  assert_true(outer > 0);
  pst_arena_free(&scratch);
}

static double told[UNITS + 1];
static size_t n_told;

static void keep_told(double done)
{
  if (n_told <= UNITS)
    told[n_told++] = done;
}

/* Whoever waits is told the share that is done: before each entity, those before it; one without a rank is one too. */
static void what_is_done_is_told(void **state)
{
  static const double weight[] = {1, 1};
  static const double y[] = {1, 2, 3, NAN, 5, 1, 2, 7};
  const struct pst_weight_box box = {.weight = weight, .count = 2, .within = .5};
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_rank_reach reach[4];

  (void)state;
  n_told = 0;
  assert_int_equal(pst_rank_bounds_exact(y, 4, &box, 0, reach, keep_told, &scratch, NULL), PST_OK);
  assert_int_equal(n_told, 4);
  for (size_t i = 0; i < 4; i++)
    assert_close(told[i], (double)i / 4, 0, 0);
  assert_int_equal(reach[1].low, 0);
  pst_arena_free(&scratch);
}

static void a_fraction_is_asked_for(void **state)
{
  static const double weight[] = {1};
  const struct pst_weight_box box = {.weight = weight, .count = 1, .within = 25};
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_error error = {.status = PST_OK};
  size_t low[1], high[1];

  (void)state;
  assert_int_equal(pst_rank_bounds_outer(weight, 1, &box, low, high, &scratch, &error), PST_USAGE);
  assert_string_equal(error.message, "weights within 25; give a fraction from 0 to 1");
  assert_int_equal(pst_rank_bounds_exact(weight, 1, &box, 0, NULL, NULL, &scratch, NULL),
                   PST_USAGE);
  pst_arena_free(&scratch);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(two_indicators_exactly),     cmocka_unit_test(three_indicators),
      cmocka_unit_test(the_weights_must_serve_all), cmocka_unit_test(fixed_weights_twins_and_gaps),
      cmocka_unit_test(a_search_that_is_cut_short), cmocka_unit_test(a_fraction_is_asked_for),
      cmocka_unit_test(what_is_done_is_told),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
