/* correlate_figure.h -- the figures of polstat-correlate: a labelled scatter, or a heat map. */
#ifndef PST_JOB_FIGURE_CORRELATE_FIGURE_H
#define PST_JOB_FIGURE_CORRELATE_FIGURE_H

#include "base/number.h"
#include "job/columns.h"
#include "job/pairwise/pairs.h"

/* What the program correlate asks for. */
struct pst_correlate_settings {
  bool all, square;
  unsigned tau; /* 0: b, 1: a, 2: c */
  bool tau_given;
  const char *label;
  struct pst_roles by, x, y;
  struct pst_roles controls;
  size_t label_role;             /* SIZE_MAX: points have no names */
  size_t weight_role, time_role; /* SIZE_MAX: not asked for */
  struct pst_beside_columns beside;
  size_t weight_column, time_column;
  size_t *columns; /* of --all, in the table */
  size_t n_columns;
};

/* pst_correlate_figure: with --all a heat map of the first method; else the points of each pair, named
   by the label column, with the least-squares line.
   Status    PST_USAGE for several -x columns, or for --all with groups; as pst_job_draw  */
enum pst_status pst_correlate_figure(struct pst_job *job,
                                     const struct pst_correlate_settings *settings,
                                     const struct pst_pairs *pairs, struct pst_error *error);

#endif
