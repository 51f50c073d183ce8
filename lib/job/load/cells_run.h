/* cells_run.h -- rows to cells while they go by, for load_cells.c and load_sum.c. */
#ifndef PST_JOB_LOAD_CELLS_RUN_H
#define PST_JOB_LOAD_CELLS_RUN_H

#include "job/load/load_steps.h"
#include "table/group/cells.h"

enum {
  PST_CELLS_RUN_ROWS = 1 << 16
}; /* at a time, so that a file of fewer is read as if it were whole */

struct pst_cells_run {
  struct pst_load *load;
  struct pst_cells *cells;
  size_t *keys, *values; /* columns in the part */
  size_t n_keys, n_values;
};

/* pst_cells_run_check: what --aggregate cannot have.  pst_cells_run_begin: RUN of LOAD, with no rows.
   pst_cells_run_add: the steps on the rows of the table, which the cells take then.
   Status    PST_USAGE for lag() and for text where a number is needed; as the steps  */
enum pst_status pst_cells_run_check(const struct pst_load *load, struct pst_error *error);
enum pst_status pst_cells_run_begin(struct pst_load *load, struct pst_cells_run *run,
                                    struct pst_error *error);
enum pst_status pst_cells_run_add(struct pst_cells_run *run, struct pst_error *error);

/* load_sum.c: pst_load_sum_pack, what the rows of a part come to; *ENOUGH: false where the rows themselves are needed.
   pst_load_sum_join: those of all parts, in the place of rows.
   Status    PST_AGAIN where the rows are needed, with the commands on standard error; PST_NO_MEMORY  */
enum pst_status pst_load_sum_pack(const struct pst_cells_run *run, struct pst_buffer *out,
                                  bool *enough, struct pst_error *error);
enum pst_status pst_load_sum_join(struct pst_cells_run *run, struct pst_error *error);

#endif
