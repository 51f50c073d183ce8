/* load_settle.c -- after the last row: what all cells of a column have in common. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "table/load/loader.h"
#include "table/load/plain_numbers.h"
#include "table/load/texts.h"
#include "table/load/times.h"

static bool whole(double value)
{
  return isinf(value) || value == floor(value);
}

/* In a column of whole numbers ">10" means 11 or more. */
static void tighten_bounds(struct pst_column *column, size_t n_rows)
{
  bool all_whole = column->arrays.bounds != NULL;

  for (size_t r = 0; r < n_rows && all_whole; r++) {
    if (pst_column_bounded(column, r))
      all_whole = whole(column->arrays.bounds[r].low) && whole(column->arrays.bounds[r].high);
    else
      all_whole = column->arrays.decimals[r] == 0
                  && (isnan(column->arrays.value[r]) || whole(column->arrays.value[r]));
  }
  for (size_t r = 0; r < n_rows && all_whole; r++)
    if (pst_column_bounded(column, r))
      pst_bounds_whole(&column->arrays.bounds[r]);
}

static bool is_text(const struct pst_loader *loader, const struct pst_loader_asked *asked)
{
  const struct pst_schema_field *field = pst_schema_field(&loader->schema, asked->name);

  return field != NULL && field->type != NULL && strcmp(field->type, "string") == 0;
}

/* A column that is asked for as numbers too, or that datapackage.json says to be of numbers. */
static struct pst_cell_rules rules_of(const struct pst_loader *loader,
                                      const struct pst_loader_asked *asked)
{
  const struct pst_schema_field *field = pst_schema_field(&loader->schema, asked->name);
  struct pst_cell_rules rules = loader->rules;

  rules.said = field != NULL && field->type != NULL
               && (strcmp(field->type, "number") == 0 || strcmp(field->type, "integer") == 0);
  for (size_t i = 0; i < loader->n_asked && !rules.said; i++)
    rules.said = loader->asked[i].field == asked->field && loader->asked[i].want == PST_WANT_NUMBER;
  return rules;
}

static bool fits(const struct pst_loader *loader, const struct pst_loader_asked *asked,
                 struct pst_text text)
{
  const struct pst_cell_rules rules = rules_of(loader, asked);
  enum pst_period_kind kind = PST_PERIOD_NONE;

  if (asked->type == PST_COLUMN_NUMBER)
    return pst_cell_is_number(text, &rules);
  return pst_period_parse(text, &kind, NULL) && kind == asked->period;
}

/* The first cell that is of another type names the line. */
static enum pst_status other_type(const struct pst_loader *loader,
                                  const struct pst_loader_asked *asked,
                                  const struct pst_column *column, struct pst_error *error)
{
  const struct pst_table *table = loader->table;
  size_t r = 0;

  while (r + 1 < table->n_rows
         && (column->arrays.code[r] == PST_CODE_MISSING
             || fits(loader, asked, column->arrays.texts.texts[column->arrays.code[r]])))
    r++;
  return pst_fail_at(error, PST_BAD_DATA, pst_table_file(table, r), pst_table_line(table, r),
                     "%s: '%.60s' is not a %s, as the cells before it are; if all are meant as "
                     "text, say in a datapackage.json that the column is of the type string",
                     asked->name,
                     pst_dictionary_string(&column->arrays.texts, column->arrays.code[r]),
                     asked->type == PST_COLUMN_NUMBER ? "number" : pst_period_name(asked->period));
}

/* What the parts before were, this one must be; texts can be. */
static enum pst_status settle_as_before(const struct pst_loader *loader,
                                        struct pst_loader_asked *asked, struct pst_column *column,
                                        struct pst_error *error)
{
  const struct pst_table *table = loader->table;

  if (column->n_missing == table->n_rows) {
    column->type = asked->any ? asked->type : column->type;
    column->period = asked->period;
    return PST_OK;
  }
  if (!asked->any) {
    asked->any = true;
    asked->type = column->type;
    asked->period = column->period;
  }
  if (column->type == asked->type && column->period == asked->period)
    return PST_OK;
  if (asked->type == PST_COLUMN_TEXT)
    return pst_cell_settle(column, table->n_rows, true, &loader->rules, error);
  return other_type(loader, asked, column, error);
}

static void note_said(struct pst_loader_asked *asked, const struct pst_column *column)
{
  if (column->n_said > 0 && asked->n_said == 0)
    memcpy(asked->said, column->said, sizeof asked->said);
  asked->n_said += column->n_said;
}

/* Where every number has the sign, it is the unit of the column. */
static enum pst_status note_signs(struct pst_loader *loader, struct pst_loader_asked *asked,
                                  struct pst_column *column, struct pst_error *error)
{
  note_said(asked, column);
  if (column->n_around == 0)
    return PST_OK;
  asked->n_around += column->n_around;
  snprintf(asked->sign, sizeof asked->sign, "%s", column->sign);
  if (column->unit != NULL || column->sign[0] == '\0'
      || column->n_around + column->n_missing < loader->table->n_rows)
    return PST_OK;
  column->unit = pst_arena_string(&loader->table->arena, column->sign);
  return column->unit == NULL ? pst_fail_memory(error) : PST_OK;
}

/* What a column of any kind is. */
static enum pst_status settle_any(struct pst_loader *loader, size_t i, struct pst_error *error)
{
  struct pst_loader_asked *asked = &loader->asked[i];
  struct pst_column *column = &loader->table->columns[i];
  const struct pst_cell_rules rules = rules_of(loader, asked);
  bool settled;
  enum pst_status status = pst_plain_numbers_settle(loader, i, &settled, error);

  if (status != PST_OK || settled)
    return status;
  if (column->arrays.texts.beyond != NULL)
    return pst_loader_settle_closed(loader, i, error);
  status = pst_loader_settle_texts(loader, i, error);
  if (status == PST_OK)
    status = pst_cell_settle(column, loader->table->n_rows, is_text(loader, asked), &rules, error);
  if (status == PST_OK && !is_text(loader, asked))
    status = pst_loader_settle_any(loader, i, error);
  if (status == PST_OK && loader->table->partial)
    status = settle_as_before(loader, asked, column, error);
  return status;
}

static enum pst_status settle_as_wanted(struct pst_loader *loader, size_t i,
                                        struct pst_error *error)
{
  switch (loader->asked[i].want) {
  case PST_WANT_ANY:
    return settle_any(loader, i, error);
  case PST_WANT_TEXT:
    return pst_loader_settle_texts(loader, i, error);
  case PST_WANT_TIME:
    return pst_loader_settle_times(loader, i, error);
  case PST_WANT_NUMBER:
    break;
  }
  return PST_OK;
}

enum pst_status pst_loader_settle(struct pst_loader *loader, struct pst_error *error)
{
  struct pst_table *table = loader->table;
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < loader->n_asked && status == PST_OK; i++) {
    struct pst_column *column = &table->columns[i];

    status = settle_as_wanted(loader, i, error);
    if (status == PST_OK && column->type == PST_COLUMN_NUMBER)
      status = note_signs(loader, &loader->asked[i], column, error);
    if (column->type == PST_COLUMN_NUMBER && !table->partial)
      tighten_bounds(column, table->n_rows);
  }
  return status;
}
