/* walk.c -- the least and the greatest sum of an agreement for each number of ties. */
#include "stats/leeway/walk.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { OPEN_MOST = 18 };

/* The sums of beginnings: for each set of open items that stand, for each number of ties. */
struct front {
  size_t open, ties;
  double *low, *high;
};

struct walk {
  const struct pst_walk_score *score;
  const struct pst_lineup *lineup;
  size_t next;                                   /* item that has not been opened */
  const struct pst_lineup_item *open[OPEN_MOST]; /* a bit of a set each */
  size_t n_open, closed;                         /* closed: items that have no place further on */
  double base[OPEN_MOST];                    /* of pairs: what the closed ones add to an open one */
  uint32_t less[OPEN_MOST], more[OPEN_MOST]; /* open ones, by x */
  double *within;                            /* of overlap: closed ones with x within a depth */
  struct front front, other;                 /* from malloc: they grow and shrink */
  double steps;
};

/* --- ties and sums --------------------------------------------------------------------------------------- */

static size_t size_of(uint32_t set)
{
  return (size_t)__builtin_popcount(set);
}

/* Pairs, or what the sum of squares of mid-ranks loses twice: (t^3 - t) / 6. */
static size_t tie_of(enum pst_leeway_order agreement, size_t t)
{
  if (agreement == PST_LEEWAY_KENDALL)
    return t < 2 ? 0 : t * (t - 1) / 2;
  return agreement == PST_LEEWAY_SPEARMAN ? (t * t * t - t) / 6 : 0;
}

double pst_walk_depth(const struct pst_walk_score *score, size_t d, double c, double s)
{
  return score->weight[d] * 2 * c / (score->seen[d] + s) + score->added[d] * c;
}

static double x_of(const struct walk *walk, const struct pst_lineup_item *item)
{
  return walk->score->x[item->index];
}

/* What an item that stands before adds to one behind it. */
static double pair(const struct walk *walk, double before, double behind)
{
  if (walk->score->agreement == PST_LEEWAY_DISTANCE)
    return before > behind ? 1 : 0;
  return (double)((behind > before) - (behind < before));
}

static double overlap_of(const struct walk *walk, uint32_t before, uint32_t block)
{
  const size_t first = walk->closed + size_of(before), last = first + size_of(block);
  double sum = 0;

  for (size_t d = first + 1; d <= last; d++) {
    double common = walk->within[d];

    for (uint32_t left = before | block; left != 0; left &= left - 1)
      common += x_of(walk, walk->open[__builtin_ctz(left)]) <= (double)d;
    sum += pst_walk_depth(walk->score, d, common, (double)last);
  }
  return sum;
}

/* What the items of BLOCK, tied, add behind those of BEFORE. */
static double adds(const struct walk *walk, uint32_t before, uint32_t block)
{
  const double rank = (double)(walk->closed + size_of(before)) + (double)(size_of(block) + 1) / 2
                      - walk->score->mean;
  const enum pst_leeway_order agreement = walk->score->agreement;
  double sum = 0;

  if (agreement == PST_LEEWAY_OVERLAP)
    return overlap_of(walk, before, block);
  for (uint32_t left = block; left != 0; left &= left - 1) {
    const int i = __builtin_ctz(left);
    const double x = x_of(walk, walk->open[i]);

    if (agreement == PST_LEEWAY_KENDALL)
      sum += walk->base[i] + (double)size_of(before & walk->less[i])
             - (double)size_of(before & walk->more[i]);
    else if (agreement == PST_LEEWAY_DISTANCE)
      sum += walk->base[i] + (double)size_of(before & walk->more[i]);
    else
      sum += agreement == PST_LEEWAY_SPEARMAN ? x * rank : fabs(x - rank);
  }
  return sum;
}

/* --- fronts ------------------------------------------------------------------------------------------------- */

static bool make_front(struct front *front, size_t open, size_t ties)
{
  const size_t cells = ((size_t)1 << open) * (ties + 1);

  *front = (struct front){.open = open,
                          .ties = ties,
                          .low = malloc(cells * sizeof(double)),
                          .high = malloc(cells * sizeof(double))};
  if (front->low == NULL || front->high == NULL)
    return false;
  for (size_t i = 0; i < cells; i++) {
    front->low[i] = INFINITY;
    front->high[i] = -INFINITY;
  }
  return true;
}

static void drop_front(struct front *front)
{
  free(front->low);
  free(front->high);
  *front = (struct front){.low = NULL};
}

static bool is_reached(const struct front *front, size_t set)
{
  for (size_t t = 0; t <= front->ties; t++)
    if (front->low[set * (front->ties + 1) + t] < (double)INFINITY)
      return true;
  return false;
}

static size_t most_ties(const struct front *front)
{
  size_t most = 0;

  for (size_t set = 0; set < (size_t)1 << front->open; set++)
    for (size_t t = most + 1; t <= front->ties; t++)
      if (front->low[set * (front->ties + 1) + t] < (double)INFINITY)
        most = t;
  return most;
}

/* Set SET of FROM becomes set TO of INTO. */
static void copy_set(const struct front *from, size_t set, struct front *into, size_t to)
{
  const size_t n = (from->ties < into->ties ? from->ties : into->ties) + 1;

  memcpy(into->low + to * (into->ties + 1), from->low + set * (from->ties + 1),
         n * sizeof *into->low);
  memcpy(into->high + to * (into->ties + 1), from->high + set * (from->ties + 1),
         n * sizeof *into->high);
}

/* --- items open and close ------------------------------------------------------------------------------------- */

static void compare_open(struct walk *walk)
{
  for (size_t i = 0; i < walk->n_open; i++) {
    walk->less[i] = walk->more[i] = 0;
    for (size_t j = 0; j < walk->n_open; j++) {
      const double a = x_of(walk, walk->open[j]), b = x_of(walk, walk->open[i]);

      walk->less[i] |= a < b ? UINT32_C(1) << j : 0;
      walk->more[i] |= a > b ? UINT32_C(1) << j : 0;
    }
  }
}

/* The closed ones are those before NEXT that are not open. */
static double base_of(const struct walk *walk, const struct pst_lineup_item *item, size_t place)
{
  double sum = 0;

  for (size_t i = 0; i < walk->next; i++)
    if (walk->lineup->items[i].last < place)
      sum += pair(walk, x_of(walk, &walk->lineup->items[i]), x_of(walk, item));
  return sum;
}

/* The items whose first place is PLACE; false where they are too many. */
static bool open_items(struct walk *walk, size_t place)
{
  const struct pst_lineup *lineup = walk->lineup;
  const bool pairs =
      walk->score->agreement == PST_LEEWAY_KENDALL || walk->score->agreement == PST_LEEWAY_DISTANCE;

  while (walk->next < lineup->n && lineup->items[walk->next].first <= place) {
    const struct pst_lineup_item *item = &lineup->items[walk->next];

    if (walk->n_open == OPEN_MOST)
      return false;
    walk->base[walk->n_open] = pairs ? base_of(walk, item, place) : 0;
    walk->steps += pairs ? (double)walk->next : 0;
    walk->open[walk->n_open++] = item;
    walk->next++;
  }
  compare_open(walk);
  return true;
}

/* Room in the front for the items that are open now, and for the ties of one block more. */
static bool grow(struct walk *walk)
{
  const size_t ties = walk->front.ties + tie_of(walk->score->agreement, walk->n_open);

  if (!make_front(&walk->other, walk->n_open, ties))
    return false;
  for (size_t set = 0; set < (size_t)1 << walk->front.open; set++)
    copy_set(&walk->front, set, &walk->other, set);
  drop_front(&walk->front);
  walk->front = walk->other;
  walk->other = (struct front){.low = NULL};
  return true;
}

static void close_item(struct walk *walk, size_t place)
{
  size_t kept = 0;

  for (size_t i = 0; i < walk->n_open; i++) {
    const double x = x_of(walk, walk->open[i]);

    if (walk->open[i]->last > place) {
      walk->open[kept] = walk->open[i];
      walk->base[kept++] = walk->base[i];
      continue;
    }
    walk->closed++;
    for (size_t j = 0; j < walk->n_open; j++)
      if (walk->open[j]->last > place && j >= i)
        walk->base[j] += pair(walk, x, x_of(walk, walk->open[j]));
    for (size_t j = 0; j < kept; j++)
      walk->base[j] += pair(walk, x, x_of(walk, walk->open[j]));
    for (size_t d = 1; walk->within != NULL && d <= walk->lineup->n; d++)
      walk->within[d] += x <= (double)d;
  }
  walk->n_open = kept;
  compare_open(walk);
}

/* Items whose last place is PLACE stand in every beginning that goes on. */
static bool shrink(struct walk *walk, size_t place)
{
  uint32_t must = 0, keep = 0;
  size_t open = 0;

  for (size_t i = 0; i < walk->n_open; i++) {
    must |= walk->open[i]->last <= place ? UINT32_C(1) << i : 0;
    keep |= walk->open[i]->last > place ? UINT32_C(1) << i : 0;
  }
  open = size_of(keep);
  if (!make_front(&walk->other, open, most_ties(&walk->front)))
    return false;
  for (uint32_t set = 0; set < UINT32_C(1) << walk->front.open; set++) {
    size_t to = 0, bit = 0;

    if ((set & must) != must)
      continue;
    for (size_t i = 0; i < walk->n_open; i++)
      if ((keep >> i & 1) != 0)
        to |= (size_t)(set >> i & 1) << bit++;
    copy_set(&walk->front, set, &walk->other, to);
  }
  drop_front(&walk->front);
  walk->front = walk->other;
  walk->other = (struct front){.low = NULL};
  if (must != 0)
    close_item(walk, place);
  return true;
}

/* --- a place ---------------------------------------------------------------------------------------------------- */

static void step(struct walk *walk, uint32_t before, uint32_t block)
{
  const struct front *front = &walk->front;
  const size_t width = front->ties + 1, tie = tie_of(walk->score->agreement, size_of(block));
  const double sum = adds(walk, before, block);
  const double *low = front->low + before * width, *high = front->high + before * width;
  double *to_low = front->low + (before | block) * width + tie;
  double *to_high = front->high + (before | block) * width + tie;

  for (size_t t = 0; t + tie < width; t++) {
    to_low[t] = fmin(to_low[t], low[t] + sum);
    to_high[t] = fmax(to_high[t], high[t] + sum);
  }
  walk->steps += (double)width;
}

/* At a point one block, so that beginnings are taken from the largest on; in a gap any number of them. */
static void pass(struct walk *walk, bool gap)
{
  const uint32_t all = (UINT32_C(1) << walk->n_open) - 1;

  for (uint32_t k = 0; k <= all && walk->steps <= PST_ONE_SIDED_MOST; k++) {
    const uint32_t before = gap ? k : all - k, left = all & ~before;

    if (left == 0 || !is_reached(&walk->front, before))
      continue;
    for (uint32_t block = left; block != 0; block = (block - 1) & left)
      step(walk, before, block);
  }
}

static enum pst_status go(struct walk *walk, bool *found, struct pst_error *error)
{
  *found = true;
  for (size_t place = 0; place < walk->lineup->n_places && *found; place++) {
    if (!open_items(walk, place)) {
      *found = false;
      break;
    }
    if (walk->n_open == 0)
      continue;
    if (!grow(walk))
      return pst_fail_memory(error);
    pass(walk, walk->lineup->gap[place]);
    *found = walk->steps <= PST_ONE_SIDED_MOST;
    if (*found && !shrink(walk, place))
      return pst_fail_memory(error);
  }
  return PST_OK;
}

enum pst_status pst_walk(const struct pst_walk_score *score, const struct pst_lineup *lineup,
                         struct pst_walk_sums *sums, struct pst_arena *scratch,
                         struct pst_error *error)
{
  struct walk walk = {.score = score, .lineup = lineup};
  enum pst_status status = PST_OK;

  *sums = (struct pst_walk_sums){.found = false};
  if (score->agreement == PST_LEEWAY_OVERLAP)
    walk.within = pst_arena_array(scratch, lineup->n + 2, sizeof *walk.within);
  if (!make_front(&walk.front, 0, 0)
      || (score->agreement == PST_LEEWAY_OVERLAP && walk.within == NULL)) {
    status = pst_fail_memory(error);
  } else {
    walk.front.low[0] = walk.front.high[0] = 0;
    status = go(&walk, &sums->found, error);
  }
  if (status == PST_OK && sums->found) {
    sums->ties = walk.front.ties;
    sums->low = pst_arena_array(scratch, sums->ties + 1, sizeof *sums->low);
    sums->high = pst_arena_array(scratch, sums->ties + 1, sizeof *sums->high);
    if (sums->low == NULL || sums->high == NULL)
      status = pst_fail_memory(error);
    for (size_t t = 0; status == PST_OK && t <= sums->ties; t++) {
      sums->low[t] = walk.front.low[t];
      sums->high[t] = walk.front.high[t];
    }
  }
  drop_front(&walk.front);
  drop_front(&walk.other);
  return status;
}
