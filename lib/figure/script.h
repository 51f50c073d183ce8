/* script.h -- the pieces of a gnuplot script: text that stays literal, numbers, places.

   The one safe place for text from data is a single-quoted string under `noenhanced`: gnuplot expands
   neither backquotes nor macros nor escapes in it, and a doubled '' is a quote.  Tick labels are
   formats too, so % is doubled there.  Data blocks hold numbers alone: no line of them can be taken
   for the block's end. */
#ifndef PST_FIGURE_SCRIPT_H
#define PST_FIGURE_SCRIPT_H

#include "base/text.h"

/* pst_script_text: TEXT as a gnuplot string; control characters (line ends too) become blanks, bytes
   that are not UTF-8 become U+FFFD. */
void pst_script_text(struct pst_buffer *script, const char *text);

/* pst_script_tick_text: the same for a tick's label. */
void pst_script_tick_text(struct pst_buffer *script, const char *text);

/* pst_script_number: VALUE so that it reads back exactly, NaN when it is not finite. */
void pst_script_number(struct pst_buffer *script, double value);

/* pst_script_row: COUNT numbers and a line end, one row of a data block. */
void pst_script_row(struct pst_buffer *script, const double *values, size_t count);

#endif
