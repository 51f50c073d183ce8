/* wide.h -- wide whole numbers and quotients of them, to the nearest double; for this room, with GMP. */
#ifndef PST_INTERVAL_SUM_WIDE_H
#define PST_INTERVAL_SUM_WIDE_H

#include <gmp.h>
#include <stddef.h>
#include <stdint.h>

/* pst_wide_add, pst_wide_subtract: PART, of N_PART limbs without a sign, to or from the two's complement number
   TO of N limbs; what is beyond them is lost, so that a PART of N limbs may have a sign.
   Given     N_PART from 1 to N
   Returned  TO
   Cost      O(N_PART), and the limbs that a carry runs through
   Tested    test_pair_sum.c, test_exact_sum.c  */
void pst_wide_add(uint64_t *to, size_t n, const uint64_t *part, size_t n_part);
void pst_wide_subtract(uint64_t *to, size_t n, const uint64_t *part, size_t n_part);

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
