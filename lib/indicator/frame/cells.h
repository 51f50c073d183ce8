/* cells.h -- numbers that may be bounds as columns of a result.

   Where all are points the column is one of numbers.  Where some are bounds, what other programs read gets
   one column whose cells are numbers or bounds (`[1.5,2]`, `>10`), which they read back as bounded
   cells; JSON gets three columns of numbers, NAME, NAME_low and NAME_high; people get texts with the
   digits asked for. */
#ifndef PST_INDICATOR_FRAME_CELLS_H
#define PST_INDICATOR_FRAME_CELLS_H

#include "interval/bounded.h"
#include "job/job.h"
#include "report/grid.h"

/* pst_indicator_add_cells: the column SPEC (a number) with CELLS[row]; low NaN is missing.
   Status    PST_NO_MEMORY */
enum pst_status pst_indicator_add_cells(struct pst_job *job, struct pst_grid *grid,
                                        const struct pst_grid_column *spec,
                                        const struct pst_bounds *cells, struct pst_error *error);

/* pst_indicator_add_label: a column of the input, called group_NAME where the result has one of that name
   already, or will have one of OWN (closed by NULL). */
enum pst_status pst_indicator_add_label(struct pst_grid *grid, const char *name, enum pst_role role,
                                        const char *const *own, struct pst_error *error);

/* pst_indicator_copy_column: column C of FROM, cells and all; both have the same rows. */
enum pst_status pst_indicator_copy_column(const struct pst_grid *from, size_t c,
                                          struct pst_grid *to, struct pst_error *error);

#endif
