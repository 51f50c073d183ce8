/* kendall_p.h -- the p-value of Kendall's S: the one place that chooses how it is computed.

   pst_kendall_p: the p-value of COUNTS->S under independence, given the ties of both variables.
   Given     sample      neither variable constant
             counts      of it, from pst_kendall_count
             test        alternative and the kind of p-value: auto is exact within reach (see
                         kendall_exact.h) unless a continuity is asked for, else asymptotic
             continuity  what the method does when it is asymptotic and TEST does not say:
                         z = (S - sign S) / sd, 0 when S = 0, instead of S / sd
   Returned  out         z (NaN unless p is asymptotic), p, and the name of the way it was found
   Status    PST_USAGE   for an exact p out of reach; for a continuity with an exact or permutation p
   Cost      O(1) asymptotic, else see kendall_exact.h, kendall_permutation.h

   pst_kendall_p_row: statistic, p and how it was found, into ROW.
   Published Kendall (1970), Rank Correlation Methods, 4th ed., ch. 4
   Tested    test_kendall.c, tests/reference */
#ifndef PST_STATS_KENDALL_KENDALL_P_H
#define PST_STATS_KENDALL_KENDALL_P_H

#include "stats/estimate.h"
#include "stats/kendall/kendall_count.h"
#include "stats/random/permutation.h"

struct pst_kendall_p {
  double z;
  double p;
  const char *p_method; /* "normal", "normal-cc" or "exact"; NULL: by permutation */
  struct pst_permutation_p permutation;
};

enum pst_status pst_kendall_p(const struct pst_sample *sample,
                              const struct pst_kendall_counts *counts, const struct pst_test *test,
                              bool continuity, struct pst_kendall_p *out, struct pst_arena *scratch,
                              struct pst_error *error);

void pst_kendall_p_row(const struct pst_kendall_p *p, struct pst_estimates *out,
                       struct pst_estimate *row);

/* pst_kendall_z: S in standard deviations, with the correction of one towards 0 if asked; 0 when
   S = 0, NaN when the variance is 0 and S is not. */
double pst_kendall_z(const struct pst_kendall_counts *counts, bool continuity);

#endif
