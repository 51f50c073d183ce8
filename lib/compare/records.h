/* records.h -- the estimates of all units as records: groups, levels, what they are set against. */
#ifndef PST_COMPARE_RECORDS_H
#define PST_COMPARE_RECORDS_H

#include "compare/run.h"

/* pst_compare_adjust: the p-values of all rows as --adjust asks; says on standard error when there are
   several comparisons and none was asked for. */
enum pst_status pst_compare_adjust(struct pst_job *job, const struct pst_compare_units *units,
                                   struct pst_error *error);

/* pst_compare_share: where ranks share the groups, the units and counts of all, at rank 0, after STATUS of this one; else nothing is
   done.
   Status    STATUS; as pst_owned_gather
   Tested    tests/mpi/shuffle.py  */
enum pst_status pst_compare_share(struct pst_job *job, struct pst_groups *groups,
                                  struct pst_compare_units *units,
                                  size_t counts[PST_COMPARE_COUNTS], enum pst_status status,
                                  struct pst_error *error);

/* pst_compare_emit: write the records.
   Given     names  of the group columns
   Status    PST_UNDEFINED when no record has an estimate (they are written all the same); PST_IO */
enum pst_status pst_compare_emit(struct pst_job *job, const struct pst_groups *groups,
                                 const char *const *names, const struct pst_compare_units *units,
                                 struct pst_error *error);

#endif
