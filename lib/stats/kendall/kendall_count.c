/* kendall_count.c -- concordant, discordant and tied pairs, S and its variance. */
#include "stats/kendall/kendall_count.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "stats/kendall/bit_inversions.h"
#include "stats/kendall/inversions.h"

static uint64_t pairs_of(size_t n)
{
  return n == 0 ? 0 : (n % 2 == 0 ? (uint64_t)(n / 2) * (n - 1) : (uint64_t)((n - 1) / 2) * n);
}

double pst_kendall_var(size_t n, const struct pst_ties_of *x, const struct pst_ties_of *y)
{
  const pst_cube m = (pst_cube)n;
  double variance;

  /* A constant has no variance; the terms below cancel only up to rounding. */
  if (x->distinct < 2 || y->distinct < 2)
    return 0;
  variance = (double)(m * (m - 1) * (2 * m + 5) - x->weights - y->weights) / 18;
  variance += (2 * (double)x->pairs) * (2 * (double)y->pairs) / (2 * (double)(m * (m - 1)));
  if (n > 2)
    variance += (double)x->triples * (double)y->triples / (9 * (double)(m * (m - 1) * (m - 2)));
  return variance;
}

/* Where the next value of each group is to go. */
static uint32_t *starts_of(const struct pst_ties_of *ties, struct pst_arena *scratch)
{
  uint32_t *start = pst_arena_alloc(scratch, (ties->distinct + 1) * sizeof *start);

  if (start != NULL)
    memcpy(start, ties->first, ties->distinct * sizeof *start);
  return start;
}

static bool has_ties(const struct pst_known *variable)
{
  return variable->ties.distinct < variable->n;
}

/* The rows by x, those of equal x by y, in ROW where they are not there already; NULL when memory is out. */
static const uint32_t *rows_in_order(const struct pst_known *x, const struct pst_known *y,
                                     uint32_t *row, struct pst_arena *scratch)
{
  uint32_t *start;

  if (!has_ties(x))
    return x->at;
  start = starts_of(&x->ties, scratch);
  if (start == NULL)
    return NULL;
  for (size_t i = 0; i < x->n; i++)
    row[start[x->code[y->at[i]]]++] = y->at[i];
  return row;
}

static uint64_t count_tied_both(const struct pst_known *x, const struct pst_known *y,
                                const uint32_t *row)
{
  uint64_t tied = 0;

  if (!has_ties(x) || !has_ties(y))
    return 0;
  for (size_t i = 1, first = 0; i < x->n; i++) {
    if (x->code[row[i]] != x->code[row[first]] || y->code[row[i]] != y->code[row[first]])
      first = i;
    tied += i - first;
  }
  return tied;
}

/* The place of each row's y among all: those of equal y in the order of the rows, so that a tie is no
   inversion. */
static bool place_rows(const struct pst_known *y, const uint32_t *row, uint32_t *place,
                       struct pst_arena *scratch)
{
  uint32_t *start = has_ties(y) ? starts_of(&y->ties, scratch) : NULL;

  if (has_ties(y) && start == NULL)
    return false;
  for (size_t i = 0; i < y->n && start == NULL; i++)
    place[i] = y->code[row[i]];
  for (size_t i = 0; i < y->n && start != NULL; i++)
    place[i] = start[y->code[row[i]]]++;
  return true;
}

/* Rows in the order of x, then y, leave y with one inversion for each discordant pair and none for a tie
   in x or y (Knight). */
static enum pst_status count_pairs(const struct pst_known *x, const struct pst_known *y,
                                   struct pst_kendall_counts *counts, struct pst_arena *scratch,
                                   struct pst_error *error)
{
  uint32_t *place = pst_arena_alloc(scratch, (x->n + 1) * sizeof *place);
  uint32_t *spare = pst_arena_alloc(scratch, (x->n + 1) * sizeof *spare);
  const uint32_t *row;

  if (place == NULL || spare == NULL)
    return pst_fail_memory(error);
  row = rows_in_order(x, y, spare, scratch);
  if (row == NULL || !place_rows(y, row, place, scratch))
    return pst_fail_memory(error);
  counts->tied_both = count_tied_both(x, y, row);
  counts->discordant = pst_inversions_count(place, spare, x->n);
  return PST_OK;
}

/* --- few rows, few ties ------------------------------------------------------------------------- */

_Static_assert((int)PST_PLACES_MOST <= (int)PST_BIT_MOST, "places are counted on bits");
enum { TIED_MOST = 2 }; /* tied pairs a row: more are left to Knight */

static bool is_short(const struct pst_known *x, const struct pst_known *y)
{
  return x->place != NULL && y->place != NULL && x->ties.pairs <= TIED_MOST * x->n
         && y->ties.pairs <= TIED_MOST * y->n;
}

/* Rows of equal x whose y stand in the other order: they were counted, and are not discordant. */
static uint64_t inverted_in_x(const struct pst_known *x, const struct pst_known *y)
{
  uint64_t inverted = 0;

  for (size_t k = 0; k < x->n_tied; k++) {
    const uint32_t *row = x->at + x->ties.first[x->tied[k]];

    for (size_t b = 1; b < x->ties.size[x->tied[k]]; b++)
      for (size_t a = 0; a < b; a++)
        inverted += y->place[row[a]] > y->place[row[b]];
  }
  return inverted;
}

/* The same of equal y and different x; rows equal in both are counted in TIED. */
static uint64_t inverted_in_y(const struct pst_known *x, const struct pst_known *y, uint64_t *tied)
{
  uint64_t inverted = 0;

  for (size_t k = 0; k < y->n_tied; k++) {
    const uint32_t *row = y->at + y->ties.first[y->tied[k]];

    for (size_t b = 1; b < y->ties.size[y->tied[k]]; b++)
      for (size_t a = 0; a < b; a++) {
        inverted += x->code[row[a]] > x->code[row[b]];
        *tied += x->code[row[a]] == x->code[row[b]];
      }
  }
  return inverted;
}

/* Ties broken by the rows, and what that counted too much taken away. */
static void count_short(const struct pst_known *x, const struct pst_known *y,
                        struct pst_kendall_counts *counts)
{
  uint16_t place[PST_PLACES_MOST];

  for (size_t i = 0; i < x->n; i++)
    place[i] = y->place[x->at[i]];
  counts->discordant = pst_bit_inversions(place, x->n) - inverted_in_x(x, y);
  counts->discordant -= inverted_in_y(x, y, &counts->tied_both);
}

enum pst_status pst_kendall_count_known(const struct pst_known *x, const struct pst_known *y,
                                        struct pst_kendall_counts *counts,
                                        struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  enum pst_status status = PST_OK;

  *counts = (struct pst_kendall_counts){.n = x->n,
                                        .pairs = pairs_of(x->n),
                                        .tied_x = x->ties.pairs,
                                        .tied_y = y->ties.pairs,
                                        .x = x->ties,
                                        .y = y->ties};
  if (is_short(x, y))
    count_short(x, y, counts);
  else
    status = count_pairs(x, y, counts, scratch, error);
  pst_arena_release(scratch, mark);
  if (status != PST_OK)
    return status;
  counts->concordant =
      counts->pairs - counts->tied_x - counts->tied_y + counts->tied_both - counts->discordant;
  counts->S = (int64_t)counts->concordant - (int64_t)counts->discordant;
  counts->var_S = pst_kendall_var(x->n, &x->ties, &y->ties);
  return PST_OK;
}

enum pst_status pst_kendall_count(const struct pst_sample *sample, size_t threads,
                                  struct pst_kendall_counts *counts, struct pst_arena *keep,
                                  struct pst_error *error)
{
  struct pst_known room[2];
  const struct pst_known *x;
  const struct pst_known *y;
  enum pst_status status =
      pst_sample_known(sample, PST_KNOW_ORDER, threads, room, &x, &y, keep, error);

  return status == PST_OK ? pst_kendall_count_known(x, y, counts, keep, error) : status;
}

static enum pst_status ties_of(const double *x, const struct pst_known *known, size_t n,
                               size_t threads, struct pst_ties_of *ties, struct pst_arena *scratch,
                               struct pst_error *error)
{
  if (known == NULL || (known->known & PST_KNOW_ORDER) == 0)
    return pst_order_ties(x, n, threads, ties, scratch, error);
  *ties = known->ties;
  return PST_OK;
}

enum pst_status pst_kendall_count_ties(const struct pst_sample *sample, size_t threads,
                                       struct pst_kendall_counts *counts, struct pst_arena *scratch,
                                       struct pst_error *error)
{
  const size_t n = sample->n;
  struct pst_ties_of x, y;
  enum pst_status status = PST_OK;

  if (n >= UINT32_MAX)
    return pst_fail(error, PST_UNDEFINED, "more than 2^32 rows: the pairs cannot be counted");
  status = ties_of(sample->x, sample->x_known, n, threads, &x, scratch, error);
  if (status == PST_OK)
    status = ties_of(sample->y, sample->y_known, n, threads, &y, scratch, error);
  if (status == PST_OK)
    *counts = (struct pst_kendall_counts){.n = n,
                                          .pairs = pairs_of(n),
                                          .tied_x = x.pairs,
                                          .tied_y = y.pairs,
                                          .var_S = pst_kendall_var(n, &x, &y)};
  return status;
}

enum pst_status pst_kendall_count_xy(const double *x, const double *y, size_t n,
                                     struct pst_kendall_counts *counts, struct pst_arena *keep,
                                     struct pst_error *error)
{
  const struct pst_sample sample = {.n = n, .x = x, .y = y};

  return pst_kendall_count(&sample, 1, counts, keep, error);
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
