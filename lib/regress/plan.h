/* plan.h -- the columns that a regression needs, and which options go together.

   pst_regress_plan, pst_regress_read_hac
   Given     a job whose settings are struct pst_regress_settings; the argument of --hac
   Returned  roles in the settings
   Status    PST_USAGE with a sentence that names the options
   Cost      O(options)
   Tested    tests/cli/regress-usage */
#ifndef PST_REGRESS_PLAN_H
#define PST_REGRESS_PLAN_H

#include "regress/settings.h"

enum pst_status pst_regress_plan(struct pst_job *job, struct pst_error *error);

enum pst_status pst_regress_read_hac(void *to, const char *text, struct pst_error *error);

#endif
