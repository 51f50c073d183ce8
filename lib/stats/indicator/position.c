/* position.c -- where a value stands among those of its partition. */
#include "stats/indicator/position.h"

#include <float.h>
#include <math.h>

#include "interval/arithmetic.h"
#include "stats/description/moments.h"
#include "stats/sort.h"

/* The known cells of one slice.  Ends are keys: the value, then -1, 0 or 1 for an end that is not
   reached, so that one order serves for open and closed ends. */
struct partition {
  size_t n;
  size_t *rows;
  double *value;
  struct pst_pair *low;  /* sorted */
  struct pst_pair *high; /* sorted */
  struct pst_pair *spare;
  bool points;
};

static struct pst_pair low_key(const struct pst_bounds *cell)
{
  return (struct pst_pair){cell->low, cell->low_open ? 1 : 0};
}

static struct pst_pair high_key(const struct pst_bounds *cell)
{
  return (struct pst_pair){cell->high, cell->high_open ? -1 : 0};
}

/* How many of the sorted KEYS are below KEY, or at it as well. */
static size_t below(const struct pst_pair *keys, size_t n, struct pst_pair key, bool at_too)
{
  size_t low = 0, high = n;

  while (low < high) {
    size_t middle = low + (high - low) / 2;
    const struct pst_pair *m = &keys[middle];
    bool less = m->x < key.x || (m->x == key.x && (m->y < key.y || (at_too && m->y == key.y)));

    if (less)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Of the others: surely smaller, surely at most, and the most that may be smaller, at most. */
struct counts {
  size_t smaller[2];
  size_t at_most[2];
};

static struct counts count(const struct partition *part, const struct pst_bounds *cell)
{
  const struct pst_pair low = low_key(cell), high = high_key(cell);
  const size_t n = part->n;
  bool point = pst_bounds_is_point(cell);
  struct counts counts;

  counts.smaller[0] = below(part->high, n, low, false);
  /* The cell itself is at most itself: one less where it counts itself. */
  counts.at_most[0] = below(part->high, n, (struct pst_pair){cell->low, 0}, true) - point;
  counts.smaller[1] = below(part->low, n, (struct pst_pair){cell->high, 0}, false) - !point;
  counts.at_most[1] = below(part->low, n, high, true) - 1;
  return counts;
}

static struct pst_row_value whole(double low, double high, double divisor)
{
  if (low == high)
    return pst_row_given(pst_bounds_point(low / divisor));
  return pst_row_given((struct pst_bounds){low / divisor, high / divisor, false, false});
}

static struct pst_row_value by_counts(const struct partition *part, const struct pst_bounds *cell,
                                      enum pst_position position)
{
  const struct counts counts = count(part, cell);
  const double n = (double)part->n;

  switch (position) {
  case PST_POSITION_PERCENT_RANK:
    return whole((double)counts.smaller[0], (double)counts.smaller[1], part->n > 1 ? n - 1 : 1);
  case PST_POSITION_CUME_DIST:
    return whole(1 + (double)counts.at_most[0], 1 + (double)counts.at_most[1], n);
  default:
    return whole(n - (double)counts.at_most[1], n - (double)counts.at_most[0], 1);
  }
}

static void give_counts(const struct partition *part, const struct pst_bounds *cell,
                        enum pst_position position, struct pst_row_value *out)
{
  for (size_t i = 0; i < part->n; i++)
    out[part->rows[i]] = by_counts(part, &cell[part->rows[i]], position);
}

static void give_none(const struct partition *part, enum pst_row_reason reason,
                      struct pst_row_value *out)
{
  for (size_t i = 0; i < part->n; i++)
    out[part->rows[i]] = pst_row_none(reason);
}

/* The number of the row rides along in place of the nudge, which points do not need. */
static void give_tiles(const struct partition *part, size_t tiles, struct pst_row_value *out)
{
  const size_t size = part->n / tiles, longer = part->n % tiles;

  for (size_t i = 0; i < part->n; i++)
    part->low[i] = (struct pst_pair){part->value[i], (double)i};
  pst_sort_pairs(part->low, part->spare, part->n);
  for (size_t i = 0; i < part->n; i++) {
    size_t in_longer = longer * (size + 1);
    size_t tile = i < in_longer ? i / (size + 1) : longer + (i - in_longer) / size;

    out[part->rows[(size_t)part->low[i].y]] = pst_row_given(pst_bounds_point((double)(tile + 1)));
  }
}

static double largest(const struct partition *part)
{
  double most = 0;

  for (size_t i = 0; i < part->n; i++)
    most = fmax(most, fabs(part->value[i]));
  return most;
}

static void give_z(const struct partition *part, double divisor, struct pst_row_value *out)
{
  const double unsure = DBL_EPSILON * largest(part); /* what doubles leave of 0.011 less its mean */
  struct pst_moments moments;

  if (part->n < 1 || divisor < 1) {
    give_none(part, PST_ROW_CONSTANT, out);
    return;
  }
  pst_moments_of(part->value, part->n, &moments);
  if (moments.squares == 0) {
    give_none(part, PST_ROW_CONSTANT, out);
    return;
  }
  for (size_t i = 0; i < part->n; i++) {
    double d = pst_from_mean(part->value[i], &moments.mean);

    d = fabs(d) < unsure ? 0 : d * moments.scale;
    out[part->rows[i]] = pst_row_given(pst_bounds_point(d / sqrt(moments.squares / divisor)));
  }
}

static void give(const struct partition *part, const struct pst_bounds *cell,
                 enum pst_position position, size_t tiles, struct pst_row_value *out)
{
  const double n = (double)part->n;
  bool by_points = position == PST_POSITION_NTILE || position >= PST_POSITION_Z;

  if (by_points && !part->points)
    give_none(part, PST_ROW_BOUNDED, out);
  else if (position == PST_POSITION_NTILE)
    give_tiles(part, tiles, out);
  else if (by_points)
    give_z(part, position == PST_POSITION_Z ? n - 1 : n, out);
  else
    give_counts(part, cell, position, out);
}

/* The known cells of slice S into PART, the others without a value. */
static void gather(const struct pst_slices *slices, const struct pst_bounds *cell, size_t s,
                   struct partition *part, struct pst_row_value *out)
{
  part->n = 0;
  part->points = true;
  for (size_t i = slices->start[s]; i < slices->start[s + 1]; i++) {
    size_t row = slices->rows[i];

    if (!pst_row_known(&cell[row])) {
      out[row] = pst_row_none(PST_ROW_EMPTY);
      continue;
    }
    part->rows[part->n] = row;
    part->value[part->n] = cell[row].low;
    part->low[part->n] = low_key(&cell[row]);
    part->high[part->n++] = high_key(&cell[row]);
    part->points = part->points && pst_bounds_is_point(&cell[row]);
  }
  pst_sort_pairs(part->low, part->spare, part->n);
  pst_sort_pairs(part->high, part->spare, part->n);
}

enum pst_status pst_position(const struct pst_slices *slices, const struct pst_bounds *cell,
                             enum pst_position position, size_t tiles, struct pst_row_value *out,
                             struct pst_arena *scratch, struct pst_error *error)
{
  const size_t n = slices->start[slices->count];
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct partition part = {
      .rows = pst_arena_array(scratch, n + 1, sizeof *part.rows),
      .value = pst_arena_array(scratch, n + 1, sizeof *part.value),
      .low = pst_arena_array(scratch, n + 1, sizeof *part.low),
      .high = pst_arena_array(scratch, n + 1, sizeof *part.high),
      .spare = pst_arena_array(scratch, n + 1, sizeof *part.spare),
  };

  if (part.rows == NULL || part.value == NULL || part.low == NULL || part.high == NULL
      || part.spare == NULL)
    return pst_fail_memory(error);
  if (position == PST_POSITION_NTILE && tiles == 0)
    return pst_fail(error, PST_USAGE, "ntile(0); give at least 1");
  for (size_t s = 0; s < slices->count; s++) {
    gather(slices, cell, s, &part, out);
    give(&part, cell, position, tiles, out);
  }
  pst_arena_release(scratch, mark);
  return PST_OK;
}
