/* place_order.c -- places sorted by their digits, without comparing two of them. */
#include "rank/place_order.h"

#include <stdbool.h>
#include <string.h>

#include "stats/variable/order.h"

/* What sorting needs: two orders, the second of what is in the first already. */
struct sorting {
  double *keys;
  uint32_t *first;
  uint32_t *second;
  struct pst_place *sorted;
};

static bool reserve(struct sorting *sorting, size_t n, struct pst_arena *scratch)
{
  sorting->keys = pst_arena_alloc(scratch, (n + 1) * sizeof *sorting->keys);
  sorting->first = pst_arena_alloc(scratch, (n + 1) * sizeof *sorting->first);
  sorting->second = pst_arena_alloc(scratch, (n + 1) * sizeof *sorting->second);
  sorting->sorted = pst_arena_alloc(scratch, (n + 1) * sizeof *sorting->sorted);
  return sorting->keys != NULL && sorting->first != NULL && sorting->second != NULL
         && sorting->sorted != NULL;
}

enum pst_status pst_places_by_rank(struct pst_place *places, size_t n, struct pst_arena *scratch,
                                   struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct sorting s;
  enum pst_status status;

  if (!reserve(&s, n, scratch))
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    s.keys[i] = places[i].high;
  status = pst_order_of(s.keys, n, 1, s.first, scratch, error);
  for (size_t i = 0; i < n && status == PST_OK; i++)
    s.keys[i] = places[s.first[i]].low;
  if (status == PST_OK)
    status = pst_order_of(s.keys, n, 1, s.second, scratch, error);
  if (status != PST_OK)
    return status;
  for (size_t i = 0; i < n; i++)
    s.sorted[i] = places[s.first[s.second[i]]];
  memcpy(places, s.sorted, n * sizeof *places);
  pst_arena_release(scratch, mark);
  return PST_OK;
}

static bool in_periods(const struct pst_place *places, size_t n)
{
  for (size_t i = 1; i < n; i++)
    if (places[i].period < places[i - 1].period)
      return false;
  return true;
}

enum pst_status pst_places_by_period(struct pst_place *places, size_t n, struct pst_arena *scratch,
                                     struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct sorting s;
  enum pst_status status;

  if (in_periods(places, n))
    return PST_OK;
  if (!reserve(&s, n, scratch))
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    s.keys[i] = (double)places[i].period;
  status = pst_order_of(s.keys, n, 1, s.first, scratch, error);
  if (status != PST_OK)
    return status;
  for (size_t i = 0; i < n; i++)
    s.sorted[i] = places[s.first[i]];
  memcpy(places, s.sorted, n * sizeof *places);
  pst_arena_release(scratch, mark);
  return PST_OK;
}
