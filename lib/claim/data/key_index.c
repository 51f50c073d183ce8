/* key_index.c -- the members of a set found by their key, and those of a series by their range. */
#include "claim/data/key_index.h"

#include <stdio.h>
#include <stdlib.h>

enum { FEW = 16 };

/* --- keys --------------------------------------------------------------------------------------- */

/* The names under which KEY is found: as it is written, and as a period.  2003 and "2003" are one key. */
static size_t names_of(const struct pst_key_value *key, char digits[PST_KEY_DIGITS],
                       char period[PST_PERIOD_SIZE], struct pst_text names[2])
{
  names[0] = pst_key_text(key, digits);
  names[1] = pst_key_period(key, period);
  return names[1].data == NULL || pst_text_equal(names[0], names[1]) ? 1 : 2;
}

static bool has_key(const void *owner, size_t item, const void *key)
{
  const struct pst_key_index *index = owner;

  return pst_key_equal(&index->items[item].key, key);
}

bool pst_key_index_make(struct pst_key_index *index, struct pst_arena *arena,
                        const struct pst_item *items, size_t count)
{
  char digits[PST_KEY_DIGITS], period[PST_PERIOD_SIZE];
  struct pst_text names[2];

  *index = (struct pst_key_index){.items = items, .count = count};
  if (count <= FEW)
    return true;
  if (!pst_hash_room_in(&index->table, arena, 2 * count))
    return false;
  for (size_t i = 0; i < count; i++) {
    size_t n = names_of(&items[i].key, digits, period, names);

    for (size_t k = 0; k < n; k++) {
      uint64_t hash = pst_hash_text(names[k]);
      struct pst_hash_slot *slot = pst_hash_at(&index->table, hash, has_key, index, &items[i].key);

      if (pst_hash_item(slot) == PST_HASH_NONE)
        pst_hash_take(slot, hash, i);
    }
  }
  return true;
}

const struct pst_item *pst_key_index_find(const struct pst_key_index *index,
                                          const struct pst_key_value *key)
{
  char digits[PST_KEY_DIGITS], period[PST_PERIOD_SIZE];
  struct pst_text names[2];

  if (index->count > FEW) {
    size_t n = names_of(key, digits, period, names), found = PST_HASH_NONE;

    for (size_t k = 0; k < n && found == PST_HASH_NONE; k++)
      found =
          pst_hash_item(pst_hash_at(&index->table, pst_hash_text(names[k]), has_key, index, key));
    return found == PST_HASH_NONE ? NULL : &index->items[found];
  }
  for (size_t i = 0; i < index->count; i++)
    if (pst_key_equal(&index->items[i].key, key))
      return &index->items[i];
  return NULL;
}

enum pst_truth pst_key_index_member(const struct pst_key_index *index,
                                    const struct pst_key_value *key)
{
  const struct pst_item *found = pst_key_index_find(index, key);

  return found == NULL ? PST_TRUTH_NO : found->member;
}

/* --- ranges ------------------------------------------------------------------------------------- */

static int by_low(const void *a, const void *b)
{
  const struct pst_ranged *x = a, *y = b;
  int order = pst_limit_compare_low(&x->range.low, &y->range.low);

  return order != 0 ? order : (x->item > y->item) - (x->item < y->item);
}

static size_t further(const struct pst_range_index *index, size_t a, size_t b)
{
  return pst_limit_compare_high(&index->entries[a].range.high, &index->entries[b].range.high) < 0
             ? b
             : a;
}

/* Fills in reach from entry FIRST to before END, which are a part; which reaches furthest. */
static size_t reach_far(struct pst_range_index *index, size_t first, size_t end)
{
  size_t middle = first + (end - first) / 2, reach = middle;

  if (first == end)
    return SIZE_MAX;
  if (first < middle)
    reach = further(index, reach, reach_far(index, first, middle));
  if (middle + 1 < end)
    reach = further(index, reach, reach_far(index, middle + 1, end));
  index->entries[middle].reach = reach;
  return reach;
}

bool pst_range_index_make(struct pst_range_index *index, struct pst_exact *exact,
                          const struct pst_item *items, size_t count)
{
  *index = (struct pst_range_index){.count = count, .plain = true, .printed = true};
  index->entries = pst_arena_array(exact->arena, count, sizeof *index->entries);
  if (index->entries == NULL)
    return false;
  for (size_t i = 0; i < count; i++) {
    const struct pst_number *number = items[i].number;

    index->entries[i].item = &items[i];
    index->entries[i].range =
        number != NULL ? number->range : pst_range_point(pst_rational_whole(items[i].key.number));
    index->plain = index->plain && number != NULL && items[i].member == PST_TRUTH_YES;
    index->printed = index->printed && number != NULL && number->has_printed;
  }
  if (count > 1)
    qsort(index->entries, count, sizeof *index->entries, by_low);
  reach_far(index, 0, count);
  return true;
}

/* Is what lies from LOW on all above RANGE? */
static bool is_above(const struct pst_limit *low, const struct pst_range *range)
{
  struct pst_range from = pst_range_all();

  from.low = *low;
  return !pst_range_meet(&from, range);
}

static bool is_below(const struct pst_limit *high, const struct pst_range *range)
{
  struct pst_range to = pst_range_all();

  to.high = *high;
  return !pst_range_meet(&to, range);
}

size_t pst_range_index_above(const struct pst_range_index *index, const struct pst_range *range)
{
  size_t first = 0, count = index->count;

  while (count > 0) {
    size_t half = count / 2;

    if (is_above(&index->entries[first + half].range.low, range)) {
      count = half;
    } else {
      first += half + 1;
      count -= half + 1;
    }
  }
  return first;
}

/* The last entry before AT, of the part from FIRST to before END, that is not all below RANGE. */
static size_t last_beside(const struct pst_range_index *index, size_t first, size_t end, size_t at,
                          const struct pst_range *range)
{
  size_t middle = first + (end - first) / 2, found = SIZE_MAX;

  if (first >= end || first >= at
      || is_below(&index->entries[index->entries[middle].reach].range.high, range))
    return SIZE_MAX;
  if (middle + 1 < at)
    found = last_beside(index, middle + 1, end, at, range);
  if (found == SIZE_MAX && middle < at && !is_below(&index->entries[middle].range.high, range))
    found = middle;
  return found != SIZE_MAX ? found : last_beside(index, first, middle, at, range);
}

size_t pst_range_index_below(const struct pst_range_index *index, size_t at,
                             const struct pst_range *range)
{
  return last_beside(index, 0, index->count, at, range);
}
