/* bounds.h -- the bounds of enclose.h where the possible orders are many; see there.

   All     Given     places of n >= 2 numbers each, or a box of ranges of n >= 2 rows
           Returned  out  bounds that no completion leaves; true, or false when memory is out
           Status    PST_NO_MEMORY, where one is returned
           Cost      O(n log n); of pst_bounds_kendall O(n^2)
           Tested    test_claim_enclose.c, by way of enclose.h  */
#ifndef PST_STATS_ENCLOSE_BOUNDS_H
#define PST_STATS_ENCLOSE_BOUNDS_H

#include "stats/enclose/enclose.h"
#include "stats/enclose/places.h"

/* S is concordant less discordant pairs; tied: pairs that can be tied in x, and in y, together. */
struct pst_kendall_bounds {
  double low, high; /* tau-b */
  int64_t S_low, S_high;
  uint64_t tied;
};

/* pst_bounds_kendall: of all pairs of rows, each for itself. */
void pst_bounds_kendall(const struct pst_places *x, const struct pst_places *y,
                        struct pst_kendall_bounds *out);

/* pst_bounds_kendall_many: the same, no narrower, of many rows; false when memory is out.
   Cost      O(n log n)  */
bool pst_bounds_kendall_many(const struct pst_places *x, const struct pst_places *y,
                             struct pst_kendall_bounds *out, struct pst_arena *scratch);

/* pst_bounds_kendall_p: the two-sided p-value of what OUT of pst_bounds_kendall leaves; CONTINUITY: of
   the asymptotic one. */
enum pst_status pst_bounds_kendall_p(const struct pst_places *x, const struct pst_places *y,
                                     const struct pst_kendall_bounds *bounds, bool continuity,
                                     struct pst_enclosure *out, struct pst_arena *scratch,
                                     struct pst_error *error);

/* pst_bounds_spearman: of rho; false when memory is out. */
bool pst_bounds_spearman(const struct pst_places *x, const struct pst_places *y,
                         struct pst_enclosure *out, struct pst_arena *scratch);

/* pst_bounds_spearman_p: from those of rho; false when memory is out. */
bool pst_bounds_spearman_p(const struct pst_places *x, const struct pst_places *y,
                           const struct pst_enclosure *rho, struct pst_enclosure *out,
                           struct pst_arena *scratch);

/* pst_bounds_spearman_moments: an exact p-value, P(|rho*| >= |rho|) over all orders, where rho of ROWS is
   anywhere in RHO and the sums of squares of the mid-ranks are X and Y at least: Chebyshev's inequality with
   the second and the fourth moment above, Paley and Zygmund's below. */
void pst_bounds_spearman_moments(size_t rows, double x, double y, const struct pst_enclosure *rho,
                                 struct pst_enclosure *out);

/* pst_bounds_pearson: of r. */
bool pst_bounds_pearson(const struct pst_enclose_box *box, struct pst_enclosure *out,
                        struct pst_arena *scratch);

/* pst_bounds_t_p: the two-sided p-value of a correlation of N rows that is anywhere in R. */
void pst_bounds_t_p(size_t n, const struct pst_enclosure *r, struct pst_enclosure *out);

#endif
