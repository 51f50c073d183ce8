/* html_error.c -- what is broken in the claims files, each with its source line. */
#include <ctype.h>
#include <string.h>

#include "claim/report/html.h"
#include "report/escape.h"

static bool is_word(char c)
{
  return isalnum((unsigned char)c) || c == '_' || c == '-' || (unsigned char)c >= 0x80;
}

/* Where the word or the quoted text that starts at START ends. */
static size_t end_of_word(struct pst_text line, size_t start)
{
  const char *quote;
  size_t end = start;

  if (start >= line.size)
    return start;
  quote = memchr(line.data + start + 1, '"', line.size - start - 1);
  if (line.data[start] == '"' && quote != NULL)
    return (size_t)(quote - line.data) + 1;
  pst_utf8_next(line, &end);
  while (end < line.size && is_word(line.data[end - 1]) && is_word(line.data[end]))
    end++;
  return end;
}

/* The source line with the word at its place marked: a caret would miss it where the font of a
   script is not of even width. */
static void put_source(struct pst_buffer *out, const struct pst_problem *error)
{
  struct pst_text line = pst_text_of(error->source);
  struct pst_buffer part[3] = {{.data = NULL}, {.data = NULL}, {.data = NULL}};
  size_t start = 0, end;

  for (unsigned long c = 1; c < error->column && start < line.size; c++)
    pst_utf8_next(line, &start);
  end = end_of_word(line, start);
  pst_buffer_add(&part[0], line.data, start);
  pst_buffer_add(&part[1], line.data + start, end - start);
  pst_buffer_add(&part[2], line.data + end, line.size - end);
  pst_buffer_puts(out, "<pre>");
  pst_escape_xml(out, pst_buffer_string(&part[0]));
  pst_html_element(out, "mark", NULL, end > start ? pst_buffer_string(&part[1]) : " ");
  pst_escape_xml(out, pst_buffer_string(&part[2]));
  pst_buffer_puts(out, "</pre>\n");
  for (int i = 0; i < 3; i++) {
    out->failed = out->failed || part[i].failed;
    pst_buffer_free(&part[i]);
  }
}

static void put_error(struct pst_buffer *out, const struct pst_problem *error)
{
  pst_buffer_puts(out, "<p><span class=\"place\">");
  pst_escape_xml(out, error->file);
  if (error->line > 0)
    pst_buffer_printf(out, ":%lu", error->line);
  if (error->line > 0 && error->column > 0)
    pst_buffer_printf(out, ":%lu", error->column);
  pst_buffer_puts(out, "</span> ");
  pst_html_element(out, "span", "text", error->message);
  pst_buffer_puts(out, "</p>\n");
  if (error->source[0] != '\0')
    put_source(out, error);
}

void pst_html_errors(struct pst_buffer *out, const struct pst_claims_report *report)
{
  size_t n = 0;

  for (size_t f = 0; f < report->file_count; f++)
    n += report->files[f]->error_count;
  if (n == 0)
    return;
  pst_buffer_printf(out, "<section class=\"errors error\">\n<h2>%zu error%s</h2>\n", n,
                    n == 1 ? "" : "s");
  for (size_t f = 0; f < report->file_count; f++)
    for (size_t i = 0; i < report->files[f]->error_count; i++)
      put_error(out, &report->files[f]->errors[i]);
  pst_buffer_puts(out, "</section>\n");
}
