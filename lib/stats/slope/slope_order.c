/* slope_order.c -- points in the order of what a line of a given slope leaves of them. */
#include "stats/slope/slope_order.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "base/parallel.h"
#include "stats/slope/slope_exact.h"
#include "stats/variable/clones.h"
#include "stats/variable/order.h"

enum { RUN = 8, PIECE = 1 << 14 };

/* Steeper slopes are told apart by their sign only: products could overflow. */
static const double LARGEST = 0x1p600;

/* y - (s + half) x, computed to about twice the digits of a double, then rounded. */
__attribute__((always_inline)) static inline double residual(struct pst_pair at,
                                                             const struct pst_cut *cut)
{
  double product = cut->s * at.x;
  double product_rest = fma(cut->s, at.x, -product);
  struct pst_difference main = pst_difference_of(at.y, product);

  return main.high + (main.low - product_rest - cut->half * at.x);
}

static void by_x(const struct pst_slope_points *points, bool reverse, uint32_t *order)
{
  size_t place = points->n;

  for (size_t i = 0; i < points->n && !reverse; i++)
    order[i] = (uint32_t)i;
  for (size_t i = 0, end; i < points->n && reverse; i = end) {
    for (end = i + 1;
         end < points->n && pst_slope_point(points, end).x == pst_slope_point(points, i).x;)
      end++;
    place -= end - i;
    for (size_t j = i; j < end; j++)
      order[place + j - i] = (uint32_t)j;
  }
}

struct exact_order {
  const struct pst_slope_points *points;
  struct pst_cut cut;
};

/* Whether point I comes before point J, I != J. */
static bool before(const struct exact_order *exact, uint32_t i, uint32_t j)
{
  const struct pst_pair a = pst_slope_point(exact->points, i);
  const struct pst_pair b = pst_slope_point(exact->points, j);

  if (a.x == b.x)
    return i < j;
  return a.x < b.x ? !pst_slope_below(&a, &b, &exact->cut) : pst_slope_below(&b, &a, &exact->cut);
}

static void merge_sort(const struct exact_order *exact, uint32_t *order, uint32_t *spare, size_t n)
{
  size_t half = n / 2;
  size_t left = 0;
  size_t right = half;

  if (n <= RUN) {
    for (size_t i = 1; i < n; i++) {
      uint32_t moving = order[i];
      size_t j = i;

      for (; j > 0 && before(exact, moving, order[j - 1]); j--)
        order[j] = order[j - 1];
      order[j] = moving;
    }
    return;
  }
  merge_sort(exact, order, spare, half);
  merge_sort(exact, order + half, spare, n - half);
  if (before(exact, order[half - 1], order[half]))
    return;
  memcpy(spare, order, n * sizeof *order);
  for (size_t i = 0; i < n; i++) {
    bool from_right = left == half || (right < n && before(exact, spare[right], spare[left]));

    order[i] = from_right ? spare[right++] : spare[left++];
  }
}

/* Neighbours that the rounding of what is left of them could have put wrong are ordered exactly. */
static void settle(const struct exact_order *exact, const double *left, uint32_t *order,
                   uint32_t *spare)
{
  const struct pst_slope_points *points = exact->points;
  const double slack = 0x1p-99 * (points->y_most + fabs(exact->cut.s) * points->x_most);
  size_t start = 0;
  double previous = left[order[0]];

  for (size_t i = 1; i <= points->n; i++) {
    double value = i < points->n ? left[order[i]] : 0;

    if (i < points->n && value - previous <= 0x1p-51 * fmax(fabs(value), fabs(previous)) + slack) {
      previous = value;
      continue;
    }
    if (i - start > 1)
      merge_sort(exact, order + start, spare, i - start);
    start = i;
    previous = value;
  }
}

struct leaving {
  const struct pst_slope_points *points;
  struct pst_cut cut;
  double *left;
};

PST_CLONES static void leave(const struct leaving *leaving, size_t first, size_t end)
{
  const struct pst_slope_points points = *leaving->points;
  const struct pst_cut cut = leaving->cut;
  double *left = leaving->left;

  for (size_t i = first; i < end; i++)
    left[i] = residual(pst_slope_point(&points, i), &cut);
}

static void leave_piece(void *context, size_t piece, size_t thread)
{
  const struct leaving *leaving = context;
  size_t first = piece * PIECE;
  size_t n = leaving->points->n;

  (void)thread;
  leave(leaving, first, n - first < PIECE ? n : first + PIECE);
}

void pst_slope_order(const struct pst_slope_points *points, double s, uint32_t *order,
                     const struct pst_slope_room *room)
{
  struct exact_order exact = {.points = points};
  struct leaving leaving = {.points = points, .left = room->left};
  const struct pst_radix all = {.keys = room->keys,
                                .at = order,
                                .keys_room = room->keys_room,
                                .at_room = room->at_room,
                                .n = points->n};

  if (!(fabs(s) < LARGEST) || points->n == 0) {
    by_x(points, s > 0, order);
    return;
  }
  exact.cut = leaving.cut = pst_cut_after(s);
  pst_parallel_parts((points->n + PIECE - 1) / PIECE, room->threads, leave_piece, &leaving);
  pst_order_with(room->left, &all, room->threads);
  settle(&exact, room->left, order, room->at_room);
}
