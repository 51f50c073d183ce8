/* rational.h -- exact numbers: fractions of whole numbers of any size.

   A value is immutable and needs no freeing: what does not fit into two 64-bit whole numbers lives
   in the arena of the struct pst_exact that made it.  Only rational.c sees GMP.

   All     Given     values of the same EXACT, or small ones; any sign and size
           Returned  the exact result, in lowest terms; 0 once EXACT has failed
           Cost      some ten nanoseconds while numerator and denominator fit, else that of GMP
           Tested    test_rational.c  */
#ifndef PST_INTERVAL_RATIONAL_H
#define PST_INTERVAL_RATIONAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"

struct pst_rational_big;

struct pst_rational {
  int64_t n, d; /* lowest terms, d > 0; not used when big is not NULL */
  const struct pst_rational_big *big;
};

/* Where results live.  FAILED is set, and stays, when memory is out or a number outgrows 2^262144:
   results are then 0 and mean nothing.  WORK is free for who counts what a computation takes. */
struct pst_exact {
  struct pst_arena *arena;
  bool failed;
  size_t work;
};

/* pst_rational_whole: N. */
struct pst_rational pst_rational_whole(int64_t n);
/* pst_rational_power: 10^EXPONENT, -400 to 400. */
struct pst_rational pst_rational_power(struct pst_exact *exact, int exponent);
/* pst_rational_double: the very value of a finite double. */
struct pst_rational pst_rational_double(struct pst_exact *exact, double value);

/* pst_rational_add, pst_rational_subtract, pst_rational_multiply: A + B, A - B, A * B. */
struct pst_rational pst_rational_add(struct pst_exact *exact, struct pst_rational a,
                                     struct pst_rational b);
struct pst_rational pst_rational_subtract(struct pst_exact *exact, struct pst_rational a,
                                          struct pst_rational b);
struct pst_rational pst_rational_multiply(struct pst_exact *exact, struct pst_rational a,
                                          struct pst_rational b);
/* pst_rational_divide: A / B; B is not 0.
   pst_rational_negate: -A.  pst_rational_middle: (A + B) / 2. */
struct pst_rational pst_rational_divide(struct pst_exact *exact, struct pst_rational a,
                                        struct pst_rational b);
struct pst_rational pst_rational_negate(struct pst_exact *exact, struct pst_rational a);
struct pst_rational pst_rational_middle(struct pst_exact *exact, struct pst_rational a,
                                        struct pst_rational b);
/* pst_rational_floor: the largest whole number that is not more than A. */
struct pst_rational pst_rational_floor(struct pst_exact *exact, struct pst_rational a);

/* pst_rational_sign: -1, 0 or 1.  pst_rational_compare: below 0, 0 or above 0, as A is less than, equal to
   or more than B.  pst_rational_is_whole: the denominator is 1. */
int pst_rational_sign(struct pst_rational a);
int pst_rational_compare(struct pst_rational a, struct pst_rational b);
bool pst_rational_is_whole(struct pst_rational a);

/* pst_rational_to_double: the nearest double (infinite when too large). */
double pst_rational_to_double(struct pst_rational a);

/* pst_rational_parse: all of TEXT (no blanks around it) as a decimal: an optional sign (+ - or
   U+2212), digits with at most one point, an optional exponent of -400 to 400; DECIMALS (may be
   NULL): the digits after the point less the exponent, which is negative for 1e3. */
bool pst_rational_parse(struct pst_exact *exact, struct pst_text text, struct pst_rational *value,
                        int *decimals);

enum pst_rounding {
  PST_ROUND_HALF,      /* a half may go either way */
  PST_ROUND_HALF_UP,   /* a half goes away from zero */
  PST_ROUND_HALF_EVEN, /* a half goes to the even digit */
  PST_ROUND_TRUNCATE   /* towards zero */
};

/* pst_rational_round: A to a whole number of UNIT (> 0); PST_ROUND_HALF rounds a half away from
   zero. */
struct pst_rational pst_rational_round(struct pst_exact *exact, struct pst_rational a,
                                       struct pst_rational unit, enum pst_rounding rounding);

/* pst_rational_print: the exact decimal where there is one of 30 digits at most, else the fraction
   "1/3" where that is not longer, else 17 significant digits; in the arena, "" when memory is out. */
const char *pst_rational_print(struct pst_exact *exact, struct pst_rational a);

/* pst_rational_print_fixed: rounded to DECIMALS digits after the point (half away from zero). */
const char *pst_rational_print_fixed(struct pst_exact *exact, struct pst_rational a, int decimals);

/* pst_rational_decimals: the least digits after the point that write A exactly, or -1 when there
   are none up to MOST. */
int pst_rational_decimals(struct pst_rational a, int most);

#endif
