/* term.h -- a figure drawn with characters, for a terminal. */
#ifndef PST_FIGURE_TERM_TERM_H
#define PST_FIGURE_TERM_TERM_H

#include "figure/figure.h"

/* Columns of a terminal that is drawn on. */
enum { PST_TERM_LEAST = 40, PST_TERM_MOST = 200 };

/* pst_term_draw: FIGURE in WIDTH columns (what is outside of the limits above is taken as they are): title, what
   stands upright, the drawing, the note and the source.
   Given     FIGURE as figure.h has it
   Returned  OUT, appended; no line is wider than WIDTH, save a word of the note that is
   Status    PST_UNDEFINED when there is nothing to draw, PST_NO_MEMORY
   Cost      O(points + series^2)
   Tested    tests/cli/render-term*  */
enum pst_status pst_term_draw(const struct pst_figure *figure, size_t width, struct pst_buffer *out,
                              struct pst_error *error);

#endif
