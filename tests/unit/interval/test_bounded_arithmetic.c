#include "check.h"

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "interval/arithmetic.h"

static const double ends[] = {-INFINITY, -2, -1, 0, 0.5, 3, INFINITY};

enum { ENDS = 7, CODES = ENDS * ENDS * 4, SAMPLES = 16 };

static bool make_bounds(struct pst_bounds *b, int code)
{
  b->low = ends[code % ENDS];
  b->high = ends[code / ENDS % ENDS];
  b->low_open = isinf(b->low) || (code / (ENDS * ENDS) & 1);
  b->high_open = isinf(b->high) || (code / (ENDS * ENDS) & 2);
  if (b->low == b->high)
    return isfinite(b->low) && !b->low_open && !b->high_open;
  return b->low < b->high && (isfinite(b->low) || !(code / (ENDS * ENDS) & 1))
         && (isfinite(b->high) || !(code / (ENDS * ENDS) & 2));
}

/* Values within B: its ends, what is next to them, 0, 1 and large ones. */
static int sample(const struct pst_bounds *b, double *x)
{
  const double tries[] = {
      b->low, b->low + 0x1p-20, b->high, b->high - 0x1p-20, 0, -0x1p-20, 0x1p-20, 1, 0.25,
      -0.25,  -0x1p40,          0x1p40};
  int count = 0;

  for (size_t i = 0; i < sizeof tries / sizeof *tries; i++)
    if (isfinite(tries[i]) && pst_bounds_hold(b, tries[i]))
      x[count++] = tries[i];
  return count;
}

struct extremes {
  double low, high;
  bool outside; /* a value that the result does not hold */
};

static void take(struct extremes *e, const struct pst_bounds *result, double value)
{
  e->low = value < e->low ? value : e->low;
  e->high = value > e->high ? value : e->high;
  e->outside |= !pst_bounds_hold(result, value);
}

/* A closed end is reached, an open one approached. */
static bool is_tight(double end, double extreme, bool open)
{
  if (isinf(end))
    return fabs(extreme) > 0x1p18;
  return open ? fabs(extreme - end) < 0x1p-10 : extreme == end;
}

static double plain(enum pst_operation operation, double x, double y)
{
  const double values[] = {x + y, x - y, x * y, x / y, pow(x, y), x < y ? x : y, x > y ? x : y};

  return values[operation];
}

static void check_operation(enum pst_operation op, const struct pst_bounds *a,
                            const struct pst_bounds *b)
{
  double x[SAMPLES], y[SAMPLES];
  int nx = sample(a, x), ny = sample(b, y);
  struct extremes e = {INFINITY, -INFINITY, false};
  struct pst_bounds out;

  if (!pst_bounds_operate(op, a, b, &out)) {
    assert_true(op == PST_DIVIDE && pst_bounds_hold(b, 0));
    return;
  }
  assert_false(op == PST_DIVIDE && pst_bounds_hold(b, 0));
  assert_true(out.low <= out.high);
  for (int i = 0; i < nx; i++)
    for (int j = 0; j < ny; j++)
      take(&e, &out, plain(op, x[i], y[j]));
  if (e.outside || ((op != PST_DIVIDE) && !is_tight(out.low, e.low, out.low_open))
      || ((op != PST_DIVIDE) && !is_tight(out.high, e.high, out.high_open)))
    fail_msg("%d: [%g,%g]%d%d [%g,%g]%d%d: [%g,%g]%d%d, samples %g..%g", (int)op, a->low, a->high,
             a->low_open, a->high_open, b->low, b->high, b->low_open, b->high_open, out.low,
             out.high, out.low_open, out.high_open, e.low, e.high);
}

static void operations_equal_brute_force(void **state)
{
  static const enum pst_operation operations[] = {PST_ADD,    PST_SUBTRACT, PST_MULTIPLY,
                                                  PST_DIVIDE, PST_MIN,      PST_MAX};
  struct pst_bounds a, b;

  (void)state;
  for (int i = 0; i < CODES * CODES; i++) {
    if (!make_bounds(&a, i % CODES) || !make_bounds(&b, i / CODES))
      continue;
    for (size_t k = 0; k < sizeof operations / sizeof *operations; k++)
      check_operation(operations[k], &a, &b);
  }
}

static void powers_hold_their_samples(void **state)
{
  struct pst_bounds a, b, out;

  (void)state;
  for (int i = 0; i < CODES * CODES; i++) {
    double x[SAMPLES], y[SAMPLES];
    int nx, ny;

    if (!make_bounds(&a, i % CODES) || !make_bounds(&b, i / CODES)
        || !pst_bounds_operate(PST_POWER, &a, &b, &out))
      continue;
    nx = sample(&a, x);
    ny = sample(&b, y);
    for (int j = 0; j < nx * ny; j++) {
      double power = pow(x[j / ny], y[j % ny]);

      if (isfinite(power) && power != 0 && !pst_bounds_hold(&out, power))
        fail_msg("%g^%g = %g is not in [%g,%g]", x[j / ny], y[j % ny], power, out.low, out.high);
    }
  }
}

static double plain_function(enum pst_function function, double x)
{
  const double values[] = {-x,       fabs(x), sqrt(x),  exp(x), log(x),
                           log10(x), log2(x), floor(x), ceil(x)};

  return values[function];
}

static void functions_hold_their_samples(void **state)
{
  struct pst_bounds a, out;

  (void)state;
  for (int i = 0; i < CODES * 9; i++) {
    enum pst_function function = (enum pst_function)(i / CODES);
    double x[SAMPLES];
    int n;

    if (!make_bounds(&a, i % CODES))
      continue;
    n = sample(&a, x);
    if (!pst_bounds_apply(function, &a, &out)) {
      assert_true(function == PST_SQRT ? a.low < 0 : a.low <= 0);
      assert_true(function >= PST_SQRT && function <= PST_LOG2 && function != PST_EXP);
      continue;
    }
    for (int j = 0; j < n; j++) {
      double y = plain_function(function, x[j]);

      if (isfinite(y) && !(y == 0 && function == PST_EXP) && !pst_bounds_hold(&out, y))
        fail_msg("function %d of %g is %g, not in [%g,%g]", (int)function, x[j], y, out.low,
                 out.high);
    }
  }
}

static void assert_ends(struct pst_bounds b, double low, bool low_open, double high, bool high_open)
{
  assert_true(b.low == low && b.high == high);
  assert_int_equal(b.low_open, low_open);
  assert_int_equal(b.high_open, high_open);
}

static void functions_are_tight(void **state)
{
  struct pst_bounds a = {10, 12, true, true}, out;

  (void)state;
  pst_bounds_apply(PST_FLOOR, &a, &out);
  assert_ends(out, 10, false, 11, false);
  pst_bounds_apply(PST_CEIL, &a, &out);
  assert_ends(out, 11, false, 12, false);
  a = (struct pst_bounds){-3, 2, true, false};
  pst_bounds_apply(PST_ABS, &a, &out);
  assert_ends(out, 0, false, 3, true);
  a = (struct pst_bounds){0, 4, true, false};
  pst_bounds_apply(PST_SQRT, &a, &out);
  assert_ends(out, 0, true, 2, false);
  a = (struct pst_bounds){1, 100, false, true};
  pst_bounds_apply(PST_LOG10, &a, &out);
  assert_ends(out, 0, false, 2, true);
  a = (struct pst_bounds){0, 8, true, false};
  pst_bounds_apply(PST_LOG2, &a, &out);
  assert_ends(out, -INFINITY, true, 3, false);
  a = (struct pst_bounds){0, INFINITY, false, true};
  pst_bounds_apply(PST_EXP, &a, &out);
  assert_ends(out, 1, false, INFINITY, true);
}

static void ends_go_outwards(void **state)
{
  struct pst_bounds a = {0.1, 0.2, false, false}, b = {0.2, 0.3, false, false}, out;

  (void)state;
  pst_bounds_operate(PST_ADD, &a, &b, &out);
  assert_true(out.low == nextafter(0.1 + 0.2, 0) && out.high == 0.5);
  a = (struct pst_bounds){1, 2, false, false};
  b = (struct pst_bounds){3, 3, false, false};
  pst_bounds_operate(PST_DIVIDE, &a, &b, &out);
  assert_true(fma(out.low, 3, -1) < 0 && fma(nextafter(out.low, 1), 3, -1) > 0);
  assert_true(fma(out.high, 3, -2) > 0 && fma(nextafter(out.high, 0), 3, -2) < 0);
  a = (struct pst_bounds){1e308, 1.5e308, false, false};
  assert_true(pst_bounds_operate(PST_ADD, &a, &a, &out));
  assert_ends(out, DBL_MAX, false, INFINITY, true);
  a = (struct pst_bounds){1e-200, 2e-200, false, false};
  assert_true(pst_bounds_operate(PST_MULTIPLY, &a, &a, &out));
  assert_true(out.low <= 0 && out.high > 0);
}

static void points_stay_points(void **state)
{
  const struct pst_bounds zero = pst_bounds_point(0), three = pst_bounds_point(3),
                          huge = pst_bounds_point(1e308), minus = pst_bounds_point(-1);
  struct pst_bounds out;

  (void)state;
  assert_true(pst_bounds_operate(PST_DIVIDE, &three, &huge, &out));
  assert_close(out.high, 3e-308, 1e-15, 0);
  assert_true(pst_bounds_is_point(&out));
  assert_false(pst_bounds_operate(PST_DIVIDE, &three, &zero, &out));
  assert_false(pst_bounds_operate(PST_DIVIDE, &zero, &zero, &out));
  assert_true(pst_bounds_operate(PST_ADD, &huge, &minus, &out) && out.low == 1e308);
  assert_false(pst_bounds_operate(PST_MULTIPLY, &huge, &three, &out));
  assert_false(pst_bounds_operate(PST_POWER, &huge, &three, &out));
  assert_false(pst_bounds_operate(PST_POWER, &zero, &minus, &out));
  assert_false(pst_bounds_apply(PST_LOG, &zero, &out));
  assert_false(pst_bounds_apply(PST_SQRT, &minus, &out));
  assert_false(pst_bounds_apply(PST_EXP, &huge, &out));
}

static void rounding_reads_the_decimal(void **state)
{
  static const struct {
    double x;
    int digits;
    double want;
  } rows[] = {{2.675, 2, 2.68},
              {0.285, 2, 0.29},
              {1.005, 2, 1.01},
              {-2.5, 0, -3},
              {0.5, 0, 1},
              {1234, -2, 1200},
              {1250, -2, 1300},
              {-1250, -2, -1300},
              {2.674999, 2, 2.67},
              {1e300, 5, 1e300},
              {0.49999999999999994, 0, 0},
              {1e22, 3, 1e22},
              {0.1 + 0.2, 10, 0.3}};
  struct pst_bounds a = {1.24, 3.26, true, false}, out;

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    struct pst_bounds x = pst_bounds_point(rows[i].x);

    pst_bounds_round(&x, rows[i].digits, &out);
    assert_close(out.low, rows[i].want, 0, 0);
    assert_true(pst_bounds_is_point(&out));
  }
  pst_bounds_round(&a, 1, &out);
  assert_ends(out, 1.2, false, 3.3, false);
}

/* Every tie of up to six decimals, read as a decimal, goes away from zero. */
static void every_printed_tie_goes_away_from_zero(void **state)
{
  (void)state;
  for (int i = 0; i < 200000; i++) {
    int digits = 1 + i % 5;
    char text[64];
    struct pst_bounds x, out;

    snprintf(text, sizeof text, "%d5e-%d", i * 7, digits + 1);
    x = pst_bounds_point(strtod(text, NULL));
    pst_bounds_round(&x, digits, &out);
    snprintf(text, sizeof text, "%de-%d", i * 7 + 1, digits);
    assert_close(out.low, strtod(text, NULL), 0, 0);
  }
}

static void growth_and_hull(void **state)
{
  struct pst_bounds a = pst_bounds_point(4), b = pst_bounds_point(5), out;

  (void)state;
  assert_true(pst_bounds_growth(&a, &b, &out));
  assert_close(out.low, 0.25, 0, 0);
  b = (struct pst_bounds){2, 6, false, true};
  assert_true(pst_bounds_growth(&a, &b, &out));
  assert_ends(out, -0.5, false, 0.5, true);
  pst_bounds_hull(&a, &b, &out);
  assert_ends(out, 2, false, 6, true);
  a = pst_bounds_point(0);
  assert_false(pst_bounds_growth(&a, &b, &out));
  a = pst_bounds_point(-4);
  assert_false(pst_bounds_growth(&a, &b, &out));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(operations_equal_brute_force),
      cmocka_unit_test(powers_hold_their_samples),
      cmocka_unit_test(functions_hold_their_samples),
      cmocka_unit_test(functions_are_tight),
      cmocka_unit_test(ends_go_outwards),
      cmocka_unit_test(points_stay_points),
      cmocka_unit_test(rounding_reads_the_decimal),
      cmocka_unit_test(every_printed_tie_goes_away_from_zero),
      cmocka_unit_test(growth_and_hull),
  };

  return cmocka_run_group_tests_name("bounded_arithmetic", tests, NULL, NULL);
}
