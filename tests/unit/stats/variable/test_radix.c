/* Keys of doubles, and the radix sort against the order that it must give, for any number of threads. */
#include "check.h"
#include "random.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "stats/variable/radix.h"

static void keys_are_in_the_order_of_doubles(void **state)
{
  const double ordered[] = {-INFINITY, -DBL_MAX, -1.5, -1, -DBL_MIN, -0x1p-1074, 0,
                            0x1p-1074, DBL_MIN,  1,    2,  DBL_MAX,  INFINITY};

  (void)state;
  for (size_t i = 1; i < sizeof ordered / sizeof *ordered; i++)
    assert_true(pst_key_of(ordered[i - 1]) < pst_key_of(ordered[i]));
  assert_true(pst_key_of(-0.0) == pst_key_of(0));
  assert_true(pst_key_of(nextafter(1, 2)) == pst_key_of(1) + 1);
  for (size_t i = 0; i < sizeof ordered / sizeof *ordered; i++)
    assert_true(pst_value_of(pst_key_of(ordered[i])) == ordered[i]);
}

static void sorts_and_keeps_the_order_of_equals(void **state)
{
  static const size_t sizes[] = {0, 1, 2, 100, 5000, 40000, 150001};
  static const uint32_t ranges[] = {1, 7, 3000, 1u << 30, UINT32_MAX};
  uint64_t seed = 70;

  (void)state;
  for (size_t s = 0; s < 7; s++)
    for (size_t r = 0; r < 5; r++)
      for (size_t threads = 1; threads <= 5; threads += 2) {
        const size_t n = sizes[s];
        uint32_t *room = malloc((5 * n + 1) * sizeof *room);
        const struct pst_radix sort = {room, room + n, room + 2 * n, room + 3 * n, n};

        assert_non_null(room);
        for (size_t i = 0; i < n; i++) {
          sort.keys[i] = room[4 * n + i] = (uint32_t)(random_next(&seed) % ranges[r]);
          sort.at[i] = (uint32_t)i;
        }
        pst_radix_sort(&sort, threads);
        for (size_t i = 0; i < n; i++)
          assert_true(room[4 * n + sort.at[i]] == sort.keys[i]);
        for (size_t i = 1; i < n; i++)
          assert_true(sort.keys[i - 1] < sort.keys[i]
                      || (sort.keys[i - 1] == sort.keys[i] && sort.at[i - 1] < sort.at[i]));
        free(room);
      }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(keys_are_in_the_order_of_doubles),
      cmocka_unit_test(sorts_and_keeps_the_order_of_equals),
  };

  return cmocka_run_group_tests_name("radix", tests, NULL, NULL);
}
