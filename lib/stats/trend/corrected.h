/* corrected.h -- what the tests of Mann and Kendall that allow for autocorrelation have in common.

   pst_corrected_begin: the counts of a series that such a test can be made of.
   Given     sample  in order of time
             test    as it was asked for
   Returned  corrected  counts, and var_S and var_S_plain of independent values; broken: why the
                        autocorrelation of this series cannot be had, NULL when it can
   Status    PST_UNDEFINED when n < 2, time or y is constant; PST_USAGE for an exact or permutation p;
             PST_NO_MEMORY

   pst_corrected_rows: tau-b with z and p, S, var_S, tau-a, z, then factor and r1 as far as they are set.
   Given     corrected  as the method has changed it; a var_S that is not positive is refused with a
                        note, and so is a broken series: the fields stay empty
   Status    PST_NO_MEMORY
   Cost      that of pst_kendall_count
   Tested    test_hamed_rao.c, test_prewhitening.c, by way of hamed_rao.h and prewhitening.h */
#ifndef PST_STATS_TREND_CORRECTED_H
#define PST_STATS_TREND_CORRECTED_H

#include "stats/estimate.h"
#include "stats/kendall/kendall_count.h"

enum { PST_CORRECTED_LEAST = 4, PST_CORRECTED_FEW = 10 };

struct pst_corrected {
  const char *method;
  struct pst_kendall_counts counts;
  double var_S;    /* what the test takes */
  bool has_factor; /* the method corrects the variance */
  double factor;   /* by this; NaN where it is not known */
  double r1;       /* NaN where it is not known */
  const char *broken;
};

enum pst_status pst_corrected_begin(const struct pst_sample *sample, const struct pst_test *test,
                                    const char *method, struct pst_corrected *corrected,
                                    struct pst_arena *scratch, struct pst_error *error);

enum pst_status pst_corrected_rows(const struct pst_corrected *corrected,
                                   const struct pst_test *test, struct pst_estimates *out,
                                   struct pst_error *error);

#endif
