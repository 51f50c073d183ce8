/* unimodal.c -- tails and two-sided p-values of a distribution of counts with one mode. */
#include "stats/distribution/unimodal.h"

#include <math.h>

#include "stats/distribution/mass.h"

static const double NEGLIGIBLE = 1e-19; /* of the sum so far */
static const double NO_LIKELIER = 1 + 1e-7;

static double binomial_mass(const struct pst_unimodal *d, double k)
{
  return pst_binomial_mass(k, d->a, d->b);
}

static double binomial_quotient(const struct pst_unimodal *d, double k)
{
  return (d->a - k) / (k + 1) * (d->b / (1 - d->b));
}

struct pst_unimodal pst_binomial(double trials, double probability)
{
  return (struct pst_unimodal){.low = 0,
                               .high = trials,
                               .mode = fmin(trials, floor((trials + 1) * probability)),
                               .a = trials,
                               .b = probability,
                               .mass = binomial_mass,
                               .quotient = binomial_quotient};
}

static double hypergeometric_mass(const struct pst_unimodal *d, double k)
{
  return pst_hypergeometric_mass(k, d->a, d->b, d->c);
}

static double hypergeometric_quotient(const struct pst_unimodal *d, double k)
{
  return (d->a - k) / (k + 1) * ((d->c - k) / (d->b - d->c + k + 1));
}

struct pst_unimodal pst_hypergeometric(double marked, double unmarked, double drawn)
{
  return (struct pst_unimodal){
      .low = fmax(0, drawn - unmarked),
      .high = fmin(drawn, marked),
      .mode =
          fmin(fmin(drawn, marked), floor((drawn + 1) * ((marked + 1) / (marked + unmarked + 2)))),
      .a = marked,
      .b = unmarked,
      .c = drawn,
      .mass = hypergeometric_mass,
      .quotient = hypergeometric_quotient};
}

/* The sum of the masses from K outwards, away from the mode. */
static double outwards(const struct pst_unimodal *d, double k, int step)
{
  double term;
  double sum;

  if (k < d->low || k > d->high)
    return 0;
  term = sum = d->mass(d, k);
  while (term > sum * NEGLIGIBLE && k + step >= d->low && k + step <= d->high) {
    term *= step > 0 ? d->quotient(d, k) : 1 / d->quotient(d, k - 1);
    sum += term;
    k += step;
  }
  return fmin(sum, 1);
}

double pst_unimodal_upper(const struct pst_unimodal *d, double k)
{
  if (k <= d->low)
    return 1;
  return k > d->mode ? outwards(d, k, 1) : 1 - outwards(d, k - 1, -1);
}

double pst_unimodal_lower(const struct pst_unimodal *d, double k)
{
  if (k >= d->high)
    return 1;
  return k < d->mode ? outwards(d, k, -1) : 1 - outwards(d, k + 1, 1);
}

/* The nearest count to the mode on one side that is no likelier than LIMIT; beyond the support when
   there is none. */
static double first_unlikely(const struct pst_unimodal *d, double limit, int step)
{
  double inside = d->mode;                              /* likelier */
  double outside = step > 0 ? d->high + 1 : d->low - 1; /* impossible */

  while (fabs(outside - inside) > 1) {
    double middle = floor((inside + outside) / 2);

    if (d->mass(d, middle) <= limit)
      outside = middle;
    else
      inside = middle;
  }
  return outside;
}

static double two_sided(const struct pst_unimodal *d, double k)
{
  double limit = d->mass(d, k) * NO_LIKELIER;

  if (d->mass(d, d->mode) <= limit)
    return 1;
  return fmin(1, outwards(d, first_unlikely(d, limit, -1), -1)
                     + outwards(d, first_unlikely(d, limit, 1), 1));
}

double pst_unimodal_p(const struct pst_unimodal *d, double k, enum pst_alternative alternative)
{
  if (alternative == PST_TWO_SIDED)
    return two_sided(d, k);
  return alternative == PST_GREATER ? pst_unimodal_upper(d, k) : pst_unimodal_lower(d, k);
}
