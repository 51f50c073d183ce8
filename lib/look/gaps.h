/* gaps.h -- times that a series lacks between its first and its last. */
#ifndef PST_LOOK_GAPS_H
#define PST_LOOK_GAPS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"

/* Where a row stands.  Times are numbered from 0 in their order. */
struct pst_gap_row {
  size_t series, time;
};

/* A run of times, FIRST to LAST, that SERIES lacks. */
struct pst_gap {
  size_t series, first, last;
};

struct pst_gaps {
  size_t n_series;      /* with a row at all */
  size_t n_complete;    /* of them: with every time from 0 to n_times - 1 */
  size_t n_broken;      /* of them: with a gap */
  size_t n_lacking;     /* times that are lacking, over all series */
  size_t n_unsorted;    /* series in which a row stands before an earlier time */
  size_t unsorted;      /* index in ROWS of the first row that is out of order; SIZE_MAX: none */
  struct pst_gap *gaps; /* by series, then by time; at most NAMED of them */
  size_t n_gaps;
  bool *broken; /* of each series: it has a gap */
};

/* pst_gaps_find: what each series lacks of the times 0 .. n_times - 1, which are those that occur in
   any series.
   Given     ROWS[0..n) in the order of the file; series below N_SERIES; NAMED: gaps to list
   Returned  OUT, its list in ARENA, which also gives the scratch
   Status    PST_NO_MEMORY
   Cost      O(n + n_series) when rows are sorted by time, else O(n log n)
   Tested    test_gaps.c  */
enum pst_status pst_gaps_find(const struct pst_gap_row *rows, size_t n, size_t n_series,
                              size_t n_times, size_t named, struct pst_arena *arena,
                              struct pst_gaps *out, struct pst_error *error);

#endif
