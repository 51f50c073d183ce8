/* print_rows.h -- how a driver prints what a kernel fills: `method TAB term TAB field TAB value`. */
#ifndef PST_TESTS_REFERENCE_PRINT_ROWS_H
#define PST_TESTS_REFERENCE_PRINT_ROWS_H

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "stats/estimate.h"

static inline void print_field(const char *method, const char *term, const char *field,
                               double value)
{
  char number[PST_NUMBER_SIZE];

  if (isnan(value))
    strcpy(number, "null");
  else if (isinf(value))
    strcpy(number, value > 0 ? "inf" : "-inf");
  else
    pst_number_print(number, value);
  printf("%s\t%s\t%s\t%s\n", method, term, field, number);
}

static inline void print_estimate(const struct pst_estimate *row)
{
  print_field(row->method, row->term, "estimate", row->estimate);
  print_field(row->method, row->term, "std_error", row->std_error);
  print_field(row->method, row->term, "conf_low", row->conf_low);
  print_field(row->method, row->term, "conf_high", row->conf_high);
  print_field(row->method, row->term, "statistic", row->statistic);
  print_field(row->method, row->term, "df", row->df);
  print_field(row->method, row->term, "p_value", row->p_value);
  print_field(row->method, row->term, "p_adjusted", row->p_adjusted);
  print_field(row->method, row->term, "n", (double)row->n);
  if (row->p_method != NULL)
    printf("%s\t%s\tp_method\t%s\n", row->method, row->term, row->p_method);
  if (row->note != NULL)
    printf("%s\t%s\tnote\t%s\n", row->method, row->term, row->note);
}

#endif
