/* decimal.h -- sums of two printed decimals, taken exactly and then rounded once.

   All     Given     finite doubles, any unit; see each
           Returned  the double; never a NAN but where it is said
           Cost      O(1): a few floating-point operations, or one pow beyond 10^22
           Tested    test_printed.c, against exact decimals  */
#ifndef PST_INTERVAL_DECIMAL_H
#define PST_INTERVAL_DECIMAL_H

enum pst_direction { PST_DOWN = -1, PST_NEAREST = 0, PST_UP = 1 };

/* pst_decimal_quotient: N / D rounded in DIRECTION; N and D finite, D > 0. */
double pst_decimal_quotient(double n, double d, enum pst_direction direction);

/* pst_decimal_scaled: the whole number VALUE * 10^DECIMALS, for VALUE the double nearest to a
   decimal with so many decimals; NAN when it is none (or beyond 2^50, or DECIMALS beyond 22, so
   that it could not be told). */
double pst_decimal_scaled(double value, int decimals);

/* pst_decimal_sum: the double nearest to A + B, each the double nearest to a decimal with DECIMALS
   decimals at most: 581.2 + -0.1 is 581.1.  Beyond 15 digits the sum of the doubles. */
double pst_decimal_sum(double a, double b, int decimals);

/* pst_decimal_power: 10^EXPONENT, exact for 0 to 22. */
double pst_decimal_power(int exponent);

#endif
