/* The shortest decimals against printf and strtod, byte for byte. */
#include "check.h"
#include "random.h"

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"

/* As printf and strtod find it: 15 digits, else 16, else 17. */
static void expect(char text[PST_NUMBER_SIZE], double value)
{
  for (int digits = 15; digits <= 17; digits++) {
    snprintf(text, PST_NUMBER_SIZE, "%.*g", digits, value);
    if (strtod(text, NULL) == value)
      return;
  }
}

/* Returns whether the fast way knew. */
static int check(double value)
{
  char want[PST_NUMBER_SIZE];
  char got[PST_NUMBER_SIZE];
  size_t size = pst_number_print_fast(got, value);

  if (size == 0)
    return 0;
  expect(want, value);
  assert_string_equal(got, want);
  assert_int_equal(size, strlen(want));
  return 1;
}

static void any_bits(void **state)
{
  uint64_t seed = 40;
  int known = 0, tried = 0;

  (void)state;
  for (int i = 0; i < 300000; i++) {
    uint64_t bits = random_next(&seed);
    double value;

    memcpy(&value, &bits, sizeof value);
    if (!isfinite(value) || fabs(value) < DBL_MIN)
      continue;
    tried++;
    known += check(value);
  }
  assert_true(known > tried - tried / 1000);
}

/* Decimals of few digits, and the doubles next to them. */
static void decimals_and_their_neighbours(void **state)
{
  uint64_t seed = 41;

  (void)state;
  for (int i = 0; i < 200000; i++) {
    double mantissa = (double)random_below(&seed, (size_t)1 << (1 + random_below(&seed, 53)));
    double value = mantissa * pow(10, (double)random_below(&seed, 40) - 25);

    if (value == 0)
      continue;
    check(value);
    check(-nextafter(value, (double)INFINITY));
    check(nextafter(value, 0));
  }
}

/* Powers of two and of ten, and where the digits roll over. */
static void edges(void **state)
{
  (void)state;
  for (int e = -1022; e < 1024; e++) {
    check(ldexp(1, e));
    check(nextafter(ldexp(1, e), 0));
    check(nextafter(ldexp(1, e), (double)INFINITY));
  }
  for (int e = -307; e < 309; e++) {
    double value = pow(10, e);

    for (int i = 0; i < 20; i++, value = nextafter(value, 0))
      check(value);
  }
  check(DBL_MAX);
  check(DBL_MIN);
  check(nextafter(DBL_MIN, 1));
  check(9007199254740993.0);
  check(0.1 + 0.2);
}

static void what_it_does_not_know(void **state)
{
  char text[PST_NUMBER_SIZE];

  (void)state;
  assert_int_equal(pst_number_print_fast(text, 0), 0);
  assert_int_equal(pst_number_print_fast(text, (double)INFINITY), 0);
  assert_int_equal(pst_number_print_fast(text, (double)NAN), 0);
  assert_int_equal(pst_number_print_fast(text, 0x1p-1030), 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(any_bits),
      cmocka_unit_test(decimals_and_their_neighbours),
      cmocka_unit_test(edges),
      cmocka_unit_test(what_it_does_not_know),
  };

  return cmocka_run_group_tests_name("number_print", tests, NULL, NULL);
}
