/* top.h -- how often each code occurs, and the most frequent ones. */
#ifndef PST_LOOK_TOP_H
#define PST_LOOK_TOP_H

#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"

struct pst_top_count {
  unsigned code;
  size_t n;   /* cells with this code */
  size_t row; /* the first of them */
};

/* pst_top_counts: each code that occurs in CODE[0..n), by first appearance.
   Given     codes below N_CODES; PST_CODE_MISSING is left out
   Returned  *COUNTS, an array in ARENA, and *N_COUNTS
   Status    PST_NO_MEMORY
   Cost      O(n + n_codes)
   Tested    test_top.c  */
enum pst_status pst_top_counts(const unsigned *code, size_t n, size_t n_codes,
                               struct pst_arena *arena, struct pst_top_count **counts,
                               size_t *n_counts, struct pst_error *error);

/* pst_top_choose: put the TOP most frequent of COUNTS[0..n) first, the most frequent at the head, ties
   by first appearance; what follows them is in no order.
   Returned  how many stand there: TOP, or N when that is less
   Cost      O(n top)  */
size_t pst_top_choose(struct pst_top_count *counts, size_t n, size_t top);

#endif
