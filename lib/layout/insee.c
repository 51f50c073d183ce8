/* INSEE's BDM: a column a series, each followed by its codes; rows of label, number and date above;
   periods from the newest down, quarters as T1 to T4.  Series in rows have a column a period. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "layout/layout.h"

static const char *const missing[] = {"(NaN)", "NaN", "nd", "n.d.", "-", NULL};

enum { TOP_MOST = 8 }; /* rows above the first period */

static bool is_label(struct pst_text cell)
{
  return pst_text_is(cell, "Libell\u00E9");
}

static bool recognise(const struct pst_sheet *sheet, size_t *header, char why[256])
{
  for (size_t r = 0; r < sheet->n_rows && r < 5; r++) {
    bool bank = pst_layout_has(sheet, r, "idBank") != PST_NO_COLUMN;

    for (size_t below = r; below < sheet->n_rows && below < r + TOP_MOST; below++)
      bank = bank || pst_text_is(pst_sheet_cell(sheet, below, 0), "idBank");
    if (!is_label(pst_sheet_cell(sheet, r, 0)) || !bank)
      continue;
    *header = r;
    snprintf(why, 256, "the cells 'Libell\u00E9' and 'idBank'");
    return true;
  }
  return false;
}

/* The first row whose first cell is a period. */
static size_t find_body(const struct pst_frame *frame)
{
  char when[PST_WHEN_SIZE];

  for (size_t r = frame->header; r < frame->sheet->n_rows && r < frame->header + TOP_MOST; r++)
    if (pst_when_read(pst_sheet_cell(frame->sheet, r, 0), frame->when, when, NULL))
      return r;
  return PST_NO_COLUMN;
}

/* The rows above the periods are keys of the series below, but for one that only says `Période`. */
static enum pst_status read_top(struct pst_frame *frame, struct pst_error *error)
{
  size_t rows[TOP_MOST], n = 0;

  for (size_t r = frame->header; r < frame->body; r++)
    if (pst_sheet_filled(frame->sheet, r) > 1)
      rows[n++] = r;
  frame->parts = pst_arena_array(frame->arena, n + 1, sizeof *frame->parts);
  if (frame->parts == NULL)
    return pst_fail_memory(error);
  frame->n_parts = n;
  for (size_t i = 0; i < n; i++) {
    struct pst_text name = pst_sheet_cell(frame->sheet, rows[i], 0);

    frame->parts[i] = pst_arena_copy(frame->arena, name.data, name.size);
  }
  for (size_t c = 1; c < frame->n_columns; c++) {
    const char **parts = pst_arena_array(frame->arena, n + 1, sizeof *parts);

    if (parts == NULL)
      return pst_fail_memory(error);
    for (size_t i = 0; i < n; i++) {
      struct pst_text cell = pst_sheet_cell(frame->sheet, rows[i], c);

      parts[i] = pst_arena_copy(frame->arena, cell.data, cell.size);
      if (parts[i] == NULL || frame->parts[i] == NULL)
        return pst_fail_memory(error);
    }
    frame->columns[c].parts = parts;
  }
  return PST_OK;
}

static bool is_codes(const struct pst_frame *frame, size_t column)
{
  return strcasecmp(frame->columns[column].name, "Codes") == 0;
}

static enum pst_status read(struct pst_frame *frame, struct pst_error *error)
{
  size_t body;

  frame->when |= PST_WHEN_T_IS_QUARTER;
  if (pst_frame_wide(frame, frame->header) > 0)
    return PST_OK;
  body = find_body(frame);
  if (body == PST_NO_COLUMN)
    return pst_fail_at(error, PST_BAD_DATA, frame->sheet->name, 0,
                       "no row begins with a period (2026-02, 2025-T4) below the header");
  frame->n_header = body - frame->header;
  frame->body = body;
  frame->columns[0].role = PST_FRAME_PERIOD;
  for (size_t c = 1; c < frame->n_columns; c++)
    if (!is_codes(frame, c))
      pst_frame_value(frame, c,
                      c + 1 < frame->n_columns && is_codes(frame, c + 1) ? c + 1 : PST_NO_COLUMN,
                      PST_NO_COLUMN);
  return read_top(frame, error);
}

const struct pst_layout pst_layout_insee = {
    .name = "insee",
    .summary = "INSEE BDM: a column a series with its codes, newest period first",
    .missing = missing,
    .native = '.',
    .parted = ";",
    .recognise = recognise,
    .read = read};
