/* rank_agreement.c -- how far the rankings of two periods agree, as records. */
#include "rank/rank_agreement.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "job/leeway.h"
#include "job/pairwise/pairs.h"
#include "rank/rank_leeway.h"

/* An entity whose value is bounded in a period is not compared: both its rows are not used, and the
   bounded ones are counted as such. */
static bool leaves_out(struct pst_job *job, const struct pst_column *y, size_t from, size_t to)
{
  size_t bounded = (size_t)pst_column_bounded(y, from) + (size_t)pst_column_bounded(y, to);

  if (bounded == 0)
    return false;
  job->count.bounded += bounded;
  job->count.used -= bounded;
  return true;
}

/* Larger is better: where the smallest is first, and where values are ranks, they change their sign. */
static double sign_of(const struct pst_rank_settings *settings)
{
  return settings->order == 1 || settings->given ? -1 : 1;
}

/* The entities with an exact value in both periods. */
static enum pst_status make_sample(struct pst_job *job, const struct pst_rank_settings *settings,
                                   const struct pst_rankings *rankings,
                                   const struct pst_ranking *ranking, struct pst_sample *sample,
                                   struct pst_error *error)
{
  const struct pst_column *y = pst_job_column(job, settings->y.roles[ranking->variable]);
  struct pst_rank_change *changes;
  size_t n;
  double *from, *to;
  struct pst_rank_settings all = *settings;
  const double sign = sign_of(settings);
  enum pst_status status;

  all.top = 0;
  status = pst_rank_changes(job, &all, rankings, ranking, &changes, &n, error);
  if (status != PST_OK)
    return status;
  from = pst_arena_array(&job->arena, n + 1, sizeof *from);
  to = pst_arena_array(&job->arena, n + 1, sizeof *to);
  if (from == NULL || to == NULL)
    return pst_fail_memory(error);
  *sample = (struct pst_sample){.x = from, .y = to};
  for (size_t i = 0; i < n; i++) {
    if (changes[i].from == NULL || changes[i].to == NULL
        || leaves_out(job, y, changes[i].from->row, changes[i].to->row))
      continue;
    from[sample->n] = sign * pst_column_number(y, changes[i].from->row);
    to[sample->n++] = sign * pst_column_number(y, changes[i].to->row);
  }
  return PST_OK;
}

/* --- all periods ---------------------------------------------------------------------------------- */

/* The exact values of each entity (by its code) in the periods from --from to --to; NaN where it has none. */
static enum pst_status collect_periods(struct pst_job *job,
                                       const struct pst_rank_settings *settings,
                                       const struct pst_rankings *rankings,
                                       const struct pst_ranking *ranking, double ***values,
                                       struct pst_error *error)
{
  const struct pst_column *entity = pst_job_column(job, settings->entity_role);
  const struct pst_column *y = pst_job_column(job, settings->y.roles[ranking->variable]);
  size_t m = rankings->to - rankings->from + 1, codes = pst_column_texts(entity)->count;

  *values = pst_arena_array(&job->arena, m + 1, sizeof **values);
  if (*values == NULL)
    return pst_fail_memory(error);
  for (size_t p = 0; p < m; p++) {
    (*values)[p] = pst_arena_array(&job->arena, codes + 1, sizeof ***values);
    if ((*values)[p] == NULL)
      return pst_fail_memory(error);
    for (size_t c = 0; c < codes; c++)
      (*values)[p][c] = (double)NAN;
  }
  for (size_t i = 0; i < ranking->n_places; i++) {
    const struct pst_place *place = &ranking->places[i];

    if (place->period >= rankings->from && place->period <= rankings->to)
      (*values)[place->period - rankings->from][pst_column_code(entity, place->row)] =
          pst_column_number(y, place->row);
  }
  return PST_OK;
}

/* In how many of the M periods the entity of code C has an exact value. */
static size_t periods_with(double *const *values, size_t m, size_t c)
{
  size_t known = 0;

  for (size_t p = 0; p < m; p++)
    known += isnan(values[p][c]) ? 0 : 1;
  return known;
}

/* The entities with an exact value in all periods, with GAPS in any, a column a period that any has. */
static enum pst_status make_periods(struct pst_job *job, const struct pst_rank_settings *settings,
                                    const struct pst_rankings *rankings,
                                    const struct pst_ranking *ranking, bool gaps,
                                    struct pst_sample *sample, struct pst_error *error)
{
  const struct pst_dictionary *texts = pst_column_texts(pst_job_column(job, settings->entity_role));
  size_t m = rankings->to - rankings->from + 1, n = 0;
  struct pst_beside *beside = pst_arena_array(&job->arena, 1, sizeof *beside);
  const char **periods = pst_arena_array(&job->arena, m, sizeof *periods);
  const char **entities = pst_arena_array(&job->arena, texts->count + 1, sizeof *entities);
  double **values;
  enum pst_status status = collect_periods(job, settings, rankings, ranking, &values, error);

  if (status != PST_OK || beside == NULL || periods == NULL || entities == NULL)
    return status == PST_OK ? pst_fail_memory(error) : status;
  for (size_t p = 0; p < m; p++)
    periods[p] = rankings->periods[rankings->from + p].text;
  for (size_t c = 0; c < texts->count; c++) {
    if (periods_with(values, m, c) < (gaps ? 1 : m))
      continue;
    for (size_t p = 0; p < m; p++)
      values[p][n] = sign_of(settings) * values[p][c];
    entities[n++] = pst_dictionary_string(texts, (unsigned)c);
  }
  *beside = (struct pst_beside){.controls = (const double *const *)values,
                                .control_names = periods,
                                .n_controls = m,
                                .parts = {.names = entities}};
  *sample = (struct pst_sample){.n = n, .x = values[0], .y = values[m - 1], .beside = beside};
  return PST_OK;
}

/* Ranks are among exact values: those known within bounds have none, and others may stand behind them. */
static void note_bounded(const struct pst_job *job, const struct pst_rank_settings *settings,
                         const struct pst_rankings *rankings, const struct pst_ranking *ranking,
                         bool all, struct pst_pair_unit *unit, size_t first)
{
  const struct pst_column *y = pst_job_column(job, settings->y.roles[ranking->variable]);
  size_t bounded = 0;

  for (size_t i = 0; i < ranking->n_places; i++) {
    const size_t p = ranking->places[i].period;
    const bool meant =
        all ? p >= rankings->from && p <= rankings->to : p == rankings->from || p == rankings->to;

    bounded += meant && pst_column_bounded(y, ranking->places[i].row);
  }
  if (bounded > 0 && unit->estimates.count > first)
    pst_estimate_note(&unit->estimates, &unit->estimates.items[first],
                      "%zu %s known within bounds %s left out: ranks are among the others", bounded,
                      bounded == 1 ? "value" : "values", bounded == 1 ? "is" : "are");
}

/* --- the records ---------------------------------------------------------------------------------- */

static enum pst_status run_unit(struct pst_job *job, const struct pst_rank_settings *settings,
                                const struct pst_rankings *rankings, struct pst_pairs *pairs,
                                size_t i, struct pst_error *error)
{
  struct pst_pair_unit *unit = &pairs->units[i];
  struct pst_test test = pst_job_test(job);
  struct pst_sample sample = {.n = 0}, complete = {.n = 0}, gaps = {.n = 0};
  enum pst_status status = make_sample(job, settings, rankings, &rankings->list[i], &sample, error);

  test.top = settings->top;
  test.persistence = settings->persistence;
  if (status == PST_OK)
    status = make_periods(job, settings, rankings, &rankings->list[i], false, &complete, error);
  if (status == PST_OK)
    status = make_periods(job, settings, rankings, &rankings->list[i], true, &gaps, error);
  test.tests = pairs->n_units;
  unit->group = rankings->list[i].group;
  unit->pair = rankings->list[i].variable;
  unit->estimates.arena = &pairs->arenas[0];
  for (size_t m = 0; m < job->n_methods && status == PST_OK; m++) {
    const struct pst_method *method = job->methods[m];
    const size_t first = unit->estimates.count;

    status = pst_method_run(method,
                            method->takes_gaps                      ? &gaps
                            : method->honours & PST_HONOURS_CONTROL ? &complete
                                                                    : &sample,
                            &test, &unit->estimates, &job->arena, error);
    if (status == PST_OK && pst_job_has_leeway(job))
      status = pst_rank_leeway(job, settings, rankings, &rankings->list[i], method, &test, unit,
                               first, error);
    else if (method->takes_gaps)
      note_bounded(job, settings, rankings, &rankings->list[i],
                   (method->honours & PST_HONOURS_CONTROL) != 0, unit, first);
  }
  return status;
}

/* The group columns, with from and to behind them. */
static enum pst_status extend_keys(struct pst_job *job, const struct pst_rankings *rankings,
                                   struct pst_groups *groups, const char ***names,
                                   struct pst_error *error)
{
  size_t k = rankings->groups.n_keys, n = rankings->groups.n_groups;
  const char **keys = pst_arena_array(&job->arena, n * (k + 2) + 1, sizeof *keys);

  *names = pst_arena_array(&job->arena, k + 2, sizeof **names);
  if (keys == NULL || *names == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < k; i++)
    (*names)[i] = rankings->group_names[i];
  (*names)[k] = "from";
  (*names)[k + 1] = "to";
  for (size_t g = 0; g < n; g++) {
    for (size_t i = 0; i < k; i++)
      keys[g * (k + 2) + i] = rankings->groups.keys[g * k + i];
    keys[g * (k + 2) + k] = rankings->periods[rankings->from].text;
    keys[g * (k + 2) + k + 1] = rankings->periods[rankings->to].text;
  }
  *groups = (struct pst_groups){.n_groups = n, .n_keys = k + 2, .keys = keys};
  return PST_OK;
}

static enum pst_status name_variables(struct pst_job *job, const struct pst_rank_settings *settings,
                                      struct pst_pairs *pairs, struct pst_error *error)
{
  struct pst_column_pair *list = pst_arena_array(&job->arena, settings->y.count, sizeof *list);

  if (list == NULL)
    return pst_fail_memory(error);
  for (size_t v = 0; v < settings->y.count; v++)
    list[v].y_name = pst_job_column(job, settings->y.roles[v])->name;
  pairs->pairs = list;
  pairs->n_pairs = settings->y.count;
  pairs->n_units = pairs->groups->n_groups * pairs->n_pairs;
  pairs->units = calloc(pairs->n_units + 1, sizeof *pairs->units);
  pairs->arenas = calloc(1, sizeof *pairs->arenas);
  pairs->n_arenas = pairs->arenas != NULL;
  return pairs->units == NULL || pairs->arenas == NULL ? pst_fail_memory(error) : PST_OK;
}

enum pst_status pst_rank_agreement(struct pst_job *job, const struct pst_rank_settings *settings,
                                   const struct pst_rankings *rankings,
                                   struct pst_estimate_grid *grid, struct pst_error *error)
{
  struct pst_groups groups;
  struct pst_pairs pairs = {.groups = &groups};
  const char **names = NULL;
  enum pst_status status = extend_keys(job, rankings, &groups, &names, error);

  if (status == PST_OK)
    status = name_variables(job, settings, &pairs, error);
  for (size_t i = 0; i < rankings->count && status == PST_OK; i++)
    status = run_unit(job, settings, rankings, &pairs, i, error);
  if (status == PST_OK)
    status = pst_pairs_report(job, &pairs, names, 1u << PST_KEY_AGAINST | 1u << PST_KEY_UNIT, grid,
                              error);
  /* The grid keeps pointers to the notes: they stay with the job. */
  if (pairs.arenas != NULL)
    pst_arena_adopt(&job->arena, &pairs.arenas[0]);
  pst_pairs_free(&pairs);
  return status;
}
