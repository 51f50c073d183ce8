/* term.c -- a figure drawn with characters: its head, what its kind draws, its foot. */
#include "figure/term/term.h"

#include "figure/term/drawing.h"

enum { PANELS_FROM = 8 };

static pst_draw_term *const kinds[PST_FIGURE_KINDS] = {
    [PST_FIGURE_LINES] = pst_term_plot,     [PST_FIGURE_SLOPE] = pst_term_plot,
    [PST_FIGURE_BUMP] = pst_term_plot,      [PST_FIGURE_SCATTER] = pst_term_plot,
    [PST_FIGURE_HEATMAP] = pst_term_matrix, [PST_FIGURE_DOTS] = pst_term_tracks,
    [PST_FIGURE_AREAS] = pst_term_bars,     [PST_FIGURE_BARS] = pst_term_bars,
    [PST_FIGURE_LORENZ] = pst_term_plot,    [PST_FIGURE_ROWS] = pst_term_bars,
    [PST_FIGURE_FOREST] = pst_term_tracks,  [PST_FIGURE_LIKERT] = pst_term_bars,
};

/* Many series, or such as have scales of their own, are a line each. */
static pst_draw_term *choose(const struct pst_drawing *d)
{
  const struct pst_figure *figure = d->figure;

  if (figure->kind == PST_FIGURE_LINES
      && (figure->panels == PST_FIGURE_PANELS_ALWAYS
          || (figure->n_series > PANELS_FROM && !d->any_highlight)))
    return pst_term_sparks;
  return kinds[figure->kind];
}

static void put_foot(struct pst_drawing *d)
{
  pst_buffer_puts(&d->notes, d->figure->note == NULL ? "" : d->figure->note);
  if (d->figure->mark_note != NULL)
    pst_buffer_printf(&d->notes, " %s", d->figure->mark_note);
  while (d->notes.size > 0 && d->notes.data[d->notes.size - 1] == ' ')
    d->notes.data[--d->notes.size] = '\0';
  pst_term_words(d, "", pst_buffer_string(&d->notes));
  pst_term_words(d, "Source: ", d->figure->source);
}

/* What would move the cursor, colour the screen or turn the direction of what follows. */
static bool is_command(unsigned long code)
{
  return (code < 0x20 && code != '\n') || (code >= 0x7F && code <= 0x9F) || code == 0x200E
         || code == 0x200F || (code >= 0x202A && code <= 0x202E)
         || (code >= 0x2066 && code <= 0x2069);
}

/* A drawing shows names as they are, but they command no terminal. */
static void put_plain(struct pst_buffer *out, const struct pst_buffer *drawing)
{
  const struct pst_text text = {.data = drawing->data, .size = drawing->size};

  for (size_t at = 0; at < text.size;) {
    const size_t from = at;

    if (is_command(pst_utf8_next(text, &at)))
      pst_buffer_putc(out, ' ');
    else
      pst_buffer_add(out, text.data + from, at - from);
  }
  out->failed |= drawing->failed;
}

enum pst_status pst_term_draw(const struct pst_figure *figure, size_t width, struct pst_buffer *out,
                              struct pst_error *error)
{
  struct pst_buffer drawing = {.data = NULL};
  struct pst_drawing d = {.figure = figure, .width = width, .out = &drawing};
  const bool cells = figure->kind == PST_FIGURE_HEATMAP || figure->kind == PST_FIGURE_LIKERT;
  enum pst_status status;

  d.width = width < PST_TERM_LEAST ? PST_TERM_LEAST : width > PST_TERM_MOST ? PST_TERM_MOST : width;
  for (size_t i = 0; i < figure->n_series; i++)
    d.any_highlight |= figure->series[i].highlight;
  if (cells ? figure->cells == NULL : figure->n_series == 0)
    return pst_term_fail(error);
  pst_term_words(&d, "", figure->title);
  pst_term_words(&d, "", figure->subtitle);
  pst_term_words(&d, "", figure->y_label);
  pst_buffer_putc(&drawing, '\n');
  status = choose(&d)(&d, error);
  if (status == PST_OK) {
    pst_buffer_putc(&drawing, '\n');
    put_foot(&d);
    put_plain(out, &drawing);
  }
  if (status == PST_NO_MEMORY || out->failed || d.notes.failed)
    status = pst_fail_memory(error);
  pst_buffer_free(&drawing);
  pst_buffer_free(&d.notes);
  pst_arena_free(&d.arena);
  return status;
}
