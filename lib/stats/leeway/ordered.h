/* ordered.h -- the range of a statistic of two orders, over all that the bounds of the values leave.

   pst_ordered_range
   Given     leeway  two arrays, x and y, of N items each; NaN beside NaN bounds where a ranking does not have the item
             rule    an ordered one
   Returned  of the estimate: exact where one of the two orders is known or has few completions (one_sided.h), else
             between bounds that take each pair by itself; of the p-value of a two-sided test as enclose.h has it
             Each is NaN at both ends where there is nothing
   Status    PST_NO_MEMORY; PST_UNDEFINED never
   Cost      that of one_sided.h for each order of the other side, PST_ORDERED_MOST at most; that of enclose.h
   Tested    test_leeway.c, by way of leeway.h */
#ifndef PST_STATS_LEEWAY_ORDERED_H
#define PST_STATS_LEEWAY_ORDERED_H

#include "stats/leeway/leeway.h"

enum { PST_ORDERED_MOST = 2000 };

struct pst_ordered {
  double low, high, p_low, p_high;
  bool exact, p_exact;
};

enum pst_status pst_ordered_range(const struct pst_leeway *leeway,
                                  const struct pst_leeway_rule *rule, bool mann_kendall, bool p,
                                  struct pst_ordered *out, struct pst_arena *scratch,
                                  struct pst_error *error);

#endif
