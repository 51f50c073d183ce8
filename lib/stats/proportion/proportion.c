/* proportion.c -- counts of successes among trials, read and questioned. */
#include "stats/proportion/proportion.h"

#include <math.h>

static const double MOST = 9007199254740992; /* 2^53: whole numbers stay whole below */

static double design_effect(const struct pst_proportion *proportion)
{
  return proportion->design_effect == 0 ? 1 : proportion->design_effect;
}

static enum pst_status check_count(const char *what, double count, struct pst_error *error)
{
  if (!(count >= 0))
    return pst_fail(error, PST_UNDEFINED, "%s are negative", what);
  if (count != floor(count) || count > MOST)
    return pst_fail(error, PST_UNDEFINED, "%s are no whole number", what);
  return PST_OK;
}

enum pst_status pst_proportion_check(const struct pst_proportion *proportion,
                                     struct pst_error *error)
{
  enum pst_status status = check_count("trials", proportion->trials, error);

  if (status == PST_OK)
    status = check_count("successes", proportion->successes, error);
  if (status != PST_OK)
    return status;
  if (proportion->trials == 0)
    return pst_fail(error, PST_UNDEFINED, "no trials");
  if (proportion->successes > proportion->trials)
    return pst_fail(error, PST_UNDEFINED, "more successes than trials");
  if (!(design_effect(proportion) > 0 && isfinite(proportion->design_effect)))
    return pst_fail(error, PST_USAGE, "the design effect is not a positive number");
  return PST_OK;
}

enum pst_status pst_two_proportions_check(const struct pst_two_proportions *table,
                                          struct pst_error *error)
{
  enum pst_status status = pst_proportion_check(&table->first, error);

  return status == PST_OK ? pst_proportion_check(&table->second, error) : status;
}

enum pst_status pst_proportion_simple(const struct pst_proportion *proportion, const char *method,
                                      struct pst_error *error)
{
  if (design_effect(proportion) == 1)
    return PST_OK;
  return pst_fail(error, PST_USAGE, "%s takes no design effect: it counts", method);
}

enum pst_status pst_two_proportions_simple(const struct pst_two_proportions *table,
                                           const char *method, struct pst_error *error)
{
  enum pst_status status = pst_proportion_simple(&table->first, method, error);

  return status == PST_OK ? pst_proportion_simple(&table->second, method, error) : status;
}

double pst_proportion_value(const struct pst_proportion *proportion)
{
  return proportion->successes / proportion->trials;
}

double pst_effective_trials(const struct pst_proportion *proportion)
{
  return proportion->trials / design_effect(proportion);
}

double pst_effective_successes(const struct pst_proportion *proportion)
{
  return proportion->successes / design_effect(proportion);
}

double pst_share_difference(const struct pst_two_proportions *table)
{
  const struct pst_proportion *a = &table->first;
  const struct pst_proportion *b = &table->second;
  double high = a->successes * b->trials;
  double low = fma(a->successes, b->trials, -high);

  return (fma(-b->successes, a->trials, high) + low) / (a->trials * b->trials);
}

size_t pst_two_proportions_n(const struct pst_two_proportions *table)
{
  return (size_t)(table->first.trials + table->second.trials);
}
