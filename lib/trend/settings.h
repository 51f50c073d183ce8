/* settings.h -- what polstat-trend was asked for: its columns, as roles of the job. */
#ifndef PST_TREND_SETTINGS_H
#define PST_TREND_SETTINGS_H

#include "job/beside.h"
#include "job/columns.h"

enum pst_slope_per { PST_PER_YEAR, PST_PER_STEP };

struct pst_trend_settings {
  struct pst_roles by, y, controls;
  size_t time;
  size_t part;   /* of --season COL or --across COL; SIZE_MAX: none, or the times tell the season */
  size_t weight; /* SIZE_MAX: none */
  unsigned slope_per; /* enum pst_slope_per */
  bool compare;
};

#endif
