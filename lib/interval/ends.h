/* ends.h -- one end of an interval: what arithmetic.c and functions.c share.  Not for other code.

   All     Given     ends of which an infinite one is open; x and y both low or both high
           Returned  the end, or bounds that are not empty
           Cost      O(1)
           Tested    test_bounded_arithmetic.c, by way of arithmetic.h, against brute force  */
#ifndef PST_INTERVAL_ENDS_H
#define PST_INTERVAL_ENDS_H

#include "interval/bounded.h"

struct pst_end {
  double value;
  bool open;
};

/* pst_end_outward: NEAREST, the nearest double to an exact value that differs by something of the
   sign of ERROR, moved to the next double DOWN or up unless it is on that side already. */
double pst_end_outward(double nearest, double error, bool down);

/* pst_end_lower, pst_end_higher: the outer of two ends; of equal ends the closed one.
   pst_end_low, pst_end_high: the ends of BOUNDS. */
struct pst_end pst_end_lower(struct pst_end x, struct pst_end y);
struct pst_end pst_end_higher(struct pst_end x, struct pst_end y);
struct pst_end pst_end_low(const struct pst_bounds *bounds);
struct pst_end pst_end_high(const struct pst_bounds *bounds);
/* pst_end_join: always true, to end a function with. */
bool pst_end_join(struct pst_end low, struct pst_end high, struct pst_bounds *out);
/* pst_end_mirror: -BOUNDS. */
struct pst_bounds pst_end_mirror(const struct pst_bounds *bounds);

/* pst_bounds_power: PST_POWER where one operand is no point; false when it has no value, see
   arithmetic.h. */
bool pst_bounds_power(const struct pst_bounds *a, const struct pst_bounds *b,
                      struct pst_bounds *out);

#endif
