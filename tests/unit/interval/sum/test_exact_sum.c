/* Sums of any doubles: exact, whatever the order and the parts. */
#include "check.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "interval/sum/exact_sum.h"
#include "interval/rational.h"
#include "interval/sum/wide.h"
#include "random.h"

static double sum_of(const double *x, size_t n)
{
  struct pst_exact_sum sum = {.limb = {0}};

  for (size_t i = 0; i < n; i++)
    pst_exact_sum_add(&sum, x[i]);
  return pst_exact_sum_value(&sum);
}

static void known_sums(void **state)
{
  static const double cancel[] = {1e300, 1, -1e300}, tiny[] = {DBL_TRUE_MIN, 1, -1},
                      tenths[] = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1},
                      large[] = {DBL_MAX, DBL_MAX, -DBL_MAX}, less[] = {-3, 1, 1};

  (void)state;
  assert_close(sum_of(cancel, 3), 1, 0, 0);
  assert_close(sum_of(tiny, 3), DBL_TRUE_MIN, 0, 0);
  assert_close(sum_of(tenths, 10), 1, 0, 0); /* 1.00000000000000005551 */
  assert_close(sum_of(large, 3), DBL_MAX, 0, 0);
  assert_close(sum_of(less, 3), -1, 0, 0);
  assert_close(sum_of(NULL, 0), 0, 0, 0);
  assert_true(isinf(sum_of((const double[]){DBL_MAX, DBL_MAX}, 2)));
  assert_true(isinf(sum_of((const double[]){-DBL_MAX, -0x1p970}, 2)));
  assert_close(sum_of((const double[]){DBL_MAX, 0x1.fffffffffffffp969}, 2), DBL_MAX, 0, 0);
}

static double any_double(uint64_t *seed)
{
  double value;

  do {
    uint64_t bits = random_next(seed);

    memcpy(&value, &bits, sizeof value);
  } while (!isfinite(value));
  return random_below(seed, 3) > 0 ? ldexp(value, -ilogb(value == 0 ? 1 : value)) : value;
}

/* The same state for each order; the value is that of the rational. */
static void any_order_gives_the_same_state(void **state)
{
  enum { N = 40 };
  uint64_t seed = 5;

  (void)state;
  for (int round = 0; round < 300; round++) {
    struct pst_exact_sum forward = {.limb = {0}}, backward = {.limb = {0}}, part[3];
    struct pst_arena arena = PST_ARENA_EMPTY;
    struct pst_exact exact = {.arena = &arena};
    struct pst_rational total = pst_rational_double(&exact, 0);
    double x[N];

    memset(part, 0, sizeof part);
    for (int i = 0; i < N; i++) {
      x[i] = i % 4 == 3 ? -x[i - 1] : any_double(&seed);
      total = pst_rational_add(&exact, total, pst_rational_double(&exact, x[i]));
      pst_exact_sum_add(&forward, x[i]);
      pst_exact_sum_add(&part[random_below(&seed, 3)], x[i]);
    }
    for (int i = N; i-- > 0;)
      pst_exact_sum_add(&backward, x[i]);
    pst_exact_sum_join(&part[2], &part[0]);
    pst_exact_sum_join(&part[2], &part[1]);
    assert_memory_equal(&forward, &backward, sizeof forward);
    assert_memory_equal(&forward, &part[2], sizeof forward);
    assert_close(pst_exact_sum_value(&forward), pst_rational_to_double(total), 0, 0);
    for (int i = 0; i < N; i++)
      pst_exact_sum_add(&forward, -x[i]);
    assert_true(pst_exact_sum_is_zero(&forward));
    pst_arena_free(&arena);
  }
}

static void wide_numbers_have_a_sign(void **state)
{
  static const uint64_t minus[] = {UINT64_MAX - 1, UINT64_MAX, UINT64_MAX}, plus[] = {5, 0, 1};
  mpz_t z;

  (void)state;
  mpz_init(z);
  pst_wide_to_mpz(minus, 3, z);
  assert_int_equal(mpz_get_si(z), -2);
  pst_wide_to_mpz(plus, 3, z);
  mpz_sub_ui(z, z, 5);
  assert_int_equal(mpz_scan1(z, 0), 128);
  mpz_clear(z);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(known_sums),
      cmocka_unit_test(any_order_gives_the_same_state),
      cmocka_unit_test(wide_numbers_have_a_sign),
  };

  return cmocka_run_group_tests_name("exact_sum", tests, NULL, NULL);
}
