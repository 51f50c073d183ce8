/* explain.c -- what each line and column was taken for, and why, as text. */
#include "tidy/explain.h"

#include <string.h>

#include "report/escape.h"

enum { SHOWN = 5, TEXT_MOST = 60 };

static bool is_rejected(const struct pst_tidy *tidy, unsigned long line)
{
  for (size_t i = 0; i < tidy->n_rejects; i++)
    if (tidy->rejects[i].line == line)
      return true;
  return false;
}

static bool is_record(const struct pst_tidy *tidy, size_t row)
{
  size_t low = 0, high = tidy->n_records;

  while (low < high) {
    size_t middle = low + (high - low) / 2;

    if (tidy->records[middle] < row)
      low = middle + 1;
    else
      high = middle;
  }
  return low < tidy->n_records && tidy->records[low] == row;
}

static const char *inside(const struct pst_tidy *tidy, size_t row)
{
  const struct pst_frame *frame = &tidy->frame;

  if (is_record(tidy, row))
    return "record";
  if (frame->lines != NULL && frame->lines[row - frame->body] == PST_LINE_SECTION)
    return "section";
  if (frame->lines != NULL && frame->lines[row - frame->body] == PST_LINE_TOTAL)
    return "total left out";
  if (is_rejected(tidy, frame->sheet->rows[row].line))
    return "left out";
  return frame->flags_below != NULL ? "flags" : "header again";
}

const char *pst_explain_line(const struct pst_tidy *tidy, size_t row)
{
  const struct pst_frame *frame = &tidy->frame;

  if (frame->sheet->rows[row].comment)
    return "note";
  if (pst_sheet_filled(frame->sheet, row) == 0)
    return "blank";
  if (row < frame->header)
    return "title";
  if (row < frame->body)
    return (frame->unit_rows >> (row - frame->header)) & 1U ? "unit" : "header";
  return row >= frame->end ? "footer" : inside(tidy, row);
}

const char *pst_explain_role(const struct pst_tidy *tidy, size_t column)
{
  switch (tidy->frame.columns[column].role) {
  case PST_FRAME_KEY:
    return "key";
  case PST_FRAME_PERIOD:
    return "period";
  case PST_FRAME_PERIOD_PART:
    return "part of the period";
  case PST_FRAME_TWIN:
    return "twin left out";
  case PST_FRAME_VALUE:
    return tidy->frame.columns[column].when[0] == '\0' ? "value" : "value of a period";
  case PST_FRAME_FLAG:
    return "flag of a value";
  case PST_FRAME_NOTE:
    return "note";
  case PST_FRAME_UNIT:
    return "unit";
  case PST_FRAME_NOTHING:
    break;
  }
  return "left out";
}

/* The beginning of a row as it stands. */
static void put_row(const struct pst_sheet *sheet, size_t row, struct pst_buffer *out)
{
  struct pst_buffer line = {.size = 0};
  struct pst_text head;

  for (size_t c = 0; c < sheet->rows[row].n && line.size < TEXT_MOST * 4U; c++) {
    struct pst_text cell = pst_sheet_cell(sheet, row, c);

    pst_buffer_puts(&line, c == 0 ? "" : " | ");
    pst_buffer_add(&line, cell.data, cell.size);
  }
  head = pst_utf8_head(pst_text_of(pst_buffer_string(&line)), TEXT_MOST);
  pst_buffer_cut(&line, head.size);
  pst_escape_terminal(out, pst_buffer_string(&line));
  pst_buffer_free(&line);
}

static const char *reason_of(const struct pst_tidy *tidy, const struct pst_frame_column *at)
{
  return at->reason != NULL     ? at->reason
         : at->when[0] != '\0'  ? "its header is a period"
         : tidy->frame.by_shape ? "its cells"
                                : "the layout says so";
}

void pst_explain(const struct pst_tidy *tidy, struct pst_buffer *out)
{
  const struct pst_sheet *sheet = tidy->frame.sheet;
  size_t first = tidy->frame.body + SHOWN,
         last = sheet->n_rows > first + SHOWN ? sheet->n_rows - SHOWN : first;

  for (size_t r = 0; r < sheet->n_rows; r++) {
    if (r == first && r < last)
      pst_buffer_printf(out, "tidy: ... %zu lines\n", last - first);
    if (r >= first && r < last)
      continue;
    pst_buffer_printf(out, "tidy: line %lu is %s: ", sheet->rows[r].line,
                      pst_explain_line(tidy, r));
    put_row(sheet, r, out);
    pst_buffer_putc(out, '\n');
  }
  for (size_t c = 0; c < tidy->frame.n_columns; c++) {
    const struct pst_frame_column *at = &tidy->frame.columns[c];

    pst_buffer_printf(out, "tidy: column %zu, '", c + 1);
    pst_escape_terminal(out, at->name);
    pst_buffer_printf(out, "', is %s", pst_explain_role(tidy, c));
    if (at->when[0] != '\0')
      pst_buffer_printf(out, ", %s", at->when);
    pst_buffer_puts(out, ": ");
    pst_escape_terminal(out, reason_of(tidy, at));
    pst_buffer_putc(out, '\n');
  }
}

void pst_explain_json(const struct pst_tidy *tidy, struct pst_buffer *out)
{
  const struct pst_sheet *sheet = tidy->frame.sheet;
  const char *role = NULL;

  pst_buffer_puts(out, ", \"lines\": [");
  for (size_t r = 0; r < sheet->n_rows; r++) {
    const char *here = pst_explain_line(tidy, r);

    if (role != NULL && strcmp(here, role) == 0)
      continue;
    if (role != NULL)
      pst_buffer_printf(out, "\"last\": %lu}, ", sheet->rows[r].line - 1);
    pst_buffer_printf(out, "{\"role\": \"%s\", \"first\": %lu, ", here, sheet->rows[r].line);
    role = here;
  }
  if (role != NULL)
    pst_buffer_printf(out, "\"last\": %lu}", sheet->rows[sheet->n_rows - 1].line);
  pst_buffer_puts(out, "], \"columns\": [");
  for (size_t c = 0; c < tidy->frame.n_columns; c++) {
    const struct pst_frame_column *at = &tidy->frame.columns[c];

    pst_buffer_puts(out, c == 0 ? "{\"name\": " : ", {\"name\": ");
    pst_escape_json(out, at->name);
    pst_buffer_printf(out, ", \"role\": \"%s\"", pst_explain_role(tidy, c));
    pst_buffer_puts(out, ", \"reason\": ");
    pst_escape_json(out, reason_of(tidy, at));
    pst_buffer_putc(out, '}');
  }
  pst_buffer_putc(out, ']');
}
