/* places.c -- ranges as places on the line, and what can be tied. */
#include "stats/enclose/places.h"

#include <stdlib.h>

static int by_value(const void *a, const void *b)
{
  const struct pst_rational *x = a, *y = b;

  return pst_rational_compare(*x, *y);
}

static size_t sorted_ends(const struct pst_range *ranges, size_t n, struct pst_rational *ends)
{
  size_t count = 0, kept = 0;

  for (size_t i = 0; i < n; i++) {
    if (ranges[i].low.infinite == 0)
      ends[count++] = ranges[i].low.value;
    if (ranges[i].high.infinite == 0)
      ends[count++] = ranges[i].high.value;
  }
  if (count > 0)
    qsort(ends, count, sizeof *ends, by_value);
  for (size_t i = 0; i < count; i++)
    if (kept == 0 || pst_rational_compare(ends[i], ends[kept - 1]) != 0)
      ends[kept++] = ends[i];
  return kept;
}

static int64_t point_of(const struct pst_rational *ends, size_t count, struct pst_rational value)
{
  size_t first = 0;

  while (count > 1) {
    size_t half = count / 2;

    if (pst_rational_compare(ends[first + half], value) <= 0) {
      first += half;
      count -= half;
    } else {
      count = half;
    }
  }
  return 2 * (int64_t)first + 2;
}

bool pst_places_of(const struct pst_range *ranges, size_t n, struct pst_places *out,
                   struct pst_arena *arena)
{
  struct pst_rational *ends = pst_arena_array(arena, 2 * n + 1, sizeof *ends);
  size_t count;

  out->n = n;
  out->low = pst_arena_array(arena, n + 1, sizeof *out->low);
  out->high = pst_arena_array(arena, n + 1, sizeof *out->high);
  if (ends == NULL || out->low == NULL || out->high == NULL)
    return false;
  count = sorted_ends(ranges, n, ends);
  for (size_t i = 0; i < n; i++) {
    const struct pst_limit *low = &ranges[i].low, *high = &ranges[i].high;

    out->low[i] = 1;
    out->high[i] = 2 * (int64_t)count + 1;
    if (low->infinite == 0)
      out->low[i] = point_of(ends, count, low->value) + (low->kind != PST_LIMIT_CLOSED);
    if (high->infinite == 0)
      out->high[i] = point_of(ends, count, high->value) - (high->kind != PST_LIMIT_CLOSED);
    if (out->high[i] < out->low[i])
      out->high[i] = out->low[i];
  }
  return true;
}

struct end {
  int64_t low, high;
};

static int by_low(const void *a, const void *b)
{
  const struct end *x = a, *y = b;

  return (x->low > y->low) - (x->low < y->low);
}

size_t pst_places_chains(const struct pst_places *places, size_t *sizes, struct pst_arena *arena)
{
  struct end *ends = pst_arena_array(arena, places->n + 1, sizeof *ends);
  size_t count = 0;
  int64_t reach = 0;

  if (ends == NULL)
    return 0;
  for (size_t i = 0; i < places->n; i++)
    ends[i] = (struct end){places->low[i], places->high[i]};
  if (places->n > 1)
    qsort(ends, places->n, sizeof *ends, by_low);
  for (size_t i = 0; i < places->n; i++) {
    if (i == 0 || ends[i].low > reach)
      sizes[count++] = 0;
    sizes[count - 1]++;
    if (i == 0 || ends[i].high > reach)
      reach = ends[i].high;
  }
  return count;
}
