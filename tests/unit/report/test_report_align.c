#include "check.h"

#include "report/view/view.h"

/* The column of N CELLS as it is aligned. */
static void aligned(const char *const *cells, const char *const *want, size_t n)
{
  struct pst_view view = {.n_rows = n};
  const char *own[8];

  for (size_t i = 0; i < n; i++)
    own[i] = cells[i];
  pst_align_decimals(&view, own);
  assert_false(view.failed);
  for (size_t i = 0; i < n; i++)
    assert_string_equal(own[i], want[i]);
  pst_arena_free(&view.arena);
}

#define COLUMN(...) ((const char *const[]){__VA_ARGS__})

static void points_stand_below_each_other(void **state)
{
  (void)state;
  aligned(COLUMN("1.5", "22.25", "3", ""), COLUMN(" 1.5 ", "22.25", " 3   ", ""), 4);
  aligned(COLUMN("-1", "0.5"), COLUMN("-1  ", " 0.5"), 2);
}

/* It may cost six columns, and no seventh. */
static void where_it_costs_little(void **state)
{
  (void)state;
  aligned(COLUMN("1234567", "0.123456"), COLUMN("1234567       ", "      0.123456"), 2);
  aligned(COLUMN("12345678", "0.123456"), COLUMN("12345678", "0.123456"), 2);
}

static void where_there_is_no_point(void **state)
{
  (void)state;
  aligned(COLUMN("1", "22"), COLUMN("1", "22"), 2);
  aligned(COLUMN("1.5", "2e+10"), COLUMN("1.5", "2e+10"), 2);
  aligned(COLUMN("1.5", "inf"), COLUMN("1.5", "inf"), 2);
  aligned(COLUMN("< 1.5", "22.25"), COLUMN("< 1.5", "22.25"), 2);
  aligned(COLUMN("", ""), COLUMN("", ""), 2);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(points_stand_below_each_other),
      cmocka_unit_test(where_it_costs_little),
      cmocka_unit_test(where_there_is_no_point),
  };

  return cmocka_run_group_tests_name("report align", tests, NULL, NULL);
}
