/* lineup.h -- items known within bounds, and the places on the line where each can stand.

   The finite ends of all bounds cut the line into points and the gaps between them.  At a point items are tied; in a
   gap there is room for any order, but for whole numbers, of which a gap has so many and no more: it is then as many
   points.

   pst_lineup_make
   Given     n bounds; those with a low end that is NaN are no items.  Whole: of whole numbers
   Returned  the items by their first place, and what each place is
   pst_lineup_places: the places of N items themselves, as stats/enclose/places.h has them.
   pst_lineup_crowded: of whole numbers, whether more items may stand between two ends than there are numbers there.
   Status    PST_NO_MEMORY
   Cost      O(n log n); of whole numbers O(n^2)
   Tested    test_one_sided.c, by way of one_sided.h */
#ifndef PST_STATS_LEEWAY_LINEUP_H
#define PST_STATS_LEEWAY_LINEUP_H

#include "base/arena.h"
#include "base/error.h"
#include "interval/bounded.h"
#include "stats/enclose/places.h"

struct pst_lineup_item {
  size_t index;
  size_t first, last; /* places */
};

struct pst_lineup {
  size_t n, n_places;
  struct pst_lineup_item *items;
  bool *gap; /* of each place */
};

enum pst_status pst_lineup_make(const struct pst_bounds *bounds, size_t n, bool whole,
                                struct pst_lineup *lineup, struct pst_arena *arena,
                                struct pst_error *error);

enum pst_status pst_lineup_places(const struct pst_bounds *bounds, size_t n,
                                  struct pst_places *places, struct pst_arena *arena,
                                  struct pst_error *error);

enum pst_status pst_lineup_crowded(const struct pst_bounds *bounds, size_t n, bool *crowded,
                                   struct pst_arena *arena, struct pst_error *error);

#endif
