/* index.h -- indices of concentration and of inequality, all of one form.

   s = x / sum x the shares, mu the mean, x(1) <= ... <= x(n) in order.
   pst_hhi              Herfindahl-Hirschman index H = sum s^2, in (0, 1]
   pst_hhi_normalised   (H - 1/n) / (1 - 1/n); NaN for n = 1
   pst_hhi_effective    1 / H, the number of equal parts with this H
   pst_simpson          1 - H
   pst_gini             sum (2i - n - 1) x(i) / (n sum x)
   pst_gini_unbiased    the same times n / (n - 1); NaN for n = 1
   pst_rosenbluth       1 / (2 sum i s - 1), i the rank from the largest; 1 / (n (1 - gini))
   pst_theil_t          mean((x/mu) ln(x/mu)), 0 ln 0 = 0
   pst_theil_l          mean(ln(mu/x)), the mean logarithmic deviation; infinite when a value is 0
   pst_entropy          Shannon: -sum s ln s, in nats;  pst_entropy_bits: in bits
   pst_atkinson         1 - (mean x^(1-E))^(1/(1-E)) / mu; E = 1: 1 - geometric mean / mu; E > 0; 1
                        when a value is 0 and E >= 1
   pst_hoover           sum |x - mu| / (2 sum x)
   pst_top              the share of the K largest;  pst_top_fraction: of the ceil(K n) largest

   Given     parts      (stats/concentration/amounts.h)
             parameter  E or K, where there is one
   Returned  the index; NaN where it does not exist
   Cost      O(n)
   Published Herfindahl (1950); Hirschman (1964); Gini (1912); Theil (1967); Shannon (1948);
             Atkinson (1970), J. Econ. Theory 2; Rosenbluth (1955); Hoover (1936).  R ineq, DescTools
   Tested    test_concentration.c; tests/reference (family concentration) */
#ifndef PST_STATS_CONCENTRATION_INDEX_H
#define PST_STATS_CONCENTRATION_INDEX_H

#include "stats/concentration/amounts.h"

typedef double pst_concentration_index(const struct pst_amounts *parts, double parameter);

pst_concentration_index pst_hhi, pst_hhi_normalised, pst_hhi_effective, pst_simpson;
pst_concentration_index pst_gini, pst_gini_unbiased, pst_rosenbluth;
pst_concentration_index pst_theil_t, pst_theil_l;
pst_concentration_index pst_entropy, pst_entropy_bits;
pst_concentration_index pst_atkinson, pst_hoover;
pst_concentration_index pst_top, pst_top_fraction;

/* pst_top_fraction_count: how many of N parts are their largest FRACTION, rounded up; a tenth of 10 is 1. */
double pst_top_fraction_count(size_t n, double fraction);

#endif
