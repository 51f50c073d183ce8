/* trend_view.h -- other looks at the series of polstat-trend: residuals, autocorrelation, seasons.

   pst_trend_view: the figure that --view asks for.
   Status    PST_USAGE where these series or methods have none; PST_UNDEFINED when nothing can be drawn;
             PST_NO_MEMORY */
#ifndef PST_JOB_FIGURE_TREND_VIEW_H
#define PST_JOB_FIGURE_TREND_VIEW_H

#include "job/pairwise/pairs.h"

enum pst_trend_views {
  PST_VIEW_TREND,
  PST_VIEW_RESIDUALS,
  PST_VIEW_AUTOCORRELATION,
  PST_VIEW_SEASONS
};

enum pst_status pst_trend_view(struct pst_job *job, const struct pst_pairs *pairs,
                               struct pst_error *error);

#endif
