/* decided.c -- the pairs of values of which some are known within bounds: which of the two is larger. */
#include "stats/bounded/decided.h"

#include <math.h>

#include "stats/sort.h"

enum { VALUES_MOST = 100 * 1000 };

/* All of I is below all of J. */
static bool surely_below(const struct pst_beside *b, size_t i, size_t j)
{
  return b->high[i] < b->low[j] || (b->high[i] == b->low[j] && (b->high_open[i] || b->low_open[j]));
}

static bool is_point(const struct pst_beside *b, size_t i)
{
  return b->low[i] == b->high[i];
}

int pst_decided_sign(const struct pst_beside *b, size_t i, size_t j, bool *open)
{
  *open = false;
  if (surely_below(b, i, j))
    return 1;
  if (surely_below(b, j, i))
    return -1;
  *open = !(is_point(b, i) && is_point(b, j));
  return 0;
}

/* The sums of a and b by row, of their squares, and of a b, over ordered pairs. */
struct sums {
  double a_rows, b_rows;
  double a, b, product;
};

static void count_pairs(const struct pst_sample *sample, struct pst_decided *d, struct sums *sums)
{
  for (size_t i = 0; i < sample->n; i++) {
    double a_row = 0, b_row = 0;

    for (size_t j = 0; j < sample->n; j++) {
      bool open = false;
      const int a = (sample->x[j] > sample->x[i]) - (sample->x[j] < sample->x[i]);
      const int b = j == i ? 0 : pst_decided_sign(sample->beside, i, j, &open);

      a_row += a;
      b_row += b;
      sums->a += a * a;
      sums->b += b * b;
      sums->product += a * b;
      d->open += open && a != 0;
    }
    sums->a_rows += a_row * a_row;
    sums->b_rows += b_row * b_row;
  }
}

/* Daniels: over all n! ways to give the values to the times. */
static double variance_of(const struct sums *s, double n)
{
  double variance = 2 / (n * (n - 1)) * s->a * s->b;

  if (n > 2)
    variance += 4 / (n * (n - 1) * (n - 2)) * (s->a_rows - s->a) * (s->b_rows - s->b);
  return variance / 4;
}

/* The sum of the signs of a bounded value with the points that lie within its bounds, as it moves from its low
   end to its high one: the least and the most.  PAIRS: the points in order, and +1 for each that is
   sooner, -1 for each that is later. */
static void sweep(const struct pst_pair *pairs, size_t n, double low, double high, double *least,
                  double *most)
{
  double at = 0;

  for (size_t i = 0; i < n; i++)
    at -= pairs[i].y;
  *least = INFINITY;
  *most = -INFINITY;
  for (size_t first = 0, end; first < n; first = end) {
    double step = 0;

    for (end = first; end < n && pairs[end].x == pairs[first].x; end++)
      step += pairs[end].y;
    if (first > 0 || low < pairs[first].x) {
      *least = fmin(*least, at);
      *most = fmax(*most, at);
    }
    *least = fmin(*least, at + step);
    *most = fmax(*most, at + step);
    at += 2 * step;
  }
  if (n == 0)
    *least = *most = 0;
  else if (high > pairs[n - 1].x) {
    *least = fmin(*least, at);
    *most = fmax(*most, at);
  }
}

static enum pst_status find_range(const struct pst_sample *sample, struct pst_decided *d,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_beside *b = sample->beside;
  struct pst_pair *pairs = pst_arena_array(scratch, sample->n + 1, sizeof *pairs);
  struct pst_pair *spare = pst_arena_array(scratch, sample->n + 1, sizeof *spare);

  if (pairs == NULL || spare == NULL)
    return pst_fail_memory(error);
  d->S_low = d->S_high = d->S;
  for (size_t i = 0; i < sample->n; i++) {
    double least, most, both = 0;
    size_t n = 0;

    if (is_point(b, i))
      continue;
    d->bounded++;
    for (size_t j = 0; j < sample->n; j++) {
      bool open = false;

      if (j != i && sample->x[j] != sample->x[i])
        pst_decided_sign(b, i, j, &open);
      if (open && is_point(b, j))
        pairs[n++] = (struct pst_pair){b->low[j], sample->x[j] < sample->x[i] ? 1 : -1};
      both += open && !is_point(b, j) && j < i;
    }
    pst_sort_pairs(pairs, spare, n);
    sweep(pairs, n, b->low[i], b->high[i], &least, &most);
    d->S_low += least - both;
    d->S_high += most + both;
  }
  return PST_OK;
}

enum pst_status pst_decided_count(const struct pst_sample *sample, struct pst_decided *decided,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  struct sums sums = {.a = 0};

  *decided = (struct pst_decided){.S = 0};
  if (sample->n > VALUES_MOST)
    return pst_fail(error, PST_UNDEFINED, "more than %d values", VALUES_MOST);
  count_pairs(sample, decided, &sums);
  decided->S = sums.product / 2;
  decided->var_S = variance_of(&sums, (double)sample->n);
  decided->pairs = sums.a / 2;
  decided->different = sums.b / 2;
  decided->open /= 2;
  return find_range(sample, decided, scratch, error);
}
