/* run.h -- polstat-regress from its settings to its result.

   pst_regress_run
   Given     a job that is planned and loaded
   Returned  records, or a table of rows or of predictions, and the figure
   Status    PST_UNDEFINED when no unit has a fit; PST_BAD_DATA, PST_USAGE, PST_NO_MEMORY
   Cost      that of pst_regression_fit in each unit
   Tested    tests/cli/regress-* */
#ifndef PST_REGRESS_RUN_H
#define PST_REGRESS_RUN_H

#include "regress/settings.h"

enum pst_status pst_regress_run(struct pst_job *job, struct pst_error *error);

#endif
