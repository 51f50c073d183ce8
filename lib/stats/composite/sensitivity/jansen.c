/* jansen.c -- how much of the variance of a result one uncertain choice makes. */
#include "stats/composite/sensitivity/jansen.h"

#include "stats/sum.h"

struct samples {
  const double *a;
  const double *b;
  const double *ab;
  size_t n;
  double mean; /* of a and b */
};

static double variance_term(const struct samples *s, size_t r)
{
  double a = s->a[r] - s->mean, b = s->b[r] - s->mean;

  return (a * a + b * b) / 2;
}

static double square_term(const double *x, const struct samples *s, size_t r)
{
  double d = x[r] - s->ab[r];

  return d * d / 2;
}

/* mean((x - ab)^2) / 2V and its standard error. */
static double ratio(const double *x, const struct samples *s, double variance, double *error)
{
  struct pst_sum sum = {0, 0}, squares = {0, 0};
  const double n = (double)s->n;
  double value;

  for (size_t r = 0; r < s->n; r++)
    pst_sum_add(&sum, square_term(x, s, r));
  value = pst_sum_value(&sum) / n / variance;
  for (size_t r = 0; r < s->n; r++) {
    double apart = square_term(x, s, r) - value * variance_term(s, r);

    pst_sum_product(&squares, apart, apart);
  }
  *error = sqrt(pst_sum_value(&squares) / (n * (n - 1))) / variance;
  return value;
}

enum pst_status pst_jansen(const double *a, const double *b, const double *ab, size_t replicates,
                           struct pst_jansen *out, struct pst_error *error)
{
  struct samples s = {.a = a, .b = b, .ab = ab, .n = replicates};
  struct pst_sum sum = {0, 0};

  if (replicates < 2)
    return pst_fail(error, PST_UNDEFINED, "fewer than 2 replicates");
  for (size_t r = 0; r < replicates; r++) {
    pst_sum_add(&sum, a[r]);
    pst_sum_add(&sum, b[r]);
  }
  s.mean = pst_sum_value(&sum) / (2 * (double)replicates);
  sum = (struct pst_sum){0, 0};
  for (size_t r = 0; r < replicates; r++)
    pst_sum_add(&sum, variance_term(&s, r));
  out->variance = pst_sum_value(&sum) / (double)replicates;
  if (!(out->variance > 0))
    return pst_fail(error, PST_UNDEFINED, "the result is the same in every replicate");
  out->first = 1 - ratio(b, &s, out->variance, &out->first_error);
  out->total = ratio(a, &s, out->variance, &out->total_error);
  return PST_OK;
}
