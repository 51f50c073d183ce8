/* chi_squared.h -- Pearson's test of a table of counts, and how strong the association is.

   pst_chi_squared: whether rows and columns are independent.
   Given     table   r by c counts; empty rows and columns are left out, said in the note
             test    level; continuity: on a 2 by 2 table Yates' correction, off by default
   Returned  cramers-v       sqrt(chi2 / (n (min(r, c) - 1))), interval from the noncentral chi-squared
                             distribution by inversion (0 to 0 where even no association leaves so
                             small a chi-squared seldom; not corrected for small counts); statistic, df = (r - 1)(c - 1) and p of Pearson's
                             chi-squared
             chi-squared     the same test, its statistic as the estimate
             chi-squared-yates  2 by 2 only: each |O - E| less 1/2, or less itself where it is smaller
             g               likelihood ratio 2 sum O ln(O / E)
             phi             2 by 2 only: (ad - bc) / sqrt(product of the margins), signed; interval
                             phi -+ z/sqrt(n), which is that of chi-squared with its sign
             contingency-coefficient  sqrt(chi2 / (chi2 + n)), interval as that of cramers-v
             min-expected    the smallest expected count; below 5 the p-values say so in a note
   Status    PST_UNDEFINED for fewer than 2 rows or columns with a count; PST_USAGE for an exact or
             permutation p (that is fisher), and for a continuity of a larger table; PST_NO_MEMORY
   Cost      O(r c)
   Published Pearson (1900), Philosophical Magazine 50; Yates (1934), JRSS Supplement 1; Cramer (1946),
             Mathematical Methods of Statistics, 21.9
   Tested    test_contingency.c, tests/reference (families contingency, two_proportions) */
#ifndef PST_STATS_CONTINGENCY_CHI_SQUARED_H
#define PST_STATS_CONTINGENCY_CHI_SQUARED_H

#include "stats/contingency/table.h"

pst_contingency_kernel pst_chi_squared;

#endif
