/* markdown.c -- a grid as a table of Markdown. */
#include "report/view/view.h"
#include "report/write/writer.h"

static const struct pst_view_markup markdown = {
    .escape = pst_escape_markdown, .open = "\\[", .close = "]", .below = "\\<"};

static void put_head(struct pst_buffer *out, const struct pst_view *view)
{
  for (size_t j = 0; j < view->n_columns; j++)
    pst_buffer_printf(out, "| %s ", view->columns[j].head);
  pst_buffer_puts(out, "|\n");
  for (size_t j = 0; j < view->n_columns; j++)
    pst_buffer_puts(out, view->columns[j].right ? "|---:" : "|:---");
  pst_buffer_puts(out, "|\n");
}

static void put_row(struct pst_buffer *out, const struct pst_view *view, size_t row)
{
  for (size_t j = 0; j < view->n_columns; j++) {
    pst_buffer_puts(out, "| ");
    pst_buffer_puts(out, view->columns[j].cells[row]);
    pst_buffer_puts(out, view->columns[j].cells[row][0] == '\0' ? "" : " ");
  }
  pst_buffer_puts(out, "|\n");
}

enum pst_status pst_write_markdown(const struct pst_grid *grid,
                                   const struct pst_report_options *options, struct pst_sink *sink,
                                   struct pst_error *error)
{
  struct pst_view view;
  enum pst_status status = PST_OK;

  pst_view_make(&view, grid, options->digits, &markdown);
  if (view.failed) {
    status = pst_fail_memory(error);
  } else {
    put_head(sink->buffer, &view);
    for (size_t row = 0; row < view.n_rows; row++) {
      put_row(sink->buffer, &view, row);
      pst_sink_drain(sink);
    }
  }
  pst_view_free(&view);
  return status;
}
