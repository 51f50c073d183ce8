/* ranking.c -- the entities of each group, ranked within each period. */
#include "rank/ranking.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/hash.h"
#include "interval/printed.h"
#include "job/leeway.h"
#include "printed/meant.h"
#include "rank/place_order.h"
#include "rank/rank_digits.h"
#include "rank/rank_periods.h"
#include "stats/rank.h"
#include "stats/variable/order.h"

/* --- the items of one period ------------------------------------------------------------------- */

struct items {
  struct pst_place *places;
  size_t n;
  const struct pst_column *y;
  double *low, *high; /* of the values */
  bool *low_open, *high_open;
  bool any_bounded;
};

static bool gather_items(struct items *items, struct pst_arena *scratch)
{
  items->low = pst_arena_array(scratch, items->n, sizeof *items->low);
  items->high = pst_arena_array(scratch, items->n, sizeof *items->high);
  items->low_open = pst_arena_array(scratch, items->n, sizeof *items->low_open);
  items->high_open = pst_arena_array(scratch, items->n, sizeof *items->high_open);
  if (items->low == NULL || items->high == NULL || items->low_open == NULL
      || items->high_open == NULL)
    return false;
  for (size_t i = 0; i < items->n; i++) {
    size_t r = items->places[i].row;

    items->low[i] = items->high[i] = pst_column_number(items->y, r);
    if (!pst_column_bounded(items->y, r))
      continue;
    items->any_bounded = true;
    items->low[i] = pst_column_bounds(items->y, r)->low;
    items->high[i] = pst_column_bounds(items->y, r)->high;
    items->low_open[i] = pst_column_bounds(items->y, r)->low_open;
    items->high_open[i] = pst_column_bounds(items->y, r)->high_open;
  }
  return true;
}

/* The places of known values from rank 1 on, in AT. */
static enum pst_status order_points(const struct items *items, bool descending, uint32_t **at,
                                    struct pst_arena *scratch, struct pst_error *error)
{
  double *key = pst_arena_alloc(scratch, (items->n + 1) * sizeof *key);

  *at = pst_arena_alloc(scratch, (items->n + 1) * sizeof **at);
  if (key == NULL || *at == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < items->n; i++)
    key[i] = descending ? -items->low[i] : items->low[i];
  return pst_order_of(key, items->n, 1, *at, scratch, error);
}

/* LOW and HIGH: the rank of each end that ties leave. */
static enum pst_status rank_known(struct items *items, enum pst_ties low, enum pst_ties high,
                                  bool descending, struct pst_arena *scratch,
                                  struct pst_error *error)
{
  double *rank = pst_arena_alloc(scratch, (items->n + 1) * sizeof *rank);
  uint32_t *at = NULL;
  enum pst_status status =
      rank == NULL ? pst_fail_memory(error) : order_points(items, descending, &at, scratch, error);

  if (status != PST_OK)
    return status;
  pst_rank_ordered(items->low, at, items->n, low, rank);
  for (size_t i = 0; i < items->n; i++)
    items->places[i].low = items->places[i].high = rank[i];
  if (high == low)
    return PST_OK;
  pst_rank_ordered(items->low, at, items->n, high, rank);
  for (size_t i = 0; i < items->n; i++)
    items->places[i].high = rank[i];
  return PST_OK;
}

static enum pst_status rank_range(struct items *items, bool descending, struct pst_arena *scratch,
                                  struct pst_error *error)
{
  const struct pst_rank_items values = {.n = items->n,
                                        .low = items->low,
                                        .high = items->high,
                                        .low_open = items->low_open,
                                        .high_open = items->high_open};
  size_t *best = pst_arena_array(scratch, items->n, sizeof *best);
  size_t *worst = pst_arena_array(scratch, items->n, sizeof *worst);
  enum pst_status status;

  if (best == NULL || worst == NULL)
    return pst_fail_memory(error);
  status = pst_rank_bounds(&values, descending, best, worst, scratch, error);
  for (size_t i = 0; i < items->n && status == PST_OK; i++) {
    items->places[i].low = (double)best[i];
    items->places[i].high = (double)worst[i];
  }
  return status;
}

static enum pst_status rank_points(struct items *items, enum pst_rank_ties ties, bool descending,
                                   struct pst_arena *scratch, struct pst_error *error)
{
  static const enum pst_ties kinds[] = {[PST_RANK_MIN] = PST_TIES_MIN,
                                        [PST_RANK_MAX] = PST_TIES_MAX,
                                        [PST_RANK_MEAN] = PST_TIES_MEAN,
                                        [PST_RANK_DENSE] = PST_TIES_DENSE};

  return rank_known(items, kinds[ties], kinds[ties], descending, scratch, error);
}

static const char *const ties_names[] = {"range", "min", "max", "mean", "dense"};

static enum pst_status rank_items(struct pst_job *job, const struct pst_rank_settings *settings,
                                  struct items *items, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(&job->arena);
  bool descending = settings->order == 0;
  enum pst_status status = PST_OK;

  if (!gather_items(items, &job->arena))
    return pst_fail_memory(error);
  for (size_t i = 0; i < items->n; i++) {
    items->places[i].n = items->n;
    items->places[i].low = items->low[i];
    items->places[i].high = items->high[i];
  }
  if (!settings->given && !items->any_bounded) {
    status = pst_rank_by_digits(items->y, items->places, items->n, items->low, &job->arena, error);
    for (size_t i = 0; i < items->n; i++)
      items->high[i] = items->low[i];
  }
  if (status != PST_OK || settings->given)
    ; /* given: the values are the ranks */
  else if (settings->ties == PST_RANK_RANGE && !items->any_bounded)
    status = rank_known(items, PST_TIES_MIN, PST_TIES_MAX, descending, &job->arena, error);
  else if (settings->ties == PST_RANK_RANGE)
    status = rank_range(items, descending, &job->arena, error);
  else if (items->any_bounded)
    status = pst_fail(error, PST_USAGE,
                      "--ties %s needs exact values, and '%s' has bounded cells; use --ties range",
                      ties_names[settings->ties], items->y->name);
  else
    status = rank_points(items, settings->ties, descending, &job->arena, error);
  pst_arena_release(&job->arena, mark);
  return status;
}

/* --- one group and variable -------------------------------------------------------------------- */

/* The rows of the group that have a time, an entity and a value or bounds. */
static size_t gather_places(const struct pst_job *job, const struct pst_rank_settings *settings,
                            const struct pst_rankings *rankings, struct pst_ranking *ranking)
{
  const struct pst_column *time = pst_job_column(job, settings->time_role);
  const struct pst_column *entity = pst_job_column(job, settings->entity_role);
  const struct pst_column *y = pst_job_column(job, settings->y.roles[ranking->variable]);
  const struct pst_groups *groups = &rankings->groups;
  size_t n = 0, period = 0;

  for (size_t i = groups->first[ranking->group]; i < groups->first[ranking->group + 1]; i++) {
    size_t r = groups->row[i];

    if (!isnan(pst_column_number(time, r)) && pst_column_code(entity, r) != PST_CODE_MISSING
        && !pst_column_missing(y, r)) {
      period = pst_rank_period_of(rankings, pst_column_number(time, r), period);
      ranking->places[n++] = (struct pst_place){.row = r, .period = period};
    }
  }
  return n;
}

struct seen {
  unsigned code;
  size_t row;
};

static int by_code(const void *a, const void *b)
{
  const struct seen *p = a, *q = b;

  if (p->code != q->code)
    return p->code < q->code ? -1 : 1;
  return p->row < q->row ? -1 : p->row > q->row;
}

/* Does some entity stand twice among the places?  SEEN, one a code, has the number of the last period that had it;
   PERIOD is that of this one. */
static bool any_twice(const struct pst_column *entity, const struct pst_place *places, size_t n,
                      size_t *seen, size_t period)
{
  for (size_t i = 0; i < n; i++) {
    size_t *last = &seen[pst_column_code(entity, places[i].row)];

    if (*last == period)
      return true;
    *last = period;
  }
  return false;
}

/* An entity stands once in a period. */
static enum pst_status fail_twice(struct pst_job *job, const struct pst_rank_settings *settings,
                                  const struct pst_rankings *rankings,
                                  const struct pst_place *places, size_t n, struct pst_error *error)
{
  const struct pst_column *entity = pst_job_column(job, settings->entity_role);
  struct pst_arena_mark mark = pst_arena_mark(&job->arena);
  char place[PST_PLACE_SIZE];
  struct seen *seen = pst_arena_array(&job->arena, n, sizeof *seen);
  enum pst_status status = PST_OK;

  if (seen == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    seen[i] = (struct seen){.code = pst_column_code(entity, places[i].row), .row = places[i].row};
  qsort(seen, n, sizeof *seen, by_code);
  for (size_t i = 1; i < n && status == PST_OK; i++)
    if (seen[i].code == seen[i - 1].code)
      status = pst_fail_at(
          error, PST_BAD_DATA, pst_table_file(&job->table, seen[i].row),
          pst_table_line(&job->table, seen[i].row),
          "'%s' has two rows for %s (the other is %s); use --where to choose one, or -g to "
          "name what tells them apart",
          pst_dictionary_string(pst_column_texts(entity), seen[i].code),
          rankings->periods[places[0].period].text,
          pst_table_other(&job->table, seen[i].row, seen[i - 1].row, place));
  pst_arena_release(&job->arena, mark);
  return status;
}

static enum pst_status rank_periods(struct pst_job *job, const struct pst_rank_settings *settings,
                                    struct pst_rankings *rankings, struct pst_ranking *ranking,
                                    struct pst_error *error)
{
  const struct pst_column *entity = pst_job_column(job, settings->entity_role);
  size_t first = 0;
  enum pst_status status = PST_OK;

  while (first < ranking->n_places && status == PST_OK) {
    struct items items = {.places = ranking->places + first,
                          .y = pst_job_column(job, settings->y.roles[ranking->variable])};

    while (first + items.n < ranking->n_places
           && items.places[items.n].period == items.places[0].period)
      items.n++;
    if (any_twice(entity, items.places, items.n, rankings->seen, ++rankings->n_seen))
      status = fail_twice(job, settings, rankings, items.places, items.n, error);
    if (status == PST_OK)
      status = rank_items(job, settings, &items, error);
    if (status == PST_OK)
      status = pst_places_by_rank(items.places, items.n, &job->arena, error);
    first += items.n;
  }
  return status;
}

static enum pst_status make_ranking(struct pst_job *job, const struct pst_rank_settings *settings,
                                    struct pst_rankings *rankings, struct pst_ranking *ranking,
                                    struct pst_error *error)
{
  const size_t *first = rankings->groups.first;
  size_t most = first[ranking->group + 1] - first[ranking->group];
  enum pst_status status;

  ranking->places = pst_arena_array(&job->arena, most + 1, sizeof *ranking->places);
  if (ranking->places == NULL)
    return pst_fail_memory(error);
  ranking->n_places = gather_places(job, settings, rankings, ranking);
  status = pst_places_by_period(ranking->places, ranking->n_places, &job->arena, error);
  return status == PST_OK ? rank_periods(job, settings, rankings, ranking, error) : status;
}

/* --- counts ------------------------------------------------------------------------------------- */

/* Bounded cells are used here: they are ranked as intervals. */
static void count_rows(struct pst_job *job, const struct pst_rank_settings *settings,
                       const struct pst_rankings *rankings)
{
  const struct pst_column *time = pst_job_column(job, settings->time_role);
  const struct pst_column *entity = pst_job_column(job, settings->entity_role);
  const struct pst_groups *groups = &rankings->groups;

  job->count.missing = groups->n_left_out;
  for (size_t i = 0; groups->n_groups > 0 && i < groups->first[groups->n_groups]; i++) {
    size_t r = groups->row[i];
    bool used = false;

    for (size_t v = 0; v < settings->y.count; v++)
      used = used || !pst_column_missing(pst_job_column(job, settings->y.roles[v]), r);
    used = used && !isnan(pst_column_number(time, r))
           && pst_column_code(entity, r) != PST_CODE_MISSING;
    job->count.used += used;
    job->count.missing += !used;
  }
  job->count.series = rankings->n_periods;
  job->count.series_name = rankings->n_periods == 1 ? "period" : "periods";
}

/* Every exact cell of the values becomes the interval of its printed precision; the value stays. */
static enum pst_status take_as_printed(struct pst_job *job,
                                       const struct pst_rank_settings *settings,
                                       struct pst_error *error)
{
  for (size_t v = 0; v < settings->y.count; v++) {
    struct pst_column *y = &job->table.columns[job->roles[settings->y.roles[v]].column];

    if (pst_job_leeway_loaded(job, y, error) != PST_OK)
      return error->status;
    /* Agreement is of the values themselves, and takes their leeway by itself. */
    if (settings->agreement || !pst_job_is_printed(job, y))
      continue;
    for (size_t r = 0; r < job->table.n_rows; r++) {
      struct pst_bounds bounds;

      if (!pst_column_known(y, r))
        continue;
      pst_printed_ends(pst_column_number(y, r), pst_column_decimals(y, r), &bounds);
      if (pst_column_set_interval(&job->table, y, r, &bounds, error) != PST_OK)
        return PST_NO_MEMORY;
    }
  }
  return PST_OK;
}

enum pst_status pst_rankings_make(struct pst_job *job, const struct pst_rank_settings *settings,
                                  struct pst_rankings *rankings, struct pst_error *error)
{
  size_t variables = settings->y.count;
  enum pst_status status =
      pst_job_group(job, &settings->by, &rankings->groups, &rankings->group_names, error);

  if (status == PST_OK)
    status = pst_rank_check_digits(job, settings, error);
  if (status == PST_OK && settings->printed)
    status = take_as_printed(job, settings, error);
  if (status == PST_OK)
    status = pst_rank_list_periods(job, pst_job_column(job, settings->time_role), rankings, error);
  if (status == PST_OK)
    status = pst_rank_choose_periods(rankings, settings,
                                     pst_job_column(job, settings->time_role)->period, error);
  if (status != PST_OK)
    return status;
  rankings->count = rankings->groups.n_groups * variables;
  rankings->list = pst_arena_array(&job->arena, rankings->count + 1, sizeof *rankings->list);
  rankings->seen = pst_arena_array(
      &job->arena, pst_column_texts(pst_job_column(job, settings->entity_role))->count + 1,
      sizeof *rankings->seen);
  if (rankings->list == NULL || rankings->seen == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < rankings->count && status == PST_OK; i++) {
    rankings->list[i].group = i / variables;
    rankings->list[i].variable = i % variables;
    status = make_ranking(job, settings, rankings, &rankings->list[i], error);
  }
  count_rows(job, settings, rankings);
  if (status == PST_OK && job->count.used == 0)
    return pst_fail(error, PST_UNDEFINED,
                    "nothing can be ranked: no row has an entity, a time and a value");
  return status;
}

void pst_rankings_free(struct pst_rankings *rankings)
{
  pst_groups_free(&rankings->groups);
}
