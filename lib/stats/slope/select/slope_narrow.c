/* slope_narrow.c -- a bracket around the slopes asked for, narrowed by samples of it. */
#include "stats/slope/select/slope_narrow.h"

#include <math.h>

#include "stats/sort.h"
#include "stats/variable/radix.h"

/* Places FIRST..END of the ranks, and the bracket in which they are looked for. */
struct group {
  size_t first;
  size_t end;
  double low;
  double high;
};

/* Where RANK is expected in the sample, and how far from there it may be: two and a half standard
   errors. */
static double expected(const struct pst_slope_search *search,
                       const struct pst_slope_bracket *bracket, uint64_t rank)
{
  return (double)(rank - bracket->below) / (double)(bracket->through - bracket->below)
         * (double)search->held_n;
}

static double margin(const struct pst_slope_search *search, double place)
{
  double others = fmax(0, (double)search->held_n - place);

  return 2.5 * sqrt(place * others / (double)search->held_n) + 2;
}

/* The group that begins at FIRST: all ranks whose places in the sample may overlap.  Its bracket is
   held as places in the sample, to be read when they are known. */
static struct group next_group(const struct pst_slope_search *search,
                               const struct pst_slope_bracket *bracket, size_t first, size_t end)
{
  struct group group = {.first = first, .end = first, .low = (double)search->held_n, .high = -1};

  for (; group.end < end; group.end++) {
    double place = expected(search, bracket, search->ranks[group.end]);
    double low = floor(place - margin(search, place));

    if (group.end > first && low > group.high)
      break;
    group.low = fmin(group.low, low);
    group.high = fmax(group.high, ceil(place + margin(search, place)));
  }
  group.low = fmax(-1, group.low);
  group.high = fmin((double)search->held_n, group.high);
  return group;
}

/* A double inside the bracket: from the sample if it can be, else halfway among the doubles. */
static double inside(const struct pst_slope_search *search, const struct pst_slope_bracket *bracket)
{
  double middle = search->held[search->held_n / 2];

  if (middle > bracket->low && middle < bracket->high)
    return middle;
  return pst_value_of(pst_key_of(bracket->low)
                      + (pst_key_of(bracket->high) - pst_key_of(bracket->low)) / 2);
}

/* Puts slopes in the place of places.  A group that would keep the whole bracket gets its lower part;
   its ranks above that are found in what is left, so every step gains. */
static void read_group(const struct pst_slope_search *search,
                       const struct pst_slope_bracket *bracket, struct group *group)
{
  double low = bracket->low;
  double high = bracket->high;

  if (group->low >= 0)
    low = fmax(low, nextafter(search->held[(size_t)group->low], (double)-INFINITY));
  if (group->high < (double)search->held_n)
    high = fmin(high, search->held[(size_t)group->high]);
  if (low >= high || (low == bracket->low && high == bracket->high)) {
    low = bracket->low;
    high = inside(search, bracket);
  }
  group->low = low;
  group->high = high;
}

static size_t make_groups(struct pst_slope_search *search, const struct pst_slope_bracket *bracket,
                          size_t first, size_t end, struct group *groups, size_t *places)
{
  size_t count = 0;
  size_t n_places = 0;

  for (size_t i = first; i < end; i = groups[count++].end) {
    groups[count] = next_group(search, bracket, i, end);
    if (groups[count].low >= 0)
      places[n_places++] = (size_t)groups[count].low;
    if (groups[count].high < (double)search->held_n)
      places[n_places++] = (size_t)groups[count].high;
  }
  pst_select_many(search->held, search->held_n, places, n_places);
  for (size_t i = 0; i < count; i++)
    read_group(search, bracket, &groups[i]);
  return count;
}

static enum pst_status find(struct pst_slope_search *search, const struct pst_slope_bracket *outer,
                            double low, double high, size_t first, size_t end);

static bool is_of_all(const struct pst_slope_search *search,
                      const struct pst_slope_bracket *bracket)
{
  const double n = (double)search->points.n;

  return isinf(bracket->low) && isinf(bracket->high)
         && (double)bracket->through > 0.125 * n * (n - 1);
}

static enum pst_status narrow(struct pst_slope_search *search,
                              const struct pst_slope_bracket *bracket, size_t first, size_t end)
{
  struct group *groups = pst_arena_array(search->arena, end - first, sizeof *groups);
  size_t *places = pst_arena_array(search->arena, 2 * (end - first), sizeof *places);
  enum pst_status status = PST_OK;
  uint64_t total = bracket->through - bracket->below;
  size_t count, wanted;

  if (groups == NULL || places == NULL)
    return pst_fail_memory(search->error);
  wanted = total < search->sample ? (size_t)total : search->sample;
  if (is_of_all(search, bracket) && wanted < total)
    pst_slope_draw_any(search, wanted);
  else
    status = pst_slope_draw(search, bracket, wanted);
  if (status != PST_OK)
    return status;
  count = make_groups(search, bracket, first, end, groups, places);
  for (size_t i = 0; i < count && status == PST_OK; i++)
    status = find(search, bracket, groups[i].low, groups[i].high, groups[i].first, groups[i].end);
  return status;
}

static bool is_gap(double low, double high)
{
  return nextafter(low, (double)INFINITY) >= high;
}

/* The ranks FIRST..END, all of them in BRACKET, whose two orders are at hand. */
enum pst_status pst_slope_narrow(struct pst_slope_search *search,
                                 const struct pst_slope_bracket *bracket, size_t first, size_t end)
{
  if (first == end)
    return PST_OK;
  /* Counts contradict each other where products fall out of the range of doubles. */
  if (search->ranks[first] <= bracket->below || search->ranks[end - 1] > bracket->through)
    return pst_fail(search->error, PST_UNDEFINED,
                    "values are so small or so far apart that their slopes cannot be ordered");
  if (bracket->through - bracket->below <= search->candidates)
    return pst_slope_list(search, bracket, first, end);
  return narrow(search, bracket, first, end);
}

/* The ranks FIRST..END, all of them in OUTER, which are expected above LOW and up to HIGH. */
static enum pst_status find(struct pst_slope_search *search, const struct pst_slope_bracket *outer,
                            double low, double high, size_t first, size_t end)
{
  struct pst_slope_bracket bracket = {.low = low, .high = high};
  struct pst_slope_bracket before = {.low = outer->low, .high = low, .below = outer->below};
  struct pst_slope_bracket after = {.low = high, .high = outer->high, .through = outer->through};
  size_t in = first;
  size_t out;
  enum pst_status status;

  if (is_gap(outer->low, outer->high)) {
    for (size_t i = first; i < end; i++)
      search->values[i] = outer->high;
    return PST_OK;
  }
  pst_slope_order_at(search, low, search->low_order);
  pst_slope_order_at(search, high, search->high_order);
  bracket.below = pst_slope_count(search, search->low_order);
  bracket.through = pst_slope_count(search, search->high_order);
  before.through = bracket.below;
  after.below = bracket.through;
  while (in < end && search->ranks[in] <= bracket.below)
    in++;
  for (out = in; out < end && search->ranks[out] <= bracket.through;)
    out++;
  if (is_gap(low, high) && out > in)
    status = find(search, &bracket, low, high, in, out);
  else
    status = pst_slope_narrow(search, &bracket, in, out);
  if (status == PST_OK && in > first)
    status = find(search, &before, before.low, before.high, first, in);
  if (status == PST_OK && out < end)
    status = find(search, &after, after.low, after.high, out, end);
  return status;
}
