/* column.c -- the cells of one column: as text, and set by those who compute them. */
#include "table/column.h"

#include <limits.h>
#include <stdlib.h>

#include "interval/whole.h"
#include "table/table.h"

/* Where some number has more digits than a double, all that large have theirs. */
static void print_number(const struct pst_column *column, size_t row, char *buffer)
{
  double value = column->arrays.value[row];

  if (column->arrays.rest == NULL || fabs(value) < 0x1p53)
    pst_number_print(buffer, value);
  else
    pst_whole_print(buffer, value, column->arrays.rest[row]);
}

const char *pst_column_text(const struct pst_column *column, size_t row, char *buffer)
{
  if (pst_column_missing(column, row))
    return NULL;
  if (column->arrays.code != NULL && column->type != PST_COLUMN_NUMBER
      && column->arrays.code[row] != PST_CODE_MISSING)
    return pst_column_string(column, row);
  if (pst_column_bounded(column, row))
    pst_bounds_print(buffer, &column->arrays.bounds[row]);
  else
    print_number(column, row, buffer);
  return buffer;
}

_Static_assert((int)PST_CELL_SIZE >= (int)PST_WHOLE_SIZE, "a cell has room for a number");

size_t pst_column_inexact(const struct pst_column *column, size_t from, size_t n)
{
  while (from < n && (pst_column_rest(column, from) == 0 || !pst_column_known(column, from)))
    from = column->arrays.rest == NULL ? n : from + 1;
  return from < n ? from : n;
}

int pst_column_compare(const struct pst_column *a, size_t row_a, const struct pst_column *b,
                       size_t row_b)
{
  double x = pst_column_number(a, row_a), y = pst_column_number(b, row_b);

  if (x == y) {
    x = pst_column_rest(a, row_a);
    y = pst_column_rest(b, row_b);
  }
  return (x > y) - (x < y);
}

struct digits {
  double value, rest;
};

static int by_digits(const void *a, const void *b)
{
  const struct digits *p = a, *q = b;

  if (p->value != q->value)
    return p->value < q->value ? -1 : 1;
  return (p->rest > q->rest) - (p->rest < q->rest);
}

enum pst_status pst_column_distinct(const struct pst_column *column, const size_t *rows, size_t n,
                                    size_t *distinct, struct pst_error *error)
{
  struct digits *list = calloc(n + 1, sizeof *list);
  size_t known = 0;

  *distinct = 0;
  if (list == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++) {
    size_t r = rows == NULL ? i : rows[i];

    if (pst_column_known(column, r))
      list[known++] = (struct digits){pst_column_number(column, r), pst_column_rest(column, r)};
  }
  qsort(list, known, sizeof *list, by_digits);
  for (size_t i = 0; i < known; i++)
    *distinct += i == 0 || by_digits(&list[i - 1], &list[i]) != 0;
  free(list);
  return PST_OK;
}

enum pst_status pst_column_set_rest(const struct pst_table *table, struct pst_column *column,
                                    size_t row, double rest, struct pst_error *error)
{
  size_t rows = table->rows_capacity > 0 ? table->rows_capacity : 1;

  if (column->arrays.rest == NULL && rest == 0)
    return PST_OK;
  if (column->arrays.rest == NULL)
    column->arrays.rest = calloc(rows, sizeof *column->arrays.rest);
  if (column->arrays.rest == NULL)
    return pst_fail_memory(error);
  column->arrays.rest[row] = rest;
  return PST_OK;
}

void pst_column_set_number(struct pst_column *column, size_t row, double value, int decimals)
{
  column->arrays.value[row] = value;
  if (column->arrays.decimals != NULL)
    column->arrays.decimals[row] = (unsigned char)(decimals > UCHAR_MAX ? UCHAR_MAX : decimals);
}

bool pst_column_set_text(struct pst_column *column, size_t row, struct pst_text text)
{
  column->arrays.code[row] = pst_dictionary_add(&column->arrays.texts, text);
  return column->arrays.code[row] != PST_CODE_MISSING;
}

enum pst_status pst_column_set_interval(const struct pst_table *table, struct pst_column *column,
                                        size_t row, const struct pst_bounds *bounds,
                                        struct pst_error *error)
{
  enum pst_status status = pst_table_bounds(table, column, error);

  if (status == PST_OK)
    column->arrays.bounds[row] = *bounds;
  return status;
}

enum pst_status pst_column_set_bounds(const struct pst_table *table, struct pst_column *column,
                                      size_t row, const struct pst_bounds *bounds,
                                      struct pst_error *error)
{
  enum pst_status status = pst_column_set_interval(table, column, row, bounds, error);

  column->n_bounded += status == PST_OK;
  return status;
}
