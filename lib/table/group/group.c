#include "table/group/group.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Group numbers are made one column at a time: the pair (group so far, code of the next column) is
   looked up in a hash table of pairs. */
struct pairs {
  uint64_t *keys; /* pair + 1; 0 is free */
  size_t *numbers;
  size_t n_slots, count;
};

static size_t pair_slot(const struct pairs *pairs, uint64_t key)
{
  uint64_t hash = key * UINT64_C(0x9E3779B97F4A7C15);
  size_t slot = (size_t)(hash >> 20) & (pairs->n_slots - 1);

  while (pairs->keys[slot] != 0 && pairs->keys[slot] != key)
    slot = (slot + 1) & (pairs->n_slots - 1);
  return slot;
}

static bool pairs_grow(struct pairs *pairs)
{
  struct pairs more = {.n_slots = pairs->n_slots == 0 ? 256 : pairs->n_slots * 2};

  more.keys = calloc(more.n_slots, sizeof *more.keys);
  more.numbers = calloc(more.n_slots, sizeof *more.numbers);
  if (more.keys == NULL || more.numbers == NULL) {
    free(more.keys);
    free(more.numbers);
    return false;
  }
  for (size_t i = 0; i < pairs->n_slots; i++) {
    size_t slot;

    if (pairs->keys[i] == 0)
      continue;
    slot = pair_slot(&more, pairs->keys[i]);
    more.keys[slot] = pairs->keys[i];
    more.numbers[slot] = pairs->numbers[i];
  }
  more.count = pairs->count;
  free(pairs->keys);
  free(pairs->numbers);
  *pairs = more;
  return true;
}

/* The number of the pair, new if it was not there; SIZE_MAX when memory is out. */
static size_t pair_number(struct pairs *pairs, uint64_t before, unsigned code)
{
  uint64_t key = (before << 32 | code) + 1;
  size_t slot;

  if (pairs->count >= pairs->n_slots / 2 && !pairs_grow(pairs))
    return SIZE_MAX;
  slot = pair_slot(pairs, key);
  if (pairs->keys[slot] == 0) {
    pairs->keys[slot] = key;
    pairs->numbers[slot] = pairs->count++;
  }
  return pairs->numbers[slot];
}

/* Refine GROUP (one number a row; SIZE_MAX is none) by COLUMN; returns how many there are now. */
static bool refine(const struct pst_table *table, const struct pst_column *column, size_t *group,
                   size_t *n_groups)
{
  struct pairs pairs = {.n_slots = 0};
  bool good = true;

  for (size_t r = 0; r < table->n_rows && good; r++) {
    if (group[r] == SIZE_MAX)
      continue;
    if (column->arrays.code[r] == PST_CODE_MISSING) {
      group[r] = SIZE_MAX;
      continue;
    }
    group[r] = pair_number(&pairs, group[r], column->arrays.code[r]);
    good = group[r] != SIZE_MAX;
  }
  *n_groups = pairs.count;
  free(pairs.keys);
  free(pairs.numbers);
  return good;
}

/* Rows by group: a counting sort, which keeps the table's order inside a group. */
static bool collect(const struct pst_table *table, const size_t *group, struct pst_groups *groups)
{
  size_t n = groups->n_groups;

  groups->first = calloc(n + 2, sizeof *groups->first);
  groups->row = malloc((table->n_rows + 1) * sizeof *groups->row);
  if (groups->first == NULL || groups->row == NULL)
    return false;
  for (size_t r = 0; r < table->n_rows; r++)
    if (group[r] != SIZE_MAX)
      groups->first[group[r] + 2]++;
  for (size_t g = 2; g <= n; g++)
    groups->first[g] += groups->first[g - 1];
  for (size_t r = 0; r < table->n_rows; r++) {
    if (group[r] == SIZE_MAX)
      groups->n_left_out++;
    else
      groups->row[groups->first[group[r] + 1]++] = r;
  }
  return true;
}

static bool name_groups(const struct pst_table *table, const size_t *columns,
                        struct pst_groups *groups)
{
  groups->keys = malloc((groups->n_groups * groups->n_keys + 1) * sizeof *groups->keys);
  if (groups->keys == NULL)
    return false;
  for (size_t g = 0; g < groups->n_groups; g++)
    for (size_t k = 0; k < groups->n_keys; k++) {
      const struct pst_column *column = &table->columns[columns[k]];

      groups->keys[g * groups->n_keys + k] = pst_dictionary_string(
          &column->arrays.texts, column->arrays.code[groups->row[groups->first[g]]]);
    }
  return true;
}

enum pst_status pst_group(const struct pst_table *table, const size_t *columns, size_t n,
                          struct pst_groups *groups, struct pst_error *error)
{
  size_t *group = calloc(table->n_rows + 1, sizeof *group);
  bool good = group != NULL;

  *groups = (struct pst_groups){.n_groups = table->n_rows > 0, .n_keys = n};
  for (size_t k = 0; k < n && good; k++)
    good = refine(table, &table->columns[columns[k]], group, &groups->n_groups);
  good = good && collect(table, group, groups) && name_groups(table, columns, groups);
  free(group);
  if (good)
    return PST_OK;
  pst_groups_free(groups);
  return pst_fail_memory(error);
}

void pst_groups_free(struct pst_groups *groups)
{
  free(groups->keys);
  free(groups->first);
  free(groups->row);
  *groups = (struct pst_groups){.n_groups = 0};
}
