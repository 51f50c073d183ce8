/* place.c -- labels beside points, none over another or over a point. */
#include "figure/page/place.h"

#include <stdlib.h>

enum { TRIED = 1000, TURN = 8 };
#define AWAY 6.0    /* pixels from a point to its label */
#define FARTHER 5.0 /* more, where all places beside the point are taken */
#define HALF 6.5    /* half the height of a label */
#define POINT 3.0   /* half the extent of a point */
#define APART 5.0   /* from a label to a point that it does not name, where there is room */

struct box {
  double left, right, top, bottom;
};

struct order {
  double priority;
  size_t index;
};

static int by_priority(const void *a, const void *b)
{
  const struct order *x = a, *y = b;

  if (x->priority != y->priority)
    return x->priority > y->priority ? -1 : 1;
  return (x->index > y->index) - (x->index < y->index);
}

/* The eight places: right, left, above, below, then the corners; TRY counts from 0, and from TURN the
   same again farther away. */
static struct box place(const struct pst_place_label *label, int number)
{
  static const signed char side[8] = {1, -1, 0, 0, 1, 1, -1, -1};
  static const signed char rise[8] = {0, 0, -1, 1, -1, 1, -1, 1};
  double width = label->width, x = label->x, y = label->y;
  int try = number % TURN;
  double more = number < TURN ? 0 : FARTHER, near = (try < 4 ? AWAY : AWAY * 0.6) + more;
  struct box box;

  box.left = side[try] > 0 ? x + near : side[try] < 0 ? x - near - width : x - width / 2;
  box.right = box.left + width;
  y += rise[try] * (HALF + (try < 4 ? 5 : 4) + more);
  box.top = y - HALF;
  box.bottom = y + HALF;
  return box;
}

static bool overlap(struct box a, struct box b)
{
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

static bool is_free(struct box box, struct box page, const struct pst_place_label *labels, size_t n,
                    size_t own, bool roomy)
{
  if (box.left < page.left || box.right > page.right || box.top < page.top
      || box.bottom > page.bottom)
    return false;
  for (size_t i = 0; i < n; i++) {
    double extent = POINT + (roomy && !labels[i].line ? APART : 0);
    struct box point = {labels[i].x - extent, labels[i].x + extent, labels[i].y - extent,
                        labels[i].y + extent};
    struct box text = {labels[i].left - 3, labels[i].left + labels[i].width + 3,
                       labels[i].middle - HALF, labels[i].middle + HALF};

    if (i != own && (overlap(box, point) || (labels[i].placed && overlap(box, text))))
      return false;
  }
  return true;
}

static void place_one(struct pst_place_label *labels, size_t n, size_t own, struct box page,
                      bool roomy)
{
  for (int try = 0; try < 2 * TURN && !labels[own].placed; try++) {
    struct box box = place(&labels[own], try);

    if (!is_free(box, page, labels, n, own, roomy))
      continue;
    labels[own].placed = true;
    labels[own].left = box.left;
    labels[own].middle = (box.top + box.bottom) / 2;
  }
}

enum pst_status pst_place(struct pst_arena *arena, struct pst_place_label *labels, size_t n,
                          double left, double right, double top, double bottom)
{
  struct order *orders = pst_arena_array(arena, n, sizeof *orders);
  struct box page = {left, right, top, bottom};

  if (orders == NULL)
    return PST_NO_MEMORY;
  for (size_t i = 0; i < n; i++) {
    orders[i] = (struct order){.priority = labels[i].priority, .index = i};
    labels[i].placed = false;
  }
  qsort(orders, n, sizeof *orders, by_priority);
  for (size_t i = 0, tried = 0; i < n && tried < TRIED; i++)
    if (labels[orders[i].index].width > 0) {
      place_one(labels, n, orders[i].index, page, true);
      place_one(labels, n, orders[i].index, page, false);
      tried++;
    }
  return PST_OK;
}
