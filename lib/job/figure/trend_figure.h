/* trend_figure.h -- the figure of polstat-trend: points, and the line of a method. */
#ifndef PST_JOB_FIGURE_TREND_FIGURE_H
#define PST_JOB_FIGURE_TREND_FIGURE_H

#include "job/pairwise/pairs.h"

/* pst_trend_figure: a series for each unit of PAIRS; the line is Theil-Sen's if it was computed, else
   that of least squares, else none.  The note gives the method, n and p.
   Status    as pst_job_draw  */
enum pst_status pst_trend_figure(struct pst_job *job, const struct pst_pairs *pairs,
                                 struct pst_error *error);

#endif
