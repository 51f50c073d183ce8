/* where.h -- the conditions of a table of a claims file: which rows are left. */
#ifndef PST_CLAIM_DATA_WHERE_H
#define PST_CLAIM_DATA_WHERE_H

#include "claim/data/data.h"

/* pst_where_filter: keep the rows of DATA that pass all its conditions.
   Given     columns  in the table, one a condition
   Returned  false when memory is out.  A condition that no row can pass (a text beside numbers, texts
             put in order, a value that the column has not), and a table without rows, are added to
             SOURCE's errors, and DATA is broken; `may be empty` allows what is only empty
   Cost      each different cell of a column is read once
   Tested    test_claim_errors.c, test_claim_verdicts.c  */
bool pst_where_filter(struct pst_data *data, const size_t *columns, struct pst_source *source);

#endif
