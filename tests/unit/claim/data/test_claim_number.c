#include "check.h"

#include <stdlib.h>

#include "claim/data/number.h"

/* Random expressions over three unknowns: their range against all values on a grid. */

enum { UNKNOWNS = 3, GRID = 5, MANY = 4000 };

static struct pst_arena arena;
static struct pst_exact exact = {.arena = &arena};
static uint64_t seed = 88172645463325252ULL;

static unsigned below(unsigned n)
{
  seed ^= seed << 13;
  seed ^= seed >> 7;
  seed ^= seed << 17;
  return (unsigned)(seed >> 33) % n;
}

struct world {
  struct pst_range ranges[UNKNOWNS];
};

static const struct pst_number *random_number(const struct world *world, unsigned depth)
{
  static const enum pst_number_kind kinds[] = {PST_NUMBER_ADD, PST_NUMBER_SUBTRACT,
                                               PST_NUMBER_MULTIPLY, PST_NUMBER_DIVIDE};
  const struct pst_number *a, *b, *made;
  unsigned kind = below(8);
  bool zero = false;

  if (depth == 0 || below(5) == 0) {
    unsigned u = below(UNKNOWNS + 1);

    if (u == UNKNOWNS)
      return pst_number_point(&exact, pst_rational_whole((int64_t)below(7) - 3));
    return pst_number_leaf(
        &exact, &world->ranges[u], true,
        pst_rational_middle(&exact, world->ranges[u].low.value, world->ranges[u].high.value),
        u + 1);
  }
  a = random_number(world, depth - 1);
  if (kind == 7)
    return pst_number_abs(&exact, a);
  b = random_number(world, depth - 1);
  if (kind >= 4) {
    static const enum pst_number_kind folds[] = {PST_NUMBER_MIN, PST_NUMBER_MAX, PST_NUMBER_MEDIAN};
    const struct pst_number **arguments = pst_arena_array(&arena, 2, sizeof *arguments);

    arguments[0] = a;
    arguments[1] = b;
    return pst_number_many(&exact, folds[kind - 4], arguments, 2);
  }
  made = pst_number_binary(&exact, kinds[kind], a, b, &zero);
  return zero ? a : made;
}

/* NUMBER where the unknowns have these values; false where it divides by 0. */
static bool value_at(const struct pst_number *number, const struct pst_rational *values,
                     struct pst_rational *out)
{
  struct pst_rational a, b;
  int order;

  if (number->kind == PST_NUMBER_LEAF) {
    *out = number->id == 0 ? number->range.low.value : values[number->id - 1];
    return true;
  }
  if (!value_at(number->arguments[0], values, &a))
    return false;
  if (number->kind == PST_NUMBER_ABS) {
    *out = pst_rational_sign(a) < 0 ? pst_rational_negate(&exact, a) : a;
    return true;
  }
  if (!value_at(number->arguments[1], values, &b))
    return false;
  order = pst_rational_compare(a, b);
  switch (number->kind) {
  case PST_NUMBER_ADD:
    *out = pst_rational_add(&exact, a, b);
    return true;
  case PST_NUMBER_SUBTRACT:
    *out = pst_rational_subtract(&exact, a, b);
    return true;
  case PST_NUMBER_MULTIPLY:
    *out = pst_rational_multiply(&exact, a, b);
    return true;
  case PST_NUMBER_DIVIDE:
    if (pst_rational_sign(b) == 0)
      return false;
    *out = pst_rational_divide(&exact, a, b);
    return true;
  case PST_NUMBER_MIN:
    *out = order < 0 ? a : b;
    return true;
  case PST_NUMBER_MAX:
    *out = order > 0 ? a : b;
    return true;
  default:
    *out = pst_rational_middle(&exact, a, b);
    return true;
  }
}

struct seen {
  struct pst_range range; /* of the values found */
  bool any;
};

/* An end that a value from inside all unknowns reaches is no tie. */
static void check_inner(const struct pst_range *range, struct pst_rational value)
{
  const struct pst_limit *ends[] = {&range->low, &range->high};

  for (size_t i = 0; i < 2; i++)
    if (ends[i]->infinite == 0 && pst_rational_compare(ends[i]->value, value) == 0)
      assert_int_equal(ends[i]->kind, PST_LIMIT_CLOSED);
}

static void see_all(const struct pst_number *number, const struct world *world,
                    const struct pst_range *range, struct seen *seen)
{
  struct pst_rational values[UNKNOWNS], value;

  seen->any = false;
  for (unsigned i = 0; i < GRID * GRID * GRID; i++) {
    unsigned steps[UNKNOWNS] = {i % GRID, i / GRID % GRID, i / GRID / GRID};
    struct pst_range point;
    bool inner = true;

    for (unsigned u = 0; u < UNKNOWNS; u++) {
      struct pst_rational width =
          pst_rational_subtract(&exact, world->ranges[u].high.value, world->ranges[u].low.value);

      width = pst_rational_multiply(&exact, width, pst_rational_whole((int64_t)steps[u]));
      width = pst_rational_divide(&exact, width, pst_rational_whole(GRID - 1));
      values[u] = pst_rational_add(&exact, world->ranges[u].low.value, width);
      inner = inner && steps[u] > 0 && steps[u] < GRID - 1;
    }
    if (!value_at(number, values, &value))
      continue;
    point = pst_range_point(value);
    if (!pst_range_hold(range, value))
      fail_msg("%s is not in %s", pst_rational_print(&exact, value),
               pst_range_print(&exact, range));
    if (inner)
      check_inner(range, value);
    seen->range = seen->any ? pst_range_hull(&seen->range, &point) : point;
    seen->any = true;
  }
}

static void ranges_hold_all_values(void **state)
{
  size_t sharp = 0, narrow = 0;

  (void)state;
  for (unsigned i = 0; i < MANY; i++) {
    struct pst_arena_mark mark = pst_arena_mark(&arena);
    struct pst_range range;
    struct seen seen;
    struct world world;
    const struct pst_number *number;
    bool wide = false;

    for (unsigned u = 0; u < UNKNOWNS; u++) {
      struct pst_rational centre = pst_rational_divide(
          &exact, pst_rational_whole((int64_t)below(60) - 20), pst_rational_whole(4));

      world.ranges[u] =
          pst_range_printed(&exact, centre, (struct pst_rational){.n = 1, .d = 2}, PST_ROUND_HALF);
    }
    number = random_number(&world, 3);
    range = pst_number_range(&exact, number, &wide);
    see_all(number, &world, &range, &seen);
    if (!wide && seen.any) { /* then the ends are values of it */
      narrow++;
      sharp += pst_rational_compare(seen.range.low.value, range.low.value) == 0
               && pst_rational_compare(seen.range.high.value, range.high.value) == 0;
    }
    assert_true(pst_range_inside(&range, &number->range) || wide);
    pst_arena_release(&arena, mark);
  }
  assert_true(narrow > MANY * 7 / 10);
  assert_true(sharp > narrow * 95 / 100); /* a grid may miss an end that halving finds */
  assert_false(exact.failed);
}

static int release(void **state)
{
  (void)state;
  pst_arena_free(&arena);
  return 0;
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(ranges_hold_all_values),
  };

  return cmocka_run_group_tests(tests, NULL, release);
}
