/* normalise.h -- indicators on one scale.

   pst_normalise: one indicator; its direction acts first (d = -1: less is better).
   PST_NORMALISE_NONE             d x
   PST_NORMALISE_MINMAX           100 (x - min) / (max - min), d = -1: 100 (max - x) / (max - min)
   PST_NORMALISE_ZSCORE           d (x - mean) / sd, sd with n - 1
   PST_NORMALISE_RANK             the rank of d x, ascending, ties the smallest: the best has the largest
   PST_NORMALISE_RANK_MEAN        the same with mid-ranks
   PST_NORMALISE_PERCENTILE       (rank - 1) / (n - 1)
   PST_NORMALISE_GOALPOSTS        100 clip((x - LOW) / (HIGH - LOW)), d = -1: 100 clip((HIGH - x) / (HIGH - LOW))
   PST_NORMALISE_GOALPOSTS_OPEN   the same, not cut to 0..100
   PST_NORMALISE_DISTANCE         (dx - min) / (dx_ref - min) of d x: COINr's distance to a reference
   PST_NORMALISE_RATIO            x / x_ref, d = -1: x_ref / x: the Handbook's
   Given     x    n values, NaN for an empty cell
             how  kind, direction 1 or -1, goalposts, reference (a row)
   Returned  y    n values, NaN for an empty cell; all NaN, with why in REASON, where the scale does
                  not exist: max = min, sd = 0, one value, a reference that is empty, the minimum, or not
                  above 0.  A single x that is not above 0 has no reversed ratio
   Status    PST_USAGE for goalposts that are not LOW < HIGH; PST_NO_MEMORY
   Cost      O(n log n)
   Published OECD/JRC (2008), Handbook on Constructing Composite Indicators; COINr 1.1.14 (Becker)
   Tested    test_composite.c; tests/reference (family composite) */
#ifndef PST_STATS_COMPOSITE_NORMALISE_H
#define PST_STATS_COMPOSITE_NORMALISE_H

#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"

enum pst_normalise_kind {
  PST_NORMALISE_NONE,
  PST_NORMALISE_MINMAX,
  PST_NORMALISE_ZSCORE,
  PST_NORMALISE_RANK,
  PST_NORMALISE_RANK_MEAN,
  PST_NORMALISE_PERCENTILE,
  PST_NORMALISE_GOALPOSTS,
  PST_NORMALISE_GOALPOSTS_OPEN,
  PST_NORMALISE_DISTANCE,
  PST_NORMALISE_RATIO
};

struct pst_normalise {
  enum pst_normalise_kind kind;
  int direction;
  double low;
  double high;
  size_t reference;
};

/* REASON (may be NULL): why there is no scale, or NULL. */
enum pst_status pst_normalise(const double *x, size_t n, const struct pst_normalise *how, double *y,
                              const char **reason, struct pst_arena *scratch,
                              struct pst_error *error);

#endif
