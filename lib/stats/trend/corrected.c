/* corrected.c -- what the tests of Mann and Kendall that allow for autocorrelation have in common. */
#include "stats/trend/corrected.h"

#include <math.h>

#include "stats/distribution/factorial.h"
#include "stats/kendall/kendall_p.h"
#include "stats/sample.h"
#include "stats/tails.h"
#include "stats/trend/spacing.h"

enum pst_status pst_corrected_begin(const struct pst_sample *sample, const struct pst_test *test,
                                    const char *method, struct pst_corrected *corrected,
                                    struct pst_arena *scratch, struct pst_error *error)
{
  enum pst_status status = pst_asymptotic_only(test, method, error);

  *corrected = (struct pst_corrected){.method = method, .factor = (double)NAN, .r1 = (double)NAN};
  if (status == PST_OK)
    status = pst_sample_check(sample, 2, error);
  if (status != PST_OK)
    return status;
  if (pst_constant(sample->x, sample->n))
    return pst_fail(error, PST_UNDEFINED, "all times are equal");
  if (pst_constant(sample->y, sample->n))
    return pst_fail(error, PST_UNDEFINED, "y is constant");
  status =
      pst_kendall_count_xy(sample->x, sample->y, sample->n, &corrected->counts, scratch, error);
  corrected->var_S = corrected->counts.var_S;
  corrected->broken = pst_spacing_broken(sample, test, scratch);
  if (corrected->broken == NULL && sample->n < PST_CORRECTED_LEAST)
    corrected->broken =
        pst_arena_format(scratch, "fewer than %d values: too short to estimate autocorrelation",
                         PST_CORRECTED_LEAST);
  return status;
}

static double z_of(const struct pst_corrected *c, const struct pst_test *test)
{
  struct pst_kendall_counts counts = c->counts;

  counts.var_S = c->var_S;
  return pst_kendall_z(&counts, pst_continuity(test, true));
}

/* One order in n! is the most that n values can say: a factor near 0 says more. */
static bool beyond_all_orders(const struct pst_corrected *c, const struct pst_test *test)
{
  const double sides = test->alternative == PST_TWO_SIDED ? 2 : 1;
  const double least = log(sides) - pst_log_factorial((double)c->counts.n);

  return log(pst_normal_p(z_of(c, test), test->alternative)) < least - 1e-9;
}

/* Why there is no test; NULL when there is one.  In the arena of OUT. */
static const char *refusal(const struct pst_corrected *c, const struct pst_test *test,
                           struct pst_estimates *out)
{
  if (c->broken != NULL)
    return pst_arena_string(out->arena, c->broken);
  if (!(c->var_S > 0))
    return "the corrected variance is not positive: no test";
  if (beyond_all_orders(c, test))
    return "the corrected variance is too small: p would be less than any order of so few values "
           "can have";
  return NULL;
}

static enum pst_status add_main(const struct pst_corrected *c, const struct pst_test *test,
                                const char *refused, struct pst_estimates *out,
                                struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, c->method, "tau-b", c->counts.n);

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = pst_tau_b(&c->counts);
  if (isnan(row->estimate))
    pst_estimate_note(out, row, "every value that is left is the same");
  else if (refused != NULL)
    pst_estimate_note(out, row, "%s", refused);
  if (refused != NULL || isnan(row->estimate))
    return PST_OK;
  row->statistic = z_of(c, test);
  pst_estimate_p(out, row, pst_normal_p(row->statistic, test->alternative),
                 pst_continuity(test, true) ? "normal-cc" : "normal");
  if (c->has_factor && c->factor < 1)
    pst_estimate_note(out, row, "factor %.2f: p is smaller than the plain one", c->factor);
  if (c->counts.n < PST_CORRECTED_FEW)
    pst_estimate_note(out, row, "a short series: its autocorrelation is hardly known");
  return PST_OK;
}

enum pst_status pst_corrected_rows(const struct pst_corrected *c, const struct pst_test *test,
                                   struct pst_estimates *out, struct pst_error *error)
{
  const char *refused = refusal(c, test, out);
  const bool none = refused != NULL;
  const struct pst_term terms[] = {
      {"S", (double)c->counts.S, NULL},
      {"var_S", c->broken != NULL ? (double)NAN : c->var_S, c->broken != NULL ? refused : NULL},
      {"tau-a", pst_tau_a(&c->counts), NULL},
      {"z", none ? (double)NAN : z_of(c, test), refused},
      {"r1", c->r1, c->broken != NULL ? refused : "y is constant"},
      {"factor", c->factor, refused},
  };
  const size_t count = sizeof terms / sizeof *terms - !c->has_factor;
  enum pst_status status = add_main(c, test, refused, out, error);

  if (status == PST_OK)
    status = pst_estimates_terms(out, c->method, c->counts.n, terms, count, error);
  return status;
}
