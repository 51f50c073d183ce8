/* apart.h -- one figure a group: --render 'fig/{country}.svg'. */
#ifndef PST_JOB_FIGURE_APART_H
#define PST_JOB_FIGURE_APART_H

#include "job/pairwise/pairs.h"

/* Draws the figure of the groups that are MARKED, NULL: of all; by way of pst_job_draw. */
typedef enum pst_status pst_draw_groups(struct pst_job *job, const bool *marked, void *context,
                                        struct pst_error *error);

/* pst_figures_apart: the figures that the options ask for: of all groups, and for each name with columns in braces
   one of the groups that agree in these columns.  One that is there already and would be the same is not drawn
   again; how many were drawn is said.
   Given     GROUPS, whose columns are NAMES
   Status    PST_USAGE for braces around what is no column of GROUPS, and where a figure would be written over a file
             that is read; PST_IO, PST_NO_MEMORY; what DRAW fails with, save PST_UNDEFINED while other groups have
             something to draw
   Cost      that of the figures
   Tested    tests/cli/render-apart*  */
enum pst_status pst_figures_apart(struct pst_job *job, const struct pst_groups *groups,
                                  const char *const *names, pst_draw_groups *draw, void *context,
                                  struct pst_error *error);

/* pst_pairs_marked: PAIRS with the marked groups alone, for a figure; in the job's arena, never freed alone.
   Status    PST_NO_MEMORY  */
enum pst_status pst_pairs_marked(struct pst_job *job, const struct pst_pairs *pairs,
                                 const bool *marked, struct pst_groups *groups,
                                 struct pst_pairs *some, struct pst_error *error);

#endif
