/* oecd.c -- OECD.Stat, and the UNESCO Institute for Statistics, which writes nearly the same. */
/* OECD.Stat: pairs of code and label columns, Value, Flag Codes and Flags; TIME is there unless the
   table has none.  UNESCO's UIS publishes from the same software. */
#include "layout/agency/named.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "printed/words.h"

static const char *const missing[] = {"..", "NaN", "NA", NULL};

static bool recognise(const struct pst_sheet *sheet, size_t *header, char why[256])
{
  static const char *const full[] = {"Value", "Flag Codes", "Flags"};
  static const char *const bare[] = {"LOCATION", "TIME", "Value"};

  return pst_layout_sees(sheet, full, 3, header, why)
         || pst_layout_sees(sheet, bare, 3, header, why);
}

/* `Flag Codes`; in a table that only looks like one of them, what is called so right behind the value. */
static size_t find_flag(const struct pst_frame *frame, size_t value)
{
  size_t codes = pst_frame_find(frame, "Flag Codes");

  if (codes != PST_NO_COLUMN || pst_frame_find(frame, "Flags") != PST_NO_COLUMN
      || value == PST_NO_COLUMN || value + 1 >= frame->n_columns)
    return codes;
  return pst_words_flag(frame->columns[value + 1].name) ? value + 1 : codes;
}

static enum pst_status read(struct pst_frame *frame, struct pst_error *error)
{
  size_t period = PST_NO_COLUMN, value = pst_frame_find(frame, "Value");

  (void)error;
  for (size_t c = 0; c < frame->n_columns; c++)
    if (strcmp(frame->columns[c].name, "TIME") == 0
        || strcmp(frame->columns[c].name, "TIME_PERIOD") == 0)
      period = c;
  if (period == PST_NO_COLUMN)
    period = pst_frame_find(frame, "Time");
  if (period == PST_NO_COLUMN)
    period = pst_frame_find(frame, "Year");
  for (size_t c = 0; c < frame->n_columns; c++)
    if (c == period)
      frame->columns[c].role = PST_FRAME_PERIOD;
    else if (strcasecmp(frame->columns[c].name, "Time") == 0
             || strcasecmp(frame->columns[c].name, "Time Period") == 0
             || strcmp(frame->columns[c].name, "Select time") == 0
             || strcmp(frame->columns[c].name, "Seleziona periodo") == 0) /* ISTAT */
      frame->columns[c].role = PST_FRAME_TWIN;
  pst_frame_value(frame, value, find_flag(frame, value), pst_frame_find(frame, "Flags"));
  return PST_OK;
}

const struct pst_layout pst_layout_oecd = {
    .name = "oecd",
    .summary = "OECD.Stat: codes and labels, Value, Flag Codes, Flags",
    .missing = missing,
    .native = '.',
    .table = pst_layout_first_line,
    .recognise = recognise,
    .read = read};

/* UIS in bulk: the magnitude is NA or NIL, the qualifier tells of estimates. */
static const char *const bulk[] = {"indicator_id", "country_id", "year", "value", "magnitude"};

static const struct pst_named_column bulk_names[] = {{"year", PST_FRAME_PERIOD},
                                                     {"value", PST_FRAME_VALUE},
                                                     {"magnitude", PST_FRAME_FLAG},
                                                     {"qualifier", PST_FRAME_NOTE},
                                                     {NULL, PST_FRAME_KEY}};

static enum pst_status read_uis(struct pst_frame *frame, struct pst_error *error)
{
  return pst_frame_find(frame, bulk[0]) == PST_NO_COLUMN ? read(frame, error)
                                                         : pst_named_read(frame, bulk_names, error);
}

/* UIS: its first column is the code of the indicator in a data set: NATMON_IND, EDULIT_IND ... */
static bool recognise_uis(const struct pst_sheet *sheet, size_t *header, char why[256])
{
  static const char *const names[] = {"LOCATION", "TIME", "Value"};
  size_t row;

  if (pst_layout_sees(sheet, bulk, 5, header, why))
    return true;
  if (!pst_layout_sees(sheet, names, 3, header, why))
    return false;
  row = *header;
  for (size_t c = 0; c < sheet->rows[row].n; c++) {
    struct pst_text cell = pst_sheet_cell(sheet, row, c);

    if (cell.size > 4 && memcmp(cell.data + cell.size - 4, "_IND", 4) == 0) {
      snprintf(why, 256, "column '%.*s' with 'LOCATION', 'TIME' and 'Value'",
               (int)pst_utf8_head(cell, 60).size, cell.data);
      return true;
    }
  }
  return false;
}

const struct pst_layout pst_layout_uis = {
    .name = "uis",
    .summary = "UNESCO Institute for Statistics: indicator, country, TIME, Value, Flags",
    .missing = missing,
    .native = '.',
    .table = pst_layout_first_line,
    .recognise = recognise_uis,
    .read = read_uis};
