/* parts.h -- a series cut into its parts: the seasons of a year, or the series of a region.

   pst_parts_split: the observations of each part, in order of time.
   Given     sample  with BESIDE->parts; in order of time
   Returned  split   one sample a part, and the times that occur in any
   Status    PST_UNDEFINED when a part has two values at one time (it is named), or there are no parts;
             PST_NO_MEMORY
   Cost      O(n log n)

   pst_parts_covariance: the covariance of S of parts G and H under no trend, where values at one time
   depend on each other and times do not: (K + 4 sum R_jg R_jh - T (n_g + 1)(n_h + 1)) / 3, K the sum over
   pairs of times of the products of the signs, R the ranks, of a missing value the mean rank.
   Given     split   with RANK from pst_parts_rank
   Cost      O(T^2) for T times
   Published Dietz & Killeen (1981), JASA 76; Hirsch & Slack (1984), Water Resources Research 20, 727-732
   Tested    test_seasonal.c against all permutations of the times */
#ifndef PST_STATS_TREND_PARTS_H
#define PST_STATS_TREND_PARTS_H

#include "stats/estimate.h"

struct pst_series_split {
  size_t count;
  const char *const *names;
  struct pst_sample *parts; /* may be empty */
  size_t n;                 /* of all */
  size_t n_times;
  const double *times; /* rising */
  double *values;      /* count rows of n_times; NaN: none */
  double *ranks;       /* the same; the mean rank where there is no value */
};

enum pst_status pst_parts_split(const struct pst_sample *sample, struct pst_series_split *split,
                                struct pst_arena *keep, struct pst_error *error);

/* pst_parts_rank: fills VALUES and RANKS, count rows of n_times.
   Status    PST_UNDEFINED for a table too large to hold; PST_NO_MEMORY */
enum pst_status pst_parts_rank(struct pst_series_split *split, struct pst_arena *keep,
                               struct pst_error *error);

double pst_parts_covariance(const struct pst_series_split *split, size_t g, size_t h);

#endif
