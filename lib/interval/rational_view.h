/* rational_view.h -- a rational as GMP sees it: what rational.c and rational_decimal.c share.

   All     Given     a rational of rational.h; a canonical quotient
           Returned  the same value
           Cost      O(1) for small values, else a copy of the limbs
           Tested    test_rational.c, by way of rational.h  */
#ifndef PST_INTERVAL_RATIONAL_VIEW_H
#define PST_INTERVAL_RATIONAL_VIEW_H

#include <gmp.h>

#include "interval/rational.h"

/* The largest power of ten that is read or written. */
enum { PST_RATIONAL_EXPONENT = 400 };

/* A as GMP's numerator and denominator, for reading: nothing is copied, nothing needs freeing. */
struct pst_rational_view {
  mp_limb_t small[2];
  mpz_t n, d;
};

/* pst_rational_view_of: VIEW of A, which it points into. */
void pst_rational_view_of(struct pst_rational_view *view, const struct pst_rational *a);

/* pst_rational_keep: the value of the canonical Q, small if it fits. */
struct pst_rational pst_rational_keep(struct pst_exact *exact, const mpq_t q);

/* pst_rational_fail: 0, and EXACT has failed. */
struct pst_rational pst_rational_fail(struct pst_exact *exact);

#endif
