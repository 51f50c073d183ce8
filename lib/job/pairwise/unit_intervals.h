/* unit_intervals.h -- intervals by bootstrap in the place of those of formulas, where --interval asks for them.

   pst_unit_methods: a step of pst_pairs: every method of the job, then the interval of its main row.
   pst_unit_draw_values: the intervals of the rows "mean" and "median" from FIRST on. */
#ifndef PST_JOB_PAIRWISE_UNIT_INTERVALS_H
#define PST_JOB_PAIRWISE_UNIT_INTERVALS_H

#include "job/pairwise/pairs.h"

pst_pair_unit_step pst_unit_methods;

enum pst_status pst_unit_draw_values(struct pst_job *job, struct pst_pair_unit *unit, size_t first,
                                     const struct pst_sample *sample, struct pst_arena *scratch,
                                     struct pst_error *error);

#endif
