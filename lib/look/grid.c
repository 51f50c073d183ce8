/* grid.c -- a look as a grid of facts, for the formats that programs read. */
#include <math.h>
#include <stdint.h>

#include "look/words.h"

enum { PART, NAME, TERM, VALUE, N, LINE };

struct rows {
  const struct pst_look *look;
  struct pst_grid *grid;
  const char *part, *name;
  struct pst_error *error;
};

/* A row; TEXT may be NULL, and so is what a SIZE_MAX stands for. */
static void add(struct rows *rows, const char *term, const char *text, size_t n, size_t row)
{
  size_t at = rows->grid->n_rows;

  if (rows->error->status != PST_OK || pst_grid_add_row(rows->grid, rows->error) != PST_OK)
    return;
  pst_grid_set_text(rows->grid, at, PART, rows->part);
  pst_grid_set_text(rows->grid, at, TERM, term);
  if (rows->name != NULL)
    pst_grid_copy_text(rows->grid, at, NAME, rows->name, rows->error);
  if (text != NULL)
    pst_grid_copy_text(rows->grid, at, VALUE, text, rows->error);
  if (n != SIZE_MAX)
    pst_grid_set_number(rows->grid, at, N, (double)n);
  if (row != SIZE_MAX)
    pst_grid_set_number(rows->grid, at, LINE, (double)pst_table_line(rows->look->table, row));
}

static void add_number(struct rows *rows, const char *term, double value)
{
  char text[PST_NUMBER_SIZE];

  if (isfinite(value))
    text[pst_number_print(text, value)] = '\0';
  add(rows, term, isfinite(value) ? text : NULL, SIZE_MAX, SIZE_MAX);
}

static void add_missing(struct rows *rows, const struct pst_look_column *column)
{
  const struct pst_table *table = rows->look->table;

  add(rows, "missing", NULL, column->missing, SIZE_MAX);
  for (size_t k = 1; k <= table->n_missing_tokens; k++)
    if (column->by_token[k] > 0)
      add(rows, "missing token", table->missing_tokens[k - 1], column->by_token[k], SIZE_MAX);
}

static void add_range(struct rows *rows, const struct pst_look_column *column)
{
  char text[PST_CELL_SIZE];

  if (column->type == PST_LOOK_PERIOD) {
    add(rows, "min", pst_column_text(column->column, column->min_row, text), SIZE_MAX,
        column->min_row);
    add(rows, "max", pst_column_text(column->column, column->max_row, text), SIZE_MAX,
        column->max_row);
    return;
  }
  add_number(rows, "min", column->min);
  add_number(rows, "median", column->median);
  add_number(rows, "mean", column->mean);
  add_number(rows, "max", column->max);
  add(rows, "decimals min", NULL, column->decimals_min, SIZE_MAX);
  add(rows, "decimals max", NULL, column->decimals_max, SIZE_MAX);
  add(rows, "leading zeros", NULL, column->n_zeros,
      column->n_zeros > 0 ? column->first_zero : SIZE_MAX);
}

static void add_column(struct rows *rows, const struct pst_look_column *column)
{
  rows->part = "column";
  rows->name = column->name;
  add(rows, "type", pst_look_type_name(column), SIZE_MAX, SIZE_MAX);
  add(rows, "n", NULL, column->n, SIZE_MAX);
  add_missing(rows, column);
  add(rows, "bounded", NULL, column->bounded,
      column->bounded > 0 ? column->first_bounded : SIZE_MAX);
  add(rows, "distinct", NULL, column->distinct, SIZE_MAX);
  if (column->type != PST_LOOK_TEXT && column->n > 0)
    add_range(rows, column);
  for (size_t k = 0; k < column->n_top; k++)
    add(rows, "top", pst_dictionary_string(pst_column_texts(column->column), column->top[k].code),
        column->top[k].n, column->top[k].row);
  for (size_t k = 0; k < column->n_alike_listed; k++)
    add(rows, "alike", column->alike[k].text, column->alike[k].n, column->alike[k].row);
  for (size_t k = 0; k < column->mixed.n_listed; k++)
    add(rows, column->mixed.odd[k].token ? "looks missing" : "odd", column->mixed.odd[k].text,
        column->mixed.odd[k].n, column->mixed.odd[k].row);
}

static void add_key(struct rows *rows)
{
  const struct pst_look_key *key = &rows->look->key;
  struct pst_buffer name = {.data = NULL};

  if (key->n == 0)
    return;
  pst_look_names(rows->look, key->columns, key->n, &name);
  rows->part = "key";
  rows->name = pst_buffer_string(&name);
  add(rows, "repeating rows", NULL, key->repeats.n, SIZE_MAX);
  add(rows, "rows with an empty cell", NULL, key->n_missing, SIZE_MAX);
  for (size_t k = 0; k < key->repeats.n_first; k++)
    add(rows, "repeat", NULL, SIZE_MAX, key->repeats.first[k].row);
  pst_buffer_free(&name);
}

static void add_gaps(struct rows *rows)
{
  const struct pst_look_time *time = &rows->look->time;
  struct pst_buffer text = {.data = NULL};

  for (size_t k = 0; k < time->n_listed; k++) {
    pst_buffer_clear(&text);
    pst_look_absent_text(rows->look, &time->absent[k], &text);
    add(rows, "absent", pst_buffer_string(&text), SIZE_MAX, SIZE_MAX);
  }
  for (size_t k = 0; k < time->gaps.n_gaps; k++) {
    const struct pst_gap *gap = &time->gaps.gaps[k];

    pst_buffer_clear(&text);
    pst_look_cells_of(rows->look, time->by, time->n_by, time->series_row[gap->series], &text);
    pst_buffer_puts(&text, " ");
    pst_look_gap_text(rows->look, gap, &text);
    add(rows, "gap", pst_buffer_string(&text), gap->last - gap->first + 1, SIZE_MAX);
  }
  pst_buffer_free(&text);
}

static void add_time(struct rows *rows)
{
  const struct pst_look_time *time = &rows->look->time;

  if (time->column == SIZE_MAX)
    return;
  rows->part = "time";
  rows->name = rows->look->columns[time->column].name;
  add(rows, "times", NULL, time->n_times, SIZE_MAX);
  add(rows, "absent times", NULL, time->n_absent, SIZE_MAX);
  add(rows, "series", NULL, time->gaps.n_series, SIZE_MAX);
  add(rows, "complete series", NULL, time->gaps.n_complete, SIZE_MAX);
  add(rows, "series with gaps", NULL, time->gaps.n_broken, SIZE_MAX);
  add(rows, "lacking times", NULL, time->gaps.n_lacking, SIZE_MAX);
  add(rows, "unsorted series", NULL, time->gaps.n_unsorted, SIZE_MAX);
  add_gaps(rows);
}

enum pst_status pst_look_grid(const struct pst_look *look, struct pst_grid *grid,
                              struct pst_error *error)
{
  static const struct pst_grid_column columns[] = {
      [PART] = {.name = "part"},
      [NAME] = {.name = "name"},
      [TERM] = {.name = "term"},
      [VALUE] = {.name = "value"},
      [N] = {.name = "n", .kind = PST_CELL_INTEGER},
      [LINE] = {.name = "line", .kind = PST_CELL_INTEGER}};
  struct pst_error own = {.status = PST_OK};
  struct rows rows = {.look = look, .grid = grid, .part = "file", .error = &own};

  for (size_t k = 0; k < sizeof columns / sizeof *columns && own.status == PST_OK; k++)
    pst_grid_add_column(grid, &columns[k], &own);
  rows.name = look->table->files[0];
  add(&rows, "rows", NULL, look->table->n_rows, SIZE_MAX);
  add(&rows, "complete rows", NULL, look->n_complete, SIZE_MAX);
  add(&rows, "repeating rows", NULL, look->equal.n, SIZE_MAX);
  for (size_t c = 0; c < look->n_columns; c++)
    add_column(&rows, &look->columns[c]);
  add_key(&rows);
  add_time(&rows);
  return own.status == PST_OK ? PST_OK : pst_fail_memory(error);
}
