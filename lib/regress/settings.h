/* settings.h -- what polstat-regress is asked for.

   A model is a list of terms, each a product of atoms: a power of a column of numbers, or "this column has
   this level".  A unit is one group of -g with one variable of -y. */
#ifndef PST_REGRESS_SETTINGS_H
#define PST_REGRESS_SETTINGS_H

#include "job/columns.h"
#include "stats/regression/errors.h"
#include "stats/regression/robust.h"

enum pst_regress_chart { PST_REGRESS_COEFFICIENTS, PST_REGRESS_RESIDUALS };

/* --hac: a lag, or auto. */
struct pst_regress_hac {
  bool given, automatic;
  size_t lag;
};

struct pst_regress_settings {
  struct pst_list factor, reference, interact;
  const char *weight, *within, *cluster, *predict;
  bool no_intercept, small_sample, diagnostics;
  size_t degree;   /* 0: not given */
  unsigned errors; /* enum pst_errors_kind, up to HC3 */
  bool errors_given;
  unsigned robust; /* enum pst_robust_kind */
  unsigned chart;  /* enum pst_regress_chart */
  bool chart_given;
  struct pst_regress_hac hac;
  /* by the plan: roles, SIZE_MAX where not asked for */
  struct pst_roles by, x, y, factors;
  size_t time, weight_role, within_role, cluster_role;
};

#endif
