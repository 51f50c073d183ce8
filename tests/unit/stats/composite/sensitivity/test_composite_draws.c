/* Replicates of a composite indicator: the draws, the same for any threads, and sensitivity. */
#include "check.h"

#include <math.h>
#include <string.h>

#include "stats/composite/sensitivity/draws.h"
#include "stats/random/draw.h"
#include "stats/composite/sensitivity/jansen.h"
#include "stats/composite/sensitivity/monte_carlo.h"
#include "stats/composite/sensitivity/sensitivity.h"
#include "stats/random/random.h"

enum { UNITS = 6, REPLICATES = 500 };

static const double scores[] = {90, 40, 50, 60, 75, 55, 55, 60, 85,
                                70, 62, 54, 30, 45, 70, 58, 66, 64};
static const double logs[] = {4.5, 3.7, 3.9, 4.1, 4.3, 4.0, 4.0, 4.1, 4.4,
                              4.2, 4.1, 4.0, 3.4, 3.8, 4.2, 4.1, 4.2, 4.2};
static const double *const scales[] = {scores, logs};
static const double weight[] = {0.5, 0.3, 0.2};
static const struct pst_aggregation means[] = {{.mean = PST_COMPOSITE_ARITHMETIC},
                                               {.mean = PST_COMPOSITE_GEOMETRIC}};

static struct pst_composite_model model_of(double within, bool leave_out, size_t normalisations,
                                           size_t aggregations)
{
  return (struct pst_composite_model){.n = UNITS,
                                      .y = scales,
                                      .factors = {.weight = weight,
                                                  .count = 3,
                                                  .within = within,
                                                  .leave_out = leave_out,
                                                  .normalisations = normalisations,
                                                  .aggregations = aggregations},
                                      .aggregations = means};
}

/* The first outputs of SplitMix64 at 1234567, as published with it. */
static void the_generator(void **state)
{
  uint64_t at = 1234567;

  (void)state;
  assert_true(pst_random_next(&at) == UINT64_C(6457827717110365317));
  assert_true(pst_random_next(&at) == UINT64_C(3203168211198807973));
}

static void the_draws_are_as_written(void **state)
{
  const struct pst_composite_model model = model_of(0.25, false, 1, 1);
  uint64_t seed[PST_DRAW_FACTORS];
  double w[3];
  struct pst_draws draws = {.weight = w};

  (void)state;
  pst_draws_seeds(1, seed);
  pst_draws_make(&model.factors, seed, 1, &draws);
  assert_close(w[0], 0.47266848807946943, 1e-15, 0);
  assert_close(w[1], 0.37094603117662994, 1e-15, 0);
  assert_close(w[2], 0.15638548074390063, 1e-15, 0);
  assert_int_equal(draws.left_out, 0);
}

/* Another factor opened moves no weight; a left-out indicator has none, and the others sum to 1. */
static void a_factor_moves_no_other(void **state)
{
  const struct pst_composite_model few = model_of(0.25, false, 1, 1);
  const struct pst_composite_model all = model_of(0.25, true, 2, 2);
  uint64_t seed[PST_DRAW_FACTORS];
  size_t left_out = 0;

  (void)state;
  pst_draws_seeds(9, seed);
  for (uint64_t r = 1; r <= 200; r++) {
    double w[3], v[3];
    struct pst_draws a = {.weight = w}, b = {.weight = v};

    pst_draws_make(&few.factors, seed, r, &a);
    pst_draws_make(&all.factors, seed, r, &b);
    assert_close(v[0] + v[1] + v[2], 1, 1e-15, 0);
    assert_int_equal(b.normalisation, (size_t)(2 * pst_draw(9, r, 4)));
    assert_int_equal(b.left_out, (size_t)(4 * pst_draw(9, r, 5)));
    assert_int_equal(b.aggregation, (size_t)(2 * pst_draw(9, r, 6)));
    left_out += b.left_out > 0;
    if (b.left_out == 0)
      assert_memory_equal(w, v, sizeof w);
    else
      assert_close(v[b.left_out - 1], 0, 0, 0);
  }
  assert_true(left_out > 120 && left_out < 180);
}

static void run(const struct pst_composite_model *model, size_t threads, uint32_t *rank)
{
  struct pst_arena scratch = PST_ARENA_EMPTY;
  uint64_t seed[PST_DRAW_FACTORS];

  pst_draws_seeds(1, seed);
  assert_int_equal(pst_monte_carlo_ranks(model, seed, 1, REPLICATES, threads, rank, &scratch, NULL),
                   PST_OK);
  pst_arena_free(&scratch);
}

static void threads_and_blocks_change_nothing(void **state)
{
  const struct pst_composite_model model = model_of(0.25, true, 2, 2);
  static uint32_t one[REPLICATES * UNITS], four[REPLICATES * UNITS], block[100 * UNITS];
  struct pst_arena scratch = PST_ARENA_EMPTY;
  uint64_t seed[PST_DRAW_FACTORS];

  (void)state;
  run(&model, 1, one);
  run(&model, 4, four);
  assert_memory_equal(one, four, sizeof one);
  pst_draws_seeds(1, seed);
  assert_int_equal(pst_monte_carlo_ranks(&model, seed, 201, 100, 2, block, &scratch, NULL), PST_OK);
  assert_memory_equal(block, one + 200 * UNITS, sizeof block);
  pst_arena_free(&scratch);
}

static void distributions(void **state)
{
  static const uint32_t rank[] = {1, 2, 2, 1, 1, 2, 0, 1, 3, 2};
  static const size_t nominal[] = {1, 2};
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_rank_distribution of;

  (void)state;
  assert_int_equal(pst_rank_distribution_of(rank, 5, 2, 0, 1, 2, &of, &scratch, NULL), PST_OK);
  assert_int_equal(of.replicates, 4);
  assert_close(of.mean, 1.75, 0, 0);
  assert_close(of.q50, 1.5, 0, 0);
  assert_close(of.q95, 2.85, 1e-15, 0);
  assert_close(of.share_nominal, 0.5, 0, 0);
  assert_close(of.share_top, 0.75, 0, 0);
  assert_close(pst_mean_shift(rank + 2, nominal, 2), 1, 0, 0);
  assert_close(pst_mean_shift(rank + 6, nominal, 2), 1, 0, 0);
  assert_int_equal(pst_rank_distribution_of(rank, 0, 2, 0, 1, 2, &of, &scratch, NULL), PST_OK);
  assert_nan(of.mean);
  assert_nan(of.q05);
  pst_arena_free(&scratch);
}

/* One pillar an indicator, or one for all: the arithmetic mean is the flat one. */
static void pillars_of_effective_weights(void **state)
{
  static const size_t each[] = {0, 1, 2}, together[] = {0, 0, 1};
  static uint32_t flat[REPLICATES * UNITS], nested[REPLICATES * UNITS];
  struct pst_composite_model model = model_of(0.25, true, 1, 1);
  struct pst_pillars pillars = {.count = 3, .of = each};

  (void)state;
  run(&model, 2, flat);
  model.pillars = &pillars;
  run(&model, 2, nested);
  assert_memory_equal(flat, nested, sizeof flat);
  pillars = (struct pst_pillars){.count = 2, .of = together};
  run(&model, 2, nested);
  assert_memory_equal(flat, nested, sizeof flat);
}

/* --- sensitivity ------------------------------------------------------------------------------- */

static double ishigami(const double *x)
{
  double s = sin(x[1]);

  return sin(x[0]) + 7 * s * s + 0.1 * x[2] * x[2] * x[2] * x[2] * sin(x[0]);
}

static double uniform(uint64_t seed, uint64_t r, uint64_t k)
{
  return 3.14159265358979323846 * (2 * pst_draw(seed, r, k) - 1);
}

/* Ishigami & Homma's function: first-order .3139, .4424, 0; total .5576, .4424, .2437. */
static void known_indices(void **state)
{
  enum { N = 20000 };
  static const double first[] = {0.31390519, 0.44241114, 0},
                      total[] = {0.55758886, 0.44241114, 0.24368366};
  static double a[N], b[N], ab[N];

  (void)state;
  for (size_t k = 0; k < 3; k++) {
    struct pst_jansen out;

    for (size_t r = 0; r < N; r++) {
      double x[3], y[3], mixed[3];

      for (size_t j = 0; j < 3; j++) {
        x[j] = uniform(1, r, j);
        y[j] = uniform(2, r, j);
        mixed[j] = j == k ? y[j] : x[j];
      }
      a[r] = ishigami(x);
      b[r] = ishigami(y);
      ab[r] = ishigami(mixed);
    }
    assert_int_equal(pst_jansen(a, b, ab, N, &out, NULL), PST_OK);
    assert_true(fabs(out.first - first[k]) < 4 * out.first_error);
    assert_true(fabs(out.total - total[k]) < 4 * out.total_error);
    assert_true(out.first_error < 0.015 && out.total_error < 0.015);
    assert_close(out.variance, 13.844588, 0.05, 0);
  }
}

static void no_variance(void **state)
{
  static const double flat[] = {3, 3, 3};
  struct pst_jansen out;
  struct pst_error error = {.status = PST_OK};

  (void)state;
  assert_int_equal(pst_jansen(flat, flat, flat, 3, &out, &error), PST_UNDEFINED);
  assert_string_equal(error.message, "the result is the same in every replicate");
  assert_int_equal(pst_jansen(flat, flat, flat, 1, &out, NULL), PST_UNDEFINED);
}

static void sensitivity_of(const struct pst_composite_model *model, size_t threads,
                           struct pst_jansen *out)
{
  static const size_t nominal[] = {1, 3, 4, 2, 6, 5};
  struct pst_arena scratch = PST_ARENA_EMPTY;

  assert_int_equal(
      pst_rank_sensitivity(model, nominal, 1, REPLICATES, threads, out, NULL, &scratch, NULL),
      PST_OK);
  pst_arena_free(&scratch);
}

/* A choice that is the only one open decides everything. */
static void the_only_choice_decides(void **state)
{
  const struct pst_composite_model model = model_of(0.25, false, 1, 1);
  struct pst_jansen out[PST_DRAW_FACTORS * (UNITS + 1)];
  const struct pst_jansen *other = out + PST_DRAW_LEFT_OUT * (UNITS + 1);

  (void)state;
  sensitivity_of(&model, 2, out);
  assert_close(out[1].first, 1, 0, 0);
  assert_close(out[1].total, 1, 0.2, 0);
  assert_close(out[UNITS].first, 1, 0, 0);
  assert_nan(out[4].first); /* always last */
  assert_nan(other[1].first);
  assert_true(pst_draw_factor_open(&model.factors, PST_DRAW_WEIGHTS));
  assert_false(pst_draw_factor_open(&model.factors, PST_DRAW_AGGREGATION));
}

static void several_choices(void **state)
{
  const struct pst_composite_model model = model_of(0.25, true, 2, 2);
  struct pst_jansen one[PST_DRAW_FACTORS * (UNITS + 1)], four[PST_DRAW_FACTORS * (UNITS + 1)];
  const struct pst_jansen *left_out = one + PST_DRAW_LEFT_OUT * (UNITS + 1);

  (void)state;
  sensitivity_of(&model, 1, one);
  sensitivity_of(&model, 4, four);
  assert_memory_equal(one, four, sizeof one);
  for (size_t i = 0; i <= UNITS; i++)
    if (!isnan(left_out[i].total))
      assert_true(left_out[i].total > one[i].total); /* it decides more than the weights */
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_generator),
      cmocka_unit_test(the_draws_are_as_written),
      cmocka_unit_test(a_factor_moves_no_other),
      cmocka_unit_test(threads_and_blocks_change_nothing),
      cmocka_unit_test(distributions),
      cmocka_unit_test(pillars_of_effective_weights),
      cmocka_unit_test(known_indices),
      cmocka_unit_test(no_variance),
      cmocka_unit_test(the_only_choice_decides),
      cmocka_unit_test(several_choices),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
