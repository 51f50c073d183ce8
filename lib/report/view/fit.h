/* fit.h -- make a view fit the width of a terminal, in steps that say what they did.

   All     Given     a view that pst_view_make made, of any width
           Returned  the state of each column, and the facts, in VIEW; VIEW->failed when memory is out
           Cost      O(cells), for each column that is shortened anew
           Tested    test_report_fit.c, by way of report.h  */
#ifndef PST_REPORT_VIEW_FIT_H
#define PST_REPORT_VIEW_FIT_H

#include "report/view/view.h"

enum {
  PST_GAP = 2,       /* blanks between columns */
  PST_INDENT = 2,    /* of rows below the line of their block */
  PST_TERMS_MOST = 8 /* whose units may stand above the table */
};

/* pst_fit_view: in this order, until VIEW is at most WIDTH wide:
   1. what never changes, and the unit of each term, becomes a fact above the table
   2. labels stand above the block of rows that share them, if blocks have two rows on average
   3. minor columns are left out, then the methods of p-values become letters
   4. texts are shortened to 20 columns, the unit is left out
   5. method and term stand above the block of rows that share them, as labels do; texts are shortened to 12
   6. of records, intervals get three digits, how many rows each has is left out, texts are shortened to 8
   7. adjusted p-values, then any column from the right is left out, save the first one and the
      marks of footnotes; what fits after all comes back
   Returned  true when a cell was shortened; the state of each column  */
bool pst_fit_view(struct pst_view *view, size_t width);

/* pst_view_shown_width: what the shown columns take with indent and gaps. */
size_t pst_view_shown_width(const struct pst_view *view);

/* pst_hoist, pst_view_block_labels, pst_view_block_methods: the steps 1, 2 and 5 (hoist.c). */
void pst_hoist(struct pst_view *view);
void pst_view_block_labels(struct pst_view *view);
void pst_view_block_methods(struct pst_view *view);

/* pst_view_block_starts: is ROW the first of its block? */
bool pst_view_block_starts(const struct pst_view *view, size_t row);

#endif
