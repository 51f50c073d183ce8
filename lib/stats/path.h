/* path.h -- a line of any form through a series, for a figure.

   A method whose line is not straight has a kernel of this form.
   Given     sample, estimates  of one series; method: whose rows among them
   Returned  path  n points, x rising, in SCRATCH; n is 0 where there is none
   Status    PST_NO_MEMORY
   Cost      that of the kernel
   Tested    tests/cli/trend-change-figure */
#ifndef PST_STATS_PATH_H
#define PST_STATS_PATH_H

#include "stats/estimate.h"

struct pst_path {
  size_t n;
  double *x, *y;
};

typedef enum pst_status pst_path_kernel(const struct pst_sample *sample,
                                        const struct pst_estimates *estimates, const char *method,
                                        struct pst_path *path, struct pst_arena *scratch,
                                        struct pst_error *error);

#endif
