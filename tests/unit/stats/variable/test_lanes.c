/* Sums of products against whole numbers of 128 bits, and the same bits for any split. */
#include "check.h"
#include "random.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "stats/variable/lanes.h"

__extension__ typedef __int128 wide;

enum { MOST = 103 };

static double random_whole(uint64_t *seed)
{
  return (double)random_below(seed, (size_t)1 << 50) - 0x1p49;
}

static double of_wide(wide value)
{
  const int64_t high = (int64_t)(value >> 60);

  if (value < 0)
    return -of_wide(-value);
  return ldexp((double)high, 60) + (double)(uint64_t)(value - ((wide)high << 60));
}

/* The products have 98 bits; a sum that cancels keeps them all. */
static void products_keep_their_digits(void **state)
{
  uint64_t seed = 50;

  (void)state;
  for (size_t n = 0; n <= MOST; n++) {
    double a[MOST + PST_LANES] = {0}, b[MOST + PST_LANES] = {0};
    struct pst_lanes lanes = {{0}, {0}};
    struct pst_sum sum;
    wide exact = 0;

    for (size_t i = 0; i < n; i++) {
      a[i] = random_whole(&seed);
      b[i] = i % 2 == 1 ? -a[i - 1] + (double)random_below(&seed, 5) : random_whole(&seed);
      if (i % 2 == 1)
        a[i] = b[i - 1];
      exact += (wide)a[i] * (wide)b[i];
    }
    pst_lanes_add(&lanes, a, b, pst_lanes_room(n));
    sum = pst_lanes_sum(&lanes);
    assert_close(pst_sum_value(&sum), of_wide(exact), 1e-14, 0);
  }
}

static void a_split_changes_no_bit(void **state)
{
  double a[64], b[64], low[64];
  struct pst_lanes once = {{0}, {0}}, twice = {{0}, {0}};
  uint64_t seed = 51;

  (void)state;
  for (size_t i = 0; i < 64; i++) {
    a[i] = random_whole(&seed) * 0x1p-49;
    b[i] = random_whole(&seed) * 0x1p-49;
    low[i] = random_whole(&seed) * 0x1p-104;
  }
  pst_lanes_add_long(&once, a, low, b, low, 64);
  pst_lanes_add_long(&twice, a, low, b, low, 24);
  pst_lanes_add_long(&twice, a + 24, low + 24, b + 24, low + 24, 40);
  assert_memory_equal(&once, &twice, sizeof once);
}

/* (1 + e)(1 - e) to the digits that one double has not. */
static void low_parts_count(void **state)
{
  double one[PST_LANES] = {1}, more[PST_LANES] = {0x1p-70}, less[PST_LANES] = {-0x1p-71};
  struct pst_lanes lanes = {{0}, {0}};
  struct pst_sum sum;

  (void)state;
  pst_lanes_add_long(&lanes, one, more, one, less, PST_LANES);
  sum = pst_lanes_sum(&lanes);
  assert_true(sum.high == 1 && sum.low == 0x1p-71);
}

static void room_and_padding(void **state)
{
  double x[16];

  (void)state;
  assert_int_equal(pst_lanes_room(0), 0);
  assert_int_equal(pst_lanes_room(1), 8);
  assert_int_equal(pst_lanes_room(8), 8);
  assert_int_equal(pst_lanes_room(9), 16);
  for (size_t i = 0; i < 16; i++)
    x[i] = 7;
  pst_lanes_pad(x, 9);
  assert_true(x[8] == 7 && x[9] == 0 && x[15] == 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(products_keep_their_digits),
      cmocka_unit_test(a_split_changes_no_bit),
      cmocka_unit_test(low_parts_count),
      cmocka_unit_test(room_and_padding),
  };

  return cmocka_run_group_tests_name("lanes", tests, NULL, NULL);
}
