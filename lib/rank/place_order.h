/* place_order.h -- places sorted by their digits, without comparing two of them.

   pst_places_by_period: by period; those of one period as they stood.
   pst_places_by_rank: by low, then high; equal ones as they stood.
   Given     n places, n < 2^32, low and high not NaN
   Returned  PLACES in order
   Status    PST_NO_MEMORY
   Cost      O(n), as stats/variable/order.h; 76 bytes a place of scratch
   Tested    test_place_order.c against qsort */
#ifndef PST_RANK_PLACE_ORDER_H
#define PST_RANK_PLACE_ORDER_H

#include "rank/ranking.h"

enum pst_status pst_places_by_period(struct pst_place *places, size_t n, struct pst_arena *scratch,
                                     struct pst_error *error);

enum pst_status pst_places_by_rank(struct pst_place *places, size_t n, struct pst_arena *scratch,
                                   struct pst_error *error);

#endif
