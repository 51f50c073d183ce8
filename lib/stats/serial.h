/* serial.h -- whether values that follow each other depend on each other, said with the p of a trend.

   pst_serial_first: sum d_t d_(t-1) / sum d_t^2, d the values less their mean; NaN when they are constant or n < 2.
   Given     y, n    finite values in order of time
   Returned  in [-1, 1], or NaN
   Cost      O(n)
   Published Box & Jenkins (1976), Time Series Analysis, 2.1

   pst_serial_limit: 1.96 / sqrt(n), which chance alone passes once in twenty times.
   Returned  above 0, infinite for n = 0

   pst_serial_note: where |R1| is beyond the limit, a note on ROW: its p is not to be trusted, and the method
   that allows for it.
   Given     r1      of the N residuals; NaN: nothing is said
             better  the method, as --method takes it
   Returned  the note, on ROW
   Cost      O(1)
   Tested    test_autocorrelation.c, test_mann_kendall.c, test_ols.c */
#ifndef PST_STATS_SERIAL_H
#define PST_STATS_SERIAL_H

#include "stats/estimate.h"

double pst_serial_first(const double *y, size_t n);

double pst_serial_limit(size_t n);

void pst_serial_note(struct pst_estimates *out, struct pst_estimate *row, double r1, size_t n,
                     const char *better);

#endif
