/* open_declared.h -- a plain table by its package: the datapackage.json beside it names the columns that its first line
   has.  Only open_judge.c asks. */
#ifndef PST_TIDY_OPEN_OPEN_DECLARED_H
#define PST_TIDY_OPEN_OPEN_DECLARED_H

#include "layout/layout.h"
#include "table/load/load.h"

/* pst_open_is_declared: the columns that OPTIONS declare are the first row of SHEET, and below it stands nothing that
   has to be judged: every row has as many cells, none is a note, a heading or the header again, no key (of
   the package; without these, no column that begins with a text) is empty below one that is not, and no number has a mark that may be the decimal one or one of thousands, or a minus behind it.
   Given     a sheet of one row and more, as the file begins
   Returned  false too where nothing is declared
   Cost      one pass over the cells
   Tested    test_open_declared.c  */
bool pst_open_is_declared(const struct pst_sheet *sheet, const struct pst_reader_options *options);

#endif
