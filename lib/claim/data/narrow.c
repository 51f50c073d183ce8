/* narrow.c -- the range of a number in which a cell is used more than once. */
#include <stdlib.h>

#include "claim/data/number_internal.h"

/* Halving stops at so many boxes, or so many parts of the expression looked at again; more repeated unknowns than that are not narrowed at all. */
enum { BOXES_MOST = 256, UNKNOWNS_MOST = 64, USES_MOST = 100000, PARTS_MOST = 200000 };

struct unknown {
  uint64_t id;
  struct pst_range range;
};

struct box {
  struct pst_exact *exact;
  struct unknown *unknowns;
  size_t count;
  size_t boxes, parts; /* looked at so far */
  bool wide;
};

/* A range and how fast it moves with one unknown. */
struct moving {
  struct pst_range range, slope;
};

static const struct pst_range *unknown_range(const struct box *box, const struct pst_number *leaf)
{
  for (size_t i = 0; leaf->id != 0 && i < box->count; i++)
    if (box->unknowns[i].id == leaf->id)
      return &box->unknowns[i].range;
  return &leaf->range;
}

static struct pst_range whole(int64_t n)
{
  return pst_range_point(pst_rational_whole(n));
}

/* NUMBER over the box, and its slope in the unknown ABOUT (0: in none). */
static bool evaluate(struct box *box, const struct pst_number *number, uint64_t about,
                     struct moving *out)
{
  struct pst_range *ranges, *slopes;

  box->parts++;
  if (number->kind == PST_NUMBER_LEAF) {
    out->range = *unknown_range(box, number);
    out->slope = whole(about != 0 && number->id == about);
    return true;
  }
  ranges = pst_arena_array(box->exact->arena, number->count, sizeof *ranges);
  slopes = pst_arena_array(box->exact->arena, number->count, sizeof *slopes);
  if (ranges == NULL || slopes == NULL)
    return false;
  for (size_t i = 0; i < number->count; i++) {
    struct moving argument;

    if (!evaluate(box, number->arguments[i], about, &argument))
      return false;
    ranges[i] = argument.range;
    slopes[i] = argument.slope;
  }
  return pst_number_combine(box->exact, number, ranges, &out->range)
         && (about == 0
             || pst_number_slope(box->exact, number, ranges, slopes, &out->range, &out->slope));
}

static bool range_over(struct box *box, const struct pst_number *number, struct pst_range *out)
{
  struct moving moving;

  if (!evaluate(box, number, 0, &moving))
    return false;
  *out = moving.range;
  return true;
}

/* One end of RANGE as a point.  Unless the number moves STRICTLY with the unknown, what it is there
   it may be within RANGE as well: then the end is neither open nor a tie. */
static struct pst_range end_of(const struct pst_range *range, bool high, bool strictly)
{
  struct pst_limit end = high ? range->high : range->low;

  if (!strictly)
    end.kind = PST_LIMIT_CLOSED;
  return (struct pst_range){end, end};
}

/* Puts every unknown in which NUMBER is monotone to the end that LOW or HIGH wants, in two copies.
   Returned: how many unknowns are left. */
static size_t fix_monotone(struct box *box, const struct pst_number *number, struct unknown *low,
                           struct unknown *high)
{
  size_t left = 0;

  for (size_t i = 0; i < box->count; i++) {
    const struct pst_range range = box->unknowns[i].range;
    struct moving moving;
    bool rises = false, falls = false, strictly;

    low[i] = high[i] = box->unknowns[i];
    if (pst_range_is_point(&range))
      continue;
    if (pst_range_is_bounded(&range) && evaluate(box, number, box->unknowns[i].id, &moving)) {
      rises = pst_range_sign(&moving.slope, PST_IS_AT_LEAST) == PST_TRUTH_YES;
      falls = pst_range_sign(&moving.slope, PST_IS_AT_MOST) == PST_TRUTH_YES;
    }
    if (rises && falls) {
      low[i].range = high[i].range =
          pst_range_point(pst_rational_middle(box->exact, range.low.value, range.high.value));
    } else if (rises || falls) {
      strictly = pst_range_sign(&moving.slope, PST_IS_EQUAL) == PST_TRUTH_NO;
      low[i].range = end_of(&range, falls, strictly);
      high[i].range = end_of(&range, rises, strictly);
    } else {
      left++;
    }
  }
  return left;
}

static struct unknown *copy_unknowns(struct box *box)
{
  struct unknown *copy = pst_arena_array(box->exact->arena, box->count, sizeof *copy);

  for (size_t i = 0; copy != NULL && i < box->count; i++)
    copy[i] = box->unknowns[i];
  return copy;
}

/* The unknown to halve: the widest by its share of the whole, which is its first range. */
static size_t widest(const struct box *box)
{
  size_t best = box->count;
  double most = 0;

  for (size_t i = 0; i < box->count; i++) {
    const struct pst_range *range = &box->unknowns[i].range;
    double width;

    if (!pst_range_is_bounded(range) || pst_range_is_point(range))
      continue;
    width = pst_rational_to_double(range->high.value) - pst_rational_to_double(range->low.value);
    if (best == box->count || width > most) {
      best = i;
      most = width;
    }
  }
  return best;
}

static bool narrow(struct box *box, const struct pst_number *number, int depth,
                   struct pst_range *out);

static bool halve(struct box *box, const struct pst_number *number, size_t which, int depth,
                  struct pst_range *out)
{
  struct unknown *unknowns = box->unknowns, *half = copy_unknowns(box);
  struct pst_range parts[2], whole_range;
  struct pst_rational middle;
  bool good = true;

  if (half == NULL)
    return false;
  middle = pst_rational_middle(box->exact, unknowns[which].range.low.value,
                               unknowns[which].range.high.value);
  whole_range = half[which].range;
  box->unknowns = half;
  for (int side = 0; side < 2 && good; side++) {
    half[which].range = whole_range;
    *(side == 0 ? &half[which].range.high : &half[which].range.low) =
        (struct pst_limit){.value = middle, .kind = PST_LIMIT_CLOSED};
    good = narrow(box, number, depth + 1, &parts[side]);
  }
  box->unknowns = unknowns;
  if (good)
    *out = pst_range_hull(&parts[0], &parts[1]);
  return good;
}

/* The range of NUMBER over the box; false when it has none (a divisor holds 0 there). */
static bool narrow(struct box *box, const struct pst_number *number, int depth,
                   struct pst_range *out)
{
  struct unknown *low = copy_unknowns(box), *high = copy_unknowns(box), *all = box->unknowns;
  struct pst_range ranges[2];
  size_t left;
  bool good;

  box->boxes++;
  if (low == NULL || high == NULL)
    return false;
  left = fix_monotone(box, number, low, high);
  if (left > 0 && depth < 8 && box->boxes < BOXES_MOST && box->parts < PARTS_MOST
      && widest(box) < box->count)
    return halve(box, number, widest(box), depth, out);
  if (left > 0)
    box->wide = true;
  box->unknowns = low;
  good = range_over(box, number, &ranges[0]);
  box->unknowns = high;
  good = good && range_over(box, number, &ranges[1]);
  box->unknowns = all;
  if (good)
    *out = (struct pst_range){ranges[0].low, ranges[1].high};
  return good;
}

/* The unknowns that are used more than once, each with its range. */
static size_t repeated(const uint64_t *ids, size_t count, struct unknown *unknowns)
{
  size_t found = 0;

  for (size_t i = 1; i < count; i++) {
    if (ids[i] != ids[i - 1] || (found > 0 && unknowns[found - 1].id == ids[i]))
      continue;
    if (found == UNKNOWNS_MOST)
      return found + 1;
    unknowns[found++].id = ids[i];
  }
  return found;
}

static void find_ranges(const struct pst_number *number, struct unknown *unknowns, size_t count)
{
  for (size_t i = 0; number->kind == PST_NUMBER_LEAF && i < count; i++)
    if (unknowns[i].id == number->id)
      unknowns[i].range = number->range;
  for (size_t i = 0; i < number->count; i++)
    find_ranges(number->arguments[i], unknowns, count);
}

struct pst_range pst_number_range(struct pst_exact *exact, const struct pst_number *number,
                                  bool *wide)
{
  struct unknown unknowns[UNKNOWNS_MOST];
  struct box box = {.exact = exact, .unknowns = unknowns};
  struct pst_range range;
  size_t count;
  uint64_t *ids;

  if (number->kind == PST_NUMBER_LEAF || pst_range_is_point(&number->range))
    return number->range;
  ids = pst_number_unknowns(exact, number, USES_MOST, &count);
  box.count = ids == NULL ? UNKNOWNS_MOST + 1 : repeated(ids, count, unknowns);
  if (box.count == 0)
    return number->range;
  if (pst_number_linear(exact, number, &range))
    return range;
  if (box.count <= UNKNOWNS_MOST && (box.count + 1) * count <= PARTS_MOST) {
    find_ranges(number, unknowns, box.count);
    bool narrowed = narrow(&box, number, 0, &range);

    exact->work += box.parts;
    if (narrowed) {
      if (wide != NULL)
        *wide = *wide || box.wide;
      return range;
    }
  }
  if (wide != NULL)
    *wide = true;
  return number->range;
}
