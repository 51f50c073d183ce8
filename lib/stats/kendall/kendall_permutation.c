/* kendall_permutation.c -- the p-value of Kendall's S by permutation; see permutation.h. */
#include "stats/kendall/kendall_permutation.h"

#include "stats/sort.h"

/* The pairs tied in both variables among those of one x, whose y are in order. */
static uint64_t tied_pairs(const double *y, size_t n)
{
  uint64_t tied = 0;
  size_t start = 0;

  for (size_t i = 1; i < n; i++) {
    if (y[i] != y[start])
      start = i;
    tied += i - start;
  }
  return tied;
}

/* S of y, which stands in the order of x: inversions once the y of equal x are in order (Knight). */
static double S_of(const void *context, double *y, double *spare)
{
  const struct pst_kendall_counts *counts = context;
  uint64_t untied = counts->pairs - counts->tied_x - counts->tied_y;
  size_t start = 0;

  for (size_t g = 0; counts->tied_x > 0 && g < counts->x.distinct; g++) {
    size_t size = counts->x.size[g];

    if (size > 1) {
      pst_sort(y + start, spare, size);
      untied += tied_pairs(y + start, size);
    }
    start += size;
  }
  return (double)(int64_t)(untied - 2 * pst_sort(y, spare, counts->n));
}

enum pst_status pst_kendall_permutation(const struct pst_sample *sample,
                                        const struct pst_kendall_counts *counts,
                                        const struct pst_test *test, struct pst_permutation_p *out,
                                        struct pst_arena *scratch, struct pst_error *error)
{
  const size_t n = sample->n;
  struct pst_pair *pairs = pst_arena_array(scratch, n, sizeof *pairs);
  struct pst_pair *spare = pst_arena_array(scratch, n, sizeof *spare);
  double *y = pst_arena_array(scratch, n, sizeof *y);
  const struct pst_permutation permutation = {
      .n = n, .y = y, .statistic = S_of, .context = counts, .tolerance = 0.5};

  if (pairs == NULL || spare == NULL || y == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    pairs[i] = (struct pst_pair){.x = sample->x[i], .y = sample->y[i]};
  pst_sort_pairs(pairs, spare, n);
  for (size_t i = 0; i < n; i++)
    y[i] = pairs[i].y;
  return pst_permutation_p(&permutation, test, out, scratch, error);
}
