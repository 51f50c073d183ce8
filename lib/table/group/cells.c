#include "table/group/cells.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "table/group/cell_value.h"

/* A key's part of a row: the code of a text, or the bits of a number's double. */
struct key_column {
  const char *name, *unit, *title;
  enum pst_want want;
  enum pst_period_kind period; /* of times */
  size_t field;
  bool any; /* a time was read */
  struct pst_dictionary texts;
};

struct value_column {
  const char *name, *unit, *title;
  size_t field;
  bool not_whole; /* some number is not: >10 is then no 11 or more */
};

struct pst_cells {
  enum pst_aggregate how;
  size_t n_keys, n_values;
  bool begun;
  struct key_column *keys;
  struct value_column *values;
  uint64_t *parts;               /* n_cells * n_keys */
  struct pst_cell_value *totals; /* n_cells * n_values */
  unsigned long *line;           /* of each cell's first row */
  unsigned *file;
  size_t n_cells, capacity;
  size_t *slots, n_slots; /* open addressing; cell + 1, 0 is free */
  size_t last;            /* the cell of the row before */
  uint64_t *row;          /* the keys of the row in hand */
  unsigned **codes;       /* of each text key: code in the table in hand -> code here, or missing */
  struct pst_cells_report report;
  struct pst_arena arena;
};

const char *pst_aggregate_name(enum pst_aggregate how)
{
  static const char *const names[] = {"none", "sum", "mean", "count", "median"};

  return names[how];
}

enum pst_status pst_cells_new(enum pst_aggregate how, size_t n_keys, size_t n_values,
                              struct pst_cells **result, struct pst_error *error)
{
  struct pst_cells *cells = calloc(1, sizeof *cells);

  if (cells == NULL)
    return pst_fail_memory(error);
  cells->how = how;
  cells->n_keys = n_keys;
  cells->n_values = n_values;
  cells->keys = pst_arena_array(&cells->arena, n_keys + 1, sizeof *cells->keys);
  cells->values = pst_arena_array(&cells->arena, n_values + 1, sizeof *cells->values);
  cells->row = pst_arena_array(&cells->arena, n_keys + 1, sizeof *cells->row);
  cells->codes = pst_arena_array(&cells->arena, n_keys + 1, sizeof *cells->codes);
  if (cells->keys == NULL || cells->values == NULL || cells->row == NULL || cells->codes == NULL) {
    pst_cells_free(cells);
    return pst_fail_memory(error);
  }
  *result = cells;
  return PST_OK;
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
  }
  cells->begun = true;
}

/* Years and plain numbers go together, every other kind stands alone: as within one table. */
static enum pst_status check_kind(struct key_column *key, const struct pst_table *table,
                                  const struct pst_column *column, struct pst_error *error)
{
  bool plain = column->period == PST_PERIOD_NONE || column->period == PST_PERIOD_YEAR;
  char text[PST_CELL_SIZE];
  size_t r = 0;

  while (r < table->n_rows && pst_column_missing(column, r))
    r++;
  if (r == table->n_rows)
    return PST_OK;
  if (!key->any || (plain && key->period == PST_PERIOD_YEAR)) {
    key->period = column->period;
    key->any = true;
  }
  if (key->period == column->period || (plain && key->period == PST_PERIOD_NONE))
    return PST_OK;
  return pst_fail_at(error, PST_BAD_DATA, pst_table_file(table, r), table->line[r],
                     "%s: '%s' is a %s, but the cells before it are of the kind %s; a column has "
                     "one kind of period",
                     column->name, pst_column_text(column, r, text),
                     column->period == PST_PERIOD_NONE ? "number" : pst_period_name(column->period),
                     key->period == PST_PERIOD_NONE ? "number" : pst_period_name(key->period));
}

static enum pst_status begin_table(struct pst_cells *cells, const struct pst_table *table,
                                   const size_t *keys, struct pst_error *error)
{
  for (size_t k = 0; k < cells->n_keys; k++) {
    const struct pst_column *column = &table->columns[keys[k]];
    size_t n = (size_t)column->arrays.texts.count + 1;
    unsigned *codes = realloc(cells->codes[k], n * sizeof *codes);
    enum pst_status status = PST_OK;

    if (codes == NULL)
      return pst_fail_memory(error);
    cells->codes[k] = codes;
    for (size_t i = 0; i < n; i++)
      codes[i] = PST_CODE_MISSING;
    if (column->type == PST_COLUMN_TIME)
      status = check_kind(&cells->keys[k], table, column, error);
    if (status != PST_OK)
      return status;
  }
  return PST_OK;
}

/* --- finding the cell ------------------------------------------------------------------------------ */

/* The keys of ROW into cells->row; PST_UNDEFINED when one is missing. */
static enum pst_status read_keys(struct pst_cells *cells, const struct pst_table *table,
                                 const size_t *keys, size_t row)
{
  for (size_t k = 0; k < cells->n_keys; k++) {
    const struct pst_column *column = &table->columns[keys[k]];
    unsigned code = column->arrays.code == NULL ? PST_CODE_MISSING : column->arrays.code[row];

    if (pst_column_missing(column, row))
      return PST_UNDEFINED;
    if (code == PST_CODE_MISSING) { /* a year, or a plain number; -0 is 0 */
      double value = column->arrays.value[row] + 0.0;

      memcpy(&cells->row[k], &value, sizeof value);
      continue;
    }
    if (cells->codes[k][code] == PST_CODE_MISSING)
      cells->codes[k][code] =
          pst_dictionary_add(&cells->keys[k].texts, column->arrays.texts.texts[code]);
    if (cells->codes[k][code] == PST_CODE_MISSING)
      return PST_NO_MEMORY;
    cells->row[k] = cells->codes[k][code];
  }
  return PST_OK;
}

static bool same_keys(const struct pst_cells *cells, size_t cell)
{
  for (size_t k = 0; k < cells->n_keys; k++)
    if (cells->parts[cell * cells->n_keys + k] != cells->row[k])
      return false;
  return true;
}

/* The slot of the keys that begin at PARTS: that of their cell, or a free one. */
static size_t first_slot(const struct pst_cells *cells, const uint64_t *parts)
{
  uint64_t hash = UINT64_C(0x9e3779b97f4a7c15);

  for (size_t k = 0; k < cells->n_keys; k++) {
    hash = (hash ^ parts[k]) * UINT64_C(0xbf58476d1ce4e5b9);
    hash ^= hash >> 29;
  }
  return (size_t)hash & (cells->n_slots - 1);
}

static bool grow_slots(struct pst_cells *cells)
{
  size_t n = cells->n_slots == 0 ? 1024 : cells->n_slots * 2, *slots;

  if (2 * cells->n_cells < cells->n_slots)
    return true;
  slots = n > SIZE_MAX / sizeof *slots ? NULL : calloc(n, sizeof *slots);
  if (slots == NULL)
    return false;
  free(cells->slots);
  cells->slots = slots;
  cells->n_slots = n;
  for (size_t c = 0; c < cells->n_cells; c++) {
    size_t at = first_slot(cells, cells->parts + c * cells->n_keys);

    while (slots[at] != 0)
      at = (at + 1) & (n - 1);
    slots[at] = c + 1;
  }
  return true;
}

static bool resize(void **array, size_t count, size_t each, size_t size)
{
  void *bigger;

  if (each != 0 && count > SIZE_MAX / size / each)
    return false;
  bigger = realloc(*array, count * each * size + 1);
  if (bigger == NULL)
    return false;
  *array = bigger;
  return true;
}

static bool grow_cells(struct pst_cells *cells)
{
  size_t n = cells->capacity == 0 ? 256 : cells->capacity * 2;
  void *parts = cells->parts, *totals = cells->totals, *line = cells->line, *file = cells->file;
  bool good;

  if (cells->n_cells < cells->capacity)
    return true;
  good = resize(&parts, n, cells->n_keys, sizeof *cells->parts);
  cells->parts = parts;
  good = good && resize(&totals, n, cells->n_values, sizeof *cells->totals);
  cells->totals = totals;
  good = good && resize(&line, n, 1, sizeof *cells->line);
  cells->line = line;
  good = good && resize(&file, n, 1, sizeof *cells->file);
  cells->file = file;
  if (good)
    cells->capacity = n;
  return good;
}

static bool add_cell(struct pst_cells *cells, const struct pst_table *table, size_t row)
{
  size_t c = cells->n_cells;

  if (!grow_cells(cells))
    return false;
  if (cells->n_keys > 0)
    memcpy(cells->parts + c * cells->n_keys, cells->row, cells->n_keys * sizeof *cells->row);
  for (size_t v = 0; v < cells->n_values; v++)
    cells->totals[c * cells->n_values + v] = (struct pst_cell_value){.n = 0};
  cells->line[c] = table->line[row];
  cells->file[c] = table->file[row];
  cells->n_cells++;
  return true;
}

/* cells->last: the cell of the keys in hand, new if there was none. */
static bool find_cell(struct pst_cells *cells, const struct pst_table *table, size_t row)
{
  size_t at;

  if (cells->n_cells > 0 && same_keys(cells, cells->last))
    return true;
  if (!grow_slots(cells))
    return false;
  at = first_slot(cells, cells->row);
  while (cells->slots[at] != 0 && !same_keys(cells, cells->slots[at] - 1))
    at = (at + 1) & (cells->n_slots - 1);
  if (cells->slots[at] == 0) {
    if (!add_cell(cells, table, row))
      return false;
    cells->slots[at] = cells->n_cells;
  }
  cells->last = cells->slots[at] - 1;
  return true;
}

/* --- adding rows ------------------------------------------------------------------------------------ */

static bool add_value(struct pst_cells *cells, size_t v, const struct pst_column *column,
                      size_t row)
{
  struct pst_cell_value *total = &cells->totals[cells->last * cells->n_values + v];
  struct value_column *about = &cells->values[v];

  if (pst_column_bounded(column, row)) {
    about->not_whole = about->not_whole || !pst_cell_value_whole(&column->arrays.bounds[row]);
    return pst_cell_value_bounds(total, &column->arrays.bounds[row]);
  }
  if (isnan(column->arrays.value[row])) {
    cells->report.missing++;
    return true;
  }
  about->not_whole = about->not_whole || column->arrays.decimals[row] > 0
                     || column->arrays.value[row] != floor(column->arrays.value[row]);
  return pst_cell_value_add(total, column->arrays.value[row], column->arrays.decimals[row],
                            cells->how == PST_AGGREGATE_MEDIAN);
}

static bool add_row(struct pst_cells *cells, const struct pst_table *table, const size_t *values,
                    size_t row)
{
  if (!find_cell(cells, table, row))
    return false;
  for (size_t v = 0; v < cells->n_values; v++)
    if (!add_value(cells, v, &table->columns[values[v]], row))
      return false;
  return true;
}

enum pst_status pst_cells_add(struct pst_cells *cells, const struct pst_table *table,
                              const size_t *keys, const size_t *values, struct pst_error *error)
{
  enum pst_status status;

  if (!cells->begun)
    remember_columns(cells, table, keys, values);
  status = begin_table(cells, table, keys, error);
  if (status != PST_OK)
    return status;
  for (size_t r = 0; r < table->n_rows; r++) {
    status = read_keys(cells, table, keys, r);
    cells->report.without_key += status == PST_UNDEFINED;
    if (status == PST_NO_MEMORY || (status == PST_OK && !add_row(cells, table, values, r)))
      return pst_fail_memory(error);
  }
  cells->report.rows += table->n_rows;
  return PST_OK;
}

/* --- the table of cells ------------------------------------------------------------------------------ */

static bool key_cells(const struct pst_cells *cells, size_t k, struct pst_table *table)
{
  const struct key_column *key = &cells->keys[k];
  struct pst_column *column = pst_table_add_column(table, key->name, key->want);

  if (column == NULL)
    return false;
  column->unit = key->unit == NULL ? NULL : pst_arena_string(&table->arena, key->unit);
  column->title = key->title == NULL ? NULL : pst_arena_string(&table->arena, key->title);
  column->field = key->field;
  column->period = key->period;
  for (size_t c = 0; c < cells->n_cells; c++) {
    uint64_t part = cells->parts[c * cells->n_keys + k];
    bool coded = key->texts.count > 0;

    if (coded)
      column->arrays.code[c] = pst_dictionary_add(&column->arrays.texts, key->texts.texts[part]);
    if (coded && column->arrays.code[c] == PST_CODE_MISSING)
      return false;
    if (key->want == PST_WANT_TIME && coded)
      pst_period_parse(key->texts.texts[part], NULL, &column->arrays.value[c]);
    else if (key->want == PST_WANT_TIME)
      memcpy(&column->arrays.value[c], &part, sizeof part);
  }
  return true;
}

/* "sum(oda)", and the title in the same way; a count has no unit. */
static struct pst_column *value_column(const struct pst_cells *cells, size_t v,
                                       struct pst_table *table)
{
  const struct value_column *about = &cells->values[v];
  const char *how = pst_aggregate_name(cells->how);
  const char *name = pst_arena_format(&table->arena, "%s(%s)", how, about->name);
  struct pst_column *column =
      name == NULL ? NULL : pst_table_add_column(table, name, PST_WANT_NUMBER);

  if (column == NULL)
    return NULL;
  column->field = about->field;
  if (about->unit != NULL && cells->how != PST_AGGREGATE_COUNT)
    column->unit = pst_arena_string(&table->arena, about->unit);
  if (about->title != NULL)
    column->title = pst_arena_format(&table->arena, "%s, %s", about->title, how);
  return column;
}

static enum pst_status too_large(const struct pst_cells *cells, const struct pst_table *table,
                                 size_t cell, const char *name, struct pst_error *error)
{
  return pst_fail_at(error, PST_BAD_DATA, pst_table_file(table, cell), cells->line[cell],
                     "%s of the cell that begins here is too large for a number", name);
}

static enum pst_status value_cells(struct pst_cells *cells, size_t v, struct pst_table *table,
                                   struct pst_error *error)
{
  struct pst_column *column = value_column(cells, v, table);

  if (column == NULL)
    return pst_fail_memory(error);
  for (size_t c = 0; c < cells->n_cells; c++) {
    struct pst_cell_value *total = &cells->totals[c * cells->n_values + v];
    struct pst_bounds bounds;
    int decimals = 0;

    if (!pst_cell_value_of(total, cells->how, !cells->values[v].not_whole, &bounds, &decimals)) {
      column->n_missing++;
      cells->report.bounded_lost += total->n > 0;
      continue;
    }
    if (pst_bounds_is_point(&bounds)) {
      if (!isfinite(bounds.low))
        return too_large(cells, table, c, column->name, error);
      column->arrays.value[c] = bounds.low;
      column->arrays.decimals[c] = (unsigned char)decimals;
      continue;
    }
    if (pst_table_bounds(table, column, error) != PST_OK)
      return PST_NO_MEMORY;
    column->arrays.bounds[c] = bounds;
    column->n_bounded++;
  }
  return PST_OK;
}

enum pst_status pst_cells_finish(struct pst_cells *cells, struct pst_table *table,
                                 struct pst_cells_report *report, struct pst_error *error)
{
  enum pst_status status = pst_table_reserve(table, cells->n_cells, error);

  if (status != PST_OK)
    return status;
  table->n_rows = cells->n_cells;
  if (cells->n_cells > 0) {
    memcpy(table->line, cells->line, cells->n_cells * sizeof *cells->line);
    memcpy(table->file, cells->file, cells->n_cells * sizeof *cells->file);
  }
  for (size_t k = 0; k < cells->n_keys; k++)
    if (!key_cells(cells, k, table))
      return pst_fail_memory(error);
  for (size_t v = 0; v < cells->n_values && status == PST_OK; v++)
    status = value_cells(cells, v, table, error);
  cells->report.cells = cells->n_cells;
  *report = cells->report;
  return status;
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
  free(cells->slots);
  pst_arena_free(&cells->arena);
  free(cells);
}
