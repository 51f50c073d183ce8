/* grid.c -- what finders ask of a table. */
#include "scan/find/find.h"

const struct pst_paper_cell *pst_paper_grid_at(const struct pst_paper_grid *grid, size_t row,
                                               size_t column)
{
  return &grid->cells[row * grid->columns + column];
}

const struct pst_mention *pst_paper_grid_main(const struct pst_paper *paper,
                                              const struct pst_paper_grid *grid, size_t row,
                                              size_t column)
{
  size_t main = pst_paper_grid_at(grid, row, column)->main;

  return main == PST_PAPER_NONE || paper->mentions[main].year ? NULL : &paper->mentions[main];
}

struct pst_text pst_paper_grid_own(const struct pst_paper *paper, const struct pst_paper_grid *grid,
                                   size_t row, size_t column)
{
  const struct pst_paper_cell *cell = pst_paper_grid_at(grid, row, column);

  return pst_paper_slice(paper, cell->at, cell->at + cell->size);
}

struct pst_text pst_paper_grid_label(const struct pst_paper *paper,
                                     const struct pst_paper_grid *grid, size_t row, size_t column)
{
  struct pst_text own = pst_paper_grid_own(paper, grid, row, column);

  if (row + 1 < grid->header_rows)
    while (own.size == 0 && column > 1)
      own = pst_paper_grid_own(paper, grid, row, --column);
  return own;
}

bool pst_paper_grid_says(const struct pst_paper *paper, const struct pst_paper_grid *grid,
                         size_t column, const char *words)
{
  for (size_t r = 0; r < grid->header_rows; r++)
    if (pst_paper_says(pst_paper_grid_label(paper, grid, r, column), words))
      return true;
  return false;
}

bool pst_paper_grid_titled(const struct pst_paper *paper, const struct pst_paper_grid *grid,
                           const char *words)
{
  for (size_t c = 0; c < grid->columns; c++)
    if (pst_paper_grid_says(paper, grid, c, words))
      return true;
  if (grid->before == PST_PAPER_NONE)
    return false;
  return pst_paper_says(
      pst_paper_slice(paper, paper->sentences[grid->before].at, paper->sentences[grid->before].end),
      words);
}

size_t pst_paper_grid_numbers(const struct pst_paper *paper, const struct pst_paper_grid *grid,
                              size_t column)
{
  size_t count = 0;

  for (size_t r = grid->header_rows; r < grid->rows; r++)
    count += pst_paper_grid_main(paper, grid, r, column) != NULL;
  return count;
}

void pst_paper_grid_row(const struct pst_paper_grid *grid, size_t row, size_t *at, size_t *end)
{
  *at = *end = 0;
  for (size_t c = 0; c < grid->columns; c++) {
    const struct pst_paper_cell *cell = pst_paper_grid_at(grid, row, c);

    if (cell->size == 0)
      continue;
    *at = *end == 0 ? cell->at : *at;
    *end = cell->at + cell->size;
  }
}
