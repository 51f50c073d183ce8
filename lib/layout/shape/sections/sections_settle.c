/* sections_settle.c -- the lines of headings and the records below each: those above the first, a total below the last,
   headings that are periods. */
#include <string.h>
#include <strings.h>

#include "layout/shape/sections/sections.h"
#include "printed/words.h"

/* `2019`, `FY2019`, without a mark. */
static bool is_period(const struct pst_frame *frame, size_t row)
{
  struct pst_text cell = pst_sheet_cell(frame->sheet, row, 0);
  char when[PST_WHEN_SIZE], marker[PST_WHEN_MARK_SIZE];

  return pst_when_read(cell, frame->when, when, marker) && marker[0] == '\0'
         && (strlen(when) != 4 || pst_sections_is_year(cell));
}

/* All headings are periods, and nothing else is. */
static bool are_dates(const struct pst_sections *s)
{
  for (size_t i = 0; i < s->n; i++)
    if (!is_period(s->frame, s->rows[i]))
      return false;
  for (size_t c = 0; c < s->frame->n_columns; c++)
    if (s->frame->columns[c].role == PST_FRAME_PERIOD || s->frame->columns[c].when[0] != '\0')
      return false;
  return s->n > 0;
}

/* Records above the first heading belong to the line above the header, or to none, which is told. */
static void settle_first(const struct pst_sections *s)
{
  struct pst_frame *frame = s->frame;
  size_t above, n = 0;

  if (s->first == PST_NO_COLUMN || s->first > s->rows[0])
    return;
  above = pst_sections_heading_above(s);
  if (above == PST_NO_COLUMN && frame->dated && pst_sections_name_above(frame) != PST_NO_COLUMN
      && is_period(frame, pst_sections_name_above(frame)))
    above = pst_sections_name_above(frame);
  for (size_t r = frame->body; r < s->rows[0]; r++) {
    s->of[r - frame->body] = above;
    n += pst_sheet_filled(frame->sheet, r) > 0;
  }
  if (above == PST_NO_COLUMN)
    pst_frame_tell(frame,
                   "%zu records stand above the first heading (line %lu): their section is empty",
                   n, frame->sheet->rows[s->rows[0]].line);
}

/* `Total`, or what is computed of all sections. */
static bool is_called_total(const struct pst_frame *frame, size_t row)
{
  static const char *const balances[] = {"balance", "trade balance", "net", "difference", "saldo"};
  struct pst_text cell = pst_sheet_cell(frame->sheet, row, 0);
  char text[40];

  if (cell.size == 0 || cell.size >= sizeof text)
    return false;
  memcpy(text, cell.data, cell.size);
  text[cell.size] = '\0';
  for (size_t i = 0; i < sizeof balances / sizeof *balances; i++)
    if (strcasecmp(text, balances[i]) == 0)
      return true;
  return pst_words_total(text);
}

/* A total below the last section, when no record of another one is called so, is of all of them. */
static void settle_total(const struct pst_sections *s)
{
  struct pst_frame *frame = s->frame;
  size_t row = s->last;

  if (s->n < 2 || row < s->rows[s->n - 1] || !is_called_total(frame, row))
    return;
  for (size_t r = frame->body; r < s->rows[s->n - 1]; r++)
    if (pst_text_equal(pst_sheet_cell(frame->sheet, r, 0), pst_sheet_cell(frame->sheet, row, 0)))
      return;
  s->of[row - frame->body] = PST_NO_COLUMN;
  pst_frame_tell(
      frame,
      "line %lu: '%.*s' stands below the last section, and no other section has one: its "
      "section is empty",
      frame->sheet->rows[row].line, (int)pst_sheet_cell(frame->sheet, row, 0).size,
      pst_sheet_cell(frame->sheet, row, 0).data);
}

enum pst_status pst_sections_settle(const struct pst_sections *s, struct pst_error *error)
{
  struct pst_frame *frame = s->frame;

  frame->lines = pst_arena_array(frame->arena, frame->end - frame->body + 1, 1);
  if (frame->lines == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < s->n; i++)
    frame->lines[s->rows[i] - frame->body] = PST_LINE_SECTION;
  frame->sections = s->of;
  frame->dated = are_dates(s);
  if (frame->dated)
    pst_frame_tell(
        frame,
        "the headings are the periods of the rows below them, line %lu ('%.*s') first; if "
        "they are none, say --sections no",
        frame->sheet->rows[s->rows[0]].line, (int)pst_sheet_cell(frame->sheet, s->rows[0], 0).size,
        pst_sheet_cell(frame->sheet, s->rows[0], 0).data);
  settle_first(s);
  settle_total(s);
  return PST_OK;
}
