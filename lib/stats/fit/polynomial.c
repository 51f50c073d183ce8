/* polynomial.c -- a trend that bends: y as a polynomial of time. */
#include "stats/fit/polynomial.h"

#include <math.h>

#include "stats/fit/powers.h"
#include "stats/sample.h"
#include "stats/serial.h"

static const char METHOD[] = "polynomial";

static const char *const names[PST_POWERS_MOST + 1] = {"b0", "b1", "b2", "b3", "b4",
                                                       "b5", "b6", "b7", "b8", "b9"};

static size_t degree_of(const struct pst_test *test)
{
  return test->degree > 0 ? test->degree : 2;
}

static enum pst_status add_measures(const struct pst_powers *p, struct pst_estimates *out,
                                    size_t main, struct pst_error *error)
{
  const double n = (double)p->n, r2 = p->fit.tss > 0 ? 1 - p->fit.rss / p->fit.tss : (double)NAN;
  const double adjusted = 1 - (1 - r2) * (n - 1) / (double)p->fit.df;
  const double r1 = p->fit.perfect ? (double)NAN : pst_serial_first(p->fit.residuals, p->n);
  const struct pst_term terms[] = {{"r2", r2, "y is constant"},
                                   {"adj_r2", adjusted, "y is constant"},
                                   {"sigma", sqrt(p->fit.sigma2), NULL},
                                   {"r1", r1, "perfect fit"}};

  pst_serial_note(out, &out->items[main], r1, p->n, "newey-west");
  return pst_estimates_terms(out, METHOD, p->n, terms, 4, error);
}

enum pst_status pst_polynomial(const struct pst_sample *sample, const struct pst_test *test,
                               struct pst_estimates *out, struct pst_arena *scratch,
                               struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  const struct pst_powers_ask ask = {.degree = degree_of(test)};
  size_t order[PST_POWERS_MOST + 1], main = out->count;
  struct pst_powers powers;
  enum pst_status status = pst_asymptotic_only(test, METHOD, error);

  for (size_t j = 0; j <= ask.degree; j++)
    order[j] = ask.degree - j;
  if (status == PST_OK)
    status = pst_powers_fit(sample, &ask, &powers, scratch, error);
  if (status == PST_OK)
    status = pst_powers_rows(&powers, METHOD, names, order, test, out, error);
  if (status == PST_OK)
    status = add_measures(&powers, out, main, error);
  pst_arena_release(scratch, mark);
  return status;
}

enum pst_status pst_polynomial_curve(const struct pst_sample *sample, const struct pst_test *test,
                                     struct pst_curve *curve, struct pst_arena *scratch,
                                     struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  const struct pst_powers_ask ask = {.degree = degree_of(test), .centred = true};
  struct pst_powers powers;
  enum pst_status status = pst_powers_fit(sample, &ask, &powers, scratch, error);

  if (status == PST_OK)
    status = pst_powers_curve(&powers, test, curve);
  pst_arena_release(scratch, mark);
  return status;
}
