/* bounded.h -- a number known only by its bounds: `>10`, `<=296`, `[1168.2,1169.5]`, `581±4`.

   Ends are doubles, each open (not reached) or closed.  An infinite end is open.  A point has two
   closed equal ends.  No interval is empty. */
#ifndef PST_INTERVAL_BOUNDED_H
#define PST_INTERVAL_BOUNDED_H

#include <stdbool.h>

#include "base/number.h"

struct pst_bounds {
  double low, high; /* low <= high; -INFINITY and INFINITY where there is no bound */
  bool low_open, high_open;
};

enum { PST_BOUNDS_SIZE = 2 * PST_NUMBER_SIZE + 4 }; /* room for what pst_bounds_print writes */

/* pst_bounds_parse: all of CELL (no blanks around it) as a bounded notation.
   Given     `>10` `>=3` `<0.5` `<=296` (also U+2265 and U+2264); `[1,2]` `(1,2]` `[1,2)` `(1,2)`
             with `;` or, where the style's decimal mark is not a comma, one `,` between the ends;
             `581±4` (U+00B1), `581+-4`, `581+/-4`.  Blanks may stand between the parts.
   Returned  true and BOUNDS, each end the double nearest to its decimal: `581.2±0.1` has the very
             ends of `[581.1,581.3]`
   False     for anything else: a plain number, low > high, an empty interval, a negative margin
   Cost      that of reading its numbers
   Tested    test_bounded.c  */
bool pst_bounds_parse(struct pst_text cell, const struct pst_number_style *style,
                      struct pst_bounds *bounds);

/* pst_bounds_print: the one canonical text, decimal points and no blanks: `>10`, `<=296`,
   `[577,585]`, `(1,2]`.  It reads back to the same bounds, with two exceptions that a table reads
   otherwise: a point is a plain number, and no bound at all is "" (a missing cell).
   Returns its length.
   Given     bounds of which a finite end is any double
   Returned  TEXT, closed by a NUL, and its length
   Cost      that of printing two numbers
   Tested    test_bounded.c  */
size_t pst_bounds_print(char text[PST_BOUNDS_SIZE], const struct pst_bounds *bounds);

/* pst_bounds_whole: the same bounds when only whole numbers are meant: finite ends move inwards to
   whole numbers and close, so `>10` becomes 11 or more.  False, and BOUNDS as they were, when no
   whole number lies within.
   Given     any bounds
   Returned  true and BOUNDS, or false and nothing changed
   Cost      O(1)
   Tested    test_bounded.c  */
bool pst_bounds_whole(struct pst_bounds *bounds);

/* pst_bounds_point: the bounds that hold the finite VALUE alone.
   pst_bounds_is_point: both ends are one value.
   pst_bounds_hold: VALUE lies within; an open end does not.
   Given     VALUE finite; any bounds
   Returned  the point; the answer
   Cost      O(1)
   Tested    test_bounded.c, test_bounded_arithmetic.c  */
struct pst_bounds pst_bounds_point(double value);
bool pst_bounds_is_point(const struct pst_bounds *bounds);
bool pst_bounds_hold(const struct pst_bounds *bounds, double value);

/* What the bounds prove.  A and B are taken as independent: nothing is known beyond their bounds.
   pst_bounds_surely_less: every value of A < every value of B; pst_bounds_surely_at_most: <= instead;
   pst_bounds_meet: some value lies in both.
   Given     any bounds, of one unit
   Returned  the answer
   Cost      O(1)
   Tested    test_bounded.c, by way of pst_truth_compare  */
bool pst_bounds_surely_less(const struct pst_bounds *a, const struct pst_bounds *b);
bool pst_bounds_surely_at_most(const struct pst_bounds *a, const struct pst_bounds *b);
bool pst_bounds_meet(const struct pst_bounds *a, const struct pst_bounds *b);

#endif
