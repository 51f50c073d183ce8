/* plot.c -- points and lines between two axes. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "figure/page/value.h"
#include "figure/term/canvas.h"
#include "figure/term/drawing.h"

enum { ROWS = 16, ROWS_MOST = 30, NAMES_PART = 3 };

/* A name at the right end of a line. */
struct name {
  const char *text, *glyph;
  size_t row;
  double y;
};

struct plot {
  struct pst_drawing *d;
  struct pst_axis x, y;
  struct pst_canvas canvas;
  size_t left; /* columns of the ticks of y */
  struct name *names;
  size_t n_names;
  const struct name **at; /* of each row; NULL: none */
  bool lined;
};

static double low_of(const struct pst_figure_series *s, size_t k)
{
  return s->y_low == NULL ? (double)NAN : s->y_low[k];
}

static double high_of(const struct pst_figure_series *s, size_t k)
{
  return s->y_high == NULL ? (double)NAN : s->y_high[k];
}

/* --- axes ---------------------------------------------------------------------------------------- */

static void add_series(struct plot *p, const struct pst_figure_series *s)
{
  for (size_t k = 0; k < s->n; k++) {
    const double y[] = {s->y[k], low_of(s, k), high_of(s, k)};

    for (size_t i = 0; i < 3 && pst_axis_draws(&p->x, s->x[k]); i++)
      if (pst_axis_draws(&p->y, y[i])) {
        pst_axis_add(&p->x, s->x[k]);
        pst_axis_add(&p->y, y[i]);
      }
  }
  for (size_t k = 0; k < s->fit_n; k++) {
    pst_axis_add(&p->x, s->fit_x[k]);
    pst_axis_add(&p->y, s->fit_y[k]);
  }
}

static void tick_x(struct plot *p, size_t columns)
{
  const struct pst_figure *figure = p->d->figure;

  if (figure->n_x_ticks == 0) {
    pst_axis_tick_up(&p->x, (int)(columns / 12) + 1, !figure->x_year);
    return;
  }
  p->x.n_ticks = 0;
  for (size_t i = 0; i < figure->n_x_ticks && p->x.n_ticks < PST_AXIS_TICKS; i++) {
    struct pst_axis_tick *tick = &p->x.ticks[p->x.n_ticks];

    if (!pst_axis_draws(&p->x, figure->x_ticks[i].at) || figure->x_ticks[i].at < p->x.low
        || figure->x_ticks[i].at > p->x.high)
      continue;
    tick->at = figure->x_ticks[i].at;
    snprintf(tick->text, sizeof tick->text, "%s", figure->x_ticks[i].text);
    p->x.n_ticks++;
  }
}

static bool settle_axes(struct plot *p)
{
  const struct pst_figure *figure = p->d->figure;

  pst_axis_start(&p->x, figure->log_x, figure->x_year);
  pst_axis_start(&p->y, figure->log_y, figure->kind == PST_FIGURE_BUMP); /* ranks are whole */
  p->y.downward = figure->kind == PST_FIGURE_BUMP;
  for (size_t i = 0; i < figure->n_series; i++)
    add_series(p, &figure->series[i]);
  if (pst_axis_empty(&p->x) || pst_axis_empty(&p->y))
    return false;
  pst_axis_tick_up(&p->y, 5, !p->y.downward && figure->kind != PST_FIGURE_SLOPE);
  for (size_t i = 0; i < p->y.n_ticks; i++)
    p->left = pst_term_columns(p->y.ticks[i].text) > p->left ? pst_term_columns(p->y.ticks[i].text)
                                                             : p->left;
  return true;
}

static size_t rows_of(const struct plot *p)
{
  const double ranks = p->y.high - p->y.low + 1;

  if (!p->y.downward)
    return ROWS;
  return ranks < 2 ? 2 : ranks > ROWS_MOST ? ROWS_MOST : (size_t)ranks;
}

static size_t row_of(const struct plot *p, double y)
{
  const size_t up = pst_term_column(&p->y, y, p->canvas.rows);

  return p->y.downward ? up : p->canvas.rows - 1 - up;
}

/* --- lines and points ----------------------------------------------------------------------------- */

/* Between two points, in the columns between them. */
static void draw_line(struct plot *p, double x0, double y0, double x1, double y1, const char *glyph,
                      bool under)
{
  const size_t from = pst_term_column(&p->x, x0, p->canvas.columns);
  const size_t to = pst_term_column(&p->x, x1, p->canvas.columns);

  for (size_t c = from; c <= to; c++) {
    const double part = to > from ? (double)(c - from) / (double)(to - from) : 1;
    const double at = pst_axis_at(&p->y, y0) * (1 - part) + pst_axis_at(&p->y, y1) * part;

    if (under)
      pst_canvas_under(&p->canvas, c, row_of(p, pst_axis_value(&p->y, at)), glyph);
    else
      pst_canvas_set(&p->canvas, c, row_of(p, pst_axis_value(&p->y, at)), glyph);
  }
}

static bool draws(const struct plot *p, double x, double y)
{
  return pst_axis_draws(&p->x, x) && pst_axis_draws(&p->y, y);
}

static int by_number(const void *a, const void *b)
{
  const double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

/* The step in x that breaks a line, as struct pst_figure says. */
static double gap_of(struct plot *p, const struct pst_figure_series *s)
{
  double *steps = pst_arena_array(&p->d->arena, s->n + 1, sizeof *steps);
  size_t n = 0;

  if (p->d->figure->gap > 0)
    return p->d->figure->gap;
  for (size_t k = 1; steps != NULL && k < s->n; k++)
    if (s->x[k] > s->x[k - 1])
      steps[n++] = s->x[k] - s->x[k - 1];
  if (n == 0)
    return (double)INFINITY;
  qsort(steps, n, sizeof *steps, by_number);
  return 1.5 * steps[(n - 1) / 2];
}

/* The bar of what is known within bounds, an arrow at an open end. */
static void draw_bar(struct plot *p, const struct pst_figure_series *s, size_t k)
{
  const double low = low_of(s, k), high = high_of(s, k);
  const size_t column = pst_term_column(&p->x, s->x[k], p->canvas.columns);
  size_t top, bottom;

  if (!pst_axis_draws(&p->x, s->x[k]))
    return;
  if (pst_axis_draws(&p->y, low) && pst_axis_draws(&p->y, high)) {
    top = row_of(p, high);
    bottom = row_of(p, low);
    for (size_t row = top < bottom ? top : bottom; row <= (top < bottom ? bottom : top); row++)
      pst_canvas_under(&p->canvas, column, row, "│");
  } else if (pst_axis_draws(&p->y, low) && isinf(high))
    pst_canvas_under(&p->canvas, column, row_of(p, low), p->y.downward ? "↓" : "↑");
  else if (pst_axis_draws(&p->y, high) && isinf(low))
    pst_canvas_under(&p->canvas, column, row_of(p, high), p->y.downward ? "↑" : "↓");
}

static void draw_series(struct plot *p, size_t i)
{
  const struct pst_figure_series *s = &p->d->figure->series[i];
  const char *glyph = pst_term_glyph(p->d, i);
  const double gap = p->lined ? gap_of(p, s) : 0;

  for (size_t k = 0; k < s->n; k++) {
    if (draws(p, s->x[k], s->y[k]))
      draw_line(p, s->x[k], s->y[k], s->x[k], s->y[k], glyph, false);
    if (p->lined && k > 0 && draws(p, s->x[k - 1], s->y[k - 1]) && draws(p, s->x[k], s->y[k])
        && s->x[k] - s->x[k - 1] <= gap)
      draw_line(p, s->x[k - 1], s->y[k - 1], s->x[k], s->y[k], glyph, false);
    draw_bar(p, s, k);
  }
}

static void note_bands(struct plot *p)
{
  for (size_t i = 0; i < p->d->figure->n_series; i++)
    if (p->d->figure->series[i].fit_low != NULL) {
      pst_buffer_puts(&p->d->notes, "Bands of lines are not drawn here. ");
      return;
    }
}

static void draw_fit(struct plot *p, const struct pst_figure_series *s)
{
  for (size_t k = 1; k < s->fit_n; k++)
    if (draws(p, s->fit_x[k - 1], s->fit_y[k - 1]) && draws(p, s->fit_x[k], s->fit_y[k]))
      draw_line(p, s->fit_x[k - 1], s->fit_y[k - 1], s->fit_x[k], s->fit_y[k], "─", true);
}

/* Of one scatter, how many points a place has. */
static void count_points(struct plot *p)
{
  static const char *const digits[] = {"●", "2", "3", "4", "5", "6", "7", "8", "9"};
  bool many = false;

  for (size_t c = 0; c < p->canvas.columns * p->canvas.rows; c++) {
    const unsigned n = p->canvas.count[c];

    if (n > 1)
      p->canvas.cells[c] = n > 9 ? "#" : digits[n - 1];
    many |= n > 1;
  }
  if (many)
    pst_buffer_puts(&p->d->notes, "2 to 9: so many points at one place; #: more. ");
}

static void draw_all(struct plot *p)
{
  const struct pst_figure *figure = p->d->figure;

  for (int front = 0; front < 2; front++)
    for (size_t i = 0; i < figure->n_series; i++)
      if (figure->series[i].highlight == front)
        draw_series(p, i);
  if (!p->lined && figure->n_series == 1 && figure->kind == PST_FIGURE_SCATTER)
    count_points(p);
  for (size_t i = 0; i < figure->n_series; i++)
    draw_fit(p, &figure->series[i]);
  note_bands(p);
  if (figure->kind == PST_FIGURE_LORENZ)
    draw_line(p, p->x.low, p->y.low, p->x.high, p->y.high, "·", true);
  if (!p->y.log && p->y.low < 0 && p->y.high > 0)
    draw_line(p, p->x.low, 0, p->x.high, 0, "┄", true);
}

/* --- names ---------------------------------------------------------------------------------------- */

/* "Japan  36.5" of two periods, else the name alone. */
static const char *end_text(struct plot *p, const struct pst_figure_series *s, size_t k)
{
  if (p->d->figure->kind == PST_FIGURE_SLOPE && s->labels != NULL && s->labels[k] != NULL)
    return pst_arena_format(&p->d->arena, "%s  %s", s->name, s->labels[k]);
  return s->name;
}

static bool collect_names(struct plot *p)
{
  const struct pst_figure *figure = p->d->figure;

  p->names = pst_arena_array(&p->d->arena, figure->n_series + 1, sizeof *p->names);
  if (p->names == NULL)
    return false;
  for (size_t i = 0; i < figure->n_series; i++) {
    const struct pst_figure_series *s = &figure->series[i];

    for (size_t k = s->n; k-- > 0;) {
      const double y = pst_value_place(s, k);

      if (!draws(p, s->x[k], y) || s->name == NULL || *s->name == '\0')
        continue;
      p->names[p->n_names++] =
          (struct name){.text = end_text(p, s, k), .glyph = pst_term_glyph(p->d, i), .y = y};
      if (p->names[p->n_names - 1].text == NULL)
        return false;
      break;
    }
  }
  return true;
}

static int by_row(const void *a, const void *b)
{
  const struct name *p = a, *q = b;

  if (p->row != q->row)
    return p->row < q->row ? -1 : 1;
  if (p->y != q->y)
    return p->y > q->y ? -1 : 1;
  return strcmp(p->text, q->text);
}

/* Each name in its row or the next that is free; what finds none is counted. */
static bool place_names(struct plot *p)
{
  size_t left_out = 0;

  p->at = pst_arena_array(&p->d->arena, p->canvas.rows, sizeof *p->at);
  if (p->at == NULL)
    return false;
  for (size_t i = 0; i < p->n_names; i++)
    p->names[i].row = row_of(p, p->names[i].y);
  qsort(p->names, p->n_names, sizeof *p->names, by_row);
  for (size_t i = 0; i < p->n_names; i++) {
    bool placed = false;

    for (size_t far = 0; far < p->canvas.rows && !placed; far++) {
      const size_t row = p->names[i].row;
      const size_t down = row + far, up = row - far;

      if (down < p->canvas.rows && p->at[down] == NULL) {
        p->at[down] = &p->names[i];
        placed = true;
      } else if (far <= row && p->at[up] == NULL) {
        p->at[up] = &p->names[i];
        placed = true;
      }
    }
    left_out += !placed;
  }
  if (left_out > 0)
    pst_buffer_printf(&p->d->notes, "%zu more series have no name for want of room. ", left_out);
  return true;
}

static size_t widest_name(const struct plot *p)
{
  size_t most = 0, part = NAMES_PART;

  for (size_t i = 0; i < p->n_names; i++)
    if (pst_term_columns(p->names[i].text) > most)
      most = pst_term_columns(p->names[i].text);
  most += most > 0 ? 3 : 0;
  if (p->d->figure->kind == PST_FIGURE_SLOPE)
    part = 2;
  return most > p->d->width / part ? p->d->width / part : most;
}

/* --- output --------------------------------------------------------------------------------------- */

static const char *tick_at(const struct plot *p, size_t row)
{
  for (size_t i = 0; i < p->y.n_ticks; i++)
    if (row_of(p, p->y.ticks[i].at) == row)
      return p->y.ticks[i].text;
  return NULL;
}

static void write_rows(struct plot *p, size_t names)
{
  struct pst_buffer *out = p->d->out;

  for (size_t row = 0; row < p->canvas.rows; row++) {
    const char *tick = tick_at(p, row);

    pst_term_pad(out, tick, p->left, true);
    pst_buffer_puts(out, tick == NULL ? " │" : " ┤");
    pst_canvas_put(&p->canvas, row, out);
    if (p->at[row] != NULL) {
      pst_buffer_printf(out, " %s ", p->at[row]->glyph);
      pst_term_pad(out, p->at[row]->text, names - 3, false);
    }
    pst_term_end(out);
  }
  pst_term_repeat(out, " ", p->left);
  pst_buffer_puts(out, " └");
  pst_term_repeat(out, "─", p->canvas.columns);
  pst_term_end(out);
  pst_term_ticks(out, &p->x, p->left + 2, p->canvas.columns);
  if (p->d->figure->x_label != NULL && *p->d->figure->x_label != '\0') {
    pst_term_repeat(out, " ", p->left + 2);
    pst_term_pad(out, p->d->figure->x_label, p->d->width - p->left - 2, false);
    pst_term_end(out);
  }
}

enum pst_status pst_term_plot(struct pst_drawing *d, struct pst_error *error)
{
  struct plot p = {.d = d, .lined = d->figure->kind != PST_FIGURE_SCATTER};
  size_t names, columns;

  if (!settle_axes(&p))
    return pst_term_fail(error);
  if (!collect_names(&p))
    return PST_NO_MEMORY;
  names = widest_name(&p);
  columns = d->width > p.left + 2 + names + 10 ? d->width - p.left - 2 - names : 10;
  tick_x(&p, columns);
  if (!pst_canvas_make(&p.canvas, &d->arena, columns, rows_of(&p)) || !place_names(&p))
    return PST_NO_MEMORY;
  draw_all(&p);
  write_rows(&p, names);
  return PST_OK;
}
