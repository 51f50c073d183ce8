#include "check.h"

#include <math.h>
#include <stdint.h>

#include "look/repeats.h"
#include "random.h"
#include "table/dictionary.h"

static void texts_and_numbers(void **state)
{
  static const unsigned code[] = {1, 2, 1, PST_CODE_MISSING, 1, PST_CODE_MISSING};
  const double value[] = {0.5, 0.5, 0.5, NAN, 1.5, NAN};
  const struct pst_repeat_cells cells[] = {{.code = code}, {.value = value}};
  static const bool skip[] = {false, false, true, false, false, false};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_repeats got;

  (void)state;
  assert_int_equal(pst_repeats_find(cells, 2, 6, NULL, 9, 9, &arena, &got, NULL), PST_OK);
  assert_int_equal(got.n, 2);
  assert_int_equal(got.n_first, 2);
  assert_int_equal(got.first[0].row, 2);
  assert_int_equal(got.first[0].earlier, 0);
  assert_int_equal(got.first[1].row, 5);
  assert_int_equal(got.first[1].earlier, 3);
  assert_int_equal(pst_repeats_find(cells, 2, 6, skip, 9, 9, &arena, &got, NULL), PST_OK);
  assert_int_equal(got.n, 1);
  assert_int_equal(pst_repeats_find(cells, 1, 6, NULL, 1, 9, &arena, &got, NULL), PST_OK);
  assert_true(got.stopped);
  assert_int_equal(got.n, 2);
  assert_int_equal(pst_repeats_find(cells, 1, 6, NULL, 9, 1, &arena, &got, NULL), PST_OK);
  assert_false(got.stopped);
  assert_int_equal(got.n, 3);
  assert_int_equal(got.n_first, 1);
  assert_int_equal(pst_repeats_find(cells, 2, 0, NULL, 9, 9, &arena, &got, NULL), PST_OK);
  assert_int_equal(got.n, 0);
  pst_arena_free(&arena);
}

/* Against comparing every row with all before it. */
static void random_rows(void **state)
{
  enum { ROWS = 300 };
  uint64_t seed = 7;

  (void)state;
  for (int trial = 0; trial < 200; trial++) {
    struct pst_arena arena = PST_ARENA_EMPTY;
    unsigned a[ROWS], b[ROWS];
    const struct pst_repeat_cells cells[] = {{.code = a}, {.code = b}};
    struct pst_repeats got;
    size_t want = 0, number[ROWS], n;

    for (size_t r = 0; r < ROWS; r++) {
      size_t e = 0;

      a[r] = (unsigned)(random_next(&seed) % 40);
      b[r] = (unsigned)(random_next(&seed) % 40);
      while (a[e] != a[r] || b[e] != b[r])
        e++;
      want += e < r;
    }
    assert_int_equal(pst_repeats_find(cells, 2, ROWS, NULL, ROWS, ROWS, &arena, &got, NULL),
                     PST_OK);
    assert_int_equal(got.n, want);
    assert_int_equal(pst_repeats_number(cells, 2, ROWS, number, &n, NULL), PST_OK);
    assert_int_equal(n, ROWS - want);
    for (size_t r = 0, next = 0; r < ROWS; r++) {
      assert_true(number[r] <= next);
      next += number[r] == next;
    }
    for (size_t k = 0; k < got.n_first; k++) {
      assert_int_equal(number[got.first[k].row], number[got.first[k].earlier]);
      assert_int_equal(a[got.first[k].row], a[got.first[k].earlier]);
      assert_int_equal(b[got.first[k].row], b[got.first[k].earlier]);
      assert_true(got.first[k].earlier < got.first[k].row);
    }
    pst_arena_free(&arena);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(texts_and_numbers),
                                     cmocka_unit_test(random_rows)};

  return cmocka_run_group_tests(tests, NULL, NULL);
}
