/* Names by their hash, against a list of them. */
#include "check.h"

#include <stdio.h>

#include "claim/read/names.h"

enum { MANY = 5000 };

static void finds_what_was_added(void **state)
{
  static char text[MANY][16];
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_names names = {.count = 0};

  (void)state;
  assert_true(pst_names_find(&names, pst_text_of("a")) == SIZE_MAX);
  for (size_t i = 0; i < MANY; i++) {
    snprintf(text[i], sizeof text[i], "c%zu", i);
    assert_true(pst_names_find(&names, pst_text_of(text[i])) == SIZE_MAX);
    assert_true(pst_names_add(&names, pst_text_of(text[i]), 3 * i, &arena));
  }
  for (size_t i = 0; i < MANY; i++)
    assert_int_equal(pst_names_find(&names, pst_text_of(text[i])), 3 * i);
  assert_true(pst_names_find(&names, pst_text_of("c")) == SIZE_MAX);
  assert_true(pst_names_find(&names, pst_text_of("")) == SIZE_MAX);
  pst_arena_free(&arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(finds_what_was_added)};

  return cmocka_run_group_tests_name("claim_names", tests, NULL, NULL);
}
