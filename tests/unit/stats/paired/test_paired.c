/* Paired values: signed ranks against all signs, the sign test, the paired t test, decimals that tie. */
#include "run_shape.h"

#include <math.h>

#include "stats/paired/differences.h"
#include "stats/paired/paired_t.h"
#include "stats/paired/sign_test.h"
#include "stats/paired/rank_biserial.h"
#include "stats/paired/signed_rank.h"
#include "stats/paired/signed_rank_exact.h"
#include "stats/random/random.h"

/* Hollander & Wolfe (1973): depression before and after a tranquillizer. */
static const double before[] = {1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3};
static const double after[] = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};
static const struct pst_sample depression = {.n = 9, .x = before, .y = after};

static void wilcoxon(void **state)
{
  const struct pst_test normal = {.p_kind = PST_P_ASYMPTOTIC, .continuity = PST_CONTINUITY_NO};
  const struct pst_test greater = {.alternative = PST_GREATER};
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_signed_rank, &depression, NULL);
  assert_close(run_row(&run, "shift")->p_value, 0.0390625, 1e-14, 0);
  assert_close(run_row(&run, "shift")->estimate, 0.46, 1e-14, 0);
  assert_close(run_row(&run, "shift")->conf_low, 0.01, 1e-13, 0);
  assert_close(run_row(&run, "shift")->conf_high, 0.786, 1e-14, 0);
  assert_true(run_row(&run, "V+")->estimate == 40 && run_row(&run, "V-")->estimate == 5);
  assert_close(run_row(&run, "rank-biserial")->estimate, 35.0 / 45, 1e-14, 0);
  assert_close(run_row(&run, "rank-biserial")->conf_low, 0.0367815334, 0, 2e-10);
  assert_close(run_row(&run, "rank-biserial")->conf_high, 0.9669197247, 0, 2e-10);
  run_end(&run);
  RUN_SHAPE(&run, pst_signed_rank, &depression, &greater);
  assert_close(run_row(&run, "shift")->p_value, 0.01953125, 1e-14, 0);
  run_end(&run);
  RUN_SHAPE(&run, pst_signed_rank, &depression, &normal);
  assert_close(run_row(&run, "shift")->p_value, 0.03815171017341513, 1e-11, 0);
  assert_close(run_row(&run, "z")->estimate, 2.0732210721568234, 1e-13, 0);
  run_end(&run);
}

/* Every choice of signs, for differences with ties and zeros. */
static void exact_p_against_all_signs(void **state)
{
  uint64_t random = 11;

  (void)state;
  for (int round = 0; round < 80; round++) {
    size_t n = 2 + (size_t)pst_random_below(&random, 8);
    double x[10], y[10], rank[10];
    const struct pst_sample sample = {.n = n, .x = x, .y = y};
    double observed = 0, far = 0, all = 0, mean = 0;
    size_t kept = 0;
    double size[10];
    struct run run;

    for (size_t i = 0; i < n; i++) {
      x[i] = (double)pst_random_below(&random, 7);
      y[i] = (double)pst_random_below(&random, 7);
      if (x[i] != y[i])
        size[kept++] = x[i] - y[i];
    }
    if (kept == 0)
      continue;
    for (size_t i = 0; i < kept; i++) {
      rank[i] = 0.5;
      for (size_t j = 0; j < kept; j++)
        rank[i] += fabs(size[j]) < fabs(size[i]) ? 1 : fabs(size[j]) == fabs(size[i]) ? 0.5 : 0;
      mean += rank[i] / 2;
      observed += size[i] > 0 ? rank[i] : 0;
    }
    for (unsigned signs = 0; signs < 1u << kept; signs++) {
      double v = 0;

      for (size_t i = 0; i < kept; i++)
        v += signs >> i & 1 ? rank[i] : 0;
      all++;
      far += fabs(v - mean) >= fabs(observed - mean);
    }
    RUN_SHAPE(&run, pst_signed_rank, &sample, NULL);
    assert_close(run_row(&run, "shift")->p_value, far / all, 1e-13, 0);
    run_end(&run);
  }
}

/* 0.3 - 0.2 and 0.2 - 0.1 are one size, and 0.1 + 0.2 less 0.3 is none. */
static void decimals_tie(void **state)
{
  const double x[] = {0.3, 0.2, 0.7, 0.1 + 0.2, 5};
  const double y[] = {0.2, 0.1, 0.6, 0.3, 5.1};
  const struct pst_sample sample = {.n = 5, .x = x, .y = y};
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_differences d;
  struct pst_error error = {.status = PST_OK};

  (void)state;
  assert_int_equal(pst_differences_of(&sample, &d, &scratch, &error), PST_OK);
  assert_int_equal(d.kept, 4);
  assert_int_equal(d.groups, 1);
  assert_int_equal(d.size[0], 4);
  assert_int_equal(d.positives[0], 3);
  pst_arena_free(&scratch);
}

/* Whole numbers are exact: 1e15 and its neighbour differ. */
static void whole_numbers_do_not_tie(void **state)
{
  static const double x[] = {1e15 + 1, 1e15 + 2};
  static const double y[] = {1e15, 1e15};
  const struct pst_sample sample = {.n = 2, .x = x, .y = y};
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_differences d;
  struct pst_error error = {.status = PST_OK};

  (void)state;
  assert_int_equal(pst_differences_of(&sample, &d, &scratch, &error), PST_OK);
  assert_int_equal(d.groups, 2);
  pst_arena_free(&scratch);
}

static void critical_places(void **state)
{
  static const struct {
    size_t n;
    uint64_t k;
  } table[] = {{5, 0}, {6, 1}, {7, 3}, {8, 4}, {9, 6}, {10, 9}, {20, 53}};
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_error error = {.status = PST_OK};

  (void)state;
  for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
    uint64_t k;

    assert_int_equal(pst_signed_rank_critical(table[i].n, 0.025, &k, &scratch, &error), PST_OK);
    assert_int_equal(k, table[i].k);
  }
  assert_true(pst_signed_rank_reach(500) && !pst_signed_rank_reach(501));
  pst_arena_free(&scratch);
}

/* All of 300 pairs rise: 2^-300, as exact as any other. */
static void deep_exact_tail(void **state)
{
  double x[300], y[300];
  const struct pst_sample sample = {.n = 300, .x = x, .y = y};
  const struct pst_test greater = {.alternative = PST_GREATER};
  struct run run;

  (void)state;
  for (int i = 0; i < 300; i++) {
    x[i] = i + 1;
    y[i] = 0;
  }
  RUN_SHAPE(&run, pst_signed_rank, &sample, &greater);
  assert_close(run_row(&run, "shift")->p_value, 0x1p-300, 1e-12, 0);
  run_end(&run);
}

static void sign_and_t(void **state)
{
  struct run run;

  (void)state;
  RUN_SHAPE(&run, pst_sign_test, &depression, NULL);
  assert_close(run_row(&run, "share-positive")->p_value, 0.1796875, 1e-14, 0);
  assert_true(run_row(&run, "positive")->estimate == 7 && run_row(&run, "zero")->estimate == 0);
  run_end(&run);
  RUN_SHAPE(&run, pst_paired_t, &depression, NULL);
  assert_close(run_row(&run, "difference")->estimate, 0.4318888888888889, 1e-14, 0);
  assert_close(run_row(&run, "difference")->statistic, 3.0353754156485917, 1e-12, 0);
  assert_close(run_row(&run, "difference")->p_value, 0.01617662743490809, 1e-11, 0);
  assert_close(run_row(&run, "d")->estimate, 3.0353754156485917 / 3, 1e-12, 0);
  run_end(&run);
}

static void refusals(void **state)
{
  const double shifted[] = {1.1, 2.1, 3.1};
  const double plain[] = {1, 2, 3};
  const struct pst_sample equal = {.n = 3, .x = plain, .y = plain};
  const struct pst_sample constant = {.n = 3, .x = shifted, .y = plain};
  const struct pst_sample none = {.n = 0, .x = plain, .y = plain};
  const struct pst_sample one = {.n = 1, .x = plain, .y = plain};
  struct run run;

  (void)state;
  REFUSES(pst_signed_rank, &equal, NULL, PST_UNDEFINED, "no pair differs");
  REFUSES(pst_sign_test, &equal, NULL, PST_UNDEFINED, "no pair differs");
  REFUSES(pst_signed_rank, &none, NULL, PST_UNDEFINED, "fewer than 1 complete rows");
  REFUSES(pst_paired_t, &one, NULL, PST_UNDEFINED, "fewer than 2 complete rows");
  RUN_SHAPE(&run, pst_paired_t, &constant, NULL); /* 2.1 - 2 is not 1.1 - 1, to the last bit */
  assert_nan(run_row(&run, "difference")->p_value);
  assert_string_equal(run_row(&run, "difference")->note, "no test: the differences do not vary");
  run_end(&run);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(wilcoxon),        cmocka_unit_test(exact_p_against_all_signs),
      cmocka_unit_test(decimals_tie),    cmocka_unit_test(whole_numbers_do_not_tie),
      cmocka_unit_test(critical_places), cmocka_unit_test(deep_exact_tail),
      cmocka_unit_test(sign_and_t),      cmocka_unit_test(refusals),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
