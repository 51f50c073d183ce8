/* figure_parts.h -- what the figures of several programs share. */
#ifndef PST_JOB_FIGURE_FIGURE_PARTS_H
#define PST_JOB_FIGURE_FIGURE_PARTS_H

#include "figure/figure.h"
#include "job/job.h"
#include "stats/estimate.h"

/* pst_figure_column_name: the title that the schema gives a column, else its name. */
const char *pst_figure_column_name(const struct pst_column *column);

/* pst_figure_axis_name: the same with the unit: "Net ODA, current prices (USD million)". */
const char *pst_figure_axis_name(struct pst_job *job, const struct pst_column *column);

/* pst_figure_time_axis: x_year and the names of periods that are no plain years, from the N times
   that occur. */
enum pst_status pst_figure_time_axis(struct pst_job *job, const struct pst_column *time,
                                     struct pst_figure *figure, struct pst_error *error);

/* pst_figure_put_number: NUMBER as it is written, "-12345.6", with commas between thousands and a true minus sign. */
void pst_figure_put_number(struct pst_buffer *out, const char *number);

/* pst_figure_highlighted: NAME is one of --highlight. */
bool pst_figure_highlighted(const struct pst_job *job, const char *name);

/* pst_figure_check_highlight: PST_USAGE when a name of --highlight is no series. */
enum pst_status pst_figure_check_highlight(const struct pst_job *job,
                                           const struct pst_figure *figure,
                                           struct pst_error *error);

/* pst_figure_bounded: what the values of N series that are known only within bounds are drawn as, bars with RINGS or without: "Arrows"; NULL: there
   are none. */
const char *pst_figure_bounded(const struct pst_figure_series *series, size_t n, bool rings);

/* pst_figure_leeway: "; printed digits leave ols slope at 0.06 to 0.11, sign: holds, significance: may flip", of each
   of ROWS that has it. */
void pst_figure_leeway(const struct pst_job *job, const struct pst_estimates *rows,
                       struct pst_buffer *out);

/* pst_figure_line: the line INTERCEPT + SLOPE x from LOW to HIGH as the fit of SERIES: two points, or
   many with CURVED (a band around it is curved) and where an axis is logarithmic.  PST_NO_MEMORY. */
enum pst_status pst_figure_line(struct pst_job *job, double intercept, double slope, double low,
                                double high, bool curved, struct pst_figure_series *series,
                                struct pst_error *error);

/* pst_figure_bounds: the low and high ends of a column's cells in ROWS, bounded or taken as printed, (NaN elsewhere); both
   stay NULL when there is none.  Arrays in the job's arena; PST_NO_MEMORY. */
enum pst_status pst_figure_bounds(struct pst_job *job, const struct pst_column *column,
                                  const size_t *rows, size_t n, const double **low,
                                  const double **high, struct pst_error *error);

#endif
