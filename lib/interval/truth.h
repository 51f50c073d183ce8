/* truth.h -- the truth of a statement about numbers that are known by bounds, or not known.

   All     Given     any truths; bounds of one unit, taken as independent
           Returned  the truth
           Cost      O(1)
           Tested    test_bounded.c  */
#ifndef PST_INTERVAL_TRUTH_H
#define PST_INTERVAL_TRUTH_H

#include "interval/bounded.h"

/* In the order of `and`, where the least wins. */
enum pst_truth {
  PST_TRUTH_NO = 0,
  PST_TRUTH_MISSING,   /* a value that it needs is missing */
  PST_TRUTH_UNDECIDED, /* rounding or a bound leaves it open */
  PST_TRUTH_YES
};

enum pst_relation {
  PST_IS_EQUAL,
  PST_IS_NOT_EQUAL,
  PST_IS_LESS,
  PST_IS_AT_MOST,
  PST_IS_MORE,
  PST_IS_AT_LEAST
};

/* pst_truth_and: no < missing < undecided < yes, the least wins.
   pst_truth_or: yes first, then missing, undecided, no.
   pst_truth_not: yes and no change places; missing and undecided stay. */
enum pst_truth pst_truth_and(enum pst_truth a, enum pst_truth b);
enum pst_truth pst_truth_or(enum pst_truth a, enum pst_truth b);
enum pst_truth pst_truth_not(enum pst_truth a);

/* pst_truth_compare: yes or no when the bounds prove it, else undecided; never missing.
   `>10` > 10 is yes, `>10` >= 12 is undecided, `>10` = 10 is no. */
enum pst_truth pst_truth_compare(const struct pst_bounds *a, enum pst_relation relation,
                                 const struct pst_bounds *b);

#endif
