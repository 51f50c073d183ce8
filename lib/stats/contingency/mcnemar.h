/* mcnemar.h -- two shares of the same units: McNemar's test.

   pst_mcnemar: whether as many units changed one way as the other.
   Given     table  2 by 2: rows the first answer (yes, no), columns the second (yes, no): counts of
                    units
             test   level; alternative: "greater" is a larger first share; continuity, on by default in the
                    asymptotic test; p exact unless asked for otherwise
   Returned  difference   first share less second, (b - c)/n, with Newcombe's interval for paired shares
                          (method 10: phi with its correction); statistic and p of the test: b for the
                          exact one (binomial, b + c trials), else (|b - c| - 1)^2/(b + c) with df 1
             odds-ratio   b / c, interval from the Clopper-Pearson limits of b/(b + c); infinite, with a
                          note, when c = 0
   Status    PST_UNDEFINED when the table has no counts or is not 2 by 2.  When no unit changed the
             difference is 0 and the p-value empty with a note.  PST_USAGE for a permutation p, and for a
             continuity with an exact p; PST_NO_MEMORY
   Cost      O(sqrt(n))
   Published McNemar (1947), Psychometrika 12; Edwards (1948), Psychometrika 13; Newcombe (1998),
             Statistics in Medicine 17:2635
   Tested    test_contingency.c */
#ifndef PST_STATS_CONTINGENCY_MCNEMAR_H
#define PST_STATS_CONTINGENCY_MCNEMAR_H

#include "stats/contingency/table.h"

pst_contingency_kernel pst_mcnemar;

#endif
