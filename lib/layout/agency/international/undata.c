/* undata.c -- UNdata: records with footnote numbers, and the footnotes below. */
/* UNdata: records with a column of footnote numbers, and below them a second table that gives the
   footnotes' texts. */
#include "layout/layout.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

static const char *const missing[] = {"..", "...", NULL};

/* The tables of the yearbook: regions by number and name, footnotes in words. */
static bool is_yearbook(const struct pst_sheet *sheet, size_t row)
{
  return pst_layout_has(sheet, row, "Region/Country/Area") == 0
         && pst_layout_has(sheet, row, "Series") != PST_NO_COLUMN
         && pst_layout_has(sheet, row, "Value") != PST_NO_COLUMN;
}

/* `Quantity Footnotes` belongs to `Quantity`: the column of the value, or PST_NO_COLUMN. */
static size_t footnoted(const struct pst_sheet *sheet, size_t row, size_t *footnotes)
{
  static const char ending[] = " Footnotes";

  if (is_yearbook(sheet, row)) {
    *footnotes = pst_layout_has(sheet, row, "Footnotes");
    return pst_layout_has(sheet, row, "Value");
  }
  for (size_t c = 0; c < sheet->rows[row].n; c++) {
    struct pst_text cell = pst_sheet_cell(sheet, row, c);
    size_t size = cell.size < sizeof ending ? 0 : cell.size - (sizeof ending - 1);

    if (size == 0 || strncasecmp(cell.data + size, ending, sizeof ending - 1) != 0)
      continue;
    for (size_t v = 0; v < sheet->rows[row].n; v++) {
      struct pst_text value = pst_sheet_cell(sheet, row, v);

      if (value.size == size && memcmp(value.data, cell.data, size) == 0) {
        *footnotes = c;
        return v;
      }
    }
  }
  return PST_NO_COLUMN;
}

static bool recognise(const struct pst_sheet *sheet, size_t *header, char why[256])
{
  size_t footnotes = 0;

  for (size_t r = 0; r < sheet->n_rows && r < 5; r++) {
    size_t value = footnoted(sheet, r, &footnotes);
    struct pst_text name;

    if (value == PST_NO_COLUMN)
      continue;
    name = pst_sheet_cell(sheet, r, is_yearbook(sheet, r) ? 0 : footnotes);
    *header = r;
    snprintf(why, 256, "the column '%.*s'", (int)pst_utf8_head(name, 200).size, name.data);
    return true;
  }
  return false;
}

static size_t footnote_table(const struct pst_sheet *sheet, size_t body)
{
  for (size_t r = sheet->n_rows; r-- > body;)
    if ((pst_layout_has(sheet, r, "fnSeqID") == 0 || pst_layout_has(sheet, r, "footnoteSeqID") == 0)
        && pst_layout_has(sheet, r, "Footnote") == 1)
      return r;
  return PST_NO_COLUMN;
}

static enum pst_status read(struct pst_frame *frame, struct pst_error *error)
{
  static const char *const times[] = {"Year", "Year(s)", "Time Period", "Period", "Reference Year"};
  size_t footnotes = PST_NO_COLUMN, value = footnoted(frame->sheet, frame->header, &footnotes);

  (void)error;
  /* Numbers of footnotes are flags, and their texts the note; the yearbook has the texts. */
  pst_frame_value(frame, value,
                  is_yearbook(frame->sheet, frame->header) ? PST_NO_COLUMN : footnotes, footnotes);
  for (size_t i = 0; i < sizeof times / sizeof *times; i++)
    if (pst_frame_set(frame, times[i], PST_FRAME_PERIOD) != PST_NO_COLUMN)
      break;
  frame->footnotes = footnote_table(frame->sheet, frame->body);
  if (frame->footnotes != PST_NO_COLUMN) {
    frame->end = frame->footnotes;
    frame->footnotes++;
  }
  return PST_OK;
}

const struct pst_layout pst_layout_undata = {
    .name = "undata",
    .summary = "UNdata: records with footnote numbers, and the footnotes below",
    .missing = missing,
    .native = '.',
    .grouped = true,
    .recognise = recognise,
    .read = read};
