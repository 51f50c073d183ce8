/* vacant.c -- the rows of a statistic that no known value has, but values within their bounds do. */
#include "stats/leeway/vacant.h"

#include <math.h>
#include <string.h>

#include "stats/leeway/search.h"

static bool is_vacant(const struct pst_estimate *row)
{
  return isnan(row->estimate) && isnan(row->p_value) && isnan(row->statistic);
}

/* What a completion gives: values between their bounds. */
static enum pst_status run_inside(const struct pst_leeway *leeway, struct pst_estimates *list,
                                  const struct pst_estimates *rows, size_t first,
                                  struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_search search = {.leeway = leeway, .rows = rows, .first = first, .scratch = scratch};
  struct pst_error reason = {.status = PST_OK};
  enum pst_status status = pst_search_begin(&search, error);

  if (status != PST_OK)
    return status;
  if (search.n > 0)
    status = leeway->run(leeway->context, list, scratch, &reason);
  pst_search_end(&search);
  if (status == PST_UNDEFINED)
    list->count = 0;
  return status == PST_OK || status == PST_UNDEFINED
             ? PST_OK
             : pst_fail(error, status, "%s", reason.message);
}

static bool has_term(const struct pst_estimates *rows, size_t from, size_t to, const char *term)
{
  for (size_t i = from; i < to; i++)
    if (strcmp(rows->items[i].term, term) == 0)
      return true;
  return false;
}

/* A row like LIKE without its numbers. */
static enum pst_status add_row(struct pst_estimates *rows, const struct pst_estimate *like,
                               size_t n, struct pst_error *error)
{
  const char *method = pst_arena_string(rows->arena, like->method);
  const char *term = pst_arena_string(rows->arena, like->term);
  const char *unit = like->unit == NULL ? NULL : pst_arena_string(rows->arena, like->unit);
  struct pst_estimate *row = pst_estimates_add(rows, method, term, n);

  if (row == NULL || method == NULL || term == NULL || (like->unit != NULL && unit == NULL))
    return pst_fail_memory(error);
  row->unit = unit;
  return PST_OK;
}

static enum pst_status replace_last(const struct pst_leeway *leeway, struct pst_estimates *rows,
                                    size_t first, const struct pst_estimates *list,
                                    struct pst_error *error)
{
  const size_t last = rows->count - 1;
  const struct pst_estimate vacant = rows->items[last];
  enum pst_status status = PST_OK;

  rows->count = last;
  for (size_t i = 0; i < list->count && status == PST_OK; i++) {
    const struct pst_estimate *like = &list->items[i];

    if (leeway->rows > 0 && rows->count - first == leeway->rows)
      break;
    if (pst_leeway_rule_of(like->method, like->term)->way != PST_LEEWAY_NONE
        && !has_term(rows, first, last, like->term))
      status = add_row(rows, like, vacant.n, error);
  }
  if (rows->count == last)
    rows->items[rows->count++] = vacant;
  rows->items[last].note = vacant.note;
  return status;
}

enum pst_status pst_leeway_vacant(const struct pst_leeway *leeway, struct pst_estimates *rows,
                                  size_t first, struct pst_arena *scratch, struct pst_error *error)
{
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  struct pst_arena notes = PST_ARENA_EMPTY;
  struct pst_estimates list = {.arena = &notes};
  enum pst_status status = PST_OK;

  if (leeway->known || rows->count == first || !is_vacant(&rows->items[rows->count - 1]))
    return PST_OK;
  status = run_inside(leeway, &list, rows, first, scratch, error);
  if (status == PST_OK && list.count > 0)
    status = replace_last(leeway, rows, first, &list, error);
  pst_estimates_free(&list);
  pst_arena_free(&notes);
  pst_arena_release(scratch, mark);
  return status;
}
