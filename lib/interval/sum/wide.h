/* wide.h -- wide whole numbers and quotients of them, to the nearest double; for this room, with GMP. */
#ifndef PST_INTERVAL_SUM_WIDE_H
#define PST_INTERVAL_SUM_WIDE_H

#include <gmp.h>
#include <stddef.h>
#include <stdint.h>

/* pst_wide_to_mpz: the two's complement number of N limbs, the lowest first, into OUT.
   Given     N above 0; OUT initialised
   Cost      O(N)
   Tested    test_exact_sum.c, test_decimal_sum.c  */
void pst_wide_to_mpz(const uint64_t *limb, size_t n, mpz_t out);

/* pst_wide_nearest: the double nearest to Q, to even at a tie; infinite from half a unit beyond the
   largest one on.
   Given     a denominator above 0; the two need not be coprime
   Returned  that double
   Cost      O(size of Q), that of GMP
   Tested    test_exact_sum.c, test_rational.c  */
double pst_wide_nearest(const mpq_t q);

#endif
