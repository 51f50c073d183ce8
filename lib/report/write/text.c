/* text.c -- a grid as text that fits a terminal. */
#include <string.h>

#include "report/view/fit.h"
#include "report/view/view.h"
#include "report/wrap.h"
#include "report/write/writer.h"

enum { LINE_MOST = 100 };

static const struct pst_view_markup terminal = {
    .escape = pst_escape_terminal, .open = "[", .close = "]", .below = "<", .plain = true};

/* Blanks are held back until something follows: no line ends in one. */
static void put_padded(struct pst_buffer *out, size_t *blanks, const char *cell, size_t width,
                       bool right)
{
  size_t used = pst_utf8_width(pst_text_of(cell)), size = strlen(cell), tail = 0;

  if (right)
    *blanks += width - used;
  while (tail < size && cell[size - tail - 1] == ' ')
    tail++;
  if (tail < size) {
    pst_buffer_repeat(out, ' ', *blanks);
    pst_buffer_add(out, cell, size - tail);
    *blanks = 0;
  }
  *blanks += tail + (right ? 0 : width - used) + PST_GAP;
}

enum { HEAD = -1, RULE = -2 };

/* A line of cells, or of heads, or of dashes below these. */
static void put_line(struct pst_buffer *out, const struct pst_view *view, long row)
{
  size_t blanks = view->blocks ? PST_INDENT : 0;

  for (size_t j = 0; j < view->n_columns; j++) {
    const struct pst_view_column *column = &view->columns[j];

    if (column->state != PST_SHOWN)
      continue;
    if (row == RULE) {
      pst_buffer_repeat(out, ' ', blanks);
      pst_buffer_repeat(out, '-', column->width);
      blanks = PST_GAP;
    } else {
      put_padded(out, &blanks, row == HEAD ? column->head : column->cells[row], column->width,
                 column->right);
    }
  }
  pst_buffer_putc(out, '\n');
}

/* "variable: oda   unit of slope: million USD" */
static void put_facts(struct pst_buffer *out, const struct pst_view *view, size_t width)
{
  size_t at = 0;

  for (size_t k = 0; k < view->n_facts; k++) {
    size_t used = pst_utf8_width(pst_text_of(view->facts[k]));

    if (at > 0 && at + 3 + used > width) {
      pst_buffer_putc(out, '\n');
      at = 0;
    }
    pst_buffer_printf(out, "%s%s", at > 0 ? "   " : "", view->facts[k]);
    at += used + (at > 0 ? 3 : 0);
  }
  if (at > 0)
    pst_buffer_puts(out, "\n\n");
}

/* "donor: Japan   variable: oda", above the rows of its block. */
static void put_block(struct pst_buffer *out, const struct pst_view *view, size_t row)
{
  const char *gap = "";

  for (size_t j = 0; j < view->n_columns; j++) {
    if (view->columns[j].state != PST_BLOCK || view->columns[j].cells[row][0] == '\0')
      continue;
    pst_buffer_printf(out, "%s%s: %s", gap, view->columns[j].head, view->columns[j].cells[row]);
    gap = "   ";
  }
  pst_buffer_putc(out, '\n');
}

/* Sentences are read in lines, also where a table is cut nowhere. */
static size_t line_width(size_t width)
{
  return width < LINE_MOST ? width : LINE_MOST;
}

static void put_legend(struct pst_buffer *out, const struct pst_view *view, size_t width)
{
  for (size_t j = 0; j < view->n_columns; j++) {
    if (!view->columns[j].slimmed || view->columns[j].state != PST_SHOWN
        || view->columns[j].role != PST_ROLE_P_VALUE)
      continue;
    pst_buffer_putc(out, '\n');
    pst_report_wrap(out, view->legend, 0, line_width(width));
  }
}

static void put_footnotes(struct pst_buffer *out, const struct pst_view *view, size_t width)
{
  for (size_t k = 0; k < view->n_notes; k++) {
    struct pst_buffer note = {.data = NULL};
    size_t start;

    if (k == 0)
      pst_buffer_putc(out, '\n');
    start = out->size;
    if (view->notes_of_all)
      pst_buffer_puts(out, "note: ");
    else
      pst_buffer_printf(out, "[%zu] ", k + 1);
    pst_escape_terminal(&note, view->notes[k]);
    pst_report_wrap(out, pst_buffer_string(&note), out->size - start, line_width(width));
    out->failed = out->failed || note.failed;
    pst_buffer_free(&note);
  }
}

static void add_name(struct pst_buffer *names, const char *name)
{
  pst_buffer_puts(names, names->size == 0 ? "columns left out at this width: " : ", ");
  pst_buffer_puts(names, name);
}

static bool intervals_rounded(const struct pst_view *view)
{
  for (size_t j = 0; j < view->n_columns; j++)
    if (view->columns[j].role == PST_ROLE_CONF_LOW && view->columns[j].slimmed
        && view->columns[j].state == PST_SHOWN)
      return true;
  return false;
}

/* What the width has cost, so that nothing is missed without a word. */
static void put_losses(struct pst_buffer *out, const struct pst_view *view, size_t width,
                       bool shortened)
{
  struct pst_buffer names = {.data = NULL};

  for (size_t j = 0; j < view->n_columns; j++)
    if (view->columns[j].state == PST_LEFT_OUT)
      add_name(&names, view->columns[j].head);
  if (names.size > 0)
    pst_buffer_puts(&names, "; ");
  if (shortened)
    pst_buffer_puts(&names, "cells that end in \xE2\x80\xA6 are shortened; ");
  if (intervals_rounded(view))
    pst_buffer_puts(&names, "intervals have three digits; ");
  if (names.size > 0) {
    pst_buffer_puts(&names, "use --format csv");
    pst_buffer_putc(out, '\n');
    pst_report_wrap(out, pst_buffer_string(&names), 0, line_width(width));
  }
  out->failed = out->failed || names.failed;
  pst_buffer_free(&names);
}

static void put_view(const struct pst_view *view, size_t width, bool shortened,
                     struct pst_sink *sink)
{
  put_facts(sink->buffer, view, width);
  put_line(sink->buffer, view, HEAD);
  put_line(sink->buffer, view, RULE);
  for (size_t row = 0; row < view->n_rows; row++) {
    if (view->blocks && pst_view_block_starts(view, row))
      put_block(sink->buffer, view, row);
    put_line(sink->buffer, view, (long)row);
    pst_sink_drain(sink);
  }
  put_legend(sink->buffer, view, width);
  put_footnotes(sink->buffer, view, width);
  put_losses(sink->buffer, view, width, shortened);
}

enum pst_status pst_write_text(const struct pst_grid *grid,
                               const struct pst_report_options *options, struct pst_sink *sink,
                               struct pst_error *error)
{
  struct pst_view view;
  enum pst_status status = PST_OK;

  pst_view_make(&view, grid, options->digits, &terminal);
  if (!view.failed) {
    bool shortened = pst_fit_view(&view, options->width);

    if (!view.failed)
      put_view(&view, options->width, shortened, sink);
  }
  if (view.failed)
    status = pst_fail_memory(error);
  pst_view_free(&view);
  return status;
}
