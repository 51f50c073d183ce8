/* Trends of values known within bounds: without bounds as the plain methods, the variance over all orders, the range
   of S over all placements, the slope where S changes its sign, and the refusals. */
#include "check.h"
#include "kernel.h"
#include "random.h"

#include <math.h>

#include "stats/bounded/akritas.h"
#include "stats/bounded/bounded_kendall.h"
#include "stats/bounded/decided.h"
#include "stats/bounded/turnbull.h"
#include "stats/slope/theil_sen.h"
#include "stats/trend/mann_kendall.h"

enum { MOST = 12 };

struct series {
  size_t n;
  double x[MOST], y[MOST], low[MOST], high[MOST];
  bool low_open[MOST], high_open[MOST];
  struct pst_beside beside;
};

/* N values of few levels, of which BOUNDED are intervals or open at one end. */
static void make(struct series *s, size_t n, size_t bounded, uint64_t *random)
{
  s->n = n;
  for (size_t i = 0; i < n; i++) {
    s->x[i] = (double)i;
    s->y[i] = s->low[i] = s->high[i] = (double)random_below(random, 7);
    s->low_open[i] = s->high_open[i] = false;
  }
  for (size_t k = 0; k < bounded; k++) {
    const size_t i = random_below(random, n), kind = random_below(random, 3);

    s->y[i] = (double)NAN;
    s->low_open[i] = random_below(random, 2) == 0;
    s->high_open[i] = random_below(random, 2) == 0;
    s->high[i] = kind == 0 ? (double)INFINITY : s->low[i] + 1 + (double)random_below(random, 3);
    s->low[i] = kind == 1 ? -(double)INFINITY : s->low[i];
  }
  s->beside = (struct pst_beside){
      .low = s->low, .high = s->high, .low_open = s->low_open, .high_open = s->high_open};
}

static struct pst_decided count(const struct series *s)
{
  const struct pst_sample sample = {.n = s->n, .x = s->x, .y = s->y, .beside = &s->beside};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_error error = {.status = PST_OK};
  struct pst_decided decided;

  assert_int_equal(pst_decided_count(&sample, &decided, &arena, &error), PST_OK);
  pst_arena_free(&arena);
  return decided;
}

static void assert_same_note(const char *got, const char *want)
{
  if (want == NULL)
    assert_null(got);
  else
    assert_string_equal(got, want);
}

static void without_bounds(void **state)
{
  const struct pst_test test = {.p_kind = PST_P_ASYMPTOTIC};
  uint64_t random = 31;

  (void)state;
  for (int round = 0; round < 60; round++) {
    struct series s;
    struct run plain, bounded;

    make(&s, MOST, 0, &random);
    s.x[3] = s.x[2] + (round % 2);
    run_kernel(&plain, pst_mann_kendall, s.x, s.y, s.n, &test);
    run_beside(&bounded, pst_bounded_mann_kendall, s.x, s.y, s.n, &s.beside, NULL);
    assert_close(run_row(&bounded, "S")->estimate, run_row(&plain, "S")->estimate, 0, 0);
    assert_close(run_row(&bounded, "var_S")->estimate, run_row(&plain, "var_S")->estimate, 1e-12,
                 0);
    assert_close(run_row(&bounded, "tau-b")->estimate, run_row(&plain, "tau-b")->estimate, 1e-14,
                 1e-15);
    assert_close(run_row(&bounded, "tau-b")->p_value, run_row(&plain, "tau-b")->p_value, 1e-11, 0);
    assert_same_note(run_row(&bounded, "tau-b")->note, run_row(&plain, "tau-b")->note);
    if (isnan(run_row(&plain, "r1")->estimate))
      assert_nan(run_row(&bounded, "r1")->estimate);
    else
      assert_close(run_row(&bounded, "r1")->estimate, run_row(&plain, "r1")->estimate, 0, 0);
    run_end(&plain);
    run_end(&bounded);
    run_kernel(&plain, pst_theil_sen, s.x, s.y, s.n, NULL);
    run_beside(&bounded, pst_akritas_theil_sen, s.x, s.y, s.n, &s.beside, NULL);
    assert_close(run_row(&bounded, "slope")->estimate, run_row(&plain, "slope")->estimate, 0, 0);
    assert_close(run_row(&bounded, "intercept")->estimate,
                 run_row(&plain, "intercept-residual")->estimate, 1e-12, 1e-12);
    run_end(&plain);
    run_end(&bounded);
  }
}

/* --- the variance -------------------------------------------------------------------------------- */

struct orders {
  const struct series *s;
  double squares, sum;
  int count;
};

static void permute(struct orders *o, size_t *order, size_t at)
{
  const struct series *s = o->s;
  double S = 0;

  if (at < s->n) {
    for (size_t i = at; i < s->n; i++) {
      const size_t kept = order[at];

      order[at] = order[i];
      order[i] = kept;
      permute(o, order, at + 1);
      order[i] = order[at];
      order[at] = kept;
    }
    return;
  }
  for (size_t j = 1; j < s->n; j++)
    for (size_t i = 0; i < j; i++) {
      bool open;

      S += s->x[i] == s->x[j] ? 0 : pst_decided_sign(&s->beside, order[i], order[j], &open);
    }
  o->sum += S;
  o->squares += S * S;
  o->count++;
}

static void variance_over_all_orders(void **state)
{
  uint64_t random = 7;

  (void)state;
  for (int round = 0; round < 40; round++) {
    struct series s;
    size_t order[] = {0, 1, 2, 3, 4, 5};
    struct orders o = {.s = &s};
    const size_t n = 2 + (size_t)round % 5;

    make(&s, n, 1 + (size_t)round % 3, &random);
    if (round % 4 == 0)
      s.x[1] = s.x[0];
    permute(&o, order, 0);
    assert_close(o.sum, 0, 0, 1e-9);
    assert_close(count(&s).var_S, o.squares / o.count, 1e-12, 1e-12);
  }
}

/* --- the range ----------------------------------------------------------------------------------- */

struct range {
  const struct series *s;
  double low, high;
};

static bool may_be(const struct series *s, size_t i, double v)
{
  return (v > s->low[i] || (v == s->low[i] && !s->low_open[i]))
         && (v < s->high[i] || (v == s->high[i] && !s->high_open[i]));
}

/* Quarters from below all levels to above them. */
static void place(struct range *r, double *v, size_t i)
{
  const struct series *s = r->s;
  double S = 0;

  if (i < s->n) {
    if (s->low[i] == s->high[i]) {
      v[i] = s->low[i];
      place(r, v, i + 1);
      return;
    }
    for (double at = -1; at < 12; at += .25)
      if (may_be(s, i, at)) {
        v[i] = at;
        place(r, v, i + 1);
      }
    return;
  }
  for (size_t j = 1; j < s->n; j++)
    for (size_t k = 0; k < j; k++)
      S += (v[j] > v[k]) - (v[j] < v[k]);
  r->low = fmin(r->low, S);
  r->high = fmax(r->high, S);
}

static void range_over_all_placements(void **state)
{
  uint64_t random = 13;

  (void)state;
  for (int round = 0; round < 120; round++) {
    struct series s;
    struct range r = {.s = &s, .low = INFINITY, .high = -INFINITY};
    struct pst_decided d;
    double v[MOST];

    make(&s, 7, 1 + (size_t)round % 2, &random);
    place(&r, v, 0);
    d = count(&s);
    assert_true(d.S_low <= r.low && d.S_high >= r.high);
    if (d.bounded == 1) {
      assert_close(d.S_low, r.low, 0, 0);
      assert_close(d.S_high, r.high, 0, 0);
    }
  }
}

/* --- the slope ----------------------------------------------------------------------------------- */

static double S_at(const struct series *s, double slope)
{
  struct series rest = *s;

  rest.beside = s->beside;
  rest.beside.low = rest.low;
  rest.beside.high = rest.high;
  for (size_t i = 0; i < s->n; i++) {
    rest.low[i] -= slope * s->x[i];
    rest.high[i] -= slope * s->x[i];
  }
  return count(&rest).S;
}

static void slope_where_the_sign_changes(void **state)
{
  uint64_t random = 5;
  size_t found = 0;

  (void)state;
  for (int round = 0; round < 100; round++) {
    struct series s;
    struct run run;

    make(&s, MOST, 4, &random);
    run_beside(&run, pst_akritas_theil_sen, s.x, s.y, s.n, &s.beside, NULL);
    if (run.status == PST_OK) {
      const double slope = run_row(&run, "slope")->estimate;

      assert_true(S_at(&s, slope - 1e-7) >= 0 && S_at(&s, slope + 1e-7) <= 0);
      found++;
    } else {
      assert_string_equal(run.error.message, "the bounds leave the slope open");
    }
    run_end(&run);
  }
  assert_true(found > 60);
}

static void turnbull(void **state)
{
  static const double low[] = {1, -INFINITY, 3, 5}, high[] = {1, 2, 3, INFINITY};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_error error = {.status = PST_OK};
  double median;

  (void)state;
  /* -inf..2 can only be 1: 2/3 of the mass is there. */
  assert_int_equal(pst_turnbull_median(low, high, 3, &median, &arena, &error), PST_OK);
  assert_close(median, 1, 0, 0);
  /* half at 1, a quarter at 3: between them. */
  assert_int_equal(pst_turnbull_median(low, high, 4, &median, &arena, &error), PST_OK);
  assert_close(median, 2, 0, 0);
  assert_int_equal(pst_turnbull_median(low + 3, high + 3, 1, &median, &arena, &error), PST_OK);
  assert_true(isinf(median));
  pst_arena_free(&arena);
}

static void refusals(void **state)
{
  static const double x[] = {1, 2, 3};
  static const double low[] = {-INFINITY, -INFINITY, -INFINITY}, high[] = {5, 5, 5};
  static const bool open[] = {true, true, true};
  static const struct pst_beside beside = {
      .low = low, .high = high, .low_open = open, .high_open = open};
  struct run run;

  (void)state;
  run_beside(&run, pst_bounded_mann_kendall, x, low, 3, &beside, NULL);
  assert_string_equal(run.error.message, "no two values are surely different");
  run_end(&run);
  run_beside(&run, pst_akritas_theil_sen, x, low, 3, &beside, NULL);
  assert_string_equal(run.error.message, "the bounds leave the slope open");
  run_end(&run);
  assert_undefined(pst_bounded_mann_kendall, x, x, 3, "there are no bounds");
  assert_undefined(pst_akritas_theil_sen, x, x, 1, "fewer than 2 complete rows");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(without_bounds),
      cmocka_unit_test(variance_over_all_orders),
      cmocka_unit_test(range_over_all_placements),
      cmocka_unit_test(slope_where_the_sign_changes),
      cmocka_unit_test(turnbull),
      cmocka_unit_test(refusals),
  };

  return cmocka_run_group_tests_name("bounded_trend", tests, NULL, NULL);
}
