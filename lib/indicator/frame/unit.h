/* unit.h -- the names and the units of indicators. */
#ifndef PST_INDICATOR_FRAME_UNIT_H
#define PST_INDICATOR_FRAME_UNIT_H

#include "indicator/frame/settings.h"

/* pst_indicator_unit: of ASK of column Y: "%", "%p", "2000 = 100", "USD million per person"; NULL for none
   or unknown.  In the job's arena.
   Tested  test_unit_name.c, tests/cli/indicator-units */
const char *pst_indicator_unit(struct pst_job *job, const struct pst_indicator_ask *ask,
                               const struct pst_column *y);

/* pst_indicator_name: the column of ASK of Y: its name, the kind and what its brackets hold, with _ for what
   is no letter or digit: oda_musd_average_5_trailing.  NULL when memory is out. */
const char *pst_indicator_name(struct pst_job *job, const struct pst_indicator_ask *ask,
                               const struct pst_column *y);

#endif
