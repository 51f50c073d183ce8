/* robust.h -- how firm the ranks of a slice are: without one indicator, over weights, over replicates. */
#ifndef PST_COMPOSITE_ROBUST_H
#define PST_COMPOSITE_ROBUST_H

#include "composite/slice.h"
#include "stats/composite/sensitivity/jansen.h"
#include "stats/composite/sensitivity/leave_one_out.h"
#include "stats/composite/sensitivity/monte_carlo.h"
#include "stats/composite/rank_programme.h"

struct pst_composite_robust {
  struct pst_leave_one_out *left; /* of each entity */
  struct pst_rank_reach *reach;   /* NULL: none, for the reason below */
  const char *no_reach;
  bool closed; /* bounds are those of each pair of entities alone, not of a search */
  struct pst_rank_distribution *drawn; /* NULL without replicates */
};

/* pst_composite_robust_make: in the job's arena; the same for any number of threads.
   Cost      indicators and replicates times the entities; two integer programmes an entity
   Status    PST_NO_MEMORY */
enum pst_status pst_composite_robust_make(struct pst_job *job,
                                          const struct pst_composite_slice *slice,
                                          struct pst_composite_robust *out,
                                          struct pst_error *error);

/* pst_composite_sensitivity: INDICES as pst_rank_sensitivity gives them.  PST_NO_MEMORY. */
enum pst_status pst_composite_sensitivity(struct pst_job *job,
                                          const struct pst_composite_slice *slice,
                                          struct pst_jansen **indices, struct pst_error *error);

#endif
