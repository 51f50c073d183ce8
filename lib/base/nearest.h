/* nearest.h -- the double nearest to a whole number times a power of ten. */
#ifndef PST_BASE_NEAREST_H
#define PST_BASE_NEAREST_H

#include <stdbool.h>
#include <stdint.h>

/* 10^-342 and 10^308: any number of 64 bits times less is 0, times more too large. */
enum { PST_NEAREST_LEAST = -342, PST_NEAREST_MOST = 308 };

/* nearest_powers.c: 5^Q at [Q - PST_NEAREST_LEAST], its upper 64 bits and those below. */
extern const uint64_t pst_nearest_powers[PST_NEAREST_MOST - PST_NEAREST_LEAST + 1][2];

/* pst_nearest: MANTISSA * 10^EXPONENT to the nearest double, to even at a tie.
   Returned  true and VALUE; false, and VALUE as it was, when 128 bits of the power do not tell, or the number is
             too large for a double
   Cost      some five nanoseconds
   Source    Lemire 2021, Number parsing at a gigabyte per second, Software: Practice and Experience 51;
             Mushtak and Lemire 2023, Fast number parsing without fallback, ibid. 53
   Tested    test_number.c and tests/numbers, bit for bit against strtod  */
bool pst_nearest(uint64_t mantissa, int exponent, double *value);

#endif
