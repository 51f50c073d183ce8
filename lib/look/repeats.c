#include "look/repeats.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct rows {
  const struct pst_repeat_cells *columns;
  size_t n;
  size_t *slots; /* row + 1; 0 is free */
  size_t n_slots;
};

static uint64_t cell_bits(const struct pst_repeat_cells *cells, size_t row)
{
  uint64_t bits;

  if (cells->code != NULL)
    return cells->code[row];
  memcpy(&bits, &cells->value[row], sizeof bits);
  return bits;
}

/* The finishing steps of splitmix64: every bit of a cell reaches every bit of the hash. */
static uint64_t mix(uint64_t bits)
{
  bits = (bits ^ bits >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
  bits = (bits ^ bits >> 27) * UINT64_C(0x94D049BB133111EB);
  return bits ^ bits >> 31;
}

static uint64_t row_hash(const struct rows *rows, size_t row)
{
  uint64_t hash = 0;

  for (size_t c = 0; c < rows->n; c++)
    hash = mix(hash + cell_bits(&rows->columns[c], row) + UINT64_C(0x9E3779B97F4A7C15));
  return hash;
}

static bool rows_equal(const struct rows *rows, size_t a, size_t b)
{
  for (size_t c = 0; c < rows->n; c++)
    if (cell_bits(&rows->columns[c], a) != cell_bits(&rows->columns[c], b))
      return false;
  return true;
}

/* The first row that says what ROW says: ROW itself, which is then remembered, or an earlier one. */
static size_t first_like(struct rows *rows, size_t row)
{
  size_t slot = (size_t)row_hash(rows, row) & (rows->n_slots - 1);

  while (rows->slots[slot] != 0) {
    if (rows_equal(rows, rows->slots[slot] - 1, row))
      return rows->slots[slot] - 1;
    slot = (slot + 1) & (rows->n_slots - 1);
  }
  rows->slots[slot] = row + 1;
  return row;
}

enum pst_status pst_repeats_find(const struct pst_repeat_cells *columns, size_t n, size_t n_rows,
                                 const bool *skip, size_t most, size_t named,
                                 struct pst_arena *arena, struct pst_repeats *out,
                                 struct pst_error *error)
{
  struct rows rows = {.columns = columns, .n = n, .n_slots = 64};

  *out = (struct pst_repeats){.n = 0};
  while (rows.n_slots / 2 < n_rows && rows.n_slots <= SIZE_MAX / 4)
    rows.n_slots *= 2;
  out->first = pst_arena_array(arena, (named < n_rows ? named : n_rows) + 1, sizeof *out->first);
  rows.slots = calloc(rows.n_slots, sizeof *rows.slots);
  if (out->first == NULL || rows.slots == NULL) {
    free(rows.slots);
    return pst_fail_memory(error);
  }
  for (size_t r = 0; r < n_rows && !out->stopped; r++) {
    size_t earlier = skip != NULL && skip[r] ? r : first_like(&rows, r);

    if (earlier == r)
      continue;
    out->stopped = ++out->n > most;
    if (out->n_first < named)
      out->first[out->n_first++] = (struct pst_repeat){.row = r, .earlier = earlier};
  }
  free(rows.slots);
  return PST_OK;
}
