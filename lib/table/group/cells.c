/* cells.c -- many rows to one: the rows of each combination of keys, while they go by. */
#include "table/group/cells.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/number.h"
#include "table/group/cells_state.h"

/* Rows that are added together, column by column. */
enum { BATCH = 256 };

const char *pst_aggregate_name(enum pst_aggregate how)
{
  static const char *const names[] = {"none", "sum", "mean",  "count", "median",
                                      "min",  "max", "first", "last",  "quantile"};

  return names[how];
}

const char *pst_aggregate_print(char text[PST_AGGREGATE_SIZE], enum pst_aggregate how, double q)
{
  char number[PST_NUMBER_SIZE];

  pst_number_print(number, q);
  snprintf(text, PST_AGGREGATE_SIZE, how == PST_AGGREGATE_QUANTILE ? "%s(%s)" : "%s",
           pst_aggregate_name(how), number);
  return text;
}

enum pst_status pst_cells_new(enum pst_aggregate how, size_t n_keys, size_t n_values,
                              struct pst_cells **result, struct pst_error *error)
{
  struct pst_cells *cells = calloc(1, sizeof *cells);

  if (cells == NULL)
    return pst_fail_memory(error);
  cells->n_keys = n_keys;
  cells->n_values = n_values;
  cells->keys = pst_arena_array(&cells->arena, n_keys + 1, sizeof *cells->keys);
  cells->values = pst_arena_array(&cells->arena, n_values + 1, sizeof *cells->values);
  cells->row = pst_arena_array(&cells->arena, n_keys + 1, sizeof *cells->row);
  cells->codes = pst_arena_array(&cells->arena, n_keys + 1, sizeof *cells->codes);
  cells->batch = pst_arena_array(&cells->arena, n_keys + 1, BATCH * sizeof *cells->batch);
  if (cells->keys == NULL || cells->values == NULL || cells->row == NULL || cells->codes == NULL
      || cells->batch == NULL) {
    pst_cells_free(cells);
    return pst_fail_memory(error);
  }
  for (size_t v = 0; v < n_values; v++)
    pst_cells_become(cells, v, how, 0.5);
  *result = cells;
  return PST_OK;
}

void pst_cells_become(struct pst_cells *cells, size_t v, enum pst_aggregate how, double q)
{
  cells->values[v].how = how;
  cells->values[v].q = q;
}

void pst_cells_place(struct pst_cells *cells, unsigned long long row)
{
  cells->next = row;
}

/* --- the columns --------------------------------------------------------------------------------- */

static const char *copied(struct pst_cells *cells, const char *string)
{
  return string == NULL ? NULL : pst_arena_string(&cells->arena, string);
}

static void remember_columns(struct pst_cells *cells, const struct pst_table *table,
                             const size_t *keys, const size_t *values)
{
  for (size_t k = 0; k < cells->n_keys; k++) {
    const struct pst_column *column = &table->columns[keys[k]];

    cells->keys[k].name = copied(cells, column->name);
    cells->keys[k].unit = copied(cells, column->unit);
    cells->keys[k].title = copied(cells, column->title);
    cells->keys[k].want = column->type == PST_COLUMN_TIME ? PST_WANT_TIME : PST_WANT_TEXT;
    cells->keys[k].field = column->field;
  }
  for (size_t v = 0; v < cells->n_values; v++) {
    const struct pst_column *column = &table->columns[values[v]];

    cells->values[v].name = copied(cells, column->name);
    cells->values[v].unit = copied(cells, column->unit);
    cells->values[v].title = copied(cells, column->title);
    cells->values[v].field = column->field;
    /* Half of >10 is no whole number, whatever the halves of the others are. */
    cells->values[v].not_whole = column->field == SIZE_MAX;
    for (size_t before = 0; before < v; before++)
      cells->values[v].again = cells->values[v].again || values[before] == values[v];
  }
  cells->begun = true;
}

bool pst_cells_kind(struct pst_cells_key *key, enum pst_period_kind period)
{
  bool plain = period == PST_PERIOD_NONE || period == PST_PERIOD_YEAR;

  if (!key->any || (plain && key->period == PST_PERIOD_YEAR)) {
    key->period = period;
    key->any = true;
  }
  return key->period == period || (plain && key->period == PST_PERIOD_NONE);
}

enum pst_status pst_cells_fail_kind(const struct pst_cells_key *key, const char *text,
                                    enum pst_period_kind period, const char *file,
                                    unsigned long line, struct pst_error *error)
{
  return pst_fail_at(error, PST_BAD_DATA, file, line,
                     "%s: '%s' is a %s, but the cells before it are of the kind %s; a column has "
                     "one kind of period",
                     key->name, text,
                     period == PST_PERIOD_NONE ? "number" : pst_period_name(period),
                     key->period == PST_PERIOD_NONE ? "number" : pst_period_name(key->period));
}

static enum pst_status check_kind(struct pst_cells_key *key, const struct pst_table *table,
                                  const struct pst_column *column, struct pst_error *error)
{
  char text[PST_CELL_SIZE];
  size_t r = 0;

  while (r < table->n_rows && pst_column_missing(column, r))
    r++;
  if (r == table->n_rows)
    return PST_OK;
  return pst_cells_kind(key, column->period)
             ? PST_OK
             : pst_cells_fail_kind(key, pst_column_text(column, r, text), column->period,
                                   pst_table_file(table, r), pst_table_line(table, r), error);
}

/* The others pick one of the values, and find it by the doubles. */
static bool sums(enum pst_aggregate how)
{
  return how == PST_AGGREGATE_SUM || how == PST_AGGREGATE_MEAN || how == PST_AGGREGATE_COUNT;
}

static enum pst_status check_digits(enum pst_aggregate how, const struct pst_table *table,
                                    const struct pst_column *column, struct pst_error *error)
{
  size_t r = pst_column_inexact(column, 0, table->n_rows);
  char text[PST_CELL_SIZE];

  if (sums(how) || r == table->n_rows)
    return PST_OK;
  return pst_fail_at(error, PST_BAD_DATA, pst_table_file(table, r), pst_table_line(table, r),
                     "%s: '%s' has more digits than the %s tells apart (whole numbers are exact "
                     "up to 9007199254740992); sum and mean take it",
                     column->name, pst_column_text(column, r, text), pst_aggregate_name(how));
}

static enum pst_status begin_table(struct pst_cells *cells, const struct pst_table *table,
                                   const size_t *keys, struct pst_error *error)
{
  for (size_t k = 0; k < cells->n_keys; k++) {
    const struct pst_column *column = &table->columns[keys[k]];
    size_t n = (size_t)column->arrays.texts.count + 1;
    enum pst_status status = PST_OK;

    if (!PST_ARRAY_RESIZE(cells->codes[k], n, 1))
      return pst_fail_memory(error);
    for (size_t i = 0; i < n; i++)
      cells->codes[k][i] = PST_CODE_MISSING;
    if (column->type == PST_COLUMN_TIME)
      status = check_kind(&cells->keys[k], table, column, error);
    if (status != PST_OK)
      return status;
  }
  return PST_OK;
}

/* --- finding the cell ------------------------------------------------------------------------------ */

/* The code here of the text CODE of COLUMN, in a table that codes has seen before or not. */
static unsigned code_of(struct pst_cells *cells, size_t k, const struct pst_column *column,
                        unsigned code)
{
  unsigned *here = &cells->codes[k][code];

  if (*here == PST_CODE_MISSING)
    *here = pst_dictionary_add(&cells->keys[k].texts, column->arrays.texts.texts[code]);
  return *here;
}

struct batch {
  size_t from, n;
  bool without[BATCH]; /* no cell: a key is missing */
  size_t cell[BATCH];
  uint64_t *parts; /* the keys, row by row */
};

/* Key K of the rows of BATCH that have all keys before it; false when memory is
 * out. */
static bool read_key(struct pst_cells *cells, size_t k, const struct pst_column *column,
                     struct batch *batch)
{
  const unsigned *codes = column->arrays.code;

  for (size_t i = 0; i < batch->n; i++) {
    size_t row = batch->from + i;
    unsigned code = codes == NULL ? PST_CODE_MISSING : codes[row];
    uint64_t *part = &batch->parts[i * cells->n_keys + k];

    if (batch->without[i])
      continue;
    if (column->type == PST_COLUMN_TEXT ? code == PST_CODE_MISSING
                                        : pst_column_missing(column, row)) {
      batch->without[i] = true;
    } else if (code == PST_CODE_MISSING) { /* a year, or a plain number; -0 is 0 */
      double value = column->arrays.value[row] + 0.0;

      memcpy(part, &value, sizeof value);
    } else {
      *part = code_of(cells, k, column, code);
      if (*part == PST_CODE_MISSING)
        return false;
    }
  }
  return true;
}

static bool has_keys(const void *owner, size_t cell, const void *keys)
{
  const struct pst_cells *cells = owner;
  const uint64_t *parts = keys;

  for (size_t k = 0; k < cells->n_keys; k++)
    if (cells->parts[cell * cells->n_keys + k] != parts[k])
      return false;
  return true;
}

static uint64_t hash_keys(const struct pst_cells *cells, const uint64_t *row)
{
  uint64_t hash = 0;

  for (size_t k = 0; k < cells->n_keys; k++)
    hash = pst_hash_join(hash, row[k]);
  return hash;
}

static bool grow_cells(struct pst_cells *cells)
{
  size_t n = pst_array_next(cells->capacity, cells->n_cells + 1);

  if (cells->n_cells < cells->capacity)
    return true;
  if (!PST_ARRAY_RESIZE(cells->parts, n, cells->n_keys)
      || !PST_ARRAY_RESIZE(cells->totals, n, cells->n_values)
      || !PST_ARRAY_RESIZE(cells->line, n, 1) || !PST_ARRAY_RESIZE(cells->file, n, 1)
      || !PST_ARRAY_RESIZE(cells->place, n, 1))
    return false;
  cells->capacity = n;
  return true;
}

static bool add_cell(struct pst_cells *cells, const uint64_t *row)
{
  size_t c = cells->n_cells;

  if (!grow_cells(cells))
    return false;
  if (cells->n_keys > 0)
    memcpy(cells->parts + c * cells->n_keys, row, cells->n_keys * sizeof *row);
  for (size_t v = 0; v < cells->n_values; v++)
    cells->totals[c * cells->n_values + v] = (struct pst_cell_value){.n = 0};
  cells->n_cells++;
  return true;
}

static inline bool find_cell(struct pst_cells *cells, const uint64_t *row, bool *is_new)
{
  struct pst_hash_slot *slot;
  uint64_t hash;

  *is_new = false;
  if (cells->n_cells > 0 && has_keys(cells, cells->last, row))
    return true;
  if (!pst_hash_room(&cells->by_keys, cells->n_cells + 1))
    return false;
  hash = hash_keys(cells, row);
  slot = pst_hash_at(&cells->by_keys, hash, has_keys, cells, row);
  if (pst_hash_item(slot) == PST_HASH_NONE) {
    if (!add_cell(cells, row))
      return false;
    pst_hash_take(slot, hash, cells->n_cells - 1);
    *is_new = true;
  }
  cells->last = pst_hash_item(slot);
  return true;
}

bool pst_cells_find(struct pst_cells *cells, bool *is_new)
{
  return find_cell(cells, cells->row, is_new);
}

/* --- adding rows ------------------------------------------------------------------------------------ */

/* The cells of the rows of BATCH; false when memory is out. */
static bool find_cells(struct pst_cells *cells, const struct pst_table *table, struct batch *batch)
{
  for (size_t i = 0; i < batch->n; i++) {
    bool is_new;

    if (batch->without[i]) {
      cells->report.without_key++;
      continue;
    }
    if (!find_cell(cells, batch->parts + i * cells->n_keys, &is_new))
      return false;
    batch->cell[i] = cells->last;
    if (is_new) {
      cells->line[cells->last] = pst_table_line(table, batch->from + i);
      cells->file[cells->last] = pst_table_file_number(table, batch->from + i);
      cells->place[cells->last] = cells->next + batch->from + i;
    }
  }
  return true;
}

static bool add_value(struct pst_cells *cells, size_t v, const struct pst_column *column,
                      size_t cell, size_t row)
{
  struct pst_cell_value *total = &cells->totals[cell * cells->n_values + v];
  struct pst_cells_value *about = &cells->values[v];
  unsigned long long place = cells->next + row;

  if (pst_column_bounded(column, row)) {
    about->not_whole = about->not_whole || !pst_cell_value_whole(&column->arrays.bounds[row]);
    return pst_cell_value_bounds(total, about->how, place, &column->arrays.bounds[row]);
  }
  if (isnan(column->arrays.value[row])) {
    cells->report.missing += !about->again;
    return true;
  }
  about->not_whole = about->not_whole || column->arrays.decimals[row] > 0
                     || column->arrays.value[row] != floor(column->arrays.value[row]);
  return pst_cell_value_add(total, about->how, place, column->arrays.value[row],
                            pst_column_rest(column, row), column->arrays.decimals[row]);
}

static bool add_values(struct pst_cells *cells, size_t v, const struct pst_column *column,
                       const struct batch *batch)
{
  for (size_t i = 0; i < batch->n; i++)
    if (!batch->without[i] && !add_value(cells, v, column, batch->cell[i], batch->from + i))
      return false;
  return true;
}

static bool add_batch(struct pst_cells *cells, const struct pst_table *table, const size_t *keys,
                      const size_t *values, struct batch *batch)
{
  memset(batch->without, 0, sizeof batch->without);
  for (size_t k = 0; k < cells->n_keys; k++)
    if (!read_key(cells, k, &table->columns[keys[k]], batch))
      return false;
  if (!find_cells(cells, table, batch))
    return false;
  for (size_t v = 0; v < cells->n_values; v++)
    if (!add_values(cells, v, &table->columns[values[v]], batch))
      return false;
  return true;
}

enum pst_status pst_cells_add(struct pst_cells *cells, const struct pst_table *table,
                              const size_t *keys, const size_t *values, struct pst_error *error)
{
  struct batch batch = {.parts = cells->batch};
  enum pst_status status;

  if (!cells->begun)
    remember_columns(cells, table, keys, values);
  status = begin_table(cells, table, keys, error);
  for (size_t v = 0; v < cells->n_values && status == PST_OK; v++)
    status = check_digits(cells->values[v].how, table, &table->columns[values[v]], error);
  if (status != PST_OK)
    return status;
  for (; batch.from < table->n_rows; batch.from += BATCH) {
    batch.n = table->n_rows - batch.from < BATCH ? table->n_rows - batch.from : BATCH;
    if (!add_batch(cells, table, keys, values, &batch))
      return pst_fail_memory(error);
  }
  cells->report.rows += table->n_rows;
  cells->next += table->n_rows;
  return PST_OK;
}

void pst_cells_free(struct pst_cells *cells)
{
  if (cells == NULL)
    return;
  for (size_t i = 0; i < cells->n_cells * cells->n_values; i++)
    pst_cell_value_free(&cells->totals[i]);
  for (size_t k = 0; cells->keys != NULL && cells->codes != NULL && k < cells->n_keys; k++) {
    pst_dictionary_free(&cells->keys[k].texts);
    free(cells->codes[k]);
  }
  free(cells->parts);
  free(cells->totals);
  free(cells->line);
  free(cells->file);
  free(cells->place);
  pst_hash_free(&cells->by_keys);
  pst_arena_free(&cells->arena);
  free(cells);
}
