/* cells_run.h -- rows to cells while they go by, for load_cells.c and load_sum.c. */
#ifndef PST_JOB_LOAD_CELLS_RUN_H
#define PST_JOB_LOAD_CELLS_RUN_H

#include "base/pack.h"
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

/* What is kept of a part beside its sums, or its rows: pst_load_beside_pack, at the end of OUT; false where the rows are needed
   in one place.  pst_load_beside_join: that of one part more; *ENOUGH as pst_facts_join.
   pst_load_lines_new, pst_load_lines_place: of each file what its lines in PART, the next one, are behind.  */
bool pst_load_beside_pack(const struct pst_load *load, struct pst_buffer *out);
enum pst_status pst_load_beside_join(struct pst_load *load, struct pst_unpack *in, bool *enough,
                                     struct pst_error *error);
struct pst_load_lines {
  unsigned long *behind; /* of each file: what is before the lines of this part */
  unsigned long *next;   /* of each file: the line where the next tile begins; 0: none was */
};
enum pst_status pst_load_lines_new(struct pst_load *load, struct pst_load_lines *lines,
                                   struct pst_error *error);
void pst_load_lines_place(struct pst_load_lines *lines, const struct pst_part *part);

/* load_move.c: rows for the ranks that own their groups, while they go by: pst_moving_may, the options allow it; the others as
   those of cells: begin, add, pack.
   Status    PST_UNDEFINED where the rows are needed in one place; as the steps  */
struct pst_moving {
  struct pst_load *load;
  struct pst_move *move;
  struct pst_move_columns columns;
  size_t *of_roles;       /* what columns.columns is */
  struct pst_buffer head; /* of the last rows */
  bool *any;              /* of each column: some cell is known */
  bool *bounded;          /* of each column: some cell is known within bounds */
  unsigned char *whole;   /* of each column as it was read: what its cells are */
  size_t n_whole;
  bool *found; /* of each text that --where compares with: a cell has it */
  size_t n_found, text;
  struct pst_dictionary *orders; /* of each role whose texts are in_order: as they first come */
};
bool pst_moving_may(const struct pst_load *load);
enum pst_status pst_moving_begin(struct pst_load *load, struct pst_moving *moving,
                                 struct pst_error *error);
enum pst_status pst_moving_add(struct pst_moving *moving, struct pst_error *error);
enum pst_status pst_moving_pack(struct pst_moving *moving, struct pst_buffer *out, bool *enough,
                                struct pst_error *error);
void pst_moving_free(struct pst_moving *moving);

#endif
