/* growth.h -- a rate of growth from a slope of logarithms.

   pst_growth_rate: exp(LOG_GROWTH) - 1, NaN where that leaves the range of doubles: days in which a
   value rises tenfold make no finite growth a year.  PST_NO_GROWTH is the note to go with it.
   Given     a growth a unit of time, any double
   Returned  a growth rate from -1, as a fraction
   Tested    test_cagr.c, test_ols.c, by way of cagr.h and ols.h */
#ifndef PST_STATS_SLOPE_GROWTH_H
#define PST_STATS_SLOPE_GROWTH_H

#include <math.h>

#define PST_NO_GROWTH                                                                              \
  "growth per unit of time is beyond the range of doubles; --slope-per step takes it per step"

static inline double pst_growth_rate(double log_growth)
{
  double growth = expm1(log_growth);

  return isfinite(growth) ? growth : (double)NAN;
}

#endif
