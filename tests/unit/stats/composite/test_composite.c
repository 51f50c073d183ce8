/* Composite indicators: scales, means, Copeland, leave-one-out. */
#include "check.h"

#include <math.h>

#include "stats/composite/copeland.h"
#include "stats/composite/sensitivity/leave_one_out.h"
#include "stats/composite/normalise.h"
#include "stats/composite/score.h"
#include "stats/composite/score_rank.h"

static const double gdp[] = {30, 45, 45, 10, 80};
static const double poverty[] = {12, 8, 20, 8, 15};

static const char *normalise(const double *x, const struct pst_normalise *how, double *y)
{
  struct pst_arena scratch = PST_ARENA_EMPTY;
  const char *reason;

  assert_int_equal(pst_normalise(x, 5, how, y, &reason, &scratch, NULL), PST_OK);
  pst_arena_free(&scratch);
  return reason;
}

static double first_of(const double *x, enum pst_normalise_kind kind, int direction)
{
  const struct pst_normalise how = {
      .kind = kind, .direction = direction, .low = 5, .high = 18, .reference = 1};
  double y[5];

  assert_null(normalise(x, &how, y));
  return y[0];
}

static void scales(void **state)
{
  (void)state;
  assert_close(first_of(poverty, PST_NORMALISE_NONE, -1), -12, 0, 0);
  assert_close(first_of(poverty, PST_NORMALISE_MINMAX, -1), 200.0 / 3, 1e-15, 0);
  assert_close(first_of(poverty, PST_NORMALISE_MINMAX, 1), 100.0 / 3, 1e-15, 0);
  assert_close(first_of(gdp, PST_NORMALISE_ZSCORE, 1), -0.46798654558021907, 1e-14, 0);
  assert_close(first_of(gdp, PST_NORMALISE_RANK, 1), 2, 0, 0);
  assert_close(first_of(poverty, PST_NORMALISE_RANK, -1), 3, 0, 0);
  assert_close(first_of(gdp, PST_NORMALISE_PERCENTILE, 1), 0.25, 0, 0);
  assert_close(first_of(poverty, PST_NORMALISE_GOALPOSTS, -1), 600.0 / 13, 1e-15, 0);
  assert_close(first_of(gdp, PST_NORMALISE_GOALPOSTS, 1), 100, 0, 0);
  assert_close(first_of(gdp, PST_NORMALISE_GOALPOSTS_OPEN, 1), 2500.0 / 13, 1e-15, 0);
  assert_close(first_of(gdp, PST_NORMALISE_DISTANCE, 1), 20.0 / 35, 1e-15, 0);
  assert_close(first_of(poverty, PST_NORMALISE_RATIO, -1), 8.0 / 12, 1e-15, 0);
}

static void scales_with_ties_and_gaps(void **state)
{
  static const double x[] = {3, NAN, 3, 7, 1};
  double y[5];
  struct pst_normalise how = {.kind = PST_NORMALISE_RANK_MEAN, .direction = 1};

  (void)state;
  assert_null(normalise(x, &how, y));
  assert_close(y[0], 2.5, 0, 0);
  assert_nan(y[1]);
  assert_close(y[3], 4, 0, 0);
  how.kind = PST_NORMALISE_PERCENTILE;
  assert_null(normalise(x, &how, y));
  assert_close(y[2], 1.0 / 3, 1e-15, 0);
}

static void scales_that_do_not_exist(void **state)
{
  static const double flat[] = {4, 4, 4, 4, NAN}, lone[] = {NAN, NAN, 5, NAN, NAN},
                      low[5] = {1, 0, -1, 2, 3};
  struct pst_normalise how = {.kind = PST_NORMALISE_MINMAX, .direction = 1, .low = 9, .high = 3};
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_error error = {.status = PST_OK};
  double y[5];

  (void)state;
  assert_string_equal(normalise(flat, &how, y), "all values are equal");
  assert_nan(y[0]);
  how.kind = PST_NORMALISE_ZSCORE;
  assert_string_equal(normalise(flat, &how, y), "all values are equal");
  assert_string_equal(normalise(lone, &how, y), "fewer than 2 values");
  how.kind = PST_NORMALISE_PERCENTILE;
  assert_string_equal(normalise(lone, &how, y), "fewer than 2 values");
  how.kind = PST_NORMALISE_DISTANCE;
  assert_string_equal(normalise(lone, &how, y), "the reference is empty");
  how.reference = 2;
  assert_string_equal(normalise(low, &how, y), "the reference is the lowest");
  how.kind = PST_NORMALISE_RATIO;
  assert_string_equal(normalise(low, &how, y), "the reference is not above 0");
  how.reference = 3;
  how.direction = -1;
  assert_null(normalise(low, &how, y));
  assert_nan(y[1]);
  assert_close(y[0], 2, 0, 0);
  how.kind = PST_NORMALISE_GOALPOSTS;
  assert_int_equal(pst_normalise(low, 5, &how, y, NULL, &scratch, &error), PST_USAGE);
  assert_string_equal(error.message, "goalposts 9..3; give the lower one first");
}

static double score(const double *y, const double *weight, size_t count,
                    enum pst_composite_mean mean, double share)
{
  const struct pst_aggregation how = {.mean = mean, .share = share};

  return pst_score(y, weight, count, &how);
}

static void means(void **state)
{
  static const double y[] = {80, 20, 50}, zero[] = {80, 0, 50}, negative[] = {80, -1, 50},
                      w[] = {1, 1, 1};

  (void)state;
  assert_close(score(y, w, 3, PST_COMPOSITE_ARITHMETIC, 0), 50, 0, 0);
  assert_close(score(y, w, 3, PST_COMPOSITE_GEOMETRIC, 0), 43.08869380063767, 1e-14, 0);
  assert_close(score(y, w, 3, PST_COMPOSITE_HARMONIC, 0), 36.36363636363637, 1e-14, 0);
  assert_close(score(zero, w, 3, PST_COMPOSITE_GEOMETRIC, 0), 0, 0, 0);
  assert_close(score(zero, w, 3, PST_COMPOSITE_HARMONIC, 0), 0, 0, 0);
  assert_nan(score(negative, w, 3, PST_COMPOSITE_GEOMETRIC, 0));
  assert_close(score(negative, w, 3, PST_COMPOSITE_ARITHMETIC, 0), 43, 1e-15, 0);
}

static void missing_values(void **state)
{
  static const double y[] = {10, NAN, 40}, w[] = {1, 2, 1}, without[] = {1, 0, 1},
                      none[] = {0, 0, 0};
  static const double tenths[] = {0.1, 0.3, 0.2};

  (void)state;
  assert_nan(score(y, w, 3, PST_COMPOSITE_ARITHMETIC, 0));
  assert_close(score(y, w, 3, PST_COMPOSITE_ARITHMETIC, 0.5), 25, 0, 0);
  assert_nan(score(y, w, 3, PST_COMPOSITE_ARITHMETIC, 0.51));
  assert_close(score(y, without, 3, PST_COMPOSITE_ARITHMETIC, 0), 25, 0, 0);
  assert_nan(score(y, none, 3, PST_COMPOSITE_ARITHMETIC, 0.5));
  assert_close(score(y, tenths, 3, PST_COMPOSITE_ARITHMETIC, 0.5), 30, 1e-14, 0);
}

static void two_levels(void **state)
{
  static const double y[] = {40, 80, NAN, 55, 65, 70}, w[] = {2, 1, 1, 1, 2, 1};
  static const double pillar_weight[] = {0.5, 0.3, 0.2};
  static const size_t of[] = {0, 0, 1, 1, 1, 2};
  const struct pst_pillars pillars = {.count = 3, .weight = pillar_weight, .of = of};
  struct pst_aggregation how = {.mean = PST_COMPOSITE_ARITHMETIC, .share = 0.5};
  double inside[3], effective[6];

  (void)state;
  assert_close(pst_score_nested(y, w, 6, &pillars, &how, inside), 59.166666666666667, 1e-14, 0);
  assert_close(inside[1], (55 + 130) / 3.0, 1e-14, 0);
  how.share = 0;
  assert_nan(pst_score_nested(y, w, 6, &pillars, &how, inside));
  assert_nan(inside[1]);
  assert_close(inside[2], 70, 0, 0);
  pst_effective_weights(w, 6, &pillars, effective);
  assert_close(effective[0], 1.0 / 3, 1e-15, 0);
  assert_close(effective[4], 0.15, 1e-15, 0);
}

static void ranks_of_scores(void **state)
{
  static const double scores[] = {50, 0.1 + 0.2, NAN, 0.3, 50 * (1 + 1e-11)};
  size_t rank[5];
  double spare[10];

  (void)state;
  pst_score_rank(scores, 5, rank, spare);
  assert_int_equal(rank[0], 2);
  assert_int_equal(rank[1], 3);
  assert_int_equal(rank[2], 0);
  assert_int_equal(rank[3], 3);
  assert_int_equal(rank[4], 1);
  assert_true(pst_score_above(1e-300, 0) && pst_score_above(0, -1e-300));
  assert_false(pst_score_above(0, 0));
}

static void copeland(void **state)
{
  static const double x[] = {80, 20, 50, 50, 50, 50, 20, 80, 50, 90, 30, 10, 60, 60, 60};
  static const double gap[] = {1, NAN, 2, 5, 3, 4}, w[] = {1, 1, 1};
  double scores[5];

  (void)state;
  pst_copeland(x, 5, w, 3, 0, scores);
  assert_close(scores[0], -2, 0, 0);
  assert_close(scores[4], 4, 0, 0);
  assert_close(pst_outranking(x, x + 3, w, 3, 0), 0.5, 0, 0);
  pst_copeland(gap, 3, w, 2, 0, scores);
  assert_nan(scores[0]);
  assert_close(scores[2], 0, 0, 0);
  pst_copeland(gap, 3, w, 2, 0.5, scores);
  assert_close(scores[0], -2, 0, 0);
  pst_copeland(gap, 3, w, 2, 0.6, scores);
  assert_nan(scores[0]);
}

/* Without q1, A falls from first to last. */
static void one_left_out(void **state)
{
  static const double y[] = {90, 40, 50, 60, 75, 55, 55, 60, 85,
                             70, 62, 54, 30, 45, 70, 58, 66, 64};
  static const double w[] = {0.5, 0.3, 0.2};
  const struct pst_aggregation how = {.mean = PST_COMPOSITE_ARITHMETIC};
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_leave_one_out of;
  size_t rank[18];

  (void)state;
  assert_int_equal(pst_leave_one_out(y, 6, w, 3, &how, rank, &scratch, NULL), PST_OK);
  assert_int_equal(rank[0], 6);
  assert_int_equal(rank[2], 1);
  of = pst_leave_one_out_summary(rank, 6, 3, 0, 1);
  assert_close(of.low, 1, 0, 0);
  assert_close(of.high, 6, 0, 0);
  assert_close(of.mean_shift, 5.0 / 3, 1e-15, 0);
  assert_nan(pst_leave_one_out_summary(rank, 6, 3, 0, 0).low);
  pst_arena_free(&scratch);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(scales),
      cmocka_unit_test(scales_with_ties_and_gaps),
      cmocka_unit_test(scales_that_do_not_exist),
      cmocka_unit_test(means),
      cmocka_unit_test(missing_values),
      cmocka_unit_test(two_levels),
      cmocka_unit_test(ranks_of_scores),
      cmocka_unit_test(copeland),
      cmocka_unit_test(one_left_out),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
