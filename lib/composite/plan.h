/* plan.h -- the options of polstat-composite read into a design. */
#ifndef PST_COMPOSITE_PLAN_H
#define PST_COMPOSITE_PLAN_H

#include "composite/settings.h"

/* pst_composite_plan: read and check the options, and name the columns.
   Status    PST_USAGE; PST_BAD_DATA, PST_IO for the files of --structure and --weights; PST_NO_MEMORY */
enum pst_status pst_composite_plan(struct pst_job *job, struct pst_error *error);

/* The parts of it.
   read_design.c: --indicators or --structure, and --weights: what the index is made of.
   read_choices.c: --normalise, --aggregate, --missing and --weights-within. */
enum pst_status pst_composite_read_design(struct pst_job *job, struct pst_error *error);
enum pst_status pst_composite_read_choices(struct pst_job *job, struct pst_error *error);

#endif
