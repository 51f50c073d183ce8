/* other_lines.c -- straight lines that weigh the points: by given weights, or by how far off they are. */
#include "stats/fit/other_lines.h"

#include <math.h>

#include "stats/fit/powers.h"
#include "stats/sample.h"
#include "stats/serial.h"

static const char *const names[] = {"intercept", "slope"};
static const size_t order[] = {1, 0};

static enum pst_status add_measures(const struct pst_powers *p, const char *method,
                                    struct pst_estimates *out, size_t main, struct pst_error *error)
{
  const double r1 = p->fit.perfect ? (double)NAN : pst_serial_first(p->fit.residuals, p->n);
  double far = 0;
  struct pst_term terms[] = {
      {"sigma", sqrt(p->fit.sigma2), NULL}, {"r1", r1, "perfect fit"}, {"far", 0, NULL}};

  for (size_t i = 0; p->robust_weights != NULL && i < p->n; i++)
    far += p->robust_weights[i] < 0.5;
  terms[2].value = far;
  pst_serial_note(out, &out->items[main], r1, p->n, "newey-west");
  return pst_estimates_terms(out, method, p->n, terms, p->robust_weights != NULL ? 3 : 2, error);
}

static enum pst_status run(const struct pst_sample *sample, const struct pst_test *test,
                           const struct pst_powers_ask *ask, const char *method,
                           struct pst_estimates *out, struct pst_arena *scratch,
                           struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  const size_t main = out->count;
  struct pst_powers powers;
  enum pst_status status = pst_asymptotic_only(test, method, error);

  if (status == PST_OK)
    status = pst_powers_fit(sample, ask, &powers, scratch, error);
  if (status == PST_OK)
    status = pst_powers_rows(&powers, method, names, order, test, out, error);
  if (status == PST_OK)
    status = add_measures(&powers, method, out, main, error);
  pst_arena_release(scratch, mark);
  return status;
}

static enum pst_status draw(const struct pst_sample *sample, const struct pst_test *test,
                            struct pst_powers_ask ask, struct pst_curve *curve,
                            struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_powers powers;
  enum pst_status status;

  ask.centred = true;
  status = pst_powers_fit(sample, &ask, &powers, scratch, error);
  if (status == PST_OK)
    status = pst_powers_curve(&powers, test, curve);
  pst_arena_release(scratch, mark);
  return status;
}

static struct pst_powers_ask ask_weighted(const struct pst_sample *sample)
{
  return (struct pst_powers_ask){.degree = 1,
                                 .weight = sample->beside == NULL ? NULL : sample->beside->weight};
}

enum pst_status pst_weighted_ols(const struct pst_sample *sample, const struct pst_test *test,
                                 struct pst_estimates *out, struct pst_arena *scratch,
                                 struct pst_error *error)
{
  const struct pst_powers_ask ask = ask_weighted(sample);

  if (ask.weight == NULL)
    return pst_fail(error, PST_UNDEFINED, "there are no weights");
  return run(sample, test, &ask, "weighted-ols", out, scratch, error);
}

enum pst_status pst_weighted_ols_curve(const struct pst_sample *sample, const struct pst_test *test,
                                       struct pst_curve *curve, struct pst_arena *scratch,
                                       struct pst_error *error)
{
  return draw(sample, test, ask_weighted(sample), curve, scratch, error);
}

static const struct pst_powers_ask bisquare = {.degree = 1, .robust = PST_ROBUST_BISQUARE};
static const struct pst_powers_ask huber = {.degree = 1, .robust = PST_ROBUST_HUBER};

enum pst_status pst_bisquare(const struct pst_sample *sample, const struct pst_test *test,
                             struct pst_estimates *out, struct pst_arena *scratch,
                             struct pst_error *error)
{
  return run(sample, test, &bisquare, "bisquare", out, scratch, error);
}

enum pst_status pst_bisquare_curve(const struct pst_sample *sample, const struct pst_test *test,
                                   struct pst_curve *curve, struct pst_arena *scratch,
                                   struct pst_error *error)
{
  return draw(sample, test, bisquare, curve, scratch, error);
}

enum pst_status pst_huber(const struct pst_sample *sample, const struct pst_test *test,
                          struct pst_estimates *out, struct pst_arena *scratch,
                          struct pst_error *error)
{
  return run(sample, test, &huber, "huber", out, scratch, error);
}

enum pst_status pst_huber_curve(const struct pst_sample *sample, const struct pst_test *test,
                                struct pst_curve *curve, struct pst_arena *scratch,
                                struct pst_error *error)
{
  return draw(sample, test, huber, curve, scratch, error);
}
