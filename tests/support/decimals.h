/* decimals.h -- decimal texts that are hard to read, and what strtod says to each. */
#ifndef PST_TESTS_DECIMALS_H
#define PST_TESTS_DECIMALS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DECIMALS_SIZE = 1200 };

/* decimals_random: one to TEXT, by turns: up to 40 digits with any exponent; a table's figure; a
   mantissa at the ends of 53 and 64 bits; a double printed with 17 digits; the exact middle of two
   neighbours and the decimals next to it, of all sizes, of subnormal and of the largest numbers. */
void decimals_random(uint64_t *state, char text[DECIMALS_SIZE]);

/* decimals_agree: whether pst_number_parse takes TEXT (a decimal as C writes it) as strtod does, to
   the last bit, and refuses what strtod finds too large. */
bool decimals_agree(const char *text);

#endif
