/* rest.h -- what is left of a series when its Sen slope is taken off, and whether it depends on what was before.

   pst_rest_first: the lag-1 autocorrelation, from row to row, of y less its Sen slope.
   Given     sample  n >= 2 finite pairs in order of time, y not constant
   Returned  r1      NaN when a time occurs twice or the points are on a line
             even    the times are one step apart: hamed-rao can be had
   Status    PST_NO_MEMORY
   Cost      O(n log n)

   pst_rest_of_parts: the same of a series in parts, each less its own Sen line.
   Given     sample  as pst_parts_split takes it, its times within a part different
             split   its parts
             within  from one value to the next of the same part (years of a season); else from row to row
   Returned  r1      NaN when every part is on a line.  Short parts pull it down, by more than 1/n of a part: what is
                     above the limit is so in spite of that
   Cost      O(n log n)
   Tested    test_mann_kendall.c, test_seasonal.c, by way of the tests that state it */
#ifndef PST_STATS_TREND_REST_H
#define PST_STATS_TREND_REST_H

#include "stats/estimate.h"
#include "stats/trend/parts.h"

enum pst_status pst_rest_first(const struct pst_sample *sample, double *r1, bool *even,
                               struct pst_arena *scratch, struct pst_error *error);

enum pst_status pst_rest_of_parts(const struct pst_sample *sample,
                                  const struct pst_series_split *split, bool within, double *r1,
                                  struct pst_arena *scratch, struct pst_error *error);

#endif
