/* ratio.h -- the ratio of two shares and their odds ratio, first over second.

   pst_risk_ratio: p1 / p2, interval exp(ln ratio -+ z sqrt(1/x1 - 1/n1 + 1/x2 - 1/n2)) (Katz).
   pst_odds_ratio: ad / bc, interval exp(ln ratio -+ z sqrt(1/a + 1/b + 1/c + 1/d)) (Woolf).
   pst_odds_ratio_conditional: the conditional maximum likelihood estimate given all margins, its exact
   interval (each tail of the noncentral hypergeometric distribution half of 1 - level) and Fisher's
   exact p.  The interval has a finite end also where a cell is 0.
   Given     table       two groups; the first two methods take design effects (each group's counts are
                         divided by it), the exact one does not
             test        level; alternative of Fisher's p
   Returned  risk-ratio; odds-ratio.  0 or infinite where a count is 0, said in the note, without an
             interval by Katz or Woolf
   Status    PST_UNDEFINED for 0/0: no success in either group; for an odds ratio also no failure in
             either; PST_USAGE for an exact or permutation p, of the exact method for any other and for a
             design effect; PST_NO_MEMORY
   Cost      O(1), exact some hundred distributions of O(sqrt(n))
   Published Katz et al. (1978), Biometrics 34; Woolf (1955), Annals of Human Genetics 19; R's
             fisher.test
   Tested    test_proportion.c, tests/reference (family two_proportions) */
#ifndef PST_STATS_PROPORTION_RATIO_H
#define PST_STATS_PROPORTION_RATIO_H

#include "stats/proportion/proportion.h"

pst_two_proportions_kernel pst_risk_ratio;
pst_two_proportions_kernel pst_odds_ratio;
pst_two_proportions_kernel pst_odds_ratio_conditional;

#endif
