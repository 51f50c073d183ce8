/* lineup.c -- items known within bounds, and the places on the line where each can stand. */
#include "stats/leeway/lineup.h"

#include <math.h>
#include <stdlib.h>

/* Points and gaps, numbered from left to right: gaps are odd, points even. */
struct line {
  double *ends;
  size_t count;
};

struct span {
  int64_t low, high;
};

static int by_number(const void *a, const void *b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static int by_first(const void *a, const void *b)
{
  const struct pst_lineup_item *x = a, *y = b;

  if (x->first != y->first)
    return x->first < y->first ? -1 : 1;
  return (x->index > y->index) - (x->index < y->index);
}

static bool cut_line(const struct pst_bounds *bounds, size_t n, struct line *line,
                     struct pst_arena *arena)
{
  size_t count = 0, kept = 0;

  line->ends = pst_arena_array(arena, 2 * n + 1, sizeof *line->ends);
  if (line->ends == NULL)
    return false;
  for (size_t i = 0; i < n; i++) {
    if (isfinite(bounds[i].low))
      line->ends[count++] = bounds[i].low;
    if (!isnan(bounds[i].low) && isfinite(bounds[i].high))
      line->ends[count++] = bounds[i].high;
  }
  qsort(line->ends, count, sizeof *line->ends, by_number);
  for (size_t i = 0; i < count; i++)
    if (kept == 0 || line->ends[i] != line->ends[kept - 1])
      line->ends[kept++] = line->ends[i];
  line->count = kept;
  return true;
}

static int64_t point_of(const struct line *line, double value)
{
  const double *found = bsearch(&value, line->ends, line->count, sizeof *line->ends, by_number);

  return 2 * (int64_t)(found - line->ends) + 2;
}

static struct span span_of(const struct line *line, const struct pst_bounds *bounds)
{
  struct span span = {1, 2 * (int64_t)line->count + 1};

  if (isfinite(bounds->low))
    span.low = point_of(line, bounds->low) + bounds->low_open;
  if (isfinite(bounds->high))
    span.high = point_of(line, bounds->high) - bounds->high_open;
  return span;
}

/* How many numbers stand in the gap PLACE, as many as there are items at most. */
static size_t room(const struct line *line, int64_t place, bool whole, size_t most)
{
  const size_t after = (size_t)(place / 2); /* the end on its right */
  double numbers;

  if (!whole || after == 0 || after == line->count)
    return most;
  numbers = ceil(line->ends[after]) - floor(line->ends[after - 1]) - 1;
  return numbers < (double)most ? (size_t)fmax(0, numbers) : most;
}

static size_t count_at(const struct line *line, const struct pst_bounds *bounds, size_t n,
                       int64_t place)
{
  size_t items = 0;

  for (size_t i = 0; i < n; i++) {
    const struct span span = span_of(line, &bounds[i]);

    items += !isnan(bounds[i].low) && span.low <= place && place <= span.high;
  }
  return items;
}

/* Where the places of the line begin among those of the lineup: FIRST[p] up to FIRST[p + 1]. */
static enum pst_status number_places(const struct line *line, const struct pst_bounds *bounds,
                                     size_t n, bool whole, struct pst_lineup *lineup, size_t *first,
                                     struct pst_arena *arena, struct pst_error *error)
{
  const int64_t last = 2 * (int64_t)line->count + 1;
  size_t places = 0;

  for (int64_t p = 1; p <= last; p++) {
    const size_t items = whole && p % 2 != 0 ? count_at(line, bounds, n, p) : 1;
    const size_t numbers = p % 2 == 0 ? 1 : room(line, p, whole, items);

    first[p] = places;
    places += p % 2 == 0 || numbers >= items ? 1 : numbers;
  }
  first[last + 1] = places;
  lineup->n_places = places;
  lineup->gap = pst_arena_array(arena, places + 1, sizeof *lineup->gap);
  if (lineup->gap == NULL)
    return pst_fail_memory(error);
  for (int64_t p = 1; p <= last; p += 2) {
    const size_t items = whole ? count_at(line, bounds, n, p) : 1;

    if (first[p + 1] == first[p] + 1)
      lineup->gap[first[p]] = room(line, p, whole, items) >= items;
  }
  return PST_OK;
}

enum pst_status pst_lineup_make(const struct pst_bounds *bounds, size_t n, bool whole,
                                struct pst_lineup *lineup, struct pst_arena *arena,
                                struct pst_error *error)
{
  struct line line;
  size_t *first;
  enum pst_status status;

  *lineup = (struct pst_lineup){.items = pst_arena_array(arena, n + 1, sizeof *lineup->items)};
  if (lineup->items == NULL || !cut_line(bounds, n, &line, arena))
    return pst_fail_memory(error);
  first = pst_arena_array(arena, 2 * line.count + 4, sizeof *first);
  if (first == NULL)
    return pst_fail_memory(error);
  status = number_places(&line, bounds, n, whole, lineup, first, arena, error);
  for (size_t i = 0; i < n && status == PST_OK; i++) {
    struct span span;

    if (isnan(bounds[i].low))
      continue;
    span = span_of(&line, &bounds[i]);
    lineup->items[lineup->n++] =
        (struct pst_lineup_item){i, first[span.low], first[span.high + 1] - 1};
  }
  qsort(lineup->items, lineup->n, sizeof *lineup->items, by_first);
  return status;
}

enum pst_status pst_lineup_places(const struct pst_bounds *bounds, size_t n,
                                  struct pst_places *places, struct pst_arena *arena,
                                  struct pst_error *error)
{
  struct line line;

  places->n = n;
  places->low = pst_arena_array(arena, n + 1, sizeof *places->low);
  places->high = pst_arena_array(arena, n + 1, sizeof *places->high);
  if (places->low == NULL || places->high == NULL || !cut_line(bounds, n, &line, arena))
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++) {
    const struct span span = span_of(&line, &bounds[i]);

    places->low[i] = span.low;
    places->high[i] = span.high;
  }
  return PST_OK;
}

enum pst_status pst_lineup_crowded(const struct pst_bounds *bounds, size_t n, bool *crowded,
                                   struct pst_arena *arena, struct pst_error *error)
{
  struct line line;

  *crowded = false;
  if (!cut_line(bounds, n, &line, arena))
    return pst_fail_memory(error);
  for (int64_t p = 1; p <= 2 * (int64_t)line.count + 1 && !*crowded; p += 2) {
    const size_t items = count_at(&line, bounds, n, p);

    *crowded = room(&line, p, true, items) < items;
  }
  return PST_OK;
}
