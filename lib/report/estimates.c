/* estimates.c -- estimate records as a grid, the same columns for every program. */
#include "report/estimates.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

static const struct pst_grid_column keys[PST_KEYS] = {
    [PST_KEY_VARIABLE] = {.name = "variable", .role = PST_ROLE_LABEL},
    [PST_KEY_AGAINST] = {.name = "against", .role = PST_ROLE_LABEL},
    [PST_KEY_METHOD] = {.name = "method", .role = PST_ROLE_METHOD},
    [PST_KEY_TERM] = {.name = "term", .role = PST_ROLE_TERM},
    [PST_KEY_N] = {.name = "n", .kind = PST_CELL_INTEGER},
    [PST_KEY_ESTIMATE] = {.name = "estimate", .kind = PST_CELL_NUMBER},
    [PST_KEY_STD_ERROR] = {.name = "std_error", .kind = PST_CELL_NUMBER, .role = PST_ROLE_MINOR},
    [PST_KEY_CONF_LOW] = {.name = "conf_low", .kind = PST_CELL_NUMBER, .role = PST_ROLE_CONF_LOW},
    [PST_KEY_CONF_HIGH] = {.name = "conf_high",
                           .kind = PST_CELL_NUMBER,
                           .role = PST_ROLE_CONF_HIGH},
    [PST_KEY_STATISTIC] = {.name = "statistic", .kind = PST_CELL_NUMBER, .role = PST_ROLE_MINOR},
    [PST_KEY_DF] = {.name = "df", .kind = PST_CELL_NUMBER, .role = PST_ROLE_MINOR},
    [PST_KEY_P_VALUE] = {.name = "p_value", .kind = PST_CELL_NUMBER, .role = PST_ROLE_P_VALUE},
    [PST_KEY_P_METHOD] = {.name = "p_method", .role = PST_ROLE_P_METHOD},
    [PST_KEY_P_ADJUSTED] = {.name = "p_adjusted",
                            .kind = PST_CELL_NUMBER,
                            .role = PST_ROLE_P_ADJUSTED},
    [PST_KEY_LEAST] = {.name = "least", .kind = PST_CELL_NUMBER, .role = PST_ROLE_LEAST},
    [PST_KEY_GREATEST] = {.name = "greatest", .kind = PST_CELL_NUMBER, .role = PST_ROLE_GREATEST},
    [PST_KEY_SIGN] = {.name = "sign"},
    [PST_KEY_P_LEAST] = {.name = "p_least", .kind = PST_CELL_NUMBER, .role = PST_ROLE_MINOR},
    [PST_KEY_P_GREATEST] = {.name = "p_greatest", .kind = PST_CELL_NUMBER, .role = PST_ROLE_MINOR},
    [PST_KEY_SIGNIFICANCE] = {.name = "significance"},
    [PST_KEY_FOUND_BY] = {.name = "found_by"},
    [PST_KEY_UNIT] = {.name = "unit", .role = PST_ROLE_UNIT},
    [PST_KEY_NOTE] = {.name = "note", .role = PST_ROLE_NOTE},
};

static bool is_of_leeway(size_t key)
{
  return key >= PST_KEY_LEAST && key <= PST_KEY_FOUND_BY;
}

/* Those of leeway are names of a record where it has them. */
static bool is_key(const char *name, unsigned mask)
{
  for (size_t key = 0; key < PST_KEYS; key++)
    if (strcmp(name, keys[key].name) == 0)
      return !is_of_leeway(key) || (mask & PST_WITH_LEEWAY) != 0;
  return false;
}

/* Is NAME a group column but the I-th, or one that was renamed before? */
static bool is_taken(const struct pst_grid *grid, const char *const *groups, size_t n_groups,
                     size_t i, const char *name)
{
  for (size_t j = 0; j < n_groups; j++)
    if (j != i && strcmp(name, groups[j]) == 0)
      return true;
  for (size_t j = 0; j < i; j++)
    if (strcmp(name, grid->columns[j].name) == 0)
      return true;
  return false;
}

/* Two group columns of one name: the last keeps it. */
static bool stands_later(const char *const *groups, size_t n_groups, size_t i)
{
  for (size_t j = i + 1; j < n_groups; j++)
    if (strcmp(groups[j], groups[i]) == 0)
      return true;
  return false;
}

static enum pst_status add_group(struct pst_grid *grid, const char *const *groups, size_t n_groups,
                                 size_t i, unsigned mask, struct pst_error *error)
{
  struct pst_grid_column column = {.name = groups[i], .role = PST_ROLE_LABEL};

  if (is_key(column.name, mask) || stands_later(groups, n_groups, i))
    do
      column.name = pst_arena_format(&grid->texts, "group_%s", column.name);
    while (column.name != NULL
           && (is_key(column.name, mask) || is_taken(grid, groups, n_groups, i, column.name)));
  if (column.name == NULL)
    return pst_fail_memory(error);
  return pst_grid_add_column(grid, &column, error);
}

enum pst_status pst_estimate_grid_begin(struct pst_estimate_grid *out, const char *const *groups,
                                        size_t n_groups, unsigned left_out, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  out->n_groups = n_groups;
  for (size_t i = 0; status == PST_OK && i < n_groups; i++)
    status = add_group(&out->grid, groups, n_groups, i, left_out, error);
  for (size_t key = 0; status == PST_OK && key < PST_KEYS; key++) {
    out->column[key] = SIZE_MAX;
    if ((left_out >> key & 1) != 0 || (is_of_leeway(key) && (left_out & PST_WITH_LEEWAY) == 0))
      continue;
    out->column[key] = out->grid.n_columns;
    status = pst_grid_add_column(&out->grid, &keys[key], error);
  }
  return status;
}

static void set_text(struct pst_estimate_grid *out, enum pst_key key, const char *text)
{
  if (out->column[key] != SIZE_MAX)
    pst_grid_set_text(&out->grid, out->grid.n_rows - 1, out->column[key], text);
}

static void set_number(struct pst_estimate_grid *out, enum pst_key key, double value)
{
  if (out->column[key] != SIZE_MAX)
    pst_grid_set_number(&out->grid, out->grid.n_rows - 1, out->column[key], value);
}

static void set_record(struct pst_estimate_grid *out, const struct pst_estimate *e)
{
  set_text(out, PST_KEY_METHOD, e->method);
  set_text(out, PST_KEY_TERM, e->term);
  set_number(out, PST_KEY_N, (double)e->n);
  set_number(out, PST_KEY_ESTIMATE, e->estimate);
  set_number(out, PST_KEY_STD_ERROR, e->std_error);
  set_number(out, PST_KEY_CONF_LOW, e->conf_low);
  set_number(out, PST_KEY_CONF_HIGH, e->conf_high);
  set_number(out, PST_KEY_STATISTIC, e->statistic);
  set_number(out, PST_KEY_DF, e->df);
  set_number(out, PST_KEY_P_VALUE, e->p_value);
  set_text(out, PST_KEY_P_METHOD, e->p_method);
  set_number(out, PST_KEY_P_ADJUSTED, e->p_adjusted);
  set_number(out, PST_KEY_LEAST, e->least);
  set_number(out, PST_KEY_GREATEST, e->greatest);
  set_text(out, PST_KEY_SIGN, e->sign);
  set_number(out, PST_KEY_P_LEAST, e->p_least);
  set_number(out, PST_KEY_P_GREATEST, e->p_greatest);
  set_text(out, PST_KEY_SIGNIFICANCE, e->significance);
  set_text(out, PST_KEY_FOUND_BY, e->found_by);
  set_text(out, PST_KEY_UNIT, e->unit);
  set_text(out, PST_KEY_NOTE, e->note);
}

enum pst_status pst_estimate_grid_add(struct pst_estimate_grid *out,
                                      const struct pst_subject *subject,
                                      const struct pst_estimate *estimates, size_t n,
                                      struct pst_error *error)
{
  for (size_t i = 0; i < n; i++) {
    enum pst_status status = pst_grid_add_row(&out->grid, error);

    if (status != PST_OK)
      return status;
    for (size_t j = 0; j < out->n_groups; j++)
      pst_grid_set_text(&out->grid, out->grid.n_rows - 1, j, subject->groups[j]);
    set_text(out, PST_KEY_VARIABLE, subject->variable);
    set_text(out, PST_KEY_AGAINST, subject->against);
    set_record(out, &estimates[i]);
  }
  return PST_OK;
}

void pst_estimate_grid_free(struct pst_estimate_grid *out)
{
  pst_grid_free(&out->grid);
  *out = (struct pst_estimate_grid){.n_groups = 0};
}
