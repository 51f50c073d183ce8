/* adjust.h -- p-values adjusted for the number of tests.

   pst_adjust: the adjusted p of each of P[0..n).
   Given     p       in [0, 1]; NaN stands for a missing one: it stays NaN and does not count
             method  Bonferroni, Holm, Hochberg, Benjamini-Hochberg (bh), Benjamini-Yekutieli (by)
   Returned  out     n values, <= 1; may be P itself
   Status    PST_NO_MEMORY only
   Cost      O(n log n)
   Published Holm (1979); Hochberg (1988); Benjamini & Hochberg (1995); Benjamini & Yekutieli (2001)
   Tested    test_adjust.c, tests/reference (family p_adjust) */
#ifndef PST_STATS_ADJUST_H
#define PST_STATS_ADJUST_H

#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"

enum pst_adjust {
  PST_ADJUST_NONE,
  PST_ADJUST_BONFERRONI,
  PST_ADJUST_HOLM,
  PST_ADJUST_HOCHBERG,
  PST_ADJUST_BH,
  PST_ADJUST_BY
};

enum pst_status pst_adjust(const double *p, size_t n, enum pst_adjust method, double *out,
                           struct pst_arena *scratch, struct pst_error *error);

#endif
