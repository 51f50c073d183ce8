/* chains.c -- items known within bounds, in chains of those that may change places with each other. */
#include "stats/leeway/chains.h"

#include <math.h>
#include <stdlib.h>

/* The finite ends cut the line into points and the gaps between them, numbered from left to right: gaps are
   odd, points even. */
struct item {
  size_t index;
  int64_t low, high;
};

struct line {
  double *ends;
  size_t count;
};

static int by_number(const void *a, const void *b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static int by_low(const void *a, const void *b)
{
  const struct item *x = a, *y = b;

  if (x->low != y->low)
    return x->low < y->low ? -1 : 1;
  return (x->index > y->index) - (x->index < y->index);
}

static void cut_line(const struct pst_bounds *bounds, size_t n, struct line *line)
{
  size_t count = 0, kept = 0;

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
}

static int64_t point_of(const struct line *line, double value)
{
  const double *found = bsearch(&value, line->ends, line->count, sizeof *line->ends, by_number);

  return 2 * (int64_t)(found - line->ends) + 2;
}

static struct item place(const struct line *line, const struct pst_bounds *bounds, size_t index)
{
  struct item item = {index, 1, 2 * (int64_t)line->count + 1};

  if (isfinite(bounds->low))
    item.low = point_of(line, bounds->low) + bounds->low_open;
  if (isfinite(bounds->high))
    item.high = point_of(line, bounds->high) - bounds->high_open;
  return item;
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

/* One more place where the items of MAY can stand; another one just like the last tells nothing new of a gap. */
static void add_place(struct pst_chain *chain, bool gap, uint32_t may)
{
  struct pst_chain_place *last = chain->n_places > 0 ? &chain->places[chain->n_places - 1] : NULL;

  if (gap && last != NULL && last->gap && last->may == may)
    return;
  chain->places[chain->n_places++] = (struct pst_chain_place){.gap = gap, .may = may};
}

static bool fill_places(const struct line *line, const struct item *items, bool whole,
                        struct pst_chain *chain, struct pst_arena *arena)
{
  int64_t last = items[0].high;
  size_t most;

  for (size_t i = 1; i < chain->n; i++)
    last = items[i].high > last ? items[i].high : last;
  most = 2 * chain->n + 2 + (2 * chain->n + 2) * chain->n;
  chain->places = pst_arena_array(arena, most, sizeof *chain->places);
  if (chain->places == NULL)
    return false;
  for (int64_t p = items[0].low; p <= last; p++) {
    const size_t numbers = p % 2 == 0 ? 1 : room(line, p, whole, chain->n);
    uint32_t may = 0;

    for (size_t i = 0; i < chain->n; i++)
      may |= items[i].low <= p && p <= items[i].high ? UINT32_C(1) << i : 0;
    if (may == 0)
      continue;
    if (p % 2 != 0 && numbers >= chain->n)
      add_place(chain, true, may);
    else
      for (size_t k = 0; k < numbers; k++)
        add_place(chain, false, may);
  }
  return true;
}

/* The last place of an item is where it must stand if it has not yet. */
static void fill_musts(struct pst_chain *chain)
{
  uint32_t later = 0;

  for (size_t p = chain->n_places; p-- > 0;) {
    chain->places[p].must = chain->places[p].may & ~later;
    later |= chain->places[p].may;
  }
}

static enum pst_status add_chain(const struct line *line, const struct item *items, size_t n,
                                 bool whole, struct pst_chains *chains, struct pst_arena *arena,
                                 struct pst_error *error)
{
  struct pst_chain *chain = &chains->list[chains->count++];
  size_t *indices = pst_arena_array(arena, n, sizeof *indices);

  if (indices == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    indices[i] = items[i].index;
  *chain = (struct pst_chain){.n = n, .before = chains->n, .items = indices};
  chains->n += n;
  if (n > PST_CHAIN_MOST)
    return PST_OK;
  if (!fill_places(line, items, whole, chain, arena))
    return pst_fail_memory(error);
  fill_musts(chain);
  return PST_OK;
}

enum pst_status pst_chains_make(const struct pst_bounds *bounds, size_t n, bool whole,
                                struct pst_chains *chains, struct pst_arena *arena,
                                struct pst_error *error)
{
  struct line line = {.ends = pst_arena_array(arena, 2 * n + 1, sizeof *line.ends)};
  struct item *items = pst_arena_array(arena, n + 1, sizeof *items);
  size_t count = 0, first = 0;
  enum pst_status status = PST_OK;

  *chains = (struct pst_chains){.list = pst_arena_array(arena, n + 1, sizeof *chains->list)};
  if (line.ends == NULL || items == NULL || chains->list == NULL)
    return pst_fail_memory(error);
  cut_line(bounds, n, &line);
  for (size_t i = 0; i < n; i++)
    if (!isnan(bounds[i].low))
      items[count++] = place(&line, &bounds[i], i);
  qsort(items, count, sizeof *items, by_low);
  for (size_t i = 0; i < count && status == PST_OK; first = i) {
    int64_t reach = items[i].high;

    for (i++; i < count && items[i].low <= reach; i++)
      reach = items[i].high > reach ? items[i].high : reach;
    status = add_chain(&line, items + first, i - first, whole, chains, arena, error);
  }
  return status;
}

enum pst_status pst_chains_places(const struct pst_bounds *bounds, size_t n,
                                  struct pst_places *places, struct pst_arena *arena,
                                  struct pst_error *error)
{
  struct line line = {.ends = pst_arena_array(arena, 2 * n + 1, sizeof *line.ends)};

  places->n = n;
  places->low = pst_arena_array(arena, n + 1, sizeof *places->low);
  places->high = pst_arena_array(arena, n + 1, sizeof *places->high);
  if (line.ends == NULL || places->low == NULL || places->high == NULL)
    return pst_fail_memory(error);
  cut_line(bounds, n, &line);
  for (size_t i = 0; i < n; i++) {
    const struct item item = place(&line, &bounds[i], i);

    places->low[i] = item.low;
    places->high[i] = item.high;
  }
  return PST_OK;
}

enum pst_status pst_chains_crowded(const struct pst_bounds *bounds, size_t n, bool *crowded,
                                   struct pst_arena *arena, struct pst_error *error)
{
  struct line line = {.ends = pst_arena_array(arena, 2 * n + 1, sizeof *line.ends)};

  if (line.ends == NULL)
    return pst_fail_memory(error);
  *crowded = false;
  cut_line(bounds, n, &line);
  for (int64_t p = 1; p <= 2 * (int64_t)line.count + 1 && !*crowded; p += 2) {
    size_t items = 0;

    for (size_t i = 0; i < n; i++) {
      const struct item item = place(&line, &bounds[i], i);

      items += item.low <= p && p <= item.high;
    }
    *crowded = room(&line, p, true, items) < items;
  }
  return PST_OK;
}
