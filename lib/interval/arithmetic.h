/* arithmetic.h -- arithmetic on bounds.

   Two points give the nearest double, a point again.  With any other operand, each end of the
   result is the exact end where that is a double, else the next double outwards (for exp, log and
   pow, two steps at most), and is open where it cannot be reached.  Operands are taken as
   independent: x - x is not 0.

   All     Given     bounds of any finite or infinite ends, in one unit where they are added or compared
           Returned  true and OUT (which may be an operand), false when the result has no value:
                     see each; for points also when it is too large for a double
           Cost      some tens of floating-point operations at most
           Tested    test_bounded_arithmetic.c, against brute force over small grids  */
#ifndef PST_INTERVAL_ARITHMETIC_H
#define PST_INTERVAL_ARITHMETIC_H

#include "interval/bounded.h"

enum pst_operation {
  PST_ADD,
  PST_SUBTRACT,
  PST_MULTIPLY,
  PST_DIVIDE, /* no value when B holds 0; (0,1] may divide */
  PST_POWER,  /* a^b: no value when A holds a negative number (B a whole number apart), or 0 and B
                 is not positive; 0^0 is 1 as in C */
  PST_MIN,
  PST_MAX
};

enum pst_function {
  PST_NEGATE,
  PST_ABS,
  PST_SQRT, /* no value when a negative number lies within */
  PST_EXP,
  PST_LOG, /* natural; the logarithms have no value when 0 or a negative number lies within */
  PST_LOG10,
  PST_LOG2,
  PST_FLOOR,
  PST_CEIL
};

/* pst_bounds_operate: A and B joined by OPERATION.
   pst_bounds_apply: FUNCTION of A.  What has no value stands beside each above. */
bool pst_bounds_operate(enum pst_operation operation, const struct pst_bounds *a,
                        const struct pst_bounds *b, struct pst_bounds *out);
bool pst_bounds_apply(enum pst_function function, const struct pst_bounds *a,
                      struct pst_bounds *out);

/* pst_bounds_round: to DIGITS decimals (-15 to 15), half away from zero.  A double within two units
   of its last place from a tie is the tie: round(2.675, 2) is 2.68, as the decimal reads.  Never
   without a value. */
void pst_bounds_round(const struct pst_bounds *a, int digits, struct pst_bounds *out);

/* pst_bounds_growth: B / A - 1, the relative change from A to B; no value unless A is above 0. */
bool pst_bounds_growth(const struct pst_bounds *a, const struct pst_bounds *b,
                       struct pst_bounds *out);

/* pst_bounds_hull: the least bounds around both. */
void pst_bounds_hull(const struct pst_bounds *a, const struct pst_bounds *b,
                     struct pst_bounds *out);

#endif
