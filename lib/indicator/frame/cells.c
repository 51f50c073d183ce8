/* cells.c -- columns of numbers that may be bounds, for each sort of format. */
#include "indicator/frame/cells.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "job/emit.h"

static bool any_bounds(const struct pst_bounds *cells, size_t n)
{
  for (size_t i = 0; i < n; i++)
    if (!isnan(cells[i].low) && !pst_bounds_is_point(&cells[i]))
      return true;
  return false;
}

static enum pst_status add_numbers(struct pst_grid *grid, const struct pst_grid_column *spec,
                                   const struct pst_bounds *cells, struct pst_error *error)
{
  enum pst_status status = pst_grid_add_column(grid, spec, error);

  for (size_t i = 0; i < grid->n_rows && status == PST_OK; i++)
    if (pst_bounds_is_point(&cells[i]))
      pst_grid_set_number(grid, i, grid->n_columns - 1, cells[i].low);
  return status;
}

/* An end of bounds that are no points. */
static enum pst_status add_ends(struct pst_grid *grid, const struct pst_grid_column *spec,
                                bool high, const struct pst_bounds *cells, struct pst_error *error)
{
  struct pst_grid_column column = *spec;
  enum pst_status status;

  column.name = pst_arena_format(&grid->texts, "%s_%s", spec->name, high ? "high" : "low");
  if (column.name == NULL)
    return pst_fail_memory(error);
  status = pst_grid_add_column(grid, &column, error);
  for (size_t i = 0; i < grid->n_rows && status == PST_OK; i++)
    if (!isnan(cells[i].low))
      pst_grid_set_number(grid, i, grid->n_columns - 1, high ? cells[i].high : cells[i].low);
  return status;
}

/* For people: rounded, and ends that round to one number stand as it. */
static void print_people(char text[PST_BOUNDS_SIZE], const struct pst_bounds *cell, int digits)
{
  struct pst_bounds shown = *cell;
  char number[PST_NUMBER_SIZE];
  double *const ends[] = {&shown.low, &shown.high};

  for (size_t e = 0; e < 2; e++) {
    if (isinf(*ends[e]))
      continue;
    pst_number_print_digits(number, *ends[e], digits);
    pst_number_parse(pst_text_of(number), NULL, ends[e], NULL);
  }
  if (shown.low == shown.high)
    strcpy(text, number);
  else
    pst_bounds_print(text, &shown);
}

static enum pst_status add_texts(struct pst_job *job, struct pst_grid *grid,
                                 const struct pst_grid_column *spec, const struct pst_bounds *cells,
                                 struct pst_error *error)
{
  struct pst_grid_column column = *spec;
  bool people = pst_job_format(job)->for_people;
  int digits = job->options.given.digits ? (int)job->options.digits : 6;
  enum pst_status status;
  char text[PST_BOUNDS_SIZE];

  column.kind = PST_CELL_TEXT;
  column.align = PST_ALIGN_RIGHT;
  status = pst_grid_add_column(grid, &column, error);
  for (size_t i = 0; i < grid->n_rows && status == PST_OK; i++) {
    if (isnan(cells[i].low) || (isinf(cells[i].low) && isinf(cells[i].high)))
      continue;
    if (people)
      print_people(text, &cells[i], digits);
    else if (pst_bounds_is_point(&cells[i]))
      pst_number_print(text, cells[i].low);
    else
      pst_bounds_print(text, &cells[i]);
    status = pst_grid_copy_text(grid, i, grid->n_columns - 1, text, error);
  }
  return status;
}

enum pst_status pst_indicator_add_cells(struct pst_job *job, struct pst_grid *grid,
                                        const struct pst_grid_column *spec,
                                        const struct pst_bounds *cells, struct pst_error *error)
{
  bool json = strncmp(pst_job_format(job)->name, "json", 4) == 0;
  enum pst_status status;

  if (any_bounds(cells, grid->n_rows) && !json)
    return add_texts(job, grid, spec, cells, error);
  status = add_numbers(grid, spec, cells, error);
  if (status == PST_OK && any_bounds(cells, grid->n_rows)) {
    status = add_ends(grid, spec, false, cells, error);
    if (status == PST_OK)
      status = add_ends(grid, spec, true, cells, error);
  }
  return status;
}

static bool is_taken(const struct pst_grid *grid, const char *name, const char *const *own)
{
  for (size_t c = 0; c < grid->n_columns; c++)
    if (strcmp(grid->columns[c].name, name) == 0)
      return true;
  for (size_t i = 0; own != NULL && own[i] != NULL; i++)
    if (strcmp(own[i], name) == 0)
      return true;
  return false;
}

enum pst_status pst_indicator_add_label(struct pst_grid *grid, const char *name, enum pst_role role,
                                        const char *const *own, struct pst_error *error)
{
  struct pst_grid_column column = {.name = name, .role = role};

  while (column.name != NULL && is_taken(grid, column.name, own))
    column.name = pst_arena_format(&grid->texts, "group_%s", column.name);
  return column.name == NULL ? pst_fail_memory(error) : pst_grid_add_column(grid, &column, error);
}

enum pst_status pst_indicator_copy_column(const struct pst_grid *from, size_t c,
                                          struct pst_grid *to, struct pst_error *error)
{
  enum pst_status status = pst_grid_add_column(to, &from->columns[c], error);

  for (size_t r = 0; r < from->n_rows && status == PST_OK; r++)
    if (from->columns[c].kind == PST_CELL_TEXT)
      pst_grid_set_text(to, r, to->n_columns - 1, from->columns[c].cells.texts[r]);
    else
      pst_grid_set_number(to, r, to->n_columns - 1, from->columns[c].cells.numbers[r]);
  return status;
}
