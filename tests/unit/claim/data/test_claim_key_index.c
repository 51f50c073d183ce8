#include "check.h"

#include <stdio.h>

#include "claim/data/key_index.h"

static struct pst_arena arena;
static struct pst_exact exact = {.arena = &arena};

/* The same numbers on each run, below MOST. */
static unsigned next(unsigned most)
{
  static uint64_t state = 88172645463325252ULL;

  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (unsigned)(state >> 33) % most;
}

static struct pst_range any_range(void)
{
  struct pst_range a = pst_range_point(pst_rational_whole(next(12))), b = a, range;

  if (next(3) > 0)
    b = pst_range_point(pst_rational_whole(next(12)));
  range = pst_range_hull(&a, &b);
  if (!pst_range_is_point(&range)) {
    range.low.kind = (enum pst_limit_kind)next(3);
    range.high.kind = (enum pst_limit_kind)next(3);
  }
  if (next(10) == 0)
    range.high = pst_range_all().high;
  if (next(10) == 0)
    range.low = pst_range_all().low;
  return range;
}

static struct pst_key_value text_key(const char *text, const char *period)
{
  struct pst_key_value key = {.text = pst_text_of(text)};

  if (period != NULL)
    key.period = pst_text_of(period);
  return key;
}

/* Of tables (with a period) and as people write them; in a list short enough to be looked through, and in a
   long one. */
static void times_by_what_they_are(void **state)
{
  enum { ITEMS = 40 };
  static const struct {
    const char *text, *period, *wanted, *wanted_period;
    bool same;
  } rows[] = {{"2015Q1", "2015-Q1", "2015-Q1", NULL, true},
              {"2015Q1", NULL, "2015-Q1", NULL, true},
              {"2015M07", "2015-07", "2015-07", NULL, true},
              {"2015M07", "2015-07", "2015M07", NULL, true},
              {"2015M07", "2015-07", "201507", "2015-07", true},
              {"2000-01", "2000-2001", "2000-01", NULL, true},
              {"2000-01", "2000-2001", "2000-01", "2000-01", false},
              {"2000-01", "2000-2001", "2000/01", "2000-2001", true},
              {"2015Q1", "2015-Q1", "2015-Q2", NULL, false},
              {"Kent", NULL, "Kent", NULL, true}};
  struct pst_item items[ITEMS] = {{.row = 0}};
  struct pst_key_index index;

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    const struct pst_key_value wanted = text_key(rows[i].wanted, rows[i].wanted_period);

    for (size_t k = 0; k < ITEMS; k++)
      items[k].key = (struct pst_key_value){.is_number = true, .number = (int64_t)k};
    items[1].key = text_key(rows[i].text, rows[i].period);
    assert_int_equal(pst_key_equal(&items[1].key, &wanted), rows[i].same);
    assert_int_equal(pst_key_equal(&wanted, &items[1].key), rows[i].same);
    for (size_t count = 2; count <= ITEMS; count += ITEMS - 2) {
      assert_true(pst_key_index_make(&index, &arena, items, count));
      assert_ptr_equal(pst_key_index_find(&index, &wanted), rows[i].same ? &items[1] : NULL);
    }
  }
}

static void number_items(struct pst_item *items, const int64_t *numbers, size_t count)
{
  for (size_t i = 0; i < count; i++)
    items[i] = (struct pst_item){.key = {.is_number = true, .number = numbers[i]}};
}

static void gaps_between_times(void **state)
{
  static const int64_t years[] = {2000, 2001, 2002, 2005, 2006}, codes[] = {4, 8, 12, 16, 20};
  static const int64_t far[] = {1, 2, 3, INT64_C(900000000000000)};
  const struct pst_key_value quarters[] = {text_key("2015Q3", "2015-Q3"), text_key("2015-Q4", NULL),
                                           text_key("2016-Q2", NULL)};
  struct pst_item items[8];
  char text[PST_PERIOD_SIZE];

  (void)state;
  number_items(items, years, 5);
  assert_true(pst_items_follow(items, 5));
  assert_int_equal(pst_items_gap(items, 2), 0);
  assert_int_equal(pst_items_gap(items, 3), 2);
  pst_items_gap_key(items, 3, 2, text);
  assert_string_equal(text, "2004");
  number_items(items, codes, 5);
  assert_false(pst_items_follow(items, 5));
  number_items(items, far, 4);
  assert_true(pst_items_follow(items, 4));
  assert_int_equal(pst_items_gap(items, 3), INT64_C(899999999999996));
  for (size_t i = 0; i < 3; i++)
    items[i] = (struct pst_item){.key = quarters[i]};
  assert_true(pst_items_follow(items, 3));
  assert_int_equal(pst_items_gap(items, 2), 1);
  pst_items_gap_key(items, 2, 1, text);
  assert_string_equal(text, "2016-Q1");
  items[1].key = text_key("Kent", NULL);
  assert_false(pst_items_follow(items, 3));
  assert_false(pst_items_follow(items, 1));
}

/* Numbers and the same numbers as texts, some of them twice: the first is found. */
static void keys_as_by_looking(void **state)
{
  enum { ITEMS = 400 };
  static char texts[ITEMS][16];
  struct pst_item *items = pst_arena_array(&arena, ITEMS, sizeof *items);
  struct pst_key_index index;

  (void)state;
  for (size_t i = 0; i < ITEMS; i++) {
    items[i].key.number = next(300);
    items[i].key.is_number = next(2) == 0;
    snprintf(texts[i], sizeof texts[i], "%d", (int)items[i].key.number);
    items[i].key.text = pst_text_of(texts[i]);
    items[i].member = i % 2 == 0 ? PST_TRUTH_YES : PST_TRUTH_UNDECIDED;
  }
  for (size_t count = 0; count <= ITEMS; count += 1 + count / 3) {
    assert_true(pst_key_index_make(&index, &arena, items, count));
    for (int64_t key = -2; key < 302; key++) {
      const struct pst_key_value wanted = {.is_number = true, .number = key};
      const struct pst_item *first = NULL;

      for (size_t i = 0; i < count && first == NULL; i++)
        if (pst_key_equal(&items[i].key, &wanted))
          first = &items[i];
      assert_ptr_equal(pst_key_index_find(&index, &wanted), first);
      assert_int_equal(pst_key_index_member(&index, &wanted),
                       first == NULL ? PST_TRUTH_NO : first->member);
    }
  }
  pst_arena_free(&arena);
}

/* What the index walks over, and what it counts above, against looking at every item. */
static void ranges_as_by_looking(void **state)
{
  enum { ITEMS = 60, TRIALS = 2000 };

  (void)state;
  for (int trial = 0; trial < TRIALS; trial++) {
    size_t count = next(ITEMS), met = 0, walked = 0, above;
    struct pst_item *items = pst_arena_array(&arena, count, sizeof *items);
    struct pst_range about = any_range();
    struct pst_range_index index;

    for (size_t i = 0; i < count; i++) {
      struct pst_range range = any_range();

      items[i].number = pst_number_leaf(&exact, &range, false, pst_rational_whole(0), 1);
      items[i].member = PST_TRUTH_YES;
      met += pst_range_meet(&range, &about);
    }
    assert_true(pst_range_index_make(&index, &exact, items, count));
    assert_true(index.plain);
    assert_true(count == 0 || !index.printed);
    above = pst_range_index_above(&index, &about);
    for (size_t at = above; (at = pst_range_index_below(&index, at, &about)) != SIZE_MAX;) {
      assert_true(pst_range_meet(&index.entries[at].range, &about));
      walked++;
    }
    assert_int_equal(walked, met);
    for (size_t at = above; at < count; at++) {
      struct pst_range difference = pst_range_subtract(&exact, &index.entries[at].range, &about);

      assert_int_equal(pst_range_sign(&difference, PST_IS_MORE), PST_TRUTH_YES);
    }
    pst_arena_free(&arena);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(keys_as_by_looking),
      cmocka_unit_test(times_by_what_they_are),
      cmocka_unit_test(gaps_between_times),
      cmocka_unit_test(ranges_as_by_looking),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
