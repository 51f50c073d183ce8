/* spread.c -- labels on one vertical line, moved apart as little as possible. */
#include "figure/kind/spread.h"

#include <math.h>
#include <stdlib.h>

struct wish {
  double at;
  double before; /* steps from the first */
  size_t index;
};

struct block {
  double sum;
  size_t count;
};

static int by_place(const void *a, const void *b)
{
  const struct wish *x = a, *y = b;

  if (x->at != y->at)
    return x->at < y->at ? -1 : 1;
  return (x->index > y->index) - (x->index < y->index);
}

/* Pool neighbours whose means are out of order; returns the number of blocks. */
static size_t pool(const struct wish *wishes, size_t n, double step, struct block *blocks)
{
  size_t used = 0;

  for (size_t i = 0; i < n; i++) {
    blocks[used++] = (struct block){.sum = wishes[i].at - wishes[i].before * step, .count = 1};
    while (used > 1
           && blocks[used - 2].sum * (double)blocks[used - 1].count
                  > blocks[used - 1].sum * (double)blocks[used - 2].count) {
      blocks[used - 2].sum += blocks[used - 1].sum;
      blocks[used - 2].count += blocks[used - 1].count;
      used--;
    }
  }
  return used;
}

/* The steps that lie before each, with half of its own lines. */
static void count_steps(struct wish *wishes, const size_t *lines, size_t n)
{
  for (size_t i = 1; i < n; i++)
    wishes[i].before =
        wishes[i - 1].before
        + (lines == NULL ? 1 : (double)(lines[wishes[i - 1].index] + lines[wishes[i].index]) / 2);
}

enum pst_status pst_spread(struct pst_arena *arena, double *at, const size_t *lines, size_t n,
                           double step, double low, double high)
{
  struct wish *wishes = pst_arena_array(arena, n, sizeof *wishes);
  struct block *blocks = pst_arena_array(arena, n, sizeof *blocks);
  size_t used, i = 0;
  double all;

  if (wishes == NULL || blocks == NULL)
    return PST_NO_MEMORY;
  for (size_t k = 0; k < n; k++)
    wishes[k] = (struct wish){.at = at[k], .index = k};
  qsort(wishes, n, sizeof *wishes, by_place);
  count_steps(wishes, lines, n);
  all = n > 1 ? wishes[n - 1].before : 0;
  if (all * step > high - low)
    step = (high - low) / all;
  used = pool(wishes, n, step, blocks);
  for (size_t b = 0; b < used; b++)
    for (size_t k = 0; k < blocks[b].count; k++, i++) {
      double mean = blocks[b].sum / (double)blocks[b].count;
      double most = high - all * step;

      at[wishes[i].index] = fmax(low, fmin(most, mean)) + wishes[i].before * step;
    }
  return PST_OK;
}
