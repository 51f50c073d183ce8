/* tidy_columns.c -- the columns of a tidy table as it is written: keys, periods, value. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "tidy/tidy_write.h"
#include "table/dictionary.h"

/* --- periods --------------------------------------------------------------------------------- */

struct names {
  const char **items;
  size_t n;
};

static enum pst_status take_period(void *context, const struct pst_tidy_row *row,
                                   struct pst_error *error)
{
  struct pst_dictionary *seen = context;

  if (pst_dictionary_add(seen, pst_text_of(row->period)) == PST_CODE_MISSING)
    return pst_fail_memory(error);
  return PST_OK;
}

static int compare(const void *a, const void *b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The different periods of the table, in the order of time: they become columns. */
static enum pst_status list_periods(const struct pst_tidy *tidy, struct pst_arena *arena,
                                    struct names *periods, struct pst_error *error)
{
  struct pst_dictionary seen = {.count = 0};
  enum pst_status status = pst_tidy_each(tidy, take_period, &seen, error);

  if (status == PST_OK)
    periods->items = pst_arena_array(arena, seen.count + 1, sizeof *periods->items);
  if (status == PST_OK && periods->items == NULL)
    status = pst_fail_memory(error);
  for (unsigned i = 0; i < seen.count && status == PST_OK; i++)
    if ((periods->items[periods->n++] = pst_arena_string(arena, pst_dictionary_string(&seen, i)))
        == NULL)
      status = pst_fail_memory(error);
  if (status == PST_OK)
    qsort(periods->items, periods->n, sizeof *periods->items, compare);
  pst_dictionary_free(&seen);
  return status;
}

/* --- keys ------------------------------------------------------------------------------------- */

enum pst_status pst_tidy_key(const struct pst_tidy *tidy, const char *name, const char *option,
                             size_t *key, struct pst_error *error)
{
  size_t near;

  for (*key = 0; *key < tidy->n_keys; ++*key)
    if (strcmp(tidy->keys[*key], name) == 0)
      return PST_OK;
  near = pst_text_near(pst_text_of(name), tidy->keys, tidy->n_keys);
  if (near < tidy->n_keys)
    return pst_fail(error, PST_USAGE, "--%s: there is no key column '%s'; did you mean '%s'?",
                    option, name, tidy->keys[near]);
  return pst_fail(error, PST_USAGE,
                  "--%s: there is no key column '%s'; the report (--report text) names them",
                  option, name);
}

static enum pst_status choose_keys(const struct pst_tidy *tidy, const struct pst_list *keep,
                                   struct pst_arena *arena, struct pst_tidy_columns *columns,
                                   struct pst_error *error)
{
  enum pst_status status = PST_OK;

  columns->keys = pst_arena_array(arena, tidy->n_keys + keep->count + 1, sizeof *columns->keys);
  if (columns->keys == NULL)
    return pst_fail_memory(error);
  if (keep->count == 0)
    for (size_t k = 0; k < tidy->n_keys; k++)
      columns->keys[columns->n_keys++] = k;
  for (size_t i = 0; i < keep->count && status == PST_OK; i++)
    status = pst_tidy_key(tidy, keep->items[i], "keep", &columns->keys[columns->n_keys++], error);
  return status;
}

static void add(struct pst_tidy_columns *columns, const char *name, const char *type,
                const char *title)
{
  columns->items[columns->n++] =
      (struct pst_tidy_column){.name = name, .type = type, .title = title};
}

/* The name that the one value column has in the file, when it says more than "value". */
static const char *value_title(const struct pst_tidy *tidy)
{
  const struct pst_frame_column *at = &tidy->frame.columns[tidy->values[0]];

  if (tidy->frame.variables || tidy->frame.n_parts > 0 || at->when[0] != '\0'
      || strcasecmp(at->name, "value") == 0)
    return NULL;
  return at->name;
}

/* The type of a Frictionless field; `any` where it has none for the notation, or several occur. */
static const char *period_type(const struct pst_tidy *tidy)
{
  if (tidy->other_periods || tidy->years + tidy->months + tidy->days != 1)
    return "any";
  return tidy->years ? "year" : tidy->months ? "yearmonth" : "date";
}

static void add_long(const struct pst_tidy *tidy, struct pst_tidy_columns *columns)
{
  add(columns, "period", period_type(tidy), NULL);
  add(columns, "value", tidy->cells.bounded > 0 ? "any" : "number", value_title(tidy));
  if (tidy->units)
    add(columns, pst_tidy_unit_name(tidy), "string", NULL);
  add(columns, "flag", "string", NULL);
  add(columns, "note", "string", NULL);
}

/* --- --rename -------------------------------------------------------------------------------- */

static enum pst_status rename_one(const struct pst_tidy *tidy, struct pst_tidy_columns *columns,
                                  const char *item, struct pst_arena *arena,
                                  struct pst_error *error)
{
  const char *equals = strchr(item, '=');
  size_t key;

  if (equals == NULL || equals == item || equals[1] == '\0')
    return pst_fail(error, PST_USAGE, "--rename: '%s' is not OLD=NEW", item);
  for (size_t i = 0; i < columns->n; i++) {
    struct pst_tidy_column *at = &columns->items[i];

    if (strlen(at->name) != (size_t)(equals - item)
        || memcmp(at->name, item, (size_t)(equals - item)) != 0)
      continue;
    if (at->title == NULL)
      at->title = at->name;
    at->name = equals + 1;
    return PST_OK;
  }
  item = pst_arena_copy(arena, item, (size_t)(equals - item));
  return item == NULL ? pst_fail_memory(error) : pst_tidy_key(tidy, item, "rename", &key, error);
}

static enum pst_status check_names(const struct pst_tidy_columns *columns, struct pst_error *error)
{
  for (size_t i = 0; i < columns->n; i++)
    for (size_t k = 0; k < i; k++)
      if (strcmp(columns->items[i].name, columns->items[k].name) == 0)
        return pst_fail(error, PST_USAGE, "--rename: two columns would be called '%s'",
                        columns->items[i].name);
  return PST_OK;
}

enum pst_status pst_tidy_columns(const struct pst_tidy *tidy, const struct pst_tidy_output *output,
                                 struct pst_arena *arena, struct pst_tidy_columns *columns,
                                 struct pst_error *error)
{
  struct names periods = {.n = 0};
  enum pst_status status;

  *columns = (struct pst_tidy_columns){.n = 0};
  status = choose_keys(tidy, &output->keep, arena, columns, error);
  if (status == PST_OK && output->wide)
    status = list_periods(tidy, arena, &periods, error);
  if (status != PST_OK)
    return status;
  columns->items = pst_arena_array(arena, columns->n_keys + periods.n + 5, sizeof *columns->items);
  if (columns->items == NULL)
    return pst_fail_memory(error);
  for (size_t k = 0; k < columns->n_keys; k++)
    add(columns, tidy->keys[columns->keys[k]], "string", NULL);
  if (output->wide)
    for (size_t p = 0; p < periods.n; p++)
      add(columns, periods.items[p], tidy->cells.bounded > 0 ? "any" : "number", NULL);
  else
    add_long(tidy, columns);
  for (size_t i = 0; i < output->rename.count && status == PST_OK; i++)
    status = rename_one(tidy, columns, output->rename.items[i], arena, error);
  return status == PST_OK && output->rename.count > 0 ? check_names(columns, error) : status;
}
