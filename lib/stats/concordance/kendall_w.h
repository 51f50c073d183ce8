/* kendall_w.h -- Kendall's coefficient of concordance: how far several rankings agree.

   pst_kendall_w: W = 12 S / (m^2 (n^3 - n) - m sum (t^3 - t)), S the sum of squared deviations of the
   rank sums, t the sizes of ties within each ranking; chi-square = m (n - 1) W with n - 1 degrees of
   freedom, which is Friedman's.
   Given     x     m rankings (or scores) of n items, ranking by ranking, finite; ranked with mid-ranks
   Returned  W, S, chi-square and its upper tail
   Status    PST_UNDEFINED for fewer than 2 rankings or items, or when all rankings are ties; PST_NO_MEMORY
   Cost      O(m n log n)
   Published Kendall & Babington Smith (1939), Ann. Math. Stat. 10; Friedman (1937)
   Tested    tests/unit/test_kendall_w.c; tests/reference (family kendall_w) */
#ifndef PST_STATS_CONCORDANCE_KENDALL_W_H
#define PST_STATS_CONCORDANCE_KENDALL_W_H

#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"

struct pst_kendall_w {
  double w;
  double s;
  double statistic;
  double df;
  double p;
};

enum pst_status pst_kendall_w(const double *const *x, size_t m, size_t n, struct pst_kendall_w *out,
                              struct pst_arena *scratch, struct pst_error *error);

#endif
