/* quantile_interval.h -- quantiles of one sample with their exact intervals.

   pst_quantile_intervals
   Given     x, n    a finite value at least
             places  probabilities above 0 and below 1
             test    level
   Returned  q0.25 and so on, method "quantile": type 7; interval: the order statistics x(k) and x(m), k the
             largest with P(Bin(n, p) < k) <= (1 - level)/2 and m the smallest with P(Bin(n, p) >= m) <= the
             same: it covers at least at the level whatever the distribution.  An end that is beyond the
             sample is empty, with a note
   Status    PST_UNDEFINED without values; PST_USAGE for another probability; PST_NO_MEMORY
   Cost      O(n log n)
   Published Thompson (1936), Annals of Mathematical Statistics 7; David & Nagaraja (2003), Order
             Statistics, 7.1; Hyndman & Fan (1996)
   Tested    test_quantile_interval.c, against R's pbinom and quantile */
#ifndef PST_STATS_SAMPLES_QUANTILE_INTERVAL_H
#define PST_STATS_SAMPLES_QUANTILE_INTERVAL_H

#include "stats/estimate.h"

struct pst_probabilities {
  const double *p;
  size_t n;
};

enum pst_status pst_quantile_intervals(const double *x, size_t n,
                                       const struct pst_probabilities *places,
                                       const struct pst_test *test, struct pst_estimates *out,
                                       struct pst_arena *scratch, struct pst_error *error);

/* pst_probabilities_check: each above 0 and below 1; PST_USAGE for one that is not.
   pst_quantile_term: "q0.25", in the arena of OUT; NULL when memory is out. */
enum pst_status pst_probabilities_check(const struct pst_probabilities *places,
                                        struct pst_error *error);
const char *pst_quantile_term(double p, struct pst_estimates *out);

#endif
