/* regress_leeway.h -- what --printed and --bounds leave open of a regression.

   pst_regress_leeway: the lines LINES of UNIT with what is left open.
   Given     a unit that was fitted, or has no fit for want of known values; its lines as lines.h makes them
   Returned  LINES; of a unit without a fit those of a completion, without numbers but what is left open; the table as
             it was
   Status    PST_NO_MEMORY, PST_USAGE of a column that was never printed
   Cost      that of stats/leeway/leeway.h, a fit a run; not for threads: the cells of the table are moved
   Tested    tests/cli/leeway-regress */
#ifndef PST_REGRESS_REGRESS_LEEWAY_H
#define PST_REGRESS_REGRESS_LEEWAY_H

#include "regress/lines.h"
#include "regress/records.h"

enum pst_status pst_regress_leeway(struct pst_job *job, const struct pst_groups *groups,
                                   const struct pst_regress_unit *unit,
                                   struct pst_regress_lines *lines, struct pst_error *error);

#endif
