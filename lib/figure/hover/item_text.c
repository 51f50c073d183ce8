/* item_text.c -- the titles of what marks stand for. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "figure/hover/item.h"

/* Digits of a value as data have it, and of one that was computed and has more. */
enum { DATA_DIGITS = 10, COMPUTED_DIGITS = 6 };

void pst_hover_put_text(struct pst_buffer *out, const char *text)
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

static size_t count_digits(const char *text)
{
  size_t n = 0;

  for (text += strcspn(text, "123456789"); *text != '\0' && *text != 'e'; text++)
    n += *text >= '0' && *text <= '9';
  return n;
}

static void put_number(struct pst_buffer *out, double value)
{
  char text[PST_NUMBER_SIZE];
  size_t size = pst_number_print(text, value);

  if (count_digits(text) > DATA_DIGITS)
    size = pst_number_print_digits(text, value, COMPUTED_DIGITS);
  pst_buffer_add(out, text, size);
}

/* "Japan, agree"; one of them may be missing. */
static void put_names(struct pst_buffer *out, const char *a, const char *between, const char *b)
{
  const bool both = a != NULL && *a != '\0' && b != NULL && *b != '\0';

  pst_hover_put_text(out, a);
  pst_buffer_puts(out, both ? between : "");
  pst_hover_put_text(out, b);
}

static int by_place(const void *a, const void *b)
{
  const double x = *(const double *)a, at = ((const struct pst_figure_tick *)b)->at;

  return (x > at) - (x < at);
}

/* "2000", or the period or tick that stands there. */
static void put_x(struct pst_buffer *out, const struct pst_figure *figure, double x)
{
  const struct pst_figure_tick *found =
      figure->n_periods == 0
          ? NULL
          : bsearch(&x, figure->periods, figure->n_periods, sizeof *figure->periods, by_place);

  for (size_t i = 0; i < figure->n_x_ticks && found == NULL; i++)
    if (figure->x_ticks[i].at == x)
      found = &figure->x_ticks[i];
  if (found == NULL)
    put_number(out, x);
  else
    pst_hover_put_text(out, found->text);
}

/* "China, inbound: 1.52 [1.489, 1.553]" of a row. */
static void put_row(struct pst_buffer *out, const struct pst_figure_series *series, size_t k)
{
  put_names(out, series->labels == NULL ? NULL : series->labels[k], ", ", series->name);
  pst_buffer_puts(out, ": ");
  put_number(out, series->y[k]);
  if (series->y_low == NULL || series->y_high == NULL || !isfinite(series->y_low[k])
      || !isfinite(series->y_high[k]))
    return;
  pst_buffer_puts(out, " [");
  put_number(out, series->y_low[k]);
  pst_buffer_puts(out, ", ");
  put_number(out, series->y_high[k]);
  pst_buffer_putc(out, ']');
}

/* "Japan, agree: 50" of an answer of a scale, or of a cell. */
static void put_cell(struct pst_buffer *out, const struct pst_figure *figure, size_t k)
{
  put_names(out, figure->row_names[k / figure->columns],
            figure->kind == PST_FIGURE_HEATMAP ? " / " : ", ",
            figure->column_names[k % figure->columns]);
  pst_buffer_puts(out, ": ");
  put_number(out, figure->cells[k]);
}

/* "Japan, 2000: 13507.96", or "Japan: 5615, 38223" where both are values. */
static void put_point(struct pst_buffer *out, const struct pst_figure *figure,
                      const struct pst_figure_series *series, size_t k)
{
  const bool scatter = figure->kind == PST_FIGURE_SCATTER;
  const char *name = scatter && series->labels != NULL ? series->labels[k] : series->name;
  const bool named = name != NULL && *name != '\0';

  pst_hover_put_text(out, name);
  if (scatter || figure->kind == PST_FIGURE_LORENZ) {
    pst_buffer_puts(out, named ? ": " : "");
    put_number(out, series->x[k]);
    pst_buffer_puts(out, ", ");
  } else {
    pst_buffer_puts(out, named ? ", " : "");
    put_x(out, figure, series->x[k]);
    pst_buffer_puts(out, ": ");
  }
  put_number(out, series->y[k]);
}

void pst_hover_put_item(struct pst_buffer *out, const struct pst_hover_group *group, size_t at)
{
  const enum pst_figure_kind kind = group->figure->kind;

  pst_buffer_puts(out, "<title>");
  if (group->series == NULL)
    put_cell(out, group->figure, at);
  else if (kind == PST_FIGURE_DOTS || kind == PST_FIGURE_ROWS || kind == PST_FIGURE_FOREST)
    put_row(out, group->series, at);
  else
    put_point(out, group->figure, group->series, at);
  pst_buffer_puts(out, "</title>");
}
