/* span.h -- the cells of a column as arrays, for inner loops. */
#ifndef PST_TABLE_SPAN_H
#define PST_TABLE_SPAN_H

#include "table/table.h"

/* A span is good until a row or a column is added to the table. */
struct pst_number_span {
  const double *at; /* NaN where the cell is not known */
  size_t n;         /* rows */
};

struct pst_code_span {
  const unsigned *at; /* PST_CODE_MISSING where there is no text; NULL: the column has no texts */
  size_t n, n_codes;  /* rows; codes are below n_codes */
};

/* pst_span_numbers: of a column of numbers or times; .at is NULL for a column of texts.
   pst_span_codes: of a column of texts, or of periods of a named kind.
   Given     a column of TABLE
   Returned  the array and its size; nothing is copied
   Cost      none
   Tested    test_column.c  */
static inline struct pst_number_span pst_span_numbers(const struct pst_table *table,
                                                      const struct pst_column *column)
{
  return (struct pst_number_span){.at = column->arrays.value, .n = table->n_rows};
}

static inline struct pst_code_span pst_span_codes(const struct pst_table *table,
                                                  const struct pst_column *column)
{
  return (struct pst_code_span){
      .at = column->arrays.code, .n = table->n_rows, .n_codes = column->arrays.texts.count};
}

#endif
