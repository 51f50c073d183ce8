/* order.h -- the levels in the order in which they are compared, for all groups alike.

   pst_compare_orders: the orders of the levels, and of the categories or rows and columns of a table.
   Returned  in the settings: --levels as given; else by number when every text is one, else by first
             appearance
   Status    PST_USAGE for a name of --levels or --reference that no row has (with a near one);
             PST_UNDEFINED when no row has a level
   Cost      O(rows)
   Tested    test_compare_order.c, tests/cli/compare-levels */
#ifndef PST_COMPARE_ORDER_H
#define PST_COMPARE_ORDER_H

#include "compare/settings.h"

enum pst_status pst_compare_orders(struct pst_job *job, struct pst_compare_settings *settings,
                                   struct pst_error *error);

/* pst_compare_place: of the text of COLUMN in ROW; SIZE_MAX when it has none, or it is no level. */
size_t pst_compare_place(const struct pst_compare_order *order, const struct pst_column *column,
                         size_t row);

#endif
