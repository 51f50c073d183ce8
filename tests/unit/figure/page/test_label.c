/* test_label.c -- the name of the upright axis beside a title that says the same. */
#include "check.h"

#include "figure/page/label.h"

struct row {
  const char *title, *label, *wanted;
};

static void a_title_that_says_the_name_leaves_the_unit(void **state)
{
  static const struct row rows[] = {
      {"spending", "spending", NULL},
      {"Net ODA", "Net ODA (USD million)", "USD million"},
      {"Net ODA (current)", "Net ODA (current) (USD million)", "USD million"},
      {"score, 2000 to 2020", "score", NULL},
      {"Net ODA: Japan", "Net ODA (USD million)", "USD million"},
      {"index(1995)", "index(1995) (1995 = 100)", "1995 = 100"},
      {"aid: Herfindahl-Hirschman index", "Herfindahl-Hirschman index", NULL},
      /* what is another name, or more of one, stays */
      {"spending of all", "spending", "spending"},
      {"y against x", "y", "y"},
      {"ODA", "Net ODA (USD million)", "Net ODA (USD million)"},
      {"a: b c", "c", "c"},
      {"aid", "aid(2000)", "aid(2000)"},
      {"aid", "aid (", "aid ("},
      {"aid", "", ""},
      {NULL, "aid", "aid"},
      {"aid", NULL, NULL},
  };
  struct pst_arena arena = PST_ARENA_EMPTY;

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    const char *got = pst_label_beside(rows[i].title, rows[i].label, &arena);

    if (rows[i].wanted == NULL)
      assert_null(got);
    else
      assert_string_equal(got, rows[i].wanted);
  }
  pst_arena_free(&arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(a_title_that_says_the_name_leaves_the_unit)};

  return cmocka_run_group_tests(tests, NULL, NULL);
}
