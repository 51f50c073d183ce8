#include "check.h"

#include <stdint.h>

#include "look/gaps.h"
#include "random.h"

static void two_series(void **state)
{
  /* series 0: times 0 1 4, out of order; series 1: all; series 3: only 2 */
  static const struct pst_gap_row rows[] = {{0, 1}, {1, 0}, {1, 1}, {0, 0}, {1, 2}, {3, 2},
                                            {1, 3}, {0, 4}, {1, 4}, {0, 4}, {1, 5}};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_gaps gaps;

  (void)state;
  assert_int_equal(pst_gaps_find(rows, 11, 4, 6, 10, &arena, &gaps, NULL), PST_OK);
  assert_int_equal(gaps.n_series, 3);
  assert_int_equal(gaps.n_complete, 1);
  assert_int_equal(gaps.n_broken, 1);
  assert_int_equal(gaps.n_lacking, 2);
  assert_int_equal(gaps.n_unsorted, 1);
  assert_int_equal(gaps.unsorted, 3);
  assert_int_equal(gaps.n_gaps, 1);
  assert_int_equal(gaps.gaps[0].series, 0);
  assert_int_equal(gaps.gaps[0].first, 2);
  assert_int_equal(gaps.gaps[0].last, 3);
  pst_arena_free(&arena);
}

static void nothing_to_look_at(void **state)
{
  static const struct pst_gap_row one = {0, 0};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_gaps gaps;

  (void)state;
  assert_int_equal(pst_gaps_find(NULL, 0, 0, 0, 3, &arena, &gaps, NULL), PST_OK);
  assert_int_equal(gaps.n_series, 0);
  assert_int_equal(gaps.unsorted, SIZE_MAX);
  assert_int_equal(pst_gaps_find(&one, 1, 1, 1, 3, &arena, &gaps, NULL), PST_OK);
  assert_int_equal(gaps.n_series, 1);
  assert_int_equal(gaps.n_complete, 1);
  assert_int_equal(gaps.n_broken, 0);
  pst_arena_free(&arena);
}

/* Only NAMED gaps are listed, all are counted. */
static void the_list_is_bounded(void **state)
{
  static const struct pst_gap_row rows[] = {{0, 0}, {0, 2}, {0, 4}, {0, 7}};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_gaps gaps;

  (void)state;
  assert_int_equal(pst_gaps_find(rows, 4, 1, 8, 2, &arena, &gaps, NULL), PST_OK);
  assert_int_equal(gaps.n_gaps, 2);
  assert_int_equal(gaps.n_lacking, 4);
  assert_int_equal(gaps.gaps[1].first, 3);
  assert_int_equal(gaps.gaps[1].last, 3);
  pst_arena_free(&arena);
}

enum { SERIES = 5, TIMES = 9, ROWS = 30 };

/* What a table of series by times says. */
static void check_against_table(const struct pst_gap_row *rows, size_t n,
                                const struct pst_gaps *gaps)
{
  bool there[SERIES][TIMES] = {{false}};
  size_t lacking = 0, broken = 0, complete = 0, listed = 0;

  for (size_t i = 0; i < n; i++)
    there[rows[i].series][rows[i].time] = true;
  for (size_t s = 0; s < SERIES; s++) {
    size_t first = 0, last = TIMES, count = 0, before = lacking;

    while (first < TIMES && !there[s][first])
      first++;
    while (last > first && !there[s][last - 1])
      last--;
    for (size_t t = first; t < last; t++) {
      count += there[s][t];
      lacking += !there[s][t];
    }
    broken += lacking > before;
    assert_int_equal(gaps->broken[s], lacking > before);
    complete += count == TIMES;
  }
  for (size_t k = 0; k < gaps->n_gaps; k++)
    for (size_t t = gaps->gaps[k].first; t <= gaps->gaps[k].last; t++) {
      assert_false(there[gaps->gaps[k].series][t]);
      listed++;
    }
  assert_int_equal(gaps->n_lacking, lacking);
  assert_int_equal(listed, lacking);
  assert_int_equal(gaps->n_broken, broken);
  assert_int_equal(gaps->n_complete, complete);
}

static void random_series(void **state)
{
  uint64_t seed = 20;

  (void)state;
  for (int trial = 0; trial < 2000; trial++) {
    struct pst_arena arena = PST_ARENA_EMPTY;
    struct pst_gap_row rows[ROWS];
    struct pst_gaps gaps;
    size_t n = (size_t)(random_next(&seed) % ROWS);

    for (size_t i = 0; i < n; i++)
      rows[i] = (struct pst_gap_row){.series = random_next(&seed) % SERIES,
                                     .time = random_next(&seed) % TIMES};
    assert_int_equal(pst_gaps_find(rows, n, SERIES, TIMES, 100, &arena, &gaps, NULL), PST_OK);
    check_against_table(rows, n, &gaps);
    pst_arena_free(&arena);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(two_series),
      cmocka_unit_test(nothing_to_look_at),
      cmocka_unit_test(the_list_is_bounded),
      cmocka_unit_test(random_series),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
