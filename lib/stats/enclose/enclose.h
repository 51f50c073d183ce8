/* enclose.h -- what a correlation, or its p-value, can be where the numbers are known by ranges.

   Every number is taken as independent of the others, so that what is returned is never narrower than
   the truth.  Kendall's and Spearman's statistics and p-values depend on the order only: where the
   orders that the ranges leave are few, each is tried, and the ends are those of the extreme ones.
   Where they are many:
     Kendall     each pair of rows alone, with the sign and the ties that serve the end best
     Spearman    the products of the ranges of the mid-ranks, over the least and the largest sums of
                 squares that ties leave
     p of both   the p-value of the largest and the least statistic: where it is exact, that of
                 untied ranks, the statistic moved by as many pairs as can be tied (a tied pair that
                 is untied moves S by 1 at most); where it is asymptotic, with the largest and
                 the least variance.  An exact p of Spearman's rho is bounded by the moments of
                 its distribution
   Pearson's r is the cosine of the angle between two centred vectors.  Each is within a ball about
   that of the middles, so that the angle moves by asin(radius / length) at most on each side; its p,
   from t, falls with |r|.

 All       Given     two variables of n rows, as ranges or as places
   Returned  out  between which numbers the statistic, or its p-value, is; exact where every order was tried
   Status    PST_UNDEFINED when no completion has a value; PST_NO_MEMORY
   Cost      few orders: a kernel each; many: O(n log n), of Kendall's O(n^2) to PST_ENCLOSE_MOST rows
   Tested    test_claim_enclose.c, against all orders and against corners and random
             completions  */
#ifndef PST_STATS_ENCLOSE_ENCLOSE_H
#define PST_STATS_ENCLOSE_ENCLOSE_H

#include "interval/range.h"
#include "stats/enclose/places.h"
#include "stats/estimate.h"

enum { PST_ENCLOSE_MOST = 4000 };

enum pst_enclosed {
  PST_ENCLOSE_KENDALL,
  PST_ENCLOSE_MANN_KENDALL, /* x are times */
  PST_ENCLOSE_SPEARMAN,
  PST_ENCLOSE_PEARSON
};

/* N rows. */
struct pst_enclose_box {
  size_t n;
  const struct pst_range *x, *y;
};

struct pst_enclosure {
  double low, high; /* of the statistic, or of its p-value */
  bool exact;       /* every order was tried */
};

/* pst_enclose_kernel: what computes it where the numbers are known. */
pst_pair_kernel *pst_enclose_kernel(enum pst_enclosed statistic);

/* pst_enclose: of a box of ranges. */
enum pst_status pst_enclose(enum pst_enclosed statistic, bool p_value,
                            const struct pst_enclose_box *box, struct pst_enclosure *out,
                            struct pst_arena *scratch, struct pst_error *error);

/* pst_enclose_places: the same, of no pearson, from the places of x and y. */
enum pst_status pst_enclose_places(enum pst_enclosed statistic, bool p_value,
                                   const struct pst_places *x, const struct pst_places *y,
                                   struct pst_enclosure *out, struct pst_arena *scratch,
                                   struct pst_error *error);

#endif
