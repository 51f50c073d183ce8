/* long_tables.c -- all that is looked for in a table in long form. */
#include "scan/find/finders.h"
#include "scan/find/long/long.h"

void pst_find_long(struct pst_scan *scan, const struct pst_paper *paper,
                   const struct pst_paper_grid *grid)
{
  if (grid->header_rows == 0 || grid->rows - grid->header_rows < 4
      || grid->rows > PST_LONG_ROWS_MOST || grid->columns > PST_LONG_COLUMNS_MOST)
    return;
  pst_find_long_totals(scan, paper, grid);
  pst_find_long_ranks(scan, paper, grid);
  pst_find_long_changes(scan, paper, grid);
}
