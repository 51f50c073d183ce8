/* affinity.c -- how near two entities are, from counts of what they have together: joint papers. */
#include "stats/proportion/limits.h"
#include "stats/specialisation/affinity.h"

#include "stats/sum.h"
#include "stats/tails.h"

static double at(const struct pst_affinity_table *table, size_t i, size_t j)
{
  return table->links[i * table->n + j];
}

static enum pst_status check(const struct pst_affinity_table *table, struct pst_error *error)
{
  for (size_t i = 0; i < table->n; i++) {
    if (at(table, i, i) < 0)
      return pst_fail(error, PST_BAD_DATA, "entity %zu has %g papers; a count is 0 or more", i + 1,
                      at(table, i, i));
    for (size_t j = 0; j < i; j++) {
      if (!(at(table, i, j) >= 0) || isinf(at(table, i, j)))
        return pst_fail(error, PST_BAD_DATA, "entities %zu and %zu have %g links; give 0 or more",
                        j + 1, i + 1, at(table, i, j));
      if (at(table, i, j) != at(table, j, i))
        return pst_fail(error, PST_BAD_DATA, "entities %zu and %zu: %g links one way, %g the other",
                        j + 1, i + 1, at(table, j, i), at(table, i, j));
    }
  }
  return PST_OK;
}

enum pst_status pst_affinity_margins(struct pst_affinity_table *table, struct pst_arena *arena,
                                     struct pst_error *error)
{
  struct pst_sum grand = {0, 0};
  enum pst_status status = check(table, error);

  if (status != PST_OK)
    return status;
  table->margin = pst_arena_array(arena, table->n + 1, sizeof *table->margin);
  if (table->margin == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < table->n; i++) {
    struct pst_sum sum = {0, 0};

    for (size_t j = 0; j < table->n; j++)
      if (j != i)
        pst_sum_add(&sum, at(table, i, j));
    table->margin[i] = pst_sum_value(&sum);
    pst_sum_add(&grand, table->margin[i]);
  }
  table->grand = pst_sum_value(&grand);
  return PST_OK;
}

static const struct pst_affinity none = {(double)NAN, (double)NAN, (double)NAN, (double)NAN};

/* VALUE with the interval exp(ln VALUE -+ z sqrt(VARIANCE)). */
static struct pst_affinity in_logarithms(double value, double variance, double level)
{
  struct pst_affinity out = {.value = value, .variance = fmax(variance, 0)};
  double margin = pst_normal_quantile((1 - level) / 2) * sqrt(out.variance);

  out.low = value * exp(-margin);
  out.high = value * exp(margin);
  return out;
}

static struct pst_affinity zero(void)
{
  struct pst_affinity out = none;

  out.value = 0;
  return out;
}

struct pst_affinity pst_affinity_pai(const struct pst_affinity_table *table, size_t i, size_t j,
                                     double level)
{
  const double c = at(table, i, j), a = table->margin[i], b = table->margin[j];
  double pai;

  if (i == j || !(a > 0 && b > 0))
    return none;
  if (c == 0)
    return zero();
  pai = c / a * (table->grand / b);
  return in_logarithms(pai, 1 / c - 1 / a - 1 / b + (pai - 1) / (table->grand / 2), level);
}

struct pst_affinity pst_affinity_salton(const struct pst_affinity_table *table, size_t i, size_t j,
                                        double level)
{
  const double c = at(table, i, j), a = at(table, i, i), b = at(table, j, j);
  double salton;

  if (i == j || !(a > 0 && b > 0))
    return none;
  if (c == 0)
    return zero();
  salton = c / (sqrt(a) * sqrt(b));
  return in_logarithms(salton, 1 / c - 0.75 * (1 / a + 1 / b) + salton * salton / (2 * c), level);
}

struct pst_affinity pst_affinity_jaccard(const struct pst_affinity_table *table, size_t i, size_t j,
                                         double level)
{
  const double c = at(table, i, j), in_union = at(table, i, i) + at(table, j, j) - c;
  struct pst_affinity out = none;
  struct pst_limits limits;

  if (i == j || !(in_union > 0 && c <= in_union))
    return none;
  out.value = c / in_union;
  limits = pst_wilson_limits(c, in_union, level);
  out.low = limits.low;
  out.high = limits.high;
  return out;
}
