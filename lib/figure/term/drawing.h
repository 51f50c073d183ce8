/* drawing.h -- what the kinds of drawings for a terminal share.

   All     Given     a drawing that term.c began
           Returned  its OUT, appended, or what each says
           Cost      O(points), and O(columns)
           Tested    test_term_text.c; tests/cli/render-term*, by way of term.h  */
#ifndef PST_FIGURE_TERM_DRAWING_H
#define PST_FIGURE_TERM_DRAWING_H

#include "base/arena.h"
#include "figure/figure.h"
#include "figure/page/axis.h"

struct pst_drawing {
  const struct pst_figure *figure;
  size_t width;
  bool any_highlight;
  struct pst_arena arena;
  struct pst_buffer *out;
  struct pst_buffer notes; /* of the drawing, before that of the figure */
};

/* Draws the figure of D, between its head and its foot.
   Status    PST_UNDEFINED when nothing can be drawn; PST_NO_MEMORY  */
typedef enum pst_status pst_draw_term(struct pst_drawing *d, struct pst_error *error);

/* pst_term_plot: points and lines between two axes.  pst_term_sparks: a line of small bars a series.
   pst_term_tracks: a row a label with its interval.  pst_term_bars: parts side by side, a row a label, a time or
   an answer.  pst_term_matrix: numbers.
   Status    PST_UNDEFINED when nothing can be drawn; PST_NO_MEMORY  */
pst_draw_term pst_term_plot, pst_term_sparks, pst_term_tracks, pst_term_bars, pst_term_matrix;

/* pst_term_fail: the message for a figure with nothing to draw.
   Status    PST_UNDEFINED  */
enum pst_status pst_term_fail(struct pst_error *error);

/* pst_term_pad: TEXT in WIDTH columns, cut with an ellipsis when it is wider, to the RIGHT or left end of them. */
void pst_term_pad(struct pst_buffer *out, const char *text, size_t width, bool right);
/* pst_term_name: TEXT at the left in WIDTH columns; one that is wider stands whole in lines before. */
void pst_term_name(struct pst_drawing *d, const char *text, size_t width);
/* pst_term_words: the words of BEFORE and TEXT in lines of the drawing's width; nothing of an empty TEXT. */
void pst_term_words(struct pst_drawing *d, const char *before, const char *text);
/* pst_term_repeat: N times the text PIECE. */
void pst_term_repeat(struct pst_buffer *out, const char *piece, size_t n);
/* pst_term_end: a line end; blanks before it go. */
void pst_term_end(struct pst_buffer *out);
/* pst_term_columns: what TEXT (NULL: nothing) takes. */
size_t pst_term_columns(const char *text);
/* pst_term_ticks: the texts of the ticks of an axis along COLUMNS that begin after LEFT blanks. */
void pst_term_ticks(struct pst_buffer *out, const struct pst_axis *axis, size_t left,
                    size_t columns);
/* pst_term_column: which of COLUMNS the VALUE of an axis stands in. */
size_t pst_term_column(const struct pst_axis *axis, double value, size_t columns);
/* pst_term_glyph: the sign of series I: eight of them, a small dot behind highlighted ones. */
const char *pst_term_glyph(const struct pst_drawing *d, size_t i);

#endif
