/* quasi.c -- affinity against what would be expected if there were no diagonal. */
#include "stats/specialisation/quasi.h"

#include <math.h>

#include "stats/sum.h"
#include "stats/tails.h"

static const int most_steps = 100000;

/* A solution exists when no entity has half of all ends of links: then a_i (S - a_i) = C_i. */
static enum pst_status check(const struct pst_affinity_table *table, struct pst_error *error)
{
  if (!(table->grand > 0))
    return pst_fail(error, PST_UNDEFINED, "there are no links");
  for (size_t i = 0; i < table->n; i++)
    if (!(table->margin[i] < table->grand / 2))
      return pst_fail(
          error, PST_UNDEFINED,
          "one entity takes part in every link, so nothing can be expected of the others");
  return PST_OK;
}

/* One step of all factors for the sum S; the largest relative change. */
static double step(const struct pst_affinity_table *table, double *factor)
{
  struct pst_sum sum = pst_sum_of(factor, table->n);
  double most = 0;

  for (size_t i = 0; i < table->n; i++) {
    double old = factor[i], rest = pst_sum_value(&sum) - old;

    if (old == 0)
      continue;
    factor[i] = sqrt(old * table->margin[i] / rest);
    most = fmax(most, fabs(factor[i] - old) / factor[i]);
  }
  return most;
}

enum pst_status pst_quasi_independence(const struct pst_affinity_table *table, double *factor,
                                       struct pst_error *error)
{
  enum pst_status status = check(table, error);

  if (status != PST_OK)
    return status;
  for (size_t i = 0; i < table->n; i++)
    factor[i] = table->margin[i] / sqrt(table->grand);
  for (int i = 0; i < most_steps; i++)
    if (step(table, factor) <= 1e-15)
      return PST_OK;
  return pst_fail(error, PST_UNDEFINED, "the expectation without a diagonal does not settle");
}

/* How fast the sum of the factors outgrows twice factor I. */
static double room_of(const struct pst_quasi *q, size_t i)
{
  return q->sum - 2 * q->factor[i];
}

enum pst_status pst_quasi_prepare(const struct pst_affinity_table *table, const double *factor,
                                  struct pst_quasi *quasi, struct pst_arena *arena,
                                  struct pst_error *error)
{
  const size_t n = table->n;
  struct pst_sum sum = pst_sum_of(factor, n), all = {1, 0}, own = {0, 0}, across = {0, 0};

  *quasi = (struct pst_quasi){.table = table, .factor = factor, .sum = pst_sum_value(&sum)};
  quasi->g = pst_arena_array(arena, n + 1, sizeof *quasi->g);
  quasi->linked = pst_arena_array(arena, n + 1, sizeof *quasi->linked);
  if (quasi->g == NULL || quasi->linked == NULL)
    return pst_fail_memory(error);
  for (size_t k = 0; k < n; k++)
    pst_sum_add(&all, factor[k] / room_of(quasi, k));
  for (size_t k = 0; k < n; k++)
    quasi->g[k] = factor[k] == 0 ? 0 : 1 / room_of(quasi, k) / pst_sum_value(&all);
  for (size_t k = 0; k < n; k++) {
    struct pst_sum linked = {0, 0};

    for (size_t l = 0; l < n; l++)
      if (l != k)
        pst_sum_product(&linked, table->links[k * n + l], quasi->g[l]);
    quasi->linked[k] = pst_sum_value(&linked);
    pst_sum_product(&own, table->margin[k] * quasi->g[k], quasi->g[k]);
    pst_sum_product(&across, quasi->linked[k], quasi->g[k]);
  }
  quasi->own = pst_sum_value(&own);
  quasi->across = pst_sum_value(&across);
  return PST_OK;
}

/* The logarithm changes by 1/C_ij with the links of the pair, and by less h_k with each row sum: h is 1/(a d) at
   I and at J, less C times g. */
struct slopes {
  double at_i, at_j, c;
};

static double variance_of(const struct pst_quasi *q, size_t i, size_t j, const struct slopes *h)
{
  const double *margin = q->table->margin, links = q->table->links[i * q->table->n + j];
  const double own = h->at_i * h->at_i * margin[i] + h->at_j * h->at_j * margin[j]
                     - 2 * h->c * (h->at_i * q->g[i] * margin[i] + h->at_j * q->g[j] * margin[j])
                     + h->c * h->c * q->own;
  const double across = 2 * h->at_i * h->at_j * links
                        - 2 * h->c * (h->at_i * q->linked[i] + h->at_j * q->linked[j])
                        + h->c * h->c * q->across;
  const double both = h->at_i + h->at_j - h->c * (q->g[i] + q->g[j]);

  return 1 / links - 2 * both + own + across;
}

struct pst_affinity pst_quasi_affinity(const struct pst_quasi *quasi, size_t i, size_t j,
                                       double level)
{
  const double a = quasi->factor[i], b = quasi->factor[j];
  const double links = quasi->table->links[i * quasi->table->n + j];
  const double di = room_of(quasi, i), dj = room_of(quasi, j);
  const struct slopes h = {1 / (a * di), 1 / (b * dj), 1 / di + 1 / dj};
  struct pst_affinity out = {(double)NAN, (double)NAN, (double)NAN, (double)NAN};
  double reach;

  if (i == j || a == 0 || b == 0)
    return out;
  out.value = links / a / b;
  if (links == 0)
    return out;
  out.variance = fmax(0, variance_of(quasi, i, j, &h));
  reach = pst_normal_quantile((1 - level) / 2) * sqrt(out.variance);
  out.low = out.value * exp(-reach);
  out.high = out.value * exp(reach);
  return out;
}
