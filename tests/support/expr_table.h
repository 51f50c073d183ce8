/* expr_table.h -- a small table of rows for the tests of lib/expr. */
#ifndef PST_TESTS_EXPR_TABLE_H
#define PST_TESTS_EXPR_TABLE_H

#include "expr/expr.h"

/* Columns: year (period: years), quarter (period: quarters), donor (text), amount (number), rank
   (bounded, whole numbers), share (bounded), gap (number, always missing), nobody (text, always
   missing), "net oda" (number), 国 (text), aid and gni (in million USD), pct (in %), eur (in million EUR).  Row 0 is the current one, rows 1 and 2 are earlier. */
extern const struct pst_expr_names expr_table_names;

pst_expr_cell expr_table_cell;

#endif
