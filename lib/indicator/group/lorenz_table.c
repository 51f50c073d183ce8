/* lorenz_table.c -- the points of Lorenz curves. */
#include <math.h>
#include <stdint.h>

#include "indicator/frame/cells.h"
#include "indicator/group/kinds_of_groups.h"
#include "stats/concentration/lorenz.h"

struct lorenz {
  struct pst_job *job;
  const struct pst_indicator_frame *frame;
  struct pst_lorenz_table *table;
};

static const char *const own[] = {"variable", "parts", "share_of_parts", "share_of_total", NULL};

static enum pst_status begin(struct lorenz *lorenz, struct pst_error *error)
{
  const struct pst_indicator_settings *s = lorenz->job->settings;
  const struct pst_grid_column columns[] = {
      {.name = "variable", .role = PST_ROLE_LABEL},
      {.name = "parts", .kind = PST_CELL_INTEGER},
      {.name = "share_of_parts", .kind = PST_CELL_NUMBER},
      {.name = "share_of_total", .kind = PST_CELL_NUMBER},
  };
  enum pst_status status = PST_OK;

  for (size_t k = 0; k < lorenz->frame->groups.n_keys && status == PST_OK; k++)
    status = pst_indicator_add_label(&lorenz->table->grid, lorenz->frame->group_names[k],
                                     PST_ROLE_LABEL, own, error);
  if (s->keys.time_role != SIZE_MAX && status == PST_OK)
    status = pst_indicator_add_label(&lorenz->table->grid,
                                     pst_job_column(lorenz->job, s->keys.time_role)->name,
                                     PST_ROLE_LABEL, own, error);
  for (size_t i = 0; i < 4 && status == PST_OK; i++)
    status = pst_grid_add_column(&lorenz->table->grid, &columns[i], error);
  lorenz->table->first = lorenz->table->grid.n_columns - 3;
  return status;
}

static enum pst_status add_point(struct lorenz *lorenz, size_t row, const char *variable, size_t k,
                                 size_t n, double share, struct pst_error *error)
{
  const struct pst_indicator_frame *frame = lorenz->frame;
  size_t keys = frame->groups.n_keys, at = lorenz->table->grid.n_rows;

  if (pst_grid_add_row(&lorenz->table->grid, error) != PST_OK)
    return PST_NO_MEMORY;
  for (size_t i = 0; i < keys; i++)
    pst_grid_set_text(&lorenz->table->grid, at, i,
                      frame->groups.keys[frame->group[row] * keys + i]);
  if (frame->time_text != NULL)
    pst_grid_set_text(&lorenz->table->grid, at, keys, frame->time_text[row]);
  pst_grid_set_text(&lorenz->table->grid, at, lorenz->table->first - 1, variable);
  pst_grid_set_number(&lorenz->table->grid, at, lorenz->table->first, (double)k);
  pst_grid_set_number(&lorenz->table->grid, at, lorenz->table->first + 1, (double)k / (double)n);
  pst_grid_set_number(&lorenz->table->grid, at, lorenz->table->first + 2, share);
  return PST_OK;
}

/* Why the slice has no curve: on standard error, for the table has no place for it. */
static void say_without(struct lorenz *lorenz, size_t row, const char *variable, const char *why)
{
  const char *label =
      pst_job_group_label(lorenz->job, &lorenz->frame->groups, lorenz->frame->group[row]);

  pst_job_say(lorenz->job, "lorenz: no curve of %s%s%s%s%s: %s", variable,
              label[0] == '\0' ? "" : " for ", label,
              lorenz->frame->time_text == NULL ? "" : " in ",
              lorenz->frame->time_text == NULL ? "" : lorenz->frame->time_text[row], why);
}

static enum pst_status of_slice(struct lorenz *lorenz, size_t slice, const char *variable,
                                const struct pst_bounds *cell, struct pst_error *error)
{
  const struct pst_indicator_settings *s = lorenz->job->settings;
  size_t row = lorenz->frame->index.slices.rows[lorenz->frame->index.slices.start[slice]];
  struct pst_slice_values values;
  struct pst_amounts parts;
  struct pst_error reason = {.status = PST_OK};
  double *curve;
  enum pst_status status = PST_OK;

  if (!pst_slice_take(lorenz->job, lorenz->frame, slice, cell, &values, &lorenz->job->arena))
    return pst_fail_memory(error);
  if (!values.points || (values.empty > 0 && !s->asks[0].known)) {
    say_without(lorenz, row, variable,
                values.points ? "a cell is empty; write lorenz(of known) to pass over it"
                              : "a value is known only by bounds");
    return PST_OK;
  }
  status = pst_amounts_prepare(values.low, values.n, &parts, &lorenz->job->arena, &reason);
  if (status != PST_OK)
    say_without(lorenz, row, variable, reason.message);
  if (status != PST_OK)
    return status == PST_UNDEFINED ? PST_OK : pst_fail(error, status, "%s", reason.message);
  curve = pst_arena_array(&lorenz->job->arena, parts.n + 1, sizeof *curve);
  if (curve == NULL)
    return pst_fail_memory(error);
  pst_lorenz(&parts, curve);
  lorenz->table->slice[lorenz->table->curves++] = slice;
  for (size_t k = 0; k <= parts.n && status == PST_OK; k++)
    status = add_point(lorenz, row, variable, k, parts.n, curve[k], error);
  return status;
}

static enum pst_status fill(struct lorenz *lorenz, struct pst_error *error)
{
  const struct pst_indicator_settings *s = lorenz->job->settings;
  enum pst_status status = begin(lorenz, error);

  for (size_t v = 0; v < s->y.count && status == PST_OK; v++) {
    const struct pst_bounds *cell =
        pst_indicator_frame_cells(lorenz->job, lorenz->frame, s->y.roles[v]);
    const char *variable = pst_job_column(lorenz->job, s->y.roles[v])->name;

    if (cell == NULL)
      return pst_fail_memory(error);
    for (size_t slice = 0; slice < lorenz->frame->index.slices.count && status == PST_OK; slice++)
      status = of_slice(lorenz, slice, variable, cell, error);
  }
  return status;
}

enum pst_status pst_lorenz_table_make(struct pst_job *job, const struct pst_indicator_frame *frame,
                                      struct pst_lorenz_table *table, struct pst_error *error)
{
  const struct pst_indicator_settings *s = job->settings;
  struct lorenz lorenz = {.job = job, .frame = frame, .table = table};

  table->slice = pst_arena_array(&job->arena, frame->index.slices.count * s->y.count + 1,
                                 sizeof *table->slice);
  if (table->slice == NULL)
    return pst_fail_memory(error);
  return fill(&lorenz, error);
}
