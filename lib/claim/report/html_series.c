/* html_series.c -- a series that decided a check, drawn as a line or as dots. */
#include <math.h>

#include "claim/report/html.h"
#include "report/escape.h"

enum {
  WIDTH = 640,
  LINE_HEIGHT = 240,
  LEFT = 64,
  RIGHT = 624,
  TOP = 14,
  BOTTOM = 204,
  MARKS_MOST = 200, /* points above that are a line alone */
  ROW = 24,
  ROWS_MOST = 40,
  ROWS_LEFT = 210,
  ROWS_RIGHT = 600,
  LABEL_MOST = 26 /* characters of a key beside its row */
};

static void put_pair(struct pst_buffer *out, const char *x_name, double x, const char *y_name,
                     double y)
{
  pst_buffer_printf(out, " %s=\"", x_name);
  pst_element_coordinate(out, x);
  pst_buffer_printf(out, "\" %s=\"", y_name);
  pst_element_coordinate(out, y);
  pst_buffer_putc(out, '"');
}

static void put_line(struct pst_buffer *out, const char *class, double x1, double y1, double x2,
                     double y2)
{
  pst_buffer_printf(out, "<line class=\"%s\"", class);
  put_pair(out, "x1", x1, "y1", y1);
  put_pair(out, "x2", x2, "y2", y2);
  pst_buffer_puts(out, "/>");
}

static void put_label(struct pst_buffer *out, const char *anchor, double x, double y)
{
  pst_buffer_printf(out, "<text text-anchor=\"%s\"", anchor);
  put_pair(out, "x", x, "y", y);
  pst_buffer_putc(out, '>');
}

/* The first LABEL_MOST characters of KEY. */
static void put_key(struct pst_buffer *out, const char *key)
{
  struct pst_text text = pst_text_of(key);
  struct pst_buffer part = {.data = NULL};
  size_t at = 0;

  for (size_t n = 0; n < LABEL_MOST && at < text.size; n++)
    pst_utf8_next(text, &at);
  pst_buffer_add(&part, text.data, at);
  pst_escape_xml(out, pst_buffer_string(&part));
  if (at < text.size)
    pst_buffer_puts(out, "\xE2\x80\xA6");
  out->failed = out->failed || part.failed;
  pst_buffer_free(&part);
}

/* The finite numbers of the points; false when there is none. */
static bool find_range(const struct pst_claim_point *points, size_t n, double *low, double *high)
{
  *low = INFINITY;
  *high = -INFINITY;
  for (size_t i = 0; i < n; i++) {
    const double values[] = {points[i].value, points[i].low, points[i].high};

    for (size_t k = 0; points[i].known && k < 3; k++) {
      if (!isfinite(values[k]))
        continue;
      *low = fmin(*low, values[k]);
      *high = fmax(*high, values[k]);
    }
  }
  return *low <= *high;
}

/* Keys that are numbers or periods have a place on a scale; others are just counted. */
static bool is_scaled(const struct pst_claim_series *series)
{
  for (size_t i = 0; i < series->point_count; i++)
    if (series->points[i].position != (double)i)
      return true;
  return series->point_count > 0 && series->points[0].key[0] >= '0'
         && series->points[0].key[0] <= '9';
}

static bool fails(const struct pst_claim_point *point)
{
  return point->verdict == PST_VERDICT_CONTRADICTED;
}

/* --- one mark ------------------------------------------------------------------------------------ */

static void put_title(struct pst_buffer *out, const struct pst_claim_point *point)
{
  pst_buffer_puts(out, "<title>");
  pst_escape_xml(out, point->key);
  pst_buffer_puts(out, ": ");
  if (point->known && isfinite(point->value))
    pst_element_number(out, point->value);
  else
    pst_buffer_puts(out, point->known ? "without an end" : "missing");
  if (point->known && point->low < point->high && isfinite(point->low) && isfinite(point->high)) {
    pst_buffer_puts(out, " [");
    pst_element_number(out, point->low);
    pst_buffer_puts(out, ", ");
    pst_element_number(out, point->high);
    pst_buffer_putc(out, ']');
  }
  pst_buffer_printf(out, " (%s)</title>", pst_verdict_name(point->verdict));
}

/* A dot; a cross where the point contradicts, so that colour is not needed to see it. */
static void put_dot(struct pst_buffer *out, const struct pst_claim_point *point, double x, double y)
{
  pst_buffer_printf(out, "<g class=\"point %s\">", pst_html_class(point->verdict));
  put_title(out, point);
  if (fails(point)) {
    pst_buffer_puts(out, "<path class=\"cross\" d=\"M");
    pst_element_coordinate(out, x - 5);
    pst_buffer_putc(out, ' ');
    pst_element_coordinate(out, y - 5);
    pst_buffer_puts(out, "l10 10m0 -10l-10 10\"/>");
  } else {
    pst_buffer_puts(out, "<circle");
    put_pair(out, "cx", x, "cy", y);
    pst_buffer_puts(out, " r=\"3.5\"/>");
  }
  pst_buffer_puts(out, "</g>");
}

static double clamp(double value, double low, double high)
{
  return fmin(fmax(value, low), high);
}

/* --- a line -------------------------------------------------------------------------------------- */

struct plane {
  struct pst_html_axis x, y;
};

static void put_y_axis(struct pst_buffer *out, const struct pst_html_axis *y)
{
  for (size_t i = 0; i < pst_html_mark_count(y); i++) {
    double mark = pst_html_mark(y, i), at = pst_html_place(y, mark);

    put_line(out, "grid", LEFT, at, RIGHT, at);
    put_label(out, "end", LEFT - 8, at + 4);
    pst_element_number(out, mark);
    pst_buffer_puts(out, "</text>");
  }
}

static void put_x_label(struct pst_buffer *out, double x, const char *key)
{
  put_line(out, "axis", x, BOTTOM, x, BOTTOM + 4);
  put_label(out, "middle", x, BOTTOM + 18);
  put_key(out, key);
  pst_buffer_puts(out, "</text>");
}

/* The last key, and from the first on those that there is room for. */
static void put_x_axis(struct pst_buffer *out, const struct plane *plane,
                       const struct pst_claim_series *series)
{
  const struct pst_claim_point *points = series->points, *last = &points[series->point_count - 1];
  double room = 0, before = -INFINITY, end = pst_html_place(&plane->x, last->position);

  for (size_t i = 0; i < series->point_count; i++)
    room = fmax(room, (double)pst_utf8_width(pst_text_of(points[i].key)) * 8 + 8);
  put_line(out, "axis", LEFT, BOTTOM, RIGHT, BOTTOM);
  for (size_t i = 0; i + 1 < series->point_count; i++) {
    double x = pst_html_place(&plane->x, points[i].position);

    if (x - before < room || end - x < room)
      continue;
    put_x_label(out, x, points[i].key);
    before = x;
  }
  put_x_label(out, end, last->key);
}

static void put_spread(struct pst_buffer *out, const struct plane *plane,
                       const struct pst_claim_point *point)
{
  double x = pst_html_place(&plane->x, point->position);

  if (point->low < point->high)
    put_line(out, "spread", x, clamp(pst_html_place(&plane->y, point->low), TOP, BOTTOM), x,
             clamp(pst_html_place(&plane->y, point->high), TOP, BOTTOM));
}

static void put_step(struct pst_buffer *out, const struct plane *plane,
                     const struct pst_claim_point *from, const struct pst_claim_point *to)
{
  put_line(out, fails(to) ? "step contradicted" : "step", pst_html_place(&plane->x, from->position),
           pst_html_place(&plane->y, from->value), pst_html_place(&plane->x, to->position),
           pst_html_place(&plane->y, to->value));
}

static bool has_value(const struct pst_claim_point *point)
{
  return point->known && isfinite(point->value);
}

static void put_missing(struct pst_buffer *out, const struct plane *plane,
                        const struct pst_claim_point *point)
{
  pst_buffer_puts(out, "<g class=\"point missing\">");
  put_title(out, point);
  put_label(out, "middle", pst_html_place(&plane->x, point->position), BOTTOM - 6);
  pst_buffer_puts(out, "?</text></g>");
}

static void put_points(struct pst_buffer *out, const struct plane *plane,
                       const struct pst_claim_series *series)
{
  const struct pst_claim_point *points = series->points;
  bool marks = series->point_count <= MARKS_MOST;

  for (size_t i = 0; i < series->point_count && marks; i++)
    if (points[i].known)
      put_spread(out, plane, &points[i]);
  for (size_t i = 1; i < series->point_count; i++)
    if (has_value(&points[i - 1]) && has_value(&points[i]))
      put_step(out, plane, &points[i - 1], &points[i]);
  for (size_t i = 0; i < series->point_count; i++) {
    if (has_value(&points[i]) && (marks || fails(&points[i])))
      put_dot(out, &points[i], pst_html_place(&plane->x, points[i].position),
              pst_html_place(&plane->y, points[i].value));
    else if (!points[i].known && marks)
      put_missing(out, plane, &points[i]);
  }
}

static void put_lines(struct pst_buffer *out, const struct pst_claim_series *series, double low,
                      double high)
{
  const struct pst_claim_point *points = series->points;
  double margin = high > low ? (high - low) * 0.06 : 0;
  struct plane plane = {
      .x = pst_html_axis(points[0].position, points[series->point_count - 1].position, LEFT + 16,
                         RIGHT - 24, 6),
      .y = pst_html_axis(low - margin, high + margin, BOTTOM, TOP, 5),
  };

  put_y_axis(out, &plane.y);
  put_x_axis(out, &plane, series);
  put_points(out, &plane, series);
}

/* --- a row a key --------------------------------------------------------------------------------- */

static size_t count_rows(const struct pst_claim_series *series)
{
  return series->point_count < ROWS_MOST ? series->point_count : ROWS_MOST;
}

static void put_row(struct pst_buffer *out, const struct pst_html_axis *axis,
                    const struct pst_claim_point *point, double y)
{
  put_label(out, "end", ROWS_LEFT - 14, y + 4);
  put_key(out, point->key);
  pst_buffer_puts(out, "</text>");
  put_line(out, "grid", ROWS_LEFT, y, ROWS_RIGHT, y);
  if (point->known && point->low < point->high)
    put_line(out, "spread", clamp(pst_html_place(axis, point->low), ROWS_LEFT, ROWS_RIGHT), y,
             clamp(pst_html_place(axis, point->high), ROWS_LEFT, ROWS_RIGHT), y);
  if (has_value(point)) {
    put_dot(out, point, pst_html_place(axis, point->value), y);
  } else if (!point->known) {
    put_label(out, "start", ROWS_LEFT + 4, y + 4);
    pst_buffer_puts(out, "missing</text>");
  }
}

static void put_rows(struct pst_buffer *out, const struct pst_claim_series *series, double low,
                     double high)
{
  double margin = high > low ? (high - low) * 0.05 : 0;
  struct pst_html_axis axis = pst_html_axis(low - margin, high + margin, ROWS_LEFT, ROWS_RIGHT, 5);
  size_t rows = count_rows(series);
  double bottom = TOP + (double)rows * ROW;

  for (size_t i = 0; i < rows; i++)
    put_row(out, &axis, &series->points[i], TOP + ((double)i + 0.5) * ROW);
  put_line(out, "axis", ROWS_LEFT, bottom, ROWS_RIGHT, bottom);
  for (size_t i = 0; i < pst_html_mark_count(&axis); i++) {
    const double mark = pst_html_mark(&axis, i);
    double x = pst_html_place(&axis, mark);

    put_line(out, "axis", x, bottom, x, bottom + 4);
    put_label(out, "middle", x, bottom + 18);
    pst_element_number(out, mark);
    pst_buffer_puts(out, "</text>");
  }
}

/* --- the figure ---------------------------------------------------------------------------------- */

static void put_caption(struct pst_buffer *out, const struct pst_claim_series *series)
{
  size_t failing = 0, missing = 0;

  for (size_t i = 0; i < series->point_count; i++) {
    failing += fails(&series->points[i]);
    missing += !series->points[i].known;
  }
  pst_buffer_puts(out, "<figcaption><code>");
  pst_escape_xml(out, series->label);
  pst_buffer_puts(out, "</code>");
  if (series->unit[0] != '\0') {
    pst_buffer_puts(out, ", ");
    pst_escape_xml(out, series->unit);
  }
  if (failing > 0)
    pst_buffer_printf(out, "; \xE2\x9C\x95 contradicts (%zu)", failing);
  if (missing > 0)
    pst_buffer_printf(out, "; ? missing (%zu)", missing);
  if (!is_scaled(series) && series->point_count > ROWS_MOST)
    pst_buffer_printf(out, "; the first %d of %zu", (int)ROWS_MOST, series->point_count);
  pst_buffer_puts(out, "</figcaption>");
}

void pst_html_series(struct pst_buffer *out, const struct pst_claim_series *series)
{
  bool scaled = is_scaled(series);
  double low, high;

  if (series->point_count < 2 || !find_range(series->points, series->point_count, &low, &high))
    return;
  pst_buffer_printf(out,
                    "<figure><svg class=\"series\" viewBox=\"0 0 %d %zu\" role=\"img\" "
                    "aria-label=\"",
                    WIDTH, scaled ? (size_t)LINE_HEIGHT : TOP + count_rows(series) * ROW + 30);
  pst_escape_xml(out, series->label);
  pst_buffer_puts(out, "\">");
  if (scaled)
    put_lines(out, series, low, high);
  else
    put_rows(out, series, low, high);
  pst_buffer_puts(out, "</svg>");
  put_caption(out, series);
  pst_buffer_puts(out, "</figure>\n");
}
