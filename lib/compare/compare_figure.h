/* compare_figure.h -- the figures of polstat-compare: forest plot, levels with intervals, a scale. */
#ifndef PST_COMPARE_COMPARE_FIGURE_H
#define PST_COMPARE_COMPARE_FIGURE_H

#include "compare/run.h"

/* pst_compare_figure: what --chart asks for; auto is the forest of the first method of two levels that
   has an interval, else the levels with theirs; of the MARKED groups, NULL: of all.  The note names the methods, their n and how p is adjusted.
   Status    PST_USAGE for a chart that these data have none of; as pst_job_draw */
enum pst_status pst_compare_figure(struct pst_job *job, const struct pst_groups *groups,
                                   const struct pst_compare_units *units, const bool *marked,
                                   struct pst_error *error);

#endif
