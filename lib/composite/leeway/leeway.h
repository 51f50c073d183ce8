/* leeway.h -- what printed precision, or bounds, of the indicators leave open of scores and ranks.

   pst_composite_leeway_make: of each entity of the slice, with the first scale and mean of the design.
   Returned  least, greatest  of the score over all values of the cells: exact where the scale follows each value one
                        way (SCORE_EXACT), else those that a search reached; NaN without a score, or without an end
             rank_low, rank_high  likewise (RANK_EXACT); 0 without a rank
             runs       completions that were scored by the search, 0 for none
             An open bound is not reached: the score at it is a limit, ranks are those within
             endless    a cell has no bound at one end and the scale needs it: nothing else is there
   Status    PST_NO_MEMORY
   Cost      2 completions an entity, each scored as the slice is; pairs of entities times indicators; where a search is
             needed up to 2500 completions where they are few, else 200, and for zscore and distance each cell moved by
             itself until PST_COMPOSITE_MOVES_MOST
   Method    a scale of minmax, ranks, goalposts, ratio or none follows a value of an entity upwards and those of
             the others downwards, so that two completions give the ends of a score.  They give those of the rank where
             scales are fixed (none, goalposts); with minmax a rank that a completion reached is the end when no
             pair of entities allows a better one (stats/composite/minmax_gap.h)
   Tested    tests/cli/composite-leeway*; tests/cli/test_leeway_brute.py */
#ifndef PST_COMPOSITE_LEEWAY_LEEWAY_H
#define PST_COMPOSITE_LEEWAY_LEEWAY_H

#include "composite/slice.h"

enum {
  PST_COMPOSITE_MOVES_MOST = 4000
}; /* after so many completions no further entity's cells are moved */

struct pst_composite_open {
  double least, greatest;
  double first, last; /* of the scores that completions within open bounds had */
  size_t rank_low, rank_high;
  bool score_exact, rank_exact;
  bool cut_short; /* the search was over before its cells were moved one by one */
  size_t scored;  /* completions that gave it a score */
};

struct pst_composite_leeway {
  struct pst_composite_open *of; /* each entity; NULL: not asked for */
  size_t runs;
  bool all; /* of whole numbers every completion was tried */
  const char
      *endless; /* what is said where a cell has no bound and its scale needs one; else NULL */
};

enum pst_status pst_composite_leeway_make(struct pst_job *job,
                                          const struct pst_indicator_frame *frame,
                                          const struct pst_composite_slice *slice,
                                          struct pst_composite_leeway *out,
                                          struct pst_error *error);

/* pst_composite_open_sign, _order: "holds", "may flip", "no flip found", or NULL without a score.  Of the sign of
   the score, and of the rank.
   pst_composite_found_by: "exact: one way", "exact: every completion", "exact: one way; ranks by search(K, seed S)", "search(K, seed S)", or
   "none: a value has no bound"; "" without a score. */
enum { PST_COMPOSITE_FOUND_SIZE = 96 };

bool pst_composite_has_sign(const struct pst_composite_design *design); /* scores may be below 0 */
const char *pst_composite_open_sign(const struct pst_composite_open *open);
const char *pst_composite_open_order(const struct pst_composite_open *open);
void pst_composite_found_by(const struct pst_composite_leeway *leeway,
                            const struct pst_composite_open *open, size_t seed,
                            char text[PST_COMPOSITE_FOUND_SIZE]);

#endif
