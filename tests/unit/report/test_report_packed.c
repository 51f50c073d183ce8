/* Records packed and unpacked, against the records themselves. */
#include "check.h"

#include <math.h>
#include <string.h>

#include "random.h"
#include "report/packed.h"

enum { UNITS = 400, MOST = 9 };

static double some_number(uint64_t *seed)
{
  static const double odd[] = {0, -0.0, HUGE_VAL, 0x1p-1074, -1.5};

  if (random_below(seed, 3) == 0)
    return (double)NAN;
  return random_below(seed, 2) == 0 ? odd[random_below(seed, 5)]
                                    : (double)random_below(seed, 1000) / 7;
}

static const char *some_text(uint64_t *seed)
{
  static const char *const texts[] = {NULL, "", "mean", "q0.25", "fewer than 2 values"};

  return texts[random_below(seed, 5)];
}

/* Units of few shapes, so that shapes are met again, whose texts stand elsewhere each time. */
static void make(struct pst_estimates *list, size_t unit)
{
  uint64_t shape = 7 + unit % 11, values = 1000 + unit;
  const size_t count = random_below(&shape, MOST);

  list->count = 0;
  for (size_t r = 0; r < count; r++) {
    const char *method = pst_arena_string(list->arena, r % 2 == 0 ? "describe" : "other");
    struct pst_estimate *row =
        pst_estimates_add(list, method, "term", 10 + (random_below(&shape, 2) == 0 ? unit : r));

    row->p_method = some_text(&shape);
    row->unit = some_text(&shape);
    row->note = some_text(&shape);
    row->estimate = some_number(&values);
    row->std_error = some_number(&values);
    row->conf_low = some_number(&values);
    row->conf_high = some_number(&values);
    row->statistic = some_number(&values);
    row->df = some_number(&values);
    row->p_value = some_number(&values);
    row->p_adjusted = some_number(&values);
  }
}

static void same_number(double a, double b)
{
  assert_true(isnan(a) ? isnan(b) : a == b && signbit(a) == signbit(b));
}

static void same_text(const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    assert_true(a == b);
  else
    assert_string_equal(a, b);
}

static void same_record(const struct pst_estimate *a, const struct pst_estimate *b)
{
  same_text(a->method, b->method);
  same_text(a->term, b->term);
  assert_int_equal(a->n, b->n);
  same_number(a->estimate, b->estimate);
  same_number(a->std_error, b->std_error);
  same_number(a->conf_low, b->conf_low);
  same_number(a->conf_high, b->conf_high);
  same_number(a->statistic, b->statistic);
  same_number(a->df, b->df);
  same_number(a->p_value, b->p_value);
  same_text(a->p_method, b->p_method);
  same_number(a->p_adjusted, b->p_adjusted);
  same_text(a->unit, b->unit);
  same_text(a->note, b->note);
}

static void records_come_back(void **state)
{
  struct pst_arena kept = PST_ARENA_EMPTY, scratch = PST_ARENA_EMPTY;
  struct pst_packing packing = {.arena = &kept};
  struct pst_estimates list = {.arena = &scratch};
  const struct pst_packed *packed[UNITS];
  struct pst_estimate back[MOST];

  (void)state;
  for (size_t u = 0; u < UNITS; u++) {
    struct pst_arena_mark mark = pst_arena_mark(&scratch);

    make(&list, u);
    packed[u] = pst_packed_add(&packing, &list);
    assert_non_null(packed[u]);
    pst_arena_release(&scratch, mark);
  }
  for (size_t u = 0; u < UNITS; u++) {
    make(&list, u);
    assert_int_equal(pst_packed_count(packed[u]), list.count);
    pst_packed_records(packed[u], back);
    for (size_t r = 0; r < list.count; r++)
      same_record(&back[r], &list.items[r]);
  }
  pst_estimates_free(&list);
  pst_packing_free(&packing);
  pst_arena_free(&kept);
  pst_arena_free(&scratch);
}

/* The same texts and the same numbers missing: one shape, whatever the numbers are. */
static void shapes_are_shared(void **state)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_packing packing = {.arena = &arena};
  struct pst_estimates list = {.arena = &arena};

  (void)state;
  for (size_t u = 0; u < 100; u++) {
    list.count = 0;
    pst_estimates_value(&list, "describe", "mean", u, (double)u, NULL);
    pst_estimates_value(&list, "describe", "sd", u, u == 50 ? (double)NAN : 1, NULL);
    assert_non_null(pst_packed_add(&packing, &list));
  }
  assert_int_equal(packing.n_shapes, 2);
  pst_estimates_free(&list);
  pst_packing_free(&packing);
  pst_arena_free(&arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(records_come_back),
      cmocka_unit_test(shapes_are_shared),
  };

  return cmocka_run_group_tests_name("report_packed", tests, NULL, NULL);
}
