/* leeway.h -- what printed precision, or bounds, of the values leave open of a statistic.

   A value is printed to some digit, or known within bounds: its leeway.  pst_leeway_fill adds to rows that a kernel
   made of the values themselves between which numbers estimate and p-value can be, and whether the sign of the
   estimate, or its significance, is the same throughout.

   Given     leeway  arrays with their bounds; how the kernel is run on what stands in them; alpha in (0, 1)
             rows    those from FIRST on are what the kernel gives for the values themselves
   Returned  of each row with a rule other than none: least, greatest, p_least, p_greatest, sign, significance and
             found_by, the name of the way in which they were found:
               "exact: one way"     each value moves it one way, whatever the others are: the ends are those of two
                                    corners
               "exact: orders"      it depends on orders alone, and every one that the bounds leave was taken in
               "exact: every completion"  all values that whole numbers within bounds can have were tried
               "search(K, seed S)"  K runs of the kernel: corners of several patterns, then each value by itself to
                                    either end as long as that helps, then by less, from the best of them and
                                    from corners that are drawn; where values are few, all ends and what lies
                                    between them.  What is found is reached;
                                    beyond it there may be more.  "; p by search(...)": the p-values alone
               "none: ..."          a value has no bound, or the statistic exists for no values within the bounds
             sign          "holds": of all completions, by an exact way or by bounds that are wider than the truth;
                           "may flip": a completion has another one; "no flip found"
             significance  the same of p < alpha
             An end that is not there, for a value has no bound, is infinite.
             The arrays hold the values themselves again
   Status    PST_NO_MEMORY; what the kernel fails with, save PST_UNDEFINED
   Cost      "exact: one way" two runs of the kernel, or one more a value; search at most pst_leeway_runs runs
   Published moving one argument at a time: Hooke & Jeeves (1961), Journal of the ACM 8, 212-229
   Tested    test_leeway.c against all completions on grids; tests/cli/test_leeway_brute.py, every program */
#ifndef PST_STATS_LEEWAY_LEEWAY_H
#define PST_STATS_LEEWAY_LEEWAY_H

#include <stdint.h>

#include "interval/bounded.h"
#include "stats/estimate.h"

/* How a statistic follows its values. */
enum pst_leeway_way {
  PST_LEEWAY_SEARCHED,
  PST_LEEWAY_RISES, /* with every value */
  PST_LEEWAY_APART, /* with those of the first array; it falls with those of the second */
  PST_LEEWAY_ONE_WAY, /* with some and falls with others, whatever the others are: which is asked value by value */
  PST_LEEWAY_ORDERED, /* it depends on the two orders alone */
  PST_LEEWAY_NONE     /* a count: nothing to be open */
};

enum pst_leeway_order {
  PST_LEEWAY_NO_ORDER,
  PST_LEEWAY_KENDALL, /* tau-b */
  PST_LEEWAY_SPEARMAN,
  PST_LEEWAY_FOOTRULE,
  PST_LEEWAY_DISTANCE, /* discordant pairs */
  PST_LEEWAY_OVERLAP   /* rank-biased, the larger the better */
};

/* What proves a sign or a significance where the ends are searched (proof.h). */
enum pst_leeway_proof_of {
  PST_LEEWAY_NO_PROOF,
  PST_LEEWAY_BY_ANGLE,  /* Pearson's r */
  PST_LEEWAY_BY_LINE,   /* the p-value of a line through two columns */
  PST_LEEWAY_BY_SLOPES, /* the median of the slopes of pairs */
};

/* One statistic of the table in rules.c. */
struct pst_leeway_rule {
  const char *method,
      *term; /* as the record names them; a closing * stands for the rest; term NULL: any */
  enum pst_leeway_way way;
  enum pst_leeway_order order;
  bool no_sign; /* a size: it is never below 0 */
  bool over_n;  /* the sum of the order over the number of items */
  bool
      ranks; /* searched, but of orders alone: a value without a bound is as good as one far away */
  bool along; /* one way: up where the first array is above its mean, down where it is below */
  bool of_y;  /* holds where the values of the last array alone have leeway */
  enum pst_leeway_proof_of proof;
  double null; /* where there is no effect: the sign is that of estimate - null */
};

/* pst_leeway_rule_of: never NULL: what the table does not name is searched. */
const struct pst_leeway_rule *pst_leeway_rule_of(const char *method, const char *term);

struct pst_leeway_values {
  size_t n;
  double *at;                      /* where the kernel reads them: the values themselves */
  const struct pst_bounds *bounds; /* a point where there is no leeway; low NaN where at is NaN */
  bool whole;                      /* those within bounds are whole numbers */
};

typedef enum pst_status pst_leeway_run(void *context, struct pst_estimates *out,
                                       struct pst_arena *scratch, struct pst_error *error);

struct pst_leeway {
  struct pst_leeway_values *lists;
  size_t n_lists; /* of an order: x and y, both of N items */
  pst_leeway_run *run;
  void *context;
  size_t rows; /* so many of the rows are wanted; 0: all */
  uint64_t seed;
  double alpha;
  double persistence; /* of overlap */
  bool plain_test;    /* two-sided, p-values and continuity as they come: what enclose.h bounds */
  bool known;         /* the rows are of the same values: estimates lie within their ranges */
};

enum pst_status pst_leeway_fill(const struct pst_leeway *leeway, struct pst_estimates *rows,
                                size_t first, struct pst_arena *scratch, struct pst_error *error);

/* pst_leeway_runs: how often a search runs the kernel on N values at most. */
size_t pst_leeway_runs(size_t n);

#endif
