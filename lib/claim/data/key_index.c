#include "claim/data/key_index.h"

#include <stdio.h>
#include <stdlib.h>

enum { FEW = 16 };

/* --- keys --------------------------------------------------------------------------------------- */

/* 2003 and "2003" are one key, so that both are hashed as the text. */
static uint64_t hash_of(const struct pst_key_value *key)
{
  uint64_t hash = 1469598103934665603ULL;
  struct pst_text text = key->text;
  char digits[32];

  if (key->is_number)
    text = (struct pst_text){
        .data = digits,
        .size = (size_t)snprintf(digits, sizeof digits, "%lld", (long long)key->number)};
  for (size_t i = 0; i < text.size; i++)
    hash = (hash ^ (unsigned char)text.data[i]) * 1099511628211ULL;
  return (hash ^ hash >> 29) * 0x9E3779B97F4A7C15ULL >> 16;
}

/* The slot of KEY, or the empty one where it would be. */
static size_t slot_of(const struct pst_key_index *index, const struct pst_key_value *key)
{
  size_t slot = hash_of(key) & (index->n_slots - 1);

  while (index->slots[slot] != 0 && !pst_key_equal(&index->items[index->slots[slot] - 1].key, key))
    slot = (slot + 1) & (index->n_slots - 1);
  return slot;
}

bool pst_key_index_make(struct pst_key_index *index, struct pst_arena *arena,
                        const struct pst_item *items, size_t count)
{
  *index = (struct pst_key_index){.items = items, .count = count, .n_slots = FEW};
  if (count <= FEW || count >= UINT32_MAX)
    return true;
  while (index->n_slots < 2 * count)
    index->n_slots *= 2;
  index->slots = pst_arena_array(arena, index->n_slots, sizeof *index->slots);
  for (size_t i = 0; index->slots != NULL && i < count; i++) {
    size_t slot = slot_of(index, &items[i].key);

    if (index->slots[slot] == 0)
      index->slots[slot] = (uint32_t)i + 1;
  }
  return index->slots != NULL;
}

const struct pst_item *pst_key_index_find(const struct pst_key_index *index,
                                          const struct pst_key_value *key)
{
  uint32_t found;

  if (index->slots != NULL) {
    found = index->slots[slot_of(index, key)];
    return found == 0 ? NULL : &index->items[found - 1];
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
