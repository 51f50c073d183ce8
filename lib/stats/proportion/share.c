/* share.c -- one share with its confidence interval. */
#include "stats/proportion/share.h"

#include <math.h>

#include "stats/proportion/limits.h"
#include "stats/sample.h"

static enum pst_status add_share(const struct pst_proportion *proportion, const char *method,
                                 const char *term, struct pst_limits limits,
                                 struct pst_estimates *out, struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, method, term, (size_t)proportion->trials);

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = pst_proportion_value(proportion);
  row->conf_low = limits.low;
  row->conf_high = limits.high;
  return PST_OK;
}

static enum pst_status estimate_share(const struct pst_proportion *proportion, const char *method,
                                      pst_share_limits *limits_of, const struct pst_test *test,
                                      struct pst_estimates *out, struct pst_error *error)
{
  enum pst_status status = pst_asymptotic_only(test, method, error);
  const double n = pst_effective_trials(proportion);
  struct pst_limits limits;
  struct pst_limits clipped;

  if (status == PST_OK)
    status = pst_proportion_check(proportion, error);
  if (status != PST_OK)
    return status;
  limits = limits_of(pst_effective_successes(proportion), n, pst_conf_level(test));
  clipped = (struct pst_limits){fmax(0, limits.low), fmin(1, limits.high)};
  status = add_share(proportion, method, "share", clipped, out, error);
  if (status == PST_OK && proportion->design_effect > 0)
    status = pst_estimates_value(out, method, "n_eff", (size_t)proportion->trials, n, error);
  if (status == PST_OK && limits_of == pst_agresti_coull_limits)
    status = add_share(proportion, method, "share-unclipped", limits, out, error);
  return status;
}

#define SHARE_KERNEL(name, title)                                                                  \
  enum pst_status name(const struct pst_proportion *proportion, const struct pst_test *test,       \
                       struct pst_estimates *out, struct pst_arena *scratch,                       \
                       struct pst_error *error)                                                    \
  {                                                                                                \
    (void)scratch;                                                                                 \
    return estimate_share(proportion, title, name##_limits, test, out, error);                     \
  }

SHARE_KERNEL(pst_wilson, "wilson")
SHARE_KERNEL(pst_wilson_cc, "wilson-cc")
SHARE_KERNEL(pst_clopper_pearson, "clopper-pearson")
SHARE_KERNEL(pst_jeffreys, "jeffreys")
SHARE_KERNEL(pst_agresti_coull, "agresti-coull")
