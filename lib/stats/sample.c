/* sample.c -- the questions that every kernel asks of its data and of the test it is to make. */
#include "stats/sample.h"

#include <math.h>

static bool all_finite(const double *x, size_t n)
{
  for (size_t i = 0; i < n; i++)
    if (!isfinite(x[i]))
      return false;
  return true;
}

enum pst_status pst_sample_check(const struct pst_sample *sample, size_t least,
                                 struct pst_error *error)
{
  if (sample->n < least)
    return pst_fail(error, PST_UNDEFINED, "fewer than %zu complete rows", least);
  if ((sample->x_known == NULL && !all_finite(sample->x, sample->n))
      || (sample->y_known == NULL && !all_finite(sample->y, sample->n)))
    return pst_fail(error, PST_UNDEFINED, "a value is not finite");
  return PST_OK;
}

bool pst_constant(const double *x, size_t n)
{
  for (size_t i = 1; i < n; i++)
    if (x[i] != x[0])
      return false;
  return true;
}

enum pst_status pst_sample_varies(const struct pst_sample *sample, struct pst_error *error)
{
  if (pst_constant(sample->x, sample->n))
    return pst_fail(error, PST_UNDEFINED, "x is constant");
  if (pst_constant(sample->y, sample->n))
    return pst_fail(error, PST_UNDEFINED, "y is constant");
  return PST_OK;
}

enum pst_status pst_no_exact(const struct pst_test *test, const char *method,
                             struct pst_error *error)
{
  if (test->p_kind == PST_P_EXACT)
    return pst_fail(error, PST_USAGE, "an exact p-value is not available for %s", method);
  return PST_OK;
}

enum pst_status pst_asymptotic_only(const struct pst_test *test, const char *method,
                                    struct pst_error *error)
{
  if (test->p_kind == PST_P_PERMUTATION)
    return pst_fail(error, PST_USAGE, "a permutation p-value is not available for %s", method);
  return pst_no_exact(test, method, error);
}
