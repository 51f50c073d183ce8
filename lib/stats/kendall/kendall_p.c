/* kendall_p.c -- the p-value of Kendall's S: the one place that chooses how it is computed. */
#include "stats/kendall/kendall_p.h"

#include <math.h>

#include "stats/kendall/kendall_exact.h"
#include "stats/kendall/kendall_permutation.h"
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

static enum pst_status asymptotic(const struct pst_kendall_counts *counts,
                                  enum pst_alternative alternative, bool continuity,
                                  struct pst_kendall_p *out)
{
  out->z = pst_kendall_z(counts, continuity);
  out->p = pst_normal_p(out->z, alternative);
  out->p_method = continuity ? "normal-cc" : "normal";
  return PST_OK;
}

static enum pst_status by_permutation(const struct pst_sample *sample,
                                      const struct pst_kendall_counts *counts,
                                      const struct pst_test *test, struct pst_kendall_p *out,
                                      struct pst_arena *scratch, struct pst_error *error)
{
  out->z = (double)NAN;
  out->p_method = NULL;
  return pst_kendall_permutation(sample, counts, test, &out->permutation, scratch, error);
}

enum pst_status pst_kendall_p(const struct pst_sample *sample,
                              const struct pst_kendall_counts *counts, const struct pst_test *test,
                              bool continuity, struct pst_kendall_p *out, struct pst_arena *scratch,
                              struct pst_error *error)
{
  const bool corrected = test->continuity != PST_CONTINUITY_DEFAULT;
  bool exact = test->p_kind == PST_P_EXACT;

  if (exact && corrected)
    return pst_fail(error, PST_USAGE, "an exact p-value has no correction for continuity");
  if (test->p_kind == PST_P_PERMUTATION && corrected)
    return pst_fail(error, PST_USAGE, "a permutation p-value has no correction for continuity");
  if (test->p_kind == PST_P_PERMUTATION)
    return by_permutation(sample, counts, test, out, scratch, error);
  if (test->p_kind == PST_P_AUTO && !corrected)
    exact = pst_kendall_exact_reach(counts, test->tests);
  if (!exact)
    return asymptotic(counts, test->alternative, pst_continuity(test, continuity), out);
  out->z = (double)NAN;
  out->p_method = "exact";
  return pst_kendall_exact(counts, test->alternative, &out->p, scratch, error);
}

void pst_kendall_p_row(const struct pst_kendall_p *p, struct pst_estimates *out,
                       struct pst_estimate *row)
{
  row->statistic = p->z;
  if (p->p_method == NULL)
    pst_permutation_row(&p->permutation, out, row);
  else
    pst_estimate_p(out, row, p->p, p->p_method);
}
