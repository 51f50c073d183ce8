/* kendall_exact.c -- the exact distribution of Kendall's S over all orders of one variable. */
#include "stats/kendall/kendall_exact.h"

#include <math.h>
#include <string.h>

#include "stats/kendall/kendall_table.h"
#include "stats/null_cache.h"
#include "stats/sum.h"
#include "stats/variable/clones.h"

enum {
  MOST_ROWS = 500,
  STEP =
      8, /* without ties, a multiple of this is kept as it is, for the numbers of rows above it */
  STEP_MOST = 100, /* rows: of so many the weight is waited with */
  FEW_ROWS =
      80 /* without ties all of the half is computed at once: other series will ask for more of it */
};

/* The distribution of a count 0..range, symmetric about range / 2, of which places 0..limit are
   kept; each probability with about 32 digits, times WEIGHT.  Places beyond the range are 0. */
struct symmetric {
  struct pst_sum *p;
  struct pst_sum *next;
  size_t range;
  size_t limit;
  struct pst_sum weight;
  double growth; /* 1 / weight */
};

static struct pst_sum times(struct pst_sum a, struct pst_sum b)
{
  struct pst_sum product = {0, 0};

  pst_sum_product(&product, a.high, b.high);
  product.low += a.high * b.low + a.low * b.high;
  return product;
}

static void add(struct pst_sum *sum, struct pst_sum term, double sign)
{
  pst_sum_add(sum, sign * term.high);
  sum->low += sign * term.low;
}

/* High and low apart again, so that no digits gather in the low part. */
static struct pst_sum normal_form(struct pst_sum sum)
{
  double high = sum.high + sum.low;

  return (struct pst_sum){high, sum.low - (high - sum.high)};
}

static struct pst_sum quotient(double a, double b)
{
  double high = a / b;

  return (struct pst_sum){high, fma(-high, b, a) / b};
}

#define GROWTH_MOST 1e200

/* P[0..LAST] times WEIGHT. */
PST_CLONES static void weigh(struct pst_sum *p, size_t last, struct pst_sum weight)
{
  for (size_t d = 0; d <= last; d++)
    p[d] = times(p[d], weight);
}

/* NEXT[0..HALF], each place the one before it and P of it without P of TOP places before.  Up to the middle they
   rise, so that a running sum loses nothing; only its additions wait for those of the place before. */
static void accumulate(const struct symmetric *s, size_t top, size_t half)
{
  struct pst_sum sum = {0, 0}, step;
  size_t d = 0;

  for (; d <= half && d < top; d++) {
    step = (struct pst_sum){sum.high, 0};
    add(&step, s->p[d], 1);
    sum = (struct pst_sum){step.high, sum.low + step.low};
    s->next[d] = normal_form(sum);
  }
  for (; d <= half; d++) {
    step = (struct pst_sum){sum.high, 0};
    add(&step, s->p[d], 1);
    add(&step, s->p[d - top], -1);
    sum = (struct pst_sum){step.high, sum.low + step.low};
    s->next[d] = normal_form(sum);
  }
}

/* The same where a place is BOTTOM places behind the one that it grows from.  Where groups of ties are large, what is
   added and taken away again outweighs what stays by ten digits and more: doubles alone would lose them. */
static void divide(const struct symmetric *s, size_t top, size_t bottom, size_t half)
{
  for (size_t d = 0; d <= half; d++) {
    struct pst_sum value = s->p[d];

    if (d >= top)
      add(&value, s->p[d - top], -1);
    if (d >= bottom)
      add(&value, s->next[d - bottom], 1);
    s->next[d] = normal_form(value);
    if (s->next[d].high < 0)
      s->next[d] = (struct pst_sum){0, 0};
  }
}

static void settle(struct symmetric *s)
{
  weigh(s->p, s->limit < s->range ? s->limit : s->range, s->weight);
  s->weight = (struct pst_sum){1, 0};
  s->growth = 1;
}

/* What (1 - q^TOP) / (1 - q^BOTTOM) makes larger. */
static void grow(struct symmetric *s, size_t top, size_t bottom)
{
  s->weight = times(s->weight, quotient((double)bottom, (double)top));
  s->growth *= (double)top / (double)bottom;
}

/* Multiplies by (1 - q^TOP) / (1 - q^BOTTOM) * BOTTOM / TOP: a distribution again.  The upper half is the lower
   half's mirror. */
static void multiply(struct symmetric *s, size_t top, size_t bottom)
{
  size_t range = s->range + top - bottom;
  size_t half = range / 2 < s->limit ? range / 2 : s->limit;
  struct pst_sum *swap = s->p;

  if (bottom == 1)
    accumulate(s, top, half);
  else
    divide(s, top, bottom, half);
  for (size_t d = half + 1; d <= s->limit && d <= range; d++)
    s->next[d] = s->next[range - d];
  s->p = s->next;
  s->next = swap;
  s->range = range;
  grow(s, top, bottom);
  if (s->growth > GROWTH_MOST)
    settle(s);
}

static size_t half_of(size_t n)
{
  return n * (n - 1) / 4;
}

/* All of the lower half that N items without ties have, with all its digits. */
static void keep_step(const struct symmetric *s, size_t n)
{
  if (s->limit >= half_of(n))
    pst_null_keep((const size_t[]){n, STEP}, 2, &s->p[0].high, 2 * (half_of(n) + 1));
}

/* Begins with N items, if these are kept. */
static bool begin_at(struct symmetric *s, size_t n)
{
  const double *kept = n == 0 ? NULL : pst_null_find((const size_t[]){n, STEP}, 2);

  if (kept == NULL)
    return false;
  s->range = n * (n - 1) / 2;
  for (size_t d = 0; d <= s->limit && d <= s->range; d++) {
    size_t at = d <= half_of(n) ? d : s->range - d;

    s->p[d] = (struct pst_sum){kept[2 * at], kept[2 * at + 1]};
  }
  for (size_t placed = 2; placed <= n; placed++)
    grow(s, placed, 1);
  return true;
}

/* The number of inversions of a random order of n single items. */
static void untied(struct symmetric *s, size_t n)
{
  size_t step = n - n % STEP, placed = begin_at(s, step) ? step : 1;

  for (; placed < n; placed++) {
    if (placed == step && placed <= STEP_MOST)
      keep_step(s, placed);
    multiply(s, placed + 1, 1);
  }
}

/* The number of inversions of a random order of n items in groups of SIZES, the rest single. */
static void inversions(struct symmetric *s, const size_t *sizes, size_t groups, size_t n)
{
  size_t placed = sizes[0];

  for (size_t g = 1; g < groups; g++) {
    for (size_t i = 1; i <= sizes[g]; i++)
      multiply(s, placed + i, i);
    placed += sizes[g];
  }
  for (; placed < n; placed++)
    multiply(s, placed + 1, 1);
}

/* The p-value of D discordant pairs among RANGE that are untied; few discordant pairs mean a large S.
   LOWER[d] = P(D* <= d) for d in the lower half. */
static double p_of(const double *lower, size_t range, size_t D, enum pst_alternative alternative)
{
  size_t tail = D < range - D ? D : range - D;

  if (alternative == PST_TWO_SIDED)
    return 2 * tail == range ? 1 : fmin(1, 2 * lower[tail]);
  if (alternative == PST_LESS)
    D = range - D;
  if (D <= range / 2)
    return fmin(1, lower[D]);
  return D == range ? 1 : 1 - lower[range - D - 1];
}

/* The key of the distribution: n and the sizes above 1, largest first; it does not depend on their
   order.  Returns its length, 0 when memory is out; there is room for one more. */
static size_t make_key(const struct pst_ties_of *ties, size_t n, size_t **key,
                       struct pst_arena *scratch)
{
  size_t length = 1;

  *key = pst_arena_alloc(scratch, (ties->distinct + 2) * sizeof **key);
  if (*key == NULL)
    return 0;
  (*key)[0] = n;
  for (size_t g = 0; g < ties->distinct; g++) {
    size_t j = length;

    if (ties->size[g] == 1)
      continue;
    for (; j > 1 && (*key)[j - 1] < ties->size[g]; j--)
      (*key)[j] = (*key)[j - 1];
    (*key)[j] = ties->size[g];
    length++;
  }
  return length;
}

/* P(D* <= d) for d = 0..LIMIT; NULL when memory is out. */
static double *compute(const size_t *sizes, size_t groups, size_t n, size_t limit,
                       struct pst_arena *scratch)
{
  struct symmetric s = {.limit = limit, .weight = {1, 0}, .growth = 1};
  double *lower;

  s.p = pst_arena_array(scratch, limit + 1, sizeof *s.p);
  s.next = pst_arena_array(scratch, limit + 1, sizeof *s.next);
  lower = pst_arena_array(scratch, limit + 1, sizeof *lower);
  if (s.p == NULL || s.next == NULL || lower == NULL)
    return NULL;
  s.p[0] = (struct pst_sum){1, 0};
  if (groups == 0)
    untied(&s, n);
  else
    inversions(&s, sizes, groups, n);
  settle(&s);
  for (size_t d = 0; d <= limit; d++) {
    if (d > 0)
      add(&s.p[d], s.p[d - 1], 1);
    lower[d] = pst_sum_value(&s.p[d]);
  }
  return lower;
}

/* The first value kept is LIMIT. */
static void keep_part(const size_t *key, size_t length, const double *lower, size_t limit,
                      struct pst_arena *scratch)
{
  double *values = pst_arena_array(scratch, limit + 2, sizeof *values);

  if (values == NULL)
    return;
  values[0] = (double)limit;
  memcpy(values + 1, lower, (limit + 1) * sizeof *lower);
  pst_null_keep(key, length, values, limit + 2);
}

/* P(D* <= d) for d = 0..TAIL at least, TAIL <= range / 2; NULL when memory is out.  A place does not depend on
   those behind it, and a clear trend of many rows needs few: they are kept under the key and 1, all of the half under
   the key and 0, which is computed when few were not enough. */
static const double *lower_part(const struct pst_ties_of *ties, size_t n, size_t range, size_t tail,
                                struct pst_arena *scratch)
{
  size_t *key, length = make_key(ties, n, &key, scratch), limit = range / 2;
  const double *found;
  double *lower;

  if (length == 0)
    return NULL;
  key[length] = 0;
  found = pst_null_find(key, length + 1);
  if (found != NULL)
    return found;
  key[length] = 1;
  found = pst_null_find(key, length + 1);
  if (found != NULL && found[0] >= (double)tail)
    return found + 1;
  key[length] = found == NULL && tail < limit && (length > 1 || n > FEW_ROWS);
  limit = key[length] == 0 ? limit : tail;
  lower = compute(key + 1, length - 1, n, limit, scratch);
  if (lower == NULL)
    return NULL;
  if (key[length] == 0)
    pst_null_keep(key, length + 1, lower, limit + 1);
  else
    keep_part(key, length + 1, lower, limit, scratch);
  return lower;
}

static bool ties_in_both(const struct pst_kendall_counts *counts)
{
  return counts->x.distinct < counts->n && counts->y.distinct < counts->n;
}

bool pst_kendall_exact_reach(const struct pst_kendall_counts *counts, size_t tests)
{
  if (ties_in_both(counts))
    return pst_kendall_table_reach(counts, tests);
  return counts->n <= MOST_ROWS;
}

enum pst_status pst_kendall_exact(const struct pst_kendall_counts *counts,
                                  enum pst_alternative alternative, double *p,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_ties_of *ties = counts->x.distinct < counts->n ? &counts->x : &counts->y;
  size_t range = (size_t)(counts->pairs - counts->tied_x - counts->tied_y + counts->tied_both);
  size_t discordant = (size_t)counts->discordant;
  const double *lower;

  if (!pst_kendall_exact_reach(counts, 1))
    return pst_fail(error, PST_USAGE,
                    "an exact p-value is out of reach for %zu rows with these ties; ask for the "
                    "asymptotic one",
                    counts->n);
  if (ties_in_both(counts))
    return pst_kendall_table(counts, alternative, p, scratch, error);
  lower = lower_part(ties, counts->n, range,
                     discordant < range - discordant ? discordant : range - discordant, scratch);
  if (lower == NULL)
    return pst_fail_memory(error);
  *p = p_of(lower, range, discordant, alternative);
  return PST_OK;
}
