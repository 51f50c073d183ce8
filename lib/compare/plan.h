/* plan.h -- the columns that a comparison needs. */
#ifndef PST_COMPARE_PLAN_H
#define PST_COMPARE_PLAN_H

#include "compare/shape.h"

/* pst_compare_plan: choose shape and methods, then a role for each column.
   Status    PST_USAGE  */
enum pst_status pst_compare_plan(struct pst_job *job, struct pst_error *error);

#endif
