/* slope_words.c -- what a line of a given slope leaves of points, as words that sort in its order. */
#include "stats/slope/select/slope_words.h"

#include <math.h>
#include <string.h>

#include "base/parallel.h"
#include "stats/sort.h"
#include "stats/variable/clones.h"

/* LOOKED_AT: values that tell how far apart most are. */
enum { MOST_PARTS = 8, LEAST_PART = 1 << 14, LOOKED_AT = 64, MOST_BITS = 52, EXPONENT_BITS = 12 };

static const double SMALLEST = 0x1p-1000;

struct making {
  const struct pst_slope_points *points;
  struct pst_cut cut;
  uint64_t *at; /* first the doubles that are left, then the words */
  size_t parts;
  double low[MOST_PARTS], high[MOST_PARTS];
  double least, scale;
  const struct pst_slope_words *words;
};

/* y - (s + half) x, computed to about twice the digits of a double, then rounded. */
__attribute__((always_inline)) static inline double residual(struct pst_pair at,
                                                             const struct pst_cut *cut)
{
  double product = cut->s * at.x;
  double product_rest = fma(cut->s, at.x, -product);
  struct pst_difference main = pst_difference_of(at.y, product);

  return main.high + (main.low - product_rest - cut->half * at.x);
}

PST_CLONES static void leave(const struct making *making, size_t first, size_t end)
{
  const struct pst_slope_points points = *making->points;
  const struct pst_cut cut = making->cut;
  double *left = (double *)(void *)making->at;

  for (size_t i = first; i < end; i++)
    left[i] = residual(pst_slope_point(&points, i), &cut);
}

static double left_at(const struct making *making, size_t i)
{
  double left;

  memcpy(&left, &making->at[i], sizeof left);
  return left;
}

static size_t first_of(const struct making *making, size_t part)
{
  return making->points->n * part / making->parts;
}

static void leave_part(void *context, size_t part, size_t thread)
{
  struct making *making = context;
  const size_t first = first_of(making, part), end = first_of(making, part + 1);
  double low = (double)INFINITY, high = -low;

  (void)thread;
  leave(making, first, end);
  for (size_t i = first; i < end; i++) {
    const double left = left_at(making, i);

    low = left < low ? left : low;
    high = left > high ? left : high;
  }
  making->low[part] = low;
  making->high[part] = high;
}

/* --- in equal steps -------------------------------------------------------------------------------- */

static void step_part(void *context, size_t part, size_t thread)
{
  const struct making *making = context;
  const double least = making->least, scale = making->scale;
  const int shift = making->words->shift;

  (void)thread;
  for (size_t i = first_of(making, part), end = first_of(making, part + 1); i < end; i++)
    making->at[i] = (uint64_t)((left_at(making, i) - least) * scale) << shift | i;
}

/* --- by the bits of doubles ------------------------------------------------------------------------ */

static void bits_part(void *context, size_t part, size_t thread)
{
  const struct making *making = context;
  const uint64_t mask = (UINT64_C(1) << making->words->shift) - 1;

  (void)thread;
  for (size_t i = first_of(making, part), end = first_of(making, part + 1); i < end; i++) {
    const double left = left_at(making, i);

    making->at[i] = (pst_key_of(fabs(left) < making->words->nothing ? 0 : left) & ~mask) | i;
  }
}

static double least_of(const struct pst_slope_words *words, uint64_t upper)
{
  const double value = pst_value_of(upper << words->shift);

  return upper == pst_key_of(0) >> words->shift ? -words->nothing : value;
}

static double greatest_of(const struct pst_slope_words *words, uint64_t upper)
{
  const double value = pst_value_of(upper << words->shift | ((UINT64_C(1) << words->shift) - 1));

  return upper == pst_key_of(0) >> words->shift ? words->nothing : value;
}

bool pst_slope_bits_close(const struct pst_slope_words *words, uint64_t a, uint64_t b)
{
  const double before = greatest_of(words, a), after = least_of(words, b);

  return a == b || after - before <= 0x1p-51 * fmax(fabs(before), fabs(after)) + words->slack;
}

/* --- which ----------------------------------------------------------------------------------------- */

/* Equal STEPs would make one of values that most are as near to each other as, and the bits of doubles, the
   upper BITS of them, tell them apart better. */
static bool is_far_out(const struct making *making, double step, int bits)
{
  const size_t n = making->points->n, looked_at = n < LOOKED_AT ? n : LOOKED_AT;
  double some[LOOKED_AT], spare[LOOKED_AT], low, high;

  for (size_t i = 0; i < looked_at; i++)
    some[i] = left_at(making, n * i / looked_at);
  pst_sort(some, spare, looked_at);
  low = some[looked_at / 4];
  high = some[looked_at * 3 / 4];
  return step * (double)n * 4 > high - low
         && step > ldexp(fmax(fabs(low), fabs(high)), EXPONENT_BITS - bits + 1);
}

static int bits_of(uint64_t number)
{
  int bits = 1;

  while (bits < 64 && number >> bits != 0)
    bits++;
  return bits;
}

/* Equal steps from the least to the greatest: as many as there are bits for, and none smaller than twice what
   rounding can do to two values. */
static void choose(struct making *making, struct pst_slope_words *words)
{
  const struct pst_slope_points *points = making->points;
  const int point_bits = bits_of(points->n - 1);
  const int bits = 64 - point_bits < MOST_BITS ? 64 - point_bits : MOST_BITS;
  double low = making->low[0], high = making->high[0], rounding, step;

  for (size_t part = 1; part < making->parts; part++) {
    low = fmin(low, making->low[part]);
    high = fmax(high, making->high[part]);
  }
  words->slack = 0x1p-99 * (points->y_most + fabs(making->cut.s) * points->x_most);
  rounding = 0x1p-51 * fmax(fabs(low), fabs(high)) + words->slack;
  step = fmax(2 * rounding, (high - low) / (ldexp(1, bits) - 4));
  words->by_bits = is_far_out(making, step, bits);
  words->nothing = 0x1p34 * words->slack;
  words->shift = 64 - bits;
  if (words->by_bits)
    return;
  making->least = low;
  making->scale = step >= SMALLEST ? 1 / step : 0; /* 0: all are close */
  words->shift = 64 - bits_of((uint64_t)((high - low) * making->scale) + 1);
}

void pst_slope_words_of(const struct pst_slope_points *points, const struct pst_cut *cut,
                        uint64_t *at, size_t threads, struct pst_slope_words *words)
{
  struct making making = {.points = points, .cut = *cut, .at = at, .words = words};
  const size_t most = points->n / LEAST_PART;

  *words = (struct pst_slope_words){.at = at};
  making.parts = most < threads ? most : threads;
  making.parts = making.parts < 1 ? 1 : making.parts > MOST_PARTS ? MOST_PARTS : making.parts;
  pst_parallel_parts(making.parts, making.parts, leave_part, &making);
  choose(&making, words);
  pst_parallel_parts(making.parts, making.parts, words->by_bits ? bits_part : step_part, &making);
}
