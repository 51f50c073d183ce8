/* bounds.h -- the range of an index of concentration when some parts are known only by bounds.

   pst_concentration_bounds: the lowest and highest value over all completions of the parts.
   Given     low, high  n bounds each, 0 <= low <= high; high may be infinite
   Returned  range      sharp where EXACT.  The index is a symmetric quasi-convex function of the parts
                        (each of its level sets is convex).  So its least value is at x = min(max(c, low),
                        high) for one c, and along c it falls and then rises; its highest is at ends,
                        and there is a threshold above which parts stand at their high end, below which
                        at their low end.  Only parts that hold the threshold are tried both ways, equal
                        ones together.  With an infinite high end the highest value is that of one part
                        alone, which is approached.  Indices that fall with concentration change sides
             EXACT      false when too many parts overlap (more than PST_CONCENTRATION_TRIALS ways): the
                        highest value is then that of one part alone, which no completion exceeds
   Status    PST_UNDEFINED when no completion has an index (n = 0, all 0), one of them has none (a bound
             below 0, or all may be 0), or it does not exist (n = 1); PST_NO_MEMORY
   Cost      O(n^2) evaluations, and the trials
   Published Marshall, Olkin & Arnold (2011), Inequalities: Theory of Majorization, ch. 3
   Tested    test_concentration_bounds.c against grids of completions */
#ifndef PST_STATS_CONCENTRATION_BOUNDS_H
#define PST_STATS_CONCENTRATION_BOUNDS_H

#include "stats/concentration/table.h"

enum { PST_CONCENTRATION_TRIALS = 1 << 18 };

struct pst_concentration_range {
  double low;
  double high;
  bool exact;
  bool approached; /* the end of highest concentration is not reached */
};

enum pst_status pst_concentration_bounds(const struct pst_concentration *index, double parameter,
                                         const double *low, const double *high, size_t n,
                                         struct pst_concentration_range *range,
                                         struct pst_arena *scratch, struct pst_error *error);

#endif
