/* printed_test.h -- whether two printed polls have equal shares, over all counts that print so.

   pst_printed_test: the pooled z test (chi-squared without correction) of every pair of counts.
   Given     polls  two printed percentages with their numbers of answers
             test   level; alternative
   Returned  difference  as printed; p-value: the largest of all counts, with its z.  The note gives the
                         smallest too, and says whether the p-value is below 1 - level for all counts that
                         print so, for some, or for none
             p-min, p-max
             When a percentage is no count of its number of answers (GRIM) there is no test, and the note
             names it
   Status    PST_UNDEFINED as pst_feasible_counts; PST_USAGE for an exact or permutation p; PST_NO_MEMORY
   Cost      O(1); where the counts allow equal shares as many steps as the first poll has counts, PST_USAGE
             above ten million
   Method    z rises with the first count and falls with the second, so that the corners are the extremes;
             where z changes its sign between them the pairs nearest to equal shares are tried
   Published Pearson (1900); Brown & Heathers (2017) (GRIM)
   Tested    test_printed_polls.c against all pairs of counts

   pst_printed_note_p: what there is to say of the smallest and the largest p-value over ALL, a phrase that
   ends "... for all counts that print so". */
#ifndef PST_STATS_POLL_PRINTED_TEST_H
#define PST_STATS_POLL_PRINTED_TEST_H

#include "stats/poll/printed_difference.h"

enum pst_status pst_printed_test(const struct pst_two_printed *polls, const struct pst_test *test,
                                 struct pst_estimates *out, struct pst_arena *scratch,
                                 struct pst_error *error);

void pst_printed_note_p(double p_min, double p_max, double level, const char *all,
                        struct pst_estimates *out, struct pst_estimate *row);

/* pst_printed_less: the first percentage less the second, as a decimal fraction: 54 % less 50 % is 0.04. */
double pst_printed_less(const struct pst_two_printed *polls);

#endif
