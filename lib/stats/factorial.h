/* factorial.h -- the logarithm of n!.

   lgamma keeps the sign of its result in a variable of the process, which threads would write at once. */
#ifndef PST_STATS_FACTORIAL_H
#define PST_STATS_FACTORIAL_H

#include <math.h>

/* pst_log_factorial: log(n!).
   Given     n >= 0
   Returned  log(n!), as lgamma(n + 1)
   Cost      O(1)
   Tested    test_spearman.c, by way of the least p; make tsan */
static inline double pst_log_factorial(double n)
{
  int sign;

  return lgamma_r(n + 1, &sign);
}

#endif
