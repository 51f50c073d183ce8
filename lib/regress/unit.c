/* unit.c -- the regression of one group and one variable. */
#include "regress/unit.h"

#include <math.h>
#include <stdint.h>

#include "base/text.h"
#include "stats/regression/checks.h"

static const char *const errors_names[] = {"", "-hc0", "-hc1", "-hc2", "-hc3"};
static const char *const robust_names[] = {NULL, "robust-bisquare", "robust-huber"};

/* "ols-within(country)-hc3": the fit, then the kind of its errors. */
static const char *name_method(struct pst_job *job, size_t lag)
{
  const struct pst_regress_settings *s = job->settings;
  struct pst_buffer name = {.data = NULL};
  const char *copy;

  if (s->robust != PST_ROBUST_NONE)
    return robust_names[s->robust];
  pst_buffer_puts(&name, s->weight != NULL ? "weighted-ols" : "ols");
  if (s->within != NULL)
    pst_buffer_printf(&name, "-within(%s)", s->within);
  if (s->cluster != NULL)
    pst_buffer_printf(&name, "-cluster(%s)", s->cluster);
  else if (s->hac.given)
    pst_buffer_printf(&name, "-newey-west(%zu)", lag);
  else
    pst_buffer_puts(&name, errors_names[s->errors]);
  copy = pst_arena_string(&job->arena, pst_buffer_string(&name));
  pst_buffer_free(&name);
  return copy;
}

static enum pst_status ask_errors(struct pst_job *job, const struct pst_regress_unit *unit,
                                  struct pst_errors_ask *ask, struct pst_error *error)
{
  const struct pst_regress_settings *s = job->settings;
  size_t *codes;
  enum pst_status status;

  *ask = (struct pst_errors_ask){.kind = s->errors,
                                 .small_sample = s->small_sample,
                                 .absorbed_leverage = unit->design.absorbed_leverage};
  if (s->hac.given) {
    ask->kind = PST_ERRORS_NEWEY_WEST;
    ask->lag = s->hac.automatic ? pst_newey_west_lag(unit->sample.n) : s->hac.lag;
  }
  if (s->cluster == NULL)
    return PST_OK;
  status = pst_regress_codes(job, &unit->sample, s->cluster_role, &codes, &ask->n_clusters, error);
  ask->kind = PST_ERRORS_CLUSTER;
  ask->cluster = codes;
  ask->nested =
      s->within != NULL && job->roles[s->within_role].column == job->roles[s->cluster_role].column;
  return status;
}

/* Two rows of one time have no order: no series. */
static enum pst_status check_series(const struct pst_job *job, const struct pst_regress_unit *unit,
                                    struct pst_error *error)
{
  const struct pst_regress_settings *s = job->settings;
  const struct pst_column *time;

  if (!s->hac.given)
    return PST_OK;
  time = pst_job_column(job, s->time);
  for (size_t i = 1; i < unit->sample.n; i++)
    if (pst_column_number(time, unit->sample.rows[i])
        == pst_column_number(time, unit->sample.rows[i - 1]))
      return pst_fail(
          error, PST_UNDEFINED,
          "two rows of one time: --hac needs a series; -g makes series, --cluster is for "
          "panels");
  return PST_OK;
}

/* What a reader of the coefficients has to know. */
static void add_notes(struct pst_job *job, struct pst_regress_unit *unit,
                      const struct pst_errors_ask *ask)
{
  const struct pst_regress_settings *s = job->settings;
  double r1 = pst_residual_lag1(unit->fit.residuals, unit->fit.n);

  if (ask->kind == PST_ERRORS_CLUSTER && ask->n_clusters < 30)
    unit->note =
        pst_arena_format(&job->arena, "%zu clusters: few for clustered errors", ask->n_clusters);
  else if (s->time != SIZE_MAX && s->within == NULL && !s->hac.given && s->cluster == NULL
           && !unit->fit.perfect && fabs(r1) > 1.96 / sqrt((double)unit->fit.n))
    unit->note = pst_arena_format(&job->arena,
                                  "residuals depend on those before (lag 1: %.2f): see --hac", r1);
}

static enum pst_status fit_errors(struct pst_job *job, struct pst_regress_unit *unit,
                                  struct pst_error *error)
{
  const struct pst_regress_settings *s = job->settings;
  struct pst_errors_ask ask;
  enum pst_status status = ask_errors(job, unit, &ask, error);

  unit->method = name_method(job, ask.lag);
  unit->plain_errors = ask.kind == PST_ERRORS_CLASSICAL && s->robust == PST_ROBUST_NONE;
  if (status != PST_OK)
    return status;
  if (unit->fit.perfect)
    ask = (struct pst_errors_ask){.kind = PST_ERRORS_CLASSICAL};
  if (s->robust == PST_ROBUST_NONE || unit->fit.perfect) {
    status = pst_errors_of(&unit->fit, &ask, &unit->errors, &job->arena, error);
  } else {
    unit->weights = pst_arena_array(&job->arena, unit->fit.n + 1, sizeof *unit->weights);
    status = unit->weights == NULL
                 ? pst_fail_memory(error)
                 : pst_robust_fit(&unit->fit, unit->design.design.y.high, s->robust, unit->weights,
                                  &unit->errors, &job->arena, error);
  }
  if (status == PST_OK)
    add_notes(job, unit, &ask);
  return status;
}

enum pst_status pst_regress_unit_fit(struct pst_job *job, const struct pst_groups *groups,
                                     struct pst_regress_unit *unit, struct pst_error *error)
{
  struct pst_error reason = {.status = PST_OK};
  enum pst_status status =
      pst_regress_rows(job, groups, unit->group, unit->variable, &unit->sample, error);

  unit->method = name_method(job, ((struct pst_regress_settings *)job->settings)->hac.lag);
  if (status == PST_OK)
    status = pst_regress_model_make(job, unit->sample.rows, unit->sample.n, &unit->model, error);
  if (status == PST_OK)
    status = pst_regress_design_make(job, &unit->model, &unit->sample, unit->variable,
                                     &unit->design, error);
  if (status != PST_OK)
    return status;
  status = check_series(job, unit, &reason);
  if (status == PST_OK)
    status = pst_regression_fit(&unit->design.design, &unit->fit, &job->arena, &reason);
  if (status == PST_OK)
    status = fit_errors(job, unit, &reason);
  if (status == PST_UNDEFINED) {
    unit->why_not = pst_arena_string(&job->arena, reason.message);
    return unit->why_not == NULL ? pst_fail_memory(error) : PST_OK;
  }
  return status == PST_OK ? PST_OK : pst_fail(error, status, "%s", reason.message);
}
