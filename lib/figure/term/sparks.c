/* sparks.c -- many series: a line of small bars each, with its first and its last value. */
#include <math.h>

#include "base/number.h"
#include "figure/page/value.h"
#include "figure/term/drawing.h"

struct sparks {
  struct pst_drawing *d;
  struct pst_axis x, all; /* of all series */
  size_t names, numbers, columns;
  int decimals;
};

static void range_of(const struct pst_figure *figure, size_t i, struct pst_axis *y)
{
  for (size_t k = 0; k < figure->series[i].n; k++)
    pst_axis_add(y, pst_value_place(&figure->series[i], k));
}

static const char *number_of(const struct sparks *s, size_t i, bool last)
{
  const struct pst_figure_series *series = &s->d->figure->series[i];
  char text[PST_AXIS_TEXT];

  for (size_t k = 0; k < series->n; k++) {
    const double y = series->y[last ? series->n - 1 - k : k];

    if (isfinite(y))
      return pst_arena_string(&s->d->arena, pst_axis_number(text, y, s->decimals));
  }
  return "";
}

/* The mean of the values in each column of the line, as one of eight heights. */
static void put_line(const struct sparks *s, size_t i)
{
  static const char *const bars[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  const struct pst_figure_series *series = &s->d->figure->series[i];
  struct pst_axis y = s->all;

  if (s->d->figure->scale != PST_FIGURE_SCALE_SHARED) {
    pst_axis_start(&y, s->d->figure->log_y, false);
    range_of(s->d->figure, i, &y);
  }
  for (size_t c = 0; c < s->columns; c++) {
    double sum = 0;
    size_t n = 0;

    for (size_t k = 0; k < series->n; k++) {
      const double value = pst_value_place(series, k);

      if (pst_axis_draws(&s->x, series->x[k]) && pst_axis_draws(&y, value)
          && pst_term_column(&s->x, series->x[k], s->columns) == c) {
        sum += y.high > y.low ? pst_axis_at(&y, value) : 0.5;
        n++;
      }
    }
    pst_buffer_puts(s->d->out, n == 0 ? " " : bars[(int)fmin(7, floor(sum / (double)n * 8))]);
  }
}

static void measure(struct sparks *s)
{
  const struct pst_figure *figure = s->d->figure;

  for (size_t i = 0; i < figure->n_series; i++) {
    const size_t name = pst_term_columns(figure->series[i].name);
    const size_t first = pst_term_columns(number_of(s, i, false));
    const size_t last = pst_term_columns(number_of(s, i, true));

    s->names = name > s->names ? name : s->names;
    s->numbers = first > s->numbers ? first : s->numbers;
    s->numbers = last > s->numbers ? last : s->numbers;
  }
  s->names = s->names > s->d->width * 2 / 5 ? s->d->width * 2 / 5 : s->names;
  s->columns = s->d->width - s->names - 2 * s->numbers - 4;
  s->columns = s->columns > s->d->width ? 10 : s->columns;
}

/* So many columns as there are times, where they are fewer. */
static void fit_times(struct sparks *s)
{
  const struct pst_figure *figure = s->d->figure;
  size_t most = 2;

  for (size_t i = 0; i < figure->n_series; i++)
    most = figure->series[i].n > most ? figure->series[i].n : most;
  s->columns = s->columns > most ? most : s->columns;
}

/* A time as it is, a number with its thousands apart. */
static const char *end_of(const struct pst_axis *x, double value, char text[PST_AXIS_TEXT])
{
  if (!x->year)
    return pst_axis_number(text, value, -1);
  pst_number_print_digits(text, value, 6);
  return text;
}

enum pst_status pst_term_sparks(struct pst_drawing *d, struct pst_error *error)
{
  struct sparks s = {.d = d, .decimals = pst_value_decimals(d->figure)};
  const struct pst_figure *figure = d->figure;
  char low[PST_AXIS_TEXT], high[PST_AXIS_TEXT];

  pst_axis_start(&s.x, figure->log_x, figure->x_year);
  pst_axis_start(&s.all, figure->log_y, false);
  for (size_t i = 0; i < figure->n_series; i++) {
    range_of(figure, i, &s.all);
    for (size_t k = 0; k < figure->series[i].n; k++)
      pst_axis_add(&s.x, figure->series[i].x[k]);
  }
  if (pst_axis_empty(&s.x) || pst_axis_empty(&s.all))
    return pst_term_fail(error);
  measure(&s);
  fit_times(&s);
  for (size_t i = 0; i < figure->n_series; i++) {
    pst_term_name(d, figure->series[i].name, s.names);
    pst_buffer_puts(d->out, d->any_highlight && figure->series[i].highlight ? " *" : "  ");
    pst_term_pad(d->out, number_of(&s, i, false), s.numbers, true);
    pst_buffer_putc(d->out, ' ');
    put_line(&s, i);
    pst_buffer_putc(d->out, ' ');
    pst_term_pad(d->out, number_of(&s, i, true), s.numbers, true);
    pst_term_end(d->out);
  }
  pst_buffer_printf(&d->notes,
                    "First and last value, and between them a bar a time, %s to %s, %s. ",
                    end_of(&s.x, s.x.low, low), end_of(&s.x, s.x.high, high),
                    figure->scale == PST_FIGURE_SCALE_SHARED
                        ? "all on one scale"
                        : "each series on its own scale, from its lowest to its highest");
  return PST_OK;
}
