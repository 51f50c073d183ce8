/* series.c -- a column a series, under rows that say what each series is. */
#include "layout/agency/series.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "printed/words.h"

bool pst_series_sees(const struct pst_sheet *sheet, const char *first, const char *second,
                     size_t *header, char why[256])
{
  for (size_t r = 0; r < sheet->n_rows && r < 5; r++) {
    if (!pst_text_is(pst_sheet_cell(sheet, r, 0), first))
      continue;
    for (size_t below = r + 1; below < sheet->n_rows && below < r + PST_SERIES_TOP_MOST; below++)
      if (pst_text_is(pst_sheet_cell(sheet, below, 0), second)) {
        *header = r;
        snprintf(why, 256, "the rows '%s' and '%s'", first, second);
        return true;
      }
  }
  return false;
}

/* The first row whose first cell is a period. */
static size_t find_body(const struct pst_frame *frame)
{
  char when[PST_WHEN_SIZE];

  for (size_t r = frame->header;
       r < frame->sheet->n_rows && r < frame->header + PST_SERIES_TOP_MOST; r++)
    if (pst_when_read(pst_sheet_cell(frame->sheet, r, 0), frame->when, when, NULL))
      return r;
  return PST_NO_COLUMN;
}

/* `Date` above the periods says what these are, and nothing of the names beside it. */
static bool is_time(struct pst_text name)
{
  char text[32];

  if (name.size >= sizeof text)
    return false;
  memcpy(text, name.data, name.size);
  text[name.size] = '\0';
  return pst_words_time_alone(text);
}

/* A row without a name has those of the series: the first of these is called so. */
static const char *unnamed_part(const struct pst_frame *frame, size_t i)
{
  return i == 0 ? "series" : pst_arena_format(frame->arena, "series_%zu", i + 1);
}

/* The rows above the periods are keys of the series below, but for those that say nothing of any. */
static enum pst_status read_top(struct pst_frame *frame, struct pst_error *error)
{
  size_t rows[PST_SERIES_TOP_MOST], n = 0;

  for (size_t r = frame->header; r < frame->body; r++)
    if (pst_sheet_filled(frame->sheet, r) > 1)
      rows[n++] = r;
  frame->parts = pst_arena_array(frame->arena, n + 1, sizeof *frame->parts);
  if (frame->parts == NULL)
    return pst_fail_memory(error);
  frame->n_parts = n;
  for (size_t i = 0; i < n; i++) {
    struct pst_text name = pst_sheet_cell(frame->sheet, rows[i], 0);

    frame->parts[i] = name.size > 0 && !is_time(name)
                          ? pst_arena_copy(frame->arena, name.data, name.size)
                          : unnamed_part(frame, i);
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

enum pst_status pst_series_read(struct pst_frame *frame, struct pst_error *error)
{
  size_t body = find_body(frame);

  if (body == PST_NO_COLUMN)
    return pst_fail_at(error, PST_BAD_DATA, frame->sheet->name, 0,
                       "no row begins with a period (2026-02, 2025-T4) below the header");
  frame->n_header = body - frame->header;
  frame->body = body;
  frame->columns[0].role = PST_FRAME_PERIOD;
  for (size_t c = 1; c < frame->n_columns; c++)
    if (strcasecmp(frame->columns[c].name, "Codes") != 0)
      pst_frame_value(frame, c, PST_NO_COLUMN, PST_NO_COLUMN);
  return read_top(frame, error);
}
