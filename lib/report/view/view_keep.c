/* view_keep.c -- strings of a view, kept and measured. */
#include "report/view/view.h"

const char *pst_view_keep(struct pst_view *view, const struct pst_buffer *buffer)
{
  const char *copy = "";

  if (buffer->size > 0)
    copy = pst_arena_copy(&view->arena, buffer->data, buffer->size);
  if (copy == NULL || buffer->failed) {
    view->failed = true;
    return "";
  }
  return copy;
}

void pst_view_measure(const struct pst_view *view, struct pst_view_column *column)
{
  column->width = pst_utf8_width(pst_text_of(column->head));
  for (size_t i = 0; i < view->n_rows; i++) {
    size_t width = pst_utf8_width(pst_text_of(column->cells[i]));

    column->width = width > column->width ? width : column->width;
  }
}
