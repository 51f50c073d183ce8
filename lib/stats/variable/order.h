/* order.h -- the values of one variable in order: which stands where, and which are equal.

   pst_order_of: the places of X[0..n) from the least value to the greatest, equal values in the order given.
   Given     x        n values, n < 2^32, none NaN; -0 and 0 are equal
             threads  that may share the work; the order does not depend on it
   Returned  at       n places
   Status    PST_NO_MEMORY
   Cost      O(n): few values are merged, many sorted by their digits, the upper halves of their bits first;
             12 bytes a value of scratch; n = 1,000,000 in 20 ms

   pst_order_with: the same of any n in the room that ALL has; its at gets the order.
   Given     x    all->n values
             all  keys, places and room for n of each
   Returned  all->at

   pst_order_codes: which of the distinct values each is, in their order.
   Given     at  as pst_order_of gives it
   Returned  code  of each value, from 0; equal values have the same; NULL: none is wanted
             ties  the sizes of the groups of equal values; in ARENA
   Status    PST_NO_MEMORY
   Cost      O(n)

   pst_order_ties: how many values are equal, and nothing else.
   Returned  ties  without the sizes of the groups
   Status    PST_NO_MEMORY
   Cost      O(n), 16 bytes a value of scratch
   Tested    test_order.c against counting all pairs */
#ifndef PST_STATS_VARIABLE_ORDER_H
#define PST_STATS_VARIABLE_ORDER_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "stats/variable/radix.h"

/* Whole numbers to n^3: beyond 64 bits from n = 2,100,000 on. */
__extension__ typedef __int128 pst_cube;

/* The groups of equal values of one variable, those of one value included. */
struct pst_ties_of {
  size_t distinct;       /* number of groups */
  const uint32_t *size;  /* their sizes t, in the order of the values; they add up to n */
  const uint32_t *first; /* how many values stand before each group; NULL: not known */
  uint64_t pairs;        /* equal pairs: the sum of t(t-1)/2 */
  pst_cube triples;      /* the sum of t(t-1)(t-2) */
  pst_cube weights;      /* the sum of t(t-1)(2t+5), of which Kendall's variance is made */
};

enum pst_status pst_order_of(const double *x, size_t n, size_t threads, uint32_t *at,
                             struct pst_arena *scratch, struct pst_error *error);

void pst_order_with(const double *x, const struct pst_radix *all, size_t threads);

enum pst_status pst_order_codes(const double *x, const uint32_t *at, size_t n, uint32_t *code,
                                struct pst_ties_of *ties, struct pst_arena *arena,
                                struct pst_error *error);

enum pst_status pst_order_ties(const double *x, size_t n, size_t threads, struct pst_ties_of *ties,
                               struct pst_arena *scratch, struct pst_error *error);

/* pst_ties_sum: the sums of TIES from its sizes. */
void pst_ties_sum(struct pst_ties_of *ties);

#endif
