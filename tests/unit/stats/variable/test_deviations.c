/* Deviations that are kept and deviations that are made anew give the same bits. */
#include "check.h"
#include "random.h"

#include <string.h>

#include "stats/variable/deviations.h"
#include "stats/variable/lanes.h"

enum { MOST = 1000 };

static void fill(uint64_t *seed, double *x, size_t n, double level)
{
  for (size_t i = 0; i < n; i++)
    x[i] = level + (double)random_below(seed, 1000000) / 1000;
}

static void kept_or_not(void **state)
{
  static double x[MOST], y[MOST], room_x[2 * MOST + 16], room_y[2 * MOST + 16];
  uint64_t seed = 60;

  (void)state;
  for (size_t n = 1; n <= MOST; n += 1 + n / 7) {
    struct pst_deviations a, b, c, d;
    struct pst_sum ab, cd, ad;

    fill(&seed, x, n, 1e9);
    fill(&seed, y, n, -3);
    pst_deviations_of(x, n, NULL, &a);
    pst_deviations_of(y, n, NULL, &b);
    pst_deviations_of(x, n, room_x, &c);
    pst_deviations_of(y, n, room_y, &d);
    ab = pst_deviations_product(&a, &b);
    cd = pst_deviations_product(&c, &d);
    ad = pst_deviations_product(&a, &d);
    assert_memory_equal(&ab, &cd, sizeof ab);
    assert_memory_equal(&ab, &ad, sizeof ab);
    assert_memory_equal(&a.squares, &c.squares, sizeof a.squares);
    assert_true(a.high == NULL && c.high == room_x && c.low == room_x + pst_lanes_room(n));
  }
}

/* 1, 2, 4 at a level where a double has no digit to spare. */
static void by_hand(void **state)
{
  const double x[] = {0x1p52 + 1, 0x1p52 + 2, 0x1p52 + 4};
  struct pst_deviations of;

  (void)state;
  pst_deviations_of(x, 3, NULL, &of);
  assert_close(pst_sum_value(&of.squares) / of.scale / of.scale, 14.0 / 3, 1e-15, 0);
}

static void a_constant(void **state)
{
  const double x[] = {5, 5, 5, 5};
  struct pst_deviations of;

  (void)state;
  pst_deviations_of(x, 4, NULL, &of);
  assert_true(pst_sum_value(&of.squares) == 0 && of.scale == 1 && of.mean.high == 5);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(kept_or_not),
      cmocka_unit_test(by_hand),
      cmocka_unit_test(a_constant),
  };

  return cmocka_run_group_tests_name("deviations", tests, NULL, NULL);
}
