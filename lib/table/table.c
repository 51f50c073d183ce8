/* table.c -- typed columns in memory: what the programs compute on. */
#include "table/table.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/array.h"

static bool resize_column(struct pst_column *column, size_t rows)
{
  struct pst_column_cells *arrays = &column->arrays;
  bool text = column->want == PST_WANT_TEXT || column->want == PST_WANT_ANY
              || column->want == PST_WANT_TIME;
  bool number = column->want != PST_WANT_TEXT;
  bool decimals = number && column->want != PST_WANT_TIME;

  return (!number || PST_ARRAY_RESIZE(arrays->value, rows, 1))
         && (!decimals || PST_ARRAY_RESIZE(arrays->decimals, rows, 1))
         && (arrays->bounds == NULL || PST_ARRAY_RESIZE(arrays->bounds, rows, 1))
         && (!text || PST_ARRAY_RESIZE(arrays->code, rows, 1))
         && (arrays->rest == NULL || PST_ARRAY_RESIZE(arrays->rest, rows, 1))
         && (arrays->token == NULL || PST_ARRAY_RESIZE(arrays->token, rows, 1));
}

enum pst_status pst_table_reserve(struct pst_table *table, size_t rows, struct pst_error *error)
{
  size_t capacity = table->rows_capacity < 256 ? 256 : table->rows_capacity;
  bool good = true;

  if (rows <= table->rows_capacity)
    return PST_OK;
  while (capacity < rows && capacity <= SIZE_MAX / 4)
    capacity += capacity / 2;
  for (size_t i = 0; i < table->n_columns; i++)
    good = good && resize_column(&table->columns[i], capacity);
  if (!good || !PST_ARRAY_RESIZE(table->lines, capacity, 1)
      || !PST_ARRAY_RESIZE(table->file_numbers, capacity, 1))
    return pst_fail_memory(error);
  table->rows_capacity = capacity;
  return PST_OK;
}

struct pst_column *pst_table_add_column(struct pst_table *table, const char *name,
                                        enum pst_want want)
{
  struct pst_column *column;

  if (!PST_ARRAY_ROOM(table->columns, table->columns_capacity, table->n_columns + 1))
    return NULL;
  column = &table->columns[table->n_columns];
  *column = (struct pst_column){.name = pst_arena_string(&table->arena, name), .want = want};
  column->field = SIZE_MAX;
  column->type = want == PST_WANT_TEXT   ? PST_COLUMN_TEXT
                 : want == PST_WANT_TIME ? PST_COLUMN_TIME
                                         : PST_COLUMN_NUMBER;
  if (column->name == NULL || !resize_column(column, table->rows_capacity))
    return NULL;
  table->n_columns++;
  for (size_t r = 0; r < table->n_rows; r++) {
    if (column->arrays.value != NULL)
      column->arrays.value[r] = NAN;
    if (column->arrays.decimals != NULL)
      column->arrays.decimals[r] = 0;
    if (column->arrays.code != NULL)
      column->arrays.code[r] = PST_CODE_MISSING;
  }
  return column;
}

enum pst_status pst_table_bounds(const struct pst_table *table, struct pst_column *column,
                                 struct pst_error *error)
{
  size_t rows = table->rows_capacity > 0 ? table->rows_capacity : 1;

  if (column->arrays.bounds != NULL)
    return PST_OK;
  column->arrays.bounds = malloc(rows * sizeof *column->arrays.bounds);
  if (column->arrays.bounds == NULL)
    return pst_fail_memory(error);
  for (size_t r = 0; r < rows; r++)
    column->arrays.bounds[r].low = NAN;
  return PST_OK;
}

/* What the rows that are left hold. */
static void count_again(struct pst_column *column, size_t n_rows)
{
  column->n_missing = column->n_bounded = 0;
  for (size_t r = 0; r < n_rows; r++) {
    column->n_missing += pst_column_missing(column, r);
    column->n_bounded += pst_column_bounded(column, r);
  }
}

static void move_row(struct pst_table *table, size_t to, size_t from)
{
  for (size_t i = 0; i < table->n_columns; i++) {
    struct pst_column *column = &table->columns[i];

    if (column->arrays.value != NULL)
      column->arrays.value[to] = column->arrays.value[from];
    if (column->arrays.rest != NULL)
      column->arrays.rest[to] = column->arrays.rest[from];
    if (column->arrays.decimals != NULL)
      column->arrays.decimals[to] = column->arrays.decimals[from];
    if (column->arrays.bounds != NULL)
      column->arrays.bounds[to] = column->arrays.bounds[from];
    if (column->arrays.code != NULL)
      column->arrays.code[to] = column->arrays.code[from];
    if (column->arrays.token != NULL)
      column->arrays.token[to] = column->arrays.token[from];
  }
  table->lines[to] = table->lines[from];
  table->file_numbers[to] = table->file_numbers[from];
}

/* The first N rows to the arrays. */
static void place_all(struct pst_table *table, size_t n)
{
  for (size_t r = 0; r < n && !table->placed; r++) {
    table->lines[r] = table->first_line + r;
    table->file_numbers[r] = 0;
  }
  table->placed = true;
}

void pst_table_place(struct pst_table *table, size_t row, unsigned long line, unsigned file)
{
  if (row == 0 && !table->placed)
    table->first_line = line;
  if (!table->placed && file == 0 && line == table->first_line + row)
    return;
  place_all(table, row);
  table->lines[row] = line;
  table->file_numbers[row] = file;
}

void pst_table_keep(struct pst_table *table, const bool *keep)
{
  size_t kept = 0;

  for (size_t r = 0; r < table->n_rows; r++) {
    if (!keep[r])
      continue;
    if (kept != r) {
      place_all(table, table->n_rows);
      move_row(table, kept, r);
    }
    kept++;
  }
  table->n_rows = kept;
  for (size_t i = 0; i < table->n_columns; i++)
    count_again(&table->columns[i], kept);
}

const char *pst_table_file(const struct pst_table *table, size_t row)
{
  return table->files[pst_table_file_number(table, row)];
}

const char *pst_table_other(const struct pst_table *table, size_t row, size_t other,
                            char place[PST_PLACE_SIZE])
{
  if (pst_table_file_number(table, row) == pst_table_file_number(table, other))
    snprintf(place, PST_PLACE_SIZE, "line %lu", pst_table_line(table, other));
  else
    snprintf(place, PST_PLACE_SIZE, "%.512s, line %lu", pst_table_file(table, other),
             pst_table_line(table, other));
  return place;
}

static void free_column(struct pst_column *column)
{
  free(column->arrays.value);
  free(column->arrays.decimals);
  free(column->arrays.bounds);
  free(column->arrays.code);
  free(column->arrays.token);
  free(column->arrays.rest);
  pst_dictionary_free(&column->arrays.texts);
}

void pst_table_empty(struct pst_table *table, size_t n_columns)
{
  for (size_t i = 0; i < table->n_columns; i++) {
    struct pst_column *column = &table->columns[i];

    if (i >= n_columns) {
      free_column(column);
      continue;
    }
    free(column->arrays.bounds);
    free(column->arrays.token);
    free(column->arrays.rest);
    column->arrays.bounds = NULL;
    column->arrays.rest = NULL;
    column->arrays.token = NULL;
    column->n_missing = column->n_bounded = column->n_otherwise = 0;
    column->n_around = column->n_said = 0;
    pst_dictionary_free(&column->arrays.texts);
  }
  table->n_columns = n_columns;
  table->n_rows = 0;
  table->placed = false;
}

void pst_table_free(struct pst_table *table)
{
  for (size_t i = 0; i < table->n_columns; i++)
    free_column(&table->columns[i]);
  free(table->columns);
  free(table->lines);
  free(table->file_numbers);
  pst_arena_free(&table->arena);
  *table = (struct pst_table){.n_rows = 0};
}
