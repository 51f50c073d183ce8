/* unit.h -- the regression of one group and one variable.

   pst_regress_unit_fit: rows, model, design, fit, standard errors.
   Given     a job that is planned and loaded; group and variable of UNIT
   Returned  unit  the rest of it; why_not where there is no fit; arrays in the job's arena
   Status    PST_BAD_DATA, PST_USAGE, PST_NO_MEMORY; never PST_UNDEFINED
   Cost      that of pst_regression_fit
   Tested    test_regress_unit.c, tests/cli/regress-* */
#ifndef PST_REGRESS_UNIT_H
#define PST_REGRESS_UNIT_H

#include "regress/sample.h"
#include "stats/estimate.h"
#include "stats/regression/errors.h"

struct pst_regress_unit {
  size_t group, variable;
  struct pst_regress_sample sample;
  struct pst_regress_model model;
  struct pst_regress_design design;
  struct pst_regression fit;
  struct pst_errors errors;
  double *weights;     /* of a robust fit at its end; NULL */
  const char *method;  /* as the record names it */
  const char *note;    /* of every coefficient; NULL */
  const char *why_not; /* NULL: there is a fit */
  bool plain_errors;
};

enum pst_status pst_regress_unit_fit(struct pst_job *job, const struct pst_groups *groups,
                                     struct pst_regress_unit *unit, struct pst_error *error);

#endif
