/* test_claim_places.c -- every order of numbers known by ranges, against all values of small sets. */
#include "check.h"

#include <string.h>

#include "stats/enclose/places.h"

enum { N_MOST = 4, ENDS = 5, SPOTS_MOST = (2 * ENDS + 3) * N_MOST };

static uint64_t seed = 424242;

static int below(int n)
{
  seed ^= seed << 13;
  seed ^= seed >> 7;
  seed ^= seed << 17;
  return (int)((seed >> 33) % (unsigned)n);
}

static struct pst_limit end(int value, int infinite)
{
  static const enum pst_limit_kind kinds[] = {PST_LIMIT_CLOSED, PST_LIMIT_CLOSED, PST_LIMIT_TIE,
                                              PST_LIMIT_OPEN};
  struct pst_limit limit = {.value = pst_rational_whole(value), .kind = kinds[below(4)]};

  if (below(12) == 0)
    limit = (struct pst_limit){
        .value = pst_rational_whole(0), .kind = PST_LIMIT_OPEN, .infinite = infinite};
  return limit;
}

static struct pst_range some_range(void)
{
  int low = below(ENDS), width = below(3);

  if (width == 0)
    return pst_range_point(pst_rational_whole(low));
  return (struct pst_range){end(low, -1), end(low + width, 1)};
}

/* Tenths of VALUE lie in RANGE; a tie end does not belong to it. */
static bool holds(const struct pst_range *range, double value)
{
  const struct pst_limit *low = &range->low, *high = &range->high;
  const double a = pst_rational_to_double(low->value), b = pst_rational_to_double(high->value);

  return (low->infinite != 0 || value > a || (value == a && low->kind == PST_LIMIT_CLOSED))
         && (high->infinite != 0 || value < b || (value == b && high->kind == PST_LIMIT_CLOSED));
}

/* The order of VALUES as one number: for each, how many different values are below it. */
static int order_code(const double *values, int n)
{
  int code = 0;

  for (int i = 0; i < n; i++) {
    int below_it = 0;

    for (int j = 0; j < n; j++) {
      bool first = true;

      for (int k = 0; k < j; k++)
        first = first && values[k] != values[j];
      below_it += first && values[j] < values[i];
    }
    code = code * N_MOST + below_it;
  }
  return code;
}

/* All orders of N ranges: between two whole numbers stand as many values as there are numbers. */
static void all_orders(const struct pst_range *ranges, int n, bool *found)
{
  double spots[SPOTS_MOST], values[N_MOST];
  int count = 0, chosen[N_MOST] = {0};

  for (int whole = -1; whole <= ENDS + 2; whole++)
    for (int part = 0; part < n + 1 && count < SPOTS_MOST; part++)
      spots[count++] = whole + (double)part / (n + 1);
  for (;;) {
    bool good = true;
    int i = 0;

    for (int k = 0; k < n && good; k++) {
      values[k] = spots[chosen[k]];
      good = holds(&ranges[k], values[k]);
    }
    if (good)
      found[order_code(values, n)] = true;
    while (i < n && ++chosen[i] == count)
      chosen[i++] = 0;
    if (i == n)
      return;
  }
}

static void every_order_once(void **state)
{
  (void)state;
  for (int round = 0; round < 1500; round++) {
    bool possible[256] = {false}, got[256] = {false};
    struct pst_range ranges[N_MOST];
    struct pst_arena arena = PST_ARENA_EMPTY;
    struct pst_places places;
    struct pst_orders orders;
    int n = 2 + below(round % 30 == 0 ? 3 : 2);

    for (int i = 0; i < n; i++)
      ranges[i] = some_range();
    all_orders(ranges, n, possible);
    assert_true(pst_places_of(ranges, (size_t)n, &places, &arena));
    assert_true(pst_places_orders(&places, 500, &orders, &arena));
    assert_true(orders.count > 0);
    for (size_t k = 0; k < orders.count; k++) {
      int code = order_code(orders.ranks + k * (size_t)n, n);

      assert_false(got[code]);
      got[code] = true;
    }
    assert_memory_equal(got, possible, sizeof got);
    pst_arena_free(&arena);
  }
}

static void pairs_and_chains(void **state)
{
  const struct pst_range ranges[] = {
      pst_range_point(pst_rational_whole(1)),
      {{.value = pst_rational_whole(1)}, {.value = pst_rational_whole(3), .kind = PST_LIMIT_TIE}},
      {{.value = pst_rational_whole(3), .kind = PST_LIMIT_TIE},
       {.value = pst_rational_whole(4), .kind = PST_LIMIT_TIE}},
      pst_range_point(pst_rational_whole(1))};
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_places places;
  size_t sizes[4];

  (void)state;
  assert_true(pst_places_of(ranges, 4, &places, &arena));
  assert_true(pst_places_more(&places, 1, 0));
  assert_false(pst_places_more(&places, 0, 1));
  assert_true(pst_places_alike(&places, 0, 1));
  assert_true(
      pst_places_more(&places, 2, 1)); /* they touch at a tie: the printed order is theirs */
  assert_false(pst_places_alike(&places, 2, 1));
  assert_false(pst_places_more(&places, 0, 3));
  assert_int_equal(pst_places_chains(&places, sizes, &arena), 2);
  assert_int_equal(sizes[0], 3);
  assert_int_equal(sizes[1], 1);
  pst_arena_free(&arena);
}

/* Twenty numbers of which each can be anywhere: that is said, not tried. */
static void too_many(void **state)
{
  struct pst_range ranges[20];
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_places places;
  struct pst_orders orders;

  (void)state;
  for (int i = 0; i < 20; i++)
    ranges[i] = pst_range_all();
  assert_true(pst_places_of(ranges, 20, &places, &arena));
  assert_true(pst_places_orders(&places, 1000, &orders, &arena));
  assert_int_equal(orders.count, 0);
  assert_true(pst_places_of(ranges, 5, &places, &arena));
  assert_true(pst_places_orders(&places, 1000, &orders, &arena));
  assert_int_equal(orders.count, 541); /* the ordered Bell number */
  assert_true(pst_places_orders(&places, 540, &orders, &arena));
  assert_int_equal(orders.count, 0);
  pst_arena_free(&arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_order_once),
      cmocka_unit_test(pairs_and_chains),
      cmocka_unit_test(too_many),
  };

  return cmocka_run_group_tests_name("claim_places", tests, NULL, NULL);
}
