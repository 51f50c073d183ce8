/* variables.h -- the columns of many pairs, each prepared once for a group of rows. */
#ifndef PST_JOB_PAIRWISE_VARIABLES_H
#define PST_JOB_PAIRWISE_VARIABLES_H

#include "stats/variable/variable.h"
#include "table/group/group.h"
#include "table/table.h"

/* A column in a group: its known cells as a variable, and where each row of the group stands among them. */
struct pst_column_variable {
  struct pst_known known;
  const uint32_t *place; /* of a row of the group, UINT32_MAX: not known; NULL: all are known */
  bool finite;           /* every known cell is: else nothing is prepared, and the kernels say so */
};

struct pst_column_variables {
  const struct pst_table *table;
  const struct pst_groups *groups;
  unsigned what; /* PST_KNOW_... */
  bool kept;     /* the deviations too */
  size_t n;
  const size_t *columns; /* of the table */
  struct pst_column_variable *list;
  size_t group; /* that they are prepared for */
};

/* pst_column_variables_fill: column I of the list in the group that is set.
   Given     all but list[I] set; room for it
   Returned  list[I], its arrays in ARENA
   Status    PST_NO_MEMORY; PST_UNDEFINED for 2^32 rows and more
   Cost      that of variable.h
   Tested    test_column_variables.c against samples made row by row  */
enum pst_status pst_column_variables_fill(struct pst_column_variables *variables, size_t i,
                                          struct pst_arena *arena, struct pst_error *error);

/* pst_column_variables_sample: the rows of the group that are complete in columns I and J of the list.
   Given     both filled; ROOM for two variables
   Returned  sample  with what is known of its x and y: the columns' own where no row is left out; NULL for
                     a column with a cell that is not finite
   Status    PST_NO_MEMORY
   Cost      nothing where both columns are complete, else O(rows)
   Tested    as above  */
enum pst_status pst_column_variables_sample(const struct pst_column_variables *variables, size_t i,
                                            size_t j, struct pst_sample *sample,
                                            struct pst_known room[2], struct pst_arena *arena,
                                            struct pst_error *error);

#endif
