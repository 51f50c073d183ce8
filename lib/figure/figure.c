/* figure.c -- the script of any figure: its head, and the body that its kind draws. */
#include "figure/figure.h"

#include <math.h>

#include "figure/kind/kinds.h"

extern const char pst_style_gp[]; /* plots/style.gp */

/* With highlighted ones, more series than this share one plot, the others in grey; without, each has a panel, if
   they are no more than a page holds. */
enum { PANELS_FROM = 8, PANELS_MOST = 120 };

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

static bool wants_panels(const struct pst_page *page)
{
  const struct pst_figure *figure = page->figure;

  if (figure->n_series > PANELS_MOST)
    return false;
  return figure->panels == PST_FIGURE_PANELS_ALWAYS
         || (figure->panels == PST_FIGURE_PANELS_AUTO && !page->any_highlight
             && figure->n_series > PANELS_FROM);
}

/* The sentence comes first: what is grey and why is the first question. */
static void note_crowd(struct pst_page *page)
{
  const struct pst_figure *figure = page->figure;
  size_t named = 0;

  for (size_t i = 0; i < figure->n_series; i++)
    named += figure->series[i].highlight;
  pst_page_note(page, "%zu %sseries in grey, without names.", figure->n_series - named,
                named > 0 ? "other " : "");
}

static bool is_empty(const struct pst_figure *figure, enum pst_figure_wants wants)
{
  return wants == PST_FIGURE_WANTS_CELLS ? figure->cells == NULL : figure->n_series == 0;
}

static enum pst_status draw(struct pst_page *page, struct pst_error *error)
{
  const struct pst_figure_row *kind = page->kind;

  if (is_empty(page->figure, kind->wants))
    return pst_fail_empty(error);
  if (kind->draw_panels != NULL && wants_panels(page))
    return kind->draw_panels(page, error);
  page->crowded = kind->most > 0 && page->figure->n_series > kind->most;
  page->any_highlight |= page->crowded;
  if (page->crowded)
    note_crowd(page);
  return kind->draw(page, error);
}

bool pst_figure_takes_log(enum pst_figure_kind kind)
{
  return pst_figure_rows[kind].takes_log;
}

static void start_page(struct pst_page *page, const struct pst_figure *figure)
{
  *page = (struct pst_page){.figure = figure, .kind = &pst_figure_rows[figure->kind]};
  page->width = figure->width > 0 ? fmax(figure->width, PST_FIGURE_LEAST) : 800;
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
