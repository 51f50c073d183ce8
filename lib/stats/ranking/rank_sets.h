/* rank_sets.h -- confidence sets for ranks: which ranks the true values can have.

   pst_rank_sets_normal: of estimates with standard errors, independent of each other.
   Given     estimates  n >= 2 values, the larger the better; n standard errors, finite, 0 or more; n at most
                        PST_RANK_SETS_MOST
             level      in (0, 1); seed of the draws
   Returned  sets       low, high: of each item by itself, its true rank is within with that probability at least;
                        all_low, all_high: those of all items together
   Status    PST_UNDEFINED for n < 2 or too many items; PST_USAGE for a standard error below 0; PST_NO_MEMORY
   Cost      O(n^3) evaluations of the normal distribution at most, and PST_RANK_SETS_DRAWS draws of n values
   Method    best = 1 + those surely larger, worst = n - those surely smaller.  Surely: of an item by itself, the
             difference over its error is beyond the quantile of the largest of those to all others, found by integrating
             over the item's own error, which leaves the others independent (of equal errors: Dunnett's, with infinite
             degrees of freedom); of all together, beyond that of all pairs, from draws (of equal errors: Tukey's)

   pst_rank_sets_counts: of the counts of the categories of one sample.
   Given     n >= 2 counts, whole numbers
   Returned  as above, exact: never less than the level
   Status    PST_UNDEFINED for n < 2; PST_USAGE for a count that is none; PST_NO_MEMORY
   Cost      O(n^2 log n)
   Method    of two categories the larger count is binomial among both with probability 1/2 if they are equally likely; one-sided
             p-values of each pair in both directions, Holm's step-down over those of an item, or of all

   Published Mogstad, Romano, Shaikh & Wilhelm (2024), Review of Economic Studies 91, 476-518; Bazylik, Mogstad, Romano,
             Shaikh & Wilhelm (2021), NBER Working Paper 29519
   Tested    test_rank_sets.c */
#ifndef PST_STATS_RANKING_RANK_SETS_H
#define PST_STATS_RANKING_RANK_SETS_H

#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"

enum { PST_RANK_SETS_MOST = 300, PST_RANK_SETS_DRAWS = 9999 };

struct pst_rank_estimates {
  size_t n;
  const double *values, *errors;
  double level;
  unsigned long seed;
};

/* Arrays of n. */
struct pst_rank_sets {
  size_t *low, *high, *all_low, *all_high;
};

enum pst_status pst_rank_sets_normal(const struct pst_rank_estimates *estimates,
                                     struct pst_rank_sets *sets, struct pst_arena *scratch,
                                     struct pst_error *error);

enum pst_status pst_rank_sets_counts(const double *counts, size_t n, double level,
                                     struct pst_rank_sets *sets, struct pst_arena *scratch,
                                     struct pst_error *error);

#endif
