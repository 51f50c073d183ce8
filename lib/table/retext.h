/* retext.h -- a text column with other texts in the place of its own. */
#ifndef PST_TABLE_RETEXT_H
#define PST_TABLE_RETEXT_H

#include "table/table.h"

/* pst_column_retext: the text column COLUMN of TABLE with TEXTS[code] for the text of each code.
   Given     TEXTS: one a code of the dictionary; equal texts become one; NULL only for a code that
             no row has
   Returned  *OUT: as the column, with an array and a dictionary of its own, which the caller gives
             back by pst_column_retext_free, or puts into the table after freeing those there
   Status    PST_NO_MEMORY
   Cost      one pass
   Tested    test_retext.c  */
enum pst_status pst_column_retext(const struct pst_table *table, size_t column,
                                  const char *const *texts, struct pst_column *out,
                                  struct pst_error *error);

/* pst_column_retext_free: the array and the dictionary of a text column.
   Given     what pst_column_retext gave, or a column of the table that takes it
   Cost      O(1)
   Tested    test_retext.c  */
void pst_column_retext_free(struct pst_column *column);

#endif
