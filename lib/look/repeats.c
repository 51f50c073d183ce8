/* repeats.c -- rows that are equal in some columns. */
#include "look/repeats.h"

#include <stdint.h>
#include <string.h>

#include "base/hash.h"

struct rows {
  const struct pst_repeat_cells *columns;
  size_t n;
  struct pst_hash table;
};

static uint64_t cell_bits(const struct pst_repeat_cells *cells, size_t row)
{
  uint64_t bits;
  double value;

  if (cells->code != NULL)
    return cells->code[row];
  value = cells->value[row] + 0.0; /* -0 is 0 */
  memcpy(&bits, &value, sizeof bits);
  return bits;
}

static uint64_t row_hash(const struct rows *rows, size_t row)
{
  uint64_t hash = 0;

  for (size_t c = 0; c < rows->n; c++)
    hash = pst_hash_join(hash, cell_bits(&rows->columns[c], row));
  return hash;
}

static bool is_like(const void *owner, size_t a, const void *key)
{
  const struct rows *rows = owner;
  const size_t *b = key;

  for (size_t c = 0; c < rows->n; c++)
    if (cell_bits(&rows->columns[c], a) != cell_bits(&rows->columns[c], *b))
      return false;
  return true;
}

/* The first row that says what ROW says: ROW itself, which is then remembered, or an earlier one. */
static size_t first_like(struct rows *rows, size_t row)
{
  uint64_t hash = row_hash(rows, row);
  struct pst_hash_slot *slot = pst_hash_at(&rows->table, hash, is_like, rows, &row);

  if (pst_hash_item(slot) == PST_HASH_NONE)
    pst_hash_take(slot, hash, row);
  return pst_hash_item(slot);
}

enum pst_status pst_repeats_find(const struct pst_repeat_cells *columns, size_t n, size_t n_rows,
                                 const bool *skip, size_t most, size_t named,
                                 struct pst_arena *arena, struct pst_repeats *out,
                                 struct pst_error *error)
{
  struct rows rows = {.columns = columns, .n = n};

  *out = (struct pst_repeats){.n = 0};
  out->first = pst_arena_array(arena, (named < n_rows ? named : n_rows) + 1, sizeof *out->first);
  if (out->first == NULL || !pst_hash_room(&rows.table, n_rows + 1))
    return pst_fail_memory(error);
  for (; out->looked < n_rows && !out->stopped; out->looked++) {
    size_t r = out->looked, earlier = skip != NULL && skip[r] ? r : first_like(&rows, r);

    if (earlier == r)
      continue;
    out->stopped = ++out->n > most;
    if (out->n_first < named)
      out->first[out->n_first++] = (struct pst_repeat){.row = r, .earlier = earlier};
  }
  pst_hash_free(&rows.table);
  return PST_OK;
}

enum pst_status pst_repeats_number(const struct pst_repeat_cells *columns, size_t n, size_t n_rows,
                                   size_t *number, size_t *n_numbers, struct pst_error *error)
{
  struct rows rows = {.columns = columns, .n = n};

  *n_numbers = 0;
  if (!pst_hash_room(&rows.table, n_rows + 1))
    return pst_fail_memory(error);
  for (size_t r = 0; r < n_rows; r++) {
    size_t earlier = first_like(&rows, r);

    number[r] = earlier == r ? (*n_numbers)++ : number[earlier];
  }
  pst_hash_free(&rows.table);
  return PST_OK;
}
