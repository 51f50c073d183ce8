#include "layout/frame.h"

#include <string.h>
#include <strings.h>

static size_t widest(const struct pst_sheet *sheet, size_t first)
{
  size_t n = 0;

  for (size_t r = first; r < sheet->n_rows; r++) {
    /* The header's own width; further only where a row as long as most has something. */
    size_t width = pst_sheet_width(sheet, r);

    if (r == first || (sheet->rows[r].n == sheet->rows[first].n && width > n))
      n = width;
  }
  return n;
}

enum pst_status pst_frame_begin(struct pst_frame *frame, size_t header, struct pst_error *error)
{
  const struct pst_sheet *sheet = frame->sheet;

  frame->header = header;
  frame->n_header = 1;
  frame->body = header + 1;
  frame->end = sheet->n_rows;
  frame->attribute = PST_NO_COLUMN;
  frame->footnotes = PST_NO_COLUMN;
  frame->n_columns = widest(sheet, header);
  frame->columns = pst_arena_array(frame->arena, frame->n_columns, sizeof *frame->columns);
  if (frame->columns == NULL)
    return pst_fail_memory(error);
  for (size_t c = 0; c < frame->n_columns; c++) {
    struct pst_text name = pst_sheet_cell(sheet, header, c);

    frame->columns[c] = (struct pst_frame_column){
        .name = name.size > 0 ? pst_arena_copy(frame->arena, name.data, name.size)
                              : pst_arena_format(frame->arena, "column_%zu", c + 1),
        .unnamed = name.size == 0,
        .flag = PST_NO_COLUMN,
        .note = PST_NO_COLUMN};
    if (frame->columns[c].name == NULL)
      return pst_fail_memory(error);
  }
  return PST_OK;
}

size_t pst_frame_find(const struct pst_frame *frame, const char *name)
{
  for (size_t c = 0; c < frame->n_columns; c++)
    if (strcasecmp(frame->columns[c].name, name) == 0)
      return c;
  return PST_NO_COLUMN;
}

size_t pst_frame_set(struct pst_frame *frame, const char *name, enum pst_frame_role role)
{
  size_t column = pst_frame_find(frame, name);

  if (column != PST_NO_COLUMN)
    frame->columns[column].role = role;
  return column;
}

void pst_frame_value(struct pst_frame *frame, size_t column, size_t flag, size_t note)
{
  frame->columns[column].role = PST_FRAME_VALUE;
  frame->columns[column].flag = flag;
  frame->columns[column].note = note;
  if (flag != PST_NO_COLUMN)
    frame->columns[flag].role = PST_FRAME_FLAG;
  if (note != PST_NO_COLUMN)
    frame->columns[note].role = PST_FRAME_NOTE;
}

size_t pst_frame_wide(struct pst_frame *frame, size_t header)
{
  struct pst_when_seasons seen = {0};
  size_t n = 0;

  for (size_t c = 0; c < frame->n_columns; c++)
    pst_when_see(&seen, pst_sheet_cell(frame->sheet, header, c));
  frame->when |= pst_when_decide(&seen);
  for (size_t c = 0; c < frame->n_columns; c++) {
    struct pst_frame_column *column = &frame->columns[c];
    char marker[PST_WHEN_MARK_SIZE];

    if (!pst_when_read(pst_sheet_cell(frame->sheet, header, c), frame->when, column->when, marker))
      continue;
    column->role = PST_FRAME_VALUE;
    if (marker[0] != '\0')
      column->marker = pst_arena_string(frame->arena, marker);
    n++;
  }
  return n;
}

void pst_frame_drop_empty(struct pst_frame *frame)
{
  for (size_t c = 0; c < frame->n_columns; c++) {
    bool empty = frame->columns[c].role == PST_FRAME_KEY && frame->columns[c].unnamed;

    for (size_t r = frame->body; r < frame->end && empty; r++)
      empty = pst_sheet_cell(frame->sheet, r, c).size == 0;
    if (empty)
      frame->columns[c].role = PST_FRAME_NOTHING;
  }
}

/* --- the footer ------------------------------------------------------------------------------ */

bool pst_frame_is_note(struct pst_text text)
{
  static const char *const words[] = {"source",        "note",
                                      "data from",     "data extracted",
                                      "last updated",  "footnote",
                                      "legend",        "quelle",
                                      "stand:",        "hinweis",
                                      "fuente",        "nota",
                                      "champ",         "lecture",
                                      "copyright",     "extracted",
                                      "symbols",       "international monetary",
                                      "(c)",           "updated",
                                      "faostat",       "remarks",
                                      "special value", "available flags",
                                      "disclaimer",    "last update",
                                      "anmerkung",     "fu\u00DFnote",
                                      "avertissement"};
  static const char *const marks[] = {"\u00A9",       "\u8CC7\u6599", "\u6CE8", "\u51FA\u5178",
                                      "\u5099\u8003", "\uFF08\u6CE8", "\u203B", "*",
                                      "__",           "--",           "(1)",    "1)",
                                      "[1]",          "1/",           "=="};

  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (text.size >= strlen(words[i]) && strncasecmp(text.data, words[i], strlen(words[i])) == 0)
      return true;
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (text.size >= strlen(marks[i]) && memcmp(text.data, marks[i], strlen(marks[i])) == 0)
      return true;
  return false;
}

bool pst_frame_is_value(const struct pst_frame *frame, size_t row, size_t column)
{
  struct pst_value value;

  pst_value_part(pst_sheet_cell(frame->sheet, row, column), &frame->rules, &value);
  return value.kind == PST_VALUE_NUMBER
         || (value.kind == PST_VALUE_MISSING && value.token.size > 0);
}

/* Some value cell of ROW is a number or a token for a missing one. */
static bool has_value(const struct pst_frame *frame, size_t row)
{
  for (size_t c = 0; c < frame->n_columns && c < frame->sheet->rows[row].n; c++)
    if (frame->columns[c].role == PST_FRAME_VALUE && pst_frame_is_value(frame, row, c))
      return true;
  return false;
}

/* As many cells as the header, give or take empty ones at the end. */
static bool fits(const struct pst_frame *frame, size_t row)
{
  const struct pst_sheet *sheet = frame->sheet;

  return sheet->rows[row].n >= frame->n_columns && pst_sheet_width(sheet, row) <= frame->n_columns;
}

static bool is_record(const struct pst_frame *frame, size_t row)
{
  struct pst_text first = pst_sheet_cell(frame->sheet, row, 0);

  if (!fits(frame, row) || pst_sheet_filled(frame->sheet, row) == 0)
    return false;
  if (has_value(frame, row))
    return true;
  return first.size > 0 && !pst_frame_is_note(first) && pst_sheet_filled(frame->sheet, row) >= 2;
}

/* A line that can only be text below a table, though no blank line comes before it. */
static bool is_prose(const struct pst_frame *frame, size_t row)
{
  struct pst_text first = pst_sheet_cell(frame->sheet, row, 0);

  return pst_frame_is_note(first)
         || (pst_sheet_filled(frame->sheet, row) == 1 && first.size > 40 && !fits(frame, row));
}

/* The first blank row or note behind the last record with a value, or the end: what follows is a
   legend, though its lines have cells enough (`e;estimated`). */
static size_t legend(const struct pst_frame *frame)
{
  size_t last = frame->end;

  while (last > frame->body && !(fits(frame, last - 1) && has_value(frame, last - 1)))
    last--;
  if (last == frame->body)
    return frame->end;
  while (last < frame->end && pst_sheet_filled(frame->sheet, last) > 0
         && !pst_frame_is_note(pst_sheet_cell(frame->sheet, last, 0)))
    last++;
  return last;
}

void pst_frame_footer(struct pst_frame *frame)
{
  size_t end = frame->end = legend(frame);

  while (end > frame->body && !is_record(frame, end - 1))
    end--;
  /* What follows without a blank line and is no prose belongs to the body: a record without values,
     or one that is cut off, which the check will refuse. */
  while (end < frame->end && pst_sheet_filled(frame->sheet, end) > 0 && !is_prose(frame, end))
    end++;
  frame->end = end;
}
