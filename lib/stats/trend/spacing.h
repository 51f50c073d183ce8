/* spacing.h -- whether the times of a series are one step apart, without gaps or repeats.

   pst_spacing_broken: why a method that needs an unbroken series cannot have this one.
   Given     sample  n finite times in order
             test    how notes write a time; NULL: as a number
   Returned  NULL when each time is one step after the one before; else a sentence fit for a note, in
             ARENA: "the times have a gap after 1980: this method needs an unbroken series".  A step is the
             shortest one; steps that differ by a fiftieth are equal (days of leap years)
   Cost      O(n)

   pst_spacing_step: the mean step of such a series; 1 for n < 2.
   Tested    test_hamed_rao.c, test_prewhitening.c, by way of hamed_rao.h and prewhitening.h */
#ifndef PST_STATS_TREND_SPACING_H
#define PST_STATS_TREND_SPACING_H

#include "stats/estimate.h"

const char *pst_spacing_broken(const struct pst_sample *sample, const struct pst_test *test,
                               struct pst_arena *arena);

double pst_spacing_step(const struct pst_sample *sample);

#endif
