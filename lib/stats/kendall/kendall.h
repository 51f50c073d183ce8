/* kendall.h -- Kendall's rank correlation, tau-b: ties in either variable.

   pst_kendall: tau-b between x and y, paired by index.
   Given     sample  n finite values each, any unit, ties allowed; n >= 2
             test    alternative; kind of p-value; continuity, off by default; confidence level
   Returned  tau-b   estimate in [-1, 1], Fisher-type interval (n > 4, |tau-b| < 1;
                     fisher_z.h), statistic z (empty unless p is asymptotic), p
             S, var_S, concordant, discordant, tied_x, tied_y, tied_both, tau-a, tau-c, gamma,
             somers-yx (y given x), somers-xy
   pst_kendall_tau_a, pst_kendall_tau_c: the same with tau-a or tau-c as the main term, without an
             interval, and tau-b in its place among the others; the test, of S, is the same
   Status    PST_UNDEFINED when n < 2 or x or y is constant; PST_USAGE, see kendall_p.h; PST_NO_MEMORY
   Cost      O(n log n) time (Knight 1966), 7n doubles of scratch
   Published Kendall (1945), Biometrika 33: tau-b; Knight (1966), JASA 61; interval: tanh(atanh(tau)
             +- z sqrt(.437 / (n - 4))), Fieller, Hartley & Pearson (1957), Biometrika 44
   Tested    test_kendall.c, tests/reference (family correlation) */
#ifndef PST_STATS_KENDALL_KENDALL_H
#define PST_STATS_KENDALL_KENDALL_H

#include "stats/estimate.h"

enum pst_status pst_kendall(const struct pst_sample *sample, const struct pst_test *test,
                            struct pst_estimates *out, struct pst_arena *scratch,
                            struct pst_error *error);

enum pst_status pst_kendall_tau_a(const struct pst_sample *sample, const struct pst_test *test,
                                  struct pst_estimates *out, struct pst_arena *scratch,
                                  struct pst_error *error);

enum pst_status pst_kendall_tau_c(const struct pst_sample *sample, const struct pst_test *test,
                                  struct pst_estimates *out, struct pst_arena *scratch,
                                  struct pst_error *error);

#endif
