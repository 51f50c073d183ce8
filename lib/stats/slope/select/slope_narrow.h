/* slope_narrow.h -- a bracket around the slopes asked for, narrowed by samples of it.

   A sample of the slopes of a bracket, drawn as inversions between its orders, gives the next bracket, and the
   last one is listed.  Places near each other share their brackets.  A bracket that misses its place is
   answered by the one around it, so chance costs time only.

   pst_slope_narrow: the values of places in a bracket.
   Given     search   made by pst_slope_begin, with ranks in ascending order
             bracket  whose orders are at hand
             first    of the places, and the END of them, all in the bracket
   Returned  search->values
   Status    PST_NO_MEMORY; PST_UNDEFINED, see slope_bracket.h
   Cost      O(n log n) expected
   Published Matousek (1991), Information Processing Letters 39; Dillencourt, Mount & Netanyahu
             (1992), Int. J. Computational Geometry & Applications 2
   Tested    test_slopes.c, by way of slopes.h */
#ifndef PST_STATS_SLOPE_SELECT_SLOPE_NARROW_H
#define PST_STATS_SLOPE_SELECT_SLOPE_NARROW_H

#include "stats/slope/select/slope_bracket.h"

enum pst_status pst_slope_narrow(struct pst_slope_search *search,
                                 const struct pst_slope_bracket *bracket, size_t first, size_t end);

#endif
