#include "check.h"

#include "interval/range.h"

/* Brute force: all hundredths that round to a printed tenth, and what they can make together. */

static struct pst_arena arena;
static struct pst_exact exact = {.arena = &arena};

static int release(void **state)
{
  (void)state;
  pst_arena_free(&arena);
  return 0;
}

static struct pst_rational hundredths(int64_t n)
{
  return pst_rational_divide(&exact, pst_rational_whole(n), pst_rational_whole(100));
}

static struct pst_range printed(int tenths, enum pst_rounding rounding)
{
  return pst_range_printed(&exact, hundredths(10 * tenths), hundredths(10), rounding);
}

/* Does N hundredths print as TENTHS?  Under half, a half may go either way. */
static bool prints_as(int64_t n, int tenths, enum pst_rounding rounding)
{
  struct pst_rational rounded;

  if (rounding == PST_ROUND_HALF)
    return prints_as(n, tenths, PST_ROUND_HALF_UP)
           || (n % 5 == 0 && n % 10 != 0 && prints_as(n, tenths, PST_ROUND_TRUNCATE));
  rounded = pst_rational_round(&exact, hundredths(n), hundredths(10), rounding);
  return pst_rational_compare(rounded, hundredths(10 * tenths)) == 0;
}

static void printed_figures(void **state)
{
  (void)state;
  for (int rounding = PST_ROUND_HALF; rounding <= PST_ROUND_TRUNCATE; rounding++) {
    for (int tenths = -12; tenths <= 12; tenths++) {
      struct pst_range range = printed(tenths, (enum pst_rounding)rounding);

      for (int n = -200; n <= 200; n++)
        if (pst_range_hold(&range, hundredths(n))
            != prints_as(n, tenths, (enum pst_rounding)rounding))
          fail_msg("rounding %d: does %d hundredths print as %d tenths?", rounding, n, tenths);
    }
  }
}

typedef struct pst_range binary(struct pst_exact *, const struct pst_range *,
                                const struct pst_range *);

static int64_t plus(int64_t a, int64_t b)
{
  return 100 * (a + b);
}

static int64_t minus(int64_t a, int64_t b)
{
  return 100 * (a - b);
}

static int64_t by(int64_t a, int64_t b)
{
  return a * b;
}

/* The least and the largest of all results, in ten-thousandths, are the ends. */
static void sums_and_products(void **state)
{
  static const struct {
    binary *range;
    int64_t (*number)(int64_t, int64_t);
  } rows[] = {{pst_range_add, plus}, {pst_range_subtract, minus}, {pst_range_multiply, by}};

  (void)state;
  for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
    for (int a = -4; a <= 4; a++) {
      for (int b = -4; b <= 4; b++) {
        struct pst_range x = printed(a, PST_ROUND_HALF), y = printed(b, PST_ROUND_HALF);
        struct pst_range got = rows[r].range(&exact, &x, &y);
        int64_t low = INT64_MAX, high = INT64_MIN;

        for (int64_t i = 10 * a - 5; i <= 10 * a + 5; i++) {
          for (int64_t j = 10 * b - 5; j <= 10 * b + 5; j++) {
            int64_t value = rows[r].number(i, j);

            low = value < low ? value : low;
            high = value > high ? value : high;
          }
        }
        assert_int_equal(
            0, pst_rational_compare(got.low.value, pst_rational_divide(&exact, hundredths(low),
                                                                       pst_rational_whole(100))));
        assert_int_equal(
            0, pst_rational_compare(got.high.value, pst_rational_divide(&exact, hundredths(high),
                                                                        pst_rational_whole(100))));
      }
    }
  }
}

/* Order of two printed figures: all pairs that print as them; but a half that both could be is
   rounded one way only, so that a printed 32 is more than a printed 31. */
static void orders(void **state)
{
  (void)state;
  for (int a = -5; a <= 5; a++) {
    for (int b = -5; b <= 5; b++) {
      struct pst_range x = printed(a, PST_ROUND_HALF), y = printed(b, PST_ROUND_HALF);
      struct pst_range difference = pst_range_subtract(&exact, &x, &y);
      enum pst_truth less = pst_range_sign(&difference, PST_IS_LESS);
      enum pst_truth at_most = pst_range_sign(&difference, PST_IS_AT_MOST);

      assert_int_equal(less, a < b ? PST_TRUTH_YES : a > b ? PST_TRUTH_NO : PST_TRUTH_UNDECIDED);
      assert_int_equal(at_most, less);
      assert_int_equal(pst_range_meet(&x, &y), a - b <= 1 && b - a <= 1);
      assert_int_equal(pst_range_sign(&difference, PST_IS_MORE) == PST_TRUTH_YES, a > b);
    }
  }
}

static void quotients(void **state)
{
  struct pst_range out;

  (void)state;
  for (int a = -4; a <= 4; a++) {
    for (int b = -4; b <= 4; b++) {
      struct pst_range x = printed(a, PST_ROUND_HALF), y = printed(b, PST_ROUND_HALF);

      if (!pst_range_divide(&exact, &x, &y, &out)) {
        assert_int_equal(b, 0);
        continue;
      }
      for (int i = 10 * a - 5; i <= 10 * a + 5; i++)
        for (int j = 10 * b - 5; j <= 10 * b + 5; j++)
          assert_true(pst_range_hold(
              &out, pst_rational_divide(&exact, pst_rational_whole(i), pst_rational_whole(j))));
    }
  }
}

static void bounded_cells(void **state)
{
  static const struct {
    const char *cell, *range, *whole;
  } rows[] = {{">10", "(10, inf)", "[11, inf)"},
              {">=3", "[3, inf)", "[3, inf)"},
              {"<0.5", "(-inf, 0.5)", "(-inf, 0]"},
              {"[1168.2,1169.5]", "[1168.2, 1169.5]", "1169"},
              {"(1;2]", "(1, 2]", "2"},
              {"581\xC2\xB1"
               "4",
               "[577, 585]", "[577, 585]"},
              {"(1,2)", "(1, 2)", "(1, 2)"}};
  struct pst_rational printed_value;
  struct pst_range range;
  bool has_printed;

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    assert_true(
        pst_range_parse(&exact, pst_text_of(rows[i].cell), &range, &has_printed, &printed_value));
    assert_string_equal(pst_range_print(&exact, &range), rows[i].range);
    range = pst_range_whole(&exact, range);
    assert_string_equal(pst_range_print(&exact, &range), rows[i].whole);
  }
  assert_false(pst_range_parse(&exact, pst_text_of("[2,1]"), &range, &has_printed, &printed_value));
  assert_false(pst_range_parse(&exact, pst_text_of("(1,1]"), &range, &has_printed, &printed_value));
  assert_false(pst_range_parse(&exact, pst_text_of("n/a"), &range, &has_printed, &printed_value));
}

static void infinite_ends(void **state)
{
  struct pst_range all = pst_range_all(), zero = pst_range_point(pst_rational_whole(0)), out;
  struct pst_range up = all;

  (void)state;
  up.low = (struct pst_limit){.value = pst_rational_whole(1)};
  out = pst_range_multiply(&exact, &zero, &all);
  assert_string_equal(pst_range_print(&exact, &out), "0");
  assert_true(pst_range_divide(&exact, &up, &up, &out));
  assert_string_equal(pst_range_print(&exact, &out), "(0, inf)");
  out = pst_range_subtract(&exact, &up, &up);
  assert_string_equal(pst_range_print(&exact, &out), "(-inf, inf)");
  assert_int_equal(pst_range_sign(&up, PST_IS_MORE), PST_TRUTH_YES);
  assert_int_equal(pst_range_sign(&all, PST_IS_MORE), PST_TRUTH_UNDECIDED);
  out = pst_range_abs(&exact, &all);
  assert_string_equal(pst_range_print(&exact, &out), "[0, inf)");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(printed_figures), cmocka_unit_test(sums_and_products),
      cmocka_unit_test(orders),          cmocka_unit_test(quotients),
      cmocka_unit_test(bounded_cells),   cmocka_unit_test(infinite_ends),
  };

  return cmocka_run_group_tests(tests, NULL, release);
}
