#include "stats/poll/sison_glaz.h"

#include <math.h>

#include "stats/sample.h"

static const double MOST_STEPS = 2e9; /* of one exact nu */

struct widening {
  double n;
  double c;
  double gamma;
};

/* The last c with nu(c) < LEVEL, one step after the other: the series need not rise everywhere. */
static enum pst_status widen_series(const struct pst_poll *poll, double level, struct widening *w,
                                    struct pst_arena *scratch, struct pst_error *error)
{
  double nu = 0;

  (void)scratch;
  for (w->c = 0; w->c < w->n; w->c++) {
    double next = pst_nu_series(poll, w->n, w->c + 1, NULL);

    if (nu < level && next >= level) {
      w->gamma = (level - nu) / (next - nu);
      return PST_OK;
    }
    nu = next;
  }
  return pst_fail(
      error, PST_UNDEFINED,
      "the series of Sison and Glaz does not reach the level for so few answers; ask for "
      "the exact one");
}

static enum pst_status nu_of(const struct pst_poll *poll, double n, double c, double *nu,
                             struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  const double k = (double)poll->k;
  double *spare;

  if (k * k * c * c * 4 > MOST_STEPS)
    return pst_fail(
        error, PST_USAGE,
        "the exact intervals are out of reach for %.0f answers in %zu categories; ask for "
        "sison-glaz or goodman",
        n, poll->k);
  spare = pst_arena_array(scratch, pst_nu_room(poll, c), sizeof *spare);
  if (spare == NULL)
    return pst_fail_memory(error);
  *nu = pst_nu_exact(poll, n, c, spare);
  pst_arena_release(scratch, mark);
  return PST_OK;
}

/* nu rises with c: doubling, then bisection. */
static enum pst_status widen_exact(const struct pst_poll *poll, double level, struct widening *w,
                                   struct pst_arena *scratch, struct pst_error *error)
{
  double low = 0;
  double high = 1;
  double nu_low, nu_high;
  enum pst_status status = nu_of(poll, w->n, 0, &nu_low, scratch, error);

  w->c = w->gamma = 0;
  if (status != PST_OK || nu_low >= level)
    return status;
  status = nu_of(poll, w->n, high, &nu_high, scratch, error);
  while (status == PST_OK && nu_high < level && high < w->n) {
    low = high;
    nu_low = nu_high;
    high = fmin(2 * high, w->n);
    status = nu_of(poll, w->n, high, &nu_high, scratch, error);
  }
  while (status == PST_OK && high - low > 1) {
    double middle = floor((low + high) / 2);
    double nu;

    status = nu_of(poll, w->n, middle, &nu, scratch, error);
    *(nu < level ? &low : &high) = middle;
    *(nu < level ? &nu_low : &nu_high) = nu;
  }
  w->c = low;
  w->gamma = (level - nu_low) / (nu_high - nu_low);
  return status;
}

static enum pst_status add_rows(const struct pst_poll *poll, const char *method,
                                const struct widening *w, struct pst_estimates *out,
                                struct pst_error *error)
{
  const struct pst_term terms[] = {{"c", w->c, NULL}, {"gamma", w->gamma, NULL}};
  enum pst_status status = PST_OK;

  for (size_t i = 0; status == PST_OK && i < poll->k; i++)
    status =
        pst_poll_add_share(poll, i, method, w->n, fmax(0, (poll->counts[i] - w->c) / w->n),
                           fmin(1, (poll->counts[i] + w->c + 2 * w->gamma) / w->n), out, error);
  if (status == PST_OK)
    status = pst_estimates_terms(out, method, (size_t)w->n, terms, 2, error);
  return status;
}

static enum pst_status estimate(const struct pst_poll *poll, const char *method,
                                enum pst_status (*widen)(const struct pst_poll *, double,
                                                         struct widening *, struct pst_arena *,
                                                         struct pst_error *),
                                const struct pst_test *test, struct pst_estimates *out,
                                struct pst_arena *scratch, struct pst_error *error)
{
  struct widening w = {.n = 0};
  enum pst_status status = pst_asymptotic_only(test, method, error);

  if (status == PST_OK)
    status = pst_poll_check(poll, &w.n, error);
  if (status == PST_OK)
    status = widen(poll, pst_conf_level(test), &w, scratch, error);
  if (status == PST_OK)
    status = add_rows(poll, method, &w, out, error);
  return status;
}

enum pst_status pst_sison_glaz(const struct pst_poll *poll, const struct pst_test *test,
                               struct pst_estimates *out, struct pst_arena *scratch,
                               struct pst_error *error)
{
  return estimate(poll, "sison-glaz", widen_series, test, out, scratch, error);
}

enum pst_status pst_sison_glaz_exact(const struct pst_poll *poll, const struct pst_test *test,
                                     struct pst_estimates *out, struct pst_arena *scratch,
                                     struct pst_error *error)
{
  return estimate(poll, "sison-glaz-exact", widen_exact, test, out, scratch, error);
}
