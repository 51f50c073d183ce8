/* Closed bounds of ranks over weights, for every mean, with pillars and with gaps, against dense weights. */
#include "check.h"

#include <math.h>

#include "random.h"
#include "stats/composite/closed_bounds.h"
#include "stats/composite/score_range.h"
#include "stats/composite/score_rank.h"

enum { ENTITIES = 6, INDICATORS = 5, TRIES = 400 };

struct trial {
  double y[ENTITIES * INDICATORS];
  double weight[INDICATORS];
  size_t of[INDICATORS];
  struct pst_aggregation how;
  bool nested;
  double within;
};

static void draw(struct trial *t, uint64_t *state)
{
  static const double shares[] = {0, 0.4, 0.7};

  *t = (struct trial){.nested = random_below(state, 2) == 1,
                      .within = (double)random_below(state, 10) / 10};
  t->how.mean = (enum pst_composite_mean)random_below(state, 3);
  t->how.share = shares[random_below(state, 3)];
  for (size_t k = 0; k < INDICATORS; k++) {
    t->weight[k] = (double)(1 + random_below(state, 4));
    t->of[k] = k < 2 ? 0 : 1;
  }
  for (size_t c = 0; c < ENTITIES * INDICATORS; c++) {
    t->y[c] = (double)random_below(state, 21) * 5;
    if (t->how.share > 0 && random_below(state, 5) == 0)
      t->y[c] = (double)NAN;
  }
}

static void scores(const struct trial *t, const double *weight, double *score)
{
  double total[2] = {0, 0}, room[2];
  const struct pst_pillars pillars = {.count = 2, .weight = total, .of = t->of};

  for (size_t k = 0; k < INDICATORS; k++)
    total[t->of[k]] += weight[k];
  for (size_t i = 0; i < ENTITIES; i++)
    score[i] = t->nested ? pst_score_nested(t->y + i * INDICATORS, weight, INDICATORS, &pillars,
                                            &t->how, room)
                         : pst_score(t->y + i * INDICATORS, weight, INDICATORS, &t->how);
}

/* Weights at corners of the box and inside it. */
static void weigh(const struct trial *t, size_t number, uint64_t *state, double *weight)
{
  for (size_t k = 0; k < INDICATORS; k++) {
    double u = number < 1 << INDICATORS ? (double)((number >> k) & 1)
                                        : (double)random_below(state, 1001) / 1000;

    weight[k] = t->weight[k] * (1 + t->within * (2 * u - 1));
  }
}

/* The ranks of all weights lie within; how many of the ends were reached. */
static size_t check_trial(uint64_t seed, size_t *ends)
{
  uint64_t state = 977 * seed + 3;
  struct trial t;
  size_t low[ENTITIES], high[ENTITIES], least[ENTITIES], most[ENTITIES] = {0}, reached = 0;
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_error error = {.status = PST_OK};

  draw(&t, &state);
  const struct pst_weight_box box = {.weight = t.weight, .count = INDICATORS, .within = t.within};
  const struct pst_pillars pillars = {.count = 2, .of = t.of};

  assert_int_equal(pst_rank_bounds_closed(t.y, ENTITIES, &box, &t.how, t.nested ? &pillars : NULL,
                                          low, high, &arena, &error),
                   PST_OK);
  for (size_t i = 0; i < ENTITIES; i++)
    least[i] = ENTITIES + 1;
  for (size_t number = 0; number < TRIES; number++) {
    double weight[INDICATORS], score[ENTITIES], spare[2 * ENTITIES];
    size_t rank[ENTITIES];

    weigh(&t, number, &state, weight);
    scores(&t, weight, score);
    pst_score_rank(score, ENTITIES, rank, spare);
    for (size_t i = 0; i < ENTITIES; i++) {
      if (rank[i] == 0)
        continue;
      assert_true(low[i] > 0 && low[i] <= rank[i] && rank[i] <= high[i]);
      least[i] = rank[i] < least[i] ? rank[i] : least[i];
      most[i] = rank[i] > most[i] ? rank[i] : most[i];
    }
  }
  for (size_t i = 0; i < ENTITIES; i++) {
    if (most[i] == 0)
      continue;
    *ends += 2;
    reached += least[i] == low[i];
    reached += most[i] == high[i];
  }
  pst_arena_free(&arena);
  return reached;
}

static void dense_weights(void **state)
{
  size_t ends = 0, reached = 0;

  (void)state;
  for (uint64_t seed = 0; seed < 600; seed++)
    reached += check_trial(seed, &ends);
  /* They are outer bounds, and near: seven in ten are reached by these few weights. */
  assert_true(10 * reached >= 7 * ends);
}

/* Weights 1 and 1 within a half: the mean of 0 and 10 is 10 times a quarter to three quarters. */
static void ranges_by_hand(void **state)
{
  static const double y[] = {0, 10}, gap[] = {(double)NAN, 10}, weight[] = {1, 1}, b[] = {1, 2};
  const struct pst_weight_box box = {.weight = weight, .count = 2, .within = 0.5};
  const struct pst_aggregation plain = {.mean = PST_COMPOSITE_ARITHMETIC};
  const struct pst_aggregation lenient = {.mean = PST_COMPOSITE_ARITHMETIC, .share = 0.3};
  struct pst_score_range r = pst_score_range(y, &box, &plain, NULL);

  (void)state;
  assert_close(r.low, 2.5, 1e-14, 0);
  assert_close(r.high, 7.5, 1e-14, 0);
  assert_true(r.sure && r.possible && r.complete && !r.zero);
  assert_false(pst_score_range(gap, &box, &plain, NULL).possible);
  r = pst_score_range(gap, &box, &lenient, NULL); /* 1/4 to 3/4 of the weight is there */
  assert_true(r.possible && !r.sure && r.low == 10 && r.high == 10);
  assert_close(pst_ratio_range(y, b, &box, NULL, 0, 1), 15 / 3.5, 1e-14, 0);
  assert_close(pst_order_value(2, PST_COMPOSITE_HARMONIC), -0.5, 1e-15, 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(dense_weights),
                                     cmocka_unit_test(ranges_by_hand)};

  return cmocka_run_group_tests(tests, NULL, NULL);
}
