/* curve.h -- a fitted line that is not straight, at the places where a figure draws it.

   Every curve has the form pst_curve_kernel.
   Given     sample  the data of the fit, in order of x
             test    as its method was asked; confidence level
             curve   n places x, rising
   Returned  fit at each place, and low and high, NaN where there is no interval
   Status    PST_UNDEFINED where the method has no line for these data; PST_NO_MEMORY
   Cost      that of the fit, and of each place
   Tested    test_loess.c, test_polynomial.c, by way of loess.h and polynomial.h */
#ifndef PST_STATS_FIT_CURVE_H
#define PST_STATS_FIT_CURVE_H

#include "stats/estimate.h"

struct pst_curve {
  size_t n;
  const double *x;
  double *fit, *low, *high;
};

typedef enum pst_status pst_curve_kernel(const struct pst_sample *sample,
                                         const struct pst_test *test, struct pst_curve *curve,
                                         struct pst_arena *scratch, struct pst_error *error);

#endif
