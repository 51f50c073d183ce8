/* long.c -- the groups of rows of a table in long form. */
#include "scan/find/long/long.h"

enum { GROUPS_MOST = 1000 };

static bool same_cell(const struct pst_paper *paper, const struct pst_paper_grid *grid, size_t a,
                      size_t b, size_t column)
{
  return pst_text_equal(pst_text_trim(pst_paper_grid_own(paper, grid, a, column)),
                        pst_text_trim(pst_paper_grid_own(paper, grid, b, column)));
}

bool pst_long_is_key(const struct pst_paper *paper, const struct pst_paper_grid *grid,
                     size_t column)
{
  size_t filled = 0;

  if (pst_paper_grid_numbers(paper, grid, column) > 0)
    return false;
  for (size_t r = grid->header_rows; r < grid->rows; r++)
    filled += pst_paper_grid_at(grid, r, column)->size > 0;
  return 2 * filled >= grid->rows - grid->header_rows;
}

bool pst_long_is_repeated(const struct pst_paper *paper, const struct pst_paper_grid *grid,
                          size_t member)
{
  for (size_t r = grid->header_rows + 1; r < grid->rows; r++)
    if (same_cell(paper, grid, grid->header_rows, r, member))
      return true;
  return false;
}

/* Where MEMBER has the same text, so has COLUMN: it says nothing more. */
static bool repeats(const struct pst_paper *paper, const struct pst_paper_grid *grid, size_t column,
                    size_t member)
{
  bool told = false;

  for (size_t r = grid->header_rows; r < grid->rows; r++)
    for (size_t before = grid->header_rows; before < r; before++)
      if (same_cell(paper, grid, before, r, member)) {
        if (!same_cell(paper, grid, before, r, column))
          return false;
        told = true;
        break; /* the rows before it were held against each other */
      }
  return told;
}

/* The columns that tell groups apart; how many. */
static size_t read_keys(const struct pst_paper *paper, const struct pst_paper_grid *grid,
                        size_t member, size_t *keys)
{
  size_t count = 0;

  for (size_t c = 0; c < grid->columns; c++)
    if (c != member && pst_long_is_key(paper, grid, c) && !repeats(paper, grid, c, member))
      keys[count++] = c;
  return count;
}

static bool same_keys(const struct pst_long *l, size_t a, size_t b, const size_t *keys,
                      size_t count)
{
  for (size_t k = 0; k < count; k++)
    if (!same_cell(l->paper, l->grid, a, b, keys[k]))
      return false;
  return true;
}

static bool has_keys(const struct pst_long *l, size_t row, const size_t *keys, size_t count)
{
  for (size_t k = 0; k < count; k++)
    if (pst_text_trim(pst_paper_grid_own(l->paper, l->grid, row, keys[k])).size == 0)
      return false;
  return true;
}

bool pst_long_group(struct pst_scan *scan, const struct pst_paper *paper,
                    const struct pst_paper_grid *grid, size_t member, struct pst_long *out)
{
  size_t keys[PST_LONG_COLUMNS_MOST], count, *first;

  *out = (struct pst_long){.grid = grid, .paper = paper};
  if (grid->header_rows == 0 || grid->rows > PST_LONG_ROWS_MOST
      || grid->columns > PST_LONG_COLUMNS_MOST)
    return false;
  count = read_keys(paper, grid, member, keys);
  out->group = pst_arena_array(&scan->arena, grid->rows + 1, sizeof *out->group);
  first = pst_arena_array(&scan->arena, GROUPS_MOST, sizeof *first);
  if (out->group == NULL || first == NULL)
    return scan->failed = true, false;
  for (size_t r = 0; r < grid->rows; r++) {
    size_t g = 0;

    out->group[r] = PST_PAPER_NONE;
    if (r < grid->header_rows || !has_keys(out, r, keys, count))
      continue;
    while (g < out->groups && !same_keys(out, first[g], r, keys, count))
      g++;
    if (g == GROUPS_MOST)
      return false;
    if (g == out->groups)
      first[out->groups++] = r;
    out->group[r] = g;
  }
  return out->groups > 0;
}
