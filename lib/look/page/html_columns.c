/* html_columns.c -- the columns of a look on its page, and their holes. */
#include <math.h>

#include "look/page/html.h"
#include "report/escape.h"
#include "page/element.h"

enum { PART_WIDTH = 160, PART_HEIGHT = 36, TOP_WIDTH = 80, STRIP_BINS = 100, STRIP_HEIGHT = 12 };

/* --- distributions -------------------------------------------------------------------------------- */

static size_t fullest(const struct pst_look_column *column)
{
  size_t best = 0;

  for (size_t i = 1; i < column->n_bins; i++)
    if (column->bins[i] > column->bins[best])
      best = i;
  return best;
}

static void put_label(struct pst_buffer *out, const struct pst_look_column *column)
{
  struct pst_buffer values = {.data = NULL};

  pst_look_values(column, 0, &values);
  pst_buffer_puts(out, "aria-label=\"Distribution of ");
  pst_escape_xml(out, column->name);
  pst_buffer_printf(out, ": %zu equal parts of ", column->n_bins);
  pst_escape_xml(out, pst_buffer_string(&values));
  pst_buffer_printf(out, "; the fullest, number %zu, has %zu of %zu cells\"", fullest(column) + 1,
                    column->bins[fullest(column)], column->n);
  out->failed = out->failed || values.failed;
  pst_buffer_free(&values);
}

/* A bar for each part of the range; one that holds anything is at least a pixel high. */
static void put_bins(struct pst_buffer *out, const struct pst_look_column *column)
{
  double width = (double)PART_WIDTH / (double)column->n_bins;
  double most = (double)column->bins[fullest(column)];

  pst_buffer_printf(
      out, "<svg class=\"parts\" role=\"img\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" ",
      PART_WIDTH, PART_HEIGHT, PART_WIDTH, PART_HEIGHT);
  put_label(out, column);
  pst_buffer_putc(out, '>');
  pst_element_rectangle(out, "base", 0, PART_HEIGHT - 1, PART_WIDTH, 1);
  for (size_t i = 0; i < column->n_bins; i++) {
    double height = fmax(1, (double)column->bins[i] / most * (PART_HEIGHT - 2));

    if (column->bins[i] > 0)
      pst_element_rectangle(out, "fill", (double)i * width, PART_HEIGHT - 1 - height,
                            fmax(width - 1, 0.5), height);
  }
  pst_buffer_puts(out, "</svg>");
}

static void put_top(struct pst_buffer *out, const struct pst_look_column *column)
{
  pst_buffer_puts(out, "<ul class=\"top\">");
  for (size_t k = 0; k < column->n_top; k++) {
    double share = (double)column->top[k].n / (double)column->n;

    pst_buffer_printf(out, "<li><svg width=\"%d\" height=\"10\" aria-hidden=\"true\">", TOP_WIDTH);
    pst_element_rectangle(out, "base", 0, 0, TOP_WIDTH, 10);
    pst_element_rectangle(out, "fill", 0, 0, fmax(1, share * TOP_WIDTH), 10);
    pst_buffer_puts(out, "</svg><span>");
    pst_escape_xml(out,
                   pst_dictionary_string(pst_column_texts(column->column), column->top[k].code));
    pst_buffer_printf(out, " <b>%zu</b> (", column->top[k].n);
    pst_look_share(column->top[k].n, column->n, out);
    pst_buffer_puts(out, ")</span></li>");
  }
  if (column->n_top < column->distinct)
    pst_buffer_printf(out, "<li class=\"quiet\">and %zu more</li>",
                      column->distinct - column->n_top);
  pst_buffer_puts(out, "</ul>");
}

static bool all_different(const struct pst_look_column *column)
{
  return column->distinct == column->n && column->n > 1;
}

/* --- the table of columns -------------------------------------------------------------------------- */

static void put_missing(struct pst_buffer *out, const struct pst_look *look,
                        const struct pst_look_column *column)
{
  pst_buffer_printf(out, "<td class=\"count\">%zu", column->missing);
  if (column->missing > 0) {
    pst_buffer_puts(out, "<span class=\"quiet\">");
    pst_look_share(column->missing, look->table->n_rows, out);
    for (size_t k = 1; k <= look->table->n_missing_tokens; k++) {
      if (column->by_token[k] == 0)
        continue;
      pst_buffer_printf(out, "<br>%zu \xE2\x80\x98", column->by_token[k]);
      pst_escape_xml(out, look->table->missing_tokens[k - 1]);
      pst_buffer_puts(out, "\xE2\x80\x99");
    }
    pst_buffer_puts(out, "</span>");
  }
  pst_buffer_puts(out, "</td>");
}

static void put_name(struct pst_buffer *out, const struct pst_look_column *column)
{
  pst_buffer_puts(out, "<tr><th scope=\"row\">");
  pst_escape_xml(out, column->name);
  if (column->column->title != NULL)
    pst_html_element(out, "span", "quiet", column->column->title);
  if (column->column->unit != NULL)
    pst_html_element(out, "span", "quiet", column->column->unit);
  pst_buffer_puts(out, "</th>");
}

/* Texts take the room of their values and of the drawing. */
static void put_values(struct pst_buffer *out, const struct pst_look_column *column)
{
  enum { WIDE = 60 };
  struct pst_buffer text = {.data = NULL};

  if (column->type == PST_LOOK_TEXT && column->distinct > 1 && !all_different(column)) {
    pst_buffer_puts(out, "<td colspan=\"2\">");
    put_top(out, column);
    pst_buffer_puts(out, "</td>");
    return;
  }
  pst_look_values(column, WIDE, &text);
  pst_html_element(out, "td", "text", pst_buffer_string(&text));
  pst_buffer_puts(out, "<td>");
  if (column->bins != NULL)
    put_bins(out, column);
  pst_buffer_puts(out, "</td>");
  out->failed = out->failed || text.failed;
  pst_buffer_free(&text);
}

static void put_column(struct pst_buffer *out, const struct pst_look *look,
                       const struct pst_look_column *column)
{
  struct pst_buffer text = {.data = NULL};

  put_name(out, column);
  pst_look_type(column, &text);
  pst_html_element(out, "td", NULL, pst_buffer_string(&text));
  put_missing(out, look, column);
  pst_buffer_printf(out, "<td class=\"count\">%zu</td>", column->distinct);
  put_values(out, column);
  pst_buffer_puts(out, "</tr>\n");
  out->failed = out->failed || text.failed;
  pst_buffer_free(&text);
}

void pst_look_html_columns(struct pst_buffer *out, const struct pst_look *look)
{
  pst_buffer_puts(
      out,
      "<h2>Columns</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
      "aria-label=\"Columns\"><table class=\"columns\"><thead><tr><th scope=\"col\">Column</th><th "
      "scope=\"col\">Type</th><th scope=\"col\" class=\"count\">Missing</th><th scope=\"col\" "
      "class=\"count\">Distinct</th><th scope=\"col\">Values</th><th "
      "scope=\"col\">Distribution</th></tr></thead><tbody>\n");
  for (size_t c = 0; c < look->n_columns; c++)
    put_column(out, look, &look->columns[c]);
  pst_buffer_puts(out, "</tbody></table></div>\n");
}

/* --- where cells are missing ----------------------------------------------------------------------- */

/* The share of missing cells in each part of the rows is the height of its bar. */
static void put_holes(struct pst_buffer *out, const struct pst_look *look,
                      const struct pst_look_column *column)
{
  size_t rows = look->table->n_rows, bins = rows < STRIP_BINS ? rows : STRIP_BINS, r = 0;
  double width = 1000.0 / (double)bins;

  pst_buffer_printf(out,
                    "<svg class=\"strip\" role=\"img\" viewBox=\"0 0 1000 %d\" height=\"%d\" "
                    "preserveAspectRatio=\"none\" aria-label=\"%zu of %zu cells of ",
                    STRIP_HEIGHT, STRIP_HEIGHT, column->missing, rows);
  pst_escape_xml(out, column->name);
  pst_buffer_puts(out, " are missing\">");
  pst_element_rectangle(out, "base", 0, 0, 1000, STRIP_HEIGHT);
  for (size_t b = 0; b < bins; b++) {
    size_t start = r, end = (size_t)((double)(b + 1) * (double)rows / (double)bins), missing = 0;

    for (; r < (b + 1 == bins ? rows : end); r++)
      missing += pst_column_missing(column->column, r);
    if (missing > 0) {
      double height = fmax(2, (double)missing / (double)(r - start) * STRIP_HEIGHT);

      pst_element_rectangle(out, "hole", (double)b * width, STRIP_HEIGHT - height, width, height);
    }
  }
  pst_buffer_puts(out, "</svg>");
}

void pst_look_html_holes(struct pst_buffer *out, const struct pst_look *look)
{
  bool any = false;

  for (size_t c = 0; c < look->n_columns; c++) {
    const struct pst_look_column *column = &look->columns[c];

    if (column->missing == 0)
      continue;
    if (!any)
      pst_buffer_puts(
          out, "<h2>Where cells are missing</h2>\n<p class=\"quiet\">From the first row of the "
               "file to the last: the height of a bar is the share that is missing.</p>\n<div "
               "class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Where cells are "
               "missing\"><table><thead><tr><th scope=\"col\">Column</th><th scope=\"col\">Rows"
               "</th></tr></thead><tbody>\n");
    any = true;
    pst_buffer_puts(out, "<tr>");
    pst_buffer_puts(out, "<th scope=\"row\">");
    pst_escape_xml(out, column->name);
    pst_buffer_puts(out, "</th><td class=\"wide\">");
    put_holes(out, look, column);
    pst_buffer_puts(out, "</td></tr>\n");
  }
  pst_buffer_puts(out, any ? "</tbody></table></div>\n" : "");
}
