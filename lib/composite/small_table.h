/* small_table.h -- a small file of an option, such as that of --structure, with some columns by name. */
#ifndef PST_COMPOSITE_SMALL_TABLE_H
#define PST_COMPOSITE_SMALL_TABLE_H

#include "job/job.h"

/* A column to read; COLUMN is SIZE_MAX when the file has none and it need not. */
struct pst_small_column {
  const char *name;
  enum pst_want want;
  bool optional;
  size_t column;
};

/* pst_small_table_read: PATH into TABLE, the N COLUMNS of it.
   Status    as pst_loader_open and pst_loader_run, said to be of OPTION */
enum pst_status pst_small_table_read(const char *option, const char *path,
                                     struct pst_small_column *columns, size_t n,
                                     struct pst_table *table, struct pst_error *error);

#endif
