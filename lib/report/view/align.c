/* align.c -- numbers of a column with their points below each other. */
#include <string.h>

#include "report/view/view.h"

enum { PADDING_MOST = 6 }; /* columns that the alignment may cost */

/* Digits from the decimal point on, the point included. */
static size_t fraction(const char *cell)
{
  const char *point = strchr(cell, '.');

  return point == NULL ? 0 : strlen(point);
}

/* The width of the cells when their points stand below each other; 0 when one has none to align
   by: an exponent, an infinity. */
static size_t aligned_width(const struct pst_view *view, const char *const *cells, size_t *after,
                            size_t *widest)
{
  size_t before = 0;

  *after = *widest = 0;
  for (size_t i = 0; i < view->n_rows; i++) {
    size_t size = strlen(cells[i]), part = fraction(cells[i]);

    if (strpbrk(cells[i], "en<") != NULL)
      return 0;
    before = size - part > before ? size - part : before;
    *after = part > *after ? part : *after;
    *widest = size > *widest ? size : *widest;
  }
  return before + *after;
}

static void pad(struct pst_view *view, const char **cell, size_t width, size_t right)
{
  struct pst_buffer out = {.data = NULL};
  size_t size = strlen(*cell);

  pst_buffer_repeat(&out, ' ', width - size - right);
  pst_buffer_add(&out, *cell, size);
  pst_buffer_repeat(&out, ' ', right);
  *cell = pst_view_keep(view, &out);
  pst_buffer_free(&out);
}

void pst_align_decimals(struct pst_view *view, const char **cells)
{
  size_t after, widest, width = aligned_width(view, cells, &after, &widest);

  if (width > widest + PADDING_MOST || after == 0)
    return;
  for (size_t i = 0; i < view->n_rows; i++)
    if (cells[i][0] != '\0' && strlen(cells[i]) < width)
      pad(view, &cells[i], width, after - fraction(cells[i]));
}
