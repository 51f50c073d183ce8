/* rank_places.h -- the table of places: a row an entity and period, found when it is written. */
#ifndef PST_RANK_RANK_PLACES_H
#define PST_RANK_RANK_PLACES_H

#include "rank/ranking.h"
#include "report/grid.h"

/* pst_rank_places_fill: rows of GRID, whose columns pst_rank_table has added: the places of the periods that count,
   group by group, by period and rank.
   Given     RANKINGS and the table of JOB outlive GRID
   Returned  rows whose cells are found in RANKINGS when they are asked for
   Status    PST_NO_MEMORY
   Cost      8 bytes a row
   Tested    tests/cli/rank-*  */
enum pst_status pst_rank_places_fill(struct pst_job *job, const struct pst_rank_settings *settings,
                                     const struct pst_rankings *rankings, struct pst_grid *grid,
                                     struct pst_error *error);

#endif
