/* records.h -- the fits of all units as records, or as tables of rows and of predictions.

   pst_regress_records: coefficients, and what the fits as a whole say (summary.h).
   pst_regress_rows_table: a row a row of the data: value, fitted value, residual, leverage, Cook's distance.
   pst_regress_predictions: a row a row of the file of --predict: the estimate, the interval of the mean and
   that of a new value.
   Given     units  N of them, group by group
             names  those of the group columns
   Returned  what they say, where the options want it
   Status    PST_UNDEFINED when there is nothing to say; PST_USAGE, PST_BAD_DATA of the file; PST_IO,
             PST_NO_MEMORY
   Cost      O(rows * terms^2)
   Tested    tests/cli/regress-* */
#ifndef PST_REGRESS_RECORDS_H
#define PST_REGRESS_RECORDS_H

#include "regress/unit.h"

/* Rows by what became of them; of weight 0; and groups of --within with one row. */
enum pst_regress_count {
  PST_REGRESS_USED,
  PST_REGRESS_MISSING,
  PST_REGRESS_BOUNDED,
  PST_REGRESS_ZERO,
  PST_REGRESS_SINGLE,
  PST_REGRESS_COUNTS
};

struct pst_regress_lines;

struct pst_regress_result {
  struct pst_groups *groups;
  const char *const *names;
  struct pst_regress_unit *units;
  size_t n;
  size_t failed; /* the unit that could not be computed */
  size_t counts[PST_REGRESS_COUNTS];
  struct pst_regress_lines *lines; /* of each unit, where they are made */
  struct pst_dictionary texts;     /* of lines that came from other ranks */
};

/* pst_regress_share: where ranks share the groups, the lines and counts of all, at rank 0, after STATUS of this one; else nothing
   is done.  The units have a group, a variable and why_not then.
   Status    STATUS; as pst_owned_gather
   Tested    tests/mpi/shuffle.py  */
enum pst_status pst_regress_share(struct pst_job *job, struct pst_regress_result *result,
                                  enum pst_status status, struct pst_error *error);

void pst_regress_result_free(struct pst_regress_result *result);

enum pst_status pst_regress_records(struct pst_job *job, struct pst_regress_result *result,
                                    struct pst_error *error);

enum pst_status pst_regress_rows_table(struct pst_job *job, const struct pst_regress_result *result,
                                       struct pst_error *error);

enum pst_status pst_regress_predictions(struct pst_job *job,
                                        const struct pst_regress_result *result,
                                        struct pst_error *error);

/* pst_regress_nothing: PST_UNDEFINED with the first reason, when no unit has a fit. */
enum pst_status pst_regress_nothing(const struct pst_job *job,
                                    const struct pst_regress_result *result,
                                    struct pst_error *error);

#endif
