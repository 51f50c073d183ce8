/* report.h -- a grid written in one of the formats (the table is in format.c); what some of them are:

   csv       RFC 4180 with LF: a cell is quoted when it holds a comma, a quote, CR, LF, or starts
             or ends with a blank.  Missing is an empty cell; the empty text is written ""
   tsv       the same with tabs (what R, pandas and Excel read)
   json      an array of objects; missing is null.  jsonl: one object a line
             A missing cell that is alone in its row is "" too: an empty line would be skipped
   markdown  a GitHub table; line ends inside a cell are <br>
   latex     a tabular with the rules of booktabs
   text      for a terminal: aligned, within a width.  What does not fit is shortened or left out
             in the order of fit.h, and a line below the table says so
   For people an interval is one column, so is a p-value with its method; columns of the estimate
   record that are empty in all rows are not shown.
   Numbers in csv, tsv, json and jsonl read back to the same double; an infinite one (an end of a
   one-sided interval) is inf, -inf, and null in JSON.  Text that is not UTF-8 is written as it is
   in csv and tsv, with U+FFFD for each wrong byte elsewhere.

   All     Tested    test_report*.c, byte for byte  */
#ifndef PST_REPORT_REPORT_H
#define PST_REPORT_REPORT_H

#include <stdbool.h>
#include <stdio.h>

#include "base/text.h"
#include "report/format.h"
#include "report/grid.h"

/* pst_report_terminal_width: the columns that a text into FILE may have: all of them in a regular file,
   else COLUMNS, else those of its terminal, else 80.
   Given     an open FILE
   Returned  the columns, 1 or more
   Cost      three system calls  */
size_t pst_report_terminal_width(FILE *file);

/* pst_report_told_width: the same where COLUMNS or a terminal tell them.
   Given     an open FILE
   Returned  the columns; 0: of a regular file, and of a pipe without COLUMNS
   Cost      two system calls
   Tested    tests/cli/claims-width  */
size_t pst_report_told_width(FILE *file);

struct pst_report_options {
  int digits;   /* significant digits for people; 0 means 6 */
  size_t width; /* of text; 0 means 80 */
};

/* pst_report_write: GRID to FILE.  OPTIONS may be NULL; FORMAT writes grids (it is no page).
   Given     GRID of any kinds of cells, perhaps without rows
   Status    PST_IO (a write failed; the file's name is the caller's to add), PST_NO_MEMORY
   Cost      csv: about a second for 1e7 numbers of few digits; text holds all cells in memory  */
enum pst_status pst_report_write(const struct pst_grid *grid, const struct pst_format *format,
                                 const struct pst_report_options *options, FILE *file,
                                 struct pst_error *error);

/* pst_report_print: the same into a buffer.
   Given     as pst_report_write
   Returned  OUT, appended
   Status    PST_NO_MEMORY
   Cost      as pst_report_write; all bytes are held  */
enum pst_status pst_report_print(const struct pst_grid *grid, const struct pst_format *format,
                                 const struct pst_report_options *options, struct pst_buffer *out,
                                 struct pst_error *error);

#endif
