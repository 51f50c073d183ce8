/* sheet_style.h -- text written in another style as CSV, for sheet.c alone.

   All     Tested    test_sheet.c, by way of sheet.h; tests/generated/kinds.py  */
#ifndef PST_TABLE_READ_SHEET_STYLE_H
#define PST_TABLE_READ_SHEET_STYLE_H

#include "table/read/sheet.h"

/* pst_sheet_style_differs: whether STYLE is not CSV's.
   Given     style      what the user said
   Returned  true where text must be written anew
   Cost      none  */
bool pst_sheet_style_differs(const struct pst_sheet_style *style);

/* pst_sheet_style_begin: TEXT as CSV into CSV, line by line; a note becomes a blank line; the quote of the
   style and " change places.
   Given     style, text  the style, and the text written in it
   Returned  csv        the same as CSV
   Cost      one pass  */
void pst_sheet_style_begin(const struct pst_sheet_style *style, const struct pst_buffer *text,
                           struct pst_buffer *csv);

/* pst_sheet_style_end: the cells of SHEET, which was read from that, as TEXT has them; the rows of notes are
   marked.
   Given     style, text  as given to pst_sheet_style_begin
   Returned  sheet      its cells changed
   Cost      one pass over the cells  */
void pst_sheet_style_end(const struct pst_sheet_style *style, const struct pst_buffer *text,
                         struct pst_sheet *sheet);

#endif
