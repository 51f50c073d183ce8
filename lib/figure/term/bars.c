/* bars.c -- parts side by side along a row: of a sum, of a time, of the answers of a scale. */
#include <math.h>

#include "base/number.h"
#include "figure/page/value.h"
#include "figure/term/drawing.h"

enum { ROWS_MOST = 24, FILLS = 6 };

static const char *const fills[FILLS] = {"█", "▒", "▓", "░", "▞", "╱"};

struct bars {
  struct pst_drawing *d;
  size_t parts, rows;
  size_t names, totals, columns;
  double left; /* LIKERT: the most that stands left of the middle; else 0 */
  double most; /* from there to the longest end at the right */
};

/* Part P of row R; NaN: not known. */
static double part_of(const struct bars *b, size_t r, size_t p)
{
  const struct pst_figure *figure = b->d->figure;

  if (figure->kind == PST_FIGURE_LIKERT)
    return figure->cells[r * figure->columns + p];
  return r < figure->series[p].n ? figure->series[p].y[r] : (double)NAN;
}

static const char *part_name(const struct bars *b, size_t p)
{
  const struct pst_figure *figure = b->d->figure;
  const char *name =
      figure->kind == PST_FIGURE_LIKERT ? figure->column_names[p] : figure->series[p].name;

  return name == NULL ? "" : name;
}

static const char *row_name(const struct bars *b, size_t r)
{
  const struct pst_figure *figure = b->d->figure;
  char text[PST_AXIS_TEXT];

  if (figure->kind == PST_FIGURE_LIKERT)
    return figure->row_names[r];
  if (figure->kind == PST_FIGURE_ROWS)
    return figure->series[0].labels == NULL ? "" : figure->series[0].labels[r];
  for (size_t i = 0; i < figure->n_x_ticks; i++)
    if (figure->x_ticks[i].at == figure->series[0].x[r])
      return figure->x_ticks[i].text;
  pst_number_print_digits(text, figure->series[0].x[r], 10);
  return pst_arena_string(&b->d->arena, text);
}

static double total_of(const struct bars *b, size_t r)
{
  double total = 0;

  for (size_t p = 0; p < b->parts; p++)
    total += part_of(b, r, p) > 0 ? part_of(b, r, p) : 0;
  return total;
}

static bool stands_below(const struct bars *b)
{
  return b->d->figure->kind == PST_FIGURE_BARS;
}

/* What of row R stands left of the middle answer's middle, or of the gap where no answer is in the middle; of bars, the
   negative parts. */
static double left_of(const struct bars *b, size_t r)
{
  double left = 0;

  for (size_t p = 0; stands_below(b) && p < b->parts; p++)
    left += part_of(b, r, p) < 0 ? -part_of(b, r, p) : 0;
  if (b->d->figure->kind != PST_FIGURE_LIKERT)
    return left;
  for (size_t p = 0; p < (b->parts + 1) / 2; p++) {
    const double part = part_of(b, r, p) > 0 ? part_of(b, r, p) : 0;

    left += b->parts % 2 == 1 && p == b->parts / 2 ? part / 2 : part;
  }
  return left;
}

static const char *total_text(const struct bars *b, size_t r)
{
  char text[PST_AXIS_TEXT];

  if (b->d->figure->kind != PST_FIGURE_ROWS)
    return "";
  return pst_arena_string(&b->d->arena,
                          pst_axis_number(text, total_of(b, r), pst_value_decimals(b->d->figure)));
}

/* Rows at even steps, so that they fit on a screen. */
static size_t step_of(const struct bars *b)
{
  return b->d->figure->kind == PST_FIGURE_AREAS || b->d->figure->kind == PST_FIGURE_BARS
             ? (b->rows + ROWS_MOST - 1) / ROWS_MOST
             : 1;
}

/* Negative parts stand left of a line at 0. */
static bool has_zero(const struct bars *b)
{
  return stands_below(b) && b->left > 0;
}

static void measure(struct bars *b)
{
  for (size_t r = 0; r < b->rows; r++) {
    const size_t name = pst_term_columns(row_name(b, r)), sum = pst_term_columns(total_text(b, r));

    b->names = name > b->names ? name : b->names;
    b->totals = sum > b->totals ? sum : b->totals;
    b->left = fmax(b->left, left_of(b, r));
  }
  for (size_t r = 0; r < b->rows; r++)
    b->most = fmax(b->most, b->left + total_of(b, r) - (stands_below(b) ? 0 : left_of(b, r)));
  b->names = b->names > b->d->width / 3 ? b->d->width / 3 : b->names;
  b->columns = b->d->width - b->names - 2 - (b->totals > 0 ? b->totals + 1 : 0) - has_zero(b);
}

/* The number of a part in its middle, where it has the room: shares of answers are read, not guessed. */
static void put_part(const struct bars *b, size_t p, double value, size_t n)
{
  char text[PST_AXIS_TEXT];
  size_t size, before;

  pst_axis_number(text, value, 0);
  size = pst_term_columns(text) + 2;
  if (b->d->figure->kind != PST_FIGURE_LIKERT || n < size + 2) {
    pst_term_repeat(b->d->out, fills[p % FILLS], n);
    return;
  }
  before = (n - size) / 2;
  pst_term_repeat(b->d->out, fills[p % FILLS], before);
  pst_buffer_printf(b->d->out, " %s ", text);
  pst_term_repeat(b->d->out, fills[p % FILLS], n - size - before);
}

/* A part that has this sign, behind SUM and the column AT. */
static void put_next(const struct bars *b, size_t r, size_t p, int sign, double *sum, size_t *at)
{
  const double part = sign * part_of(b, r, p);
  size_t end;

  if (!(part > 0))
    return;
  *sum += part;
  end = (size_t)(*sum / b->most * (double)b->columns + 0.5);
  put_part(b, p, part, end - *at);
  *at = end;
}

static void note_negative(const struct bars *b)
{
  size_t n = 0;

  for (size_t r = 0; r < b->rows; r++)
    for (size_t p = 0; p < b->parts; p++)
      n += part_of(b, r, p) < 0;
  if (n > 0 && stands_below(b))
    pst_buffer_puts(&b->d->notes, "Negative parts stand left of 0. ");
  else if (n > 0)
    pst_buffer_printf(&b->d->notes, "%zu negative value%s cannot be stacked and %s left out. ", n,
                      n == 1 ? "" : "s", n == 1 ? "is" : "are");
}

static void write_row(const struct bars *b, size_t r)
{
  double sum = b->left - left_of(b, r);
  size_t at = (size_t)(sum / b->most * (double)b->columns + 0.5);

  pst_term_name(b->d, row_name(b, r), b->names);
  pst_buffer_puts(b->d->out, " │");
  pst_term_repeat(b->d->out, " ", at);
  for (size_t p = b->parts; has_zero(b) && p-- > 0;)
    put_next(b, r, p, -1, &sum, &at);
  if (has_zero(b))
    pst_buffer_puts(b->d->out, "│");
  for (size_t p = 0; p < b->parts; p++)
    put_next(b, r, p, 1, &sum, &at);
  if (b->totals > 0) {
    pst_buffer_putc(b->d->out, ' ');
    pst_term_pad(b->d->out, total_text(b, r), b->totals, false);
  }
  pst_term_end(b->d->out);
}

/* "█ disagree  ▒ neither", in lines. */
static void write_key(const struct bars *b)
{
  size_t at = 0;

  for (size_t p = 0; p < b->parts; p++) {
    size_t size = pst_term_columns(part_name(b, p)) + 4;

    if (at > 0 && at + size > b->d->width) {
      pst_term_end(b->d->out);
      at = 0;
    }
    size = size > b->d->width ? b->d->width : size;
    pst_buffer_printf(b->d->out, "%s ", fills[p % FILLS]);
    pst_term_pad(b->d->out, part_name(b, p), size - 4, false);
    pst_buffer_puts(b->d->out, "  ");
    at += size;
  }
  pst_term_end(b->d->out);
}

enum pst_status pst_term_bars(struct pst_drawing *d, struct pst_error *error)
{
  const struct pst_figure *figure = d->figure;
  const bool likert = figure->kind == PST_FIGURE_LIKERT;
  struct bars b = {.d = d,
                   .parts = likert ? figure->columns : figure->n_series,
                   .rows = likert ? figure->rows : figure->series[0].n};
  size_t step;

  measure(&b);
  if (!(b.most > 0))
    return pst_term_fail(error);
  write_key(&b);
  note_negative(&b);
  step = step_of(&b);
  for (size_t r = 0; r < b.rows; r += step)
    write_row(&b, r);
  if (step > 1)
    pst_buffer_printf(&d->notes, "Every %zu%s time. ", step,
                      step == 2   ? "nd"
                      : step == 3 ? "rd"
                                  : "th");
  return PST_OK;
}
