/* html_interval.c -- what is reported and what is computed, drawn on one axis. */
#include <math.h>
#include <string.h>

#include "claim/report/html.h"
#include "report/escape.h"

/* The drawing: two rows, and the axis below them. */
enum {
  WIDTH = 560,
  HEIGHT = 96,
  LEFT = 92,
  RIGHT = 520,
  REPORTED_AT = 20,
  COMPUTED_AT = 48,
  AXIS_AT = 68,
  MARKS = 5
};

/* The finite numbers of QUANTITY widen [LOW, HIGH]. */
static void widen(const struct pst_claim_quantity *quantity, double *low, double *high)
{
  const double values[] = {quantity->low.value, quantity->high.value,
                           quantity->has_printed ? quantity->printed.value : (double)NAN};

  for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
    if (!isfinite(values[i]))
      continue;
    *low = fmin(*low, values[i]);
    *high = fmax(*high, values[i]);
  }
}

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

/* A filled end belongs to the interval, a hollow one does not; an arrow goes on for ever. */
static void put_end(struct pst_buffer *out, double x, double y, bool open, bool infinite, int side)
{
  if (infinite) {
    pst_buffer_puts(out, "<path class=\"end\" d=\"M");
    pst_element_coordinate(out, x);
    pst_buffer_putc(out, ' ');
    pst_element_coordinate(out, y);
    pst_buffer_printf(out, "l%d -6v12z\"/>", -10 * side);
    return;
  }
  pst_buffer_printf(out, "<circle class=\"%s\"", open ? "end open" : "end");
  put_pair(out, "cx", x, "cy", y);
  pst_buffer_puts(out, " r=\"5\"/>");
}

static void put_quantity(struct pst_buffer *out, const struct pst_html_axis *axis,
                         const struct pst_claim_quantity *quantity, const char *name, int y)
{
  bool from_ever = !isfinite(quantity->low.value), for_ever = !isfinite(quantity->high.value);
  double x1 = from_ever ? LEFT : pst_html_place(axis, quantity->low.value);
  double x2 = for_ever ? RIGHT : pst_html_place(axis, quantity->high.value);

  pst_buffer_printf(out, "<g class=\"%s\"><text x=\"0\" y=\"%d\">%s</text>", name, y + 5, name);
  if (strcmp(quantity->low.text, quantity->high.text) != 0) {
    put_line(out, "range", x1, y, x2, y);
    put_end(out, x1, y, quantity->low_open, from_ever, -1);
    put_end(out, x2, y, quantity->high_open, for_ever, 1);
  }
  if (quantity->has_printed && isfinite(quantity->printed.value)) {
    double x = pst_html_place(axis, quantity->printed.value);

    pst_buffer_puts(out, "<path class=\"value\" d=\"M");
    pst_element_coordinate(out, x);
    pst_buffer_printf(out, " %dl6 8l-6 8l-6 -8z\"/>", y - 8);
  } else if (strcmp(quantity->low.text, quantity->high.text) == 0 && !from_ever) {
    put_end(out, x1, y, false, false, 1);
  }
  pst_buffer_puts(out, "</g>");
}

/* What is reported, as a band behind both rows: does what is computed lie in it? */
static void put_band(struct pst_buffer *out, const struct pst_html_axis *axis,
                     const struct pst_claim_quantity *reported)
{
  double x1 = isfinite(reported->low.value) ? pst_html_place(axis, reported->low.value) : LEFT;
  double x2 = isfinite(reported->high.value) ? pst_html_place(axis, reported->high.value) : RIGHT;

  pst_buffer_puts(out, "<rect class=\"band\"");
  put_pair(out, "x", x1, "y", 6);
  put_pair(out, "width", fmax(x2 - x1, 1), "height", AXIS_AT - 6);
  pst_buffer_puts(out, "/>");
}

struct marks {
  struct pst_buffer *out;
  const struct pst_html_axis *axis;
};

static void put_mark(void *context, double value, const char *label)
{
  const struct marks *marks = context;
  double x = pst_html_place(marks->axis, value);

  put_line(marks->out, "grid", x, 6, x, AXIS_AT + 4);
  pst_buffer_puts(marks->out, "<text class=\"mark\" text-anchor=\"middle\"");
  put_pair(marks->out, "x", x, "y", AXIS_AT + 19);
  pst_buffer_printf(marks->out, ">%s</text>", label);
}

static void put_number_marks(struct marks *marks)
{
  const struct pst_html_axis *axis = marks->axis;
  struct pst_buffer label = {.data = NULL};

  for (size_t i = 0; i < pst_html_mark_count(axis); i++) {
    double mark = pst_html_mark(axis, i);

    pst_buffer_clear(&label);
    pst_element_number(&label, mark);
    put_mark(marks, mark, pst_buffer_string(&label));
  }
  pst_buffer_free(&label);
}

static void put_axis(struct pst_buffer *out, const struct pst_html_axis *axis, bool dates)
{
  struct marks marks = {.out = out, .axis = axis};

  put_line(out, "axis", LEFT, AXIS_AT, RIGHT, AXIS_AT);
  if (dates)
    pst_html_date_marks(axis, MARKS, put_mark, &marks);
  else
    put_number_marks(&marks);
}

/* A unit may be called days too; a date is told as 2007-04-01. */
static bool are_dates(const struct pst_claim_quantity *quantity)
{
  const char *text = quantity->text + strcspn(quantity->text, "0123456789");

  return strcmp(quantity->unit, "days") == 0 && strspn(text, "0123456789") == 4 && text[4] == '-'
         && strspn(text + 5, "0123456789") == 2 && text[7] == '-';
}

void pst_html_interval(struct pst_buffer *out, const struct pst_claim_check *check)
{
  double low = INFINITY, high = -INFINITY, margin;
  struct pst_html_axis axis;

  if (!check->reported.known || !check->computed.known
      || strcmp(check->reported.unit, check->computed.unit) != 0)
    return;
  widen(&check->reported, &low, &high);
  widen(&check->computed, &low, &high);
  if (!(low < high)) /* nothing finite, or one point for both: nothing to see */
    return;
  margin = (high - low) * 0.08;
  axis = pst_html_axis(low - margin, high + margin, LEFT, RIGHT, MARKS);
  pst_buffer_printf(out,
                    "<svg class=\"interval\" viewBox=\"0 0 %d %d\" role=\"img\" "
                    "aria-label=\"",
                    WIDTH, HEIGHT);
  pst_buffer_puts(out, "reported ");
  pst_escape_xml(out, check->reported.text);
  pst_buffer_puts(out, ", computed ");
  pst_escape_xml(out, check->computed.text);
  pst_buffer_puts(out, "\">");
  put_band(out, &axis, &check->reported);
  put_axis(out, &axis, are_dates(&check->computed));
  put_quantity(out, &axis, &check->reported, "reported", REPORTED_AT);
  put_quantity(out, &axis, &check->computed, "computed", COMPUTED_AT);
  pst_buffer_puts(out, "</svg>\n");
}
