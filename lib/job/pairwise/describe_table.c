/* describe_table.c -- the statistics of describe as people read them: a column a term. */
#include "job/pairwise/describe_table.h"

#include <string.h>

#include "job/emit.h"

static const char *const main_terms[] = {"n",     "missing", "bounded", "mean", "sd",      "min",
                                         "q0.25", "median",  "q0.75",   "max",  "distinct"};

bool pst_describe_main_term(const char *term)
{
  for (size_t i = 0; i < sizeof main_terms / sizeof *main_terms; i++)
    if (strcmp(main_terms[i], term) == 0)
      return true;
  return false;
}

static const char *type_name(const struct pst_column *column)
{
  if (column->type == PST_COLUMN_TEXT)
    return "text";
  return column->type == PST_COLUMN_NUMBER ? "number" : pst_period_name(column->period);
}

static size_t column_of(const struct pst_grid *grid, const char *name)
{
  size_t c = 0;

  while (c < grid->n_columns && strcmp(grid->columns[c].name, name) != 0)
    c++;
  return c;
}

static bool counts_things(const char *term)
{
  return strcmp(term, "n") == 0 || strcmp(term, "missing") == 0 || strcmp(term, "bounded") == 0
         || strcmp(term, "distinct") == 0;
}

static bool occurs(const struct pst_pairs *pairs, const char *term)
{
  for (size_t u = 0; u < pairs->n_units; u++)
    if (pst_estimates_find(&pairs->units[u].estimates, "describe", term) != NULL)
      return true;
  return false;
}

/* Quartiles are the first to go when the terminal is narrow. */
static enum pst_status add_term(struct pst_grid *grid, const char *term, struct pst_error *error)
{
  bool quartile = strcmp(term, "q0.25") == 0 || strcmp(term, "q0.75") == 0;
  const struct pst_grid_column spec = {.name = term,
                                       .role = quartile ? PST_ROLE_MINOR : PST_ROLE_PLAIN,
                                       .kind = counts_things(term) ? PST_CELL_INTEGER
                                                                   : PST_CELL_NUMBER};

  return column_of(grid, term) < grid->n_columns ? PST_OK : pst_grid_add_column(grid, &spec, error);
}

/* A column for each term that occurs: the usual ones in their order, then those that were asked for. */
static enum pst_status wide_columns(const struct pst_pairs *pairs, const char *const *names,
                                    struct pst_grid *grid, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t k = 0; k < pairs->groups->n_keys && status == PST_OK; k++)
    status = pst_grid_add_column(
        grid, &(struct pst_grid_column){.name = names[k], .role = PST_ROLE_LABEL}, error);
  if (status == PST_OK)
    status = pst_grid_add_column(grid, &(struct pst_grid_column){.name = "variable"}, error);
  if (status == PST_OK)
    status = pst_grid_add_column(
        grid, &(struct pst_grid_column){.name = "type", .role = PST_ROLE_MINOR}, error);
  for (size_t t = 0; t < sizeof main_terms / sizeof *main_terms && status == PST_OK; t++)
    if (occurs(pairs, main_terms[t]))
      status = add_term(grid, main_terms[t], error);
  for (size_t u = 0; u < pairs->n_units; u++)
    for (size_t i = 0; i < pairs->units[u].estimates.count && status == PST_OK; i++)
      status = add_term(grid, pairs->units[u].estimates.items[i].term, error);
  return status;
}

static enum pst_status wide_row(struct pst_job *job, const struct pst_pairs *pairs, size_t u,
                                struct pst_grid *grid, struct pst_error *error)
{
  const struct pst_pair_unit *unit = &pairs->units[u];
  const struct pst_column_pair *pair = &pairs->pairs[unit->pair];
  size_t keys = pairs->groups->n_keys;

  if (pst_grid_add_row(grid, error) != PST_OK)
    return error->status;
  for (size_t k = 0; k < keys; k++)
    pst_grid_set_text(grid, u, k, pairs->groups->keys[unit->group * keys + k]);
  pst_grid_set_text(grid, u, keys, pair->y_name);
  pst_grid_set_text(grid, u, keys + 1, type_name(&job->table.columns[pair->y]));
  for (size_t i = 0; i < unit->estimates.count; i++)
    pst_grid_set_number(grid, u, column_of(grid, unit->estimates.items[i].term),
                        unit->estimates.items[i].estimate);
  return PST_OK;
}

enum pst_status pst_describe_table(struct pst_job *job, const struct pst_pairs *pairs,
                                   const char *const *names, struct pst_error *error)
{
  struct pst_grid grid = {.n_rows = 0};
  enum pst_status status;

  if (!job->options.given.digits)
    job->options.digits = 5;
  status = wide_columns(pairs, names, &grid, error);

  for (size_t u = 0; u < pairs->n_units && status == PST_OK; u++)
    status = wide_row(job, pairs, u, &grid, error);
  if (status == PST_OK)
    status = pst_job_emit(job, &grid, error);
  pst_grid_free(&grid);
  return status;
}
