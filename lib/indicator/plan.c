/* plan.c -- the options checked against the kinds, and the columns that they name. */
#include <stdint.h>
#include <string.h>

#include "indicator/run.h"
#include "job/emit.h"

/* Kinds of one sort stand in one result. */
static enum pst_status check_sorts(struct pst_indicator_settings *s, struct pst_error *error)
{
  s->sort = s->asks[0].kind->sort;
  for (size_t i = 1; i < s->n_asks; i++)
    if (s->asks[i].kind->sort != s->sort)
      return pst_fail(
          error, PST_USAGE,
          "--kind: '%s' and '%s' are results of two sorts (--kind list); ask for one at "
          "a time",
          s->asks[0].text, s->asks[i].text);
  return PST_OK;
}

static enum pst_status check_needs(const struct pst_job *job,
                                   const struct pst_indicator_settings *s, struct pst_error *error)
{
  bool table = s->sort == PST_INDICATOR_STRUCTURE || s->sort == PST_INDICATOR_CELLS;
  bool wide = table && job->options.y.count > 1;
  const struct {
    unsigned need;
    bool given;
    const char *what;
  } needs[] = {{PST_INDICATOR_NEEDS_CALENDAR, job->options.time != NULL, "--time COL, the times"},
               {PST_INDICATOR_NEEDS_ENTITY, s->entity != NULL || wide,
                table ? "--entity COL, or several -y, each an entity"
                      : "--entity COL, the parts of a total"},
               {PST_INDICATOR_NEEDS_CATEGORY, s->category != NULL,
                "--category COL, such as fields of science"},
               {PST_INDICATOR_NEEDS_PAIR, s->pair.count > 0, "--pair A,B and --count N"},
               {PST_INDICATOR_NEEDS_GROUPS, job->options.by.count > 0, "-g COL, the groups"}};

  for (size_t i = 0; i < s->n_asks; i++)
    for (size_t k = 0; k < sizeof needs / sizeof *needs; k++)
      if ((s->asks[i].kind->needs & needs[k].need) != 0 && !needs[k].given)
        return pst_fail(error, PST_USAGE, "--kind %s needs %s", s->asks[i].text, needs[k].what);
  return PST_OK;
}

static enum pst_status check_pair(const struct pst_job *job, const struct pst_indicator_settings *s,
                                  struct pst_error *error)
{
  if (s->sort != PST_INDICATOR_PAIRS) {
    if (s->pair.count > 0 || s->count != NULL)
      return pst_fail(error, PST_USAGE,
                      "--pair and --count are for salton, jaccard and affinity, not for '%s'",
                      s->asks[0].text);
    return pst_job_require(job->options.y.count > 0, "-y COL", "the column of the values", error);
  }
  if (s->pair.count != 2)
    return pst_fail(error, PST_USAGE, "--pair takes two columns, the two of a pair: --pair A,B");
  if (job->options.y.count > 0 || s->entity != NULL || s->category != NULL)
    return pst_fail(
        error, PST_USAGE,
        "-y, --entity and --category have no meaning with --pair: the numbers are those "
        "of --count");
  return pst_job_require(s->count != NULL, "--count COL",
                         "the column of what the two have together", error);
}

/* It stands beside a CSV, and is written too. */
static enum pst_status check_package(struct pst_job *job, const struct pst_indicator_settings *s,
                                     struct pst_error *error)
{
  const char *output = job->options.output;
  enum pst_status status;

  if (!s->package)
    return PST_OK;
  if (s->sort != PST_INDICATOR_ROWS || s->in_rows)
    return pst_fail(error, PST_USAGE,
                    "--package is for the table of kinds of rows; records and --long have a unit "
                    "column or none");
  if (output == NULL || !pst_file_keeps(output) || strcmp(pst_job_format(job)->name, "csv") != 0)
    return pst_fail(error, PST_USAGE, "--package stands beside a CSV: it needs -o FILE.csv");
  status = pst_files_add_package(&job->files, &job->arena, PST_FILE_WRITE, output, error);
  return status == PST_OK ? pst_files_check(&job->files, error) : status;
}

/* --printed names columns of numbers that are asked for: -y, or a column in brackets. */
static enum pst_status check_printed(const struct pst_job *job, struct pst_error *error)
{
  const struct pst_list *names = &job->options.printed;

  for (size_t i = 0; i < names->count; i++) {
    bool found = false;

    for (size_t r = 0; r < job->n_roles; r++)
      found = found
              || (job->roles[r].want == PST_WANT_NUMBER
                  && strcmp(job->roles[r].name, names->items[i]) == 0);
    if (!found)
      return pst_fail(error, PST_USAGE,
                      "--printed: '%s' is no column of values here, and no file is called so; "
                      "--printed alone takes all values as printed",
                      names->items[i]);
  }
  return PST_OK;
}

static enum pst_status check_options(const struct pst_job *job,
                                     const struct pst_indicator_settings *s,
                                     struct pst_error *error)
{
  bool rows = s->sort == PST_INDICATOR_ROWS;
  bool table = s->sort == PST_INDICATOR_STRUCTURE || s->sort == PST_INDICATOR_CELLS;

  if (!rows && s->keep.count > 0)
    return pst_fail(error, PST_USAGE,
                    "--keep passes columns of rows; '%s' is of many rows together",
                    s->asks[0].text);
  if (!rows && s->in_rows)
    return pst_fail(error, PST_USAGE, "--long is for kinds of rows; '%s' gives a row each already",
                    s->asks[0].text);
  if (s->counts && s->sort != PST_INDICATOR_GROUPS && s->sort != PST_INDICATOR_CELLS)
    return pst_fail(error, PST_USAGE, "--counts gives intervals to indices and rca, not to '%s'",
                    s->asks[0].text);
  if (s->category != NULL && !table)
    return pst_fail(error, PST_USAGE, "--category is for rca, krugman and their like, not for '%s'",
                    s->asks[0].text);
  if (s->keys.printed
      && (table || s->sort == PST_INDICATOR_PAIRS || s->sort == PST_INDICATOR_SPLIT
          || s->sort == PST_INDICATOR_LORENZ))
    return pst_fail(error, PST_USAGE, "--printed has no meaning for '%s', which has no bounds",
                    s->asks[0].text);
  if (s->chart_given && !pst_job_wants_figure(job))
    return pst_fail(error, PST_USAGE,
                    "--chart needs the figure that it is for: --plot or --render");
  if (job->options.given.conf_level && !s->counts && s->sort != PST_INDICATOR_PAIRS)
    return pst_fail(error, PST_USAGE, "--conf-level is for intervals, which need --counts");
  if (job->options.given.aggregate && (s->keep.count > 0 || s->keys.printed))
    return pst_fail(error, PST_USAGE,
                    "%s is about rows as the file has them; --aggregate makes others",
                    s->keep.count > 0 ? "--keep" : "--printed");
  return PST_OK;
}

/* --- columns ------------------------------------------------------------------------------------------ */

static enum pst_status optional(struct pst_job *job, const char *name, enum pst_want want,
                                size_t *role, struct pst_error *error)
{
  enum pst_status status;

  *role = SIZE_MAX;
  if (name == NULL)
    return PST_OK;
  status = pst_job_role(job, name, want, role, error);
  if (status == PST_OK && want == PST_WANT_TEXT)
    job->roles[*role].series = true;
  return status;
}

static enum pst_status key_columns(struct pst_job *job, struct pst_indicator_settings *s,
                                   struct pst_error *error)
{
  enum pst_status status =
      pst_job_roles(job, "-g", &job->options.by, PST_WANT_TEXT, &s->keys.by, error);

  s->keys.aggregates = true;
  if (status == PST_OK)
    status = optional(job, s->entity, PST_WANT_TEXT, &s->keys.entity_role, error);
  if (status == PST_OK)
    status = optional(job, s->category, PST_WANT_TEXT, &s->keys.category_role, error);
  if (status == PST_OK)
    status = pst_job_roles(job, "--pair", &s->pair, PST_WANT_TEXT, &s->keys.pairs, error);
  return status == PST_OK
             ? optional(job, job->options.time, PST_WANT_TIME, &s->keys.time_role, error)
             : status;
}

static enum pst_status value_columns(struct pst_job *job, struct pst_indicator_settings *s,
                                     struct pst_error *error)
{
  struct pst_list values = job->options.y;
  enum pst_status status = PST_OK;

  if (s->sort == PST_INDICATOR_PAIRS)
    values = (struct pst_list){.items = &s->count, .count = 1};
  status = pst_job_roles(job, "-y", &values, PST_WANT_NUMBER, &s->y, error);
  for (size_t i = 0; i < s->n_asks && status == PST_OK; i++)
    status = optional(job, s->asks[i].column, PST_WANT_NUMBER, &s->asks[i].role, error);
  if (status == PST_OK)
    status = pst_job_roles(job, "--keep", &s->keep, PST_WANT_ANY, &s->keeps, error);
  return status;
}

/* A record of a group and period is of the rows of that group alone.  Where each row has its own in the result, rank 0 has all
   of them anyway. */
static void plan_ranks(struct pst_job *job, const struct pst_indicator_settings *s)
{
  if (s->sort == PST_INDICATOR_GROUPS && !s->keys.printed)
    job->apart = &s->keys.by;
}

enum pst_status pst_indicator_plan(struct pst_job *job, struct pst_error *error)
{
  struct pst_indicator_settings *s = job->settings;
  enum pst_status status = pst_job_require(
      s->kind.count > 0, "--kind KIND",
      "what to compute, such as share or index(2000); --kind list prints all", error);

  if (status == PST_OK)
    status = pst_indicator_read_kinds(job, &s->kind, &s->asks, &s->n_asks, error);
  if (status == PST_OK)
    status = check_sorts(s, error);
  if (status == PST_OK)
    status = check_pair(job, s, error);
  if (status == PST_OK)
    status = check_needs(job, s, error);
  s->keys.printed = job->options.given.printed;
  if (status == PST_OK)
    status = check_options(job, s, error);
  if (status == PST_OK)
    status = check_package(job, s, error);
  if (status == PST_OK)
    status = key_columns(job, s, error);
  if (status == PST_OK)
    status = value_columns(job, s, error);
  plan_ranks(job, s);
  return status == PST_OK ? check_printed(job, error) : status;
}
