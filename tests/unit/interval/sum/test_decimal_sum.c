#include "check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/number.h"
#include "interval/sum/decimal_sum.h"
#include "interval/sum/exact_sum.h"
#include "interval/rational.h"
#include "random.h"

static void add_text(struct pst_decimal_sum *sum, const char *text)
{
  double value;
  int decimals;

  assert_true(pst_number_parse(pst_text_of(text), NULL, &value, &decimals));
  pst_decimal_sum_add(sum, value, decimals);
}

static void decimals_are_exact(void **state)
{
  struct pst_decimal_sum tenths = {.decimals = 0}, mixed = {.decimals = 0},
                         cancel = {.decimals = 0}, none = {.decimals = 0};

  (void)state;
  for (int i = 0; i < 10; i++)
    add_text(&tenths, "0.1");
  assert_close(pst_decimal_sum_over(&tenths, 1), 1, 0, 0);
  assert_close(pst_decimal_sum_over(&tenths, 10), 0.1, 0, 0);
  add_text(&mixed, "0.1");
  add_text(&mixed, "0.25");
  add_text(&mixed, "-3");
  add_text(&mixed, "0.005");
  assert_close(pst_decimal_sum_over(&mixed, 1), -2.645, 0, 0);
  assert_int_equal(mixed.decimals, 3);
  assert_close(pst_decimal_sum_over(&mixed, 4), -0.66125, 0, 0);
  add_text(&cancel, "123456789012.34");
  add_text(&cancel, "0.01");
  add_text(&cancel, "-123456789012.34");
  assert_close(pst_decimal_sum_over(&cancel, 1), 0.01, 0, 0);
  assert_close(pst_decimal_sum_over(&none, 1), 0, 0, 0);
}

static void other_numbers_are_compensated(void **state)
{
  struct pst_decimal_sum thirds = {.decimals = 0}, large = {.decimals = 0}, both = {.decimals = 0};

  (void)state;
  for (int i = 0; i < 3000000; i++)
    pst_decimal_sum_add(&thirds, 1.0 / 3, 0);
  assert_close(pst_decimal_sum_over(&thirds, 1), 1e6, 1e-15, 0);
  assert_close(pst_decimal_sum_over(&thirds, 3000000), 1.0 / 3, 1e-15, 0);
  pst_decimal_sum_add(&large, 1e300, 0);
  pst_decimal_sum_add(&large, 1, 0);
  pst_decimal_sum_add(&large, -1e300, 0);
  assert_close(pst_decimal_sum_over(&large, 1), 1, 0, 0);
  add_text(&both, "0.1");
  pst_decimal_sum_add(&both, 1e-20, 20);
  pst_decimal_sum_add(&both, 1e22, 0);
  assert_close(pst_decimal_sum_over(&both, 1), 1e22, 1e-15, 0);
  pst_decimal_sum_add(&large, 1.7e308, 0);
  pst_decimal_sum_add(&large, 1.7e308, 0);
  assert_true(isinf(pst_decimal_sum_over(&large, 1)));
  pst_decimal_sum_free(&thirds);
  pst_decimal_sum_free(&large);
  pst_decimal_sum_free(&both);
}

/* The order and the parts do not matter; the exact sum in cents is known. */
/* Parts of parts, 2e10 numbers in all: each of two sums takes in the other, in turn. */
static void joins_of_joins_stay_exact(void **state)
{
  static const double third = 1.0 / 3, tiny = 0x1p-1074, large = 1e290;
  struct pst_decimal_sum of[4][2] = {{{.decimals = 0}}};
  uint64_t n[2] = {1, 1};

  (void)state;
  for (int i = 0; i < 2; i++) {
    add_text(&of[0][i], "0.1");
    add_text(&of[0][i], "-3.005");
    pst_decimal_sum_add(&of[1][i], third, 0);
    pst_decimal_sum_add(&of[2][i], tiny, 0);
    pst_decimal_sum_add(&of[3][i], large, 0);
  }
  for (int round = 0; round < 49; round++) {
    const int to = round % 2;

    for (int k = 0; k < 4; k++)
      assert_true(pst_decimal_sum_join(&of[k][to], &of[k][1 - to]));
    n[to] += n[1 - to];
  }
  assert_true(n[0] > UINT64_C(20000000000));
  /* n is a double, and so is n * 2905: what follows is rounded once. */
  assert_close(pst_decimal_sum_over(&of[0][0], 1), -((double)n[0] * 2905) / 1000, 0, 0);
  assert_close(pst_decimal_sum_over(&of[0][0], n[0]), -2.905, 0, 0);
  assert_close(pst_decimal_sum_over(&of[1][0], 1), (double)n[0] * third, 0, 0);
  assert_close(pst_decimal_sum_over(&of[2][0], 1), (double)n[0] * tiny, 0, 0);
  assert_close(pst_decimal_sum_over(&of[3][0], 1), (double)n[0] * large, 0, 0);
  for (int k = 0; k < 4; k++)
    for (int i = 0; i < 2; i++)
      pst_decimal_sum_free(&of[k][i]);
}

static void any_order_gives_the_same(void **state)
{
  uint64_t seed = 3;
  char text[64];

  (void)state;
  for (int round = 0; round < 200; round++) {
    struct pst_decimal_sum all = {.decimals = 0}, parts[3] = {{.decimals = 0}};
    long long cents = 0;

    for (int i = 0; i < 1000; i++) {
      long long value = (long long)(random_next(&seed) % 2000000001) - 1000000000;

      cents += value;
      snprintf(text, sizeof text, "%s%lld.%02lld", value < 0 ? "-" : "", llabs(value) / 100,
               llabs(value) % 100);
      add_text(&all, text);
      add_text(&parts[random_below(&seed, 3)], text);
    }
    for (int i = 1; i < 3; i++)
      pst_decimal_sum_join(&parts[0], &parts[i]);
    assert_close(pst_decimal_sum_over(&all, 1), (double)cents / 100, 0, 0);
    assert_close(pst_decimal_sum_over(&parts[0], 1), (double)cents / 100, 0, 0);
    assert_close(pst_decimal_sum_over(&all, 1000), (double)cents / 100000, 0, 0);
  }
}

/* Decimals, thirds and large numbers: the state of the sum is the same bytes for any order, and its value
   that of the exact quotient. */
static void mixed_numbers_in_any_order(void **state)
{
  enum { N = 60 };
  uint64_t seed = 9;

  (void)state;
  for (int round = 0; round < 300; round++) {
    struct pst_decimal_sum all = {.decimals = 0}, parts[3] = {{.decimals = 0}};
    struct pst_arena arena = PST_ARENA_EMPTY;
    struct pst_exact exact = {.arena = &arena};
    struct pst_rational total = pst_rational_double(&exact, 0);

    for (int i = 0; i < N; i++) {
      int decimals = (int)random_below(&seed, 16);
      long long units = (long long)(random_next(&seed) % 2000000001) - 1000000000;
      char text[64];
      double value;
      struct pst_rational printed;

      snprintf(text, sizeof text, "%llde-%d", units, decimals);
      assert_true(pst_rational_parse(&exact, pst_text_of(text), &printed, NULL));
      value = pst_rational_to_double(printed);
      if (random_below(&seed, 4) == 0) { /* no decimal of so few digits */
        value = ldexp(value / 3, (int)random_below(&seed, 200) - 100);
        printed = pst_rational_double(&exact, value);
        decimals = 0;
        if (value == floor(value) && fabs(value) < 0x1p53)
          continue;
      }
      total = pst_rational_add(&exact, total, printed);
      assert_true(pst_decimal_sum_add(&all, value, decimals));
      assert_true(pst_decimal_sum_add(&parts[random_below(&seed, 3)], value, decimals));
    }
    assert_true(pst_decimal_sum_join(&parts[1], &parts[0]));
    assert_true(pst_decimal_sum_join(&parts[2], &parts[1]));
    assert_memory_equal(all.whole, parts[2].whole, sizeof all.whole);
    assert_int_equal(all.decimals, parts[2].decimals);
    if (all.other != NULL)
      assert_memory_equal(all.other, parts[2].other, sizeof *all.other);
    for (int64_t n = 1; n < 2000; n = n * 7 + 1)
      assert_close(
          pst_decimal_sum_over(&parts[2], (size_t)n),
          pst_rational_to_double(pst_rational_divide(&exact, total, pst_rational_whole(n))), 0, 0);
    for (int i = 0; i < 3; i++)
      pst_decimal_sum_free(&parts[i]);
    pst_decimal_sum_free(&all);
    pst_arena_free(&arena);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(decimals_are_exact),         cmocka_unit_test(other_numbers_are_compensated),
      cmocka_unit_test(joins_of_joins_stay_exact),  cmocka_unit_test(any_order_gives_the_same),
      cmocka_unit_test(mixed_numbers_in_any_order),
  };

  return cmocka_run_group_tests_name("decimal_sum", tests, NULL, NULL);
}
