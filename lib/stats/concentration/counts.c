/* counts.c -- intervals of an index of concentration when the parts are counts of a sample. */
#include "stats/concentration/counts.h"

#include "stats/tails.h"

static enum pst_status check(const struct pst_amounts *parts, struct pst_error *error)
{
  for (size_t i = 0; i < parts->n; i++)
    if (parts->x[i] != floor(parts->x[i]))
      return pst_fail(error, PST_UNDEFINED, "the values are no counts");
  return PST_OK;
}

/* N times the variance: that of 2 s, or of -ln s, over a draw.  About the mean, not by squares. */
static double variance_of_draw(const struct pst_amounts *parts, bool entropy, double mean)
{
  struct pst_sum sum = {0, 0};

  for (size_t i = 0; i < parts->n; i++) {
    double share = parts->x[i] / parts->total;
    double apart;

    if (share == 0)
      continue;
    apart = entropy ? -log(share) - mean : 2 * (share - mean);
    pst_sum_product(&sum, share * apart, apart);
  }
  return pst_sum_value(&sum);
}

static bool all_equal(const struct pst_amounts *parts)
{
  size_t first = 0;

  while (parts->x[first] == 0)
    first++;
  return parts->x[first] == parts->x[parts->n - 1];
}

/* The last of the parts that are equal to that at FIRST. */
static size_t run_from(const struct pst_amounts *parts, size_t first)
{
  size_t last = first;

  while (last + 1 < parts->n && parts->x[last + 1] == parts->x[first])
    last++;
  return last;
}

/* N times the variance: that of the gradient over a draw, which falls on a part as often as its share says. */
static double variance_by_gradient(const struct pst_concentration *index,
                                   const struct pst_amounts *parts, double parameter, double value)
{
  struct pst_sum mean = {0, 0}, squares = {0, 0};

  for (int pass = 0; pass < 2; pass++)
    for (size_t first = 0, last; first < parts->n; first = last + 1) {
      const double share = parts->x[first] / parts->total;
      double apart;

      last = run_from(parts, first);
      if (share == 0)
        continue;
      apart = index->gradient(parts, parameter, value, first, last);
      if (pass == 0)
        pst_sum_product(&mean, (double)(last + 1 - first) * share, apart);
      else {
        apart -= pst_sum_value(&mean);
        pst_sum_product(&squares, (double)(last + 1 - first) * share * apart, apart);
      }
    }
  return pst_sum_value(&squares);
}

static enum pst_status by_gradient(const struct pst_concentration *index,
                                   const struct pst_amounts *parts, double parameter, double level,
                                   struct pst_concentration_limits *limits, struct pst_error *error)
{
  const double value = index->index(parts, parameter);
  const double variance = variance_by_gradient(index, parts, parameter, value);
  const double least = index->least == NULL ? 0 : index->least(parts->n, parameter);
  const double most = index->most == NULL ? 1 : index->most(parts->n);
  double margin;

  if (!isfinite(value) || !(variance > 0) || !isfinite(variance))
    return pst_fail(error, PST_UNDEFINED, "the delta method gives no variance");
  limits->std_error = sqrt(variance / parts->total);
  margin = pst_normal_quantile((1 - level) / 2) * limits->std_error;
  limits->low = fmax(value - margin, least);
  limits->high = fmin(value + margin, most);
  return PST_OK;
}

static void by_base(const struct pst_concentration *index, const struct pst_amounts *parts,
                    double level, struct pst_concentration_limits *limits)
{
  const bool entropy = index->interval == PST_INTERVAL_ENTROPY;
  const double n = (double)parts->n;
  const double base = entropy ? pst_entropy(parts, 0) : pst_hhi(parts, 0);
  const double error_of_base = sqrt(variance_of_draw(parts, entropy, base) / parts->total);
  const double margin = pst_normal_quantile((1 - level) / 2) * error_of_base;
  const double a = index->of_base(fmax(base - margin, entropy ? 0 : 1 / n), parts->n);
  const double b = index->of_base(fmin(base + margin, entropy ? log(n) : 1), parts->n);

  limits->low = fmin(a, b);
  limits->high = fmax(a, b);
  limits->std_error = index->slope == NULL ? (double)NAN : error_of_base * index->slope(parts->n);
}

enum pst_status pst_concentration_counts(const struct pst_concentration *index,
                                         const struct pst_amounts *parts, double parameter,
                                         double level, struct pst_concentration_limits *limits,
                                         struct pst_error *error)
{
  enum pst_status status = check(parts, error);

  if (status != PST_OK)
    return status;
  if (all_equal(parts))
    return pst_fail(error, PST_UNDEFINED, "equal shares: the delta method gives no variance");
  if (index->interval == PST_INTERVAL_GRADIENT)
    return by_gradient(index, parts, parameter, level, limits, error);
  by_base(index, parts, level, limits);
  return PST_OK;
}
