/* emit.h -- results and figures to where the options want them. */
#ifndef PST_JOB_EMIT_H
#define PST_JOB_EMIT_H

#include "figure/figure.h"
#include "job/job.h"
#include "report/report.h"

/* pst_job_check_output: PST_USAGE for options of figures without a figure, --digits with a format that
   gives all digits, an ending of -o, --plot or --render that names no format, a result that would be
   written over what is read, and two results in one file.  Before anything is opened. */
enum pst_status pst_job_check_output(struct pst_job *job, struct pst_error *error);

/* pst_job_format: as given, else by the ending of -o, else text on a terminal and csv elsewhere. */
const struct pst_format *pst_job_format(const struct pst_job *job);

/* pst_job_width: columns of a text into FILE: --width, else pst_report_terminal_width. */
size_t pst_job_width(const struct pst_job *job, FILE *file);

/* pst_job_emit: GRID in the format asked for, to -o or standard output.  PST_IO, PST_NO_MEMORY. */
enum pst_status pst_job_emit(struct pst_job *job, struct pst_grid *grid, struct pst_error *error);

/* pst_job_is_template: the name of --render has columns in braces: a figure a group. */
bool pst_job_is_template(const char *path);

/* pst_job_show_picture: what --render term drew, on standard output.
   Status    PST_IO, PST_NO_MEMORY  */
enum pst_status pst_job_show_picture(struct pst_job *job, struct pst_error *error);

/* pst_job_wants_figure: --plot or --render was given. */
bool pst_job_wants_figure(const struct pst_job *job);

/* pst_job_draw: FIGURE, with the title, subtitle and source of the options where they are given, as
   the script of --plot and the picture of --render. */
enum pst_status pst_job_draw(struct pst_job *job, struct pst_figure *figure,
                             struct pst_error *error);

#endif
