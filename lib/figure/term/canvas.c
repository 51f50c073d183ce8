/* canvas.c -- a rectangle of characters. */
#include "figure/term/canvas.h"

bool pst_canvas_make(struct pst_canvas *canvas, struct pst_arena *arena, size_t columns,
                     size_t rows)
{
  *canvas = (struct pst_canvas){.columns = columns,
                                .rows = rows,
                                .cells = pst_arena_array(arena, columns * rows, sizeof(char *)),
                                .count = pst_arena_array(arena, columns * rows, sizeof(unsigned))};
  return canvas->cells != NULL && canvas->count != NULL;
}

void pst_canvas_set(struct pst_canvas *canvas, size_t column, size_t row, const char *glyph)
{
  canvas->cells[row * canvas->columns + column] = glyph;
  canvas->count[row * canvas->columns + column]++;
}

void pst_canvas_under(struct pst_canvas *canvas, size_t column, size_t row, const char *glyph)
{
  if (canvas->cells[row * canvas->columns + column] == NULL)
    canvas->cells[row * canvas->columns + column] = glyph;
}

void pst_canvas_put(const struct pst_canvas *canvas, size_t row, struct pst_buffer *out)
{
  for (size_t c = 0; c < canvas->columns; c++) {
    const char *glyph = canvas->cells[row * canvas->columns + c];

    pst_buffer_puts(out, glyph == NULL ? " " : glyph);
  }
}
