/* lines.h -- the rows of one regression: coefficients, and what the fit as a whole says.

   pst_regress_lines_make
   Given     unit   fitted, or with the reason why it has no fit
             lines  a list that has its arena
   Returned  lines  the rows: coefficients, columns left out, inflation (--terms all), the fit as a whole
   Status    PST_NO_MEMORY
   Cost      that of stats/regression/summary.h
   Tested    test_regress_unit.c, tests/cli/regress-* */
#ifndef PST_REGRESS_LINES_H
#define PST_REGRESS_LINES_H

#include "regress/unit.h"

/* The estimates of a unit, and what each is set against. */
struct pst_regress_lines {
  struct pst_estimates list;
  const char **against;
};

enum pst_status pst_regress_lines_make(struct pst_job *job, const struct pst_regress_unit *unit,
                                       struct pst_regress_lines *lines, struct pst_error *error);

#endif
