/* run.h -- polstat-composite from its settings to its result. */
#ifndef PST_COMPOSITE_RUN_H
#define PST_COMPOSITE_RUN_H

#include "composite/plan.h"

/* pst_composite_run: score, rank, draw and write.
   Status    PST_BAD_DATA for an entity that stands twice; PST_UNDEFINED when nothing has a score; as
             pst_job_emit */
enum pst_status pst_composite_run(struct pst_job *job, struct pst_error *error);

#endif
