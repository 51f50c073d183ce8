/* trend_names.h -- what the series of polstat-trend and their figure are called. */
#ifndef PST_JOB_FIGURE_TREND_NAMES_H
#define PST_JOB_FIGURE_TREND_NAMES_H

#include "job/pairwise/pairs.h"

/* pst_trend_series_name: of unit U: its group, its variable where there are several; NULL: the only one. */
const char *pst_trend_series_name(struct pst_job *job, const struct pst_pairs *pairs, size_t u);

/* pst_trend_title: the titles of the columns, one after the other. */
const char *pst_trend_title(struct pst_job *job, const struct pst_pairs *pairs);

/* pst_trend_units: the same with their units. */
const char *pst_trend_units(struct pst_job *job, const struct pst_pairs *pairs);

#endif
