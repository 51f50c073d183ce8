/* regress_figure.h -- the figures of polstat-regress: coefficients with their intervals, residuals.

   pst_regress_figure
   Given     result  with at least one fit
   Returned  the figure, where --plot and --render want it.  Coefficients are drawn for a step of one standard
             deviation of their column, so that one axis serves them all; levels of a factor as they are
   Status    PST_UNDEFINED when there is nothing to draw; PST_IO, PST_NO_MEMORY
   Cost      O(rows + terms)
   Tested    tests/cli/regress-figure */
#ifndef PST_REGRESS_REGRESS_FIGURE_H
#define PST_REGRESS_REGRESS_FIGURE_H

#include "regress/records.h"

enum pst_status pst_regress_figure(struct pst_job *job, const struct pst_regress_result *result,
                                   struct pst_error *error);

#endif
