/* band.h -- the confidence band around a fitted line, from the rows that its method filled.

   Every band has the form pst_band_kernel.
   Given     sample      the data of the fit, n >= 2
             rows        what METHOD (as its record names it) appended for them
             conf_level  that of the rows
             band        x and fit: n places, and the line there
   Returned  band->low, band->high at each place
   Status    PST_UNDEFINED when the rows have no interval to make a band of; PST_NO_MEMORY
   Cost      O(n), and the medians of the sample for pst_band_of_slope

   pst_band_of_slope: between the lines with the ends of the slope's interval, which turn about the line at
   the median time.
   pst_band_of_mean: of the mean of y at x in least squares, fit +- t sigma sqrt(1/n + (x - mean x)^2 /
   Sxx), sigma^2 / Sxx the squared standard error of the slope.
   Published  Draper & Smith (1998), Applied Regression Analysis, 3.1
   Tested     test_band.c, tests/cli/trend-figure* */
#ifndef PST_STATS_SLOPE_BAND_H
#define PST_STATS_SLOPE_BAND_H

#include "stats/estimate.h"

struct pst_band {
  size_t n;
  const double *x, *fit;
  double *low, *high;
};

typedef enum pst_status pst_band_kernel(const struct pst_sample *sample,
                                        const struct pst_estimates *rows, const char *method,
                                        double conf_level, const struct pst_band *band,
                                        struct pst_arena *scratch, struct pst_error *error);

pst_band_kernel pst_band_of_slope, pst_band_of_mean;

#endif
