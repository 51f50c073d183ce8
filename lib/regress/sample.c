/* sample.c -- the rows of a unit that are complete, and the design that they make. */
#include "regress/sample.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

/* --- rows --------------------------------------------------------------------------------------- */

static bool known(const struct pst_job *job, size_t role, size_t row)
{
  const struct pst_column *column;

  if (role == SIZE_MAX)
    return true;
  column = pst_job_column(job, role);
  return column->type == PST_COLUMN_TEXT ? !pst_column_missing(column, row)
                                         : pst_column_known(column, row);
}

static bool all_known(const struct pst_job *job, const struct pst_roles *roles, size_t row)
{
  for (size_t i = 0; i < roles->count; i++)
    if (!known(job, roles->roles[i], row))
      return false;
  return true;
}

static bool complete(const struct pst_job *job, size_t v, size_t row)
{
  const struct pst_regress_settings *s = job->settings;

  return known(job, s->y.roles[v], row) && all_known(job, &s->x, row)
         && all_known(job, &s->factors, row) && known(job, s->time, row)
         && known(job, s->weight_role, row) && known(job, s->within_role, row)
         && known(job, s->cluster_role, row);
}

struct place {
  double time;
  size_t row;
};

static int by_time(const void *a, const void *b)
{
  const struct place *p = a, *q = b;

  if (p->time != q->time)
    return p->time < q->time ? -1 : 1;
  return p->row < q->row ? -1 : p->row > q->row;
}

static enum pst_status sort_rows(struct pst_job *job, struct pst_regress_sample *sample,
                                 struct pst_error *error)
{
  const struct pst_regress_settings *s = job->settings;
  struct pst_arena_mark mark = pst_arena_mark(&job->arena);
  struct place *places;

  if (s->time == SIZE_MAX)
    return PST_OK;
  places = pst_arena_array(&job->arena, sample->n + 1, sizeof *places);
  if (places == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < sample->n; i++)
    places[i] = (struct place){pst_column_number(pst_job_column(job, s->time), sample->rows[i]),
                               sample->rows[i]};
  qsort(places, sample->n, sizeof *places, by_time);
  for (size_t i = 0; i < sample->n; i++)
    sample->rows[i] = places[i].row;
  pst_arena_release(&job->arena, mark);
  return PST_OK;
}

static enum pst_status fail_weight(const struct pst_job *job, size_t row, double weight,
                                   struct pst_error *error)
{
  const struct pst_regress_settings *s = job->settings;

  return pst_fail_at(error, PST_BAD_DATA, pst_table_file(&job->table, row),
                     pst_table_line(&job->table, row),
                     "the weight in '%s' is %g; weights are 0 or above",
                     pst_job_column(job, s->weight_role)->name, weight);
}

enum pst_status pst_regress_rows(struct pst_job *job, const struct pst_groups *groups, size_t group,
                                 size_t v, struct pst_regress_sample *sample,
                                 struct pst_error *error)
{
  const struct pst_regress_settings *s = job->settings;
  size_t first = groups->first[group], last = groups->first[group + 1];

  *sample = (struct pst_regress_sample){.n = 0};
  sample->rows = pst_arena_array(&job->arena, last - first + 1, sizeof *sample->rows);
  if (sample->rows == NULL)
    return pst_fail_memory(error);
  for (size_t i = first; i < last; i++) {
    size_t row = groups->row[i];
    double weight = 1;

    if (!complete(job, v, row))
      continue;
    if (s->weight_role != SIZE_MAX)
      weight = pst_column_number(pst_job_column(job, s->weight_role), row);
    if (weight < 0)
      return fail_weight(job, row, weight, error);
    if (weight == 0)
      sample->n_zero++;
    else
      sample->rows[sample->n++] = row;
  }
  return sort_rows(job, sample, error);
}

enum pst_status pst_regress_codes(struct pst_job *job, const struct pst_regress_sample *sample,
                                  size_t role, size_t **codes, size_t *count,
                                  struct pst_error *error)
{
  const struct pst_column *column = pst_job_column(job, role);
  size_t texts = pst_column_texts(column)->count;
  size_t *number = pst_arena_array(&job->arena, texts + 1, sizeof *number);

  *count = 0;
  *codes = pst_arena_array(&job->arena, sample->n + 1, sizeof **codes);
  if (number == NULL || *codes == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < sample->n; i++) {
    unsigned code = pst_column_code(column, sample->rows[i]);

    if (number[code] == 0)
      number[code] = ++*count;
    (*codes)[i] = number[code] - 1;
  }
  return PST_OK;
}

/* --- the design --------------------------------------------------------------------------------- */

/* The weight of each group of --within, and the leverage that its mean takes. */
static enum pst_status absorb(struct pst_job *job, const struct pst_regress_sample *sample,
                              struct pst_regress_design *out, struct pst_dd **totals,
                              struct pst_error *error)
{
  const struct pst_regress_settings *s = job->settings;
  size_t n = sample->n, *counts;
  enum pst_status status =
      pst_regress_codes(job, sample, s->within_role, &out->within, &out->design.absorbed, error);

  if (status != PST_OK)
    return status;
  counts = pst_arena_array(&job->arena, out->design.absorbed + 1, sizeof *counts);
  *totals = pst_arena_array(&job->arena, out->design.absorbed + 1, sizeof **totals);
  out->absorbed_leverage = pst_arena_array(&job->arena, n + 1, sizeof *out->absorbed_leverage);
  if (counts == NULL || *totals == NULL || out->absorbed_leverage == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++) {
    double w = out->design.weights == NULL ? 1 : out->design.weights[i];
    struct pst_dd *total = &(*totals)[out->within[i]];

    *total = pst_dd_sum(*total, pst_dd_of(w));
    counts[out->within[i]]++;
  }
  for (size_t i = 0; i < n; i++)
    out->absorbed_leverage[i] = (out->design.weights == NULL ? 1 : out->design.weights[i])
                                / pst_dd_value((*totals)[out->within[i]]);
  for (size_t g = 0; g < out->design.absorbed; g++)
    out->n_single += counts[g] == 1;
  return PST_OK;
}

/* CELLS less the mean of their group. */
static enum pst_status take_means(struct pst_job *job, const struct pst_regress_design *out,
                                  const struct pst_dd *totals, struct pst_dd *cells, size_t n,
                                  struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(&job->arena);
  struct pst_dd *sums = pst_arena_array(&job->arena, out->design.absorbed + 1, sizeof *sums);

  if (sums == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++) {
    struct pst_dd w = pst_dd_of(out->design.weights == NULL ? 1 : out->design.weights[i]);
    struct pst_dd *sum = &sums[out->within[i]];

    *sum = pst_dd_sum(*sum, pst_dd_product(w, cells[i]));
  }
  for (size_t i = 0; i < n; i++)
    cells[i] = pst_dd_less(cells[i], pst_dd_quotient(sums[out->within[i]], totals[out->within[i]]));
  pst_arena_release(&job->arena, mark);
  return PST_OK;
}

/* What is left of a column of VALUES by rounding, once its groups' means are off, is 0. */
static void clear_rounding(struct pst_dd *cells, size_t n, double most)
{
  for (size_t i = 0; i < n; i++)
    if (fabs(cells[i].high) <= most * 0x1p-50)
      cells[i] = pst_dd_of(0);
}

static enum pst_status make_column(struct pst_job *job, const struct pst_regress_design *out,
                                   const struct pst_dd *totals, struct pst_dd *cells, size_t n,
                                   struct pst_regressor *column, struct pst_error *error)
{
  double *high = pst_arena_array(&job->arena, n + 1, sizeof *high);
  double *low = pst_arena_array(&job->arena, n + 1, sizeof *low), most = 0;
  enum pst_status status = PST_OK;

  if (high == NULL || low == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    most = fmax(most, fabs(cells[i].high));
  if (totals != NULL) {
    status = take_means(job, out, totals, cells, n, error);
    clear_rounding(cells, n, most);
  }
  for (size_t i = 0; i < n; i++) {
    high[i] = cells[i].high;
    low[i] = isfinite(cells[i].low) ? cells[i].low : 0;
  }
  column->high = high;
  column->low = low;
  return status;
}

static enum pst_status make_columns(struct pst_job *job, const struct pst_regress_model *model,
                                    const struct pst_regress_sample *sample, size_t v,
                                    const struct pst_dd *totals, struct pst_regress_design *out,
                                    struct pst_error *error)
{
  const struct pst_regress_settings *s = job->settings;
  const struct pst_column *y = pst_job_column(job, s->y.roles[v]);
  size_t n = sample->n, p = model->count;
  struct pst_dd *cells = pst_arena_array(&job->arena, n + 1, sizeof *cells);
  struct pst_regressor *columns = pst_arena_array(&job->arena, p + 1, sizeof *columns);
  enum pst_status status = cells == NULL || columns == NULL ? pst_fail_memory(error) : PST_OK;

  for (size_t j = 0; j < p && status == PST_OK; j++) {
    for (size_t i = 0; i < n; i++)
      cells[i] = pst_regress_model_cell(job, &model->terms[j], sample->rows[i]);
    status = make_column(job, out, totals, cells, n, &columns[j], error);
    columns[j].name = model->terms[j].name;
  }
  for (size_t i = 0; i < n && status == PST_OK; i++)
    cells[i] =
        (struct pst_dd){pst_column_number(y, sample->rows[i]), pst_column_rest(y, sample->rows[i])};
  for (size_t i = 0; i < n && status == PST_OK && totals != NULL; i++)
    out->design.y_most = fmax(out->design.y_most, fabs(cells[i].high));
  if (status == PST_OK)
    status = make_column(job, out, totals, cells, n, &out->design.y, error);
  out->design.columns = columns;
  out->design.y.name = y->name;
  return status;
}

enum pst_status pst_regress_design_make(struct pst_job *job, const struct pst_regress_model *model,
                                        const struct pst_regress_sample *sample, size_t v,
                                        struct pst_regress_design *out, struct pst_error *error)
{
  const struct pst_regress_settings *s = job->settings;
  double *weights = NULL;
  struct pst_dd *totals = NULL;
  enum pst_status status = PST_OK;

  *out = (struct pst_regress_design){.design = {.n = sample->n, .p = model->count}};
  out->design.intercept = model->count > 0 && model->terms[0].n_atoms == 0;
  if (s->weight_role != SIZE_MAX) {
    weights = pst_arena_array(&job->arena, sample->n + 1, sizeof *weights);
    if (weights == NULL)
      return pst_fail_memory(error);
    for (size_t i = 0; i < sample->n; i++)
      weights[i] = pst_column_number(pst_job_column(job, s->weight_role), sample->rows[i]);
  }
  out->design.weights = weights;
  if (s->within_role != SIZE_MAX)
    status = absorb(job, sample, out, &totals, error);
  return status == PST_OK ? make_columns(job, model, sample, v, totals, out, error) : status;
}
