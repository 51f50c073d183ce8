/* score_rank.c -- ranks of scores that are computed, not read. */
#include "stats/composite/score_rank.h"

#include <math.h>

#include "stats/sort.h"

bool pst_score_above(double a, double b)
{
  return a > b && a - b > 1e-12 * fmax(fabs(a), fabs(b));
}

/* How many of SORTED[0..n), ascending, are above SCORE: being above is monotone along them. */
static size_t above(const double *sorted, size_t n, double score)
{
  size_t low = 0, high = n;

  while (low < high) {
    size_t middle = low + (high - low) / 2;

    if (pst_score_above(sorted[middle], score))
      high = middle;
    else
      low = middle + 1;
  }
  return n - low;
}

void pst_score_rank(const double *score, size_t n, size_t *rank, double *spare)
{
  size_t known = 0;

  for (size_t i = 0; i < n; i++)
    if (!isnan(score[i]))
      spare[known++] = score[i];
  pst_sort(spare, spare + n, known);
  for (size_t i = 0; i < n; i++)
    rank[i] = isnan(score[i]) ? 0 : 1 + above(spare, known, score[i]);
}
