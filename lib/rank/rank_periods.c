/* rank_periods.c -- the periods of a table of rankings. */
#include "rank/rank_periods.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/hash.h"
#include "printed/meant.h"

static int by_value(const void *a, const void *b)
{
  const struct pst_period *p = a, *q = b;

  return p->value < q->value ? -1 : p->value > q->value;
}

/* Distinct times while they are listed, each as in its first row. */
struct listing {
  struct pst_period *list;
  size_t n, capacity, last; /* last: that of the row before */
  struct pst_hash by_value;
};

static bool is_period(const void *owner, size_t item, const void *key)
{
  return ((const struct listing *)owner)->list[item].value == *(const double *)key;
}

/* The time VALUE of row R, if it is new; false when memory is out. */
static bool list_period(struct listing *listing, const struct pst_column *time, size_t r,
                        struct pst_arena *arena)
{
  const double value = pst_column_number(time, r) + 0.0; /* -0 is 0 */
  struct pst_hash_slot *slot;
  uint64_t hash;

  if (listing->n > 0 && listing->list[listing->last].value == value)
    return true;
  if (!pst_hash_room(&listing->by_value, listing->n + 1)
      || !PST_ARRAY_ROOM_IN(arena, listing->list, listing->capacity, listing->n + 1))
    return false;
  memcpy(&hash, &value, sizeof hash);
  hash = pst_hash_mix(hash);
  slot = pst_hash_at(&listing->by_value, hash, is_period, listing, &value);
  if (pst_hash_item(slot) == PST_HASH_NONE) {
    pst_hash_take(slot, hash, listing->n);
    listing->list[listing->n++] = (struct pst_period){
        .value = pst_column_number(time, r),
        .text = pst_column_code(time, r) == PST_CODE_MISSING ? NULL : pst_column_string(time, r)};
  }
  listing->last = pst_hash_item(slot);
  return true;
}

/* All distinct times of the table, in order, with the text of their first cell. */
enum pst_status pst_rank_list_periods(struct pst_job *job, const struct pst_column *time,
                                      struct pst_rankings *rankings, struct pst_error *error)
{
  struct listing listing = {.n = 0};
  bool good = true;
  char text[PST_CELL_SIZE];

  for (size_t r = 0; r < job->table.n_rows && good; r++)
    if (!isnan(pst_column_number(time, r)))
      good = list_period(&listing, time, r, &job->arena);
  pst_hash_free(&listing.by_value);
  if (!good)
    return pst_fail_memory(error);
  if (listing.n > 0)
    qsort(listing.list, listing.n, sizeof *listing.list, by_value);
  for (size_t i = 0; i < listing.n; i++)
    if (listing.list[i].text == NULL) {
      pst_number_print(text, listing.list[i].value);
      listing.list[i].text = pst_arena_string(&job->arena, text);
      if (listing.list[i].text == NULL)
        return pst_fail_memory(error);
    }
  rankings->periods = listing.list;
  rankings->n_periods = listing.n;
  return PST_OK;
}

/* LAST: that of a row before, mostly the same. */
size_t pst_rank_period_of(const struct pst_rankings *rankings, double value, size_t last)
{
  const struct pst_period key = {.value = value};
  const struct pst_period *found;

  if (rankings->periods[last].value == value)
    return last;
  found = bsearch(&key, rankings->periods, rankings->n_periods, sizeof key, by_value);
  return (size_t)(found - rankings->periods);
}

/* Two spellings of one period are one: 2015Q1, 2015-Q1. */
static enum pst_status find_period(const struct pst_rankings *rankings, enum pst_period_kind wanted,
                                   const char *option, const char *text, size_t *period,
                                   struct pst_error *error)
{
  enum pst_period_kind kind = PST_PERIOD_NONE;
  double start = NAN;
  bool is_period = wanted != PST_PERIOD_NONE
                   && pst_period_meant(pst_text_of(text), wanted, &kind, &start) && kind == wanted;

  if (wanted == PST_PERIOD_NONE)
    is_period = pst_number_parse(pst_text_of(text), NULL, &start, NULL);
  for (*period = 0; *period < rankings->n_periods; ++*period)
    if (strcmp(rankings->periods[*period].text, text) == 0
        || (is_period && rankings->periods[*period].value == start))
      return PST_OK;
  return pst_fail(error, PST_USAGE, "%s: there is no period '%s'; they go from %s to %s", option,
                  text, rankings->periods[0].text, rankings->periods[rankings->n_periods - 1].text);
}

enum pst_status pst_rank_choose_periods(struct pst_rankings *rankings,
                                        const struct pst_rank_settings *settings,
                                        enum pst_period_kind kind, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  if (rankings->n_periods == 0)
    return pst_fail(error, PST_UNDEFINED, "nothing can be ranked: no row has a time and a value");
  rankings->from = 0;
  rankings->to = rankings->n_periods - 1;
  if (settings->from != NULL)
    status = find_period(rankings, kind, "--from", settings->from, &rankings->from, error);
  if (status == PST_OK && settings->to != NULL)
    status = find_period(rankings, kind, "--to", settings->to, &rankings->to, error);
  if (status == PST_OK && rankings->from > rankings->to)
    return pst_fail(error, PST_USAGE, "--from %s is later than --to %s",
                    rankings->periods[rankings->from].text, rankings->periods[rankings->to].text);
  return status;
}
