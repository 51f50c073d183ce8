/* real.h -- functions of ranges: steps exactly, and enclosures of what is no fraction.

   Every function here is monotone where it is called, so that a range's ends give the ends of the
   result.  Where a value is a fraction (sqrt(4), log10(1000), 2^3) it is exact.  Else an end is the
   double that libm gives, moved outwards by more than its error (4 units in the last place; the C
   library of GNU states 2 at most for these functions): what is returned is never narrower than the
   truth.

   All     Returned  false where some value of the range has none: the root of a negative number, the
                     logarithm of one that is not above 0, or all of it beyond the doubles
   Tested  test_claim_real.c, against values to 30 digits  */
#ifndef PST_CLAIM_DATA_REAL_H
#define PST_CLAIM_DATA_REAL_H

#include "interval/range.h"

enum pst_step { PST_STEP_FLOOR, PST_STEP_CEIL, PST_STEP_ROUND /* half away from zero */ };
enum pst_real { PST_REAL_SQRT, PST_REAL_EXP, PST_REAL_LOG, PST_REAL_LOG10, PST_REAL_LOG2 };

/* pst_real_step: A to whole numbers of UNIT (> 0).  An open end of A at a step does not reach it; a
   tie may. */
struct pst_range pst_real_step(struct pst_exact *exact, enum pst_step step,
                               const struct pst_range *a, struct pst_rational unit);

bool pst_real_apply(struct pst_exact *exact, enum pst_real function, const struct pst_range *a,
                    struct pst_range *out);

/* pst_real_power: A to the power B.  A whole B takes any A (but 0 to a power below 0), exactly up to
   64; another takes an A above 0, or 0 where B is above 0. */
bool pst_real_power(struct pst_exact *exact, const struct pst_range *a, const struct pst_range *b,
                    struct pst_range *out);

#endif
