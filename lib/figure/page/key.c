/* key.c -- the names of series in a row above the plot, where lines have no end to be named at. */
#include "figure/page/key.h"

#include "figure/page/measure.h"
#include "figure/page/script.h"

enum { LINE = 18, MARK = 14, BETWEEN = 18 };

static const char *name_of(const struct pst_page *page, size_t i)
{
  return pst_page_named(page, i) ? page->figure->series[i].name : "";
}

/* Walk over the names as they are set in lines; write them when WRITE is true.  Returns the lines. */
static size_t walk(struct pst_page *page, double top, double width, bool write)
{
  double x = 0;
  size_t lines = 1;

  for (size_t i = 0; i < page->figure->n_series; i++) {
    double need = MARK + pst_measure(name_of(page, i), PST_PAGE_FONT);

    if (*name_of(page, i) == '\0')
      continue;
    if (x > 0 && x + need > width) {
      x = 0;
      lines++;
    }
    if (write) {
      double y = top + LINE * ((double)lines - 0.5);

      pst_page_mark(page, PST_PAGE_EDGE + x + 4, y, pst_page_linetype(page, i));
      pst_page_label(page, PST_PAGE_EDGE + x + MARK, y, PST_PAGE_LEFT,
                     PST_PAGE_TEXT + pst_page_linetype(page, i), PST_PAGE_FONT,
                     pst_page_name(page, i, width));
    }
    x += need + BETWEEN;
  }
  return lines;
}

double pst_key_height(struct pst_page *page, double width)
{
  return page->figure->n_series < 2 ? 0 : LINE * (double)walk(page, 0, width, false);
}

void pst_key_write(struct pst_page *page, double top, double width)
{
  if (page->figure->n_series >= 2)
    walk(page, top, width, true);
}
