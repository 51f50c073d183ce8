/* bounds.c -- the range of an index of concentration when some parts are known only by bounds. */
#include "stats/concentration/bounds.h"

#include <string.h>

#include "stats/sort.h"

/* The parts by low and high end, so that equal ones stand together. */
struct box {
  size_t n;
  struct pst_pair *ends;
  double *breaks; /* the finite ends of the parts that are no points, ascending */
  size_t n_breaks;
  double *x;
  double *spare;
  const struct pst_concentration *index;
  double parameter;
};

/* The index at box->x, turned so that it rises with concentration. */
static double evaluate(const struct box *box)
{
  struct pst_amounts parts;
  double value;

  pst_sort(box->x, box->spare, box->n);
  parts = pst_amounts_sorted(box->x, box->n);
  value = box->index->index(&parts, box->parameter);
  return box->index->falls ? -value : value;
}

static double at_level(const struct box *box, double c)
{
  for (size_t i = 0; i < box->n; i++)
    box->x[i] = fmin(fmax(c, box->ends[i].x), box->ends[i].y);
  return evaluate(box);
}

/* The least value between the levels A and B, where it falls and then rises: golden section. */
static double least_between(const struct box *box, double a, double b)
{
  static const double golden = 0.6180339887498949;
  double c = b - golden * (b - a), d = a + golden * (b - a);
  double at_c = at_level(box, c), at_d = at_level(box, d), least = fmin(at_c, at_d);

  for (int i = 0; i < 100 && c < d; i++) {
    if (at_c <= at_d) {
      b = d;
      d = c;
      at_d = at_c;
      c = b - golden * (b - a);
      at_c = at_level(box, c);
    } else {
      a = c;
      c = d;
      at_c = at_d;
      d = a + golden * (b - a);
      at_d = at_level(box, d);
    }
    least = fmin(least, fmin(at_c, at_d));
  }
  return least;
}

static void sort_breaks(struct box *box)
{
  size_t n = 0;

  pst_sort(box->breaks, box->breaks + 2 * box->n + 2, box->n_breaks);
  for (size_t i = 0; i < box->n_breaks; i++)
    if (n == 0 || box->breaks[i] > box->breaks[n - 1])
      box->breaks[n++] = box->breaks[i];
  box->n_breaks = n;
}

/* The best breaks may be several: in a row, where no part moves, or on both sides of the least. */
static double least_of(const struct box *box)
{
  double least = at_level(box, box->breaks[0]);
  size_t first = 0, last = 0;

  for (size_t i = 1; i < box->n_breaks; i++) {
    double value = at_level(box, box->breaks[i]);

    if (value < least)
      first = i;
    if (value <= least)
      last = i;
    least = fmin(least, value);
  }
  for (size_t i = first > 0 ? first - 1 : 0; i <= last && i + 1 < box->n_breaks; i++)
    least = fmin(least, least_between(box, box->breaks[i], box->breaks[i + 1]));
  return least;
}

static bool same_ends(const struct pst_pair *a, const struct pst_pair *b)
{
  return a->x == b->x && a->y == b->y;
}

static bool holds(const struct pst_pair *ends, double below, double above)
{
  return ends->x < ends->y && ends->x <= below && ends->y >= above;
}

/* The next way to take HIGH[g] of the SIZE[g] equal parts of each kind g at their high end. */
static bool next_way(size_t *high, const size_t *size, size_t kinds)
{
  for (size_t g = 0; g < kinds; g++) {
    if (high[g] < size[g]) {
      high[g]++;
      return true;
    }
    high[g] = 0;
  }
  return false;
}

struct kinds {
  size_t count;
  size_t *first; /* of box->ends */
  size_t *size;
  size_t *high;
};

/* The kinds of parts that hold a threshold between BELOW and ABOVE; false with too many ways. */
static bool find_kinds(const struct box *box, double below, double above, struct kinds *kinds,
                       double *trials)
{
  double ways = 1;

  kinds->count = 0;
  for (size_t i = 0, end; i < box->n; i = end) {
    for (end = i + 1; end < box->n && same_ends(&box->ends[i], &box->ends[end]);)
      end++;
    if (!holds(&box->ends[i], below, above))
      continue;
    kinds->first[kinds->count] = i;
    kinds->size[kinds->count] = end - i;
    kinds->high[kinds->count++] = 0;
    ways *= (double)(end - i + 1);
  }
  *trials += ways;
  return *trials <= PST_CONCENTRATION_TRIALS;
}

static double at_ends(const struct box *box, double above, const struct kinds *kinds)
{
  for (size_t i = 0; i < box->n; i++)
    box->x[i] = box->ends[i].x >= above ? box->ends[i].y : box->ends[i].x;
  for (size_t g = 0; g < kinds->count; g++)
    for (size_t k = 0; k < kinds->high[g]; k++)
      box->x[kinds->first[g] + k] = box->ends[kinds->first[g]].y;
  return evaluate(box);
}

/* The highest value at ends; false when there are too many ways. */
static bool highest_of(const struct box *box, struct kinds *kinds, double *highest)
{
  double trials = 0;

  *highest = -INFINITY;
  for (size_t m = 0; m <= box->n_breaks; m++) {
    double below = m == 0 ? (double)-INFINITY : box->breaks[m - 1];
    double above = m == box->n_breaks ? (double)INFINITY : box->breaks[m];

    if (!find_kinds(box, below, above, kinds, &trials))
      return false;
    do
      *highest = fmax(*highest, at_ends(box, above, kinds));
    while (next_way(kinds->high, kinds->size, kinds->count));
  }
  return true;
}

/* One part alone: what all indices have as their limit. */
static double alone(const struct box *box)
{
  memset(box->x, 0, box->n * sizeof *box->x);
  box->x[box->n - 1] = 1;
  return evaluate(box);
}

static enum pst_status check(const double *low, const double *high, size_t n,
                             struct pst_error *error)
{
  double most = 0;

  if (n == 0)
    return pst_fail(error, PST_UNDEFINED, "no values");
  for (size_t i = 0; i < n; i++) {
    if (!(low[i] >= 0 && low[i] <= high[i]) || isinf(low[i]))
      return pst_fail(error, PST_UNDEFINED,
                      "a value may be below 0: a cell <5 that is not is written [0,5)");
    most = fmax(most, low[i]);
  }
  return most > 0 ? PST_OK : pst_fail(error, PST_UNDEFINED, "all values may be 0");
}

static void fill(struct box *box, const double *low, const double *high, bool *infinite)
{
  double most = 0;

  *infinite = false;
  for (size_t i = 0; i < box->n; i++) {
    box->ends[i] = (struct pst_pair){low[i], high[i]};
    *infinite = *infinite || isinf(high[i]);
    most = fmax(most, isinf(high[i]) ? low[i] : high[i]);
    if (low[i] == high[i])
      continue;
    box->breaks[box->n_breaks++] = low[i];
    if (!isinf(high[i]))
      box->breaks[box->n_breaks++] = high[i];
  }
  /* Where a part has no high end, the level may rise to the largest of the others. */
  if (*infinite || box->n_breaks == 0)
    box->breaks[box->n_breaks++] = most;
}

static enum pst_status make_box(struct box *box, struct kinds *kinds, size_t n,
                                struct pst_arena *scratch, struct pst_error *error)
{
  box->ends = pst_arena_array(scratch, n, 2 * sizeof *box->ends);
  box->breaks = pst_arena_array(scratch, n + 1, 4 * sizeof *box->breaks);
  box->x = pst_arena_array(scratch, n, 2 * sizeof *box->x);
  kinds->first = pst_arena_array(scratch, n, 3 * sizeof *kinds->first);
  if (box->ends == NULL || box->breaks == NULL || box->x == NULL || kinds->first == NULL)
    return pst_fail_memory(error);
  box->spare = box->x + n;
  kinds->size = kinds->first + n;
  kinds->high = kinds->size + n;
  return PST_OK;
}

static void find_range(struct box *box, struct kinds *kinds, bool infinite,
                       struct pst_concentration_range *range)
{
  double highest, least = least_of(box);

  range->exact = true;
  range->approached = infinite && box->n > 1;
  if (infinite)
    highest = alone(box);
  else if (!highest_of(box, kinds, &highest)) {
    range->exact = false;
    highest = alone(box);
  }
  range->low = box->index->falls ? -highest : least;
  range->high = box->index->falls ? -least : highest;
}

enum pst_status pst_concentration_bounds(const struct pst_concentration *index, double parameter,
                                         const double *low, const double *high, size_t n,
                                         struct pst_concentration_range *range,
                                         struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct box box = {.n = n, .index = index, .parameter = parameter};
  struct kinds kinds = {.count = 0};
  bool infinite;
  enum pst_status status = check(low, high, n, error);

  if (status == PST_OK)
    status = make_box(&box, &kinds, n, scratch, error);
  if (status == PST_OK) {
    fill(&box, low, high, &infinite);
    sort_breaks(&box);
    pst_sort_pairs(box.ends, box.ends + n, n);
    find_range(&box, &kinds, infinite, range);
    if (isnan(range->low) || isnan(range->high))
      status = pst_fail(error, PST_UNDEFINED, "%s needs at least 2 values", index->name);
  }
  pst_arena_release(scratch, mark);
  return status;
}
