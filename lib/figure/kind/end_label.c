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

/* In the margin: with its end, where the line has none there. */
static const char *margin_text(struct pst_page *page, const struct pst_end_label *label)
{
  if (label->until == NULL)
    return label->text;
  return pst_arena_format(&page->arena, "%s (to %s)", label->text, label->until);
}

double pst_end_margin(struct pst_page *page, const struct pst_end_label *labels, size_t n)
{
  double width = 0;

  for (size_t i = 0; i < n; i++)
    if (!labels[i].inside)
      width = fmax(width, pst_measure(margin_text(page, &labels[i]), PST_PAGE_FONT));
  return width == 0.0 ? 40 : fmin(width, pst_end_widest(page)) + FAR + PST_PAGE_EDGE;
}

/* From the plot to a label of a line that ends there: one that ends elsewhere would be drawn through the others. */
static void write_leader(struct pst_page *page, const struct pst_end_label *label, double edge,
                         double y, int side, bool from_point)
{
  if (label->until != NULL)
    return;
  if (from_point)
    pst_page_rule(page, label->x + 4 * side, label->y, edge + NEAR * 0.5 * side, label->y,
                  PST_PAGE_LEADER);
  pst_page_rule(page, edge + NEAR * 0.5 * side, label->y, edge + (FAR - 3) * side, y,
                PST_PAGE_LEADER);
}

/* When one label moved, all stand in one column and are led to. */
static bool is_far(const struct pst_end_label *label, double edge, double y, double offset)
{
  return label->until == NULL && (fabs(label->y - y) > 4 || fabs(label->x - edge) > 12 + offset);
}

/* The labels of the margin are copied to SOME; those inside are written. */
static size_t part(struct pst_page *page, const struct pst_end_label *labels, size_t n,
                   struct pst_end_label *some)
{
  size_t used = 0;

  for (size_t i = 0; i < n; i++)
    if (!labels[i].inside) {
      some[used++] = labels[i];
    } else {
      pst_page_blank(page, labels[i].left, labels[i].middle,
                     pst_measure(labels[i].text, PST_PAGE_FONT), PST_PAGE_FONT + 2);
      pst_page_label(page, labels[i].left, labels[i].middle, PST_PAGE_LEFT, labels[i].colour,
                     PST_PAGE_FONT, labels[i].text);
    }
  return used;
}

/* Long names wrap, as long as all of them have room. */
static void count_lines(const struct pst_page *page, const char *const *texts, size_t n,
                        size_t *lines)
{
  size_t all = 0;

  for (size_t i = 0; i < n; i++) {
    lines[i] = pst_page_lines(texts[i], pst_end_widest(page));
    all += lines[i];
  }
  for (size_t i = 0; i < n && (double)all * PST_PAGE_STEP > page->bottom - page->top; i++)
    lines[i] = 1;
}

static void write_text(struct pst_page *page, double x, double y, bool right, int colour,
                       const char *const *texts, size_t n, size_t i, size_t lines)
{
  const enum pst_page_align align = right ? PST_PAGE_LEFT : PST_PAGE_RIGHT;
  const double widest = pst_end_widest(page);

  if (lines > 1)
    pst_page_wrapped(page, x, y, align, colour, widest, texts[i]);
  else
    pst_page_label(page, x, y, align, colour, PST_PAGE_FONT,
                   pst_measure_apart(&page->arena, texts, n, i, PST_PAGE_FONT, widest));
}

enum pst_status pst_end_write(struct pst_page *page, const struct pst_end_label *labels, size_t n,
                              double offset, bool right)
{
  double *at = pst_arena_array(&page->arena, n, sizeof *at);
  double edge = right ? page->right + offset : page->left - offset;
  int side = right ? 1 : -1, far = NEAR;
  const char **texts = pst_arena_array(&page->arena, n, sizeof *texts);
  size_t *lines = pst_arena_array(&page->arena, n, sizeof *lines);
  struct pst_end_label *some = pst_arena_array(&page->arena, n, sizeof *some);

  if (at == NULL || texts == NULL || lines == NULL || some == NULL)
    return PST_NO_MEMORY;
  n = part(page, labels, n, some);
  for (size_t i = 0; i < n; i++) {
    at[i] = some[i].y;
    texts[i] = margin_text(page, &some[i]);
  }
  count_lines(page, texts, n, lines);
  if (pst_spread(&page->arena, at, lines, n, PST_PAGE_STEP, page->top - 4, page->bottom + 4)
      != PST_OK)
    return PST_NO_MEMORY;
  for (size_t i = 0; i < n; i++)
    if (is_far(&some[i], edge, at[i], offset))
      far = FAR;
  for (size_t i = 0; i < n; i++) {
    if (far == FAR)
      write_leader(page, &some[i], edge, at[i], side, offset == 0.0);
    write_text(page, edge + far * side, at[i], right, some[i].colour, texts, n, i, lines[i]);
  }
  return PST_OK;
}
