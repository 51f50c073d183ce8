/* collect_shares.c -- a row a level: successes among trials, or a printed percentage of them. */
#include <math.h>
#include <stdint.h>

#include "compare/collect.h"

/* The percentage of ROW as the file prints it. */
static enum pst_status read_printed(const struct pst_job *job, size_t row,
                                    struct pst_printed_share *printed, struct pst_error *error)
{
  const struct pst_compare_settings *s = job->settings;
  const struct pst_column *column = pst_job_column(job, s->count_role);
  const double value = pst_column_number(column, row);
  double unit = 1;

  printed->decimals = pst_column_decimals(column, row);
  for (int i = 0; i < printed->decimals; i++)
    unit *= 10;
  printed->digits = round(value * unit);
  printed->trials = pst_compare_number(job, s->trials_role, row);
  printed->half_even = s->halves == 1;
  if (fabs(value * unit - printed->digits) > 1e-6 * fmax(1, fabs(printed->digits)))
    return pst_fail_at(error, PST_BAD_DATA, pst_table_file(&job->table, row),
                       pst_table_line(&job->table, row),
                       "--percent %s: %.15g is no printed percentage: a computed column has no "
                       "digits of its own",
                       column->name, value);
  if (value < 0 || value > 100)
    return pst_fail_at(error, PST_BAD_DATA, pst_table_file(&job->table, row),
                       pst_table_line(&job->table, row),
                       "--percent %s: %.15g is no percentage from 0 to 100", column->name, value);
  return PST_OK;
}

static const char *name_of(const struct pst_compare_settings *s, size_t place)
{
  return s->between_role == SIZE_MAX ? "the whole" : s->levels_order.names[place];
}

/* The row of each level. */
static enum pst_status collect_rows(const struct pst_job *job, const struct pst_groups *groups,
                                    size_t group, struct pst_compare_data *data, size_t **rows,
                                    struct pst_arena *arena, struct pst_error *error)
{
  size_t *places, place;
  enum pst_status status =
      pst_compare_levels(job, groups, group, SIZE_MAX, data, &places, arena, error);

  if (status != PST_OK)
    return status;
  *rows = pst_arena_array(arena, data->k + 1, sizeof **rows);
  if (*rows == NULL)
    return pst_fail_memory(error);
  for (size_t k = 0; k < data->k; k++)
    (*rows)[k] = SIZE_MAX;
  for (size_t i = groups->first[group]; i < groups->first[group + 1]; i++) {
    size_t row = groups->row[i];

    if (pst_compare_row(job, SIZE_MAX, row, &place) != PST_FATE_USED)
      continue;
    if ((*rows)[places[place]] != SIZE_MAX)
      return pst_compare_fail_twice(job, groups, group, name_of(job->settings, place),
                                    (*rows)[places[place]], row, error);
    (*rows)[places[place]] = row;
  }
  return PST_OK;
}

enum pst_status pst_collect_shares(const struct pst_job *job, const struct pst_groups *groups,
                                   size_t group, size_t v, struct pst_compare_data *data,
                                   struct pst_arena *arena, struct pst_error *error)
{
  const struct pst_compare_settings *s = job->settings;
  size_t *rows;
  enum pst_status status = collect_rows(job, groups, group, data, &rows, arena, error);

  (void)v;
  if (status != PST_OK)
    return status;
  data->n = 0;
  for (size_t k = 0; k < data->k; k++) {
    struct pst_proportion *share = &data->levels[k].share;

    share->successes = pst_compare_number(job, s->count_role, rows[k]);
    share->trials = pst_compare_number(job, s->trials_role, rows[k]);
    share->design_effect = s->deff_role == SIZE_MAX
                               ? s->design_effect
                               : pst_compare_number(job, s->deff_role, rows[k]);
    if (s->deff_role != SIZE_MAX && !(share->design_effect > 0))
      return pst_fail_at(error, PST_BAD_DATA, pst_table_file(&job->table, rows[k]),
                         pst_table_line(&job->table, rows[k]),
                         "--deff %s: a design effect is above 0, not %g", s->deff,
                         share->design_effect);
    data->n += share->trials > 0 && share->trials < 0x1p53 ? (size_t)share->trials : 0;
  }
  return PST_OK;
}

enum pst_status pst_collect_printed(const struct pst_job *job, const struct pst_groups *groups,
                                    size_t group, size_t v, struct pst_compare_data *data,
                                    struct pst_arena *arena, struct pst_error *error)
{
  size_t *rows;
  enum pst_status status = collect_rows(job, groups, group, data, &rows, arena, error);

  (void)v;
  data->n = 0;
  for (size_t k = 0; status == PST_OK && k < data->k; k++) {
    struct pst_printed_share *printed = &data->levels[k].printed;

    status = read_printed(job, rows[k], printed, error);
    data->n += printed->trials > 0 && printed->trials < 0x1p53 ? (size_t)printed->trials : 0;
  }
  return status;
}
