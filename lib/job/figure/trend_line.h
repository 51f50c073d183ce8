/* trend_line.h -- the line of a method through a series, in the scale of the figure's axes. */
#ifndef PST_JOB_FIGURE_TREND_LINE_H
#define PST_JOB_FIGURE_TREND_LINE_H

#include "figure/figure.h"
#include "job/pairwise/pairs.h"

/* The slope that a footer tells: in the units of the data, or of a fit to logarithms. */
struct pst_trend_slope {
  double slope, low, high; /* NaN: none */
};

/* pst_trend_line: the fit of SERIES: the line or curve of METHOD for unit U, and its band when BANDED; nothing
   where the method has none for these data, or cannot be made in the scale of the axes.
   Given     pairs  of pst_trend_scale_begin: what the methods say in that scale
   Status    PST_NO_MEMORY, and what a kernel fails with */
enum pst_status pst_trend_line(struct pst_job *job, const struct pst_pairs *pairs, size_t u,
                               const struct pst_method *method, bool banded,
                               struct pst_figure_series *series, struct pst_trend_slope *slope,
                               struct pst_error *error);

/* pst_trend_residuals: x of the observations of unit U, and y less the line of METHOD.
   Status    PST_UNDEFINED where the method has no line for these data; PST_NO_MEMORY */
enum pst_status pst_trend_residuals(struct pst_job *job, const struct pst_pairs *pairs, size_t u,
                                    const struct pst_method *method, struct pst_sample *residuals,
                                    struct pst_error *error);

#endif
