/* rank_sets.c -- confidence sets for the ranks of each period. */
#include "rank/rank_sets.h"

#include <math.h>

#include "stats/estimate.h"
#include "stats/ranking/rank_sets.h"

/* The entities of one period. */
struct period {
  const struct pst_place *places;
  size_t n;
  double *values, *errors;
};

static enum pst_status fail_cell(const struct pst_job *job, size_t row, const char *what,
                                 struct pst_error *error)
{
  return pst_fail_at(error, PST_BAD_DATA, pst_table_file(&job->table, row),
                     pst_table_line(&job->table, row), "%s", what);
}

static enum pst_status take(struct pst_job *job, const struct pst_rank_settings *settings,
                            const struct pst_column *y, const struct period *period,
                            struct pst_error *error)
{
  const struct pst_column *errors =
      settings->counts ? NULL : pst_job_column(job, settings->std_error_role);
  const double sign = settings->order == 1 ? -1 : 1;

  for (size_t i = 0; i < period->n; i++) {
    const size_t row = period->places[i].row;
    const double value = pst_column_number(y, row);

    if (pst_column_bounded(y, row))
      return fail_cell(job, row, "a value known within bounds has no confidence set: use --where",
                       error);
    if (settings->counts && (value < 0 || value != floor(value)))
      return fail_cell(job, row, "--counts: a count is a whole number, 0 or more", error);
    period->values[i] = settings->counts ? value : sign * value;
    if (settings->counts)
      continue;
    period->errors[i] = pst_column_number(errors, row);
    if (!(period->errors[i] >= 0))
      return fail_cell(job, row,
                       "--std-error: each value needs a standard error, 0 or more; --where leaves "
                       "rows out",
                       error);
  }
  return PST_OK;
}

/* Of counts the smallest is first where --order asc says so: ranks are turned. */
static void put(const struct pst_rank_settings *settings, const struct pst_rank_sets *found,
                size_t n, struct pst_rank_set *sets)
{
  const bool turned = settings->counts && settings->order == 1;

  for (size_t i = 0; i < n; i++) {
    sets[i].low = turned ? (double)(n + 1 - found->high[i]) : (double)found->low[i];
    sets[i].high = turned ? (double)(n + 1 - found->low[i]) : (double)found->high[i];
    sets[i].all_low = turned ? (double)(n + 1 - found->all_high[i]) : (double)found->all_low[i];
    sets[i].all_high = turned ? (double)(n + 1 - found->all_low[i]) : (double)found->all_high[i];
  }
}

static enum pst_status of_period(struct pst_job *job, const struct pst_rank_settings *settings,
                                 const struct pst_column *y, struct period *period,
                                 struct pst_rank_set *sets, struct pst_arena *scratch,
                                 struct pst_error *error)
{
  const size_t n = period->n;
  struct pst_rank_sets found = {.low = pst_arena_array(scratch, n + 1, sizeof *found.low),
                                .high = pst_arena_array(scratch, n + 1, sizeof *found.high),
                                .all_low = pst_arena_array(scratch, n + 1, sizeof *found.all_low),
                                .all_high =
                                    pst_arena_array(scratch, n + 1, sizeof *found.all_high)};
  struct pst_rank_estimates estimates = {
      .n = n, .level = job->options.conf_level, .seed = PST_SEED};
  enum pst_status status;

  period->values = pst_arena_array(scratch, n + 1, sizeof *period->values);
  period->errors = pst_arena_array(scratch, n + 1, sizeof *period->errors);
  if (period->values == NULL || period->errors == NULL || found.low == NULL || found.high == NULL
      || found.all_low == NULL || found.all_high == NULL)
    return pst_fail_memory(error);
  status = take(job, settings, y, period, error);
  estimates.values = period->values;
  estimates.errors = period->errors;
  if (status == PST_OK && n == 1)
    found.low[0] = found.high[0] = found.all_low[0] = found.all_high[0] = 1;
  else if (status == PST_OK && settings->counts)
    status = pst_rank_sets_counts(period->values, n, estimates.level, &found, scratch, error);
  else if (status == PST_OK)
    status = pst_rank_sets_normal(&estimates, &found, scratch, error);
  if (status == PST_OK)
    put(settings, &found, n, sets);
  return status;
}

static enum pst_status of_ranking(struct pst_job *job, const struct pst_rank_settings *settings,
                                  struct pst_ranking *ranking, struct pst_arena *scratch,
                                  struct pst_error *error)
{
  const struct pst_column *y = pst_job_column(job, settings->y.roles[ranking->variable]);
  enum pst_status status = PST_OK;
  size_t first = 0;

  ranking->sets = pst_arena_array(&job->arena, ranking->n_places + 1, sizeof *ranking->sets);
  if (ranking->sets == NULL)
    return pst_fail_memory(error);
  while (first < ranking->n_places && status == PST_OK) {
    struct pst_arena_mark mark = pst_arena_mark(scratch);
    struct period period = {.places = ranking->places + first};

    while (first + period.n < ranking->n_places
           && period.places[period.n].period == period.places[0].period)
      period.n++;
    status = of_period(job, settings, y, &period, ranking->sets + first, scratch, error);
    pst_arena_release(scratch, mark);
    first += period.n;
  }
  return status;
}

enum pst_status pst_rank_sets_add(struct pst_job *job, const struct pst_rank_settings *settings,
                                  struct pst_rankings *rankings, struct pst_error *error)
{
  struct pst_arena scratch = PST_ARENA_EMPTY;
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < rankings->count && status == PST_OK; i++)
    status = of_ranking(job, settings, &rankings->list[i], &scratch, error);
  pst_arena_free(&scratch);
  return status;
}
