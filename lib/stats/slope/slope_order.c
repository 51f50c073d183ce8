/* slope_order.c -- points in the order of what a line of a given slope leaves of them. */
#include "stats/slope/slope_order.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "stats/slope/slope_exact.h"

enum { RUN = 8, BYTES = 8, DIGITS = 256 };

/* Steeper slopes are told apart by their sign only: products could overflow. */
static const double LARGEST = 0x1p600;

/* y - (s + half) x, computed to about twice the digits of a double, then rounded. */
static double residual(const struct pst_pair *at, const struct pst_cut *cut)
{
  double product = cut->s * at->x;
  double product_rest = fma(cut->s, at->x, -product);
  struct pst_difference main = pst_difference_of(at->y, product);

  return main.high + (main.low - product_rest - cut->half * at->x);
}

static void by_x(const struct pst_slope_points *points, bool reverse, uint32_t *order)
{
  size_t place = points->n;

  for (size_t i = 0; i < points->n && !reverse; i++)
    order[i] = (uint32_t)i;
  for (size_t i = 0, end; i < points->n && reverse; i = end) {
    for (end = i + 1; end < points->n && points->at[end].x == points->at[i].x;)
      end++;
    place -= end - i;
    for (size_t j = i; j < end; j++)
      order[place + j - i] = (uint32_t)j;
  }
}

/* Radix sort, a byte at a time; bytes that are the same in all keys are left out. */
static void sort_keys(uint64_t *keys, uint64_t *other_keys, uint32_t *order, uint32_t *other,
                      size_t n)
{
  size_t count[BYTES][DIGITS] = {{0}};
  uint32_t *first = order;

  for (size_t i = 0; i < n; i++)
    for (int b = 0; b < BYTES; b++)
      count[b][keys[i] >> (8 * b) & 255]++;
  for (int b = 0; b < BYTES; b++) {
    uint64_t *swap_keys = keys;
    uint32_t *swap = order;
    size_t start = 0;

    if (count[b][keys[0] >> (8 * b) & 255] == n)
      continue;
    for (size_t d = 0; d < DIGITS; d++) {
      size_t size = count[b][d];

      count[b][d] = start;
      start += size;
    }
    for (size_t i = 0; i < n; i++) {
      size_t place = count[b][keys[i] >> (8 * b) & 255]++;

      other_keys[place] = keys[i];
      other[place] = order[i];
    }
    keys = other_keys;
    other_keys = swap_keys;
    order = other;
    other = swap;
  }
  if (order != first) {
    memcpy(other, order, n * sizeof *order);
    memcpy(other_keys, keys, n * sizeof *keys);
  }
}

struct exact_order {
  const struct pst_slope_points *points;
  struct pst_cut cut;
};

/* Whether point I comes before point J, I != J. */
static bool before(const struct exact_order *exact, uint32_t i, uint32_t j)
{
  const struct pst_pair *a = &exact->points->at[i];
  const struct pst_pair *b = &exact->points->at[j];

  if (a->x == b->x)
    return i < j;
  return a->x < b->x ? !pst_slope_below(a, b, &exact->cut) : pst_slope_below(b, a, &exact->cut);
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

/* Neighbours that the rounding of their keys could have put wrong are ordered exactly. */
static void settle(const struct exact_order *exact, const uint64_t *keys, uint32_t *order,
                   uint32_t *spare)
{
  const struct pst_slope_points *points = exact->points;
  const double slack = 0x1p-99 * (points->y_most + fabs(exact->cut.s) * points->x_most);
  size_t start = 0;
  double previous = pst_value_of(keys[0]);

  for (size_t i = 1; i <= points->n; i++) {
    double value = i < points->n ? pst_value_of(keys[i]) : 0;

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

void pst_slope_order(const struct pst_slope_points *points, double s, uint32_t *order,
                     uint64_t *keys, uint32_t *spare)
{
  struct exact_order exact = {.points = points};

  if (!(fabs(s) < LARGEST) || points->n == 0) {
    by_x(points, s > 0, order);
    return;
  }
  exact.cut = pst_cut_after(s);
  for (size_t i = 0; i < points->n; i++) {
    keys[i] = pst_key_of(residual(&points->at[i], &exact.cut));
    order[i] = (uint32_t)i;
  }
  sort_keys(keys, keys + points->n, order, spare, points->n);
  settle(&exact, keys, order, spare);
}
