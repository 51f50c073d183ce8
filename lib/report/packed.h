/* packed.h -- the records of many units in few bytes: 8 for each number that is there.

   What the records of a unit have in common with those of others (methods, terms, units, notes, and which numbers
   are missing) is kept once, as a shape.

   All     Given     a packing that began as all zero but for its arena
           Returned  the records, equal to those that were given, with texts that live as long as the arena
           Tested    test_report_packed.c  */
#ifndef PST_REPORT_PACKED_H
#define PST_REPORT_PACKED_H

#include <stdint.h>

#include "base/hash.h"
#include "stats/estimate.h"

struct pst_packed_shape;

struct pst_packing {
  struct pst_arena *arena;
  struct pst_packed_shape **shapes;
  size_t n_shapes, capacity;
  struct pst_hash by_content;
};

/* The records of one unit. */
struct pst_packed {
  const struct pst_packed_shape *shape;
  uint64_t
      values[]; /* numbers, and how many observations where that is not as in the record before */
};

/* pst_packed_add: RECORDS in the arena of PACKING; NULL when memory is out.
   Cost      O(records); a new shape that of its texts  */
const struct pst_packed *pst_packed_add(struct pst_packing *packing,
                                        const struct pst_estimates *records);

/* pst_packed_count: how many records PACKED has.
   pst_packed_records: all of them into OUT, which has room.
   Cost      O(1); O(records)  */
size_t pst_packed_count(const struct pst_packed *packed);
void pst_packed_records(const struct pst_packed *packed, struct pst_estimate *out);

/* pst_packing_free: what PACKING keeps beside its arena.
   Cost      O(1)  */
void pst_packing_free(struct pst_packing *packing);

#endif
