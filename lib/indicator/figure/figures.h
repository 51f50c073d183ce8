/* figures.h -- the figures of polstat-indicator.

   Status    PST_USAGE when there is more than one figure can show, with what to choose; as pst_job_draw */
#ifndef PST_INDICATOR_FIGURE_FIGURES_H
#define PST_INDICATOR_FIGURE_FIGURES_H

#include "figure/figure.h"
#include "indicator/frame/records.h"
#include "indicator/group/kinds_of_groups.h"
#include "indicator/row/row_table.h"

/* pst_figure_of_rows: one kind of one -y: a line an entity over time; shares as areas or bars. */
enum pst_status pst_figure_of_rows(struct pst_job *job, const struct pst_indicator_frame *frame,
                                   const struct pst_row_columns *columns, struct pst_error *error);

/* pst_figure_of_records: by their sort: lines over time, dots with intervals, or a heat map of pairs; one figure, or one a group
   and period: --render 'fig/{country}.svg'. */
enum pst_status pst_figure_of_records(struct pst_job *job, const struct pst_indicator_frame *frame,
                                      const struct pst_records *records, struct pst_error *error);

/* pst_figure_of_pairs: the heat map, in an order that shows blocks. */
enum pst_status pst_figure_of_pairs(struct pst_job *job, const struct pst_records *records,
                                    struct pst_error *error);

/* pst_figure_of_lorenz: from the grid of TABLE: a curve for each run of its rows that begins at 0. */
enum pst_status pst_figure_of_lorenz(struct pst_job *job, const struct pst_indicator_frame *frame,
                                     const struct pst_lorenz_table *table, struct pst_error *error);

#endif
