/* figure.h -- the figures of polstat-composite: ranks with their intervals, and what a score is made of.

   pst_composite_figure: of one group and period, or one of each: --render 'fig/{year}.svg'.
   Status    PST_USAGE when there are more, or more entities than can be read; as pst_job_draw */
#ifndef PST_COMPOSITE_FIGURE_H
#define PST_COMPOSITE_FIGURE_H

#include "composite/results.h"

enum pst_composite_chart { PST_COMPOSITE_CHART_RANKS, PST_COMPOSITE_CHART_PARTS };

enum pst_status pst_composite_figure(struct pst_job *job, const struct pst_composite_slices *slices,
                                     struct pst_error *error);

#endif
