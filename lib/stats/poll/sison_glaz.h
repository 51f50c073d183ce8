/* sison_glaz.h -- simultaneous intervals of the shares of a poll, by Sison and Glaz.

   pst_sison_glaz: as published and as coded by May and Johnson: the probability nu(c) that every count
   lies within c of its expectation, from truncated Poisson variables and an Edgeworth series; nu(0) is
   0.
   pst_sison_glaz_exact: the same limits with nu(c) exactly, by convolution.
   Given     poll  k categories
             test  level
   Returned  share(NAME) of each: p - c/n and p + (c + 2 gamma)/n, cut to [0, 1]
             c      the last whole number with nu(c) < level <= nu(c + 1)
             gamma  (level - nu(c))/(nu(c + 1) - nu(c)); exact: c = gamma = 0 when nu(0) >= level
   Status    PST_UNDEFINED without answers; for the series when it does not reach the level for any c;
             PST_USAGE for an exact or permutation p; for a poll too large for the exact one;
             PST_NO_MEMORY
   Cost      O(k c) a step, exact O(k^2 c^2); as many steps as c up to 32, beyond by bisection
   Published Sison & Glaz (1995), JASA 90; May & Johnson (2000), J. Statistical Software 5(6)
   Tested    test_poll.c, tests/reference (family multinomial)

   pst_nu_series, pst_nu_exact: nu(c) of the poll, by either way. */
#ifndef PST_STATS_POLL_SISON_GLAZ_H
#define PST_STATS_POLL_SISON_GLAZ_H

#include "stats/poll/poll.h"

pst_poll_kernel pst_sison_glaz;
pst_poll_kernel pst_sison_glaz_exact;

/* N is the sum of the counts. */
double pst_nu_series(const struct pst_poll *poll, double n, double c);

/* SPARE has room for pst_nu_room(poll, c) numbers. */
double pst_nu_exact(const struct pst_poll *poll, double n, double c, double *spare);
size_t pst_nu_room(const struct pst_poll *poll, double c);

#endif
