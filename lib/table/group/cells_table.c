/* cells_table.c -- cells as the rows of a table. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "table/group/cells_state.h"

static int by_place(const void *a, const void *b)
{
  const struct pst_cells_place *p = a, *q = b;

  return (p->place > q->place) - (p->place < q->place);
}

/* They stand so but where parts were joined in another order. */
struct pst_cells_place *pst_cells_order(const struct pst_cells *cells)
{
  struct pst_cells_place *order = calloc(cells->n_cells + 1, sizeof *order);
  bool sorted = true;

  for (size_t c = 0; order != NULL && c < cells->n_cells; c++) {
    order[c] = (struct pst_cells_place){.place = cells->place[c], .cell = c};
    sorted = sorted && (c == 0 || order[c - 1].place < order[c].place);
  }
  if (order != NULL && !sorted)
    qsort(order, cells->n_cells, sizeof *order, by_place);
  return order;
}

static bool key_cells(const struct pst_cells *cells, const struct pst_cells_place *order, size_t k,
                      struct pst_table *table)
{
  const struct pst_cells_key *key = &cells->keys[k];
  struct pst_column *column = pst_table_add_column(table, key->name, key->want);

  if (column == NULL)
    return false;
  column->unit = key->unit == NULL ? NULL : pst_arena_string(&table->arena, key->unit);
  column->title = key->title == NULL ? NULL : pst_arena_string(&table->arena, key->title);
  column->field = key->field;
  column->period = key->period;
  for (size_t c = 0; c < cells->n_cells; c++) {
    uint64_t part = cells->parts[order[c].cell * cells->n_keys + k];
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

/* "sum(oda)", "quantile(oda,0.9)". */
static const char *name_value(const struct pst_cells *cells, const char *of,
                              struct pst_arena *arena)
{
  const char *how = pst_aggregate_name(cells->how);
  char q[PST_NUMBER_SIZE];

  if (cells->how != PST_AGGREGATE_QUANTILE)
    return pst_arena_format(arena, "%s(%s)", how, of);
  pst_number_print(q, cells->q);
  return pst_arena_format(arena, "%s(%s,%s)", how, of, q);
}

/* The title in the same way; a count has no unit. */
static struct pst_column *value_column(const struct pst_cells *cells, size_t v,
                                       struct pst_table *table)
{
  const struct pst_cells_value *about = &cells->values[v];
  char how[PST_AGGREGATE_SIZE];
  const char *name = name_value(cells, about->name, &table->arena);
  struct pst_column *column =
      name == NULL ? NULL : pst_table_add_column(table, name, PST_WANT_NUMBER);

  if (column == NULL)
    return NULL;
  column->field = about->field;
  if (about->unit != NULL && cells->how != PST_AGGREGATE_COUNT)
    column->unit = pst_arena_string(&table->arena, about->unit);
  if (about->title != NULL)
    column->title = pst_arena_format(&table->arena, "%s, %s", about->title,
                                     pst_aggregate_print(how, cells->how, cells->q));
  return column;
}

/* Cell C of the table is what TOTAL comes to. */
static enum pst_status value_cell(struct pst_cells *cells, size_t v, struct pst_cell_value *total,
                                  const struct pst_table *table, struct pst_column *column,
                                  size_t c, struct pst_error *error)
{
  struct pst_bounds bounds;
  int decimals = 0;

  switch (pst_cell_value_of(total, cells->how, cells->q, !cells->values[v].not_whole, &bounds,
                            &decimals)) {
  case PST_OK:
    break;
  case PST_UNDEFINED:
    column->n_missing++;
    cells->report.bounded_lost += total->n > 0;
    return PST_OK;
  default:
    return pst_fail_memory(error);
  }
  if (!pst_bounds_is_point(&bounds))
    return pst_column_set_bounds(table, column, c, &bounds, error);
  if (!isfinite(bounds.low))
    return pst_fail_at(error, PST_BAD_DATA, pst_table_file(table, c), pst_table_line(table, c),
                       "%s of the cell that begins here is too large for a number", column->name);
  pst_column_set_number(column, c, bounds.low, decimals);
  return cells->how != PST_AGGREGATE_SUM
             ? PST_OK
             : pst_column_set_rest(table, column, c, pst_cell_value_rest(total, bounds.low), error);
}

static enum pst_status value_cells(struct pst_cells *cells, const struct pst_cells_place *order,
                                   size_t v, struct pst_table *table, struct pst_error *error)
{
  struct pst_column *column = value_column(cells, v, table);
  enum pst_status status = column == NULL ? pst_fail_memory(error) : PST_OK;

  for (size_t c = 0; c < cells->n_cells && status == PST_OK; c++)
    status = value_cell(cells, v, &cells->totals[order[c].cell * cells->n_values + v], table,
                        column, c, error);
  return status;
}

static enum pst_status fill(struct pst_cells *cells, const struct pst_cells_place *order,
                            struct pst_table *table, struct pst_error *error)
{
  enum pst_status status = pst_table_reserve(table, cells->n_cells, error);

  if (status != PST_OK)
    return status;
  table->n_rows = cells->n_cells;
  for (size_t c = 0; c < cells->n_cells; c++) {
    pst_table_place(table, c, cells->line[order[c].cell], cells->file[order[c].cell]);
  }
  for (size_t k = 0; k < cells->n_keys; k++)
    if (!key_cells(cells, order, k, table))
      return pst_fail_memory(error);
  for (size_t v = 0; v < cells->n_values && status == PST_OK; v++)
    status = value_cells(cells, order, v, table, error);
  return status;
}

static enum pst_status list_sizes(struct pst_cells *cells, const struct pst_cells_place *order,
                                  struct pst_table *table, struct pst_error *error)
{
  size_t *sizes =
      pst_arena_array(&table->arena, cells->n_cells * cells->n_values + 1, sizeof *sizes);

  if (sizes == NULL)
    return pst_fail_memory(error);
  for (size_t c = 0; c < cells->n_cells; c++)
    for (size_t v = 0; v < cells->n_values; v++)
      sizes[c * cells->n_values + v] = cells->totals[order[c].cell * cells->n_values + v].n;
  cells->report.sizes = sizes;
  return PST_OK;
}

enum pst_status pst_cells_finish(struct pst_cells *cells, struct pst_table *table,
                                 struct pst_cells_report *report, struct pst_error *error)
{
  struct pst_cells_place *order = pst_cells_order(cells);
  enum pst_status status =
      order == NULL ? pst_fail_memory(error) : list_sizes(cells, order, table, error);

  if (status == PST_OK)
    status = fill(cells, order, table, error);
  free(order);
  cells->report.cells = cells->n_cells;
  *report = cells->report;
  return status;
}
