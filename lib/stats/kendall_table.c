#include "stats/kendall_table.h"

#include <math.h>
#include <stdlib.h>

static const double MOST_CELLS = 1e7;
static const double MOST_STEPS = 1e6;
static const double MOST_WORK = 1e9; /* steps times the width of a distribution: a second */

/* Rows are the groups of one variable, columns those of the other.  A state is what remains of each
   row, written as a number in mixed radix; SPREAD is the largest |S|. */
struct table {
  size_t rows;
  const size_t *row;    /* sizes */
  const size_t *radix;  /* what one item of each row is worth in a state */
  const double *choose; /* binomials, (most + 1) square */
  size_t most;          /* the largest row */
  size_t spread;
  size_t states;
  double *p; /* states times (2 spread + 1): the weight of each S - spread */
};

/* One column being filled: what remains of each row, and what the column takes of it. */
struct column {
  const struct table *table;
  size_t *remains;
  size_t *takes;
  size_t from;
  double total; /* the binomial that makes weights probabilities */
};

static double states_of(const struct pst_ties_of *ties)
{
  double states = 1;

  for (size_t i = 0; i < ties->distinct && states < MOST_CELLS * 10; i++)
    states *= (double)ties->size[i] + 1;
  return states;
}

/* An upper bound of the steps from state to state: pairs of states, one below the other. */
static double steps_of(const struct pst_ties_of *ties)
{
  double steps = 1;

  for (size_t i = 0; i < ties->distinct && steps < MOST_STEPS * 10; i++)
    steps *= ((double)ties->size[i] + 1) * ((double)ties->size[i] + 2) / 2;
  return steps;
}

static const struct pst_ties_of *rows_of(const struct pst_kendall_counts *counts)
{
  return states_of(&counts->x) <= states_of(&counts->y) ? &counts->x : &counts->y;
}

static size_t spread_of(const struct pst_kendall_counts *counts)
{
  uint64_t x = counts->pairs - counts->tied_x;
  uint64_t y = counts->pairs - counts->tied_y;

  return (size_t)(x < y ? x : y);
}

bool pst_kendall_table_reach(const struct pst_kendall_counts *counts)
{
  const struct pst_ties_of *rows = rows_of(counts);
  double width;

  if (counts->n > 5000)
    return false;
  width = 2 * (double)spread_of(counts) + 1;
  return states_of(rows) * width <= MOST_CELLS && steps_of(rows) <= MOST_STEPS
         && steps_of(rows) * width <= MOST_WORK;
}

/* S gained by the items of a column against all that is left for later columns: those in higher
   rows are concordant with it, those in lower rows discordant. */
static long gain(const struct column *column)
{
  long above = 0;
  long below = 0;
  long sum = 0;

  for (size_t i = 0; i < column->table->rows; i++)
    above += (long)(column->remains[i] - column->takes[i]);
  for (size_t i = 0; i < column->table->rows; i++) {
    long left = (long)(column->remains[i] - column->takes[i]);

    above -= left;
    sum += (long)column->takes[i] * (above - below);
    below += left;
  }
  return sum;
}

static void step(const struct column *column, size_t to, double weight)
{
  const struct table *table = column->table;
  size_t width = 2 * table->spread + 1;
  long shift = gain(column);
  const double *from = table->p + column->from * width;
  double *target = table->p + to * width;
  size_t start = shift < 0 ? (size_t)-shift : 0;
  size_t end = shift > 0 ? width - (size_t)shift : width;

  for (size_t s = start; s < end; s++)
    target[(size_t)((long)s + shift)] += weight * from[s];
}

/* All ways for the column to take NEED items from rows I and on. */
static void fill(struct column *column, size_t i, size_t need, size_t to, double weight)
{
  const struct table *table = column->table;
  size_t most;

  if (i == table->rows) {
    if (need == 0)
      step(column, to, weight / column->total);
    return;
  }
  most = column->remains[i] < need ? column->remains[i] : need;
  for (size_t k = 0; k <= most; k++) {
    double ways = table->choose[column->remains[i] * (table->most + 1) + k];

    column->takes[i] = k;
    fill(column, i + 1, need - k, to - k * table->radix[i], weight * ways);
  }
  column->takes[i] = 0;
}

/* Every state from which the next column is filled: those with LEFT items remaining. */
static void fill_column(struct column *column, size_t left, size_t size)
{
  const struct table *table = column->table;

  column->total = 1;
  for (size_t i = 1; i <= size; i++)
    column->total *= (double)(left - size + i) / (double)i;
  for (size_t state = 0; state < table->states; state++) {
    size_t sum = 0;

    for (size_t i = 0; i < table->rows; i++) {
      column->remains[i] = state / table->radix[i] % (table->row[i] + 1);
      sum += column->remains[i];
    }
    if (sum != left)
      continue;
    column->from = state;
    fill(column, 0, size, state, 1);
  }
}

static double *binomials(size_t most, struct pst_arena *scratch)
{
  double *choose = pst_arena_array(scratch, (most + 1) * (most + 1), sizeof *choose);

  if (choose == NULL)
    return NULL;
  for (size_t n = 0; n <= most; n++) {
    choose[n * (most + 1)] = 1;
    for (size_t k = 1; k <= n; k++)
      choose[n * (most + 1) + k] =
          choose[(n - 1) * (most + 1) + k - 1] + (k < n ? choose[(n - 1) * (most + 1) + k] : 0);
  }
  return choose;
}

static enum pst_status prepare(const struct pst_kendall_counts *counts, struct table *table,
                               struct column *column, struct pst_arena *scratch,
                               struct pst_error *error)
{
  const struct pst_ties_of *rows = rows_of(counts);
  size_t *radix = pst_arena_array(scratch, rows->distinct, sizeof *radix);

  *table = (struct table){
      .rows = rows->distinct, .row = rows->size, .radix = radix, .spread = spread_of(counts)};
  table->states = 1;
  for (size_t i = 0; radix != NULL && i < table->rows; i++) {
    radix[i] = table->states;
    table->states *= rows->size[i] + 1;
    table->most = rows->size[i] > table->most ? rows->size[i] : table->most;
  }
  table->choose = binomials(table->most, scratch);
  table->p = pst_arena_array(scratch, table->states, (2 * table->spread + 1) * sizeof *table->p);
  *column = (struct column){.table = table};
  column->remains = pst_arena_array(scratch, table->rows, sizeof *column->remains);
  column->takes = pst_arena_array(scratch, table->rows, sizeof *column->takes);
  if (radix == NULL || table->choose == NULL || table->p == NULL || column->remains == NULL
      || column->takes == NULL)
    return pst_fail_memory(error);
  return PST_OK;
}

/* With ties in both variables S need not be symmetric: each tail is summed for itself. */
static double p_of(const struct table *table, int64_t S, enum pst_alternative alternative)
{
  double sum = 0;

  for (size_t i = 0; i <= 2 * table->spread; i++) {
    int64_t s = (int64_t)i - (int64_t)table->spread;

    if ((alternative == PST_TWO_SIDED && llabs(s) >= llabs(S))
        || (alternative == PST_GREATER && s >= S) || (alternative == PST_LESS && s <= S))
      sum += table->p[i];
  }
  return fmin(1, sum);
}

enum pst_status pst_kendall_table(const struct pst_kendall_counts *counts,
                                  enum pst_alternative alternative, double *p,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  const struct pst_ties_of *columns = rows_of(counts) == &counts->x ? &counts->y : &counts->x;
  struct table table;
  struct column column;
  size_t left = counts->n;
  enum pst_status status = prepare(counts, &table, &column, scratch, error);

  if (status != PST_OK)
    return status;
  /* All remains: the last state; nothing remains: state 0. */
  table.p[(table.states - 1) * (2 * table.spread + 1) + table.spread] = 1;
  for (size_t j = 0; j < columns->distinct; j++) {
    fill_column(&column, left, columns->size[j]);
    left -= columns->size[j];
  }
  *p = p_of(&table, counts->S, alternative);
  return PST_OK;
}
