/* figure.c -- the script of any figure: its head, and the body that its kind draws. */
#include "figure/figure.h"

#include <math.h>

#include "figure/kind/kinds.h"

extern const char pst_style_gp[]; /* plots/style.gp */

/* The terminal is chosen by two variables; a png is drawn at twice the size, its points being 4/3
   of a pixel of the svg. */
static void write_head(const struct pst_page *page, struct pst_buffer *script)
{
  pst_buffer_puts(
      script, "# gnuplot script of one figure; it needs no other file.\n"
              "#   gnuplot fig.gp                                               writes fig.svg\n"
              "#   gnuplot -e \"terminal='png'; output='x.png'\" fig.gp           writes x.png\n"
              "# terminal: svg or png; output: a file name, or '' for the standard output.\n"
              "if (!exists(\"terminal\")) terminal = 'svg'\n"
              "if (!exists(\"ARG0\")) ARG0 = ''\n"
              "if (!exists(\"output\")) output = (ARG0 eq '' ? 'figure' : "
              "ARG0[strlen(ARG0)-2:*] eq '.gp' ? ARG0[1:strlen(ARG0)-3] : ARG0).'.'.terminal\n");
  pst_buffer_printf(script,
                    "if (terminal eq 'png') set terminal pngcairo noenhanced size %.0f,%.0f "
                    "font 'sans-serif,12' fontscale 1.5 linewidth 2 pointscale 2 "
                    "background '#FFFFFF'\n"
                    "if (terminal ne 'png') set terminal svg noenhanced size %.0f,%.0f "
                    "font 'sans-serif,12' name 'figure' background '#FFFFFF'\n"
                    "if (output eq '') unset output\n"
                    "if (output ne '') set output output\n\n",
                    page->width * 2, page->height * 2, page->width, page->height);
  pst_buffer_puts(script, pst_style_gp);
  pst_buffer_putc(script, '\n');
}

static bool wants_panels(const struct pst_figure *figure)
{
  return figure->panels == PST_FIGURE_PANELS_ALWAYS
         || (figure->panels == PST_FIGURE_PANELS_AUTO && figure->n_series > 8);
}

static enum pst_status draw(struct pst_page *page, struct pst_error *error)
{
  const struct pst_figure *figure = page->figure;

  switch (figure->kind) {
  case PST_FIGURE_LINES:
    return wants_panels(figure) ? pst_draw_panels(page, error) : pst_draw_lines(page, error);
  case PST_FIGURE_SLOPE:
    return pst_draw_slope(page, error);
  case PST_FIGURE_BUMP:
    return pst_draw_bump(page, error);
  case PST_FIGURE_SCATTER:
    return pst_draw_scatter(page, error);
  case PST_FIGURE_HEATMAP:
    return pst_draw_heatmap(page, error);
  case PST_FIGURE_DOTS:
    return pst_draw_dots(page, error);
  }
  return pst_fail(error, PST_USAGE, "there is no figure of kind %d", (int)figure->kind);
}

static void start_page(struct pst_page *page, const struct pst_figure *figure)
{
  *page = (struct pst_page){.figure = figure};
  page->width = figure->width > 0 ? fmax(figure->width, 300) : 800;
  pst_axis_start(&page->x, figure->log_x, figure->x_year);
  pst_axis_start(&page->y, figure->log_y, false);
  for (size_t i = 0; i < figure->n_series; i++)
    page->any_highlight |= figure->series[i].highlight;
}

enum pst_status pst_figure_write(const struct pst_figure *figure, struct pst_buffer *script,
                                 struct pst_error *error)
{
  struct pst_page page;
  enum pst_status status;

  start_page(&page, figure);
  status = draw(&page, error);
  if (status == PST_OK) {
    write_head(&page, script);
    pst_buffer_add(script, page.body.data, page.body.size);
    pst_buffer_puts(script, "unset output\n");
    if (script->failed || page.body.failed || page.notes.failed)
      status = PST_NO_MEMORY;
  }
  if (status == PST_NO_MEMORY)
    pst_fail_memory(error);
  pst_buffer_free(&page.body);
  pst_buffer_free(&page.notes);
  pst_arena_free(&page.arena);
  return status;
}
