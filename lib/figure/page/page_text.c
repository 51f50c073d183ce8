/* page_text.c -- the texts above and below the plot: title, subtitle, labels, notes, source;
   and the margins that they take. */
#include <math.h>
#include <string.h>

#include "figure/page/measure.h"
#include "figure/page/page.h"

#define TITLE_LINE 25.0
#define SUBTITLE_LINE 19.0
#define SMALL_LINE 14.5

static bool has(const char *text)
{
  return text != NULL && *text != '\0';
}

static double text_width(const struct pst_page *page)
{
  return page->width - 2 * PST_PAGE_EDGE;
}

/* Blocks of text above and below the plot, as functions of what they hold. */
static const char *source_line(struct pst_page *page)
{
  const char *source = page->figure->source;
  const char *line = has(source) ? pst_arena_format(&page->arena, "Source: %s", source) : "";

  return line == NULL ? "" : line;
}

/* The caller's note and the figure's own, as sentences. */
static const char *note_line(struct pst_page *page)
{
  const char *note = has(page->figure->note) ? page->figure->note : "", *between = "", *line;

  if (has(note) && page->notes.size > 0)
    between = note[strlen(note) - 1] == '.' ? " " : ". ";
  line = pst_arena_format(&page->arena, "%s%s%s", note, between, pst_buffer_string(&page->notes));
  return line == NULL ? "" : line;
}

static double lines_height(const struct pst_page *page, const char *text, double size, double step)
{
  return step * (double)pst_measure_lines(text, size, text_width(page));
}

static double header_height(const struct pst_page *page)
{
  const struct pst_figure *figure = page->figure;

  return PST_PAGE_EDGE + lines_height(page, figure->title, PST_PAGE_TITLE, TITLE_LINE)
         + lines_height(page, figure->subtitle, PST_PAGE_SUBTITLE, SUBTITLE_LINE)
         + (has(figure->y_label)  ? SUBTITLE_LINE + 6
            : page->y.n_ticks > 0 ? 8
                                  : 0)
         + 10;
}

static double footer_height(struct pst_page *page, size_t spare)
{
  double note = lines_height(page, note_line(page), PST_PAGE_SMALL, SMALL_LINE);
  double source = lines_height(page, source_line(page), PST_PAGE_SMALL, SMALL_LINE);

  return page->kind->below + (has(page->figure->x_label) ? 20 : 0) + 8 + note + source
         + SMALL_LINE * (double)spare + PST_PAGE_EDGE - 4;
}

void pst_page_frame(struct pst_page *page, double left, double right, double plot, size_t spare)
{
  double header = header_height(page), footer = footer_height(page, spare);

  page->height = page->figure->height > 0 ? page->figure->height : header + plot + footer;
  page->height = fmax(ceil(page->height), header + footer + 60);
  page->left = left;
  page->right = page->width - right;
  if (page->right < page->left + 60)
    page->right = page->left + 60;
  page->top = header;
  page->bottom = page->height - footer;
}

/* The lines of TEXT from the height Y down; returns the height below them. */
static double write_lines(struct pst_page *page, const char *text, double y, double size,
                          double step, int colour)
{
  struct pst_text rest = pst_text_trim(pst_text_of(text == NULL ? "" : text));

  while (rest.size > 0) {
    struct pst_text line = pst_measure_line(&rest, size, text_width(page));
    const char *copy = pst_arena_copy(&page->arena, line.data, line.size);

    pst_page_label(page, PST_PAGE_EDGE, y + step / 2, PST_PAGE_LEFT, colour, size, copy);
    y += step;
  }
  return y;
}

static void write_header(struct pst_page *page)
{
  const struct pst_figure *figure = page->figure;
  double y = PST_PAGE_EDGE;

  y = write_lines(page, figure->title, y, PST_PAGE_TITLE, TITLE_LINE, 17);
  y = write_lines(page, figure->subtitle, y, PST_PAGE_SUBTITLE, SUBTITLE_LINE, PST_PAGE_DARK);
  if (has(figure->y_label))
    pst_page_label(
        page, PST_PAGE_EDGE, y + 6 + SUBTITLE_LINE / 2, PST_PAGE_LEFT, PST_PAGE_DARK, PST_PAGE_FONT,
        pst_measure_shorten(&page->arena, figure->y_label, PST_PAGE_FONT, text_width(page)));
}

static void write_footer(struct pst_page *page)
{
  const char *note = note_line(page), *source = source_line(page);
  const char *x_label = page->figure->x_label;
  double y = page->height - PST_PAGE_EDGE + 4 - lines_height(page, note, PST_PAGE_SMALL, SMALL_LINE)
             - lines_height(page, source, PST_PAGE_SMALL, SMALL_LINE);

  if (has(x_label)) {
    const char *shown = pst_measure_shorten(&page->arena, x_label, PST_PAGE_FONT, text_width(page));
    double half = pst_measure(shown, PST_PAGE_FONT) / 2;
    double x = fmax((page->left + page->right) / 2, PST_PAGE_EDGE + half);

    pst_page_label(page, fmin(x, page->width - PST_PAGE_EDGE - half),
                   page->bottom + page->kind->label_below, PST_PAGE_CENTRE, PST_PAGE_DARK,
                   PST_PAGE_FONT, shown);
  }
  y = write_lines(page, note, y, PST_PAGE_SMALL, SMALL_LINE, 19);
  write_lines(page, source, y, PST_PAGE_SMALL, SMALL_LINE, 19);
}

void pst_page_texts(struct pst_page *page)
{
  write_header(page);
  write_footer(page);
}
