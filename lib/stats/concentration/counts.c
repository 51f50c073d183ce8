/* counts.c -- intervals of an index of concentration when the parts are counts of a sample. */
#include "stats/concentration/counts.h"

#include "stats/tails.h"

static enum pst_status check(const struct pst_concentration *index, const struct pst_amounts *parts,
                             struct pst_error *error)
{
  if (index->interval == PST_INTERVAL_NONE)
    return pst_fail(error, PST_UNDEFINED, "%s has no interval from counts", index->name);
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

enum pst_status pst_concentration_counts(const struct pst_concentration *index,
                                         const struct pst_amounts *parts, double level,
                                         struct pst_concentration_limits *limits,
                                         struct pst_error *error)
{
  const bool entropy = index->interval == PST_INTERVAL_ENTROPY;
  const double n = (double)parts->n;
  double base, error_of_base, margin, ends[2];
  enum pst_status status = check(index, parts, error);

  if (status != PST_OK)
    return status;
  if (all_equal(parts))
    return pst_fail(error, PST_UNDEFINED, "equal shares: the delta method gives no variance");
  base = entropy ? pst_entropy(parts, 0) : pst_hhi(parts, 0);
  error_of_base = sqrt(variance_of_draw(parts, entropy, base) / parts->total);
  margin = pst_normal_quantile((1 - level) / 2) * error_of_base;
  ends[0] = fmax(base - margin, entropy ? 0 : 1 / n);
  ends[1] = fmin(base + margin, entropy ? log(n) : 1);
  ends[0] = index->of_base(ends[0], parts->n);
  ends[1] = index->of_base(ends[1], parts->n);
  limits->low = fmin(ends[0], ends[1]);
  limits->high = fmax(ends[0], ends[1]);
  limits->std_error = index->slope == NULL ? (double)NAN : error_of_base * index->slope(parts->n);
  return PST_OK;
}
