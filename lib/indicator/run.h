/* run.h -- polstat-indicator from its settings to its result. */
#ifndef PST_INDICATOR_RUN_H
#define PST_INDICATOR_RUN_H

#include "indicator/kinds.h"

/* pst_indicator_plan: read --kind, check the options against it, and name the columns.
   Status    PST_USAGE; PST_NO_MEMORY */
enum pst_status pst_indicator_plan(struct pst_job *job, struct pst_error *error);

/* pst_indicator_run: compute what was asked for, draw and write it.
   Status    PST_BAD_DATA for a repeated key, PST_UNDEFINED when nothing has a value; as pst_job_emit */
enum pst_status pst_indicator_run(struct pst_job *job, struct pst_error *error);

#endif
