/* latex.c -- a grid as a LaTeX table, to be put into a document that loads booktabs. */
#include <string.h>

#include "report/view/view.h"
#include "report/write/writer.h"

/* What LaTeX would take for a command, behind a backslash or spelled out. */
static const char *spelled(char c)
{
  static const struct {
    char c;
    const char *text;
  } names[] = {{'\\', "\\textbackslash{}"},
               {'~', "\\textasciitilde{}"},
               {'^', "\\textasciicircum{}"},
               {'<', "\\textless{}"},
               {'>', "\\textgreater{}"},
               {'|', "\\textbar{}"},
               {'&', "\\&"},
               {'%', "\\%"},
               {'$', "\\$"},
               {'#', "\\#"},
               {'_', "\\_"},
               {'{', "\\{"},
               {'}', "\\}"},
               /* A row may begin with one: the line end before it would take it for its own. */
               {'[', "{[}"},
               {'*', "{*}"},
               {'"', "{\"}"}};

  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (names[i].c == c)
      return names[i].text;
  return NULL;
}

/* "-3": in text its sign would be a hyphen. */
static bool is_negative(const char *string)
{
  size_t digits = string[0] == '-' ? strspn(string + 1, "0123456789.") : 0;

  return digits > 0 && string[digits + 1] == '\0';
}

/* Characters beyond ASCII stay: pdflatex, xelatex and lualatex read UTF-8. */
static void escape(struct pst_buffer *out, const char *string)
{
  struct pst_text text = pst_text_of(string);

  if (is_negative(string)) {
    pst_buffer_printf(out, "$%s$", string);
    return;
  }
  for (size_t at = 0; at < text.size;) {
    size_t start = at;
    char c = text.data[at];
    bool wrong = pst_utf8_next(text, &at) == 0xFFFD && at == start + 1;

    if (wrong)
      pst_buffer_puts(out, "\xEF\xBF\xBD");
    else if ((unsigned char)c < 0x20 || c == 0x7F)
      pst_buffer_putc(out, ' ');
    else if (c == '-' && start > 0 && text.data[start - 1] == '-')
      pst_buffer_puts(out, "{}-"); /* two hyphens would become a dash */
    else if (spelled(c) != NULL)
      pst_buffer_puts(out, spelled(c));
    else
      pst_buffer_add(out, text.data + start, at - start);
  }
}

/* Numbers stand in mathematics where text would set them wrong: "$-1.5$", "$2 \times 10^{-7}$". */
static void put_number(struct pst_buffer *out, const char *text)
{
  const char *exponent = strchr(text, 'e');
  bool negative = text[0] == '-';

  if (strcmp(text + negative, "inf") == 0) {
    pst_buffer_printf(out, "$%s\\infty$", negative ? "-" : "");
  } else if (exponent != NULL) {
    const char *digits = exponent + 1;
    const char *sign = *digits == '-' ? "-" : "";

    digits += strspn(digits, "+-");
    digits += strspn(digits, "0");
    pst_buffer_puts(out, "$");
    pst_buffer_add(out, text, (size_t)(exponent - text));
    pst_buffer_printf(out, " \\times 10^{%s%s}$", sign, digits);
  } else {
    pst_buffer_printf(out, negative ? "$%s$" : "%s", text);
  }
}

static const struct pst_view_markup latex = {
    .escape = escape, .number = put_number, .open = "{[}", .close = "]", .below = "$<$"};

static void put_row(struct pst_buffer *out, const struct pst_view *view, size_t row, bool head)
{
  for (size_t j = 0; j < view->n_columns; j++) {
    pst_buffer_puts(out, j > 0 ? " & " : "");
    pst_buffer_puts(out, head ? view->columns[j].head : view->columns[j].cells[row]);
  }
  pst_buffer_puts(out, " \\\\\n");
}

static void put_table(const struct pst_view *view, struct pst_sink *sink)
{
  struct pst_buffer *out = sink->buffer;

  pst_buffer_puts(out,
                  "% The document's preamble needs \\usepackage{booktabs}.\n\\begin{tabular}{");
  for (size_t j = 0; j < view->n_columns; j++)
    pst_buffer_putc(out, view->columns[j].right ? 'r' : 'l');
  pst_buffer_puts(out, "}\n\\toprule\n");
  put_row(out, view, 0, true);
  pst_buffer_puts(out, "\\midrule\n");
  for (size_t row = 0; row < view->n_rows; row++) {
    put_row(out, view, row, false);
    pst_sink_drain(sink);
  }
  pst_buffer_puts(out, "\\bottomrule\n\\end{tabular}\n");
}

enum pst_status pst_write_latex(const struct pst_grid *grid,
                                const struct pst_report_options *options, struct pst_sink *sink,
                                struct pst_error *error)
{
  struct pst_view view;
  enum pst_status status = PST_OK;

  pst_view_make(&view, grid, options->digits, &latex);
  if (view.failed)
    status = pst_fail_memory(error);
  else
    put_table(&view, sink);
  pst_view_free(&view);
  return status;
}
