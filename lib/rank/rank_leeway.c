/* rank_leeway.c -- what --printed and --bounds leave open of the agreement of rankings. */
#include "rank/rank_leeway.h"

#include <math.h>

#include "job/leeway.h"
#include "stats/leeway/leeway.h"

/* One method on the rankings. */
struct kernel {
  struct pst_sample sample;
  const struct pst_method *method;
  const struct pst_test *test;
};

static enum pst_status run(void *context, struct pst_estimates *out, struct pst_arena *scratch,
                           struct pst_error *error)
{
  const struct kernel *k = context;

  return k->method->kernel(&k->sample, k->test, out, scratch, error);
}

/* Larger is better: where the smallest is first, and where values are ranks, the bounds are turned. */
static struct pst_bounds turn(struct pst_bounds b)
{
  return (struct pst_bounds){
      .low = -b.high, .high = -b.low, .low_open = b.high_open, .high_open = b.low_open};
}

struct pst_bounds pst_rank_cell_bounds(struct pst_job *job,
                                       const struct pst_rank_settings *settings,
                                       const struct pst_column *y, size_t row)
{
  const struct pst_bounds bounds = pst_job_cell_bounds(job, y, row);

  return settings->order == 1 || settings->given ? turn(bounds) : bounds;
}

/* By period and code: the bounds of each entity, NaN where it has no place. */
static struct pst_bounds *collect(struct pst_job *job, const struct pst_rank_settings *settings,
                                  const struct pst_rankings *rankings,
                                  const struct pst_ranking *ranking, size_t codes, double **values)
{
  const size_t m = rankings->to - rankings->from + 1;
  const struct pst_column *entity = pst_job_column(job, settings->entity_role);
  const struct pst_column *y = pst_job_column(job, settings->y.roles[ranking->variable]);
  const bool turned = settings->order == 1 || settings->given;
  struct pst_bounds *bounds = pst_arena_array(&job->arena, m * codes + 1, sizeof *bounds);

  *values = pst_arena_array(&job->arena, m * codes + 1, sizeof **values);
  if (bounds == NULL || *values == NULL)
    return NULL;
  for (size_t i = 0; i < m * codes; i++) {
    bounds[i] = (struct pst_bounds){.low = (double)NAN, .high = (double)NAN};
    (*values)[i] = (double)NAN;
  }
  for (size_t i = 0; i < ranking->n_places; i++) {
    const struct pst_place *place = &ranking->places[i];
    size_t at;

    if (place->period < rankings->from || place->period > rankings->to)
      continue;
    at = (place->period - rankings->from) * codes + pst_column_code(entity, place->row);
    bounds[at] = pst_rank_cell_bounds(job, settings, y, place->row);
    (*values)[at] = turned ? -pst_column_number(y, place->row) : pst_column_number(y, place->row);
  }
  return bounds;
}

/* In how many of the periods that count the entity C stands. */
static size_t stands(const struct pst_bounds *bounds, size_t m, size_t codes, size_t c, bool ends)
{
  size_t known = 0;

  for (size_t p = 0; p < m; p++)
    if (!ends || p == 0 || p + 1 == m)
      known += isnan(bounds[p * codes + c].low) ? 0 : 1;
  return known;
}

bool pst_rank_open_reserve(struct pst_rank_open *r, size_t m, size_t n, struct pst_arena *arena)
{
  r->m = m;
  r->n = 0;
  r->lists = pst_arena_array(arena, m + 1, sizeof *r->lists);
  r->at = pst_arena_array(arena, m + 1, sizeof *r->at);
  r->bounds = pst_arena_array(arena, m + 1, sizeof *r->bounds);
  r->entities = pst_arena_array(arena, n + 1, sizeof *r->entities);
  r->names = pst_arena_array(arena, m + 1, sizeof *r->names);
  if (r->lists == NULL || r->at == NULL || r->bounds == NULL || r->entities == NULL
      || r->names == NULL)
    return false;
  for (size_t p = 0; p < m; p++) {
    r->bounds[p] = pst_arena_array(arena, n + 1, sizeof *r->bounds[p]);
    r->at[p] = pst_arena_array(arena, n + 1, sizeof *r->at[p]);
    r->lists[p] = (struct pst_leeway_values){.at = r->at[p], .bounds = r->bounds[p]};
    if (r->bounds[p] == NULL || r->at[p] == NULL)
      return false;
  }
  return true;
}

/* The entities that the method takes; of two periods it looks at the first and the last. */
static enum pst_status fill(struct pst_job *job, const struct pst_rank_settings *settings,
                            const struct pst_rankings *rankings, const struct pst_ranking *ranking,
                            const struct pst_method *method, struct pst_rank_open *r,
                            struct pst_error *error)
{
  const struct pst_dictionary *texts = pst_column_texts(pst_job_column(job, settings->entity_role));
  const bool all = (method->honours & PST_HONOURS_CONTROL) != 0;
  const size_t codes = texts->count, m = rankings->to - rankings->from + 1;
  const size_t least = method->takes_gaps ? 1 : all ? m : m == 1 ? 1 : 2;
  double *values;
  const struct pst_bounds *bounds = collect(job, settings, rankings, ranking, codes, &values);

  if (bounds == NULL || !pst_rank_open_reserve(r, all ? m : 2, codes, &job->arena))
    return pst_fail_memory(error);
  for (size_t p = 0; p < r->m; p++) {
    r->lists[p].whole =
        job->options.bounds
        && pst_job_whole_bounds(job, pst_job_column(job, settings->y.roles[ranking->variable]));
    r->names[p] = rankings->periods[rankings->from + p].text;
  }
  for (size_t c = 0; c < codes; c++) {
    if (stands(bounds, m, codes, c, !all) < least)
      continue;
    for (size_t p = 0; p < r->m; p++) {
      const size_t from = (all ? p : p == 0 ? 0 : m - 1) * codes + c;

      r->bounds[p][r->n] = bounds[from];
      r->at[p][r->n] = values[from];
    }
    r->entities[r->n++] = pst_dictionary_string(texts, (unsigned)c);
  }
  return PST_OK;
}

/* No value is known within bounds alone: the rows are of the same entities. */
static bool all_known(const struct pst_rank_open *r)
{
  for (size_t p = 0; p < r->m; p++)
    for (size_t i = 0; i < r->n; i++)
      if (isnan(r->at[p][i]) && !isnan(r->lists[p].bounds[i].low))
        return false;
  return true;
}

enum pst_status pst_rank_open_fill(struct pst_job *job, struct pst_rank_open *r,
                                   const struct pst_method *method, const struct pst_test *test,
                                   struct pst_estimates *rows, size_t first,
                                   struct pst_error *error)
{
  const struct pst_job_options *o = &job->options;
  const struct pst_beside beside = {.controls = (const double *const *)r->at,
                                    .control_names = r->names,
                                    .n_controls = r->m,
                                    .parts = {.names = r->entities}};
  struct kernel k = {.method = method, .test = test};
  const struct pst_leeway leeway = {.lists = r->lists,
                                    .n_lists = r->m,
                                    .run = run,
                                    .context = &k,
                                    .rows = o->terms == PST_TERMS_MAIN ? 1 : 0,
                                    .seed = PST_SEED,
                                    .alpha = 1 - (o->conf_level > 0 ? o->conf_level : 0.95),
                                    .persistence = test->persistence,
                                    .plain_test = o->alternative == PST_TWO_SIDED
                                                  && o->p.kind == PST_P_AUTO
                                                  && o->continuity == PST_CONTINUITY_DEFAULT,
                                    .known = all_known(r)};
  struct pst_arena scratch = PST_ARENA_EMPTY;
  enum pst_status status;

  for (size_t p = 0; p < r->m; p++)
    r->lists[p].n = r->n;
  k.sample = (struct pst_sample){.n = r->n, .x = r->at[0], .y = r->at[r->m - 1], .beside = &beside};
  status = pst_leeway_fill(&leeway, rows, first, &scratch, error);
  pst_arena_free(&scratch);
  return status;
}

enum pst_status pst_rank_leeway(struct pst_job *job, const struct pst_rank_settings *settings,
                                const struct pst_rankings *rankings,
                                const struct pst_ranking *ranking, const struct pst_method *method,
                                const struct pst_test *test, struct pst_pair_unit *unit,
                                size_t first, struct pst_error *error)
{
  struct pst_rank_open r;
  enum pst_status status = fill(job, settings, rankings, ranking, method, &r, error);

  return status == PST_OK
             ? pst_rank_open_fill(job, &r, method, test, &unit->estimates, first, error)
             : status;
}
