/* proportion.h -- counts of successes among trials, and the questions that every method asks of them.

   pst_proportion_check: 0 <= successes <= trials, both whole, trials > 0, at most 2^53; a design
   effect that is a positive number; pst_two_proportions_check: both groups.
   Given     counts of any kind for the checks; those that they let pass for the others
   Returned  what each says, in doubles
   Status    PST_UNDEFINED with a sentence fit for a note: "more successes than trials"; PST_USAGE for a
             design effect that is no positive number
   Cost      O(1)
   Tested    test_proportion.c, by way of every method */
#ifndef PST_STATS_PROPORTION_PROPORTION_H
#define PST_STATS_PROPORTION_PROPORTION_H

#include "stats/estimate.h"

struct pst_proportion {
  double successes;
  double trials;
  double design_effect; /* variance over that of a simple random sample; 0 means 1 */
  double null_share;    /* what a test of one share holds it to; 0 means 1/2 */
};

/* A table of two groups: FIRST is compared with SECOND. */
struct pst_two_proportions {
  struct pst_proportion first;
  struct pst_proportion second;
};

/* The form of a method on one share, and on two; as pst_pair_kernel. */
typedef enum pst_status pst_proportion_kernel(const struct pst_proportion *proportion,
                                              const struct pst_test *test,
                                              struct pst_estimates *out, struct pst_arena *scratch,
                                              struct pst_error *error);
typedef enum pst_status pst_two_proportions_kernel(const struct pst_two_proportions *table,
                                                   const struct pst_test *test,
                                                   struct pst_estimates *out,
                                                   struct pst_arena *scratch,
                                                   struct pst_error *error);

enum pst_status pst_proportion_check(const struct pst_proportion *proportion,
                                     struct pst_error *error);
enum pst_status pst_two_proportions_check(const struct pst_two_proportions *table,
                                          struct pst_error *error);

/* pst_proportion_simple, pst_two_proportions_simple: no design effect.
   Status    PST_USAGE when METHOD, which counts, is given one */
enum pst_status pst_proportion_simple(const struct pst_proportion *proportion, const char *method,
                                      struct pst_error *error);
enum pst_status pst_two_proportions_simple(const struct pst_two_proportions *table,
                                           const char *method, struct pst_error *error);

/* pst_proportion_value: successes over trials, in [0, 1]. */
double pst_proportion_value(const struct pst_proportion *proportion);

/* pst_effective_trials, pst_effective_successes: divided by the design effect (Kish 1965). */
double pst_effective_trials(const struct pst_proportion *proportion);
double pst_effective_successes(const struct pst_proportion *proportion);

/* pst_share_difference: that of the first and the second share, rounded once. */
double pst_share_difference(const struct pst_two_proportions *table);

/* pst_two_proportions_n: the trials of both. */
size_t pst_two_proportions_n(const struct pst_two_proportions *table);

#endif
