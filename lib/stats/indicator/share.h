/* share.h -- the part in a whole.

   pst_share: v / T, T the total of the rows of the same group and time.
   Given     cell   n cells; KNOWN: T is over the known cells, else one empty cell leaves all of its
                    group and time without a share
   Returned  out    n fractions; a total that is, or may be, 0 gives none; a negative total or part
                    gives the plain quotient (pst_share_is_odd says so)
   Bounds    sharp: v stands in its own total, so `>10` beside 30 and 60 is more than 0.1, less than 1
   Status    PST_NO_MEMORY only
   Cost      O(n)

   pst_share_of: the same for one V beside REST, the total of the others.
   Published the definition; R prop.table
   Tested    test_indicator.c, test_indicator_bounds.c against all completions; tests/reference (indicator_share) */
#ifndef PST_STATS_INDICATOR_SHARE_H
#define PST_STATS_INDICATOR_SHARE_H

#include "stats/indicator/cell.h"
#include "stats/indicator/panel.h"

enum pst_status pst_share(const struct pst_slices *slices, const struct pst_bounds *cell,
                          bool known, struct pst_row_value *out, struct pst_arena *scratch,
                          struct pst_error *error);

struct pst_row_value pst_share_of(const struct pst_bounds *v, const struct pst_bounds *rest);

/* pst_share_is_odd: V is, or may be, negative, so that its share is a quotient rather than a part. */
bool pst_share_is_odd(const struct pst_bounds *v);

#endif
