/* grid.c -- a result in memory: named columns of numbers and texts, by row. */
#include "report/grid.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"

/* Room for CAPACITY cells in COLUMN; what it holds stays. */
static enum pst_status reserve_cells(struct pst_grid_column *column, size_t capacity,
                                     struct pst_error *error)
{
  bool good;

  if (capacity == 0 || column->source != NULL)
    return PST_OK;
  if (column->kind == PST_CELL_TEXT)
    good = PST_ARRAY_RESIZE(column->cells.texts, capacity, 1);
  else
    good = PST_ARRAY_RESIZE(column->cells.numbers, capacity, 1);
  return good ? PST_OK : pst_fail_memory(error);
}

static void clear_cells(struct pst_grid_column *column, size_t first, size_t last)
{
  for (size_t row = first; row < last && column->source == NULL; row++) {
    if (column->kind == PST_CELL_TEXT)
      column->cells.texts[row] = NULL;
    else
      column->cells.numbers[row] = NAN;
  }
}

enum pst_status pst_grid_add_column(struct pst_grid *grid, const struct pst_grid_column *spec,
                                    struct pst_error *error)
{
  enum pst_status status;
  struct pst_grid_column *column;

  if (!PST_ARRAY_ROOM(grid->columns, grid->columns_capacity, grid->n_columns + 1))
    return pst_fail_memory(error);
  column = &grid->columns[grid->n_columns];
  *column = *spec;
  memset(&column->cells, 0, sizeof column->cells);
  status = reserve_cells(column, grid->rows_capacity, error);
  if (status != PST_OK)
    return status;
  clear_cells(column, 0, grid->n_rows);
  grid->n_columns++;
  return PST_OK;
}

static enum pst_status reserve_rows(struct pst_grid *grid, size_t rows, struct pst_error *error)
{
  size_t capacity = pst_array_next(grid->rows_capacity, rows);
  enum pst_status status = PST_OK;

  if (rows <= grid->rows_capacity)
    return PST_OK;
  for (size_t j = 0; status == PST_OK && j < grid->n_columns; j++)
    status = reserve_cells(&grid->columns[j], capacity, error);
  if (status == PST_OK)
    grid->rows_capacity = capacity;
  return status;
}

enum pst_status pst_grid_add_rows(struct pst_grid *grid, size_t count, struct pst_error *error)
{
  enum pst_status status;

  if (count > SIZE_MAX - grid->n_rows)
    return pst_fail_memory(error);
  status = reserve_rows(grid, grid->n_rows + count, error);
  if (status != PST_OK)
    return status;
  for (size_t j = 0; j < grid->n_columns; j++)
    clear_cells(&grid->columns[j], grid->n_rows, grid->n_rows + count);
  grid->n_rows += count;
  return PST_OK;
}

enum pst_status pst_grid_add_row(struct pst_grid *grid, struct pst_error *error)
{
  const size_t row = grid->n_rows;

  if (row == grid->rows_capacity)
    return pst_grid_add_rows(grid, 1, error);
  for (size_t j = 0; j < grid->n_columns; j++)
    clear_cells(&grid->columns[j], row, row + 1);
  grid->n_rows++;
  return PST_OK;
}

void pst_grid_set_number(struct pst_grid *grid, size_t row, size_t column, double value)
{
  assert(row < grid->n_rows && column < grid->n_columns);
  assert(grid->columns[column].kind != PST_CELL_TEXT);
  grid->columns[column].cells.numbers[row] = value;
}

void pst_grid_set_text(struct pst_grid *grid, size_t row, size_t column, const char *text)
{
  assert(row < grid->n_rows && column < grid->n_columns);
  assert(grid->columns[column].kind == PST_CELL_TEXT);
  grid->columns[column].cells.texts[row] = text;
}

enum pst_status pst_grid_copy_text(struct pst_grid *grid, size_t row, size_t column,
                                   const char *text, struct pst_error *error)
{
  const char *copy = text == NULL ? NULL : pst_arena_string(&grid->texts, text);

  if (text != NULL && copy == NULL)
    return pst_fail_memory(error);
  pst_grid_set_text(grid, row, column, copy);
  return PST_OK;
}

void pst_grid_free(struct pst_grid *grid)
{
  for (size_t j = 0; j < grid->n_columns; j++) {
    if (grid->columns[j].kind == PST_CELL_TEXT)
      free(grid->columns[j].cells.texts);
    else
      free(grid->columns[j].cells.numbers);
  }
  free(grid->columns);
  pst_arena_free(&grid->texts);
  *grid = (struct pst_grid){.columns = NULL};
}
