#include "check.h"

#include "look/top.h"
#include "table/dictionary.h"

static void counts_and_ties(void **state)
{
  static const unsigned code[] = {4, 2, PST_CODE_MISSING, 2, 0, 4, 3};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_top_count *counts;
  size_t n;

  (void)state;
  assert_int_equal(pst_top_counts(code, 7, 5, &arena, &counts, &n, NULL), PST_OK);
  assert_int_equal(n, 4);
  assert_int_equal(counts[0].code, 4);
  assert_int_equal(counts[2].code, 0);
  assert_int_equal(counts[2].row, 4);
  assert_int_equal(pst_top_choose(counts, n, 3), 3);
  assert_int_equal(counts[0].code, 4);
  assert_int_equal(counts[0].n, 2);
  assert_int_equal(counts[1].code, 2);
  assert_int_equal(counts[2].code, 0); /* before 3, which comes later */
  assert_int_equal(counts[2].n, 1);
  assert_int_equal(pst_top_choose(counts, n, 9), 4);
  assert_int_equal(pst_top_counts(code, 0, 5, &arena, &counts, &n, NULL), PST_OK);
  assert_int_equal(n, 0);
  assert_int_equal(pst_top_choose(counts, n, 9), 0);
  pst_arena_free(&arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(counts_and_ties)};

  return cmocka_run_group_tests(tests, NULL, NULL);
}
