/* regress_leeway.c -- what --printed and --bounds leave open of a regression. */
#include "regress/regress_leeway.h"

#include <math.h>
#include <stdint.h>

#include "job/leeway.h"
#include "stats/leeway/leeway.h"

/* The columns of numbers of the model: those of -x, then that of -y. */
struct moved {
  struct pst_job *job;
  const struct pst_groups *groups;
  const struct pst_regress_unit *unit;
  size_t n_columns, n_rows, *rows;
  struct pst_column **columns;
  struct pst_leeway_values *lists;
  struct pst_regress_lines
      *vacant; /* of a unit without a fit: what the first that there is names */
};

/* --- the cells -------------------------------------------------------------------------------------------- */

static bool other_known(const struct pst_job *job, size_t role, size_t row)
{
  const struct pst_column *column = role == SIZE_MAX ? NULL : pst_job_column(job, role);

  return column == NULL || !pst_column_missing(column, row);
}

/* All that the model needs is known, or known within bounds. */
static bool is_complete(const struct moved *m, size_t row)
{
  const struct pst_regress_settings *s = m->job->settings;

  for (size_t c = 0; c < m->n_columns; c++)
    if (isnan(pst_job_cell_bounds(m->job, m->columns[c], row).low))
      return false;
  for (size_t i = 0; i < s->x.count; i++)
    if (pst_job_column(m->job, s->x.roles[i])->type != PST_COLUMN_NUMBER
        && !other_known(m->job, s->x.roles[i], row))
      return false;
  for (size_t i = 0; i < s->factors.count; i++)
    if (!other_known(m->job, s->factors.roles[i], row))
      return false;
  return other_known(m->job, s->time, row) && other_known(m->job, s->weight_role, row)
         && other_known(m->job, s->within_role, row) && other_known(m->job, s->cluster_role, row);
}

static enum pst_status name_columns(struct moved *m, struct pst_error *error)
{
  const struct pst_regress_settings *s = m->job->settings;
  struct pst_arena *arena = &m->job->arena;
  enum pst_status status = PST_OK;

  m->columns = pst_arena_array(arena, s->x.count + 2, sizeof *m->columns);
  m->lists = pst_arena_array(arena, s->x.count + 2, sizeof *m->lists);
  if (m->columns == NULL || m->lists == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < s->x.count; i++)
    if (pst_job_column(m->job, s->x.roles[i])->type == PST_COLUMN_NUMBER)
      m->columns[m->n_columns++] = &m->job->table.columns[m->job->roles[s->x.roles[i]].column];
  m->columns[m->n_columns++] =
      &m->job->table.columns[m->job->roles[s->y.roles[m->unit->variable]].column];
  for (size_t c = 0; c < m->n_columns && status == PST_OK; c++)
    status = pst_job_leeway_loaded(m->job, m->columns[c], error);
  return status;
}

static enum pst_status take_cells(struct moved *m, struct pst_error *error)
{
  const size_t *first = &m->groups->first[m->unit->group];
  struct pst_arena *arena = &m->job->arena;

  m->rows = pst_arena_array(arena, first[1] - first[0] + 1, sizeof *m->rows);
  if (m->rows == NULL)
    return pst_fail_memory(error);
  for (size_t i = first[0]; i < first[1]; i++)
    if (is_complete(m, m->groups->row[i]))
      m->rows[m->n_rows++] = m->groups->row[i];
  for (size_t c = 0; c < m->n_columns; c++) {
    double *at = pst_arena_array(arena, m->n_rows + 1, sizeof *at);
    struct pst_bounds *bounds = pst_arena_array(arena, m->n_rows + 1, sizeof *bounds);

    if (at == NULL || bounds == NULL)
      return pst_fail_memory(error);
    for (size_t i = 0; i < m->n_rows; i++) {
      at[i] = pst_column_number(m->columns[c], m->rows[i]);
      bounds[i] = pst_job_cell_bounds(m->job, m->columns[c], m->rows[i]);
    }
    m->lists[c] = (struct pst_leeway_values){
        .n = m->n_rows,
        .at = at,
        .bounds = bounds,
        .whole = m->job->options.bounds && pst_job_whole_bounds(m->job, m->columns[c])};
  }
  return PST_OK;
}

/* The values of the arrays into the table. */
static void move(const struct moved *m)
{
  for (size_t c = 0; c < m->n_columns; c++)
    for (size_t i = 0; i < m->n_rows; i++)
      pst_column_set_number(m->columns[c], m->rows[i], m->lists[c].at[i],
                            pst_column_decimals(m->columns[c], m->rows[i]));
}

/* What the rows of LINES are set against, for those that have no fit: names of LINES live in an arena that is released. */
static enum pst_status name_vacant(struct moved *m, const struct pst_regress_lines *lines,
                                   struct pst_arena_mark mark, struct pst_error *error)
{
  struct pst_arena kept = PST_ARENA_EMPTY;
  const char **names = pst_arena_array(&kept, lines->list.count + 1, sizeof *names), **against;
  bool good = names != NULL;

  for (size_t i = 0; i < lines->list.count && good; i++)
    if (lines->against[i] != NULL)
      good = (names[i] = pst_arena_string(&kept, lines->against[i])) != NULL;
  pst_arena_release(&m->job->arena, mark);
  against = pst_arena_array(&m->job->arena, lines->list.count + 1, sizeof *against);
  good = good && against != NULL;
  for (size_t i = 0; i < lines->list.count && good; i++)
    if (names[i] != NULL)
      good = (against[i] = pst_arena_string(&m->job->arena, names[i])) != NULL;
  pst_arena_free(&kept);
  m->vacant->against = against;
  m->vacant = NULL;
  return good ? PST_OK : pst_fail_memory(error);
}

/* --- the fit ----------------------------------------------------------------------------------------------- */

static enum pst_status run(void *context, struct pst_estimates *out, struct pst_arena *scratch,
                           struct pst_error *error)
{
  struct moved *m = context;
  struct pst_arena_mark mark = pst_arena_mark(&m->job->arena);
  struct pst_regress_lines lines = {.list = *out};
  struct pst_regress_unit unit = {.group = m->unit->group, .variable = m->unit->variable};
  enum pst_status status;

  (void)scratch;
  move(m);
  status = pst_regress_unit_fit(m->job, m->groups, &unit, error);
  if (status == PST_OK && unit.why_not != NULL)
    status = PST_UNDEFINED;
  if (status == PST_OK)
    status = pst_regress_lines_make(m->job, &unit, &lines, error);
  *out = lines.list;
  if (status == PST_OK && m->vacant != NULL)
    return name_vacant(m, &lines, mark, error);
  pst_arena_release(&m->job->arena, mark);
  return status;
}

enum pst_status pst_regress_leeway(struct pst_job *job, const struct pst_groups *groups,
                                   const struct pst_regress_unit *unit,
                                   struct pst_regress_lines *lines, struct pst_error *error)
{
  struct moved m = {.job = job,
                    .groups = groups,
                    .unit = unit,
                    .vacant = unit->why_not != NULL && lines->list.count == 1 ? lines : NULL};
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_leeway leeway = {
      .run = run, .context = &m, .seed = PST_SEED, .alpha = 1 - job->options.conf_level};
  enum pst_status status = name_columns(&m, error);

  if (status == PST_OK)
    status = take_cells(&m, error);
  if (status == PST_OK) {
    leeway.lists = m.lists;
    leeway.n_lists = m.n_columns;
    leeway.known = m.n_rows == unit->sample.n + unit->sample.n_zero;
    status = pst_leeway_fill(&leeway, &lines->list, 0, &scratch, error);
    move(&m);
  }
  pst_arena_free(&scratch);
  return status;
}
