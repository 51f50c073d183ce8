/* aggregate.c -- what --aggregate asks for: one function of the values of a cell, or several. */
#include "job/aggregate.h"

#include <string.h>

#include "base/number.h"
#include "table/group/cells.h"

static struct pst_text inside(struct pst_text text, size_t before, size_t after)
{
  return pst_text_trim((struct pst_text){text.data + before, text.size - before - after});
}

/* --- reading ------------------------------------------------------------------------------------ */

static bool is_text(struct pst_text a, struct pst_text b)
{
  return a.size == b.size && memcmp(a.data, b.data, a.size) == 0;
}

static bool same(const struct pst_job_function *a, const struct pst_job_function *b)
{
  return a->how == b->how && a->q == b->q && is_text(a->column, b->column);
}

/* The probability of a quantile, behind the last comma of TEXT; what is before it is left in TEXT. */
static bool take_probability(struct pst_text *text, double *q)
{
  size_t at = text->size;

  while (at > 0 && text->data[at - 1] != ',')
    at--;
  if (!pst_number_parse(inside(*text, at, 0), NULL, q, NULL) || !(*q >= 0 && *q <= 1))
    return false;
  *text = inside(*text, 0, text->size - (at > 0 ? at - 1 : 0));
  return true;
}

/* A name in quotes may have commas and brackets. */
static struct pst_text unquoted(struct pst_text text)
{
  bool quoted = text.size > 1 && text.data[0] == '"' && text.data[text.size - 1] == '"';

  return quoted ? (struct pst_text){text.data + 1, text.size - 2} : text;
}

static enum pst_status fail_function(struct pst_text text, enum pst_aggregate how,
                                     struct pst_error *error)
{
  if (how == PST_AGGREGATE_QUANTILE)
    return pst_fail(error, PST_USAGE,
                    "'%.*s': a quantile has a probability from 0 to 1, such as 'quantile(0.9)'",
                    (int)text.size, text.data);
  return pst_fail(error, PST_USAGE,
                  "'%.*s' is not one of sum, mean, count, median, min, max, first, last and "
                  "quantile(Q)",
                  (int)text.size, text.data);
}

/* `sum`, `sum(v)`, `quantile(0.9)`, `quantile(v,0.9)`. */
static enum pst_status read_function(struct pst_text text, struct pst_job_function *out,
                                     struct pst_error *error)
{
  const char *open = memchr(text.data, '(', text.size);
  const size_t before = open == NULL ? text.size : (size_t)(open - text.data);
  struct pst_text name = inside(text, 0, text.size - before), column = {.data = "", .size = 0};
  unsigned how = PST_AGGREGATE_SUM;

  while (how <= PST_AGGREGATE_QUANTILE && !pst_text_is(name, pst_aggregate_name(how)))
    how++;
  *out = (struct pst_job_function){.how = how, .q = 0.5};
  if (how > PST_AGGREGATE_QUANTILE || (open != NULL && text.data[text.size - 1] != ')'))
    return fail_function(text, PST_AGGREGATE_NONE, error);
  if (open != NULL)
    column = inside(text, before + 1, 1);
  if (how == PST_AGGREGATE_QUANTILE && !take_probability(&column, &out->q))
    return fail_function(text, how, error);
  out->column = unquoted(column);
  return open != NULL && how != PST_AGGREGATE_QUANTILE && out->column.size == 0
             ? fail_function(text, PST_AGGREGATE_NONE, error)
             : PST_OK;
}

/* Where the function that begins at FROM ends: at a comma that is in no brackets and no quotes. */
static const char *end_of(const char *from)
{
  int depth = 0;
  bool quoted = false;

  for (; *from != '\0' && (*from != ',' || depth > 0 || quoted); from++) {
    quoted = quoted != (*from == '"');
    depth += quoted ? 0 : (*from == '(') - (*from == ')');
  }
  return from;
}

static enum pst_status add(struct pst_job_aggregate *out, const struct pst_job_function *function,
                           const char *text, struct pst_error *error)
{
  for (size_t i = 0; i < out->count; i++)
    if (same(&out->functions[i], function))
      return pst_fail(error, PST_USAGE, "'%s' names a value twice", text);
  if (out->count == PST_JOB_FUNCTIONS)
    return pst_fail(error, PST_USAGE, "'%s' asks for more than %d values", text, PST_JOB_FUNCTIONS);
  out->functions[out->count++] = *function;
  return PST_OK;
}

enum pst_status pst_job_aggregate_read(struct pst_job_aggregate *out, const char *text,
                                       struct pst_error *error)
{
  enum pst_status status = PST_OK;
  const char *from = text, *end;

  *out = (struct pst_job_aggregate){.text = text};
  do {
    struct pst_job_function function;

    end = end_of(from);
    status =
        read_function(pst_text_trim((struct pst_text){.data = from, .size = (size_t)(end - from)}),
                      &function, error);
    if (status == PST_OK)
      status = add(out, &function, text, error);
    from = end + 1;
  } while (status == PST_OK && *end == ',');
  return status;
}

/* --- which values -------------------------------------------------------------------------------- */

static const char *value_name(struct pst_job *job, const struct pst_job_function *function)
{
  const char *column = pst_arena_copy(&job->arena, function->column.data, function->column.size);

  return column == NULL ? NULL
                        : pst_aggregate_of((enum pst_aggregate)function->how, function->q, column,
                                           &job->arena);
}

/* The Ith function, of each column that others name, each once. */
static enum pst_status spread(const struct pst_job_aggregate *from, size_t i,
                              struct pst_job_aggregate *out, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t k = 0; k < from->count && status == PST_OK; k++) {
    struct pst_job_function function = from->functions[i];
    bool before = from->functions[k].column.size == 0;

    for (size_t b = 0; b < k; b++)
      before = before || is_text(from->functions[b].column, from->functions[k].column);
    function.column = from->functions[k].column;
    if (!before)
      status = add(out, &function, from->text, error);
  }
  return status;
}

static bool names_columns(const struct pst_job_aggregate *aggregate)
{
  for (size_t i = 0; i < aggregate->count; i++)
    if (aggregate->functions[i].column.size > 0)
      return true;
  return false;
}

static bool is_in(const struct pst_list *list, const char *name)
{
  for (size_t i = 0; i < list->count; i++)
    if (strcmp(list->items[i], name) == 0)
      return true;
  return false;
}

enum pst_status pst_job_aggregate_begin(struct pst_job *job, struct pst_error *error)
{
  struct pst_job_aggregate *all = &job->options.aggregate;
  const struct pst_job_aggregate given = *all;
  enum pst_status status = PST_OK;

  if (!job->options.given.aggregate || job->options.y.count > 0 || !names_columns(&given))
    return PST_OK;
  *all = (struct pst_job_aggregate){.text = given.text};
  for (size_t i = 0; i < given.count && status == PST_OK; i++)
    status = given.functions[i].column.size > 0 ? add(all, &given.functions[i], given.text, error)
                                                : spread(&given, i, all, error);
  for (size_t i = 0; i < all->count && status == PST_OK; i++) {
    const char *name = value_name(job, &all->functions[i]);

    if (name == NULL)
      return pst_fail_memory(error);
    if (!is_in(&job->options.x, name))
      status = pst_list_add(&job->options.y, &job->arena, name, error);
  }
  return status;
}

size_t pst_job_aggregate_next(struct pst_job *job, const char *name, size_t from,
                              const char **column)
{
  struct pst_job_aggregate *all = &job->options.aggregate;

  for (size_t i = 0; i < all->count; i++) {
    const char *value =
        all->functions[i].column.size == 0 ? NULL : value_name(job, &all->functions[i]);

    if (value == NULL || strcmp(value, name) != 0)
      continue;
    all->functions[i].used = true;
    *column =
        pst_arena_copy(&job->arena, all->functions[i].column.data, all->functions[i].column.size);
    return i < from || *column == NULL ? all->count : i;
  }
  *column = name;
  while (from < all->count && all->functions[from].column.size > 0)
    from++;
  return from;
}

enum pst_status pst_job_aggregate_check(struct pst_job *job, struct pst_error *error)
{
  const struct pst_job_aggregate *all = &job->options.aggregate;

  for (size_t i = 0; i < all->count && job->options.given.aggregate; i++)
    if (all->functions[i].column.size > 0 && !all->functions[i].used)
      return pst_fail(error, PST_USAGE,
                      "--aggregate: nothing takes the value '%s'; name it with -y, or leave -y out",
                      value_name(job, &all->functions[i]));
  return PST_OK;
}

/* --- what is said -------------------------------------------------------------------------------- */

static bool is_said(const struct pst_job_function *function, bool picks)
{
  return !picks || function->how == PST_AGGREGATE_MEDIAN || function->how == PST_AGGREGATE_QUANTILE
         || function->how == PST_AGGREGATE_MIN || function->how == PST_AGGREGATE_MAX
         || function->how == PST_AGGREGATE_FIRST || function->how == PST_AGGREGATE_LAST;
}

/* The same function of another column is said once. */
static bool said_before(const struct pst_job_aggregate *all, size_t i)
{
  for (size_t b = 0; b < i; b++)
    if (all->functions[b].how == all->functions[i].how
        && all->functions[b].q == all->functions[i].q)
      return true;
  return false;
}

void pst_job_aggregate_print(const struct pst_job *job, const char *last, bool picks,
                             struct pst_buffer *out)
{
  const struct pst_job_aggregate *all = &job->options.aggregate;
  size_t n = 0, said = 0;
  char how[PST_AGGREGATE_SIZE];

  for (size_t i = 0; i < all->count; i++)
    n += is_said(&all->functions[i], picks) && !said_before(all, i);
  picks = picks && n > 0;
  for (size_t i = 0; i < all->count; i++) {
    if (!is_said(&all->functions[i], picks) || said_before(all, i))
      continue;
    pst_buffer_puts(out, said == 0 ? "" : said + 1 < n ? ", " : last);
    pst_buffer_puts(out, pst_aggregate_print(how, (enum pst_aggregate)all->functions[i].how,
                                             all->functions[i].q));
    said++;
  }
}
