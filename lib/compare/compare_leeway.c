/* compare_leeway.c -- what --printed and --bounds leave open of the comparison of samples. */
#include "compare/compare_leeway.h"

#include <math.h>
#include <stdint.h>

#include "compare/collect.h"
#include "compare/run_kinds.h"
#include "job/leeway.h"
#include "stats/leeway/leeway.h"

/* --- which comparisons have it -------------------------------------------------------------------------- */

enum pst_status pst_compare_leeway_check(const struct pst_job *job, struct pst_error *error)
{
  const struct pst_compare_settings *s = job->settings;
  const struct pst_job_options *o = &job->options;
  const char *option = o->given.printed ? "--printed" : "--bounds";

  if (!pst_job_has_leeway(job))
    return PST_OK;
  if (s->shape->collect == pst_collect_printed)
    return pst_fail(error, PST_USAGE,
                    "%s has no meaning with --percent, which takes in all counts that print so by "
                    "itself",
                    option);
  if (s->shape->collect != pst_collect_samples)
    return pst_fail(
        error, PST_USAGE,
        "%s is for a number a row (-y V --between COL); counts and answers are whole, and "
        "printed shares are compared with --percent",
        option);
  for (size_t m = 0; m < job->n_methods; m++)
    if (job->methods[m]->compare->takes == PST_TAKES_TWO_BOUNDED && o->given.methods)
      return pst_fail(error, PST_USAGE,
                      "%s has no meaning for the method '%s', which takes bounded cells by itself",
                      option, job->methods[m]->name);
  return pst_job_check_leeway(job, (const struct pst_list *const[]){&o->y}, 1, error);
}

/* --- the values ------------------------------------------------------------------------------------------ */

/* The level of ROW in DATA, SIZE_MAX where it has none, or where more than its value is not known. */
static size_t level_of(const struct pst_job *job, size_t v, size_t row,
                       const struct pst_compare_data *data)
{
  const struct pst_compare_settings *s = job->settings;
  const struct pst_column *y = pst_job_column(job, s->y.roles[v]);
  const size_t x = s->x.count > 0 ? s->x.roles[0] : SIZE_MAX;
  size_t place;
  const enum pst_compare_fate fate = pst_compare_row(job, v, row, &place);

  if (fate == PST_FATE_MISSING || isnan(pst_job_cell_bounds(job, y, row).low))
    return SIZE_MAX;
  if ((x != SIZE_MAX && isnan(pst_compare_number(job, x, row)))
      || (s->weight_role != SIZE_MAX && isnan(pst_compare_number(job, s->weight_role, row))))
    return SIZE_MAX;
  for (size_t k = 0; k < data->k; k++)
    if (data->levels[k].place == place)
      return k;
  return SIZE_MAX;
}

static enum pst_status reserve(const struct pst_compare_data *data, const size_t *sizes,
                               struct pst_compare_leeway *out, struct pst_arena *arena,
                               struct pst_error *error)
{
  out->data = *data;
  out->data.levels = pst_arena_array(arena, data->k + 1, sizeof *out->data.levels);
  out->room = pst_arena_array(arena, data->k + 1, sizeof *out->room);
  if (out->data.levels == NULL || out->room == NULL)
    return pst_fail_memory(error);
  for (size_t k = 0; k < data->k; k++) {
    struct pst_compare_level *level = &out->data.levels[k];

    *level =
        (struct pst_compare_level){.place = data->levels[k].place,
                                   .x = pst_arena_array(arena, sizes[k] + 1, sizeof *level->x),
                                   .y = pst_arena_array(arena, sizes[k] + 1, sizeof *level->y),
                                   .w = pst_arena_array(arena, sizes[k] + 1, sizeof *level->w),
                                   .ids = pst_arena_array(arena, sizes[k] + 1, sizeof *level->ids)};
    out->room[k] = pst_arena_array(arena, sizes[k] + 1, sizeof *out->room[k]);
    if (level->x == NULL || level->y == NULL || level->w == NULL || level->ids == NULL
        || out->room[k] == NULL)
      return pst_fail_memory(error);
  }
  return PST_OK;
}

static void add_row(const struct pst_job *job, size_t v, size_t row, size_t k,
                    struct pst_compare_leeway *out)
{
  const struct pst_compare_settings *s = job->settings;
  const struct pst_column *y = pst_job_column(job, s->y.roles[v]);
  struct pst_compare_level *level = &out->data.levels[k];
  const size_t i = level->n++;

  out->room[k][i] = pst_job_cell_bounds(job, y, row);
  level->y[i] = pst_column_number(y, row);
  level->x[i] = s->x.count > 0 ? pst_compare_number(job, s->x.roles[0], row) : level->y[i];
  level->w[i] = s->weight_role == SIZE_MAX ? 1 : pst_compare_number(job, s->weight_role, row);
  level->ids[i] =
      s->paired_role == SIZE_MAX ? 0 : pst_column_code(pst_job_column(job, s->paired_role), row);
  out->known = out->known && !isnan(level->y[i]);
}

enum pst_status pst_compare_leeway_collect(const struct pst_job *job,
                                           const struct pst_groups *groups, size_t group, size_t v,
                                           const struct pst_compare_data *data,
                                           struct pst_compare_leeway *out, struct pst_arena *arena,
                                           struct pst_error *error)
{
  const struct pst_compare_settings *s = job->settings;
  const struct pst_column *y = pst_job_column(job, s->y.roles[v]);
  size_t *sizes = pst_arena_array(arena, data->k + 1, sizeof *sizes), k;

  if (sizes == NULL)
    return pst_fail_memory(error);
  if (pst_job_leeway_loaded(job, y, error) != PST_OK)
    return error->status;
  for (size_t i = groups->first[group]; i < groups->first[group + 1]; i++)
    if ((k = level_of(job, v, groups->row[i], data)) != SIZE_MAX)
      sizes[k]++;
  if (reserve(data, sizes, out, arena, error) != PST_OK)
    return PST_NO_MEMORY;
  out->known = true;
  out->whole = job->options.bounds && pst_job_whole_bounds(job, y);
  out->data.n = 0;
  for (size_t i = groups->first[group]; i < groups->first[group + 1]; i++)
    if ((k = level_of(job, v, groups->row[i], data)) != SIZE_MAX) {
      add_row(job, v, groups->row[i], k, out);
      out->data.n++;
    }
  return PST_OK;
}

/* --- the kernel ------------------------------------------------------------------------------------------- */

struct run {
  const struct pst_compare_settings *settings;
  const struct pst_compare_leeway *leeway;
  const struct pst_compare_leeway_call *call;
};

static enum pst_status run_kernel(void *context, struct pst_estimates *out,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  const struct run *run = context;
  struct pst_compare_call call = {.settings = run->settings,
                                  .data = &run->leeway->data,
                                  .i = run->call->i,
                                  .j = run->call->j,
                                  .test = run->call->test};
  const struct pst_compare_kernel *kernel = run->call->method->compare;

  return pst_compare_kinds[kernel->takes].run(kernel, &call, out, scratch, error);
}

static struct pst_leeway_values array_of(const struct pst_compare_leeway *leeway, bool lines,
                                         size_t k)
{
  const struct pst_compare_level *level = &leeway->data.levels[k];

  return (struct pst_leeway_values){.n = level->n,
                                    .at = lines ? level->y : level->x,
                                    .bounds = leeway->room[k],
                                    .whole = leeway->whole};
}

enum pst_status pst_compare_leeway_fill(const struct pst_job *job,
                                        const struct pst_compare_leeway *leeway,
                                        const struct pst_compare_leeway_call *call, size_t rows,
                                        struct pst_estimates *out, size_t first,
                                        struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_compare_settings *s = job->settings;
  const enum pst_takes takes = call->method->compare->takes;
  const enum pst_compare_form form = pst_compare_kinds[takes].form;
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct run run = {s, leeway, call};
  struct pst_leeway_values *lists = pst_arena_array(scratch, leeway->data.k + 2, sizeof *lists);
  struct pst_leeway of = {.lists = lists,
                          .run = run_kernel,
                          .context = &run,
                          .rows = rows,
                          .seed = PST_SEED,
                          .alpha = 1 - pst_conf_level(call->test),
                          .known = leeway->known};
  enum pst_status status;

  if (takes == PST_TAKES_TWO_BOUNDED)
    return PST_OK;
  if (lists == NULL)
    return pst_fail_memory(error);
  if (form == PST_FORM_ALL)
    for (size_t k = 0; k < leeway->data.k; k++)
      lists[of.n_lists++] = array_of(leeway, s->x.count > 0, k);
  else
    lists[of.n_lists++] = array_of(leeway, s->x.count > 0, call->i);
  if (form == PST_FORM_TWO)
    lists[of.n_lists++] = array_of(leeway, s->x.count > 0, call->j);
  status = pst_leeway_fill(&of, out, first, scratch, error);
  pst_arena_release(scratch, mark);
  return status;
}
