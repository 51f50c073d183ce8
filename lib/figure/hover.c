/* hover.c -- the names of what an SVG shows. */
#include "figure/hover.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/number.h"

enum { SERIES_MOST = 9999 };

static const double pixel = 0.75;

/* A point of a series and where it is drawn. */
struct mark {
  double x, y;
  double width; /* of a box */
};

struct naming {
  const struct pst_figure *figure;
  struct pst_buffer *out;
};

/* TEXT where XML takes it: a title holds no markup. */
static void put_text(struct pst_buffer *out, const char *text)
{
  for (; text != NULL && *text != '\0'; text++)
    if (*text == '<')
      pst_buffer_puts(out, "&lt;");
    else if (*text == '>')
      pst_buffer_puts(out, "&gt;");
    else if (*text == '&')
      pst_buffer_puts(out, "&amp;");
    else
      pst_buffer_putc(out, (unsigned char)*text < 0x20 ? ' ' : *text);
}

static bool is_given(const char *text)
{
  return text != NULL && *text != '\0';
}

/* A sentence, when there is one. */
static void put_sentence(struct pst_buffer *out, const char *before, const char *text)
{
  if (!is_given(text))
    return;
  pst_buffer_puts(out, before);
  put_text(out, text);
  pst_buffer_puts(out, text[strlen(text) - 1] == '.' ? " " : ". ");
}

static void put_title(struct naming *naming)
{
  const struct pst_figure *figure = naming->figure;

  pst_buffer_puts(naming->out, "<title>");
  put_text(naming->out, is_given(figure->title) ? figure->title : figure->y_label);
  pst_buffer_puts(naming->out, "</title>\n");
}

static void put_description(struct naming *naming)
{
  const struct pst_figure *figure = naming->figure;
  struct pst_buffer *out = naming->out;
  size_t shown = 0;

  pst_buffer_puts(out, "<desc>");
  put_sentence(out, "", figure->subtitle);
  put_sentence(out, "Upright: ", figure->y_label);
  put_sentence(out, "Across: ", figure->x_label);
  for (size_t i = 0; i < figure->n_series; i++) {
    if (!is_given(figure->series[i].name))
      continue;
    pst_buffer_puts(out, shown++ == 0 ? "Shown: " : ", ");
    put_text(out, figure->series[i].name);
  }
  pst_buffer_puts(out, shown > 0 ? ". " : "");
  put_sentence(out, "", figure->note);
  put_sentence(out, "Source: ", figure->source);
  pst_buffer_puts(out, "</desc>\n");
}

/* --- points -------------------------------------------------------------------------------------- */

static double on_scale(double value, bool log)
{
  return log ? log10(value) : value;
}

static bool is_drawn(const struct pst_figure *figure, const struct pst_figure_series *series,
                     size_t i)
{
  if (figure->kind == PST_FIGURE_LIKERT)
    return figure->cells[i] > 0 && isfinite(figure->cells[i]);
  if (figure->kind == PST_FIGURE_DOTS)
    return isfinite(on_scale(series->y[i], figure->log_x));
  if (figure->kind == PST_FIGURE_BARS)
    return isfinite(series->y[i]);
  return isfinite(on_scale(series->x[i], figure->log_x))
         && isfinite(on_scale(series->y[i], figure->log_y));
}

static void put_number(struct pst_buffer *out, double value)
{
  char text[PST_NUMBER_SIZE];

  pst_buffer_add(out, text, pst_number_print(text, value));
}

/* "2000", or the tick that stands there. */
static void put_x(struct pst_buffer *out, const struct pst_figure *figure, double x)
{
  for (size_t i = 0; i < figure->n_x_ticks; i++)
    if (figure->x_ticks[i].at == x) {
      put_text(out, figure->x_ticks[i].text);
      return;
    }
  put_number(out, x);
}

/* "China, inbound: 1.52 [1.489, 1.553]" of a row. */
static void put_row(struct naming *naming, const struct pst_figure_series *series, size_t i)
{
  struct pst_buffer *out = naming->out;
  const char *label = series->labels == NULL ? NULL : series->labels[i];

  pst_buffer_puts(out, "<title>");
  put_text(out, label);
  pst_buffer_puts(out, is_given(label) && is_given(series->name) ? ", " : "");
  put_text(out, series->name);
  pst_buffer_puts(out, ": ");
  put_number(out, series->y[i]);
  if (series->y_low != NULL && series->y_high != NULL && isfinite(series->y_low[i])
      && isfinite(series->y_high[i])) {
    pst_buffer_puts(out, " [");
    put_number(out, series->y_low[i]);
    pst_buffer_puts(out, ", ");
    put_number(out, series->y_high[i]);
    pst_buffer_putc(out, ']');
  }
  pst_buffer_puts(out, "</title>");
}

/* "Japan, agree: 50" of an answer of a scale. */
static void put_answer(struct naming *naming, size_t i)
{
  const struct pst_figure *figure = naming->figure;

  pst_buffer_puts(naming->out, "<title>");
  put_text(naming->out, figure->row_names[i / figure->columns]);
  pst_buffer_puts(naming->out, ", ");
  put_text(naming->out, figure->column_names[i % figure->columns]);
  pst_buffer_puts(naming->out, ": ");
  put_number(naming->out, figure->cells[i]);
  pst_buffer_puts(naming->out, "</title>");
}

/* "Japan, 2000: 13507.96", or "Japan: 5615, 38223" where both are values. */
static void put_point(struct naming *naming, const struct pst_figure_series *series, size_t i)
{
  struct pst_buffer *out = naming->out;
  const bool scatter = naming->figure->kind == PST_FIGURE_SCATTER;
  const bool labelled = scatter && series->labels != NULL;
  const char *name = labelled ? series->labels[i] : series->name;

  pst_buffer_puts(out, "<title>");
  put_text(out, name);
  if (scatter || naming->figure->kind == PST_FIGURE_LORENZ) {
    pst_buffer_puts(out, is_given(name) ? ": " : "");
    put_number(out, series->x[i]);
    pst_buffer_puts(out, ", ");
  } else {
    pst_buffer_puts(out, is_given(name) ? ", " : "");
    put_x(out, naming->figure, series->x[i]);
    pst_buffer_puts(out, ": ");
  }
  put_number(out, series->y[i]);
  pst_buffer_puts(out, "</title>");
}

/* Where a mark begins in a line of SIZE: the first of a curve stands behind its path. */
static const char *mark_in(const char *line, size_t size)
{
  const char *at = strncmp(line, "\t<path ", 7) == 0 ? memmem(line, size, "/>\t<use ", 8) : NULL;

  return at == NULL ? line : at + 2;
}

/* Both sides and the middle of a bar "points = '65.60,434.51 230.10,434.51 ...'"; false when LINE is none. */
static bool read_bar(const char *line, struct mark *mark)
{
  const char *at = strstr(line, "points = '");
  double left, right;

  if (strncmp(line, "\t\t<polygon ", 11) != 0 || at == NULL
      || sscanf(at, "points = '%lf,%lf %lf", &left, &mark->y, &right) != 3)
    return false;
  mark->x = (left + right) / 2;
  mark->width = right - left;
  return true;
}

/* Where "translate(64.24,402.28)" puts a mark; false when LINE is none. */
static bool read_use(const char *line, struct mark *mark)
{
  const char *at = strstr(line, "transform='translate(");

  return strncmp(line, "\t<use ", 6) == 0 && at != NULL
         && sscanf(at, "transform='translate(%lf,%lf)", &mark->x, &mark->y) == 2;
}

static bool has_boxes(const struct pst_figure *figure)
{
  return figure->kind == PST_FIGURE_BARS || figure->kind == PST_FIGURE_LIKERT;
}

static bool read_mark(const struct pst_figure *figure, const char *line, struct mark *mark)
{
  return has_boxes(figure) ? read_bar(line, mark) : read_use(line, mark);
}

/* Values and pixels are on one straight line: from the two values that are farthest apart. */
static bool is_straight(const double *value, const double *place, size_t n)
{
  size_t low = 0, high = 0;
  double slope;

  for (size_t i = 1; i < n; i++) {
    low = value[i] < value[low] ? i : low;
    high = value[i] > value[high] ? i : high;
  }
  slope = value[high] > value[low] ? (place[high] - place[low]) / (value[high] - value[low]) : 0;
  for (size_t i = 0; i < n; i++)
    if (!(fabs(place[low] + slope * (value[i] - value[low]) - place[i]) <= pixel))
      return false;
  return true;
}

static size_t count_items(const struct pst_figure *figure, const struct pst_figure_series *series)
{
  return figure->kind == PST_FIGURE_LIKERT ? figure->rows * figure->columns : series->n;
}

/* The boxes of a group are the answers, one by one, as wide as they are. */
static bool are_answers(const struct pst_figure *figure, const struct mark *marks, size_t n)
{
  const size_t all = figure->rows * figure->columns;
  double *numbers = calloc(n, 2 * sizeof *numbers);
  size_t count = 0;
  bool same = numbers != NULL;

  for (size_t i = 0; i < all && same; i++) {
    if (!is_drawn(figure, NULL, i))
      continue;
    same = count < n;
    if (same) {
      numbers[count] = figure->cells[i];
      numbers[n + count] = marks[count].width;
    }
    count++;
  }
  same = same && count == n && is_straight(numbers, numbers + n, n);
  free(numbers);
  return same;
}

/* The marks of a group are the points of SERIES that are drawn, one by one. */
static bool are_points(const struct pst_figure *figure, const struct pst_figure_series *series,
                       const struct mark *marks, size_t n)
{
  double *numbers = n > 0 ? calloc(n, 4 * sizeof *numbers) : NULL;
  const bool dots = figure->kind == PST_FIGURE_DOTS;
  const double *across = dots ? series->y : series->x;
  const bool upright =
      !dots && figure->kind != PST_FIGURE_BARS; /* else y is where a row or a part stands */
  size_t count = 0;
  bool same = numbers != NULL;

  for (size_t i = 0; i < series->n && same; i++) {
    if (!is_drawn(figure, series, i))
      continue;
    same = count < n;
    if (same) {
      numbers[count] = on_scale(across[i], figure->log_x);
      numbers[n + count] = upright ? on_scale(series->y[i], figure->log_y) : 0;
      numbers[2 * n + count] = marks[count].x;
      numbers[3 * n + count] = marks[count].y;
    }
    count++;
  }
  same = same && count == n && is_straight(numbers, numbers + 2 * n, n)
         && (!upright || is_straight(numbers + n, numbers + 3 * n, n));
  free(numbers);
  return same;
}

/* --- groups -------------------------------------------------------------------------------------- */

/* The series whose data "$s3 using 1:2" are; NULL: none, or parts of one that are no points. */
static const struct pst_figure_series *series_of(const struct pst_figure *figure, const char *data,
                                                 bool *points)
{
  char *end;
  unsigned long number;

  if (figure == NULL || strncmp(data, "$s", 2) != 0 || data[2] < '1' || data[2] > '9')
    return NULL;
  number = strtoul(data + 2, &end, 10);
  *points = figure->kind == PST_FIGURE_DOTS ? strncmp(end, "_points ", 8) == 0 : *end == ' ';
  return number <= figure->n_series && number <= SERIES_MOST ? &figure->series[number - 1] : NULL;
}

/* Behind the marks of a group; a bar is in a group of its own inside of it. */
static bool is_end(const struct pst_figure *figure, const char *text)
{
  if (has_boxes(figure))
    return *text == '\0' || strncmp(text, "\t<g id=", 7) == 0;
  return *text == '\0' || strncmp(text, "\t</g>", 5) == 0;
}

/* The marks from TEXT to the end of the group. */
static size_t collect_marks(const struct pst_figure *figure, const char *text, struct mark **marks)
{
  size_t n = 0, room = 0;
  struct mark mark;

  while (!is_end(figure, text)) {
    if (read_mark(figure, mark_in(text, strcspn(text, "\n")), &mark)) {
      if (!PST_ARRAY_ROOM(*marks, room, n + 1))
        return 0;
      (*marks)[n++] = mark;
    }
    text += strcspn(text, "\n");
    text += *text == '\n';
  }
  return n;
}

/* A line "<use .../>" with a name inside. */
static void put_mark(struct naming *naming, const struct pst_figure_series *series, size_t i,
                     const char *line, size_t size)
{
  if (size < 2 || strncmp(line + size - 2, "/>", 2) != 0) {
    pst_buffer_add(naming->out, line, size);
    return;
  }
  pst_buffer_add(naming->out, line, size - 2);
  pst_buffer_putc(naming->out, '>');
  if (naming->figure->kind == PST_FIGURE_LIKERT)
    put_answer(naming, i);
  else if (naming->figure->kind == PST_FIGURE_DOTS)
    put_row(naming, series, i);
  else
    put_point(naming, series, i);
  pst_buffer_puts(naming->out, has_boxes(naming->figure) ? "</polygon>" : "</use>");
}

/* The lines of a group whose marks are the points of SERIES; what stands behind it. */
static const char *put_points(struct naming *naming, const struct pst_figure_series *series,
                              const char *text)
{
  const size_t n = count_items(naming->figure, series);
  struct mark mark;
  size_t i = 0;

  while (!is_end(naming->figure, text)) {
    size_t size = strcspn(text, "\n");
    const char *at = mark_in(text, size);

    if (read_mark(naming->figure, at, &mark)) {
      while (i < n && !is_drawn(naming->figure, series, i))
        i++;
      pst_buffer_add(naming->out, text, (size_t)(at - text));
      put_mark(naming, series, i++, at, size - (size_t)(at - text));
    } else {
      pst_buffer_add(naming->out, text, size);
    }
    pst_buffer_putc(naming->out, '\n');
    text += size + (text[size] == '\n');
  }
  return text;
}

/* A group of gnuplot, "<g id="figure_plot_2" ><title>$s1 using 1:2</title>", whose title is at TITLE. */
static const char *put_group(struct naming *naming, const char *text, const char *title)
{
  bool points = false, same;
  const bool answers = naming->figure != NULL && naming->figure->kind == PST_FIGURE_LIKERT
                       && strncmp(title + 7, "$cells ", 7) == 0;
  const struct pst_figure_series *series = series_of(naming->figure, title + 7, &points);
  const char *end = text + strcspn(text, "\n");
  struct mark *marks = NULL;
  size_t n;

  pst_buffer_add(naming->out, text, (size_t)(title - text));
  if (series != NULL && is_given(series->name)) {
    pst_buffer_puts(naming->out, "<title>");
    put_text(naming->out, series->name);
    pst_buffer_puts(naming->out, "</title>");
  }
  pst_buffer_putc(naming->out, '\n');
  end += *end == '\n';
  if (!answers
      && (series == NULL || !points || series->y == NULL
          || (series->x == NULL && naming->figure->kind != PST_FIGURE_DOTS)))
    return end;
  n = collect_marks(naming->figure, end, &marks);
  same = n > 0
         && (answers ? are_answers(naming->figure, marks, n)
                     : are_points(naming->figure, series, marks, n));
  if (same)
    end = put_points(naming, series, end);
  free(marks);
  return end;
}

void pst_hover_name(const struct pst_figure *figure, const char *svg, struct pst_buffer *out)
{
  struct naming naming = {.figure = figure, .out = out};

  while (*svg != '\0') {
    size_t size = strcspn(svg, "\n");
    const char *title = memmem(svg, size, "<title>$", 8);

    if (figure != NULL && strncmp(svg, "<title>figure</title>", 21) == 0) {
      put_title(&naming);
    } else if (strncmp(svg, "<desc>Produced by GNUPLOT", 25) == 0) {
      if (figure != NULL)
        put_description(&naming);
    } else if (title != NULL) {
      svg = put_group(&naming, svg, title);
      continue;
    } else {
      pst_buffer_add(out, svg, size);
      pst_buffer_putc(out, '\n');
    }
    svg += size + (svg[size] == '\n');
  }
}
