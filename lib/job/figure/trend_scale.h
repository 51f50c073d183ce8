/* trend_scale.h -- the methods of a figure, made in the scale of its axes.

   pst_trend_scale_begin: on a logarithmic axis what each method says of the logarithms, so that line and test of the
   figure are of what is seen; else what was computed.
   Given     pairs   after pst_pairs_compute
   Returned  scaled  PAIRS with these estimates; pst_trend_scale_end frees them.  A method that cannot be made on
                     logarithms (bounded values; parts, controls or weights where a value is at or below 0) keeps
                     its rows if it goes by order alone, else it has none
   Status    what a kernel fails with

   pst_trend_scale_sample: the observations of unit U for METHOD in that scale, those that have no logarithm left out.
   Returned  sample
             made    METHOD can be made on it
   Status    PST_NO_MEMORY
   Tested    tests/cli/trend-figure-log */
#ifndef PST_JOB_FIGURE_TREND_SCALE_H
#define PST_JOB_FIGURE_TREND_SCALE_H

#include "job/pairwise/pairs.h"

enum pst_status pst_trend_scale_begin(struct pst_job *job, const struct pst_pairs *pairs,
                                      struct pst_pairs *scaled, struct pst_error *error);

void pst_trend_scale_end(const struct pst_pairs *pairs, struct pst_pairs *scaled);

enum pst_status pst_trend_scale_sample(struct pst_job *job, const struct pst_pairs *pairs, size_t u,
                                       const struct pst_method *method, struct pst_sample *sample,
                                       bool *made, struct pst_error *error);

/* pst_trend_log_x, pst_trend_log_y: that axis is logarithmic. */
bool pst_trend_log_x(const struct pst_job *job);
bool pst_trend_log_y(const struct pst_job *job);

#endif
