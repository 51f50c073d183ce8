/* groups.c -- k independent samples, and the questions that every method on them asks. */
#include "stats/groups/groups.h"

#include <math.h>

enum pst_status pst_groups_check(const struct pst_group_samples *groups, size_t least,
                                 struct pst_error *error)
{
  const size_t n = pst_groups_total(groups);

  if (groups->k < 2)
    return pst_fail(error, PST_UNDEFINED, "fewer than 2 groups");
  for (size_t i = 0; i < groups->k; i++)
    if (groups->sizes[i] < least)
      return pst_fail(error, PST_UNDEFINED, "fewer than %zu value%s in group %s", least,
                      least == 1 ? "" : "s", groups->names[i]);
  for (size_t i = 0; i < n; i++)
    if (!isfinite(groups->values[i]))
      return pst_fail(error, PST_UNDEFINED, "a value is not finite");
  return PST_OK;
}

size_t pst_groups_total(const struct pst_group_samples *groups)
{
  size_t n = 0;

  for (size_t i = 0; i < groups->k; i++)
    n += groups->sizes[i];
  return n;
}

const double *pst_group_values(const struct pst_group_samples *groups, size_t i)
{
  const double *values = groups->values;

  for (size_t j = 0; j < i; j++)
    values += groups->sizes[j];
  return values;
}
