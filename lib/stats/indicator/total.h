/* total.h -- totals over the rows of one group and time, and what is left of one without a part.

   pst_totals: one total a slice.
   Given     cell  n cells; KNOWN: empty cells are passed over, else they make the total missing
   Returned  totals  slices.count of them
   Cost      O(n); sums carry twice the digits of a double
   pst_total_bounds: false when the total is missing (a cell is empty, or none is known).
   pst_total_without: the total of the others, given one part of it.
   Tested    test_indicator_kinds.c */
#ifndef PST_STATS_INDICATOR_TOTAL_H
#define PST_STATS_INDICATOR_TOTAL_H

#include "interval/bounded.h"
#include "stats/indicator/panel.h"
#include "stats/sum.h"

/* One end of a total; infinite and open ends are counted, so that a part can be taken out again.  Of decimals,
   it is the double nearest to their sum: 0.25 + 0.1 - 0.35 is 0. */
struct pst_total_end {
  struct pst_sum sum;
  int decimals; /* that all parts have; below 0: one is no short decimal */
  double most;  /* no sum of the parts is larger */
  size_t infinite;
  size_t open;
};

struct pst_total {
  size_t known;
  size_t empty;
  bool over_known; /* empty cells are passed over */
  bool points;     /* all known cells are points */
  struct pst_total_end low;
  struct pst_total_end high;
};

void pst_totals(const struct pst_slices *slices, const struct pst_bounds *cell, bool known,
                struct pst_total *totals);

/* pst_total_add: one more cell. */
void pst_total_add(struct pst_total *total, const struct pst_bounds *cell);

bool pst_total_bounds(const struct pst_total *total, struct pst_bounds *bounds);
struct pst_bounds pst_total_without(const struct pst_total *total, const struct pst_bounds *part);

#endif
