/* look.c -- a table looked at once: columns, rows that repeat, key, time. */
#include "look/look.h"

#include <stdint.h>
#include <stdlib.h>

#include "look/steps.h"
#include "table/columns.h"

enum { NAMED = 5 }; /* repeats that are named */

/* In the order of the file, computed and joined columns after it. */
static int compare_columns(const void *a, const void *b)
{
  const struct pst_column *x = ((const struct pst_look_column *)a)->column,
                          *y = ((const struct pst_look_column *)b)->column;

  if (x->field != y->field)
    return x->field < y->field ? -1 : 1;
  return (x > y) - (x < y);
}

static bool name_column(struct pst_look *look, struct pst_look_column *column)
{
  const char *name = column->column->name;
  size_t field = column->column->field + 1;

  column->name = name;
  if (name[0] == '\0')
    column->name = pst_arena_format(look->arena, "#%zu", field);
  else if (column->namesake != SIZE_MAX)
    column->name = pst_arena_format(look->arena, "%s (#%zu)", name, field);
  return column->name != NULL;
}

/* Without the columns of the other file of a join whose name the first file has, its keys above all:
   there the first file's is meant.  FIRST: of each different name, the column. */
static bool name_columns(struct pst_look *look, size_t *first, struct pst_dictionary *names)
{
  size_t kept = 0;

  for (size_t c = 0; c < look->n_columns; c++) {
    struct pst_look_column *to = &look->columns[kept];
    const struct pst_column *column = look->columns[c].column;
    unsigned code, known = names->count;

    code = pst_dictionary_add(names, pst_text_of(column->name));
    if (code == PST_CODE_MISSING)
      return false;
    if (code < known && column->field == SIZE_MAX)
      continue;
    if (code == known)
      first[code] = kept;
    *to = (struct pst_look_column){.column = column,
                                   .namesake = code < known ? first[code] : SIZE_MAX};
    if (!name_column(look, to))
      return false;
    kept++;
  }
  look->n_columns = kept;
  return true;
}

/* Without the columns that a join asked for as text besides. */
static enum pst_status list_columns(struct pst_look *look, struct pst_error *error)
{
  const struct pst_table *table = look->table;
  struct pst_dictionary names = {.count = 0};
  size_t *first = pst_arena_array(look->arena, table->n_columns + 1, sizeof *first);
  bool good;

  look->columns = pst_arena_array(look->arena, table->n_columns + 1, sizeof *look->columns);
  if (look->columns == NULL || first == NULL)
    return pst_fail_memory(error);
  for (size_t c = 0; c < table->n_columns; c++)
    if (table->columns[c].want != PST_WANT_TEXT)
      look->columns[look->n_columns++].column = &table->columns[c];
  qsort(look->columns, look->n_columns, sizeof *look->columns, compare_columns);
  good = name_columns(look, first, &names);
  pst_dictionary_free(&names);
  return good ? PST_OK : pst_fail_memory(error);
}

static enum pst_status look_at_columns(struct pst_look *look,
                                       const struct pst_look_options *options,
                                       struct pst_error *error)
{
  struct pst_arena scratch = PST_ARENA_EMPTY;
  enum pst_status status = PST_OK;

  for (size_t c = 0; c < look->n_columns && status == PST_OK; c++) {
    struct pst_arena_mark mark = pst_arena_mark(&scratch);

    status = pst_look_column(look->table, options, look->arena, &scratch, &look->columns[c], error);
    pst_arena_release(&scratch, mark);
  }
  pst_arena_free(&scratch);
  return status;
}

static enum pst_status look_at_rows(struct pst_look *look, struct pst_error *error)
{
  size_t rows = look->table->n_rows;
  bool *broken = calloc(rows + 1, sizeof *broken);
  struct pst_repeat_cells *cells = calloc(look->n_columns + 1, sizeof *cells);
  enum pst_status status;

  if (broken == NULL || cells == NULL) {
    free(broken);
    free(cells);
    return pst_fail_memory(error);
  }
  for (size_t c = 0; c < look->n_columns; c++) {
    cells[c] = pst_look_cells(look, c, false);
    for (size_t r = 0; r < rows && look->columns[c].missing > 0; r++)
      broken[r] = broken[r] || pst_column_missing(look->columns[c].column, r);
  }
  for (size_t r = 0; r < rows; r++)
    look->n_complete += !broken[r];
  status = pst_repeats_find(cells, look->n_columns, rows, NULL, SIZE_MAX, NAMED, look->arena,
                            &look->equal, error);
  free(broken);
  free(cells);
  return status;
}

enum pst_status pst_look_at(const struct pst_table *table, const struct pst_look_options *options,
                            struct pst_arena *arena, struct pst_look *look, struct pst_error *error)
{
  enum pst_status status;

  *look = (struct pst_look){.table = table, .arena = arena, .delimiter = options->delimiter};
  status = list_columns(look, error);
  if (status == PST_OK)
    status = look_at_columns(look, options, error);
  if (status == PST_OK)
    status = look_at_rows(look, error);
  if (status == PST_OK)
    status = pst_look_find_key(look, options, error);
  if (status == PST_OK)
    status = pst_look_find_time(look, options, error);
  return status;
}
