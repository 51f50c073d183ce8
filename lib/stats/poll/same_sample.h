/* same_sample.h -- two shares of the same respondents, who could give several answers.

   How many gave both answers is seldom printed.  Each number of them that the two counts allow makes a 2 by 2
   table; the result holds for all of these tables, or the note says that it does not.

   pst_same_sample          of two counts of one number of respondents
   pst_same_sample_printed  of two percentages, over all counts that print so too
   Given     table, polls  both with the same trials
             test          level, alternative; the p-value is exact
   Returned  difference  first share less second; interval the widest: Newcombe's for paired shares with the
                         smallest overlap; p-value the largest of the exact McNemar tests of all tables.  The
                         note gives the smallest p too, and for how many it is below 1 - level
             p-min, p-max
             low-max, high-min    the ends of the narrowest interval, that of the largest overlap
             overlap-min, overlap-max   how many may have given both answers (of the printed: unset)
   Status    PST_UNDEFINED as proportion.h or pst_feasible_counts, or when the trials differ; PST_USAGE
             for an asymptotic or permutation p, and for a design effect; PST_NO_MEMORY
   Cost      O(sqrt(n))
   Method    with d = first count less second and m = those who gave one answer alone, McNemar's p is
             P(Bin(m, 1/2) beyond (m + d)/2): it rises with m at a fixed d, and as d falls from either
             side to 0, so that the corners of counts and overlap are the extremes.  Newcombe's interval
             narrows as the overlap, and with it phi, grows
   Published McNemar (1947), Psychometrika 12; Newcombe (1998), Statistics in Medicine 17:2635; bounds of the
             overlap: Frechet (1935)
   Tested    test_printed_polls.c against all tables */
#ifndef PST_STATS_POLL_SAME_SAMPLE_H
#define PST_STATS_POLL_SAME_SAMPLE_H

#include "stats/poll/printed_difference.h"
#include "stats/proportion/proportion.h"

pst_two_proportions_kernel pst_same_sample;

enum pst_status pst_same_sample_printed(const struct pst_two_printed *polls,
                                        const struct pst_test *test, struct pst_estimates *out,
                                        struct pst_arena *scratch, struct pst_error *error);

#endif
