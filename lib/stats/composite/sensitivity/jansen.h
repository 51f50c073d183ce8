/* jansen.h -- how much of the variance of a result one uncertain choice makes.

   pst_jansen: first-order index S = 1 - mean((b - ab)^2) / 2V and total index T = mean((a - ab)^2) / 2V.
   Given     a, b, ab  the result over R replicates: all choices from sample A; all from sample B; and all
                       from A but the choice in question, which is B's
   Returned  S, T, and their standard errors: that of a ratio of means over independent replicates
             (delta method); V is that of a and b together
   Status    PST_UNDEFINED when R < 2 or the result never varies
   Cost      O(R)
   Published Jansen (1999), Comput. Phys. Commun. 117; Saltelli et al. (2010), ibid. 181
   Tested    test_composite_draws.c against the Ishigami function's known indices */
#ifndef PST_STATS_COMPOSITE_SENSITIVITY_JANSEN_H
#define PST_STATS_COMPOSITE_SENSITIVITY_JANSEN_H

#include <stddef.h>

#include "base/error.h"

struct pst_jansen {
  double first;
  double first_error;
  double total;
  double total_error;
  double variance;
};

enum pst_status pst_jansen(const double *a, const double *b, const double *ab, size_t replicates,
                           struct pst_jansen *out, struct pst_error *error);

#endif
