/* element.c -- elements, numbers and rectangles of a page. */
#include "page/element.h"

#include <math.h>
#include <stdlib.h>

#include "base/number.h"
#include "report/escape.h"

void pst_html_element(struct pst_buffer *out, const char *name, const char *class, const char *text)
{
  pst_buffer_printf(out, "<%s", name);
  if (class != NULL)
    pst_buffer_printf(out, " class=\"%s\"", class);
  pst_buffer_putc(out, '>');
  pst_escape_xml(out, text);
  pst_buffer_printf(out, "</%s>", name);
}

void pst_element_coordinate(struct pst_buffer *out, double value)
{
  long tenths = isfinite(value) && fabs(value) < 1e9 ? lround(value * 10) : 0;

  if (tenths < 0)
    pst_buffer_putc(out, '-');
  tenths = labs(tenths);
  pst_buffer_printf(out, "%ld", tenths / 10);
  if (tenths % 10 != 0)
    pst_buffer_printf(out, ".%ld", tenths % 10);
}

void pst_element_number(struct pst_buffer *out, double value)
{
  char text[PST_NUMBER_SIZE];
  size_t size = pst_number_print_digits(text, value, 6);

  if (text[0] == '-') /* a minus sign as long as a plus */
    pst_buffer_puts(out, "\xE2\x88\x92");
  pst_buffer_add(out, text + (text[0] == '-'), size - (text[0] == '-'));
}

void pst_element_rectangle(struct pst_buffer *out, const char *class, double x, double y,
                           double width, double height)
{
  const double sides[] = {x, y, width, height};
  static const char *const names[] = {"x", "y", "width", "height"};

  pst_buffer_printf(out, "<rect class=\"%s\"", class);
  for (size_t i = 0; i < 4; i++) {
    pst_buffer_printf(out, " %s=\"", names[i]);
    pst_element_coordinate(out, sides[i]);
    pst_buffer_putc(out, '"');
  }
  pst_buffer_puts(out, "/>");
}
