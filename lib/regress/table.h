/* table.h -- what the tables of rows and of predictions share: columns of groups, then others.

   pst_regress_table_begin: GRID with a column a group column, `variable` where there are several, and COLUMNS.
   Returned  first  where COLUMNS start
   pst_regress_table_row: a new row of UNIT, with the cells before FIRST filled.
   Given     what pst_regress_result has
   Status    PST_NO_MEMORY
   Cost      O(columns)
   Tested    tests/cli/regress-diagnostics, regress-predict */
#ifndef PST_REGRESS_TABLE_H
#define PST_REGRESS_TABLE_H

#include "regress/records.h"
#include "report/grid.h"

enum pst_status pst_regress_table_begin(struct pst_job *job,
                                        const struct pst_regress_result *result,
                                        const struct pst_grid_column *columns, size_t n,
                                        struct pst_grid *grid, size_t *first,
                                        struct pst_error *error);

enum pst_status pst_regress_table_row(struct pst_job *job, const struct pst_regress_result *result,
                                      const struct pst_regress_unit *unit, struct pst_grid *grid,
                                      struct pst_error *error);

#endif
