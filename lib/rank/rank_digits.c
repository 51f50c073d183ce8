/* rank_digits.c -- whole numbers beyond 2^53, ranked by all their digits, or refused. */
#include "rank/rank_digits.h"

#include <stdlib.h>

enum pst_status pst_rank_check_digits(const struct pst_job *job,
                                      const struct pst_rank_settings *settings,
                                      struct pst_error *error)
{
  for (size_t v = 0; v < settings->y.count; v++) {
    const struct pst_column *y = pst_job_column(job, settings->y.roles[v]);
    size_t r = pst_column_inexact(y, 0, job->table.n_rows);
    const char *where = settings->printed     ? "with --printed"
                        : settings->given     ? "as ranks, with --given"
                        : settings->agreement ? "by --agreement"
                        : y->n_bounded > 0    ? "beside bounded cells"
                                              : NULL;
    char text[PST_CELL_SIZE];

    if (r < job->table.n_rows && where != NULL)
      return pst_fail_at(error, PST_BAD_DATA, pst_table_file(&job->table, r),
                         pst_table_line(&job->table, r),
                         "%s: '%s' has more digits than are told apart %s (whole numbers are exact "
                         "up to 9007199254740992); state the values in a larger unit with --let, "
                         "such as %s / 1000",
                         y->name, pst_column_text(y, r, text), where, y->name);
  }
  return PST_OK;
}

bool pst_rank_any_digits(const struct pst_job *job, const struct pst_rank_settings *settings)
{
  for (size_t v = 0; v < settings->y.count; v++)
    if (pst_column_inexact(pst_job_column(job, settings->y.roles[v]), 0, job->table.n_rows)
        < job->table.n_rows)
      return true;
  return false;
}

struct digits {
  double value, rest;
  size_t i;
};

static int compare(const void *a, const void *b)
{
  const struct digits *p = a, *q = b;

  if (p->value != q->value)
    return p->value < q->value ? -1 : 1;
  return (p->rest > q->rest) - (p->rest < q->rest);
}

enum pst_status pst_rank_by_digits(const struct pst_column *y, const struct pst_place *places,
                                   size_t n, double *value, struct pst_arena *scratch,
                                   struct pst_error *error)
{
  struct digits *list;
  bool any = false;
  double place = 0;

  for (size_t i = 0; i < n; i++)
    any = any || pst_column_rest(y, places[i].row) != 0;
  if (!any)
    return PST_OK;
  list = pst_arena_array(scratch, n, sizeof *list);
  if (list == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    list[i] = (struct digits){.value = value[i], .rest = pst_column_rest(y, places[i].row), .i = i};
  qsort(list, n, sizeof *list, compare);
  for (size_t i = 0; i < n; i++) {
    place += i == 0 || compare(&list[i - 1], &list[i]) != 0;
    value[list[i].i] = place;
  }
  return PST_OK;
}
