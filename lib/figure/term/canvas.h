/* canvas.h -- a rectangle of characters, one column each.

   All     Given     a canvas that pst_canvas_make made
           Returned  what each sets in it
           Cost      O(1); a line, O(columns)
           Tested    test_term_text.c; tests/cli/render-term*, by way of term.h  */
#ifndef PST_FIGURE_TERM_CANVAS_H
#define PST_FIGURE_TERM_CANVAS_H

#include "base/arena.h"
#include "base/text.h"

struct pst_canvas {
  size_t columns, rows;
  const char **cells; /* by row, from the top; NULL: blank */
  unsigned *count;    /* points in each */
};

/* pst_canvas_make: a blank one in ARENA; false when memory is out. */
bool pst_canvas_make(struct pst_canvas *canvas, struct pst_arena *arena, size_t columns,
                     size_t rows);
/* pst_canvas_set: GLYPH, a text of one column that stays, at a place. */
void pst_canvas_set(struct pst_canvas *canvas, size_t column, size_t row, const char *glyph);
/* pst_canvas_under: the same where nothing stands. */
void pst_canvas_under(struct pst_canvas *canvas, size_t column, size_t row, const char *glyph);
/* pst_canvas_put: ROW, appended to OUT. */
void pst_canvas_put(const struct pst_canvas *canvas, size_t row, struct pst_buffer *out);

#endif
