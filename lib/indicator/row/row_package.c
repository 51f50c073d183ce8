/* row_package.c -- --package: the units of the table of kinds, beside it. */
#include <jansson.h>
#include <stdbool.h>
#include <string.h>

#include "indicator/row/row_table.h"
#include "package/package.h"
#include "report/grid.h"

/* Which kind NAME is the column of; NULL for none. */
static const struct pst_row_column *find(const struct pst_row_columns *columns, const char *name)
{
  for (size_t c = 0; c < columns->count; c++)
    if (strcmp(columns->list[c].name, name) == 0)
      return &columns->list[c];
  return NULL;
}

/* The column of the input of that name. */
static const struct pst_column *input(const struct pst_job *job, const char *name)
{
  for (size_t i = 0; i < job->n_roles; i++)
    if (strcmp(job->table.columns[job->roles[i].column].name, name) == 0)
      return &job->table.columns[job->roles[i].column];
  return NULL;
}

/* Numbers that may be bounds are "any" for others, and bounded for polstat; so are periods. */
static void set_type(json_t *field, const char *type, const char *ours, bool *good)
{
  pst_package_set(field, "type", json_string(type), good);
  if (ours != NULL)
    pst_package_set(field, "polstat:type", json_string(ours), good);
}

static void type_of(json_t *field, const struct pst_grid_column *column, bool kind,
                    const struct pst_column *from, bool *good)
{
  bool number = kind || (from != NULL && from->type == PST_COLUMN_NUMBER);

  if (column->kind != PST_CELL_TEXT)
    set_type(field, "number", NULL, good);
  else if (number)
    set_type(field, "any", "bounded", good);
  else if (from != NULL && from->type == PST_COLUMN_TIME && from->period == PST_PERIOD_YEAR)
    set_type(field, "year", NULL, good);
  else if (from != NULL && from->type == PST_COLUMN_TIME && from->period != PST_PERIOD_NONE)
    set_type(field, "any", "period", good);
  else
    set_type(field, from != NULL && from->type == PST_COLUMN_TIME ? "number" : "string", NULL,
             good);
}

static json_t *make_field(const struct pst_job *job, const struct pst_row_columns *columns,
                          const struct pst_grid_column *column, bool *good)
{
  const struct pst_row_column *kind = find(columns, column->name);
  const struct pst_column *from = kind != NULL ? NULL : input(job, column->name);
  json_t *field = json_pack("{s:s}", "name", column->name);

  type_of(field, column, kind != NULL, from, good);
  if (kind != NULL)
    pst_package_set(field, "title",
                    json_sprintf("%s: %s", kind->y->title == NULL ? kind->y->name : kind->y->title,
                                 kind->ask->text),
                    good);
  else if (from != NULL && from->title != NULL)
    pst_package_set(field, "title", json_string(from->title), good);
  if (column->unit != NULL)
    pst_package_set(field, "unit", json_string(column->unit), good);
  return field;
}

enum pst_status pst_row_package(struct pst_job *job, const struct pst_row_columns *columns,
                                const struct pst_grid *grid, struct pst_package *package,
                                struct pst_error *error)
{
  json_t *fields = json_array(), *resource;
  bool good = true;

  for (size_t c = 0; c < grid->n_columns; c++)
    pst_package_set(fields, NULL, make_field(job, columns, &grid->columns[c], &good), &good);
  resource = pst_package_resource(job->options.output, fields);
  if (!good) {
    json_decref(resource);
    resource = NULL;
  }
  return pst_package_begin(package, job->options.output, resource, error);
}
