/* chains.h -- items known within bounds, in chains of those that may change places with each other.

   pst_chains_make
   Given     n bounds; those with a low end that is NaN are no items.  Whole: of whole numbers
   Returned  chains, from the lowest; of each its items and the places that they can stand at, from left to right
   pst_chains_places: the places of N items themselves, as stats/enclose/places.h has them.
   pst_chains_crowded: of whole numbers, whether more items may stand between two ends than there are numbers there.
   Status    PST_NO_MEMORY
   Cost      O(n log n), O(n) a chain; crowded O(n^2)
   Tested    test_one_sided.c, by way of one_sided.h */
#ifndef PST_STATS_LEEWAY_CHAINS_H
#define PST_STATS_LEEWAY_CHAINS_H

#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "interval/bounded.h"
#include "stats/enclose/places.h"

enum { PST_CHAIN_MOST = 14 }; /* items of a chain that has places */

/* A point, where items that stand at it are tied, or a gap, where there is room for any order. */
struct pst_chain_place {
  bool gap;
  uint32_t may;  /* which items of the chain can stand here */
  uint32_t must; /* which items have no place further right */
};

struct pst_chain {
  size_t n, before; /* items; items of the chains before it */
  const size_t *items;
  struct pst_chain_place *places; /* NULL: more than PST_CHAIN_MOST items */
  size_t n_places;
};

struct pst_chains {
  size_t count, n; /* n: items of all */
  struct pst_chain *list;
};

enum pst_status pst_chains_make(const struct pst_bounds *bounds, size_t n, bool whole,
                                struct pst_chains *chains, struct pst_arena *arena,
                                struct pst_error *error);

enum pst_status pst_chains_places(const struct pst_bounds *bounds, size_t n,
                                  struct pst_places *places, struct pst_arena *arena,
                                  struct pst_error *error);

enum pst_status pst_chains_crowded(const struct pst_bounds *bounds, size_t n, bool *crowded,
                                   struct pst_arena *arena, struct pst_error *error);

#endif
