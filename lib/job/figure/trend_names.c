/* trend_names.c -- what the series of polstat-trend and their figure are called. */
#include "job/figure/trend_names.h"

#include "job/columns.h"
#include "job/figure/figure_parts.h"

const char *pst_trend_series_name(struct pst_job *job, const struct pst_pairs *pairs, size_t u)
{
  const struct pst_pair_unit *unit = &pairs->units[u];
  const char *label = pst_job_group_label(job, pairs->groups, unit->group);
  const char *variable = pst_figure_column_name(&job->table.columns[pairs->pairs[unit->pair].y]);

  if (label[0] == '\0')
    return pairs->n_pairs == 1 ? NULL : variable;
  return pairs->n_pairs == 1 ? label : pst_arena_format(&job->arena, "%s, %s", label, variable);
}

/* What NAME says of the columns of y, one after the other. */
static const char *join(struct pst_job *job, const struct pst_pairs *pairs,
                        const char *(*name)(struct pst_job *job, const struct pst_column *column))
{
  struct pst_buffer title = {.data = NULL};
  const char *copy;

  for (size_t p = 0; p < pairs->n_pairs; p++)
    pst_buffer_printf(&title, "%s%s", p == 0 ? "" : "; ",
                      name(job, &job->table.columns[pairs->pairs[p].y]));
  copy = pst_arena_copy(&job->arena, pst_buffer_string(&title), title.size);
  pst_buffer_free(&title);
  return copy;
}

static const char *column_name(struct pst_job *job, const struct pst_column *column)
{
  (void)job;
  return pst_figure_column_name(column);
}

const char *pst_trend_title(struct pst_job *job, const struct pst_pairs *pairs)
{
  return join(job, pairs, column_name);
}

const char *pst_trend_units(struct pst_job *job, const struct pst_pairs *pairs)
{
  return join(job, pairs, pst_figure_axis_name);
}
