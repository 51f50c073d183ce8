/* The cache of null distributions: what is found is what was kept, from any thread, within bounds. */
#include "check.h"

#include <string.h>

#include "base/parallel.h"
#include "stats/null_cache.h"

static void keeps_and_finds(void **state)
{
  const size_t key[] = {5, 2, 2};
  const double values[] = {0.1, 0.3, 0.6};
  const double *found;

  (void)state;
  assert_null(pst_null_find(key, 3));
  pst_null_keep(key, 3, values, 3);
  found = pst_null_find(key, 3);
  assert_non_null(found);
  assert_memory_equal(found, values, sizeof values);
  assert_null(pst_null_find(key, 2));
  pst_null_keep(key, 3, values, 3);
  assert_ptr_equal(pst_null_find(key, 3), found);
}

static void step(void *context, size_t item, size_t thread)
{
  size_t *wrong = context;
  const size_t key[] = {1000 + item % 50};
  const double values[] = {(double)key[0], 1};
  const double *found;

  pst_null_keep(key, 1, values, 2);
  found = pst_null_find(key, 1);
  wrong[thread] += found == NULL || memcmp(found, values, sizeof values) != 0;
}

static void threads_share_it(void **state)
{
  size_t wrong[4] = {0};

  (void)state;
  pst_parallel(20000, 4, step, wrong);
  assert_int_equal(wrong[0] + wrong[1] + wrong[2] + wrong[3], 0);
}

static void is_bounded(void **state)
{
  static double values[100000];
  size_t kept = 0;

  (void)state;
  for (size_t i = 0; i < 100; i++) {
    const size_t key[] = {7, i};

    pst_null_keep(key, 2, values, 100000);
    kept += pst_null_find(key, 2) != NULL;
  }
  assert_true(kept > 30 && kept * sizeof values <= PST_NULL_CACHE_MOST);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(keeps_and_finds),
      cmocka_unit_test(threads_share_it),
      cmocka_unit_test(is_bounded),
  };

  return cmocka_run_group_tests_name("null_cache", tests, NULL, NULL);
}
