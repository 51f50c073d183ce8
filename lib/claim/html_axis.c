#include <math.h>
#include <stdlib.h>

#include "base/number.h"
#include "claim/html.h"

void pst_html_coordinate(struct pst_buffer *out, double value)
{
  long tenths = isfinite(value) && fabs(value) < 1e9 ? lround(value * 10) : 0;

  if (tenths < 0)
    pst_buffer_putc(out, '-');
  tenths = labs(tenths);
  pst_buffer_printf(out, "%ld", tenths / 10);
  if (tenths % 10 != 0)
    pst_buffer_printf(out, ".%ld", tenths % 10);
}

void pst_html_number(struct pst_buffer *out, double value)
{
  char text[PST_NUMBER_SIZE];
  size_t size = pst_number_print_digits(text, value, 6);

  if (text[0] == '-') /* a minus sign as long as a plus */
    pst_buffer_puts(out, "\xE2\x88\x92");
  pst_buffer_add(out, text + (text[0] == '-'), size - (text[0] == '-'));
}

/* The largest of 1, 2, 5 times a power of ten that is not above VALUE, or the next one up. */
static double round_step(double value)
{
  double power = pow(10, floor(log10(value))), lead = value / power;

  return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
}

struct pst_html_axis pst_html_axis(double low, double high, double start, double end, int marks)
{
  struct pst_html_axis axis = {.low = low, .high = high, .start = start, .end = end};
  double span = high - low;

  if (!(span > 0) || !isfinite(span)) {
    double half = low == 0 ? 1 : fabs(low) * 0.05;

    axis.low = low - half;
    axis.high = low + half;
    span = 2 * half;
  }
  axis.step = round_step(span / marks);
  return axis;
}

double pst_html_place(const struct pst_html_axis *axis, double value)
{
  return axis->start + (value - axis->low) / (axis->high - axis->low) * (axis->end - axis->start);
}

double pst_html_mark(const struct pst_html_axis *axis, double value)
{
  double mark = ceil(value / axis->step - 1e-9) * axis->step;

  return fabs(mark) < axis->step * 1e-9 ? 0 : mark;
}
