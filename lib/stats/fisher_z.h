/* fisher_z.h -- the interval of a correlation on Fisher's z scale.

   pst_fisher_interval: tanh(atanh(r) +- q SE), q the normal quantile of the level, into ROW.  With
   a one-sided alternative the interval is one-sided too, as that of R's cor.test: up to 1 for
   "greater", from -1 for "less".
   Given     row    its estimate is r
             se     standard error of atanh(r); the interval stays empty when it is not a positive
                    number, or when |r| >= 1, where the z scale has no end
             test   confidence level, alternative
   Returned  row    its conf_low and conf_high, in [-1, 1]
   Cost      O(1)
   Published Fisher (1921), Metron 1
   Tested    test_pearson.c */
#ifndef PST_STATS_FISHER_Z_H
#define PST_STATS_FISHER_Z_H

#include "stats/estimate.h"

void pst_fisher_interval(struct pst_estimate *row, double se, const struct pst_test *test);

#endif
