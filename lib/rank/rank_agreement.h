/* rank_agreement.h -- how far the rankings of two periods agree, as records. */
#ifndef PST_RANK_RANK_AGREEMENT_H
#define PST_RANK_RANK_AGREEMENT_H

#include "rank/ranking.h"
#include "report/estimates.h"

/* pst_rank_agreement: the methods of JOB on the exact values of the entities that stand in both periods;
   the records have the columns from and to after those of the groups.
   Status    PST_UNDEFINED when no record has an estimate (the grid is made all the same)  */
enum pst_status pst_rank_agreement(struct pst_job *job, const struct pst_rank_settings *settings,
                                   const struct pst_rankings *rankings,
                                   struct pst_estimate_grid *grid, struct pst_error *error);

#endif
