/* uncolumn.h -- text that was set in two columns: read one below the other. */
#ifndef PST_PAPER_UNCOLUMN_H
#define PST_PAPER_UNCOLUMN_H

#include "paper/paper.h"

/* pst_paper_uncolumn: the text of PAPER with the columns of each page one below the other, where it has any: lines of prose beside
   lines of prose, with the same blanks between (pdftotext -layout writes a PDF so).  What runs over both stays where it is; a
   column may have columns itself.
   Given     a paper with its text and nothing else
   Returned  text, and origins: where each of its lines stands in what was given; both as they were where there are no columns
   Status    PST_NO_MEMORY
   Cost      linear in the size of the text, times the places where many lines begin anew
   Tested    test_uncolumn.c, tests/claims/scan/two_columns.txt */
enum pst_status pst_paper_uncolumn(struct pst_paper *paper, struct pst_error *error);

#endif
