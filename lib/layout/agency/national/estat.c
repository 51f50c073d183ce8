/* estat.c -- e-Stat of Japan: Japanese names, and -, ***, X for what is missing. */
/* e-Stat Japan: names in Japanese, `-` where there is no figure, `***` not available, X suppressed,
   thousands between commas, △ or ▲ for a minus; titles above and notes below. */
#include <stdio.h>

#include "layout/layout.h"
#include "layout/shape/shape.h"

static const char *const missing[] = {"-",      "***", "*",      "\u2026", "...",
                                      "x",      "X",   "\u03C7", "\u2015", "\u30FC",
                                      "\u2014", "--",  "..",     "NA",     NULL};

static bool is_japanese(unsigned long code)
{
  return (code >= 0x3040 && code <= 0x30FF) || (code >= 0x4E00 && code <= 0x9FFF);
}

static bool has_japanese(struct pst_text text)
{
  for (size_t at = 0; at < text.size;)
    if ((unsigned char)text.data[at] < 0x80)
      at++;
    else if (is_japanese(pst_utf8_next(text, &at)))
      return true;
  return false;
}

enum { LOOK_MOST = 60 };

static bool any_japanese(const struct pst_sheet *sheet)
{
  for (size_t r = 0; r < sheet->n_rows && r < LOOK_MOST; r++)
    for (size_t c = 0; c < sheet->rows[r].n; c++)
      if (has_japanese(pst_sheet_cell(sheet, r, c)))
        return true;
  return false;
}

/* A third of the cells above the records. */
static bool recognise(const struct pst_sheet *sheet, size_t *header, char why[256])
{
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_value_rules rules = {.missing = missing, .triangles = true};
  struct pst_shape shape;
  size_t filled = 0, japanese = 0;
  bool found = any_japanese(sheet) && pst_shape_find(sheet, &rules, NULL, &scratch, &shape);

  pst_arena_free(&scratch);
  if (!found)
    return false;
  for (size_t r = 0; r < shape.body; r++)
    for (size_t c = 0; c < sheet->rows[r].n; c++) {
      struct pst_text cell = pst_sheet_cell(sheet, r, c);

      filled += cell.size > 0;
      japanese += has_japanese(cell);
    }
  *header = shape.header;
  snprintf(why, 256, "Japanese names in the header (%zu of %zu cells)", japanese, filled);
  return japanese > 0 && japanese * 3 >= filled;
}

/* Quarters of the Cabinet Office in the first column, each of them. */
static bool has_months(const struct pst_frame *frame)
{
  size_t n = 0;
  int year, quarter;

  for (size_t r = frame->body; r < frame->end; r++) {
    if (pst_sheet_filled(frame->sheet, r) == 0)
      continue;
    if (!pst_when_months(pst_sheet_cell(frame->sheet, r, 0), &year, &quarter))
      return false;
    n++;
  }
  return n > 0;
}

static enum pst_status read(struct pst_frame *frame, struct pst_error *error)
{
  enum pst_status status;

  frame->when |= PST_WHEN_ERA_DAYS;
  status = pst_shape_frame(frame, error);
  for (size_t c = 0; status == PST_OK && c < frame->n_columns; c++)
    if (frame->columns[c].role == PST_FRAME_PERIOD || frame->columns[c].when[0] != '\0')
      return PST_OK;
  if (status == PST_OK && frame->columns[0].role == PST_FRAME_KEY && has_months(frame)) {
    frame->columns[0].role = PST_FRAME_PERIOD;
    frame->when |= PST_WHEN_MONTHS;
  }
  return status;
}

const struct pst_layout pst_layout_estat = {
    .name = "estat",
    .summary = "e-Stat Japan: Japanese names, -, ***, X for what is missing",
    .missing = missing,
    .native = '.',
    .grouped = true,
    .parted = ",\t",
    .triangles = true,
    .table = pst_layout_first_line,
    .recognise = recognise,
    .read = read};
