/* groups.h -- k independent samples, and the questions that every method on them asks.

   pst_groups_check: two groups at least, LEAST finite values in each.
   pst_groups_total: the number of all values.
   pst_group_values: those of group I.
   Given     groups  k of them, of any sizes; I below k
   Returned  the number; the first of sizes[I] values
   Status    PST_UNDEFINED with a sentence fit for a note: "fewer than 2 values in group north"
   Cost      O(n) to check, else O(k)
   Tested    test_groups.c, by way of every method */
#ifndef PST_STATS_GROUPS_GROUPS_H
#define PST_STATS_GROUPS_GROUPS_H

#include "stats/estimate.h"

struct pst_group_samples {
  size_t k;
  const double *values;     /* those of the first group, then those of the second, ... */
  const size_t *sizes;      /* k */
  const char *const *names; /* k; in the order in which they are compared */
};

/* The form of a method on k samples; as pst_pair_kernel. */
typedef enum pst_status pst_groups_kernel(const struct pst_group_samples *groups,
                                          const struct pst_test *test, struct pst_estimates *out,
                                          struct pst_arena *scratch, struct pst_error *error);

enum pst_status pst_groups_check(const struct pst_group_samples *groups, size_t least,
                                 struct pst_error *error);
size_t pst_groups_total(const struct pst_group_samples *groups);
const double *pst_group_values(const struct pst_group_samples *groups, size_t i);

#endif
