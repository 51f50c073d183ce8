/* kendall_table.c -- the exact distribution of S with ties in both variables. */
#include "stats/kendall/kendall_table.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "stats/null_cache.h"

static const double MOST_CELLS = 1e8;

/* Of all tests of a call: four tables of that size. */
static const double MOST_CELLS_OF_ALL = 4e8;

enum { MOST_ROWS = 1000 }; /* binomials of n fit a double */

/* Rows are the groups of one variable, columns those of the other.  A state is what remains of each
   row, written as a number in mixed radix. */
struct table {
  const struct pst_ties_of *rows;
  const struct pst_ties_of *columns;
  size_t *radix; /* what one item of each row is worth in a state */
  size_t states;
  uint16_t *sum;   /* of each state: the items that remain */
  uint32_t *place; /* of each state in the band */
};

/* The weights of S at one state so far: value[s - first], low <= s <= high; none while low > high. */
struct weights {
  size_t state;
  size_t sum;
  size_t below; /* what remains in the rows already passed */
  long low;
  long high;
  long first; /* low when the column is filled */
  double *value;
};

/* The states met while one column is filled: what remains before it, after it, and all between, in
   ascending order.  LEFT items are there before, LEAST after. */
struct band {
  const struct table *table;
  size_t left;
  size_t least;
  struct weights *at;
  size_t count;
  double *values;
};

static double states_of(const struct pst_ties_of *ties)
{
  double states = 1;

  for (size_t i = 0; i < ties->distinct && states <= MOST_CELLS; i++)
    states *= (double)ties->size[i] + 1;
  return states;
}

static bool x_is_rows(const struct pst_kendall_counts *counts)
{
  return states_of(&counts->x) <= states_of(&counts->y);
}

static uint64_t spread_of(const struct pst_kendall_counts *counts)
{
  uint64_t x = counts->pairs - counts->tied_x;
  uint64_t y = counts->pairs - counts->tied_y;

  return x < y ? x : y;
}

bool pst_kendall_table_reach(const struct pst_kendall_counts *counts, size_t tests)
{
  double most = fmin(MOST_CELLS, MOST_CELLS_OF_ALL / (double)(tests > 0 ? tests : 1));
  double states = states_of(x_is_rows(counts) ? &counts->x : &counts->y);

  return counts->n <= MOST_ROWS && states * (2 * (double)spread_of(counts) + 1) <= most;
}

typedef void take(struct weights *to, const struct weights *from, long shift, double ways);

static void widen(struct weights *to, const struct weights *from, long shift, double ways)
{
  (void)ways;
  to->low = from->low + shift < to->low ? from->low + shift : to->low;
  to->high = from->high + shift > to->high ? from->high + shift : to->high;
}

static void add(struct weights *to, const struct weights *from, long shift, double ways)
{
  const size_t count = (size_t)(from->high - from->low + 1);
  const double *value = from->value + (from->low - from->first);
  double *target = to->value + (from->low + shift - to->first);

  widen(to, from, shift, ways);
#pragma omp simd
  for (size_t s = 0; s < count; s++)
    target[s] += ways * value[s];
}

/* The ways in which the column takes items of row I and leaves TO: each is a state with more in that
   row.  An item gains all that is left for later columns in higher rows and loses what is left in
   lower ones. */
static void take_from(const struct band *band, size_t i, struct weights *to, take *step)
{
  const struct table *table = band->table;
  size_t row = to->state / table->radix[i] % (table->rows->size[i] + 1);
  size_t above = to->sum - to->below - row;
  long gain = (long)band->least - (long)row - 2 * (long)to->below;
  double ways = 1;

  to->below += row;
  if (to->sum - band->least > above)
    return; /* the rows above do not hold what the column still needs */
  for (size_t k = 1; row + k <= table->rows->size[i] && to->sum + k <= band->left; k++) {
    const struct weights *from = &band->at[table->place[to->state + k * table->radix[i]]];

    ways *= (double)(row + k) / (double)k;
    if (from->low <= from->high)
      step(to, from, (long)k * gain, ways);
  }
}

/* States in ascending order: those that are read have not been changed by this row yet. */
static void fill(struct band *band, take *step)
{
  for (size_t b = 0; b < band->count; b++)
    band->at[b].below = 0;
  for (size_t i = 0; i < band->table->rows->distinct; i++)
    for (size_t b = 0; b < band->count; b++)
      take_from(band, i, &band->at[b], step);
}

static void list_states(struct band *band)
{
  const struct table *table = band->table;

  band->count = 0;
  for (size_t state = 0; state < table->states; state++) {
    if (table->sum[state] < band->least || table->sum[state] > band->left)
      continue;
    table->place[state] = (uint32_t)band->count;
    band->at[band->count++] = (struct weights){.state = state, .sum = table->sum[state]};
  }
}

/* Begins with what the column before has left; with values, as probabilities: the ways to choose a
   column of these items, TOTAL, are divided out. */
static void start(struct band *band, const struct band *before, double total, bool with_values)
{
  for (size_t b = 0; b < band->count; b++) {
    band->at[b].low = LONG_MAX;
    band->at[b].high = LONG_MIN;
  }
  for (size_t b = 0; b < before->count; b++) {
    const struct weights *from = &before->at[b];
    struct weights *to;

    if (from->sum != band->left || from->low > from->high)
      continue;
    to = &band->at[band->table->place[from->state]];
    to->low = from->low;
    to->high = from->high;
    for (long s = from->low; with_values && s <= from->high; s++)
      to->value[s - to->first] = from->value[s - from->first] / total;
  }
}

static bool reserve_values(struct band *band)
{
  size_t cells = 1;

  for (size_t b = 0; b < band->count; b++)
    if (band->at[b].low <= band->at[b].high)
      cells += (size_t)(band->at[b].high - band->at[b].low + 1);
  band->values = calloc(cells, sizeof *band->values);
  if (band->values == NULL)
    return false;
  cells = 0;
  for (size_t b = 0; b < band->count; b++) {
    band->at[b].first = band->at[b].low;
    band->at[b].value = band->values + cells;
    if (band->at[b].low <= band->at[b].high)
      cells += (size_t)(band->at[b].high - band->at[b].low + 1);
  }
  return true;
}

static double choose(size_t n, size_t k)
{
  double ways = 1;

  for (size_t i = 1; i <= k; i++)
    ways *= (double)(n - k + i) / (double)i;
  return ways;
}

static size_t count_states(const struct table *table, size_t least, size_t left)
{
  size_t count = 0;

  for (size_t state = 0; state < table->states; state++)
    count += table->sum[state] >= least && table->sum[state] <= left;
  return count;
}

/* Replaces BAND by that of the next column, which takes SIZE items; TOTAL divides what it inherits. */
static bool next_column(struct band *band, size_t size, double total)
{
  struct band next = {
      .table = band->table, .left = band->least, .least = band->least - size, .values = NULL};

  next.at = malloc(count_states(band->table, next.least, next.left) * sizeof *next.at);
  if (next.at != NULL) {
    list_states(&next);
    start(&next, band, total, false);
    fill(&next, widen);
  }
  if (next.at != NULL && reserve_values(&next)) {
    start(&next, band, total, true);
    fill(&next, add);
  }
  free(band->at);
  free(band->values);
  *band = next;
  return next.values != NULL;
}

static enum pst_status prepare(struct table *table, struct pst_arena *scratch,
                               struct pst_error *error)
{
  const struct pst_ties_of *rows = table->rows;

  table->radix = pst_arena_array(scratch, rows->distinct, sizeof *table->radix);
  table->states = 1;
  for (size_t i = 0; table->radix != NULL && i < rows->distinct; i++) {
    table->radix[i] = table->states;
    table->states *= rows->size[i] + 1;
  }
  table->sum = pst_arena_array(scratch, table->states, sizeof *table->sum);
  table->place = pst_arena_array(scratch, table->states, sizeof *table->place);
  if (table->radix == NULL || table->sum == NULL || table->place == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < rows->distinct; i++)
    for (size_t s = table->radix[i]; s < table->radix[i] * (rows->size[i] + 1); s++)
      table->sum[s] = (uint16_t)(table->sum[s - table->radix[i]] + 1);
  return PST_OK;
}

/* The distribution of S: p[s + spread] for |s| <= spread. */
static enum pst_status distribute(const struct table *table, size_t n, size_t spread, double *p,
                                  struct pst_error *error)
{
  struct weights all = {.state = table->states - 1, .sum = n, .value = &(double){1}};
  struct band band = {.table = table, .least = n, .at = malloc(sizeof all), .count = 1};
  double total = 1;
  bool done = band.at != NULL;

  if (done)
    *band.at = all;
  for (size_t j = 0; done && j < table->columns->distinct; j++) {
    size_t size = table->columns->size[j];

    done = next_column(&band, size, total);
    total = choose(band.left, size);
  }
  /* State 0 comes first: nothing remains. */
  for (long s = 0; done && s <= band.at[0].high - band.at[0].low; s++)
    p[(size_t)((long)spread + band.at[0].low + s)] = band.at[0].value[s] / total;
  free(band.at);
  free(band.values);
  return done ? PST_OK : pst_fail_memory(error);
}

/* The key: both sizes in their order, which S does not take lightly. */
static size_t *make_key(const struct table *table, size_t *length, struct pst_arena *scratch)
{
  size_t rows = table->rows->distinct;
  size_t columns = table->columns->distinct;
  size_t *key = pst_arena_array(scratch, rows + columns + 2, sizeof *key);

  *length = rows + columns + 2;
  if (key == NULL)
    return NULL;
  key[0] = 0; /* no other distribution has a key that starts with no rows */
  for (size_t i = 0; i < rows; i++)
    key[1 + i] = table->rows->size[i];
  for (size_t j = 0; j < columns; j++)
    key[rows + 2 + j] = table->columns->size[j];
  return key;
}

/* With ties in both variables S need not be symmetric: each tail is summed for itself. */
static double p_of(const double *p, size_t spread, int64_t S, enum pst_alternative alternative)
{
  double sum = 0;

  for (size_t i = 0; i <= 2 * spread; i++) {
    int64_t s = (int64_t)i - (int64_t)spread;

    if ((alternative == PST_TWO_SIDED && llabs(s) >= llabs(S))
        || (alternative == PST_GREATER && s >= S) || (alternative == PST_LESS && s <= S))
      sum += p[i];
  }
  return fmin(1, sum);
}

enum pst_status pst_kendall_table(const struct pst_kendall_counts *counts,
                                  enum pst_alternative alternative, double *p,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  const bool x_rows = x_is_rows(counts);
  const size_t spread = (size_t)spread_of(counts);
  struct table table = {.rows = x_rows ? &counts->x : &counts->y,
                        .columns = x_rows ? &counts->y : &counts->x};
  size_t length;
  size_t *key = make_key(&table, &length, scratch);
  const double *known = key == NULL ? NULL : pst_null_find(key, length);
  enum pst_status status;
  double *computed;

  if (known == NULL) {
    computed = pst_arena_array(scratch, 2 * spread + 1, sizeof *computed);
    if (key == NULL || computed == NULL)
      return pst_fail_memory(error);
    status = prepare(&table, scratch, error);
    if (status == PST_OK)
      status = distribute(&table, counts->n, spread, computed, error);
    if (status != PST_OK)
      return status;
    pst_null_keep(key, length, computed, 2 * spread + 1);
    known = computed;
  }
  *p = p_of(known, spread, counts->S, alternative);
  return PST_OK;
}
