/* read_design.c -- --indicators, --structure and --weights: what an index is made of. */
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/number.h"
#include "composite/plan.h"
#include "composite/small_table.h"

static struct pst_composite_settings *settings(struct pst_job *job)
{
  return job->settings;
}

/* --- indicators ------------------------------------------------------------------------------------------ */

static bool allocate(struct pst_job *job, size_t n)
{
  struct pst_composite_design *design = &settings(job)->design;

  design->indicators = pst_arena_array(&job->arena, n + 1, sizeof *design->indicators);
  design->weight = pst_arena_array(&job->arena, n + 1, sizeof *design->weight);
  design->pillar_of = pst_arena_array(&job->arena, n + 1, sizeof *design->pillar_of);
  design->names = pst_arena_array(&job->arena, n + 1, sizeof *design->names);
  return design->indicators != NULL && design->weight != NULL && design->pillar_of != NULL
         && design->names != NULL;
}

static size_t find_indicator(const struct pst_composite_design *design, const char *name)
{
  size_t i = 0;

  while (i < design->count && strcmp(design->indicators[i].name, name) != 0)
    i++;
  return i;
}

/* "-c" is less is better. */
static enum pst_status from_list(struct pst_job *job, struct pst_error *error)
{
  struct pst_composite_settings *s = settings(job);
  struct pst_composite_design *design = &s->design;

  if (!allocate(job, s->indicators.count))
    return pst_fail_memory(error);
  for (size_t i = 0; i < s->indicators.count; i++) {
    const char *text = s->indicators.items[i];
    bool less = text[0] == '-';

    if (find_indicator(design, text + less) < design->count)
      return pst_fail(error, PST_USAGE, "--indicators: '%s' is given twice", text + less);
    design->indicators[design->count] =
        (struct pst_composite_indicator){.name = text + less, .direction = less ? -1 : 1};
    design->weight[design->count++] = 1;
  }
  return PST_OK;
}

/* --- the file of --structure -------------------------------------------------------------------------------- */

enum { INDICATOR, PILLAR, WEIGHT, DIRECTION, COLUMNS };

static size_t pillar_named(struct pst_composite_design *design, const char *name)
{
  size_t p = 0;

  while (p < design->n_pillars && strcmp(design->names[p], name) != 0)
    p++;
  if (p == design->n_pillars)
    design->names[design->n_pillars++] = name;
  return p;
}

/* The number in a cell, or OTHERWISE where there is no such column. */
static double cell(const struct pst_table *table, const struct pst_small_column *column, size_t row,
                   double otherwise)
{
  return column->column == SIZE_MAX ? otherwise
                                    : pst_column_number(&table->columns[column->column], row);
}

static enum pst_status check_row(const struct pst_composite_settings *s,
                                 const struct pst_table *table,
                                 const struct pst_small_column *columns, size_t row,
                                 struct pst_error *error)
{
  double weight = cell(table, &columns[WEIGHT], row, 1);
  double direction = cell(table, &columns[DIRECTION], row, 1);
  const char *what = NULL;

  if (pst_column_missing(&table->columns[columns[INDICATOR].column], row)
      || pst_column_missing(&table->columns[columns[PILLAR].column], row))
    what = "a row needs an indicator and a pillar";
  else if (!(weight >= 0) || isinf(weight))
    what = "a weight is a number from 0 on";
  else if (direction != 1 && direction != -1)
    what = "a direction is 1 (more is better) or -1 (less is better)";
  return what == NULL ? PST_OK
                      : pst_fail_at(error, PST_BAD_DATA, s->structure, pst_table_line(table, row),
                                    "--structure: %s", what);
}

static enum pst_status take_row(struct pst_job *job, const struct pst_table *table,
                                const struct pst_small_column *columns, size_t row,
                                struct pst_error *error)
{
  struct pst_composite_settings *s = settings(job);
  struct pst_composite_design *design = &s->design;
  enum pst_status status = check_row(s, table, columns, row, error);
  const char *name, *pillar;

  if (status != PST_OK)
    return status;
  name = pst_arena_string(&job->arena,
                          pst_column_string(&table->columns[columns[INDICATOR].column], row));
  pillar = pst_arena_string(&job->arena,
                            pst_column_string(&table->columns[columns[PILLAR].column], row));
  if (name == NULL || pillar == NULL)
    return pst_fail_memory(error);
  if (find_indicator(design, name) < design->count)
    return pst_fail_at(error, PST_BAD_DATA, s->structure, pst_table_line(table, row),
                       "--structure: the indicator '%s' stands there twice", name);
  design->indicators[design->count] = (struct pst_composite_indicator){
      .name = name, .direction = (int)cell(table, &columns[DIRECTION], row, 1)};
  design->pillar_of[design->count] = pillar_named(design, pillar);
  design->weight[design->count++] = cell(table, &columns[WEIGHT], row, 1);
  return PST_OK;
}

static enum pst_status from_structure(struct pst_job *job, struct pst_error *error)
{
  struct pst_composite_settings *s = settings(job);
  struct pst_small_column columns[COLUMNS] = {
      [INDICATOR] = {.name = "indicator", .want = PST_WANT_TEXT},
      [PILLAR] = {.name = "pillar", .want = PST_WANT_TEXT},
      [WEIGHT] = {.name = "weight", .want = PST_WANT_NUMBER, .optional = true},
      [DIRECTION] = {.name = "direction", .want = PST_WANT_NUMBER, .optional = true}};
  struct pst_table table = {.n_rows = 0};
  enum pst_status status =
      pst_small_table_read("--structure", s->structure, columns, COLUMNS, &table, error);

  if (status == PST_OK && table.n_rows == 0)
    status = pst_fail(error, PST_BAD_DATA, "--structure: '%s' has no rows", s->structure);
  if (status == PST_OK && !allocate(job, table.n_rows))
    status = pst_fail_memory(error);
  for (size_t r = 0; r < table.n_rows && status == PST_OK; r++)
    status = take_row(job, &table, columns, r, error);
  pst_table_free(&table);
  return status;
}

/* --- weights --------------------------------------------------------------------------------------------------- */

/* What --weights names: the pillars where there are some, else the indicators. */
struct weights {
  const char *what;   /* "pillar" */
  const char **names; /* of all */
  size_t n;
  double *value; /* NaN: not yet given */
};

static enum pst_status set_weight(struct weights *weights, const char *name, double value,
                                  struct pst_error *error)
{
  size_t i = 0;

  while (i < weights->n && strcmp(weights->names[i], name) != 0)
    i++;
  if (i == weights->n) {
    size_t near = pst_text_near(pst_text_of(name), weights->names, weights->n);

    return pst_fail(error, PST_USAGE, "--weights: there is no %s '%s'%s%s%s", weights->what, name,
                    near < weights->n ? "; did you mean '" : "",
                    near < weights->n ? weights->names[near] : "", near < weights->n ? "'?" : "");
  }
  if (!isnan(weights->value[i]))
    return pst_fail(error, PST_USAGE, "--weights: '%s' is given twice", name);
  if (!(value >= 0) || isinf(value))
    return pst_fail(error, PST_USAGE, "--weights: '%s': a weight is a number from 0 on", name);
  weights->value[i] = value;
  return PST_OK;
}

/* a=2,b=1 */
static enum pst_status weights_from_text(struct pst_job *job, struct weights *weights,
                                         struct pst_error *error)
{
  struct pst_list items = {.count = 0};
  enum pst_status status = pst_list_split(&items, &job->arena, settings(job)->weights, error);

  for (size_t i = 0; i < items.count && status == PST_OK; i++) {
    const char *equals = strrchr(items.items[i], '=');
    const char *name;
    double value;

    if (equals == NULL || !pst_number_parse(pst_text_of(equals + 1), NULL, &value, NULL))
      return pst_fail(error, PST_USAGE, "--weights: '%s' is not NAME=NUMBER", items.items[i]);
    name = pst_arena_copy(&job->arena, items.items[i], (size_t)(equals - items.items[i]));
    status = name == NULL ? pst_fail_memory(error) : set_weight(weights, name, value, error);
  }
  return status;
}

static enum pst_status weights_from_file(struct pst_job *job, struct weights *weights,
                                         struct pst_error *error)
{
  struct pst_small_column columns[] = {{.name = weights->what, .want = PST_WANT_TEXT},
                                       {.name = "weight", .want = PST_WANT_NUMBER}};
  struct pst_table table = {.n_rows = 0};
  /* That --weights is a file is not known before: no result may be written over it. */
  enum pst_status status = pst_files_add(&job->files, &job->arena, PST_FILE_READ, "--weights",
                                         settings(job)->weights, error);

  if (status == PST_OK)
    status = pst_files_check(&job->files, error);
  if (status == PST_OK)
    status = pst_small_table_read("--weights", settings(job)->weights, columns, 2, &table, error);

  for (size_t r = 0; r < table.n_rows && status == PST_OK; r++) {
    const struct pst_column *name = &table.columns[columns[0].column];

    if (pst_column_missing(name, r))
      status = pst_fail_at(error, PST_BAD_DATA, settings(job)->weights, pst_table_line(&table, r),
                           "--weights: a row needs a %s", weights->what);
    else
      status = set_weight(weights, pst_column_string(name, r),
                          pst_column_number(&table.columns[columns[1].column], r), error);
  }
  pst_table_free(&table);
  return status;
}

static enum pst_status read_weights(struct pst_job *job, struct weights *weights,
                                    struct pst_error *error)
{
  const char *text = settings(job)->weights;
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < weights->n; i++)
    weights->value[i] = (double)NAN;
  if (strcmp(text, "equal") == 0)
    for (size_t i = 0; i < weights->n; i++)
      weights->value[i] = 1;
  else
    status = strchr(text, '=') != NULL ? weights_from_text(job, weights, error)
                                       : weights_from_file(job, weights, error);
  for (size_t i = 0; i < weights->n && status == PST_OK; i++)
    if (isnan(weights->value[i]))
      return pst_fail(error, PST_USAGE,
                      "--weights: the %s '%s' has none; give every one (0: not in "
                      "the index)",
                      weights->what, weights->names[i]);
  return status;
}

static double sum(const double *x, size_t n)
{
  double total = 0;

  for (size_t i = 0; i < n; i++)
    total += x[i];
  return total;
}

/* Effective weights from those in pillars and of pillars, so that they sum to 1. */
static enum pst_status make_effective(struct pst_job *job, const double *of_pillars,
                                      struct pst_error *error)
{
  struct pst_composite_design *design = &settings(job)->design;
  const struct pst_pillars pillars = {
      .count = design->n_pillars, .weight = of_pillars, .of = design->pillar_of};
  double *effective = pst_arena_array(&job->arena, design->count + 1, sizeof *effective);

  if (effective == NULL)
    return pst_fail_memory(error);
  for (size_t p = 0; p < design->n_pillars; p++) {
    double inside = 0;

    for (size_t k = 0; k < design->count; k++)
      inside += design->pillar_of[k] == p ? design->weight[k] : 0;
    if (inside == 0)
      return pst_fail(error, PST_USAGE, "--structure: the weights in the pillar '%s' are all 0",
                      design->names[p]);
  }
  pst_effective_weights(design->weight, design->count, &pillars, effective);
  design->weight = effective;
  return PST_OK;
}

static enum pst_status weigh(struct pst_job *job, struct pst_error *error)
{
  struct pst_composite_design *design = &settings(job)->design;
  bool flat = design->n_pillars == 0;
  struct weights weights = {.what = flat ? "indicator" : "pillar",
                            .n = flat ? design->count : design->n_pillars};
  enum pst_status status;
  double total;

  weights.names = pst_arena_array(&job->arena, weights.n + 1, sizeof *weights.names);
  weights.value = pst_arena_array(&job->arena, weights.n + 1, sizeof *weights.value);
  if (weights.names == NULL || weights.value == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < weights.n; i++)
    weights.names[i] = flat ? design->indicators[i].name : design->names[i];
  status = read_weights(job, &weights, error);
  if (status != PST_OK)
    return status;
  total = sum(weights.value, weights.n);
  if (total == 0)
    return pst_fail(error, PST_USAGE, "--weights: all are 0");
  if (!flat)
    return make_effective(job, weights.value, error);
  for (size_t k = 0; k < design->count; k++)
    design->weight[k] = weights.value[k] / total;
  return PST_OK;
}

enum pst_status pst_composite_read_design(struct pst_job *job, struct pst_error *error)
{
  const struct pst_composite_settings *s = settings(job);
  enum pst_status status;

  if (s->structure != NULL && s->indicators.count > 0)
    return pst_fail(error, PST_USAGE,
                    "--structure names the indicators already: leave --indicators out");
  if (s->structure == NULL && s->indicators.count == 0)
    return pst_fail(
        error, PST_USAGE,
        "--indicators COL,... is needed (-COL where less is better), or --structure FILE");
  status = s->structure != NULL ? from_structure(job, error) : from_list(job, error);
  if (status == PST_OK && s->design.count < 2)
    return pst_fail(error, PST_USAGE,
                    "an index of one indicator is that indicator: give two or more");
  return status == PST_OK ? weigh(job, error) : status;
}
