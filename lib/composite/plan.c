/* plan.c -- the options of polstat-composite, checked, and the columns that they name. */
#include "composite/plan.h"

#include <stdint.h>
#include <string.h>

#include "job/emit.h"
#include "job/leeway.h"

static enum pst_status check(const struct pst_job *job, const struct pst_composite_settings *s,
                             struct pst_error *error)
{
  bool records = s->audit || s->sensitivity;

  if (s->audit && s->sensitivity)
    return pst_fail(error, PST_USAGE, "--audit and --sensitivity are two results; ask for one");
  if (s->sensitivity && s->given.replicates && s->replicates < 2)
    return pst_fail(error, PST_USAGE, "--sensitivity needs --replicates of 2 or more");
  if (s->audit && (s->given.replicates || s->given.top || s->leave_out))
    return pst_fail(
        error, PST_USAGE,
        "--replicates, --top and --leave-out are about ranks: they have no meaning with "
        "--audit");
  if (records && pst_job_has_leeway(job))
    return pst_fail(error, PST_USAGE,
                    "--printed and --bounds are about scores and ranks: they have no meaning with "
                    "--audit and --sensitivity");
  if (s->given.top && s->replicates == 0)
    return pst_fail(error, PST_USAGE, "--top is of replicates, and --replicates is 0");
  if (records && pst_job_wants_figure(job))
    return pst_fail(error, PST_USAGE,
                    "--plot and --render draw ranks or scores: they have no meaning "
                    "with --audit and --sensitivity");
  if (s->given.chart && !pst_job_wants_figure(job))
    return pst_fail(error, PST_USAGE,
                    "--chart needs the figure that it is for: --plot or --render");
  return PST_OK;
}

/* --missing has tokens of cells, as in every program, and what an entity without one comes to. */
static enum pst_status take_policy(struct pst_job *job, struct pst_composite_settings *s,
                                   struct pst_error *error)
{
  struct pst_list *list = &job->options.missing;
  size_t kept = 0;

  for (size_t i = 0; i < list->count; i++) {
    const char *item = list->items[i];

    if (strcmp(item, "refuse") != 0 && strncmp(item, "renormalise", 11) != 0)
      list->items[kept++] = item;
    else if (s->missing != NULL)
      return pst_fail(error, PST_USAGE, "--missing: '%s' and '%s' are two answers; give one",
                      s->missing, item);
    else
      s->missing = item;
  }
  list->count = kept;
  if (s->missing == NULL)
    s->missing = "refuse";
  return PST_OK;
}

static enum pst_status name_columns(struct pst_job *job, struct pst_composite_settings *s,
                                    struct pst_error *error)
{
  const struct pst_job_options *o = &job->options;
  enum pst_status status = pst_job_roles(job, "-g", &o->by, PST_WANT_TEXT, &s->keys.by, error);

  s->keys.time_role = s->keys.category_role = SIZE_MAX;
  if (status == PST_OK)
    status = pst_job_role(job, s->entity, PST_WANT_TEXT, &s->keys.entity_role, error);
  if (status == PST_OK)
    job->roles[s->keys.entity_role].series = true;
  if (status == PST_OK && o->time != NULL)
    status = pst_job_role(job, o->time, PST_WANT_TIME, &s->keys.time_role, error);
  for (size_t k = 0; k < s->design.count && status == PST_OK; k++)
    status = pst_job_role(job, s->design.indicators[k].name, PST_WANT_NUMBER,
                          &s->design.indicators[k].role, error);
  return status;
}

/* --printed names indicators. */
static enum pst_status check_leeway(struct pst_job *job, const struct pst_composite_design *design,
                                    struct pst_error *error)
{
  struct pst_list names = {.count = design->count};

  names.items = pst_arena_array(&job->arena, names.count + 1, sizeof *names.items);
  if (names.items == NULL)
    return pst_fail_memory(error);
  for (size_t k = 0; k < design->count; k++)
    names.items[k] = design->indicators[k].name;
  return pst_job_check_leeway(job, (const struct pst_list *const[]){&names}, 1, error);
}

enum pst_status pst_composite_plan(struct pst_job *job, struct pst_error *error)
{
  struct pst_composite_settings *s = job->settings;
  enum pst_status status =
      pst_job_require(s->entity != NULL, "--entity COL", "the column of what is ranked", error);

  if (status == PST_OK)
    status = check(job, s, error);
  if (status == PST_OK)
    status = take_policy(job, s, error);
  if (status == PST_OK)
    status = pst_composite_read_design(job, error);
  if (status == PST_OK)
    status = pst_composite_read_choices(job, error);
  if (status == PST_OK)
    status = check_leeway(job, &s->design, error);
  return status == PST_OK ? name_columns(job, s, error) : status;
}
