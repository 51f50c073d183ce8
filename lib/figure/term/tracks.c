/* tracks.c -- a row a label: its value and interval along an axis, and written out. */
#include <math.h>

#include "figure/page/value.h"
#include "figure/term/canvas.h"
#include "figure/term/drawing.h"

struct tracks {
  struct pst_drawing *d;
  struct pst_axis x;
  size_t names, values, texts, columns;
  int decimals;
  double null;
};

static double end_of(const double *ends, size_t k)
{
  return ends == NULL ? (double)NAN : ends[k];
}

static const char *label_of(const struct pst_figure_series *s, size_t k)
{
  const char *label = s->labels == NULL ? s->name : s->labels[k];

  return label == NULL ? "" : label;
}

/* With several series in a row of one label, which of them. */
static const char *name_of(const struct tracks *t, size_t i, size_t k)
{
  const struct pst_figure_series *s = &t->d->figure->series[i];

  if (t->d->figure->n_series < 2 || s->labels == NULL || s->name == NULL || *s->name == '\0')
    return label_of(s, k);
  return pst_arena_format(&t->d->arena, "%s, %s", label_of(s, k), s->name);
}

/* "0.12 [0.01, 0.23]". */
static const char *value_of(const struct tracks *t, size_t i, size_t k)
{
  const struct pst_figure_series *s = &t->d->figure->series[i];
  const double low = end_of(s->y_low, k), high = end_of(s->y_high, k);
  char a[PST_AXIS_TEXT], b[PST_AXIS_TEXT], c[PST_AXIS_TEXT];

  if (!isfinite(s->y[k])) {
    const char *text = pst_value_text(&t->d->arena, s, k, t->decimals);

    return text == NULL ? "" : text;
  }
  pst_axis_number(a, s->y[k], t->decimals);
  if (isnan(low) || isnan(high) || low == high)
    return pst_arena_string(&t->d->arena, a);
  return pst_arena_format(&t->d->arena, "%s [%s, %s]", a,
                          isinf(low) ? "−∞" : pst_axis_number(b, low, t->decimals),
                          isinf(high) ? "∞" : pst_axis_number(c, high, t->decimals));
}

static const char *text_of(const struct pst_figure_series *s, size_t k)
{
  return s->texts == NULL || s->texts[k] == NULL ? "" : s->texts[k];
}

static void widen(size_t *width, const char *text)
{
  const size_t columns = pst_term_columns(text);

  *width = columns > *width ? columns : *width;
}

static void measure(struct tracks *t)
{
  const struct pst_figure *figure = t->d->figure;

  widen(&t->texts, figure->text_header);
  for (size_t i = 0; i < figure->n_series; i++)
    for (size_t k = 0; k < figure->series[i].n; k++) {
      const struct pst_figure_series *s = &figure->series[i];

      pst_axis_add(&t->x, s->y[k]);
      pst_axis_add(&t->x, end_of(s->y_low, k));
      pst_axis_add(&t->x, end_of(s->y_high, k));
      widen(&t->names, name_of(t, i, k));
      widen(&t->values, value_of(t, i, k));
      widen(&t->texts, text_of(s, k));
    }
}

static void lay_out(struct tracks *t)
{
  const size_t right = 2 + t->values + (t->texts > 0 ? 2 + t->texts : 0);
  const size_t most = t->d->width > right + 20 ? (t->d->width - right) / 2 : 10;

  t->names = t->names > most ? most : t->names;
  t->columns = t->d->width > t->names + 1 + right + 10 ? t->d->width - t->names - 1 - right : 10;
}

static void draw_track(const struct tracks *t, const struct pst_figure_series *s, size_t k,
                       struct pst_canvas *track)
{
  const double low = end_of(s->y_low, k), high = end_of(s->y_high, k);
  const bool from = pst_axis_draws(&t->x, low), to = pst_axis_draws(&t->x, high);
  size_t a, b;

  if (from || to) {
    a = from ? pst_term_column(&t->x, low, t->columns) : 0;
    b = to ? pst_term_column(&t->x, high, t->columns) : t->columns - 1;
    for (size_t c = a; c <= b; c++)
      pst_canvas_set(track, c, 0, "─");
    if (from)
      pst_canvas_set(track, a, 0, "├");
    else
      pst_canvas_set(track, a, 0, "◀");
    if (to)
      pst_canvas_set(track, b, 0, "┤");
    else
      pst_canvas_set(track, b, 0, "▶");
  }
  if (pst_axis_draws(&t->x, t->null) && t->x.low <= t->null && t->x.high >= t->null)
    pst_canvas_under(track, pst_term_column(&t->x, t->null, t->columns), 0, "┊");
  if (pst_axis_draws(&t->x, s->y[k]))
    pst_canvas_set(track, pst_term_column(&t->x, s->y[k], t->columns), 0, "●");
}

static enum pst_status write_row(const struct tracks *t, size_t i, size_t k)
{
  const struct pst_figure_series *s = &t->d->figure->series[i];
  struct pst_canvas track;

  if (!pst_canvas_make(&track, &t->d->arena, t->columns, 1))
    return PST_NO_MEMORY;
  draw_track(t, s, k, &track);
  pst_term_name(t->d, name_of(t, i, k), t->names);
  pst_buffer_putc(t->d->out, ' ');
  pst_canvas_put(&track, 0, t->d->out);
  pst_term_repeat(t->d->out, " ", 2);
  pst_term_pad(t->d->out, value_of(t, i, k), t->values, true);
  if (t->texts > 0) {
    pst_term_repeat(t->d->out, " ", 2);
    pst_term_pad(t->d->out, text_of(s, k), t->texts, true);
  }
  pst_term_end(t->d->out);
  return PST_OK;
}

/* The row that the label of point K of series I is in: rows of one label stand together. */
static bool is_first(const struct pst_figure *figure, size_t i, size_t k)
{
  const char *label = label_of(&figure->series[i], k);

  for (size_t j = 0; j < i; j++)
    for (size_t m = 0; m < figure->series[j].n; m++)
      if (strcmp(label_of(&figure->series[j], m), label) == 0)
        return false;
  return true;
}

static enum pst_status write_label(const struct tracks *t, size_t i, size_t k)
{
  const struct pst_figure *figure = t->d->figure;
  const char *label = label_of(&figure->series[i], k);
  enum pst_status status = write_row(t, i, k);

  for (size_t j = i + 1; j < figure->n_series; j++)
    for (size_t m = 0; m < figure->series[j].n && status == PST_OK; m++)
      if (strcmp(label_of(&figure->series[j], m), label) == 0)
        status = write_row(t, j, m);
  return status;
}

/* Three significant digits of the largest end. */
static int forest_decimals(const struct pst_figure_series *s)
{
  double most = 0;

  for (size_t k = 0; k < s->n; k++) {
    const double values[] = {s->y[k], end_of(s->y_low, k), end_of(s->y_high, k)};

    for (size_t i = 0; i < 3; i++)
      most = isfinite(values[i]) ? fmax(most, fabs(values[i])) : most;
  }
  return most == 0 ? 0 : (int)fmin(6, fmax(0, 2 - floor(log10(most))));
}

enum pst_status pst_term_tracks(struct pst_drawing *d, struct pst_error *error)
{
  const struct pst_figure *figure = d->figure;
  const bool forest = figure->kind == PST_FIGURE_FOREST;
  struct tracks t = {.d = d,
                     .decimals = figure->decimals < 0 ? 2 : pst_value_decimals(figure),
                     .null = forest ? figure->null : figure->neutral};
  enum pst_status status = PST_OK;

  if (forest && figure->decimals == 0)
    t.decimals = forest_decimals(&figure->series[0]);
  pst_axis_start(&t.x, figure->log_x, false);
  measure(&t);
  if (pst_axis_empty(&t.x))
    return pst_term_fail(error);
  if (forest)
    pst_axis_add(&t.x, t.null);
  lay_out(&t);
  t.x.year = figure->ranks; /* whole, as years are */
  pst_axis_tick_up(&t.x, (int)(t.columns / 10) + 1, !figure->ranks);
  if (figure->text_header != NULL && *figure->text_header != '\0') {
    pst_term_pad(d->out, figure->text_header, d->width, true);
    pst_term_end(d->out);
  }
  for (size_t i = 0; i < figure->n_series; i++)
    for (size_t k = 0; k < figure->series[i].n && status == PST_OK; k++)
      if (is_first(figure, i, k))
        status = write_label(&t, i, k);
  pst_term_ticks(d->out, &t.x, t.names + 1, t.columns);
  if (figure->x_label != NULL && *figure->x_label != '\0') {
    pst_term_repeat(d->out, " ", t.names + 1);
    pst_term_pad(d->out, figure->x_label, d->width - t.names - 1, false);
    pst_term_end(d->out);
  }
  return status;
}
