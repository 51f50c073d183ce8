/* estimates.h -- estimate records as a grid: the same columns in the same order for every program.

   All     Given     strings that outlive the grid
           Tested    test_report_estimates.c  */
#ifndef PST_REPORT_ESTIMATES_H
#define PST_REPORT_ESTIMATES_H

#include "report/grid.h"
#include "stats/estimate.h"

/* The keys of a record, in the order of their columns; 1u << key in a mask. */
enum pst_key {
  PST_KEY_VARIABLE,
  PST_KEY_AGAINST,
  PST_KEY_METHOD,
  PST_KEY_TERM,
  PST_KEY_N,
  PST_KEY_ESTIMATE,
  PST_KEY_STD_ERROR,
  PST_KEY_CONF_LOW,
  PST_KEY_CONF_HIGH,
  PST_KEY_STATISTIC,
  PST_KEY_DF,
  PST_KEY_P_VALUE,
  PST_KEY_P_METHOD,
  PST_KEY_P_ADJUSTED,
  PST_KEY_LEAST, /* the next seven: where PST_WITH_LEEWAY asks for them */
  PST_KEY_GREATEST,
  PST_KEY_SIGN,
  PST_KEY_P_LEAST,
  PST_KEY_P_GREATEST,
  PST_KEY_SIGNIFICANCE,
  PST_KEY_FOUND_BY,
  PST_KEY_UNIT,
  PST_KEY_NOTE,
  PST_KEYS
};

/* In the mask of what is left out: the keys of printed precision and bounds (stats/leeway/leeway.h) stand too. */
#define PST_WITH_LEEWAY (1u << 31)

/* Whose estimates the rows are. */
struct pst_subject {
  const char *const *groups; /* one key text a group column */
  const char *variable;
  const char *against; /* NULL when there is none */
};

struct pst_estimate_grid {
  struct pst_grid grid;
  size_t n_groups;
  size_t column[PST_KEYS]; /* where each key stands; SIZE_MAX when it is left out */
};

/* pst_estimate_grid_begin: the columns: N_GROUPS group columns, then the keys that are not in the
   mask LEFT_OUT (those that the program never fills; PST_WITH_LEEWAY asks for more).
   Given     a group column with the name of a key (left out or not) is named group_NAME, once more
             if that is taken too; other names are kept as pointers.  OUT is all zero
   Returned  OUT, without rows
   Status    PST_NO_MEMORY
   Cost      O(columns), O(columns^2) where names clash  */
enum pst_status pst_estimate_grid_begin(struct pst_estimate_grid *out, const char *const *groups,
                                        size_t n_groups, unsigned left_out,
                                        struct pst_error *error);

/* pst_estimate_grid_add: one row for each of the N records.  All strings are kept as pointers:
   they outlive the grid.
   Returned  the rows, in OUT
   Status    PST_NO_MEMORY, with some of them added
   Cost      O(N * columns)  */
enum pst_status pst_estimate_grid_add(struct pst_estimate_grid *out,
                                      const struct pst_subject *subject,
                                      const struct pst_estimate *estimates, size_t n,
                                      struct pst_error *error);

/* pst_estimate_grid_free: what OUT keeps; it is then all zero.
   Cost      O(columns)  */
void pst_estimate_grid_free(struct pst_estimate_grid *out);

#endif
