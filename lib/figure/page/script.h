/* script.h -- the pieces of a gnuplot script: text that stays literal, numbers, places.

   The one safe place for text from data is a single-quoted string under `noenhanced`: gnuplot expands
   neither backquotes nor macros nor escapes in it.  gnuplot 5.4 misreads a doubled quote at the start
   of such a string or after another one, so that an apostrophe ends the string and is joined on as
   "'" instead.  Tick labels are formats too, so % is doubled there.  Data blocks hold numbers alone:
   no line of them can be taken for the block's end.

   All     Given     any bytes up to the NUL, or any doubles
           Returned  SCRIPT, appended
           Cost      O(size of what is written)
           Tested    test_figure.c, test_figure_gnuplot.c  */
#ifndef PST_FIGURE_PAGE_SCRIPT_H
#define PST_FIGURE_PAGE_SCRIPT_H

#include "base/text.h"

/* pst_script_text: TEXT as a gnuplot string; control characters (line ends too) become blanks, bytes
   that are not UTF-8, or not a character, become U+FFFD; "]]>" is parted by a zero-width space. */
void pst_script_text(struct pst_buffer *script, const char *text);

/* pst_script_tick_text: the same for a tick's label. */
void pst_script_tick_text(struct pst_buffer *script, const char *text);

/* pst_script_number: VALUE so that it reads back exactly, NaN when it is not finite. */
void pst_script_number(struct pst_buffer *script, double value);

/* pst_script_row: COUNT numbers and a line end, one row of a data block. */
void pst_script_row(struct pst_buffer *script, const double *values, size_t count);

#endif
