/* databank.c -- World Bank DataBank extracts: years as columns, or series as columns. */
/* Extracts of the World Bank's DataBank: years as columns (`2010 [YR2010]`), or time in rows (`Time
   Code` YR2010) with a column a series; `..` is missing; two lines at the end say what it is. */
#include "layout/layout.h"

#include <string.h>
#include <strings.h>

static const char *const missing[] = {"..", "NA", NULL};

static bool is_key(const char *name);

/* Years stand in the header, and beside them what no extract has: `All years`, `age group`, a mean of years. */
static bool has_others(const struct pst_sheet *sheet, size_t header)
{
  bool years = false, others = false;

  for (size_t c = 0; c < sheet->rows[header].n; c++) {
    struct pst_text cell = pst_sheet_cell(sheet, header, c);
    char when[PST_WHEN_SIZE], marker[PST_WHEN_MARK_SIZE] = "", name[64] = "";

    if (cell.size < sizeof name)
      memcpy(name, cell.data, cell.size);
    /* `1974-1977 average` is no year of the series. */
    if (pst_when_read(cell, PST_WHEN_DEFAULT, when, marker) && marker[0] != '\0'
        && strlen(when) == 9)
      others = true;
    else if (pst_when_read(cell, PST_WHEN_DEFAULT, when, NULL)
             || pst_when_read(cell, PST_WHEN_DEFAULT | PST_WHEN_DAY_FIRST, when, NULL)
             || pst_when_read(cell, PST_WHEN_DEFAULT | PST_WHEN_MONTH_FIRST, when, NULL))
      years = true;
    else
      others = others
               || (cell.size > 0 && !is_key(name) && strstr(name, " Name") == NULL
                   && strstr(name, " Code") == NULL);
  }
  return years && others;
}

/* `1962 [YR1962]`, a code or a time: two names alone are not DataBank's own, whose point is of decimals. */
static bool has_sign(const struct pst_sheet *sheet, size_t header)
{
  for (size_t c = 0; c < sheet->rows[header].n; c++) {
    struct pst_text cell = pst_sheet_cell(sheet, header, c);

    if (memmem(cell.data, cell.size, "[YR", 3) != NULL || pst_text_is(cell, "Time")
        || memmem(cell.data, cell.size, " Code", 5) != NULL)
      return true;
  }
  return false;
}

static bool recognise(const struct pst_sheet *sheet, size_t *header, char why[256])
{
  static const char *const signatures[][2] = {
      {"Series Name", "Country Name"}, {"Series Code", "Country Code"},
      {"Series Name", "Country Code"}, {"Series Code", "Country Name"},
      {"Time Code", "Country Code"},   {"Time Code", "Country Name"}};

  for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
    if (pst_layout_sees(sheet, signatures[i], 2, header, why))
      return !has_others(sheet, *header) && has_sign(sheet, *header);
  return false;
}

static bool is_key(const char *name)
{
  static const char *const names[] = {"Country Name", "Country Code", "Country",
                                      "Series Name",  "Series Code",  "Series",
                                      "Time",         "Time Code",    "Scale (Precision)"};

  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strcasecmp(name, names[i]) == 0)
      return true;
  return false;
}

/* `Goats (head) [XX.GOAT]` */
static bool has_code(const char *name)
{
  size_t size = strlen(name);

  return size > 0 && name[size - 1] == ']' && strstr(name, " [") != NULL;
}

/* Where the series have their codes behind them, what has none is a key (`Counterpart-Area Name`). */
static bool is_series(const struct pst_frame *frame, size_t column, bool codes)
{
  const char *name = frame->columns[column].name;

  return !is_key(name) && !frame->columns[column].unnamed && (!codes || has_code(name));
}

/* Time in rows: what is no key is a series. */
static enum pst_status read_rows(struct pst_frame *frame, struct pst_error *error)
{
  size_t n = 0;
  bool codes = false;

  for (size_t c = 0; c < frame->n_columns; c++)
    codes = codes || has_code(frame->columns[c].name);
  for (size_t c = 0; c < frame->n_columns; c++)
    if (is_series(frame, c, codes)) {
      pst_frame_value(frame, c, PST_NO_COLUMN, PST_NO_COLUMN);
      n++;
    }
  if (pst_frame_set(frame, "Time Code", PST_FRAME_PERIOD) == PST_NO_COLUMN)
    pst_frame_set(frame, "Time", PST_FRAME_PERIOD);
  else
    pst_frame_set(frame, "Time", PST_FRAME_TWIN);
  frame->variables = n > 1;
  if (n > 0)
    return PST_OK;
  return pst_fail_at(error, PST_BAD_DATA, frame->sheet->name,
                     frame->sheet->rows[frame->header].line,
                     "the header has no column of a year or of a series; read it with --layout "
                     "plain");
}

static enum pst_status read(struct pst_frame *frame, struct pst_error *error)
{
  return pst_frame_wide(frame, frame->header) > 0 ? PST_OK : read_rows(frame, error);
}

const struct pst_layout pst_layout_databank = {
    .name = "databank",
    .summary = "World Bank DataBank extract: years as columns, or series as columns",
    .missing = missing,
    .native = '.',
    .recognise = recognise,
    .read = read};
