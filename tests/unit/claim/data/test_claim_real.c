/* test_claim_real.c -- functions of ranges: exact where they can be, else enclosures. */
#include "check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "claim/data/real.h"

static struct pst_arena arena = PST_ARENA_EMPTY;
static struct pst_exact exact = {.arena = &arena};

static struct pst_rational of(const char *text)
{
  struct pst_rational value;

  assert_true(pst_rational_parse(&exact, pst_text_of(text), &value, NULL));
  return value;
}

static struct pst_range span(const char *low, const char *high)
{
  struct pst_range range = pst_range_point(of(low));

  range.high.value = of(high);
  return range;
}

static struct pst_range with_kinds(const char *low, enum pst_limit_kind low_kind, const char *high,
                                   enum pst_limit_kind high_kind)
{
  struct pst_range range = span(low, high);

  range.low.kind = low_kind;
  range.high.kind = high_kind;
  return range;
}

/* Values to 38 digits, by the decimal module of Python at 45. */
static void enclosures_hold_the_truth(void **state)
{
  static const struct {
    enum pst_real function;
    const char *x, *value;
  } rows[] = {
      {PST_REAL_SQRT, "2", "1.414213562373095048801688724209698078"},
      {PST_REAL_SQRT, "0.1", "0.316227766016837933199889354443271853"},
      {PST_REAL_EXP, "1", "2.718281828459045235360287471352662497"},
      {PST_REAL_EXP, "-20.5", "1.250152866386742628937553119231222182e-9"},
      {PST_REAL_EXP, "0.1", "1.105170918075647624811707826490246668"},
      {PST_REAL_EXP, "700", "1.014232054735004509455329595231267615e304"},
      {PST_REAL_LOG, "2", "0.693147180559945309417232121458176568"},
      {PST_REAL_LOG, "0.1", "-2.30258509299404568401799145468436420"},
      {PST_REAL_LOG, "1e30", "69.07755278982137052053974364053092622"},
      {PST_REAL_LOG10, "2", "0.301029995663981195213738894724493026"},
      {PST_REAL_LOG10, "0.7", "-0.15490195998574316928778374140736380"},
      {PST_REAL_LOG2, "10", "3.321928094887362347870319429489390175"},
      {PST_REAL_LOG2, "0.3", "-1.73696559416620616641658048554157366"},
  };

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    struct pst_range x = pst_range_point(of(rows[i].x)), y;
    struct pst_rational value = of(rows[i].value);
    double low, high;

    assert_true(pst_real_apply(&exact, rows[i].function, &x, &y));
    low = pst_rational_to_double(y.low.value);
    high = pst_rational_to_double(y.high.value);
    if (!pst_range_hold(&y, value) || pst_range_is_point(&y) || high - low > 4e-15 * fabs(high))
      fail_msg("%d of %s: [%.17g, %.17g]", (int)rows[i].function, rows[i].x, low, high);
  }
}

static void fractions_are_exact(void **state)
{
  static const struct {
    enum pst_real function;
    const char *x, *value;
  } rows[] = {
      {PST_REAL_SQRT, "4", "2"},        {PST_REAL_SQRT, "0.01", "1/10"},
      {PST_REAL_SQRT, "0", "0"},        {PST_REAL_SQRT, "9223372030926249001", "3037000499"},
      {PST_REAL_EXP, "0", "1"},         {PST_REAL_LOG, "1", "0"},
      {PST_REAL_LOG10, "1000", "3"},    {PST_REAL_LOG10, "0.001", "-3"},
      {PST_REAL_LOG10, "1e200", "200"}, {PST_REAL_LOG2, "1024", "10"},
      {PST_REAL_LOG2, "0.125", "-3"},
  };

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    struct pst_range x = pst_range_point(of(rows[i].x)), y;

    assert_true(pst_real_apply(&exact, rows[i].function, &x, &y));
    if (!pst_range_is_point(&y))
      fail_msg("%d of %s is no point", (int)rows[i].function, rows[i].x);
    if (strcmp(rows[i].value, "1/10") == 0)
      assert_string_equal(pst_rational_print(&exact, y.low.value), "0.1");
    else
      assert_string_equal(pst_rational_print(&exact, y.low.value), rows[i].value);
  }
}

static void ends_may_be_open_or_none(void **state)
{
  struct pst_range x = with_kinds("0", PST_LIMIT_OPEN, "1", PST_LIMIT_CLOSED), y;

  (void)state;
  assert_true(pst_real_apply(&exact, PST_REAL_LOG, &x, &y));
  assert_int_equal(y.low.infinite, -1);
  assert_int_equal(pst_rational_sign(y.high.value), 0);
  x = pst_range_all();
  assert_true(pst_real_apply(&exact, PST_REAL_EXP, &x, &y));
  assert_int_equal(pst_rational_sign(y.low.value), 0);
  assert_int_equal(y.low.kind, PST_LIMIT_OPEN);
  assert_int_equal(y.high.infinite, 1);
  assert_false(pst_real_apply(&exact, PST_REAL_SQRT, &x, &y));
  assert_false(pst_real_apply(&exact, PST_REAL_LOG, &x, &y));
  x = span("-1", "1");
  assert_false(pst_real_apply(&exact, PST_REAL_SQRT, &x, &y));
  x = span("0", "1");
  assert_false(pst_real_apply(&exact, PST_REAL_LOG, &x, &y));
  x = with_kinds("0", PST_LIMIT_TIE, "1", PST_LIMIT_TIE);
  assert_false(pst_real_apply(&exact, PST_REAL_LOG2, &x, &y));
  x = span("1000", "1000");
  assert_false(pst_real_apply(&exact, PST_REAL_EXP, &x, &y));
  x = span("1", "1000");
  assert_true(pst_real_apply(&exact, PST_REAL_EXP, &x, &y));
  assert_int_equal(y.high.infinite, 1);
}

static void steps_know_their_ends(void **state)
{
  static const struct {
    enum pst_step step;
    const char *low, *high;
    enum pst_limit_kind low_kind, high_kind;
    const char *unit, *range;
    bool tie; /* of the high end */
  } rows[] = {
      {PST_STEP_FLOOR, "1.5", "3", PST_LIMIT_CLOSED, PST_LIMIT_CLOSED, "1", "[1, 3]", false},
      {PST_STEP_FLOOR, "1.5", "3", PST_LIMIT_CLOSED, PST_LIMIT_OPEN, "1", "[1, 2]", false},
      {PST_STEP_FLOOR, "1.5", "3", PST_LIMIT_CLOSED, PST_LIMIT_TIE, "1", "[1, 3]", true},
      {PST_STEP_CEIL, "2", "2.5", PST_LIMIT_CLOSED, PST_LIMIT_CLOSED, "1", "[2, 3]", false},
      {PST_STEP_CEIL, "2", "2.5", PST_LIMIT_OPEN, PST_LIMIT_CLOSED, "1", "3", false},
      {PST_STEP_ROUND, "1.5", "2.5", PST_LIMIT_TIE, PST_LIMIT_TIE, "1", "[2, 3]", true},
      {PST_STEP_ROUND, "1.5", "2.5", PST_LIMIT_CLOSED, PST_LIMIT_OPEN, "1", "2", false},
      {PST_STEP_ROUND, "2.35", "2.45", PST_LIMIT_TIE, PST_LIMIT_TIE, "1", "2", false},
      {PST_STEP_ROUND, "-2.5", "-1.5", PST_LIMIT_CLOSED, PST_LIMIT_CLOSED, "1", "[-3, -2]", false},
      {PST_STEP_ROUND, "-2.5", "-1.5", PST_LIMIT_OPEN, PST_LIMIT_CLOSED, "1", "-2", false},
      {PST_STEP_ROUND, "2.675", "2.675", PST_LIMIT_CLOSED, PST_LIMIT_CLOSED, "0.01", "2.68", false},
      {PST_STEP_ROUND, "-0.5", "0.5", PST_LIMIT_OPEN, PST_LIMIT_OPEN, "1", "0", false},
      {PST_STEP_ROUND, "1250", "1250", PST_LIMIT_CLOSED, PST_LIMIT_CLOSED, "100", "1300", false},
  };

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    struct pst_range x = with_kinds(rows[i].low, rows[i].low_kind, rows[i].high, rows[i].high_kind);
    struct pst_range y = pst_real_step(&exact, rows[i].step, &x, of(rows[i].unit));

    if (strcmp(pst_range_print(&exact, &y), rows[i].range) != 0
        || (y.high.kind == PST_LIMIT_TIE) != rows[i].tie)
      fail_msg("row %zu: %s", i, pst_range_print(&exact, &y));
  }
}

static void powers(void **state)
{
  static const struct {
    const char *low, *high, *exponent, *range;
  } rows[] = {
      {"2", "2", "10", "1024"},    {"-2", "-2", "3", "-8"},      {"-3", "2", "2", "[0, 9]"},
      {"-3", "-2", "2", "[4, 9]"}, {"-3", "2", "3", "[-27, 8]"}, {"2", "4", "-1", "[0.25, 0.5]"},
      {"5", "7", "0", "1"},        {"1.1", "1.1", "2", "1.21"},  {"4", "9", "0.5", "[2, 3]"},
  };
  struct pst_range x, y, power;

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    x = span(rows[i].low, rows[i].high);
    y = pst_range_point(of(rows[i].exponent));
    assert_true(pst_real_power(&exact, &x, &y, &power));
    assert_string_equal(pst_range_print(&exact, &power), rows[i].range);
  }
  x = pst_range_point(of("2"));
  y = pst_range_point(of("0.3"));
  assert_true(pst_real_power(&exact, &x, &y, &power));
  assert_true(pst_range_hold(&power, of("1.231144413344916284499393069167743109")));
  assert_true(pst_rational_to_double(power.high.value) < 1.2311444133449178);
  x = pst_range_point(of("1.02"));
  y = pst_range_point(of("100"));
  assert_true(pst_real_power(&exact, &x, &y, &power));
  assert_true(pst_range_hold(&power, of("7.244646118252335635155728192031873133")));
  x = span("0.2", "0.2");
  y = pst_range_point(of("-1.5"));
  assert_true(pst_real_power(&exact, &x, &y, &power));
  assert_true(pst_range_hold(&power, of("11.18033988749894848204586834365638117")));
}

static void powers_without_a_value(void **state)
{
  struct pst_range x = span("-1", "2"), y = pst_range_point(of("-1")), power;

  (void)state;
  assert_false(pst_real_power(&exact, &x, &y, &power)); /* 1 / 0 lies within */
  y = pst_range_point(of("0.3"));
  assert_false(pst_real_power(&exact, &x, &y, &power));
  x = span("0", "2");
  assert_true(pst_real_power(&exact, &x, &y, &power));
  assert_int_equal(pst_rational_sign(power.low.value), 0);
  y = pst_range_point(of("-0.3"));
  assert_false(pst_real_power(&exact, &x, &y, &power));
  x = pst_range_point(of("10"));
  y = pst_range_point(of("400"));
  assert_false(pst_real_power(&exact, &x, &y, &power)); /* beyond the doubles */
}

/* Every value of a grid over both ranges lies within. */
static void ranges_of_powers_hold_a_grid(void **state)
{
  static const double ends[] = {0.25, 0.5, 1, 1.5, 3};
  static const double exponents[] = {-1.5, -0.25, 0.75, 2.25};

  (void)state;
  for (int i = 0; i < 4; i++) {
    for (int j = 0; j < 3; j++) {
      struct pst_range x = pst_range_point(pst_rational_double(&exact, ends[i]));
      struct pst_range y = pst_range_point(pst_rational_double(&exact, exponents[j])), power;

      x.high.value = pst_rational_double(&exact, ends[i + 1]);
      y.high.value = pst_rational_double(&exact, exponents[j + 1]);
      assert_true(pst_real_power(&exact, &x, &y, &power));
      for (int k = 0; k <= 16; k++)
        for (int l = 0; l <= 16; l++) {
          double a = ends[i] + (ends[i + 1] - ends[i]) * k / 16;
          double b = exponents[j] + (exponents[j + 1] - exponents[j]) * l / 16;

          assert_true(pst_range_hold(&power, pst_rational_double(&exact, pow(a, b))));
        }
    }
  }
}

static int clean(void **state)
{
  (void)state;
  assert_false(exact.failed);
  pst_arena_free(&arena);
  return 0;
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(enclosures_hold_the_truth),
      cmocka_unit_test(fractions_are_exact),
      cmocka_unit_test(ends_may_be_open_or_none),
      cmocka_unit_test(steps_know_their_ends),
      cmocka_unit_test(powers),
      cmocka_unit_test(powers_without_a_value),
      cmocka_unit_test(ranges_of_powers_hold_a_grid),
  };

  return cmocka_run_group_tests_name("claim_real", tests, NULL, clean);
}
