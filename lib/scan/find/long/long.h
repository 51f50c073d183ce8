/* long.h -- tables in long form: rows that belong together by what their other key columns say; for this room alone.

   A column of texts or of years is a key.  In a table with a year, a sector and an amount, the rows of one year are a group of
   sectors, and the rows of one sector a group of years. */
#ifndef PST_SCAN_FIND_LONG_LONG_H
#define PST_SCAN_FIND_LONG_LONG_H

#include "scan/find/find.h"

enum { PST_LONG_ROWS_MOST = 5000, PST_LONG_COLUMNS_MOST = 40 };

/* The group of each row of data, from 0, in the order in which they are first met; PST_PAPER_NONE where a key is empty. */
struct pst_long {
  const struct pst_paper_grid *grid;
  const struct pst_paper *paper;
  size_t *group;
  size_t groups;
};

/* pst_long_is_key: COLUMN has texts or years in at least half of its rows, and no other numbers.
   Cost      linear in the rows
   Tested    tests/unit/scan/test_scan.c  */
bool pst_long_is_key(const struct pst_paper *paper, const struct pst_paper_grid *grid,
                     size_t column);

/* pst_long_group: the groups by all key columns but MEMBER and those that only repeat it (a code beside a name).
   Returned  false when the table is too large, or memory is out
   Cost      rows times groups
   Tested    tests/unit/scan/test_scan.c  */
bool pst_long_group(struct pst_scan *scan, const struct pst_paper *paper,
                    const struct pst_paper_grid *grid, size_t member, struct pst_long *out);

/* pst_long_is_repeated: MEMBER has a text that stands in more than one row: that of a table in long form. */
bool pst_long_is_repeated(const struct pst_paper *paper, const struct pst_paper_grid *grid,
                          size_t member);

/* pst_find_long_totals, pst_find_long_ranks, pst_find_long_changes: what must agree within groups: a row called total and
   its parts, shares that add to 100; ranks and the values beside them; a column of changes and the row before. */
void pst_find_long_totals(struct pst_scan *scan, const struct pst_paper *paper,
                          const struct pst_paper_grid *grid);
void pst_find_long_ranks(struct pst_scan *scan, const struct pst_paper *paper,
                         const struct pst_paper_grid *grid);
void pst_find_long_changes(struct pst_scan *scan, const struct pst_paper *paper,
                           const struct pst_paper_grid *grid);

#endif
