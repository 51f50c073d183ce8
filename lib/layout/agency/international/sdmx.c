/* sdmx.c -- SDMX-CSV 1.0 and 2.0, as the OECD, Eurostat, the BIS and the ILO write it. */
/* SDMX-CSV 1.0 (DATAFLOW) and 2.0 (STRUCTURE, STRUCTURE_ID, ACTION), of OECD, Eurostat, BIS, ILO:
   codes, or codes and labels in one cell (`AT: Austria`), or label columns beside.  Its numbers have
   a decimal point by definition. */
#include "layout/layout.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "printed/words.h"

static const char *const missing[] = {"NaN", ":", "NA", NULL};

/* NAME, or `NAME: label`. */
static bool is_called(struct pst_text cell, const char *name)
{
  size_t size = strlen(name);

  return cell.size >= size && strncasecmp(cell.data, name, size) == 0
         && (cell.size == size || cell.data[size] == ':');
}

static size_t find(const struct pst_sheet *sheet, size_t row, const char *name)
{
  for (size_t c = 0; c < sheet->rows[row].n; c++)
    if (is_called(pst_sheet_cell(sheet, row, c), name))
      return c;
  return PST_NO_COLUMN;
}

/* The column of the observed value: as the standard calls it, or as R and Python packages do. */
static size_t find_any(const struct pst_sheet *sheet, size_t row, const char *const *names)
{
  for (; *names != NULL; names++)
    if (find(sheet, row, *names) != PST_NO_COLUMN)
      return find(sheet, row, *names);
  return PST_NO_COLUMN;
}

static const char *const values[] = {"OBS_VALUE", "ObsValue", NULL};
static const char *const times[] = {"TIME_PERIOD", "TimePeriod", "ObsDimension", "obsTime", NULL};
static const char *const status[] = {"Status", NULL};

/* What the standard says of the structure, and only writers of it say. */
static bool has_structure(const struct pst_sheet *sheet, size_t row)
{
  return find(sheet, row, "DATAFLOW") != PST_NO_COLUMN
         || find(sheet, row, "STRUCTURE") != PST_NO_COLUMN
         || find(sheet, row, "STRUCTURE_ID") != PST_NO_COLUMN;
}

static bool recognise(const struct pst_sheet *sheet, size_t *header, char why[256])
{
  for (size_t r = 0; r < sheet->n_rows && r < 10; r++) {
    bool structure = has_structure(sheet, r);
    size_t value = find_any(sheet, r, values), time = find_any(sheet, r, times);
    struct pst_text name;

    if (value == PST_NO_COLUMN || (!structure && time == PST_NO_COLUMN))
      continue;
    *header = r;
    name = pst_sheet_cell(sheet, r, value);
    snprintf(why, 256, "column '%.*s' with '%s'", (int)(name.size < 9 ? name.size : 9), name.data,
             find(sheet, r, "DATAFLOW") != PST_NO_COLUMN      ? "DATAFLOW"
             : structure                                      ? "STRUCTURE"
             : find(sheet, r, "TIME_PERIOD") != PST_NO_COLUMN ? "TIME_PERIOD"
                                                              : "TimePeriod");
    return true;
  }
  return false;
}

static size_t column(const struct pst_frame *frame, const char *name)
{
  size_t found = find(frame->sheet, frame->header, name);

  return found < frame->n_columns ? found : PST_NO_COLUMN;
}

static size_t column_any(const struct pst_frame *frame, const char *const *names)
{
  size_t found = find_any(frame->sheet, frame->header, names);

  return found < frame->n_columns ? found : PST_NO_COLUMN;
}

static bool empty(const struct pst_frame *frame, size_t column)
{
  for (size_t r = frame->body; r < frame->sheet->n_rows; r++)
    if (pst_sheet_cell(frame->sheet, r, column).size > 0)
      return false;
  return true;
}

/* Label columns that stand beside those of codes: of the value and the period they are empty. */
static void settle_labels(struct pst_frame *frame)
{
  static const char *const labels[] = {"Observation value", "Time period", "Time"};

  for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
    size_t c = pst_frame_find(frame, labels[i]);

    if (c != PST_NO_COLUMN && frame->columns[c].role == PST_FRAME_KEY)
      frame->columns[c].role = empty(frame, c) ? PST_FRAME_NOTHING
                               : i > 0         ? PST_FRAME_TWIN
                                               : PST_FRAME_KEY;
  }
}

/* `Observation status`, which Eurostat lengthens. */
static size_t status_label(const struct pst_frame *frame)
{
  for (size_t c = 0; c < frame->n_columns; c++)
    if (strncasecmp(frame->columns[c].name, "Observation status", 18) == 0)
      return c;
  return PST_NO_COLUMN;
}

static enum pst_status read(struct pst_frame *frame, struct pst_error *error)
{
  size_t value = column_any(frame, values), flag = column_any(frame, pst_frame_flag_names),
         time = column_any(frame, times), note = status_label(frame);

  (void)error;
  /* The names alone are lent to tables of any make: there the cells show what a point is. */
  if (!has_structure(frame->sheet, frame->header))
    frame->native = 0;
  if (flag == PST_NO_COLUMN)
    flag = column_any(frame, status);
  if (note == PST_NO_COLUMN)
    note = column(frame, "COMMENT_OBS");
  for (size_t c = 0; c < frame->n_columns && note == PST_NO_COLUMN; c++)
    if (strcasestr(frame->columns[c].name, "note") != NULL
        && pst_words_note(frame->columns[c].name))
      note = c;
  if (time != PST_NO_COLUMN)
    frame->columns[time].role = PST_FRAME_PERIOD;
  pst_frame_value(frame, value, flag, note);
  frame->scale = column(frame, "UNIT_MULT");
  settle_labels(frame);
  return PST_OK;
}

const struct pst_layout pst_layout_sdmx = {
    .name = "sdmx",
    .codes_with_points = true,
    .summary = "SDMX-CSV 1.0 and 2.0: OECD Data Explorer, Eurostat, BIS, ILO",
    .missing = missing,
    .native = '.',
    .table = pst_layout_first_line,
    .recognise = recognise,
    .read = read};
