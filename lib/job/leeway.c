/* leeway.c -- --printed and --bounds: which cells leave room to their values, and how much. */
#include "job/leeway.h"

#include <string.h>

#include "interval/printed.h"

struct pst_option pst_job_leeway_printed(struct pst_job_options *options)
{
  return (struct pst_option){.name = "printed",
                             .kind = PST_OPTION_LIST,
                             .group = PST_GROUP_METHOD,
                             .argument = "COL,...",
                             .optional = true,
                             .help = "values stand for all that print to them: 20.4 is [20.35, "
                                     "20.45]; of these columns, or of "
                                     "all values: what that leaves open of each result",
                             .to.list = &options->printed,
                             .given = &options->given.printed};
}

struct pst_option pst_job_leeway_bounds(struct pst_job_options *options)
{
  return (struct pst_option){
      .name = "bounds",
      .kind = PST_OPTION_FLAG,
      .group = PST_GROUP_METHOD,
      .help = "what cells that are known within bounds (<5, >10, [1,4]) leave open of each result, "
              "whatever they are",
      .to.flag = &options->bounds};
}

bool pst_job_has_leeway(const struct pst_job *job)
{
  return job->options.given.printed || job->options.bounds;
}

static bool is_in(const struct pst_list *list, const char *name)
{
  for (size_t i = 0; i < list->count; i++)
    if (strcmp(list->items[i], name) == 0)
      return true;
  return false;
}

static enum pst_status check_names(const struct pst_job *job, const struct pst_list *const *values,
                                   size_t n, struct pst_error *error)
{
  const struct pst_list *names = &job->options.printed;

  for (size_t i = 0; i < names->count; i++) {
    bool found = false;

    for (size_t v = 0; v < n; v++)
      found = found || is_in(values[v], names->items[i]);
    if (!found)
      return pst_fail(error, PST_USAGE,
                      "--printed: '%s' is no column of values here, and no file is called so; "
                      "--printed alone takes all values as printed",
                      names->items[i]);
  }
  return PST_OK;
}

/* What a search would run thousands of times, or what has bounds of its own. */
static enum pst_status check_methods(const struct pst_job *job, struct pst_error *error)
{
  const char *option = job->options.given.printed ? "--printed" : "--bounds";

  for (size_t m = 0; m < job->n_methods; m++) {
    if (job->methods[m]->takes_bounds)
      return pst_fail(error, PST_USAGE,
                      "%s has no meaning for the method '%s', which takes bounded cells by itself",
                      option, job->methods[m]->name);
    if (job->methods[m]->draws)
      return pst_fail(error, PST_USAGE,
                      "%s has no meaning for the method '%s', which draws by chance: it would "
                      "differ from run to run of a search",
                      option, job->methods[m]->name);
  }
  return PST_OK;
}

enum pst_status pst_job_check_leeway(const struct pst_job *job,
                                     const struct pst_list *const *values, size_t n,
                                     struct pst_error *error)
{
  const struct pst_job_options *o = &job->options;
  const char *option = o->given.printed ? "--printed" : "--bounds";

  if (!pst_job_has_leeway(job))
    return PST_OK;
  if (o->given.printed && o->given.aggregate)
    return pst_fail(error, PST_USAGE,
                    "--printed is about values as the file has them; --aggregate makes others");
  if (o->p.kind == PST_P_PERMUTATION)
    return pst_fail(error, PST_USAGE,
                    "%s computes each result many times: --p-value permutation would be drawn anew "
                    "each time; use auto, exact or asymptotic",
                    option);
  if (o->interval > 0)
    return pst_fail(error, PST_USAGE,
                    "%s computes each result many times: --interval would be drawn anew each time; "
                    "leave one of them out",
                    option);
  if (check_methods(job, error) != PST_OK)
    return PST_USAGE;
  return check_names(job, values, n, error);
}

bool pst_job_is_printed(const struct pst_job *job, const struct pst_column *column)
{
  const struct pst_list *names = &job->options.printed;

  return job->options.given.printed && column->type == PST_COLUMN_NUMBER
         && (names->count == 0 || is_in(names, column->name));
}

enum pst_status pst_job_leeway_loaded(const struct pst_job *job, const struct pst_column *column,
                                      struct pst_error *error)
{
  if (!pst_job_is_printed(job, column) || column->field != SIZE_MAX)
    return PST_OK;
  return pst_fail(
      error, PST_USAGE,
      "--printed: '%s' is computed by --let, and was never printed; name the columns that were "
      "printed: --printed=COL,...",
      column->name);
}

struct pst_bounds pst_job_cell_bounds(const struct pst_job *job, const struct pst_column *column,
                                      size_t row)
{
  struct pst_bounds bounds = {.low = (double)NAN, .high = (double)NAN};

  if (pst_column_bounded(column, row))
    return job->options.bounds ? *pst_column_bounds(column, row) : bounds;
  if (!pst_column_known(column, row))
    return bounds;
  if (pst_job_is_printed(job, column))
    pst_printed_ends(pst_column_number(column, row), pst_column_decimals(column, row), &bounds);
  else
    bounds = pst_bounds_point(pst_column_number(column, row));
  return bounds;
}

static bool is_whole(double end, bool open)
{
  return isinf(end) || (!open && floor(end) == end);
}

bool pst_job_whole_bounds(const struct pst_job *job, const struct pst_column *column)
{
  if (column->type != PST_COLUMN_NUMBER || pst_job_is_printed(job, column))
    return false;
  for (size_t r = 0; r < job->table.n_rows; r++) {
    if (pst_column_bounded(column, r)) {
      const struct pst_bounds *b = pst_column_bounds(column, r);

      if (!is_whole(b->low, b->low_open) || !is_whole(b->high, b->high_open))
        return false;
    } else if (pst_column_known(column, r) && pst_column_decimals(column, r) > 0) {
      return false;
    }
  }
  return true;
}
