/* column.c -- the cells of one column: as text, and set by those who compute them. */
#include "table/column.h"

#include <limits.h>

#include "base/number.h"
#include "table/table.h"

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
    pst_number_print(buffer, column->arrays.value[row]);
  return buffer;
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
