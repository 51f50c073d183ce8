/* places.h -- the order of numbers that are known by ranges: what is decided, and all that is possible.

   The ends of all ranges cut the line into points and the gaps between them, numbered from left to right:
   gaps are odd, points even.  A range is then two whole numbers.  A tie end counts as open: rounding
   is monotone, so that a printed 32 is more than a printed 31.

   All     Given     n ranges, none of them empty; or places that were made of them
           Returned  what each says; true, or false when memory is out
           Cost      O(1), where it does not say more
           Tested    test_claim_places.c  */
#ifndef PST_STATS_ENCLOSE_PLACES_H
#define PST_STATS_ENCLOSE_PLACES_H

#include "base/arena.h"
#include "interval/range.h"

struct pst_places {
  size_t n;
  int64_t *low, *high; /* of each number; within a gap there is room for any order */
};

/* pst_places_of: the places of N ranges; false when memory is out.
   Cost      O(N log N) comparisons of fractions */
bool pst_places_of(const struct pst_range *ranges, size_t n, struct pst_places *out,
                   struct pst_arena *arena);

/* pst_places_more: can the number I be more than the number J, whatever the others are?
   pst_places_alike: can they be equal? */
static inline bool pst_places_more(const struct pst_places *places, size_t i, size_t j)
{
  return places->high[i] > places->low[j]
         || (places->high[i] == places->low[j] && places->high[i] % 2 == 1);
}

static inline bool pst_places_alike(const struct pst_places *places, size_t i, size_t j)
{
  return places->low[i] <= places->high[j] && places->low[j] <= places->high[i];
}

/* Every order with ties that the numbers can have, each once. */
struct pst_orders {
  size_t count;  /* 0: there are too many */
  double *ranks; /* of order K, from K * n on: 1 for the least, equal numbers alike, without gaps */
};

/* pst_places_orders: the orders of PLACES, MOST at most; false when memory is out.
   Returned  orders  in no order that means anything, the same for the same places
   Cost      O(n) for each beginning of an order
   Tested    test_claim_places.c, against all orders of small sets  */
bool pst_places_orders(const struct pst_places *places, size_t most, struct pst_orders *out,
                       struct pst_arena *arena);

/* pst_places_chains: the sizes of the groups in which each number can be equal to another one of the
   group: no tie reaches beyond one.  SIZES has room for n; returned how many.
   Cost      O(n log n)  */
size_t pst_places_chains(const struct pst_places *places, size_t *sizes, struct pst_arena *arena);

#endif
