/* derived.h -- series made from a series: less its trend, less what the value before foretells.

   A value that was computed carries the rounding of what it was computed from: two that differ by less
   than 8 units in the last place of the largest operand are equal in the data, and count as tied.

   pst_derived_ties: makes such values of Z equal.
   Given     z        n finite values
             largest  the largest magnitude that any of them was computed from
   Returned  z        changed: each value of a run of neighbours, each within reach of the next, is the
                      lowest of the run
   Status    PST_NO_MEMORY
   Cost      O(n log n)

   pst_derived_level: Z, made from Y, is constant but for such rounding.

   pst_derived_slope: the median of the slopes of all pairs, times 0, 1, 2, ... (Sen 1968), to the last bit or two:
   what is made with it does not feel them.
   pst_derived_sample_slope: that of the y of a sample, which is found once for all methods on it.
   pst_derived_detrend: z_i = y_i - SLOPE i, ties settled as above.
   pst_derived_innovations: z_i = y_(i+1) - r1 y_i, n - 1 values, ties settled as above.
   Given     n values one step apart
   Status    PST_NO_MEMORY
   Cost      O(n log n)
   Published Hamed & Rao (1998), J. Hydrology 204; Yue et al. (2002), Hydrological Processes 16
   Tested    test_hamed_rao.c, test_prewhitening.c, by way of hamed_rao.h and prewhitening.h */
#ifndef PST_STATS_TREND_DERIVED_H
#define PST_STATS_TREND_DERIVED_H

#include <stdbool.h>
#include <stddef.h>

#include "stats/estimate.h"

enum pst_status pst_derived_ties(double *z, size_t n, double largest, struct pst_arena *scratch,
                                 struct pst_error *error);

bool pst_derived_level(const double *z, const double *y, size_t n);

enum pst_status pst_derived_slope(const double *y, size_t n, double *slope,
                                  struct pst_arena *scratch, struct pst_error *error);

enum pst_status pst_derived_sample_slope(const struct pst_sample *sample, double *slope,
                                         struct pst_arena *scratch, struct pst_error *error);

enum pst_status pst_derived_detrend(const double *y, size_t n, double slope, double *z,
                                    struct pst_arena *scratch, struct pst_error *error);

enum pst_status pst_derived_innovations(const double *y, size_t n, double r1, double *z,
                                        struct pst_arena *scratch, struct pst_error *error);

#endif
