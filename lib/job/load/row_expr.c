/* row_expr.c -- --let and --where on a table. */
#include "job/load/row_expr.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "expr/digits.h"
#include "expr/expr.h"
#include "table/group/group.h"

/* --- the order of rows in their series, for lag() ---------------------------------------------- */

struct timed_row {
  double time;
  size_t row;
};

static int by_time(const void *a, const void *b)
{
  const struct timed_row *p = a, *q = b;

  if (p->time != q->time)
    return p->time < q->time ? -1 : 1;
  return p->row < q->row ? -1 : p->row > q->row;
}

/* Chain the rows of group G by time; rows without a time are in no series. */
static void chain(const struct pst_table *table, const struct pst_groups *groups, size_t g,
                  size_t time, struct timed_row *rows, size_t *previous)
{
  size_t n = 0;

  for (size_t i = groups->first[g]; i < groups->first[g + 1]; i++) {
    size_t r = groups->row[i];
    double at = time == SIZE_MAX ? (double)r : pst_column_number(&table->columns[time], r);

    if (!isnan(at))
      rows[n++] = (struct timed_row){.time = at, .row = r};
  }
  qsort(rows, n, sizeof *rows, by_time);
  for (size_t i = 1; i < n; i++)
    previous[rows[i].row] = rows[i - 1].row;
}

enum pst_status pst_series_order_make(const struct pst_table *table, const size_t *by, size_t n,
                                      size_t time, struct pst_series_order *order,
                                      struct pst_error *error)
{
  struct pst_groups groups;
  struct timed_row *rows = malloc((table->n_rows + 1) * sizeof *rows);
  enum pst_status status = pst_group(table, by, n, &groups, error);

  order->previous = malloc((table->n_rows + 1) * sizeof *order->previous);
  if (status == PST_OK && (rows == NULL || order->previous == NULL))
    status = pst_fail_memory(error);
  for (size_t r = 0; r < table->n_rows && status == PST_OK; r++)
    order->previous[r] = SIZE_MAX;
  for (size_t g = 0; status == PST_OK && g < groups.n_groups; g++)
    chain(table, &groups, g, time, rows, order->previous);
  pst_groups_free(&groups);
  free(rows);
  return status;
}

void pst_series_order_free(struct pst_series_order *order)
{
  free(order->previous);
  order->previous = NULL;
}

/* --- names and cells --------------------------------------------------------------------------- */

struct rows {
  struct pst_table *table;
  const size_t *previous;
  size_t row;
  const char **names; /* of all columns, for "did you mean" */
  bool *digits;       /* of each column: its cells come with their digits */
  bool all_digits;    /* those of every column do */
};

/* One name may stand for several columns of the table, read in different ways: the one read as what
   its cells are comes first. */
static int preference(enum pst_want want)
{
  switch (want) {
  case PST_WANT_ANY:
    return 3;
  case PST_WANT_NUMBER:
    return 2;
  case PST_WANT_TIME:
    return 1;
  case PST_WANT_TEXT:
    break;
  }
  return 0;
}

static bool is_whole(double value)
{
  return isnan(value) || isinf(value) || floor(value) == value;
}

static bool whole_numbers(const struct pst_column *column, size_t n_rows)
{
  for (size_t r = 0; r < n_rows; r++) {
    if (pst_column_decimals(column, r) > 0 || !is_whole(pst_column_number(column, r)))
      return false;
    if (pst_column_bounded(column, r)
        && !(is_whole(pst_column_bounds(column, r)->low)
             && is_whole(pst_column_bounds(column, r)->high)))
      return false;
  }
  return true;
}

static void describe(const struct pst_table *table, const struct pst_column *column,
                     struct pst_expr_column *out)
{
  switch (column->type) {
  case PST_COLUMN_NUMBER:
    out->type = pst_column_has_bounds(column) ? PST_EXPR_BOUNDED : PST_EXPR_NUMBER;
    out->whole = !table->partial && whole_numbers(column, table->n_rows);
    break;
  case PST_COLUMN_TIME:
    out->type = PST_EXPR_PERIOD;
    out->period = column->period;
    break;
  case PST_COLUMN_TEXT:
    out->type = PST_EXPR_TEXT;
    break;
  }
}

/* Is some cell of COLUMN written with more digits than a double tells apart? */
static bool long_cells(const struct pst_column *column)
{
  const struct pst_dictionary *texts;

  if (column->type != PST_COLUMN_NUMBER || !pst_column_has_codes(column))
    return false;
  texts = pst_column_texts(column);
  for (unsigned i = 0; i < texts->count; i++)
    if (texts->texts[i].size > PST_DIGITS_OF_DOUBLE)
      return true;
  return false;
}

static bool find(void *context, struct pst_text name, struct pst_expr_column *out)
{
  const struct rows *rows = context;
  const struct pst_table *table = rows->table;
  size_t best = table->n_columns;

  for (size_t i = 0; i < table->n_columns; i++)
    if (pst_text_is(name, table->columns[i].name)
        && (best == table->n_columns
            || preference(table->columns[i].want) > preference(table->columns[best].want)))
      best = i;
  if (best == table->n_columns)
    return false;
  *out = (struct pst_expr_column){.index = best};
  describe(table, &table->columns[best], out);
  rows->digits[best] = rows->all_digits || long_cells(&table->columns[best]);
  if (table->columns[best].unit != NULL)
    out->has_unit =
        pst_unit_parse(&rows->table->arena, pst_text_of(table->columns[best].unit), &out->unit);
  return true;
}

static void cell(void *context, size_t index, size_t lag, struct pst_expr_value *out)
{
  const struct rows *rows = context;
  const struct pst_column *column = &rows->table->columns[index];
  size_t r = rows->row;

  for (; lag > 0 && r != SIZE_MAX; lag--)
    r = rows->previous == NULL ? (r == 0 ? SIZE_MAX : r - 1) : rows->previous[r];
  if (r == SIZE_MAX || pst_column_missing(column, r))
    *out = pst_expr_missing(PST_EXPR_NO_CELL);
  else if (column->type == PST_COLUMN_TEXT)
    *out = pst_expr_text(pst_column_printed(column, r));
  else if (pst_column_bounded(column, r))
    *out = pst_expr_bounds(*pst_column_bounds(column, r));
  else
    *out = pst_expr_number(pst_column_number(column, r));
  if (rows->digits[index] && out->kind == PST_EXPR_IS_NUMBER && column->type == PST_COLUMN_NUMBER
      && pst_column_has_codes(column) && pst_column_code(column, r) != PST_CODE_MISSING)
    out->digits = pst_column_printed(column, r);
}

static enum pst_status bind(struct rows *rows, struct pst_expr *expr, struct pst_error *error)
{
  struct pst_table *table = rows->table;
  struct pst_expr_names names = {
      .context = rows, .find = find, .candidate_count = table->n_columns};

  rows->names = pst_arena_array(&table->arena, table->n_columns + 1, sizeof *rows->names);
  rows->digits = pst_arena_array(&table->arena, table->n_columns + 1, sizeof *rows->digits);
  rows->all_digits = pst_expr_long_number(expr);
  if (rows->names == NULL || rows->digits == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < table->n_columns; i++)
    rows->names[i] = table->columns[i].name;
  names.candidates = rows->names;
  return pst_expr_bind(expr, &names, error);
}

/* --- let --------------------------------------------------------------------------------------- */

static bool keep_value(struct pst_table *table, struct pst_column *column, size_t row,
                       const struct pst_expr_value *value)
{
  switch (value->kind) {
  case PST_EXPR_IS_TEXT:
    return pst_column_set_text(column, row, value->text);
  case PST_EXPR_IS_TRUTH:
    if (value->truth == PST_TRUTH_YES || value->truth == PST_TRUTH_NO)
      return pst_column_set_text(column, row,
                                 pst_text_of(value->truth == PST_TRUTH_YES ? "yes" : "no"));
    break;
  case PST_EXPR_IS_NUMBER:
    if (isinf(value->number.low) && isinf(value->number.high))
      break; /* nothing is known */
    if (!pst_bounds_is_point(&value->number))
      return pst_column_set_bounds(table, column, row, &value->number, NULL) == PST_OK;
    pst_column_set_number(column, row, value->number.low, 0);
    return true;
  case PST_EXPR_IS_MISSING:
    break;
  }
  column->n_missing++;
  return true;
}

enum pst_status pst_row_let(struct pst_table *table, const char *name, struct pst_expr *expr,
                            const struct pst_series_order *order, size_t *undefined,
                            struct pst_error *error)
{
  struct rows rows = {.table = table, .previous = order->previous};
  enum pst_status status = bind(&rows, expr, error);
  enum pst_expr_type type;
  struct pst_column *column;

  if (status != PST_OK)
    return status;
  type = pst_expr_result(expr, NULL);
  column = pst_table_add_column(table, name,
                                type == PST_EXPR_TEXT || type == PST_EXPR_TRUTH ? PST_WANT_TEXT
                                                                                : PST_WANT_NUMBER);
  if (column == NULL)
    return pst_fail_memory(error);
  *undefined = 0;
  for (rows.row = 0; rows.row < table->n_rows; rows.row++) {
    struct pst_expr_value value;

    pst_expr_evaluate(expr, cell, &rows, &value);
    *undefined += value.kind == PST_EXPR_IS_MISSING && value.reason == PST_EXPR_UNDEFINED;
    if (!keep_value(table, column, rows.row, &value))
      return pst_fail_memory(error);
  }
  return PST_OK;
}

/* --- where ------------------------------------------------------------------------------------- */

enum pst_status pst_row_where(struct pst_table *table, struct pst_expr *expr,
                              const struct pst_series_order *order, size_t *undecided,
                              struct pst_error *error)
{
  struct rows rows = {.table = table, .previous = order->previous};
  bool *keep = malloc(table->n_rows + 1);
  enum pst_status status = keep == NULL ? pst_fail_memory(error) : bind(&rows, expr, error);

  if (status == PST_OK)
    status = pst_expr_require_test(expr, error);
  *undecided = 0;
  for (rows.row = 0; rows.row < table->n_rows && status == PST_OK; rows.row++) {
    struct pst_expr_value value;

    pst_expr_evaluate(expr, cell, &rows, &value);
    keep[rows.row] = value.kind == PST_EXPR_IS_TRUTH && value.truth == PST_TRUTH_YES;
    *undecided += value.kind == PST_EXPR_IS_TRUTH && value.truth == PST_TRUTH_UNDECIDED;
  }
  if (status == PST_OK)
    pst_table_keep(table, keep);
  free(keep);
  return status;
}
