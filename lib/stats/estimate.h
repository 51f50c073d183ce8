/* estimate.h -- the one record that every statistic fills (docs/METHODS.md, "The estimate record").

   A number that does not exist is NaN here and is written as an empty cell or null, never as NaN
   or 0.  Strings are either static or live in the list's arena.

   All     Given     a list that began as all zero but for its arena; strings that outlive it; a row of it
           Returned  the row, or what is set in it; the answer
           Cost      O(1); growing doubles
           Tested    test_report_estimates.c; tests/reference, by way of every statistic  */
#ifndef PST_STATS_ESTIMATE_H
#define PST_STATS_ESTIMATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"

struct pst_estimate {
  const char *method; /* exact variant: "ols", "theil-sen", "kendall-tau-b" */
  const char *term;   /* what the number is: "slope", "tau-b", "q0.25" */
  size_t n;           /* complete observations used */
  double estimate;
  double std_error;
  double conf_low;
  double conf_high;
  double statistic; /* t, z, S: the statistic of the test */
  double df;
  double p_value;
  const char *p_method; /* "t", "normal", "normal-cc", "exact", "permutation(9999)"; NULL when there
                           is no p */
  double p_adjusted;
  const char *unit; /* of the estimate; NULL when unknown */
  const char *note; /* why something is missing or to be read with care; NULL when none */
  /* Between which numbers printed precision or bounds of the values leave them (stats/leeway/leeway.h); NaN and
     NULL where that was not asked for. */
  double least, greatest, p_least, p_greatest;
  const char *sign, *significance, *found_by;
};

struct pst_estimates {
  struct pst_estimate *items;
  size_t count;
  size_t capacity;
  struct pst_arena *arena; /* where formatted strings go */
};

/* pst_estimates_add: a new row with all numbers missing; NULL when memory is out.  The pointer is
   good until the next call.  METHOD and TERM are kept as pointers. */
struct pst_estimate *pst_estimates_add(struct pst_estimates *list, const char *method,
                                       const char *term, size_t n);

/* pst_estimates_value: add a row that is one number and no test.
   Status    PST_NO_MEMORY  */
enum pst_status pst_estimates_value(struct pst_estimates *list, const char *method,
                                    const char *term, size_t n, double value,
                                    struct pst_error *error);

/* pst_estimates_terms: pst_estimates_value for each of COUNT terms; a value of NaN stands as a
   missing number with WITHOUT as its note (NULL: no note).
   Status    PST_NO_MEMORY
   Cost      O(COUNT)  */
struct pst_term {
  const char *term;
  double value;
  const char *without;
};

enum pst_status pst_estimates_terms(struct pst_estimates *list, const char *method, size_t n,
                                    const struct pst_term *terms, size_t count,
                                    struct pst_error *error);

/* pst_estimate_note: append a printf-style note ("; " between notes). */
void pst_estimate_note(struct pst_estimates *list, struct pst_estimate *row, const char *format,
                       ...) __attribute__((format(printf, 3, 4)));

/* A size of an effect that cannot be below 0 is above 0 where there is none: its interval, which is that of the
   population's, may lie below it. */
#define PST_NOTE_BIASED_UP                                                                         \
  "the estimate is above its interval: without any effect it would be as large by chance"

/* pst_estimate_p: set the p-value and its method; a p that underflowed to 0 becomes the smallest
   normal double with the note "upper bound". */
void pst_estimate_p(struct pst_estimates *list, struct pst_estimate *row, double p,
                    const char *p_method);

/* pst_estimates_interval: LOW and HIGH in the row of TERM that stands from FIRST on, if it has an estimate. */
void pst_estimates_interval(struct pst_estimates *list, size_t first, const char *term, double low,
                            double high);

/* pst_estimates_finite: in the rows from FIRST on, a number that left the range of doubles becomes
   missing, with a note; an interval loses both ends.
   Cost      O(rows)  */
void pst_estimates_finite(struct pst_estimates *list, size_t first);

/* pst_estimates_find: the first row of METHOD and TERM; NULL when there is none.
   Cost      O(rows)  */
const struct pst_estimate *pst_estimates_find(const struct pst_estimates *list, const char *method,
                                              const char *term);

/* pst_estimates_free: the items; the arena is the caller's. */
void pst_estimates_free(struct pst_estimates *list);

/* What a test may be asked for.  Zero is the default of each. */
enum pst_alternative { PST_TWO_SIDED, PST_LESS, PST_GREATER };
enum pst_continuity { PST_CONTINUITY_DEFAULT, PST_CONTINUITY_YES, PST_CONTINUITY_NO };
enum pst_p_kind { PST_P_AUTO, PST_P_EXACT, PST_P_ASYMPTOTIC, PST_P_PERMUTATION };

enum { PST_PERMUTATIONS = 9999, PST_SEED = 1 }; /* the defaults of the two below */

enum { PST_X_SIZE = 32 }; /* room for an x in a note */

struct pst_test {
  enum pst_alternative
      alternative; /* "greater": the statistic's parameter is above its null value */
  enum pst_continuity continuity;
  enum pst_p_kind p_kind;
  size_t permutations; /* of a permutation p; 0 means PST_PERMUTATIONS */
  unsigned long seed;  /* 0 means PST_SEED */
  size_t threads;     /* that may share the permutations; 0 means 1.  Results do not depend on it */
  double conf_level;  /* 0 means 0.95 */
  size_t tests;       /* of the call: they share the work of exact p-values; 0 means 1 */
  bool main_only;     /* the terms after the main one are not used: they may be missing */
  bool estimate_only; /* the main estimate alone is used: the rest of its row may be missing */
  size_t lags;        /* autocorrelations beyond this lag are left alone; 0: none is too far */
  size_t hac;         /* the lag of Newey and West plus one; 0: chosen by n */
  bool small_sample;  /* their covariance times n / (n - k) */
  size_t top;         /* how many of a ranking are its top; 0 means 10 */
  double persistence; /* of rank-biased overlap; 0 means .9 */
  size_t degree;      /* of a polynomial; 0 means 2 */
  double span;        /* of loess: the share of points in a neighbourhood; 0 means 0.75 */
  /* How notes write an x, such as a time; NULL: as a number. */
  void (*print_x)(const void *about, double x, char text[PST_X_SIZE]);
  const void *about;
};

/* pst_conf_level: the level asked for, or 0.95. */
double pst_conf_level(const struct pst_test *test);

/* pst_test_print_x: X as notes write it: a time in its own words, where TEST knows them, else a number. */
void pst_test_print_x(const struct pst_test *test, double x, char text[PST_X_SIZE]);

/* pst_continuity: whether to correct for continuity, given what the method does by default. */
bool pst_continuity(const struct pst_test *test, bool by_default);

struct pst_known; /* stats/variable/variable.h */
/* The parts of a series that are looked at one by one: its seasons, or the series of a region. */
struct pst_series_parts {
  size_t count;
  const size_t *of;         /* n places below count: the part of each observation */
  const char *const *names; /* count names */
  const double *time;       /* n times within a part, rising: the years of months; NULL: x */
};

/* What stands beside the pairs, for the methods that ask for it; NULL or 0 where it was not given. */
struct pst_beside {
  struct pst_series_parts parts;
  const double *const *controls;    /* n_controls columns of n finite values */
  const char *const *control_names; /* n_controls names, or NULL */
  size_t n_controls;
  const double *order;              /* n times, that pairs are in the order of */
  const double *weight;             /* n finite values, >= 0 */
  const double *low, *high;         /* n values each, low <= high: between which y lies */
  const bool *low_open, *high_open; /* whether the end itself is excluded */
};

/* What one method finds of a sample and the next would find again; all zero: nothing yet. */
struct pst_found {
  bool has_step_slope;
  double step_slope; /* the Sen slope of y from row to row: derived.h */
};

/* Paired observations, all finite: x[i] goes with y[i]; time order where the method needs one. */
struct pst_sample {
  size_t n;
  const double *x;
  const double *y;                 /* NaN where BESIDE has bounds and only they are known */
  const struct pst_known *x_known; /* what is known of x and y already; NULL: nothing */
  const struct pst_known *y_known;
  const struct pst_beside *beside; /* NULL: nothing is */
  struct pst_found *found;         /* for several methods on these values; NULL: nothing is kept */
};

/* Every method on pairs has this form.  It appends its rows to OUT, the main term first.
   PST_UNDEFINED (with the reason in ERROR) when the main term has no value: nothing is appended
   then and the caller writes the row with the reason as its note.  SCRATCH is
   released on return, so it must be another arena than OUT's, where the notes live. */
typedef enum pst_status pst_pair_kernel(const struct pst_sample *sample,
                                        const struct pst_test *test, struct pst_estimates *out,
                                        struct pst_arena *scratch, struct pst_error *error);

#endif
