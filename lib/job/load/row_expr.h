/* row_expr.h -- --let and --where on a table. */
#ifndef PST_JOB_LOAD_ROW_EXPR_H
#define PST_JOB_LOAD_ROW_EXPR_H

#include "table/table.h"

struct pst_expr;

/* The row before each row in its series, for lag(); SIZE_MAX where there is none. */
struct pst_series_order {
  size_t *previous; /* NULL: the order of the table is one series */
};

/* pst_series_order_make: rows of equal texts in the N columns BY are a series, in the order of the
   column TIME (SIZE_MAX: in the order of the table).  PST_NO_MEMORY. */
enum pst_status pst_series_order_make(const struct pst_table *table, const size_t *by, size_t n,
                                      size_t time, struct pst_series_order *order,
                                      struct pst_error *error);
void pst_series_order_free(struct pst_series_order *order);

/* pst_row_let: append the column NAME with the value of EXPR in every row; a test gives the texts
   "yes", "no" and missing.  *UNDEFINED counts the rows whose numbers allow no value (x / 0).
   Status    PST_USAGE with error->column, the character of the expression; PST_NO_MEMORY  */
enum pst_status pst_row_let(struct pst_table *table, const char *name, struct pst_expr *expr,
                            const struct pst_series_order *order, size_t *undefined,
                            struct pst_error *error);

/* pst_row_where: keep the rows for which EXPR holds.  *UNDECIDED counts those that a bounded cell
   leaves open; they are dropped like those for which it does not hold. */
enum pst_status pst_row_where(struct pst_table *table, struct pst_expr *expr,
                              const struct pst_series_order *order, size_t *undecided,
                              struct pst_error *error);

#endif
