/* pairwise.h -- every two of k groups compared, with p-values adjusted for their number.

   pst_pairwise: the main row of KERNEL for each pair of groups.
   Given     groups  k of them
             kernel  on two samples: the later group is x, the earlier y
             adjust  Holm, Benjamini-Hochberg, ...
   Returned  one row a pair, the later group varying slowest: term "later - earlier", p_adjusted over the
             pairs that have a p-value.  A pair that KERNEL refuses as undefined is an empty row with its
             reason, and no member of the family
   Status    PST_UNDEFINED for fewer than 2 groups; what KERNEL fails with; PST_NO_MEMORY
   Cost      k (k - 1) / 2 times the kernel
   Published Holm (1979); Benjamini & Hochberg (1995)
   Tested    test_groups.c, tests/reference (family k_sample) */
#ifndef PST_STATS_GROUPS_PAIRWISE_H
#define PST_STATS_GROUPS_PAIRWISE_H

#include "stats/adjust.h"
#include "stats/groups/groups.h"
#include "stats/samples/samples.h"

/* METHOD stands in a row whose pair has no value. */
struct pst_pairwise {
  pst_two_samples_kernel *kernel;
  const char *method;
  enum pst_adjust adjust;
};

enum pst_status pst_pairwise(const struct pst_group_samples *groups,
                             const struct pst_pairwise *pairwise, const struct pst_test *test,
                             struct pst_estimates *out, struct pst_arena *scratch,
                             struct pst_error *error);

#endif
