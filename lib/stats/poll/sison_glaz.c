/* sison_glaz.c -- simultaneous intervals of the shares of a poll, by Sison and Glaz. */
#include "stats/poll/sison_glaz.h"

#include <math.h>

#include "stats/sample.h"

static const double MOST_STEPS = 2e9; /* of one exact nu */
static const double STEPS_OF_ONE = 32;

struct widening {
  double n;
  double c;
  double gamma;
};

/* nu(c) by either way. */
typedef enum pst_status nu_of(const struct pst_poll *poll, double n, double c, double *nu,
                              struct pst_arena *scratch, struct pst_error *error);

static enum pst_status nu_by_series(const struct pst_poll *poll, double n, double c, double *nu,
                                    struct pst_arena *scratch, struct pst_error *error)
{
  (void)scratch;
  (void)error;
  *nu = pst_nu_series(poll, n, c);
  return PST_OK;
}

static enum pst_status nu_exactly(const struct pst_poll *poll, double n, double c, double *nu,
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

/* nu below the level at LOW, and not at HIGH. */
struct bracket {
  double low, high;
  double nu_low, nu_high;
};

/* Step by step while c is small, where the series need not rise; then doubling. */
static enum pst_status find_bracket(const struct pst_poll *poll, double n, double level, nu_of *way,
                                    struct bracket *b, struct pst_arena *scratch,
                                    struct pst_error *error)
{
  enum pst_status status = way(poll, n, 0, &b->nu_high, scratch, error);

  b->low = b->high = 0;
  b->nu_low = b->nu_high;
  while (status == PST_OK && b->nu_high < level) {
    if (b->high >= n)
      return pst_fail(
          error, PST_UNDEFINED,
          "the series of Sison and Glaz does not reach the level for so few answers; ask "
          "for the exact one");
    b->low = b->high;
    b->nu_low = b->nu_high;
    b->high = fmin(n, b->high < STEPS_OF_ONE ? b->high + 1 : 2 * b->high);
    status = way(poll, n, b->high, &b->nu_high, scratch, error);
  }
  return status;
}

static enum pst_status widen(const struct pst_poll *poll, double level, nu_of *way,
                             struct widening *w, struct pst_arena *scratch, struct pst_error *error)
{
  struct bracket b;
  enum pst_status status = find_bracket(poll, w->n, level, way, &b, scratch, error);

  while (status == PST_OK && b.high - b.low > 1) {
    double middle = floor((b.low + b.high) / 2);
    double nu = 0;

    status = way(poll, w->n, middle, &nu, scratch, error);
    *(nu < level ? &b.low : &b.high) = middle;
    *(nu < level ? &b.nu_low : &b.nu_high) = nu;
  }
  if (status != PST_OK)
    return status;
  w->c = b.low;
  w->gamma = b.high == 0 ? 0 : (level - b.nu_low) / (b.nu_high - b.nu_low);
  return PST_OK;
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

static enum pst_status estimate(const struct pst_poll *poll, const char *method, nu_of *way,
                                const struct pst_test *test, struct pst_estimates *out,
                                struct pst_arena *scratch, struct pst_error *error)
{
  struct widening w = {.n = 0};
  enum pst_status status = pst_asymptotic_only(test, method, error);

  if (status == PST_OK)
    status = pst_poll_check(poll, &w.n, error);
  if (status == PST_OK)
    status = widen(poll, pst_conf_level(test), way, &w, scratch, error);
  if (status == PST_OK)
    status = add_rows(poll, method, &w, out, error);
  return status;
}

enum pst_status pst_sison_glaz(const struct pst_poll *poll, const struct pst_test *test,
                               struct pst_estimates *out, struct pst_arena *scratch,
                               struct pst_error *error)
{
  return estimate(poll, "sison-glaz", nu_by_series, test, out, scratch, error);
}

enum pst_status pst_sison_glaz_exact(const struct pst_poll *poll, const struct pst_test *test,
                                     struct pst_estimates *out, struct pst_arena *scratch,
                                     struct pst_error *error)
{
  return estimate(poll, "sison-glaz-exact", nu_exactly, test, out, scratch, error);
}
