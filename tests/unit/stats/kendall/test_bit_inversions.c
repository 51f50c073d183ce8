/* Inversions on sets of bits against all pairs, at the sizes where words and their numbers change. */
#include "check.h"
#include "random.h"

#include "stats/kendall/bit_inversions.h"

static void counts_all_pairs(void **state)
{
  static const size_t sizes[] = {0, 1, 2, 63, 64, 65, 1000, 1024, 1025, 4095, 4096};
  static uint16_t place[PST_BIT_MOST];
  uint64_t seed = 32;

  (void)state;
  for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
    uint64_t inversions = 0;

    for (size_t i = 0; i < sizes[s]; i++) {
      size_t j = random_below(&seed, i + 1);

      place[i] = place[j];
      place[j] = (uint16_t)i;
    }
    for (size_t i = 0; i < sizes[s]; i++)
      for (size_t j = i + 1; j < sizes[s]; j++)
        inversions += place[i] > place[j];
    assert_true(pst_bit_inversions(place, sizes[s]) == inversions);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(counts_all_pairs)};

  return cmocka_run_group_tests_name("bit_inversions", tests, NULL, NULL);
}
