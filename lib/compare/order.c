/* order.c -- the levels in the order in which they are compared, for all groups alike. */
#include "compare/order.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "compare/shape.h"

size_t pst_compare_place(const struct pst_compare_order *order, const struct pst_column *column,
                         size_t row)
{
  unsigned code = pst_column_code(column, row);

  return code == PST_CODE_MISSING ? SIZE_MAX : order->of_code[code];
}

const char *pst_compare_level_name(const struct pst_compare_settings *settings,
                                   const struct pst_compare_data *data, size_t i)
{
  return settings->levels_order.names == NULL ? NULL
                                              : settings->levels_order.names[data->levels[i].place];
}

/* Where ranks share the groups, the texts of all rows are numbered in that order (in_order of the role). */
static void take_numbered(const struct pst_dictionary *texts, struct pst_compare_order *order)
{
  for (unsigned c = 0; c < texts->count; c++) {
    order->of_code[c] = c;
    order->names[c] = pst_dictionary_string(texts, c);
  }
  order->count = texts->count;
}

/* The texts of COLUMN by first appearance. */
static enum pst_status list_texts(struct pst_job *job, const struct pst_column *column,
                                  struct pst_compare_order *order, struct pst_error *error)
{
  const struct pst_dictionary *texts = pst_column_texts(column);

  order->reference = SIZE_MAX;
  order->names = pst_arena_array(&job->arena, texts->count + 1, sizeof *order->names);
  order->of_code = pst_arena_array(&job->arena, texts->count + 1, sizeof *order->of_code);
  if (order->names == NULL || order->of_code == NULL)
    return pst_fail_memory(error);
  for (unsigned c = 0; c < texts->count; c++)
    order->of_code[c] = SIZE_MAX;
  if (job->owned.stage != PST_OWNED_NOT) {
    take_numbered(texts, order);
    return PST_OK;
  }
  for (size_t r = 0; r < job->table.n_rows; r++) {
    unsigned code = pst_column_code(column, r);

    if (code == PST_CODE_MISSING || order->of_code[code] != SIZE_MAX)
      continue;
    order->of_code[code] = order->count;
    order->names[order->count++] = pst_dictionary_string(texts, code);
  }
  return PST_OK;
}

/* The names as numbers; SCORES stays NULL where one is none. */
static enum pst_status read_scores(struct pst_job *job, struct pst_compare_order *order,
                                   struct pst_error *error)
{
  const struct pst_number_style plain = {.decimal = '.'};
  double *scores = pst_arena_array(&job->arena, order->count + 1, sizeof *scores);
  int decimals;

  if (scores == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < order->count; i++)
    if (!pst_number_parse(pst_text_of(order->names[i]), &plain, &scores[i], &decimals))
      return PST_OK;
  order->scores = scores;
  return PST_OK;
}

/* The levels in the order WANTED: wanted[i] is the place that level i had. */
static enum pst_status reorder(struct pst_job *job, struct pst_compare_order *order,
                               const size_t *wanted, size_t n, struct pst_error *error)
{
  const char **names = pst_arena_array(&job->arena, n + 1, sizeof *names);
  double *scores = pst_arena_array(&job->arena, n + 1, sizeof *scores);
  size_t *now = pst_arena_array(&job->arena, order->count + 1, sizeof *now);

  if (names == NULL || scores == NULL || now == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < order->count; i++)
    now[i] = SIZE_MAX;
  for (size_t i = 0; i < n; i++) {
    names[i] = order->names[wanted[i]];
    scores[i] = order->scores == NULL ? 0 : order->scores[wanted[i]];
    now[wanted[i]] = i;
  }
  for (unsigned c = 0, all = 0; all < order->count; c++)
    if (order->of_code[c] != SIZE_MAX) {
      order->of_code[c] = now[order->of_code[c]];
      all++;
    }
  order->names = names;
  order->scores = order->scores == NULL ? NULL : scores;
  order->count = n;
  return PST_OK;
}

static enum pst_status sort_numbers(struct pst_job *job, struct pst_compare_order *order,
                                    struct pst_error *error)
{
  size_t *wanted = pst_arena_array(&job->arena, order->count + 1, sizeof *wanted);

  if (wanted == NULL)
    return pst_fail_memory(error);
  /* Insertion keeps the order of equal numbers; levels are few. */
  for (size_t i = 0; i < order->count; i++) {
    size_t k = i;

    for (; k > 0 && order->scores[wanted[k - 1]] > order->scores[i]; k--)
      wanted[k] = wanted[k - 1];
    wanted[k] = i;
  }
  return reorder(job, order, wanted, order->count, error);
}

static enum pst_status find(const struct pst_compare_order *order, const char *option,
                            const char *name, const char *column, size_t *place,
                            struct pst_error *error)
{
  size_t near;

  for (*place = 0; *place < order->count; ++*place)
    if (strcmp(order->names[*place], name) == 0)
      return PST_OK;
  near = pst_text_near(pst_text_of(name), order->names, order->count);
  if (near < order->count)
    return pst_fail(error, PST_USAGE, "%s: no row has '%s' in '%s'; did you mean '%s'?", option,
                    name, column, order->names[near]);
  return pst_fail(error, PST_USAGE, "%s: no row has '%s' in '%s'", option, name, column);
}

static enum pst_status take_levels(struct pst_job *job, const struct pst_list *levels,
                                   const char *column, struct pst_compare_order *order,
                                   struct pst_error *error)
{
  size_t *wanted = pst_arena_array(&job->arena, levels->count + 1, sizeof *wanted);
  enum pst_status status = wanted == NULL ? pst_fail_memory(error) : PST_OK;

  for (size_t i = 0; i < levels->count && status == PST_OK; i++) {
    status = find(order, "--levels", levels->items[i], column, &wanted[i], error);
    for (size_t j = 0; j < i && status == PST_OK; j++)
      if (wanted[j] == wanted[i])
        status = pst_fail(error, PST_USAGE, "--levels: '%s' is given twice", levels->items[i]);
  }
  return status == PST_OK ? reorder(job, order, wanted, levels->count, error) : status;
}

static enum pst_status fail_empty(const struct pst_job *job, const struct pst_column *column,
                                  struct pst_error *error)
{
  if (job->table.n_rows > 0 || job->owned.stage != PST_OWNED_NOT)
    return pst_fail(error, PST_UNDEFINED, "nothing can be computed: no row has a text in '%s'",
                    column->name);
  return pst_fail(error, PST_UNDEFINED, "nothing can be computed: %s",
                  job->count.where > 0 ? "--where leaves no rows" : "there are no rows");
}

static enum pst_status order_of(struct pst_job *job, size_t role, const struct pst_list *levels,
                                struct pst_compare_order *order, struct pst_error *error)
{
  const struct pst_column *column = pst_job_column(job, role);
  enum pst_status status = list_texts(job, column, order, error);

  if (status == PST_OK && order->count == 0)
    return fail_empty(job, column, error);
  if (status == PST_OK)
    status = read_scores(job, order, error);
  if (status == PST_OK && levels != NULL && levels->count > 0)
    return take_levels(job, levels, column->name, order, error);
  return status == PST_OK && order->scores != NULL ? sort_numbers(job, order, error) : status;
}

static enum pst_status order_columns(struct pst_job *job, struct pst_compare_settings *settings,
                                     struct pst_error *error)
{
  enum pst_status status = PST_OK;

  settings->columns_order =
      pst_arena_array(&job->arena, settings->y.count + 1, sizeof *settings->columns_order);
  if (settings->columns_order == NULL)
    return pst_fail_memory(error);
  for (size_t v = 0; v < settings->y.count && status == PST_OK; v++)
    status = order_of(job, settings->y.roles[v], NULL, &settings->columns_order[v], error);
  return status;
}

enum pst_status pst_compare_orders(struct pst_job *job, struct pst_compare_settings *settings,
                                   struct pst_error *error)
{
  const bool table = settings->x.count > 0 && settings->shape->text_y;
  enum pst_status status = PST_OK;

  settings->levels_order.reference = SIZE_MAX;
  if (settings->between_role != SIZE_MAX)
    status =
        order_of(job, settings->between_role, &settings->levels, &settings->levels_order, error);
  if (status == PST_OK && settings->category_role != SIZE_MAX)
    status =
        order_of(job, settings->category_role, &settings->levels, &settings->rows_order, error);
  if (status == PST_OK && table)
    status = order_of(job, settings->x.roles[0], NULL, &settings->rows_order, error);
  if (status == PST_OK && table)
    status = order_columns(job, settings, error);
  if (status == PST_OK && settings->reference != NULL)
    status = find(&settings->levels_order, "--reference", settings->reference,
                  pst_job_column(job, settings->between_role)->name,
                  &settings->levels_order.reference, error);
  return status;
}
