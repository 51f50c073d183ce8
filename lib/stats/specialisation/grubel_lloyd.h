/* grubel_lloyd.h -- trade within an industry: how far exports and imports of the same thing balance.

   pst_grubel_lloyd: 1 - |X - M| / (X + M), of one row.
   pst_grubel_lloyd_aggregate: 1 - sum |X - M| / sum (X + M) over N rows, which is not the mean of the
   rows' indices.
   Given     exports and imports in one unit of value, NaN where there is none
   Returned  in [0, 1]; NaN where a value is empty (NaN) or below 0, or all are 0
   Cost      O(1), O(n)
   Published Grubel & Lloyd (1975), Intra-Industry Trade
   Tested    test_specialisation.c; tests/reference (family specialisation) */
#ifndef PST_STATS_SPECIALISATION_GRUBEL_LLOYD_H
#define PST_STATS_SPECIALISATION_GRUBEL_LLOYD_H

#include <stddef.h>

double pst_grubel_lloyd(double exports, double imports);
double pst_grubel_lloyd_aggregate(const double *exports, const double *imports, size_t n);

#endif
