/* Times of --aggregate that are put together from fewer values than the others, by the rule of partial.h. */
#include "check.h"

#include <stdio.h>
#include <string.h>

#include "job_table.h"
#include "trend/partial.h"

enum { TIMES_MOST = 12 };

/* What is said of one series whose times 2001, ... have SIZES values each, of months where MONTHS; "" for
   nothing.  Good until the next call. */
static const char *said(const size_t *sizes, size_t n, bool months)
{
  static char text[512];
  size_t first[] = {0, n};
  size_t rows[TIMES_MOST];
  const struct pst_groups groups = {.n_groups = 1, .first = first, .row = rows};
  const struct pst_column_pair pair = {.x = 0, .y = 1, .y_name = "y"};
  struct pst_pair_unit unit = {.group = 0, .pair = 0};
  struct pst_pairs pairs = {.groups = &groups,
                            .pairs = &pair,
                            .n_pairs = 1,
                            .by_time = true,
                            .units = &unit,
                            .n_units = 1};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct job_table made;
  char csv[512] = "t,y\n";

  for (size_t i = 0; i < n; i++) {
    snprintf(csv + strlen(csv), sizeof csv - strlen(csv), "%zu,1\n", 2001 + i);
    rows[i] = i;
  }
  job_table_load(&made, csv, "tn");
  made.job.cells.sizes = sizes;
  made.job.cells.n_values = 1;
  made.job.cells.parts = months ? PST_PERIOD_MONTH : PST_PERIOD_NONE;
  unit.estimates.arena = &arena;
  assert_non_null(pst_estimates_add(&unit.estimates, "ols", "slope", n));
  assert_non_null(pst_estimates_add(&unit.estimates, "ols", "intercept", n));
  assert_non_null(pst_estimates_add(&unit.estimates, "theil-sen", "slope", n));
  assert_int_equal(pst_trend_partial(&made.job, &pairs, NULL), PST_OK);
  snprintf(text, sizeof text, "%s",
           unit.estimates.items[0].note == NULL ? "" : unit.estimates.items[0].note);
  /* the main record of each method, and no other */
  assert_null(unit.estimates.items[1].note);
  assert_string_equal(unit.estimates.items[2].note == NULL ? "" : unit.estimates.items[2].note,
                      text);
  if (text[0] != '\0')
    assert_non_null(strstr(pst_buffer_string(&made.job.log), text));
  else
    assert_int_equal(made.job.log.size, 0);
  job_table_free(&made);
  pst_arena_free(&arena);
  return text;
}

static void which_times_are_partial(void **state)
{
  static const struct {
    size_t n, sizes[TIMES_MOST];
    bool months;
    const char *said;
  } rows[] = {
      {3, {12, 12, 7}, true, "2003 has 7 of 12 months"},
      {3, {12, 12, 7}, false, "2003 has 7 of 12 values"},
      {3, {12, 12, 12}, true, ""},
      {3, {12, 7, 7}, true, ""},         /* one in three is whole */
      {5, {12, 12, 12, 7, 7}, true, ""}, /* three in five are fewer than two in three */
      {6, {4, 4, 4, 4, 3, 1}, true, "2005 has 3 of 4 months, 2006 has 1 of 4"},
      {3, {2, 2, 1}, true, "2003 has 1 of 2 months"},
      {3, {1, 1, 0}, true, ""}, /* 2 at least */
      {3, {366, 366, 365}, false, "2003 has 365 of 366 values"},
      {3, {367, 367, 365}, false, ""}, /* 366 at most */
      {3, {12, 12, 13}, true, ""},     /* no other has more */
      {0, {0}, true, ""},
      {9,
       {2, 2, 2, 1, 2, 1, 2, 1, 2},
       true,
       "2004 has 1 of 2 months, 2006 has 1 of 2, 2008 has 1 of 2"},
      {12,
       {2, 2, 2, 1, 2, 1, 2, 1, 2, 2, 2, 1},
       true,
       "2004 has 1 of 2 months, 2006 has 1 of 2, 2008 has 1 of 2, and 1 more times are partial"},
  };

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    assert_string_equal(said(rows[i].sizes, rows[i].n, rows[i].months), rows[i].said);
}

/* Rows as they came have no such sizes. */
static void rows_that_are_no_cells(void **state)
{
  struct pst_job job = {.n_roles = 0};
  struct pst_pairs pairs = {.n_units = 1};

  (void)state;
  assert_int_equal(pst_trend_partial(&job, &pairs, NULL), PST_OK);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(which_times_are_partial),
      cmocka_unit_test(rows_that_are_no_cells),
  };

  return cmocka_run_group_tests_name("trend_partial", tests, NULL, NULL);
}
