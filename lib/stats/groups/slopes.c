/* slopes.c -- whether two series have the same slope. */
#include "stats/groups/slopes.h"

#include <math.h>

#include "stats/slope/line.h"
#include "stats/description/moments.h"
#include "stats/sample.h"
#include "stats/tails.h"

struct fitted {
  struct pst_line line;
  double df;
  double rss; /* in the units of the data */
  double sxx;
  double se; /* NaN for two points */
};

struct error_of_difference {
  double se;
  double df;
  const char *without; /* why there is no test */
};

static enum pst_status fit(const struct pst_sample *sample, struct fitted *f,
                           struct pst_error *error)
{
  enum pst_status status = pst_sample_check(sample, 2, error);

  if (status == PST_OK && pst_constant(sample->x, sample->n))
    return pst_fail(error, PST_UNDEFINED, "x is constant");
  if (status == PST_OK)
    status = pst_line_fit(sample, &f->line, error);
  if (status != PST_OK)
    return status;
  f->df = (double)sample->n - 2;
  f->rss = pst_unscale_square(f->line.rss, f->line.scale_y);
  f->sxx = pst_unscale_square(f->line.sxx, f->line.scale_x);
  f->se = sample->n > 2 ? sqrt(f->rss / f->df / f->sxx) : (double)NAN;
  return PST_OK;
}

static struct error_of_difference welch_error(const struct fitted *a, const struct fitted *b)
{
  const double v1 = a->se * a->se;
  const double v2 = b->se * b->se;
  const double share = v1 / (v1 + v2);

  if (a->df == 0 || b->df == 0)
    return (struct error_of_difference){.without = "no test: a series of two points"};
  if (a->line.perfect && b->line.perfect)
    return (struct error_of_difference){.without = "no test: both fits are perfect"};
  return (struct error_of_difference){
      .se = hypot(a->se, b->se),
      .df = 1 / (share * share / a->df + (1 - share) * (1 - share) / b->df)};
}

static struct error_of_difference pooled_error(const struct fitted *a, const struct fitted *b)
{
  const double df = a->df + b->df;
  const double variance = (a->rss + b->rss) / df;

  if (df == 0)
    return (struct error_of_difference){.without = "no test: two series of two points"};
  if (a->line.perfect && b->line.perfect)
    return (struct error_of_difference){.without = "no test: both fits are perfect"};
  return (struct error_of_difference){.se = sqrt(variance / a->sxx + variance / b->sxx), .df = df};
}

static enum pst_status add_difference(const struct fitted *f, const char *method,
                                      const struct error_of_difference *e,
                                      const struct pst_test *test, struct pst_estimates *out,
                                      struct pst_error *error)
{
  struct pst_estimate *row =
      pst_estimates_add(out, method, "slope-difference", f[0].line.n + f[1].line.n);
  struct pst_sum difference = f[0].line.slope;
  double reach;

  if (row == NULL)
    return pst_fail_memory(error);
  pst_sum_add(&difference, -f[1].line.slope.high);
  pst_sum_add(&difference, -f[1].line.slope.low);
  row->estimate = pst_sum_value(&difference);
  if (e->without != NULL) {
    pst_estimate_note(out, row, "%s", e->without);
    return PST_OK;
  }
  row->std_error = e->se;
  row->df = e->df;
  row->statistic = row->estimate / e->se;
  reach = pst_t_quantile((1 - pst_conf_level(test)) / 2, e->df) * e->se;
  row->conf_low = row->estimate - reach;
  row->conf_high = row->estimate + reach;
  pst_estimate_p(out, row, pst_t_p(row->statistic, e->df, test->alternative), "t");
  return PST_OK;
}

static enum pst_status add_slope(const struct fitted *f, const char *method, const char *term,
                                 const struct pst_test *test, struct pst_estimates *out,
                                 struct pst_error *error)
{
  struct pst_estimate *row = pst_estimates_add(out, method, term, f->line.n);
  double reach;

  if (row == NULL)
    return pst_fail_memory(error);
  row->estimate = pst_sum_value(&f->line.slope);
  if (f->df == 0) {
    pst_estimate_note(out, row, "two points: no standard error");
    return PST_OK;
  }
  reach = pst_t_quantile((1 - pst_conf_level(test)) / 2, f->df) * f->se;
  row->std_error = f->se;
  row->df = f->df;
  row->conf_low = row->estimate - reach;
  row->conf_high = row->estimate + reach;
  return PST_OK;
}

static enum pst_status compare(const struct pst_two_lines *lines, const char *method,
                               struct error_of_difference (*error_of)(const struct fitted *,
                                                                      const struct fitted *),
                               const struct pst_test *test, struct pst_estimates *out,
                               struct pst_error *error)
{
  struct fitted f[2] = {{.df = 0}, {.df = 0}};
  struct error_of_difference e;
  enum pst_status status = pst_asymptotic_only(test, method, error);

  if (status == PST_OK)
    status = fit(&lines->first, &f[0], error);
  if (status == PST_OK)
    status = fit(&lines->second, &f[1], error);
  if (status != PST_OK)
    return status;
  e = error_of(&f[0], &f[1]);
  status = add_difference(f, method, &e, test, out, error);
  if (status == PST_OK)
    status = add_slope(&f[0], method, "slope-1", test, out, error);
  if (status == PST_OK)
    status = add_slope(&f[1], method, "slope-2", test, out, error);
  return status;
}

enum pst_status pst_slopes_welch(const struct pst_two_lines *lines, const struct pst_test *test,
                                 struct pst_estimates *out, struct pst_arena *scratch,
                                 struct pst_error *error)
{
  (void)scratch;
  return compare(lines, "slopes-welch", welch_error, test, out, error);
}

enum pst_status pst_slopes_pooled(const struct pst_two_lines *lines, const struct pst_test *test,
                                  struct pst_estimates *out, struct pst_arena *scratch,
                                  struct pst_error *error)
{
  (void)scratch;
  return compare(lines, "slopes-pooled", pooled_error, test, out, error);
}
