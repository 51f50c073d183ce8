/* kendall_count.c -- concordant, discordant and tied pairs, S and its variance. */
#include "stats/kendall/kendall_count.h"

#include <math.h>
#include <stdbool.h>

#include "stats/sort.h"

/* n(n-1)(2n+5) passes 64 bits at n = 2,100,000. */
__extension__ typedef __int128 wide;

static uint64_t pairs_of(size_t n)
{
  return n == 0 ? 0 : (n % 2 == 0 ? (uint64_t)(n / 2) * (n - 1) : (uint64_t)((n - 1) / 2) * n);
}

/* Collects the group of SIZE equal values that has just ended. */
static void close_group(struct pst_ties_of *ties, size_t *sizes, size_t size, uint64_t *tied)
{
  sizes[ties->distinct++] = size;
  *tied += pairs_of(size);
}

static void ties_of_x(const struct pst_pair *sorted, size_t *sizes,
                      struct pst_kendall_counts *counts)
{
  size_t x_start = 0;
  size_t both_start = 0;

  for (size_t i = 1; i <= counts->n; i++) {
    bool same_x = i < counts->n && sorted[i].x == sorted[i - 1].x;

    if (!same_x || sorted[i].y != sorted[i - 1].y) {
      counts->tied_both += pairs_of(i - both_start);
      both_start = i;
    }
    if (!same_x) {
      close_group(&counts->x, sizes, i - x_start, &counts->tied_x);
      x_start = i;
    }
  }
  counts->x.size = sizes;
}

static void ties_of_y(const double *sorted, size_t *sizes, struct pst_kendall_counts *counts)
{
  size_t start = 0;

  for (size_t i = 1; i <= counts->n; i++) {
    if (i < counts->n && sorted[i] == sorted[i - 1])
      continue;
    close_group(&counts->y, sizes, i - start, &counts->tied_y);
    start = i;
  }
  counts->y.size = sizes;
}

/* The sums over tied groups that the variance needs. */
struct tie_sums {
  wide pairs;   /* sum t(t-1) */
  wide triples; /* sum t(t-1)(t-2) */
  wide weights; /* sum t(t-1)(2t+5) */
};

static struct tie_sums sum_ties(const struct pst_ties_of *ties)
{
  struct tie_sums sums = {0, 0, 0};

  for (size_t i = 0; i < ties->distinct; i++) {
    wide t = (wide)ties->size[i];

    sums.pairs += t * (t - 1);
    sums.triples += t * (t - 1) * (t - 2);
    sums.weights += t * (t - 1) * (2 * t + 5);
  }
  return sums;
}

double pst_kendall_var(size_t n, const struct pst_ties_of *x, const struct pst_ties_of *y)
{
  const wide m = (wide)n;
  struct tie_sums a = sum_ties(x);
  struct tie_sums b = sum_ties(y);
  double variance;

  /* A constant has no variance; the terms below cancel only up to rounding. */
  if (x->distinct < 2 || y->distinct < 2)
    return 0;
  variance = (double)(m * (m - 1) * (2 * m + 5) - a.weights - b.weights) / 18;
  variance += (double)a.pairs * (double)b.pairs / (2 * (double)(m * (m - 1)));
  if (n > 2)
    variance += (double)a.triples * (double)b.triples / (9 * (double)(m * (m - 1) * (m - 2)));
  return variance;
}

/* Sorting by x, then y, leaves y with one inversion for each discordant pair and none for a tie in
   x; sorting y then counts them. */
static void count_sorted(struct pst_pair *pairs, struct pst_pair *spare, double *y, size_t *sizes,
                         struct pst_kendall_counts *counts)
{
  const size_t n = counts->n;

  pst_sort_pairs(pairs, spare, n);
  for (size_t i = 0; i < n; i++)
    y[i] = pairs[i].y;
  counts->discordant = pst_sort(y, &spare[0].x, n);
  counts->pairs = pairs_of(n);
  ties_of_x(pairs, sizes, counts);
  ties_of_y(y, sizes + n, counts);
  counts->concordant =
      counts->pairs - counts->tied_x - counts->tied_y + counts->tied_both - counts->discordant;
  counts->S = (int64_t)counts->concordant - (int64_t)counts->discordant;
  counts->var_S = pst_kendall_var(n, &counts->x, &counts->y);
}

enum pst_status pst_kendall_count(const double *x, const double *y, size_t n,
                                  struct pst_kendall_counts *counts, struct pst_arena *keep,
                                  struct pst_error *error)
{
  struct pst_arena_mark mark;
  struct pst_pair *pairs;
  struct pst_pair *spare;
  size_t *sizes;
  double *values;

  *counts = (struct pst_kendall_counts){.n = n};
  if (n > UINT64_C(1) << 32)
    return pst_fail(error, PST_UNDEFINED, "more than 2^32 rows: the pairs cannot be counted");
  sizes = pst_arena_array(keep, n + 1, 2 * sizeof *sizes); /* those of x, then those of y */
  mark = pst_arena_mark(keep);
  pairs = pst_arena_array(keep, n + 1, sizeof *pairs);
  spare = pst_arena_array(keep, n + 1, sizeof *spare);
  values = pst_arena_array(keep, n + 1, sizeof *values);
  if (sizes == NULL || pairs == NULL || spare == NULL || values == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    pairs[i] = (struct pst_pair){.x = x[i], .y = y[i]};
  if (n > 0)
    count_sorted(pairs, spare, values, sizes, counts);
  pst_arena_release(keep, mark);
  return PST_OK;
}

static double ratio(int64_t S, double denominator)
{
  return denominator > 0 ? (double)S / denominator : (double)NAN;
}

double pst_tau_a(const struct pst_kendall_counts *counts)
{
  return ratio(counts->S, (double)counts->pairs);
}

double pst_tau_b(const struct pst_kendall_counts *counts)
{
  double untied_x = (double)(counts->pairs - counts->tied_x);
  double untied_y = (double)(counts->pairs - counts->tied_y);

  /* Equal factors give their own root exactly, and +-1 stays +-1. */
  if (untied_x == untied_y)
    return ratio(counts->S, untied_x);
  return ratio(counts->S, sqrt(untied_x) * sqrt(untied_y));
}

double pst_tau_c(const struct pst_kendall_counts *counts)
{
  double n = (double)counts->n;
  size_t distinct =
      counts->x.distinct < counts->y.distinct ? counts->x.distinct : counts->y.distinct;
  double m = (double)distinct;

  return distinct < 2 ? (double)NAN : 2 * m * (double)counts->S / (n * n * (m - 1));
}

double pst_gamma(const struct pst_kendall_counts *counts)
{
  return ratio(counts->S, (double)(counts->concordant + counts->discordant));
}

double pst_somers_yx(const struct pst_kendall_counts *counts)
{
  return ratio(counts->S, (double)(counts->pairs - counts->tied_x));
}

double pst_somers_xy(const struct pst_kendall_counts *counts)
{
  return ratio(counts->S, (double)(counts->pairs - counts->tied_y));
}
