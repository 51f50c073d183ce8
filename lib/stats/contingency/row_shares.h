/* row_shares.h -- the shares of each row of a table of counts.

   pst_row_shares
   Given     table   r by c counts
             test    level
   Returned  share   r times c rows, row by row: count / row sum, n the row sum, with Wilson's interval; of an
                     empty row without a value, with a note
   Status    PST_UNDEFINED for a table without counts, or a count that is no whole number from 0;
             PST_USAGE for an exact or permutation p; PST_NO_MEMORY
   Cost      O(r c)
   Published Wilson (1927), JASA 22
   Tested    test_contingency.c */
#ifndef PST_STATS_CONTINGENCY_ROW_SHARES_H
#define PST_STATS_CONTINGENCY_ROW_SHARES_H

#include "stats/contingency/table.h"

pst_contingency_kernel pst_row_shares;

#endif
