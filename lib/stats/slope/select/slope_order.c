/* slope_order.c -- points in the order of what a line of a given slope leaves of them. */
#include "stats/slope/select/slope_order.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "base/parallel.h"
#include "stats/slope/select/slope_exact.h"
#include "stats/slope/select/slope_words.h"
#include "stats/variable/word_sort.h"

enum { RUN = 8 };

/* Steeper slopes are told apart by their sign only: products could overflow. */
static const double LARGEST = 0x1p600;

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

/* Points of one line are left with the same by its slope, and their order is against that by x where the
   slope counts as below the cut. */
static void reverse(const struct pst_slope_points *points, uint32_t *order, size_t n)
{
  for (size_t i = 0, j = n - 1; i < j; i++, j--) {
    uint32_t keep = order[i];

    order[i] = order[j];
    order[j] = keep;
  }
  for (size_t first = 0, end; first < n; first = end) {
    for (end = first + 1;
         end < n
         && pst_slope_point(points, order[end]).x == pst_slope_point(points, order[first]).x;)
      end++;
    for (size_t i = first, j = end - 1; i < j; i++, j--) {
      uint32_t keep = order[i];

      order[i] = order[j];
      order[j] = keep;
    }
  }
}

static void settle_run(const struct exact_order *exact, uint32_t *order, uint32_t *spare, size_t n)
{
  if (n > RUN && before(exact, order[n - 1], order[0]))
    reverse(exact->points, order, n);
  merge_sort(exact, order, spare, n);
}

/* Neighbours that the rounding of what is left of them could have put wrong are ordered exactly. */
static void settle(const struct exact_order *exact, const struct pst_slope_words *words,
                   uint32_t *order, uint32_t *spare)
{
  const size_t n = exact->points->n;
  size_t start = 0;

  for (size_t i = 0; i < n; i++)
    order[i] = pst_slope_word_point(words, i);
  for (size_t i = 1; i <= n; i++) {
    if (i < n && pst_slope_word_close(words, i))
      continue;
    if (i - start > 1)
      settle_run(exact, order + start, spare, i - start);
    start = i;
  }
}

void pst_slope_order(const struct pst_slope_points *points, double s, uint32_t *order,
                     const struct pst_slope_room *room)
{
  struct exact_order exact = {.points = points};
  struct pst_slope_words words;

  if (!(fabs(s) < LARGEST) || points->n == 0) {
    by_x(points, s > 0, order);
    return;
  }
  exact.cut = pst_cut_after(s);
  pst_slope_words_of(points, &exact.cut, room->words, room->threads, &words);
  pst_word_sort(room->words, room->spare, points->n, room->threads);
  settle(&exact, &words, order, (uint32_t *)(void *)room->spare);
}
