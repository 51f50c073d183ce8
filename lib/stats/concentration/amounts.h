/* amounts.h -- the parts of a whole, made ready for indices of concentration and inequality.

   pst_amounts_prepare: sorts and sums.
   Given     x      n values, finite, none below 0, not all 0; no missing ones
   Returned  parts  x ascending, their sum and mean, in ARENA
   Status    PST_UNDEFINED, with the reason: no values, one below 0, all 0; PST_NO_MEMORY
   Cost      O(n log n)
   Tested    test_concentration.c */
#ifndef PST_STATS_CONCENTRATION_AMOUNTS_H
#define PST_STATS_CONCENTRATION_AMOUNTS_H

#include "base/arena.h"
#include "base/error.h"
#include "stats/sum.h"

struct pst_amounts {
  size_t n;
  const double *x; /* ascending */
  double total;
  double mean;
};

enum pst_status pst_amounts_prepare(const double *x, size_t n, struct pst_amounts *parts,
                                    struct pst_arena *arena, struct pst_error *error);

/* pst_amounts_sorted: of values that are fit and ascending already; no memory, no checks. */
struct pst_amounts pst_amounts_sorted(const double *x, size_t n);

#endif
