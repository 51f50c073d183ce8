/* end_label.c -- the names of series at the ends of their lines, none over another. */
#include "figure/kind/parts.h"

#include <math.h>

#include "figure/page/measure.h"
#include "figure/kind/spread.h"

enum { NEAR = 9, FAR = 28 }; /* pixels from the plot to a label, without and with a leader */

double pst_end_widest(const struct pst_page *page)
{
  return page->width * 0.36;
}

double pst_end_margin(const struct pst_page *page, const struct pst_end_label *labels, size_t n)
{
  double width = 0;

  for (size_t i = 0; i < n; i++)
    width = fmax(width, pst_measure(labels[i].text, PST_PAGE_FONT));
  return n == 0 ? 40 : fmin(width, pst_end_widest(page)) + FAR + PST_PAGE_EDGE;
}

static void write_leader(struct pst_page *page, const struct pst_end_label *label, double edge,
                         double y, int side, bool from_point)
{
  if (from_point)
    pst_page_rule(page, label->x + 4 * side, label->y, edge + NEAR * 0.5 * side, label->y,
                  PST_PAGE_LEADER);
  pst_page_rule(page, edge + NEAR * 0.5 * side, label->y, edge + (FAR - 3) * side, y,
                PST_PAGE_LEADER);
}

/* When one label moved, or its line ends before the edge, all stand in one column and are led to. */
static bool is_far(const struct pst_end_label *label, double edge, double y, double offset)
{
  return fabs(label->y - y) > 4 || fabs(label->x - edge) > 12 + offset;
}

enum pst_status pst_end_write(struct pst_page *page, const struct pst_end_label *labels, size_t n,
                              double offset, bool right)
{
  double *at = pst_arena_array(&page->arena, n, sizeof *at);
  double edge = right ? page->right + offset : page->left - offset;
  int side = right ? 1 : -1, far = NEAR;
  const char **texts = pst_arena_array(&page->arena, n, sizeof *texts);

  if (at == NULL || texts == NULL)
    return PST_NO_MEMORY;
  for (size_t i = 0; i < n; i++) {
    at[i] = labels[i].y;
    texts[i] = labels[i].text;
  }
  if (pst_spread(&page->arena, at, n, PST_PAGE_STEP, page->top - 4, page->bottom + 4) != PST_OK)
    return PST_NO_MEMORY;
  for (size_t i = 0; i < n; i++)
    if (is_far(&labels[i], edge, at[i], offset))
      far = FAR;
  for (size_t i = 0; i < n; i++) {
    if (far == FAR)
      write_leader(page, &labels[i], edge, at[i], side, offset == 0.0);
    pst_page_label(
        page, edge + far * side, at[i], right ? PST_PAGE_LEFT : PST_PAGE_RIGHT, labels[i].colour,
        PST_PAGE_FONT,
        pst_measure_apart(&page->arena, texts, n, i, PST_PAGE_FONT, pst_end_widest(page)));
  }
  return PST_OK;
}
