/* plan.c -- the columns that a regression needs, and which options go together. */
#include "regress/plan.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "job/emit.h"
#include "job/leeway.h"

enum pst_status pst_regress_read_hac(void *to, const char *text, struct pst_error *error)
{
  struct pst_regress_hac *hac = to;
  unsigned long lag = 0;
  int end = 0;

  *hac = (struct pst_regress_hac){.given = true, .automatic = strcmp(text, "auto") == 0};
  if (hac->automatic)
    return PST_OK;
  if (sscanf(text, "%9lu%n", &lag, &end) != 1 || text[end] != '\0' || text[0] == '-'
      || text[0] == '+' || text[0] == ' ')
    return pst_fail(error, PST_USAGE, "'%s' is neither a number of lags nor auto", text);
  hac->lag = lag;
  return PST_OK;
}

/* --- which options go together ------------------------------------------------------------------ */

struct rule {
  bool broken;
  const char *what;
};

static enum pst_status check_rules(const struct rule *rules, size_t n, struct pst_error *error)
{
  for (size_t i = 0; i < n; i++)
    if (rules[i].broken)
      return pst_fail(error, PST_USAGE, "%s", rules[i].what);
  return PST_OK;
}

static enum pst_status check_errors(const struct pst_job *job, struct pst_error *error)
{
  const struct pst_regress_settings *s = job->settings;
  const bool robust = s->robust != PST_ROBUST_NONE, hac = s->hac.given,
             cluster = s->cluster != NULL;
  const struct rule rules[] = {
      {hac + cluster + s->errors_given > 1,
       "--errors, --cluster and --hac are three kinds of standard errors; give one"},
      {hac && job->options.time == NULL,
       "--hac is about rows that follow each other; name their order with --time"},
      {s->small_sample && !hac, "--small-sample is a factor of --hac"},
      {robust && (hac || cluster || s->errors_given),
       "--robust has standard errors of its own; leave out --errors, --cluster and --hac"},
      {robust && s->weight != NULL, "--robust finds its own weights; leave out --weight"},
      {robust && s->within != NULL, "--robust and --within exclude each other"},
  };

  return check_rules(rules, sizeof rules / sizeof *rules, error);
}

static enum pst_status check_model(const struct pst_job *job, struct pst_error *error)
{
  const struct pst_regress_settings *s = job->settings;
  const struct pst_job_options *o = &job->options;
  const struct rule rules[] = {
      {s->degree > 1 && o->x.count != 1, "--degree makes powers of one column; give one -x"},
      {s->within != NULL && s->no_intercept,
       "--within takes the place of the intercept; leave out --no-intercept"},
      {s->within != NULL && s->predict != NULL,
       "--predict needs the level of each group, which --within takes away; use --factor in its "
       "place"},
      {s->predict != NULL && s->diagnostics,
       "--predict and --diagnostics are two tables; give one of them"},
      {s->chart_given && !pst_job_wants_figure(job),
       "--chart says which figure; name its file with --plot or --render"},
      {s->reference.count > 0 && s->factor.count == 0, "--reference is a level of a --factor"},
      {(s->predict != NULL || s->diagnostics) && pst_job_has_leeway(job),
       "--printed and --bounds are of coefficients; leave out --predict and --diagnostics"},
      {(s->predict != NULL || s->diagnostics) && (o->given.terms || o->given.adjust),
       "--terms and --adjust are about records of coefficients; leave them out of this table"},
      {o->highlight.count > 0, "--highlight has no meaning for this kind of figure"},
  };

  return check_rules(rules, sizeof rules / sizeof *rules, error);
}

static enum pst_status check_names(const struct pst_job *job, struct pst_error *error)
{
  const struct pst_regress_settings *s = job->settings;
  const struct pst_job_options *o = &job->options;

  for (size_t i = 0; i < o->x.count; i++) {
    for (size_t j = 0; j < s->factor.count; j++)
      if (strcmp(o->x.items[i], s->factor.items[j]) == 0)
        return pst_fail(error, PST_USAGE, "'%s' is in -x and --factor; name it in one of them",
                        o->x.items[i]);
    for (size_t j = 0; j < o->y.count; j++)
      if (strcmp(o->x.items[i], o->y.items[j]) == 0)
        return pst_fail(error, PST_USAGE, "'%s' is in -x and -y; it cannot explain itself",
                        o->x.items[i]);
  }
  return PST_OK;
}

/* --- columns ------------------------------------------------------------------------------------ */

static enum pst_status role_of(struct pst_job *job, const char *name, enum pst_want want,
                               size_t *role, struct pst_error *error)
{
  enum pst_status status;

  *role = SIZE_MAX;
  if (name == NULL)
    return PST_OK;
  status = pst_job_role(job, name, want, role, error);
  if (status == PST_OK)
    job->roles[*role].series = want == PST_WANT_TEXT;
  return status;
}

static enum pst_status plan_columns(struct pst_job *job, struct pst_error *error)
{
  struct pst_regress_settings *s = job->settings;
  const struct pst_job_options *o = &job->options;
  struct pst_roles per;
  enum pst_status status = pst_job_roles(job, "-g", &o->by, PST_WANT_TEXT, &s->by, error);

  if (status == PST_OK)
    status = pst_job_roles(job, "-x", &o->x, PST_WANT_NUMBER, &s->x, error);
  if (status == PST_OK)
    status = pst_job_roles(job, "--factor", &s->factor, PST_WANT_TEXT, &s->factors, error);
  if (status == PST_OK)
    status = pst_job_roles(job, "-y", &o->y, PST_WANT_NUMBER, &s->y, error);
  if (status == PST_OK)
    status = role_of(job, o->time, PST_WANT_TIME, &s->time, error);
  if (status == PST_OK)
    status = role_of(job, s->weight, PST_WANT_NUMBER, &s->weight_role, error);
  if (status == PST_OK)
    status = role_of(job, s->within, PST_WANT_TEXT, &s->within_role, error);
  if (status == PST_OK)
    status = role_of(job, s->cluster, PST_WANT_TEXT, &s->cluster_role, error);
  return status == PST_OK ? pst_job_roles(job, "--per", &o->per, PST_WANT_TEXT, &per, error)
                          : status;
}

enum pst_status pst_regress_plan(struct pst_job *job, struct pst_error *error)
{
  const struct pst_regress_settings *s = job->settings;
  const struct pst_job_options *o = &job->options;
  enum pst_status status =
      pst_job_require(o->y.count > 0, "-y COL", "the column to be explained", error);

  if (status == PST_OK)
    status = pst_job_require(o->x.count + s->factor.count > 0, "-x COL",
                             "the columns that explain (or --factor)", error);
  if (status == PST_OK)
    status = pst_job_check_per(job, error);
  if (status == PST_OK)
    status = check_errors(job, error);
  if (status == PST_OK)
    status = check_model(job, error);
  if (status == PST_OK)
    status = check_names(job, error);
  if (status == PST_OK)
    status = pst_job_check_leeway(job, (const struct pst_list *const[]){&o->x, &o->y}, 2, error);
  /* Tables of rows and of predictions have the rows. */
  if (!s->diagnostics && s->predict == NULL && !pst_job_has_leeway(job))
    job->apart = &s->by;
  return status == PST_OK ? plan_columns(job, error) : status;
}
