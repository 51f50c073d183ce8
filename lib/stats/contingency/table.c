/* table.c -- a table of counts, r by c, as its tests take it. */
#include "stats/contingency/table.h"

#include <math.h>

static const double MOST = 9007199254740992; /* 2^53 */

static enum pst_status check_counts(const struct pst_contingency *table, struct pst_error *error)
{
  double n = 0;

  for (size_t i = 0; i < table->rows * table->columns; i++) {
    if (!(table->counts[i] >= 0))
      return pst_fail(error, PST_UNDEFINED, "a count is negative or missing");
    if (table->counts[i] != floor(table->counts[i]))
      return pst_fail(error, PST_UNDEFINED, "a count is no whole number");
    n += table->counts[i];
  }
  if (n > MOST)
    return pst_fail(error, PST_UNDEFINED, "the counts are too many to add up");
  return PST_OK;
}

static enum pst_status add_up(const struct pst_contingency *table, struct pst_margins *m,
                              struct pst_arena *scratch, struct pst_error *error)
{
  m->row = pst_arena_array(scratch, table->rows + 1, sizeof *m->row);
  m->column = pst_arena_array(scratch, table->columns + 1, sizeof *m->column);
  m->counts = pst_arena_array(scratch, table->rows * table->columns + 1, sizeof *m->counts);
  if (m->row == NULL || m->column == NULL || m->counts == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < table->rows; i++)
    for (size_t j = 0; j < table->columns; j++) {
      double count = table->counts[i * table->columns + j];

      m->row[i] += count;
      m->column[j] += count;
      m->n += count;
    }
  return PST_OK;
}

/* The sums that are not 0, moved together. */
static size_t without_empty(double *sums, size_t count)
{
  size_t kept = 0;

  for (size_t i = 0; i < count; i++)
    if (sums[i] > 0)
      sums[kept++] = sums[i];
  return kept;
}

static void copy_counts(const struct pst_contingency *table, struct pst_margins *m)
{
  size_t at = 0;

  for (size_t i = 0; i < table->rows; i++)
    for (size_t j = 0; j < table->columns; j++)
      if (m->row[i] > 0 && m->column[j] > 0)
        m->counts[at++] = table->counts[i * table->columns + j];
}

enum pst_status pst_contingency_margins(const struct pst_contingency *table,
                                        struct pst_margins *margins, struct pst_arena *scratch,
                                        struct pst_error *error)
{
  struct pst_margins m = {.rows = 0};
  enum pst_status status = check_counts(table, error);

  if (status == PST_OK)
    status = add_up(table, &m, scratch, error);
  if (status != PST_OK)
    return status;
  copy_counts(table, &m);
  m.rows = without_empty(m.row, table->rows);
  m.columns = without_empty(m.column, table->columns);
  m.dropped = m.rows < table->rows || m.columns < table->columns;
  if (m.rows < 2 || m.columns < 2)
    return pst_fail(error, PST_UNDEFINED, "fewer than 2 %s with a count",
                    m.rows < 2 ? "rows" : "columns");
  *margins = m;
  return PST_OK;
}
