/* Places in order, against qsort with the row as the last key. */
#include "check.h"
#include "random.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "rank/place_order.h"

enum { MOST = 3000, PERIODS = 7 };

static int by_row(const void *a, const void *b)
{
  const struct pst_place *p = a, *q = b;

  return p->row < q->row ? -1 : p->row > q->row;
}

static int by_rank(const void *a, const void *b)
{
  const struct pst_place *p = a, *q = b;

  if (p->low != q->low)
    return p->low < q->low ? -1 : 1;
  if (p->high != q->high)
    return p->high < q->high ? -1 : 1;
  return by_row(p, q);
}

static int by_period(const void *a, const void *b)
{
  const struct pst_place *p = a, *q = b;

  if (p->period != q->period)
    return p->period < q->period ? -1 : 1;
  return by_row(p, q);
}

static void as_qsort(void **state)
{
  static struct pst_place got[MOST], want[MOST];
  uint64_t seed = 65;

  (void)state;
  for (size_t n = 0; n <= MOST; n += 1 + n / 3) {
    struct pst_arena arena = PST_ARENA_EMPTY;

    memset(got, 0, sizeof got);
    for (size_t i = 0; i < n; i++) {
      got[i].row = i;
      got[i].period = (uint32_t)random_below(&seed, PERIODS);
      got[i].low = (double)random_below(&seed, n);
      got[i].high = random_below(&seed, 9) == 0 ? (double)INFINITY
                                                : got[i].low + (double)random_below(&seed, 4);
    }
    memcpy(want, got, sizeof want);
    qsort(want, n, sizeof *want, by_rank);
    assert_int_equal(pst_places_by_rank(got, n, &arena, NULL), PST_OK);
    assert_memory_equal(got, want, n * sizeof *got);
    qsort(want, n, sizeof *want, by_row);
    qsort(got, n, sizeof *got, by_row);
    qsort(want, n, sizeof *want, by_period);
    assert_int_equal(pst_places_by_period(got, n, &arena, NULL), PST_OK);
    assert_memory_equal(got, want, n * sizeof *got);
    pst_arena_free(&arena);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(as_qsort)};

  return cmocka_run_group_tests_name("place_order", tests, NULL, NULL);
}
