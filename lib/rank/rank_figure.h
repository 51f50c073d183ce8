/* rank_figure.h -- the figure of polstat-rank: a bump chart. */
#ifndef PST_RANK_RANK_FIGURE_H
#define PST_RANK_RANK_FIGURE_H

#include "rank/ranking.h"

/* pst_rank_figure: a line for each entity of the one ranking there is, through the periods from --from
   to --to (with --change: these two only); ranks that ties or bounds leave open are bars.
   Status    PST_USAGE when there are several groups or variables; as pst_job_draw  */
enum pst_status pst_rank_figure(struct pst_job *job, const struct pst_rank_settings *settings,
                                const struct pst_rankings *rankings, struct pst_error *error);

#endif
