/* page.c -- places, axes, labels and rules of a page, written to its script. */
#include "figure/page/page.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>

#include "base/number.h"
#include "figure/page/measure.h"
#include "figure/page/script.h"

void pst_page_note(struct pst_page *page, const char *format, ...)
{
  char text[256];
  va_list arguments;

  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  if (page->notes.size > 0)
    pst_buffer_putc(&page->notes, ' ');
  pst_buffer_puts(&page->notes, text);
}

static bool has(const char *text)
{
  return text != NULL && *text != '\0';
}

static double place(double pixel, double extent)
{
  return nearbyint(pixel / extent * 1e5) / 1e5;
}

static void add_place(struct pst_page *page, double x, double y)
{
  pst_buffer_puts(&page->body, "screen ");
  pst_script_number(&page->body, place(x, page->width));
  pst_buffer_puts(&page->body, ",");
  pst_script_number(&page->body, place(page->height - y, page->height));
}

void pst_page_margins(struct pst_page *page)
{
  static const char *const names[] = {"lmargin", "rmargin", "tmargin", "bmargin"};
  double at[] = {place(page->left, page->width), place(page->right, page->width),
                 place(page->height - page->top, page->height),
                 place(page->height - page->bottom, page->height)};

  for (int i = 0; i < 4; i++) {
    pst_buffer_printf(&page->body, "set %s at screen ", names[i]);
    pst_script_number(&page->body, at[i]);
    pst_buffer_putc(&page->body, '\n');
  }
}

static void write_axis(struct pst_page *page, const struct pst_axis *axis, char name)
{
  pst_buffer_printf(&page->body, "set %crange [", name);
  pst_script_number(&page->body, axis->downward ? axis->high : axis->low);
  pst_buffer_puts(&page->body, ":");
  pst_script_number(&page->body, axis->downward ? axis->low : axis->high);
  pst_buffer_puts(&page->body, "]\n");
  if (axis->n_ticks == 0) {
    pst_buffer_printf(&page->body, "unset %ctics\n", name);
    return;
  }
  pst_buffer_printf(&page->body, "set %ctics (", name);
  for (size_t i = 0; i < axis->n_ticks; i++) {
    pst_buffer_puts(&page->body, i > 0 ? ", " : "");
    pst_script_tick_text(&page->body, axis->ticks[i].text);
    pst_buffer_putc(&page->body, ' ');
    pst_script_number(&page->body, axis->ticks[i].at);
  }
  pst_buffer_puts(&page->body, ")\n");
  if (axis->log)
    pst_buffer_printf(&page->body, "set logscale %c\n", name);
}

void pst_page_axes(struct pst_page *page)
{
  write_axis(page, &page->x, 'x');
  write_axis(page, &page->y, 'y');
}

double pst_page_x(const struct pst_page *page, double value)
{
  return page->left + pst_axis_at(&page->x, value) * (page->right - page->left);
}

double pst_page_y(const struct pst_page *page, double value)
{
  double at = pst_axis_at(&page->y, value);

  return page->bottom - (page->y.downward ? 1 - at : at) * (page->bottom - page->top);
}

void pst_page_label(struct pst_page *page, double x, double y, enum pst_page_align align,
                    int colour, double size, const char *text)
{
  static const char *const aligns[] = {"left", "center", "right"};

  if (!has(text))
    return;
  pst_buffer_puts(&page->body, "set label ");
  pst_script_text(&page->body, text);
  pst_buffer_puts(&page->body, " at ");
  add_place(page, x, y);
  pst_buffer_printf(&page->body, " %s front tc lt %d", aligns[align], colour);
  if (size != PST_PAGE_FONT) {
    pst_buffer_puts(&page->body, " font ',");
    pst_script_number(&page->body, size);
    pst_buffer_putc(&page->body, '\'');
  }
  pst_buffer_putc(&page->body, '\n');
}

size_t pst_page_lines(const char *text, double width)
{
  const size_t n = pst_measure_lines(text, PST_PAGE_FONT, width);

  return n == 0 ? 1 : n > PST_PAGE_LINES ? PST_PAGE_LINES : n;
}

void pst_page_wrapped(struct pst_page *page, double x, double y, enum pst_page_align align,
                      int colour, double width, const char *text)
{
  struct pst_text rest = pst_text_of(text == NULL ? "" : text);
  const size_t n = pst_page_lines(text, width);

  for (size_t k = 0; k < n; k++) {
    const bool last = k + 1 == PST_PAGE_LINES;
    struct pst_text line = last ? rest : pst_measure_line(&rest, PST_PAGE_FONT, width);
    const char *copy = pst_arena_copy(&page->arena, line.data, line.size);

    if (last && copy != NULL)
      copy = pst_measure_shorten(&page->arena, copy, PST_PAGE_FONT, width);
    pst_page_label(page, x, y + PST_PAGE_STEP * ((double)k - ((double)n - 1) / 2), align, colour,
                   PST_PAGE_FONT, copy);
  }
}

void pst_page_slanted(struct pst_page *page, double x, double y, int colour, const char *text)
{
  if (!has(text))
    return;
  pst_buffer_puts(&page->body, "set label ");
  pst_script_text(&page->body, text);
  pst_buffer_puts(&page->body, " at ");
  add_place(page, x, y);
  pst_buffer_printf(&page->body, " left rotate by 45 front tc lt %d\n", colour);
}

void pst_page_mark(struct pst_page *page, double x, double y, int colour)
{
  pst_buffer_puts(&page->body, "set label '' at ");
  add_place(page, x, y);
  pst_buffer_printf(&page->body, " point lt %d ps 0.7 front\n", colour);
}

void pst_page_swatch(struct pst_page *page, double x, double y, double value)
{
  pst_buffer_puts(&page->body, "set label '' at ");
  add_place(page, x + 6, y);
  pst_buffer_puts(&page->body, " point pt 5 ps 1.4 lc palette cb ");
  pst_script_number(&page->body, value);
  pst_buffer_puts(&page->body, " front\n");
}

static void add_screen(struct pst_page *page, double across, double up)
{
  pst_buffer_puts(&page->body, "screen ");
  pst_script_number(&page->body, nearbyint(across * 1e5) / 1e5);
  pst_buffer_puts(&page->body, ", screen ");
  pst_script_number(&page->body, nearbyint(up * 1e5) / 1e5);
}

void pst_page_colours(struct pst_page *page, double x, double y, double width, double height)
{
  pst_buffer_puts(&page->body,
                  "set cbtics scale 0 format ''\nset colorbox horizontal user origin ");
  add_screen(page, x / page->width, 1 - (y + height) / page->height);
  pst_buffer_puts(&page->body, " size ");
  add_screen(page, width / page->width, height / page->height);
  pst_buffer_puts(&page->body, " noborder\n");
}

static void rule(struct pst_page *page, const double *from, const double *to, const char *layer,
                 int colour)
{
  pst_buffer_puts(&page->body, "set arrow from ");
  add_place(page, from[0], from[1]);
  pst_buffer_puts(&page->body, " to ");
  add_place(page, to[0], to[1]);
  pst_buffer_printf(&page->body, " nohead %s lt %d lw 0.8\n", layer, colour);
}

void pst_page_rule(struct pst_page *page, double x0, double y0, double x1, double y1, int colour)
{
  rule(page, (const double[]){x0, y0}, (const double[]){x1, y1}, "back", colour);
}

void pst_page_blank(struct pst_page *page, double left, double middle, double width, double height)
{
  const double right = fmin(left + width, page->width);

  pst_buffer_puts(&page->body, "set object rectangle from ");
  add_place(page, left - 2, middle + height / 2);
  pst_buffer_puts(&page->body, " to ");
  add_place(page, right + 2, middle - height / 2);
  pst_buffer_puts(&page->body, " back fs solid noborder fc rgb '#FFFFFF'\n");
}

void pst_page_base(struct pst_page *page, double y)
{
  rule(page, (const double[]){page->left, y}, (const double[]){page->right, y}, "front",
       PST_PAGE_DARK);
}

void pst_page_plot(struct pst_page *page, const char *format, ...)
{
  char text[256];
  va_list arguments;

  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  pst_buffer_puts(&page->body, page->plots++ == 0 ? "plot " : ", \\\n     ");
  pst_buffer_puts(&page->body, text);
}

void pst_page_plot_end(struct pst_page *page)
{
  if (page->plots == 0) /* gnuplot draws labels and axes only with a plot */
    pst_buffer_puts(&page->body, "plot NaN");
  pst_buffer_putc(&page->body, '\n');
  page->plots = 0;
}

int pst_page_linetype(const struct pst_page *page, size_t i)
{
  size_t order = 0;

  if (page->figure->series[i].rest)
    return PST_PAGE_GREY;
  if (!page->any_highlight)
    return page->one_colour ? 1 : (int)(i % 8) + 1;
  if (!page->figure->series[i].highlight)
    return PST_PAGE_GREY;
  for (size_t k = 0; k < i; k++)
    order += page->figure->series[k].highlight;
  return page->one_colour ? 1 : (int)(order % 8) + 1;
}

bool pst_page_named(const struct pst_page *page, size_t i)
{
  const struct pst_figure_series *series = &page->figure->series[i];

  return has(series->name) && (!page->crowded || series->highlight);
}

const char *pst_page_name(struct pst_page *page, size_t i, double width)
{
  const size_t n = page->figure->n_series;
  const char **names = pst_arena_array(&page->arena, n, sizeof *names);

  for (size_t k = 0; names != NULL && k < n; k++)
    names[k] = page->figure->series[k].name;
  return names == NULL ? NULL : pst_measure_apart(&page->arena, names, n, i, PST_PAGE_FONT, width);
}

double pst_page_tick_width(const struct pst_axis *axis)
{
  double width = 0;

  for (size_t i = 0; i < axis->n_ticks; i++)
    width = fmax(width, pst_measure(axis->ticks[i].text, PST_PAGE_FONT));
  return width;
}

enum pst_status pst_fail_empty(struct pst_error *error)
{
  return pst_fail(error, PST_UNDEFINED, "nothing to draw: the figure has no value that is known");
}
