/* rank_change.c -- how the rank and the value of each entity changed between two periods. */
#include <math.h>
#include <stdlib.h>

#include "interval/decimal.h"
#include "rank/ranking.h"

int pst_rank_in_top(const struct pst_place *place, size_t top)
{
  if (place->high <= (double)top)
    return 1;
  return place->low > (double)top ? 0 : -1;
}

static int compare_place(const struct pst_place *a, const struct pst_place *b)
{
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);
  if (a->low != b->low)
    return a->low < b->low ? -1 : 1;
  return a->high < b->high ? -1 : a->high > b->high;
}

static int by_last_rank(const void *a, const void *b)
{
  const struct pst_rank_change *p = a, *q = b;
  int order = compare_place(p->to, q->to);

  if (order == 0)
    order = compare_place(p->from, q->from);
  return order != 0 ? order : p->entity < q->entity ? -1 : p->entity > q->entity;
}

/* Those that are, or may be, in the top N of one of the two periods. */
static bool wanted(const struct pst_rank_change *change, size_t top)
{
  return top == 0 || (change->from != NULL && pst_rank_in_top(change->from, top) != 0)
         || (change->to != NULL && pst_rank_in_top(change->to, top) != 0);
}

/* TO - FROM, as decimals where both were printed with few digits, so that 28.55 - 20.35 is 8.2. */
static double minus(const struct pst_column *y, double to, double from, size_t to_row,
                    size_t from_row)
{
  int a = pst_column_decimals(y, to_row), b = pst_column_decimals(y, from_row);

  if (isinf(to) || isinf(from))
    return to - from;
  return pst_decimal_sum(to, -from, (a > b ? a : b) + 1);
}

static void value_difference(const struct pst_column *y, struct pst_rank_change *change)
{
  size_t from = change->from->row, to = change->to->row;
  double rest = pst_column_rest(y, to) - pst_column_rest(y, from);
  struct pst_bounds before = pst_bounds_point(pst_column_number(y, from)),
                    after = pst_bounds_point(pst_column_number(y, to));

  if (pst_column_bounded(y, from))
    before = *pst_column_bounds(y, from);
  if (pst_column_bounded(y, to))
    after = *pst_column_bounds(y, to);
  change->value = minus(y, pst_column_number(y, to), pst_column_number(y, from), to, from) + rest;
  change->value_low = minus(y, after.low, before.high, to, from) + rest;
  change->value_high = minus(y, after.high, before.low, to, from) + rest;
}

static void difference(const struct pst_column *y, struct pst_rank_change *change)
{
  change->low = change->high = NAN;
  change->value = change->value_low = change->value_high = NAN;
  if (change->from == NULL || change->to == NULL)
    return;
  value_difference(y, change);
  change->low = change->from->low - change->to->high;
  change->high = change->from->high - change->to->low;
  /* Two open ends: nothing is known. */
  if (isnan(change->low))
    change->low = -INFINITY;
  if (isnan(change->high))
    change->high = INFINITY;
}

static int by_entity(const void *a, const void *b)
{
  const struct pst_rank_change *p = a, *q = b;

  return p->entity < q->entity ? -1 : p->entity > q->entity;
}

/* The entities that stand in one of the two periods, each once; returns how many. */
static size_t list_entities(const struct pst_column *entity, const struct pst_rankings *rankings,
                            const struct pst_ranking *ranking, struct pst_rank_change *list)
{
  size_t n = 0, kept = 0;

  for (size_t i = 0; i < ranking->n_places; i++) {
    const struct pst_place *place = &ranking->places[i];

    if (place->period == rankings->from || place->period == rankings->to)
      list[n++] = (struct pst_rank_change){
          .entity = pst_column_code(entity, place->row),
          .from = place->period == rankings->from ? place : NULL,
          .to = place->period == rankings->to ? place : NULL,
      };
  }
  qsort(list, n, sizeof *list, by_entity);
  for (size_t i = 0; i < n; i++) {
    const struct pst_rank_change one = list[i];

    if (kept == 0 || list[kept - 1].entity != one.entity)
      list[kept++] = (struct pst_rank_change){.entity = one.entity};
    if (one.from != NULL)
      list[kept - 1].from = one.from;
    if (one.to != NULL)
      list[kept - 1].to = one.to;
  }
  return kept;
}

enum pst_status pst_rank_changes(struct pst_job *job, const struct pst_rank_settings *settings,
                                 const struct pst_rankings *rankings,
                                 const struct pst_ranking *ranking,
                                 struct pst_rank_change **changes, size_t *n,
                                 struct pst_error *error)
{
  const struct pst_column *entity = pst_job_column(job, settings->entity_role);
  const struct pst_column *y = pst_job_column(job, settings->y.roles[ranking->variable]);
  struct pst_rank_change *list = pst_arena_array(&job->arena, ranking->n_places + 1, sizeof *list);
  size_t entities, kept = 0;

  if (list == NULL)
    return pst_fail_memory(error);
  entities = list_entities(entity, rankings, ranking, list);
  for (size_t e = 0; e < entities; e++) {
    if (!wanted(&list[e], settings->top))
      continue;
    difference(y, &list[e]);
    list[kept++] = list[e];
  }
  qsort(list, kept, sizeof *list, by_last_rank);
  *changes = list;
  *n = kept;
  return PST_OK;
}

/* A tie of exact values fills the ranks that it leaves open. */
const char *pst_rank_order(const struct pst_column *y, const struct pst_ranking *ranking, size_t i)
{
  const struct pst_place *place = &ranking->places[i];
  size_t first = i, last = i, tied = 0;

  if (place->low == place->high)
    return "holds";
  while (first > 0 && ranking->places[first - 1].period == place->period
         && ranking->places[first - 1].low == place->low)
    first--;
  while (last < ranking->n_places && ranking->places[last].period == place->period
         && ranking->places[last].low == place->low)
    last++;
  for (size_t k = first; k < last; k++)
    tied += ranking->places[k].high == place->high && !pst_column_bounded(y, ranking->places[k].row)
            && pst_column_number(y, ranking->places[k].row) == pst_column_number(y, place->row);
  return (double)tied == place->high - place->low + 1 && !pst_column_bounded(y, place->row)
             ? "holds"
             : "may flip";
}

const char *pst_rank_sign(double low, double high)
{
  if (isnan(low) || isnan(high))
    return NULL;
  return (low > 0) == (high > 0) && (low < 0) == (high < 0) ? "holds" : "may flip";
}
