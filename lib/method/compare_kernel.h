/* compare_kernel.h -- the kernel of a method of polstat-compare, one type a shape of what is compared.

   A method is of each level, of two levels, or of all; what it takes says which, and lib/compare holds
   for each a function that hands it the data (compare/run_kinds.c). */
#ifndef PST_METHOD_COMPARE_KERNEL_H
#define PST_METHOD_COMPARE_KERNEL_H

#include "method/method.h"
#include "stats/contingency/table.h"
#include "stats/groups/groups.h"
#include "stats/groups/slopes.h"
#include "stats/poll/poll.h"
#include "stats/poll/printed.h"
#include "stats/poll/printed_difference.h"
#include "stats/proportion/proportion.h"
#include "stats/proportion/trend.h"
#include "stats/samples/rank_sum/mann_whitney_bounds.h"
#include "stats/samples/quantile_interval.h"
#include "stats/samples/samples.h"
#include "stats/weighted/mean.h"

enum pst_takes {
  /* each level */
  PST_TAKES_SAMPLE,
  PST_TAKES_WEIGHTED,
  PST_TAKES_SAMPLE_AT, /* and probabilities: quantiles */
  PST_TAKES_WEIGHTED_AT,
  PST_TAKES_SHARE,
  PST_TAKES_PRINTED,
  /* two levels */
  PST_TAKES_TWO_SAMPLES,
  PST_TAKES_TWO_BOUNDED, /* where a value is known by bounds */
  PST_TAKES_PAIRS,
  PST_TAKES_TWO_WEIGHTED,
  PST_TAKES_TWO_SHARES,
  PST_TAKES_TWO_PRINTED,
  PST_TAKES_TWO_LINES,
  PST_TAKES_TWO_ANSWERS, /* 2 by 2: the answers of the same units */
  /* all levels */
  PST_TAKES_SAMPLES,
  PST_TAKES_SHARES_IN_ORDER,
  PST_TAKES_SHARES_TABLE, /* k by 2: successes and failures */
  PST_TAKES_TABLE,
  PST_TAKES_POLL,
  PST_TAKES_KINDS
};

typedef enum pst_status pst_sample_kernel(const double *x, size_t n, const struct pst_test *test,
                                          struct pst_estimates *out, struct pst_arena *scratch,
                                          struct pst_error *error);
typedef enum pst_status pst_two_bounded_kernel(const struct pst_two_bounded *samples,
                                               const struct pst_test *test,
                                               struct pst_estimates *out, struct pst_arena *scratch,
                                               struct pst_error *error);
typedef enum pst_status pst_sample_at_kernel(const double *x, size_t n,
                                             const struct pst_probabilities *places,
                                             const struct pst_test *test, struct pst_estimates *out,
                                             struct pst_arena *scratch, struct pst_error *error);
typedef enum pst_status pst_weighted_at_kernel(const struct pst_weighted *sample,
                                               const struct pst_probabilities *places,
                                               const struct pst_test *test,
                                               struct pst_estimates *out, struct pst_arena *scratch,
                                               struct pst_error *error);
typedef enum pst_status pst_printed_kernel(const struct pst_printed_share *printed,
                                           const struct pst_test *test, struct pst_estimates *out,
                                           struct pst_arena *scratch, struct pst_error *error);
typedef enum pst_status pst_two_printed_kernel(const struct pst_two_printed *polls,
                                               const struct pst_test *test,
                                               struct pst_estimates *out, struct pst_arena *scratch,
                                               struct pst_error *error);
typedef enum pst_status pst_two_weighted_kernel(const struct pst_two_weighted *samples,
                                                const struct pst_test *test,
                                                struct pst_estimates *out,
                                                struct pst_arena *scratch, struct pst_error *error);
typedef enum pst_status pst_shares_in_order_kernel(const struct pst_proportion_groups *groups,
                                                   const struct pst_test *test,
                                                   struct pst_estimates *out,
                                                   struct pst_arena *scratch,
                                                   struct pst_error *error);

struct pst_compare_kernel {
  enum pst_takes takes;
  bool every_row;       /* every row is a main one: the shares of a poll */
  bool takes_deff;      /* honours --deff */
  bool takes_quantiles; /* honours --quantiles: a main row for each */
  double null;          /* the main term where the two do not differ: 0, of ratios 1 */
  union {
    pst_sample_kernel *sample;
    pst_weighted_kernel *weighted;
    pst_sample_at_kernel *sample_at;
    pst_weighted_at_kernel *weighted_at;
    pst_proportion_kernel *share;
    pst_printed_kernel *printed;
    pst_two_samples_kernel *two_samples;
    pst_two_bounded_kernel *two_bounded;
    pst_pair_kernel *pairs;
    pst_two_weighted_kernel *two_weighted;
    pst_two_proportions_kernel *two_shares;
    pst_two_printed_kernel *two_printed;
    pst_two_lines_kernel *two_lines;
    pst_contingency_kernel *table; /* also of answers, and of successes and failures */
    pst_groups_kernel *samples;
    pst_shares_in_order_kernel *in_order;
    pst_poll_kernel *poll;
  } of;
};

/* By what is compared: lib/compare chooses among them. */
extern const struct pst_registry pst_compare_samples, pst_compare_paired, pst_compare_weighted,
    pst_compare_lines; /* methods_compare_samples.c */
extern const struct pst_registry pst_compare_shares, pst_compare_same_counts, pst_compare_answers,
    pst_compare_weighted_shares; /* methods_compare_shares.c */
extern const struct pst_registry pst_compare_printed, pst_compare_same, pst_compare_poll,
    pst_compare_table; /* methods_compare_polls.c */

#endif
