/* figure_number.c -- numbers in the notes of figures, written as a brief prints them. */
#include "job/figure/figure_number.h"

#include <math.h>
#include <stdio.h>

#include "base/number.h"
#include "figure/page/axis.h"

/* Larger numbers have a word for their thousands; from LARGEST on there is none. */
#define LARGEST 1e15

static void put_digits(struct pst_buffer *out, double value, int digits)
{
  char text[PST_AXIS_TEXT];

  pst_buffer_puts(out, pst_axis_digits(text, value, digits));
}

/* To 3 digits a number just below a million is one. */
static double rounded(double value, int digits)
{
  char text[PST_NUMBER_SIZE];
  double nearest = value;

  pst_number_print_digits(text, value, digits);
  return sscanf(text, "%lf", &nearest) == 1 ? nearest : value;
}

void pst_figure_put_value(struct pst_buffer *out, double value, int digits)
{
  static const struct {
    double unit;
    const char *name;
  } scales[] = {{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}};
  const double size = fabs(rounded(value, digits));

  for (size_t i = 0; i < sizeof scales / sizeof *scales; i++)
    if (size >= scales[i].unit && size < LARGEST) {
      put_digits(out, value / scales[i].unit, digits);
      pst_buffer_puts(out, scales[i].name);
      return;
    }
  put_digits(out, value, digits);
}

void pst_figure_put_count(struct pst_buffer *out, size_t count)
{
  char text[PST_AXIS_TEXT];

  pst_buffer_puts(out, pst_axis_number(text, (double)count, 0));
}

void pst_figure_put_n(struct pst_buffer *out, size_t least, size_t most)
{
  pst_buffer_puts(out, "n = ");
  pst_figure_put_count(out, least);
  if (most == least)
    return;
  pst_buffer_puts(out, " to ");
  pst_figure_put_count(out, most);
}

void pst_figure_p(struct pst_buffer *out, double p)
{
  char text[PST_NUMBER_SIZE];

  if (p < 0.001) {
    pst_buffer_puts(out, "p < 0.001");
    return;
  }
  pst_number_print_digits(text, p, 2);
  pst_buffer_printf(out, "p = %s", text);
}
