/* row_table.h -- the kinds of rows, computed and written as a table. */
#ifndef PST_INDICATOR_ROW_ROW_TABLE_H
#define PST_INDICATOR_ROW_ROW_TABLE_H

#include "indicator/frame/frame.h"
#include "package/package.h"
#include "stats/indicator/cell.h"

/* What one kind makes of one column of values. */
struct pst_row_column {
  const struct pst_indicator_ask *ask;
  const struct pst_column *y;
  const char *name;
  const char *unit;
  struct pst_row_value *values; /* a row of the frame each */
  struct pst_row_value *points; /* with --printed: of the values themselves; else NULL */
  bool *odd; /* the value is to be read with care: pst_row_remark; NULL: none is */
};

struct pst_row_columns {
  struct pst_row_column *list; /* by -y, then by --kind */
  size_t count;
};

/* pst_row_columns_make: every kind of every -y.  PST_USAGE, PST_NO_MEMORY. */
enum pst_status pst_row_columns_make(struct pst_job *job, const struct pst_indicator_frame *frame,
                                     struct pst_row_columns *columns, struct pst_error *error);

/* pst_row_remark: why row I has no value, or what is odd about it; NULL for nothing. */
const char *pst_row_remark(const struct pst_row_column *column, size_t i);

/* pst_row_sign: with --printed, whether the sign of row I is that of all that print so: "holds" or "may flip"; NULL
   without a value. */
const char *pst_row_sign(const struct pst_row_column *column, size_t i);

/* pst_row_table: write them: groups, entity, time, kept columns, then values and indicators side by side
   with a note; with --long a row each. */
enum pst_status pst_row_table(struct pst_job *job, const struct pst_indicator_frame *frame,
                              const struct pst_row_columns *columns, struct pst_error *error);

/* pst_row_package: the datapackage.json beside the table GRID, with types, titles and units.
   Status    as pst_package_begin */
struct pst_grid;
enum pst_status pst_row_package(struct pst_job *job, const struct pst_row_columns *columns,
                                const struct pst_grid *grid, struct pst_package *package,
                                struct pst_error *error);

#endif
