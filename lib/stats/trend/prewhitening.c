/* prewhitening.c -- Mann-Kendall on a series from which the dependence on the year before is taken. */
#include "stats/trend/prewhitening.h"

#include <math.h>

#include "stats/serial.h"
#include "stats/trend/corrected.h"
#include "stats/trend/derived.h"
#include "stats/trend/spacing.h"

/* Z, n - 1 values, from y; R1 as it was taken. */
typedef enum pst_status whiten(const struct pst_sample *sample, double *z, double *r1,
                               struct pst_arena *scratch, struct pst_error *error);

static enum pst_status whiten_plain(const struct pst_sample *sample, double *z, double *r1,
                                    struct pst_arena *scratch, struct pst_error *error)
{
  *r1 = pst_serial_first(sample->y, sample->n);
  return pst_derived_innovations(sample->y, sample->n, *r1, z, scratch, error);
}

static double largest_with(const double *y, size_t n, double slope)
{
  double most = fabs(slope) * (double)n;

  for (size_t i = 0; i < n; i++)
    most = fmax(most, fabs(y[i]));
  return most;
}

/* A rest that is constant has no autocorrelation: nothing is taken. */
static enum pst_status whiten_trend_free(const struct pst_sample *sample, double *z, double *r1,
                                         struct pst_arena *scratch, struct pst_error *error)
{
  const double *y = sample->y;
  const size_t n = sample->n;
  double *rest = pst_arena_array(scratch, n, sizeof *rest);
  double slope = 0, taken;
  enum pst_status status;

  if (rest == NULL)
    return pst_fail_memory(error);
  status = pst_derived_sample_slope(sample, &slope, scratch, error);
  if (status == PST_OK)
    status = pst_derived_detrend(y, n, slope, rest, scratch, error);
  if (status != PST_OK)
    return status;
  *r1 = pst_serial_first(rest, n);
  taken = isnan(*r1) ? 0 : *r1;
  for (size_t i = 0; i + 1 < n; i++)
    z[i] = fma(slope, (double)(i + 1), fma(-taken, rest[i], rest[i + 1]));
  return pst_derived_ties(z, n - 1, largest_with(y, n, slope), scratch, error);
}

static enum pst_status add_slope(const struct pst_sample *sample, const double *z,
                                 const struct pst_corrected *c, struct pst_estimates *out,
                                 struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_term term = {"slope", (double)NAN, "see the main term"};
  double slope = 0;
  enum pst_status status = PST_OK;

  if (c->broken == NULL) {
    status = pst_derived_slope(z, sample->n - 1, &slope, scratch, error);
    term.value = slope / pst_spacing_step(sample);
  }
  if (status == PST_OK)
    status = pst_estimates_terms(out, c->method, c->counts.n, &term, 1, error);
  return status;
}

static enum pst_status test_whitened(const struct pst_sample *sample, const struct pst_test *test,
                                     whiten *how, struct pst_corrected *c,
                                     struct pst_estimates *out, struct pst_arena *scratch,
                                     struct pst_error *error)
{
  double *z = pst_arena_array(scratch, sample->n, sizeof *z);
  enum pst_status status = z == NULL ? pst_fail_memory(error) : PST_OK;

  if (status == PST_OK && c->broken == NULL)
    status = how(sample, z, &c->r1, scratch, error);
  if (status == PST_OK && c->broken == NULL)
    status = pst_kendall_count_xy(sample->x + 1, z, sample->n - 1, &c->counts, scratch, error);
  if (c->broken == NULL)
    c->var_S = c->counts.var_S;
  if (status == PST_OK)
    status = pst_corrected_rows(c, test, out, error);
  if (status == PST_OK && !test->main_only)
    status = add_slope(sample, z, c, out, scratch, error);
  return status;
}

static enum pst_status run(const struct pst_sample *sample, const struct pst_test *test,
                           const char *method, whiten *how, struct pst_estimates *out,
                           struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_corrected corrected;
  enum pst_status status = pst_corrected_begin(sample, test, method, &corrected, scratch, error);

  if (status == PST_OK)
    status = test_whitened(sample, test, how, &corrected, out, scratch, error);
  pst_arena_release(scratch, mark);
  return status;
}

enum pst_status pst_prewhitening(const struct pst_sample *sample, const struct pst_test *test,
                                 struct pst_estimates *out, struct pst_arena *scratch,
                                 struct pst_error *error)
{
  return run(sample, test, "pre-whitening", whiten_plain, out, scratch, error);
}

enum pst_status pst_trend_free_prewhitening(const struct pst_sample *sample,
                                            const struct pst_test *test, struct pst_estimates *out,
                                            struct pst_arena *scratch, struct pst_error *error)
{
  return run(sample, test, "trend-free-pre-whitening", whiten_trend_free, out, scratch, error);
}
