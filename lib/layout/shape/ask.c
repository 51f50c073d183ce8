/* ask.c -- two readings within reach of each other, shown on the file's own lines. */
#include "layout/shape/steps.h"

#include <stdio.h>

enum { SHOWN = 3, LINE_MOST = 56 };

/* A row as it stands, cut to a line. */
static void show_row(const struct pst_sheet *sheet, size_t row, const char *role,
                     struct pst_buffer *out)
{
  struct pst_buffer line = {.size = 0};
  struct pst_text head;

  for (size_t c = 0; c < sheet->rows[row].n && line.size < LINE_MOST * 4U; c++) {
    struct pst_text cell = pst_sheet_cell(sheet, row, c);

    if (c > 0)
      pst_buffer_putc(&line, sheet->delimiter == '\t' ? ' ' : sheet->delimiter);
    pst_buffer_add(&line, cell.data, cell.size);
  }
  head = pst_utf8_head(pst_text_of(pst_buffer_string(&line)), LINE_MOST);
  pst_buffer_printf(out, "    line %-4lu %-8s %.*s%s\n", sheet->rows[row].line, role,
                    (int)head.size, head.data, head.size < line.size ? "\u2026" : "");
  pst_buffer_free(&line);
}

static size_t next_filled(const struct pst_sheet *sheet, size_t row, size_t end)
{
  while (row < end && pst_sheet_filled(sheet, row) == 0)
    row++;
  return row;
}

/* The lines where the readings part: the last of the header, and the first records. */
static void show_reading(const struct pst_frame *frame, size_t header, size_t body, size_t from,
                         struct pst_buffer *out)
{
  const struct pst_sheet *sheet = frame->sheet;

  for (size_t n = 0, r = next_filled(sheet, from, sheet->n_rows); r < sheet->n_rows && n < SHOWN;
       r = next_filled(sheet, r + 1, sheet->n_rows), n++)
    show_row(sheet, r, r < header ? "title" : r < body ? "header" : "record", out);
}

static size_t count_rows(const struct pst_sheet *sheet, size_t first, size_t end)
{
  size_t n = 0;

  for (size_t r = first; r < end; r++)
    n += pst_sheet_filled(sheet, r) > 0;
  return n;
}

/* `--header-rows 2`, with --skip where titles stand above. */
static void name_options(const struct pst_sheet *sheet, size_t header, size_t body,
                         struct pst_buffer *out)
{
  if (header > 0 && count_rows(sheet, 0, header) > 0)
    pst_buffer_printf(out, "--skip %lu ", sheet->rows[header].line - 1);
  pst_buffer_printf(out, "--header-rows %zu", count_rows(sheet, header, body));
}

enum pst_status pst_ask_lines(struct pst_frame *frame, const struct pst_shape *shape,
                              struct pst_error *error)
{
  const struct pst_sheet *sheet = frame->sheet;
  struct pst_buffer both = {.size = 0}, one = {.size = 0}, two = {.size = 0};
  size_t first = shape->header < shape->other_header ? shape->header : shape->other_header,
         last = shape->body > shape->other_body ? shape->body : shape->other_body,
         from = last > first + SHOWN ? last - SHOWN : first;
  enum pst_status status;

  frame->question = PST_QUESTION_LINES;
  name_options(sheet, shape->header, shape->body, &one);
  name_options(sheet, shape->other_header, shape->other_body, &two);
  pst_buffer_printf(&both, "  with %s:\n", pst_buffer_string(&one));
  show_reading(frame, shape->header, shape->body, from, &both);
  pst_buffer_printf(&both, "  with %s:\n", pst_buffer_string(&two));
  show_reading(frame, shape->other_header, shape->other_body, from, &both);
  status = pst_fail_at(error, PST_BAD_DATA, sheet->name, sheet->rows[from].line,
                       "the header can be read in two ways; say %s or %s", pst_buffer_string(&one),
                       pst_buffer_string(&two));
  pst_fail_detail(error, pst_buffer_string(&both));
  pst_buffer_free(&both);
  pst_buffer_free(&one);
  pst_buffer_free(&two);
  return status;
}

/* The first records, and what the cell of COLUMN is in them. */
static void show_cells(const struct pst_frame *frame, size_t column, const char *option,
                       const char *role, struct pst_buffer *out)
{
  const struct pst_sheet *sheet = frame->sheet;
  const char *name = frame->columns[column].name;
  size_t n = 0;

  pst_buffer_printf(out, "  with %s '%s':\n", option, name);
  for (size_t r = frame->body; r < frame->end && n < SHOWN; r++) {
    struct pst_text cell = pst_utf8_head(pst_sheet_cell(sheet, r, column), LINE_MOST / 2);

    if (pst_sheet_filled(sheet, r) == 0)
      continue;
    pst_buffer_printf(out, "    line %-4lu %-8s %s = %.*s\n", sheet->rows[r].line, role, name,
                      (int)cell.size, cell.data);
    n++;
  }
}

/* The first records, below one line of the header, and both readings of COLUMN. */
static void show_column(const struct pst_frame *frame, size_t column, struct pst_buffer *out)
{
  const struct pst_sheet *sheet = frame->sheet;
  size_t n = 0;

  if (frame->body > 0 && frame->n_header > 0)
    show_row(sheet, frame->header + frame->n_header - 1, "header", out);
  for (size_t r = frame->body; r < frame->end && n < SHOWN; r++)
    if (pst_sheet_filled(sheet, r) > 0) {
      show_row(sheet, r, "record", out);
      n++;
    }
  show_cells(frame, column, "--values", "value", out);
  show_cells(frame, column, "--keys", "key", out);
}

enum pst_status pst_ask_column(struct pst_frame *frame, size_t column,
                               const struct pst_judgement *judgement, struct pst_error *error)
{
  const struct pst_frame_column *at = &frame->columns[column];
  const bool dotted = pst_shape_is_dotted(frame, column);
  struct pst_buffer lines = {.size = 0};
  enum pst_status status;

  frame->question = PST_QUESTION_COLUMN;
  show_column(frame, column, &lines);
  status =
      pst_fail_at(error, PST_BAD_DATA, frame->sheet->name, frame->sheet->rows[frame->body].line,
                  "field %zu (%s): these numbers can be values (%s) or a key (%s); say "
                  "--values '%s' (with the other value columns) or --keys '%s'%s%s%s",
                  column + 1, at->name, judgement->value_reason, judgement->key_reason, at->name,
                  at->name, dotted ? ", or if they are parts of years --time '" : "",
                  dotted ? at->name : "", dotted ? "' with --time-format yyyy.q or yyyy.m" : "");
  pst_fail_detail(error, pst_buffer_string(&lines));
  pst_buffer_free(&lines);
  return status;
}

enum pst_status pst_ask_unnamed(struct pst_frame *frame, size_t column, struct pst_error *error)
{
  const char *name = frame->columns[column].name;
  struct pst_buffer lines = {.size = 0};
  enum pst_status status;

  frame->question = PST_QUESTION_COLUMN;
  show_column(frame, column, &lines);
  status =
      pst_fail_at(error, PST_BAD_DATA, frame->sheet->name, frame->sheet->rows[frame->body].line,
                  "field %zu holds numbers and has no name; say what %s is: --values (with "
                  "the other value columns), --keys %s, or --flag %s=COLUMN",
                  column + 1, name, name, name);
  pst_fail_detail(error, pst_buffer_string(&lines));
  pst_buffer_free(&lines);
  return status;
}

enum pst_status pst_ask_sections(struct pst_frame *frame, const size_t *rows, size_t n,
                                 struct pst_error *error)
{
  const struct pst_sheet *sheet = frame->sheet;
  struct pst_buffer lines = {.size = 0};
  enum pst_status status;

  frame->question = PST_QUESTION_SECTIONS;
  for (int way = 0; way < 2; way++) {
    pst_buffer_printf(&lines, "  with --sections %s:\n", way == 0 ? "yes" : "no");
    for (size_t r = rows[0]; r < frame->end && r < rows[0] + SHOWN; r++)
      if (pst_sheet_filled(sheet, r) > 0)
        show_row(sheet, r, r == rows[0] && way == 0 ? "section" : "record", &lines);
  }
  status = pst_fail_at(error, PST_BAD_DATA, sheet->name, sheet->rows[rows[0]].line,
                       "%zu rows hold a name and nothing else: headings of the rows below them, or "
                       "records without values; say --sections yes or --sections no",
                       n);
  pst_fail_detail(error, pst_buffer_string(&lines));
  pst_buffer_free(&lines);
  return status;
}
