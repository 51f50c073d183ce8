/* figure_rows.h -- which estimates a figure shows. */
#ifndef PST_COMPARE_FIGURE_ROWS_H
#define PST_COMPARE_FIGURE_ROWS_H

#include "compare/run.h"

struct pst_compare_figure_row {
  const struct pst_compare_unit *unit;
  const struct pst_compare_subject *subject;
  const struct pst_estimate *estimate;
  const struct pst_estimate *test; /* the row that has the p-value; NULL: none */
};

struct pst_compare_figure_rows {
  const struct pst_method *method; /* all rows are its own */
  struct pst_compare_figure_row *rows;
  size_t n;
  size_t family; /* p-values of all groups, of those too that the figure does not show */
  bool scale;    /* the rows are the shares of the answers of polls or tables */
};

/* pst_compare_rows_of_two, _of_each: the main rows of the first method of two levels (of each) that gives
   an interval, group by group; n is 0 when there is none.  The p-value of two levels is the method's own, or
   that of the first other one that has it.  PST_NO_MEMORY. */
enum pst_status pst_compare_rows_of_two(struct pst_job *job, const struct pst_compare_units *units,
                                        struct pst_compare_figure_rows *rows,
                                        struct pst_error *error);
enum pst_status pst_compare_rows_of_each(struct pst_job *job, const struct pst_compare_units *units,
                                         struct pst_compare_figure_rows *rows,
                                         struct pst_error *error);

/* pst_compare_rows_keep: of more rows than MOST those with the least p, or else the largest difference, in their
   order. */
enum pst_status pst_compare_rows_keep(struct pst_job *job, struct pst_compare_figure_rows *rows,
                                      size_t most, struct pst_error *error);

#endif
