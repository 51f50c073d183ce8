#include "stats/kendall_p.h"

#include <math.h>

#include "stats/sample.h"
#include "stats/tails.h"

double pst_kendall_z(const struct pst_kendall_counts *counts, bool continuity)
{
  double S = (double)counts->S;

  if (counts->S == 0)
    return 0;
  if (continuity)
    S -= S > 0 ? 1 : -1;
  return counts->var_S > 0 ? S / sqrt(counts->var_S) : (double)NAN;
}

enum pst_status pst_kendall_p(const struct pst_kendall_counts *counts, const struct pst_test *test,
                              bool continuity, const char *method, struct pst_kendall_p *out,
                              struct pst_error *error)
{
  enum pst_status status = pst_asymptotic_only(test, method, error);

  if (status != PST_OK)
    return status;
  out->z = pst_kendall_z(counts, continuity);
  out->p = pst_normal_p(out->z, test->alternative);
  out->p_method = continuity ? "normal-cc" : "normal";
  return PST_OK;
}
