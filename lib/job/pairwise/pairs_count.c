/* pairs_count.c -- what became of each row that pairs of columns were computed from. */
#include <math.h>
#include <stdint.h>

#include "job/pairwise/pairs.h"

enum fate { FATE_MISSING, FATE_BOUNDED, FATE_USED };
enum { FATES = FATE_USED + 1, SAID_MOST = 12 };

static enum fate fate_of_cell(const struct pst_table *table, size_t column, size_t row)
{
  if (column == SIZE_MAX)
    return FATE_USED;
  if (table->columns[column].type == PST_COLUMN_TEXT)
    return pst_column_missing(&table->columns[column], row) ? FATE_MISSING : FATE_USED;
  if (!isnan(pst_column_number(&table->columns[column], row)))
    return FATE_USED;
  return pst_column_bounded(&table->columns[column], row) ? FATE_BOUNDED : FATE_MISSING;
}

static enum fate fate_of_row(const struct pst_table *table, const struct pst_pairs *pairs,
                             size_t row)
{
  enum fate best = FATE_MISSING;

  if (pairs->beside != NULL && !pst_beside_complete(table, pairs->beside, row))
    return FATE_MISSING;
  for (size_t p = 0; p < pairs->n_pairs && best != FATE_USED; p++) {
    enum fate x = fate_of_cell(table, pairs->pairs[p].x, row);
    enum fate y = fate_of_cell(table, pairs->pairs[p].y, row);
    enum fate both = x < y ? x : y;

    best = both > best ? both : best;
  }
  return best;
}

/* Of all pairs together, then of each. */
static void count_fates(const struct pst_job *job, const struct pst_pairs *all, size_t which,
                        size_t count[FATES])
{
  const struct pst_groups *groups = all->groups;
  struct pst_pairs some = {.pairs = all->pairs, .n_pairs = all->n_pairs, .beside = all->beside};

  if (which > 0) {
    some.pairs = all->pairs + which - 1;
    some.n_pairs = 1;
  }
  for (int f = 0; f < FATES; f++)
    count[f] = all->counts == NULL ? 0 : all->counts[which * FATES + (size_t)f];
  if (all->counts != NULL)
    return;
  for (size_t i = 0; groups->n_groups > 0 && i < groups->first[groups->n_groups]; i++)
    count[fate_of_row(&job->table, &some, groups->row[i])]++;
}

static size_t said(const struct pst_pairs *pairs)
{
  return pairs->n_pairs > 1 && pairs->n_pairs <= SAID_MOST ? pairs->n_pairs : 0;
}

size_t pst_pairs_count_size(const struct pst_pairs *pairs)
{
  return FATES * (said(pairs) + 1);
}

void pst_pairs_count_rows(const struct pst_job *job, const struct pst_pairs *pairs, size_t *counts)
{
  for (size_t which = 0; which <= said(pairs); which++)
    count_fates(job, pairs, which, counts + which * FATES);
}

/* With several columns a row may be used by one and missing in another: where a column has fewer rows
   than all together, say so. */
static void say_pair_counts(struct pst_job *job, const struct pst_pairs *pairs, size_t used)
{
  for (size_t p = 0; p < said(pairs); p++) {
    const struct pst_column_pair *pair = &pairs->pairs[p];
    size_t count[FATES];

    count_fates(job, pairs, p + 1, count);
    if (count[FATE_USED] < used)
      pst_job_say(job, "%s%s%s: %zu used, %zu missing, %zu bounded", pair->y_name,
                  pair->x_name == NULL ? "" : " with ", pair->x_name == NULL ? "" : pair->x_name,
                  count[FATE_USED], count[FATE_MISSING], count[FATE_BOUNDED]);
  }
}

/* Every method uses the values that are known within bounds. */
static bool takes_bounds(const struct pst_job *job)
{
  size_t n = 0;

  for (size_t m = 0; m < job->n_methods; m++)
    n += job->methods[m]->takes_bounds;
  return n > 0 && n == job->n_methods;
}

void pst_pairs_count(struct pst_job *job, const struct pst_pairs *pairs)
{
  size_t count[FATES];

  count_fates(job, pairs, 0, count);
  say_pair_counts(job, pairs, count[FATE_USED]);
  job->count.used = count[FATE_USED] + (takes_bounds(job) ? count[FATE_BOUNDED] : 0);
  job->count.bounded = takes_bounds(job) ? 0 : count[FATE_BOUNDED];
  job->count.missing = count[FATE_MISSING] + pairs->groups->n_left_out;
}
