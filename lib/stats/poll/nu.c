/* nu.c -- the probability that all counts of a poll lie within c of what is expected: sison_glaz.h. */
#include "stats/poll/sison_glaz.h"

#include <math.h>
#include <string.h>

#include "stats/distribution/mass.h"

/* A Poisson variable with mean X, given that it lies in [max(x - c, 0), x + c]. */
struct truncated {
  double probability; /* of lying there */
  double mean;
  double variance;
  double third;  /* central moments */
  double fourth; /* less 3 variance^2 */
};

static struct truncated truncate(double x, double c)
{
  const double low = fmax(x - c, 0);
  struct truncated t = {.probability = 0};

  for (double k = low; k <= x + c; k++) {
    double mass = pst_poisson_mass(k, x);

    t.probability += mass;
    t.mean += mass * (k - x);
  }
  t.mean = t.mean / t.probability; /* less x */
  for (double k = low; k <= x + c; k++) {
    double mass = pst_poisson_mass(k, x) / t.probability;
    double d = k - x - t.mean;

    t.variance += mass * (d * d);
    t.third += mass * (d * d * d);
    t.fourth += mass * (d * d) * (d * d);
  }
  t.fourth -= 3 * t.variance * t.variance;
  return t;
}

/* The density of a standardised sum at z, to the terms of the Edgeworth series in g1^2. */
static double edgeworth(double z, double g1, double g2)
{
  const double z2 = z * z;
  const double third = g1 * z * (z2 - 3) / 6;
  const double fourth = g2 * (z2 * z2 - 6 * z2 + 3) / 24;
  const double sixth = g1 * g1 * (z2 * z2 * z2 - 15 * z2 * z2 + 45 * z2 - 15) / 72;

  return exp(-z2 / 2) / sqrt(8 * atan(1)) * (1 + third + fourth + sixth);
}

double pst_nu_series(const struct pst_poll *poll, double n, double c)
{
  double product = 1;
  double away = 0; /* of the sum of the means from n */
  double variance = 0;
  double third = 0;
  double fourth = 0;

  if (c == 0)
    return 0;
  for (size_t i = 0; i < poll->k; i++) {
    struct truncated t = truncate(poll->counts[i], c);

    product *= t.probability;
    away += t.mean;
    variance += t.variance;
    third += t.third;
    fourth += t.fourth;
  }
  return product
         * edgeworth(-away / sqrt(variance), third / (variance * sqrt(variance)),
                     fourth / (variance * variance))
         / sqrt(variance) / pst_poisson_mass(n, n);
}

/* The deviations of all categories so far add up to at most k c either way. */
size_t pst_nu_room(const struct pst_poll *poll, double c)
{
  return 2 * (2 * poll->k * (size_t)c + 1);
}

/* Poisson variables given their sum are multinomial: the coefficient of a sum of deviations of 0. */
double pst_nu_exact(const struct pst_poll *poll, double n, double c, double *spare)
{
  const size_t middle = poll->k * (size_t)c;
  const size_t length = 2 * middle + 1;
  double *now = spare;
  double *next = spare + length;
  size_t reach = 0;

  memset(spare, 0, 2 * length * sizeof *spare);
  now[middle] = 1;
  for (size_t i = 0; i < poll->k; i++) {
    double low = -fmin(c, poll->counts[i]);
    double *swap = now;

    memset(next, 0, length * sizeof *next);
    for (double d = low; d <= c; d++) {
      double mass = pst_poisson_mass(poll->counts[i] + d, poll->counts[i]);

      for (size_t s = middle - reach; s <= middle + reach; s++)
        next[s + (size_t)(d + c) - (size_t)c] += mass * now[s];
    }
    reach += (size_t)c;
    now = next;
    next = swap;
  }
  return now[middle] / pst_poisson_mass(n, n);
}
