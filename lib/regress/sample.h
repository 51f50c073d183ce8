/* sample.h -- the rows of a unit that are complete, and the design that they make.

   pst_regress_rows: rows of a group, complete in all columns that variable V needs, in order of --time.
   Status    PST_BAD_DATA for a weight below 0; PST_NO_MEMORY
   Cost      O(rows * columns), sorting O(n log n)
   Note      a row of weight 0 is not used

   pst_regress_design_make: the columns of MODEL over these rows; with --within less the means of their groups.
   Returned  out  the design, and of --within the groups of the rows and their part of the leverage
   Status    PST_NO_MEMORY
   Cost      O(n terms)
   Method    means of groups in double-double, weighted where there are weights
   Tested    tests/cli/regress-within, against dummies for the groups; tests/cli/regress-weights */
#ifndef PST_REGRESS_SAMPLE_H
#define PST_REGRESS_SAMPLE_H

#include "regress/model.h"
#include "stats/regression/regression.h"

struct pst_regress_sample {
  size_t *rows;
  size_t n, n_zero; /* n_zero: left out for a weight of 0 */
};

enum pst_status pst_regress_rows(struct pst_job *job, const struct pst_groups *groups, size_t group,
                                 size_t v, struct pst_regress_sample *sample,
                                 struct pst_error *error);

/* pst_regress_codes: the groups of the rows by a column of texts, numbered from 0 by first appearance. */
enum pst_status pst_regress_codes(struct pst_job *job, const struct pst_regress_sample *sample,
                                  size_t role, size_t **codes, size_t *count,
                                  struct pst_error *error);

struct pst_regress_design {
  struct pst_regression_design design;
  double *absorbed_leverage; /* NULL without --within */
  size_t *within;            /* the group of each row */
  size_t n_single;           /* groups of one row */
};

enum pst_status pst_regress_design_make(struct pst_job *job, const struct pst_regress_model *model,
                                        const struct pst_regress_sample *sample, size_t v,
                                        struct pst_regress_design *out, struct pst_error *error);

#endif
