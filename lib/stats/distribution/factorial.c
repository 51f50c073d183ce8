/* factorial.c -- the logarithm of n!, without what lgamma leaves to threads: it keeps the sign of its result
   in a variable of the process. */
#include "stats/distribution/factorial.h"

#include <math.h>

double pst_log_factorial(double n)
{
  int sign;

  return lgamma_r(n + 1, &sign);
}
