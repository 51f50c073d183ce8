/* hoist.c -- columns that say the same in all rows, or in blocks of them, moved above. */
#include "report/view/fit.h"

#include <string.h>

static size_t count_shown(const struct pst_view *view)
{
  size_t count = 0;

  for (size_t j = 0; j < view->n_columns; j++)
    count += view->columns[j].state == PST_SHOWN;
  return count;
}

static bool is_constant(const struct pst_view *view, const struct pst_view_column *column)
{
  for (size_t i = 0; i < view->n_rows; i++)
    if (column->cells[i][0] == '\0' || strcmp(column->cells[i], column->cells[0]) != 0)
      return false;
  return view->n_rows > 0;
}

/* "NAME: VALUE", or "NAME of TERM: VALUE". */
static void add_fact(struct pst_view *view, const char *name, const char *term, const char *value)
{
  struct pst_buffer fact = {.data = NULL};

  pst_buffer_printf(&fact, "%s%s%s: %s", name, term == NULL ? "" : " of ", term == NULL ? "" : term,
                    value);
  view->facts[view->n_facts++] = pst_view_keep(view, &fact);
  pst_buffer_free(&fact);
}

/* A label may stand above a single row; anything else is a constant only if there are two. */
static bool may_hoist(const struct pst_view *view, const struct pst_view_column *column)
{
  if (column->role == PST_ROLE_LABEL || column->role == PST_ROLE_UNIT)
    return true;
  return view->n_rows > 1 && (column->text || column->whole)
         && (column->role == PST_ROLE_PLAIN || column->role == PST_ROLE_METHOD
             || column->role == PST_ROLE_TERM);
}

static void hoist_constants(struct pst_view *view)
{
  for (size_t j = 0; j < view->n_columns; j++) {
    struct pst_view_column *column = &view->columns[j];

    if (column->state != PST_SHOWN || !may_hoist(view, column) || count_shown(view) < 2
        || !is_constant(view, column))
      continue;
    column->state = PST_HOISTED;
    add_fact(view, column->head, NULL, column->cells[0]);
  }
}

static struct pst_view_column *find_role(const struct pst_view *view, enum pst_role role)
{
  for (size_t j = 0; j < view->n_columns; j++)
    if (view->columns[j].role == role)
      return &view->columns[j];
  return NULL;
}

/* The first row of each term in FIRST; how many terms, TERMS_MOST + 1 for more, or when a term has
   two units. */
static size_t find_units(const struct pst_view *view, const struct pst_view_column *term,
                         const struct pst_view_column *unit, size_t *first)
{
  size_t count = 0;

  for (size_t i = 0; i < view->n_rows; i++) {
    size_t k = 0;

    while (k < count && strcmp(term->cells[first[k]], term->cells[i]) != 0)
      k++;
    if (k == count && count == PST_TERMS_MOST)
      return PST_TERMS_MOST + 1;
    if (k == count)
      first[count++] = i;
    else if (strcmp(unit->cells[first[k]], unit->cells[i]) != 0)
      return PST_TERMS_MOST + 1;
  }
  return count;
}

/* A slope has a unit and a tau has none: "unit of slope: USD per year". */
static void hoist_units(struct pst_view *view)
{
  struct pst_view_column *term = find_role(view, PST_ROLE_TERM);
  struct pst_view_column *unit = find_role(view, PST_ROLE_UNIT);
  size_t first[PST_TERMS_MOST], count;

  if (term == NULL || unit == NULL || unit->state != PST_SHOWN)
    return;
  count = find_units(view, term, unit, first);
  if (count > PST_TERMS_MOST)
    return;
  unit->state = PST_HOISTED;
  for (size_t k = 0; k < count; k++)
    if (unit->cells[first[k]][0] != '\0')
      add_fact(view, unit->head, term->cells[first[k]], unit->cells[first[k]]);
}

void pst_hoist(struct pst_view *view)
{
  view->facts =
      pst_arena_array(&view->arena, view->n_columns + PST_TERMS_MOST, sizeof *view->facts);
  view->failed = view->failed || view->facts == NULL;
  if (view->failed)
    return;
  hoist_constants(view);
  hoist_units(view);
}

bool pst_view_block_starts(const struct pst_view *view, size_t row)
{
  for (size_t j = 0; row > 0 && j < view->n_columns; j++)
    if (view->columns[j].state == PST_BLOCK
        && strcmp(view->columns[j].cells[row], view->columns[j].cells[row - 1]) != 0)
      return true;
  return row == 0;
}

static void set_blocks(struct pst_view *view, enum pst_role role, enum pst_view_state from,
                       enum pst_view_state to)
{
  for (size_t j = 0; j < view->n_columns; j++)
    if (view->columns[j].role == role && view->columns[j].state == from)
      view->columns[j].state = to;
}

/* Is a block of two rows on average? */
static bool blocks_pay(const struct pst_view *view)
{
  size_t starts = 0;

  for (size_t i = 0; i < view->n_rows; i++)
    starts += pst_view_block_starts(view, i);
  return starts > 1 && starts <= view->n_rows / 2 && count_shown(view) > 0;
}

void pst_view_block_labels(struct pst_view *view)
{
  set_blocks(view, PST_ROLE_LABEL, PST_SHOWN, PST_BLOCK);
  view->blocks = blocks_pay(view);
  if (!view->blocks)
    set_blocks(view, PST_ROLE_LABEL, PST_BLOCK, PST_SHOWN);
}

void pst_view_block_methods(struct pst_view *view)
{
  set_blocks(view, PST_ROLE_METHOD, PST_SHOWN, PST_BLOCK);
  set_blocks(view, PST_ROLE_TERM, PST_SHOWN, PST_BLOCK);
  if (blocks_pay(view)) {
    view->blocks = true;
    return;
  }
  set_blocks(view, PST_ROLE_METHOD, PST_BLOCK, PST_SHOWN);
  set_blocks(view, PST_ROLE_TERM, PST_BLOCK, PST_SHOWN);
}
