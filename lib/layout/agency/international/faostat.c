/* faostat.c -- FAOSTAT: normalised, or a column a year with its flags. */
/* FAOSTAT: normalised (Year, Value, Flag), or a column a year (Y1961) with its flag (Y1961F) and note
   (Y1961N) beside it. */
#include "layout/layout.h"

#include <stdio.h>
#include <string.h>

static const char *const missing[] = {NULL};

static bool recognise(const struct pst_sheet *sheet, size_t *header, char why[256])
{
  static const char *const signatures[][3] = {
      {"Area", "Item", "Element"},     {"Area", "Element", "Value"},
      {"Area Code", "Area", "Item"},   {"Domain Code", "Area", "Item"},
      {"Area", "Months", "Element"},   {"Reporter Countries", "Item", "Element"},
      {"Domain Code", "Area", "Value"}};

  for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
    if (pst_layout_sees(sheet, signatures[i], 3, header, why))
      return true;
  return false;
}

/* Y1961 with Y1961F and Y1961N. */
static void read_years(struct pst_frame *frame)
{
  for (size_t c = 0; c < frame->n_columns; c++) {
    struct pst_frame_column *at = &frame->columns[c];
    char name[80];
    size_t flag, note;

    if (at->when[0] == '\0' || strlen(at->name) > 70)
      continue;
    snprintf(name, sizeof name, "%sF", at->name);
    flag = pst_frame_find(frame, name);
    snprintf(name, sizeof name, "%sN", at->name);
    note = pst_frame_find(frame, name);
    pst_frame_value(frame, c, flag, note);
  }
}

/* Months become part of the period, unless some row says something else in several words (`Annual
   value`, `Dec–Jan–Feb`): then they are a key. */
static bool several_words(struct pst_text cell)
{
  for (size_t i = 0; i < cell.size; i++)
    if (cell.data[i] == ' ' || cell.data[i] == '-')
      return true;
  return memmem(cell.data, cell.size, "\u2013", 3) != NULL;
}

static void read_months(struct pst_frame *frame)
{
  size_t months = pst_frame_find(frame, "Months");
  char part[16];

  if (months == PST_NO_COLUMN)
    return;
  for (size_t r = frame->body; r < frame->sheet->n_rows; r++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, r, months);

    if (!pst_when_part(cell, '\0', part) && several_words(cell))
      return;
  }
  frame->columns[months].role = PST_FRAME_PERIOD_PART;
}

static enum pst_status read(struct pst_frame *frame, struct pst_error *error)
{
  size_t value = pst_frame_find(frame, "Value"), note;

  if (value == PST_NO_COLUMN) {
    if (pst_frame_wide(frame, frame->header) == 0)
      return pst_fail_at(error, PST_BAD_DATA, frame->sheet->name,
                         frame->sheet->rows[frame->header].line,
                         "the header has neither a column Value nor one of a year (Y1961)");
    read_years(frame);
    return PST_OK;
  }
  pst_frame_set(frame, "Year", PST_FRAME_PERIOD);
  pst_frame_set(frame, "Year Code", PST_FRAME_TWIN);
  read_months(frame);
  note = pst_frame_find(frame, "Note");
  pst_frame_value(frame, value, pst_frame_find(frame, "Flag"),
                  note != PST_NO_COLUMN ? note : pst_frame_find(frame, "Flag Description"));
  return PST_OK;
}

/* The normalised form is. */
static bool table(const struct pst_sheet *sheet, size_t header)
{
  return header == 0 && pst_layout_has(sheet, header, "Value") != PST_NO_COLUMN;
}

const struct pst_layout pst_layout_faostat = {
    .name = "faostat",
    .summary = "FAOSTAT: normalised, or a column a year with its flags",
    .missing = missing,
    .native = '.',
    .table = table,
    .recognise = recognise,
    .read = read};
