/* plan.c -- the columns that a comparison needs. */
#include "compare/plan.h"

#include <stdint.h>
#include <string.h>

#include "base/number.h"
#include "compare/compare_leeway.h"
#include "job/leeway.h"

/* A role for NAME, if it is given. */
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

/* --deff: a number for all, or a column. */
static enum pst_status read_deff(struct pst_job *job, struct pst_compare_settings *s,
                                 struct pst_error *error)
{
  const struct pst_number_style plain = {.decimal = '.'};
  int decimals;

  s->deff_role = SIZE_MAX;
  if (s->deff == NULL)
    return PST_OK;
  if (!pst_number_parse(pst_text_of(s->deff), &plain, &s->design_effect, &decimals))
    return role_of(job, s->deff, PST_WANT_NUMBER, &s->deff_role, error);
  if (!(s->design_effect > 0))
    return pst_fail(error, PST_USAGE,
                    "--deff: a design effect is above 0 (1: a simple random sample), not %s",
                    s->deff);
  return PST_OK;
}

static enum pst_status check_aggregate(const struct pst_job *job,
                                       const struct pst_compare_settings *s,
                                       struct pst_error *error)
{
  const char *texts = s->shape->text_y ? "-y" : NULL;

  if (!job->options.given.aggregate)
    return job->options.per.count > 0 ? pst_job_check_per(job, error) : PST_OK;
  if (s->percent != NULL)
    return pst_fail(error, PST_USAGE,
                    "--percent is about values as the file has them; --aggregate makes others");
  if (texts != NULL && s->counts == NULL)
    return pst_fail(error, PST_USAGE,
                    "--aggregate makes one value of several numbers; %s is a column of texts here",
                    texts);
  return PST_OK;
}

static enum pst_status check_same_column(const struct pst_job *job,
                                         const struct pst_compare_settings *s,
                                         struct pst_error *error)
{
  const struct {
    const char *option, *name;
  } keys[] = {{"--between", s->between}, {"--paired", s->paired}, {"--category", s->category}};

  for (size_t k = 0; k < sizeof keys / sizeof *keys; k++)
    for (size_t i = 0; keys[k].name != NULL && i < job->options.by.count; i++)
      if (strcmp(job->options.by.items[i], keys[k].name) == 0)
        return pst_fail(error, PST_USAGE, "'%s' is named by -g and %s; a column can be one of them",
                        keys[k].name, keys[k].option);
  return PST_OK;
}

static enum pst_status plan_columns(struct pst_job *job, struct pst_compare_settings *s,
                                    struct pst_error *error)
{
  const struct pst_job_options *o = &job->options;
  const bool table = (s->shape->needs & PST_ASK_X) != 0 && s->shape->text_y;
  const char *count = s->successes != NULL ? s->successes
                      : s->percent != NULL ? s->percent
                                           : s->counts;
  struct pst_roles per;
  enum pst_status status = pst_job_roles(job, "-g", &o->by, PST_WANT_TEXT, &s->by, error);

  if (status == PST_OK)
    status = role_of(job, s->between, PST_WANT_TEXT, &s->between_role, error);
  if (status == PST_OK)
    status = pst_job_roles(job, "-x", &o->x, table ? PST_WANT_TEXT : PST_WANT_TIME, &s->x, error);
  if (status == PST_OK)
    status = pst_job_roles(job, "-y", &o->y, s->shape->text_y ? PST_WANT_TEXT : PST_WANT_NUMBER,
                           &s->y, error);
  if (status == PST_OK)
    status = role_of(job, s->paired, PST_WANT_TEXT, &s->paired_role, error);
  if (status == PST_OK)
    status = role_of(job, s->category, PST_WANT_TEXT, &s->category_role, error);
  if (status == PST_OK)
    status = role_of(job, count, PST_WANT_NUMBER, &s->count_role, error);
  if (status == PST_OK)
    status = role_of(job, s->trials, PST_WANT_NUMBER, &s->trials_role, error);
  if (status == PST_OK)
    status = role_of(job, s->weight, PST_WANT_NUMBER, &s->weight_role, error);
  if (status == PST_OK)
    status = read_deff(job, s, error);
  return status == PST_OK ? pst_job_roles(job, "--per", &o->per, PST_WANT_TEXT, &per, error)
                          : status;
}

/* Groups are compared one by one, by the levels of all rows.  Rows of levels that are not named are counted among all rows, and
   pairs are in the order of all texts that were read. */
static void plan_ranks(struct pst_job *job, const struct pst_compare_settings *s)
{
  if (pst_job_has_leeway(job) || s->levels.count > 0 || s->paired != NULL)
    return;
  job->apart = &s->by;
  for (size_t r = 0; r < job->n_roles; r++)
    job->roles[r].in_order = job->roles[r].want == PST_WANT_TEXT;
  for (size_t i = 0; i < s->by.count; i++)
    job->roles[s->by.roles[i]].in_order = false;
}

enum pst_status pst_compare_plan(struct pst_job *job, struct pst_error *error)
{
  struct pst_compare_settings *s = job->settings;
  enum pst_status status = pst_compare_choose(job, s, error);

  if (status == PST_OK && job->options.x.count > 1)
    status = pst_fail(error, PST_USAGE, "-x: one column, not %zu", job->options.x.count);
  if (status == PST_OK)
    status = check_aggregate(job, s, error);
  if (status == PST_OK)
    status = check_same_column(job, s, error);
  if (status == PST_OK)
    status = pst_compare_leeway_check(job, error);
  if (status == PST_OK)
    status = plan_columns(job, s, error);
  if (status == PST_OK)
    plan_ranks(job, s);
  return status;
}
