/* group.c -- rows by the texts of some columns. */
#include "table/group/group.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/array.h"
#include "base/hash.h"

/* Group numbers are made one column at a time: the pair (group so far, code of the next column) is
   looked up among the pairs that there were. */
struct pair {
  size_t before;
  unsigned code;
};

struct pairs {
  struct pst_hash table;
  struct pair *pairs;
  size_t count, capacity;
  size_t last; /* the pair of the row before */
};

static bool is_pair(const void *owner, size_t item, const void *key)
{
  const struct pairs *pairs = owner;
  const struct pair *a = &pairs->pairs[item], *b = key;

  return a->before == b->before && a->code == b->code;
}

/* The number of PAIR, new if it was not there; SIZE_MAX when memory is out. */
static size_t pair_number(struct pairs *pairs, struct pair pair)
{
  uint64_t hash = pst_hash_join(pst_hash_mix(pair.before), pair.code);
  struct pst_hash_slot *slot;

  if (pairs->count > 0 && is_pair(pairs, pairs->last, &pair))
    return pairs->last;
  if (!pst_hash_room(&pairs->table, pairs->count + 1)
      || !PST_ARRAY_ROOM(pairs->pairs, pairs->capacity, pairs->count + 1))
    return SIZE_MAX;
  slot = pst_hash_at(&pairs->table, hash, is_pair, pairs, &pair);
  if (pst_hash_item(slot) == PST_HASH_NONE) {
    pst_hash_take(slot, hash, pairs->count);
    pairs->pairs[pairs->count++] = pair;
  }
  pairs->last = pst_hash_item(slot);
  return pairs->last;
}

/* Refine GROUP (one number a row; SIZE_MAX is none) by COLUMN; returns how many there are now. */
static bool refine(const struct pst_table *table, const struct pst_column *column, size_t *group,
                   size_t *n_groups)
{
  struct pairs pairs = {.count = 0};
  bool good = true;

  for (size_t r = 0; r < table->n_rows && good; r++) {
    if (group[r] == SIZE_MAX)
      continue;
    if (column->arrays.code[r] == PST_CODE_MISSING) {
      group[r] = SIZE_MAX;
      continue;
    }
    group[r] = pair_number(&pairs, (struct pair){group[r], column->arrays.code[r]});
    good = group[r] != SIZE_MAX;
  }
  *n_groups = pairs.count;
  pst_hash_free(&pairs.table);
  free(pairs.pairs);
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
