/* deviations.c -- one variable about its mean: what a line or a correlation needs of each of its two. */
#include "stats/variable/deviations.h"

#include "stats/description/moments.h"
#include "stats/variable/clones.h"
#include "stats/variable/lanes.h"

enum { BLOCK = 256 }; /* a multiple of the lanes: four arrays of it stay in the first cache */

/* Each value less the mean, times the scale: what a double drops of the difference stays in the low
   part.  The mean of large values may have more after its high part than the difference itself: the two
   parts are brought in order, for the product of two low ones is dropped. */
PST_CLONES static void deviate(const struct pst_deviations *of, size_t first, size_t n,
                               double *restrict high, double *restrict low)
{
  const double *restrict x = of->x + first;
  const double mean = of->mean.high;
  const double mean_low = of->mean.low;
  const double scale = of->scale;

#pragma omp simd
  for (size_t i = 0; i < n; i++) {
    double total = x[i] - mean;
    double part = total - x[i];
    double rest = ((x[i] - (total - part)) + (-mean - part)) - mean_low;
    double both = total + rest;
    double taken = both - total;

    high[i] = both * scale;
    low[i] = ((total - (both - taken)) + (rest - taken)) * scale;
  }
}

/* Deviations of N values from FIRST on: where they stand already, or made in ROOM. */
struct piece {
  const double *high;
  const double *low;
};

static struct piece piece_of(const struct pst_deviations *of, size_t first, size_t n,
                             double room[2][BLOCK])
{
  if (of->high != NULL)
    return (struct piece){of->high + first, of->low + first};
  deviate(of, first, n, room[0], room[1]);
  pst_lanes_pad(room[0], n);
  pst_lanes_pad(room[1], n);
  return (struct piece){room[0], room[1]};
}

struct pst_sum pst_deviations_product(const struct pst_deviations *a,
                                      const struct pst_deviations *b)
{
  struct pst_lanes sum = {{0}, {0}};
  double room_a[2][BLOCK];
  double room_b[2][BLOCK];
  size_t n = a->n;

  if (a->high != NULL && b->high != NULL) {
    pst_lanes_add_long(&sum, a->high, a->low, b->high, b->low, pst_lanes_room(n));
    return pst_lanes_sum(&sum);
  }
  for (size_t i = 0; i < n; i += BLOCK) {
    size_t count = n - i < BLOCK ? n - i : BLOCK;
    struct piece p = piece_of(a, i, count, room_a);
    struct piece q = a == b ? p : piece_of(b, i, count, room_b);

    pst_lanes_add_long(&sum, p.high, p.low, q.high, q.low, pst_lanes_room(count));
  }
  return pst_lanes_sum(&sum);
}

void pst_deviations_of(const double *x, size_t n, double *room, struct pst_deviations *out)
{
  *out = (struct pst_deviations){.n = n, .x = x, .mean = pst_mean_of(x, n)};
  out->scale = pst_scale_of(x, n, &out->mean);
  if (room != NULL) {
    double *low = room + pst_lanes_room(n);

    deviate(out, 0, n, room, low);
    pst_lanes_pad(room, n);
    pst_lanes_pad(low, n);
    out->high = room;
    out->low = low;
  }
  out->squares = pst_deviations_product(out, out);
}
