/* season.h -- the part of a series that each row belongs to, and its controls and weight.

   pst_trend_plan: the roles of --season, --across, --control and --weight.
   Given     a job before it is loaded
   Returned  SETTINGS, its roles
   Status    PST_USAGE for --season with --across; PST_NO_MEMORY
   Cost      O(1)

   pst_trend_beside: what stands beside the pairs, by row; NULL when nothing does.
   Given     a job after the load
   Returned  in the arena of the job
   Status    PST_USAGE when the times do not tell the months or quarters; PST_NO_MEMORY
   Cost      O(rows)
   Tested    test_season.c, tests/cli/trend-season*  */
#ifndef PST_TREND_SEASON_H
#define PST_TREND_SEASON_H

#include "trend/settings.h"

enum pst_status pst_trend_plan(struct pst_job *job, struct pst_trend_settings *settings,
                               struct pst_error *error);

enum pst_status pst_trend_beside(struct pst_job *job, const struct pst_trend_settings *settings,
                                 const struct pst_beside_columns **beside, struct pst_error *error);

#endif
