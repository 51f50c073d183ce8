/* results.h -- the three results of polstat-composite.

   Status    PST_UNDEFINED when nothing has a value (it is written all the same); as pst_job_emit */
#ifndef PST_COMPOSITE_RESULTS_H
#define PST_COMPOSITE_RESULTS_H

#include "composite/leeway/leeway.h"
#include "composite/robust.h"

/* All slices of a frame. */
struct pst_composite_slices {
  const struct pst_indicator_frame *frame;
  struct pst_composite_slice *list;
  struct pst_composite_robust *robust; /* NULL: not asked for */
  struct pst_composite_leeway *leeway; /* each NULL without --printed and --bounds */
  size_t count;
};

/* pst_composite_table: entity, score, rank, and what decides it; the scores of pillars behind. */
enum pst_status pst_composite_table(struct pst_job *job, const struct pst_composite_slices *slices,
                                    struct pst_error *error);

/* pst_composite_sensitivities: records of each entity and choice. */
enum pst_status pst_composite_sensitivities(struct pst_job *job,
                                            const struct pst_composite_slices *slices,
                                            struct pst_error *error);

/* pst_composite_audit: records of the correlations of indicators with each other and with the score. */
enum pst_status pst_composite_audit(struct pst_job *job, const struct pst_composite_slices *slices,
                                    struct pst_error *error);

#endif
