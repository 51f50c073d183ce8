/* factorial.h -- the logarithm of n!. */
#ifndef PST_STATS_DISTRIBUTION_FACTORIAL_H
#define PST_STATS_DISTRIBUTION_FACTORIAL_H

/* pst_log_factorial: log(n!).
   Given     n >= 0
   Returned  log(n!), as lgamma(n + 1)
   Cost      O(1)
   Tested    test_factorial.c; make tsan */
double pst_log_factorial(double n);

#endif
