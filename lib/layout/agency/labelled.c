/* labelled.c -- a column a series, under rows that call themselves Title, Units, Series ID. */
/* Central banks (Australia, New Zealand, Japan, Germany) and the Australian Bureau of Statistics: the first
   column has the periods, and above them words for what each row says of the series below it.
   https://www.rba.gov.au/statistics/tables/ */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "layout/agency/series.h"
#include "printed/words.h"

static const char *const missing[] = {"..", "...", "\u2026", "n/a", "N/A", "NA", "#N/A",    "n.a.",
                                      "na", "-",   "--",     ".",   "NaN", "nd", "no data", NULL};

/* Words for rows of series alone; and those that may head a row of any table. */
static const char *const own[] = {"title",
                                  "description",
                                  "frequency",
                                  "periodicity",
                                  "series id",
                                  "series code",
                                  "series name",
                                  "series title",
                                  "series description",
                                  "series type",
                                  "series start",
                                  "series end",
                                  "data type",
                                  "data code",
                                  "collection month",
                                  "no. obs",
                                  "mnemonic",
                                  "publication date",
                                  "seasonal adjustment",
                                  "dimension",
                                  "stand vom",
                                  "zeitreihe",
                                  "code s\u00E9rie",
                                  "fr\u00E9quence",
                                  "frecuencia",
                                  "\u7CFB\u5217\u540D\u79F0",
                                  "\u30C7\u30FC\u30BF\u30B3\u30FC\u30C9",
                                  "\u7CFB\u5217\u958B\u59CB\u671F",
                                  "\u7CFB\u5217\u7D42\u4E86\u671F",
                                  NULL};
static const char *const shared[] = {"unit",
                                     "units",
                                     "source",
                                     "sources",
                                     "type",
                                     "series",
                                     "unit of measure",
                                     "last updated",
                                     "last update",
                                     "code",
                                     "id",
                                     "notes",
                                     "measure",
                                     "basis",
                                     "base",
                                     "base year",
                                     "base period",
                                     "start",
                                     "end",
                                     "first",
                                     "last",
                                     "from",
                                     "to",
                                     "freq",
                                     "adjustment",
                                     "seasonality",
                                     "seasonally adjusted",
                                     "currency",
                                     "variable",
                                     "indicator",
                                     "label",
                                     "country",
                                     "region",
                                     "area",
                                     "sector",
                                     "category",
                                     "provider",
                                     "database",
                                     "symbol",
                                     "ticker",
                                     "quelle",
                                     "kennung",
                                     "libell\u00E9",
                                     "c\u00F3digo",
                                     "\u51FA\u6240",
                                     "\u30B3\u30FC\u30C9",
                                     "start date",
                                     "end date",
                                     "scale",
                                     "multiplier",
                                     "unit multiplier",
                                     "release date",
                                     "name",
                                     "einheit",
                                     "titre",
                                     "unit\u00E9",
                                     "unidad",
                                     "fuente",
                                     "\u5358\u4F4D",
                                     NULL};

static bool is_in(struct pst_text cell, const char *const *list)
{
  while (cell.size > 0 && (cell.data[cell.size - 1] == ':' || cell.data[cell.size - 1] == ' '))
    cell.size--;
  for (; *list != NULL; list++)
    if (strlen(*list) == cell.size && strncasecmp(*list, cell.data, cell.size) == 0)
      return true;
  return false;
}

/* What the first cells prove of the order of days and months. */
static unsigned rules_of(const struct pst_sheet *sheet, size_t first)
{
  struct pst_when_seasons seen = {0};

  for (size_t r = first; r < sheet->n_rows; r++)
    pst_when_see(&seen, pst_sheet_cell(sheet, r, 0));
  return pst_when_decide(&seen);
}

static bool begins_with_period(const struct pst_sheet *sheet, size_t row)
{
  struct pst_text cell = pst_sheet_cell(sheet, row, 0);
  char when[PST_WHEN_SIZE];

  return cell.size > 3
         && (pst_when_read(cell, PST_WHEN_DAY_FIRST | PST_WHEN_SHORT_YEARS, when, NULL)
             || pst_when_read(cell, PST_WHEN_MONTH_FIRST, when, NULL));
}

/* The first row, below another, that begins with a period and holds something more; right above it may stand
   records as wide whose numbers are all missing. */
static size_t first_record(const struct pst_sheet *sheet)
{
  size_t r = 1;

  while (r < sheet->n_rows && r < 2 * PST_SERIES_TOP_MOST
         && !(pst_sheet_width(sheet, r) > 1 && begins_with_period(sheet, r)))
    r++;
  if (r >= sheet->n_rows || r >= 2 * PST_SERIES_TOP_MOST)
    return PST_NO_COLUMN;
  while (r > 1 && sheet->rows[r - 1].n == sheet->rows[r].n && begins_with_period(sheet, r - 1))
    r--;
  return r;
}

/* ROW names each column that the row below it says something of, but the first; Date may stand there. */
static bool names_series(const struct pst_sheet *sheet, size_t row)
{
  struct pst_text first = pst_sheet_cell(sheet, row, 0);
  char text[32];

  if (first.size >= sizeof text)
    return false;
  memcpy(text, first.data, first.size);
  text[first.size] = '\0';
  if (first.size > 0 && !pst_words_time_alone(text))
    return false;
  for (size_t c = 1; c < sheet->rows[row + 1].n; c++)
    if (pst_sheet_cell(sheet, row + 1, c).size > 0 && pst_sheet_cell(sheet, row, c).size == 0)
      return false;
  return pst_sheet_filled(sheet, row) > 0;
}

/* `Date,,` right above the periods: what they are, and nothing of the series. */
static bool names_periods(const struct pst_sheet *sheet, size_t row)
{
  struct pst_text cell = pst_sheet_cell(sheet, row, 0);
  char text[32];

  if (pst_sheet_filled(sheet, row) != 1 || cell.size == 0 || cell.size >= sizeof text)
    return false;
  memcpy(text, cell.data, cell.size);
  text[cell.size] = '\0';
  return pst_words_time_alone(text);
}

/* Each row from BODY on that holds numbers begins with a period, and there are two: these are the times of all. */
static bool are_periods_below(const struct pst_sheet *sheet, size_t body)
{
  size_t n = 0;

  for (size_t r = body; r < sheet->n_rows; r++) {
    if (pst_sheet_filled(sheet, r) < 2)
      continue;
    if (!begins_with_period(sheet, r))
      return false;
    n++;
  }
  return n > 1;
}

/* A period stands in a column of the row right above LABELS rows that say something of each column: years, by which
   the columns are not series. */
static bool has_periods(const struct pst_sheet *sheet, size_t first, size_t last)
{
  char when[PST_WHEN_SIZE];

  for (size_t r = first; r < last; r++)
    for (size_t c = 1; c < sheet->rows[r].n; c++)
      if (pst_when_read(pst_sheet_cell(sheet, r, c), PST_WHEN_DEFAULT, when, NULL))
        return true;
  return false;
}

/* The row right above the records has a word for itself, and so has another: of series alone, or below the names of the
   columns, or a third one. */
static bool recognise(const struct pst_sheet *sheet, size_t *header, char why[256])
{
  size_t body = first_record(sheet), top = PST_NO_COLUMN, labels = 0, series = 0;
  bool named;

  for (size_t r = body == PST_NO_COLUMN ? 0 : body; r-- > 0 && r + PST_SERIES_TOP_MOST > body;) {
    struct pst_text cell = pst_sheet_cell(sheet, r, 0);

    if (pst_sheet_filled(sheet, r) == 0 || (labels == 0 && names_periods(sheet, r)))
      continue;
    if (!is_in(cell, own) && !is_in(cell, shared) && labels == 0)
      return false;
    if (pst_sheet_filled(sheet, r) < 2 || (!is_in(cell, own) && !is_in(cell, shared)))
      continue;
    labels++;
    series += is_in(cell, own);
    top = r;
  }
  if (labels < 2)
    return false;
  named = top > 0 && names_series(sheet, top - 1);
  if (series == 0
      && (!are_periods_below(sheet, body) || (!named && labels < 3)
          || has_periods(sheet, named ? top - 1 : top, named ? top : top + 1)))
    return false;
  *header = top;
  while (*header > 0 && names_series(sheet, *header - 1))
    (*header)--;
  snprintf(why, 256, "%zu rows such as '%.*s' above the periods", labels,
           (int)pst_utf8_head(pst_sheet_cell(sheet, top, 0), 60).size,
           pst_sheet_cell(sheet, top, 0).data);
  return true;
}

static bool is_filled(const struct pst_frame *frame, size_t column)
{
  for (size_t r = frame->header; r < frame->sheet->n_rows; r++)
    if (pst_sheet_cell(frame->sheet, r, column).size > 0)
      return true;
  return false;
}

/* `BBK01.WJ5490_FLAGS` behind `BBK01.WJ5490` */
static bool is_flags_of(const char *name, const char *left)
{
  size_t size = strlen(left);

  return strncmp(name, left, size) == 0 && strcasecmp(name + size, "_FLAGS") == 0;
}

static enum pst_status read(struct pst_frame *frame, struct pst_error *error)
{
  enum pst_status status;

  frame->when |= rules_of(frame->sheet, frame->header);
  status = pst_series_read(frame, error);
  for (size_t c = 1; c < frame->n_columns && status == PST_OK; c++)
    if (!is_filled(frame, c))
      frame->columns[c].role = PST_FRAME_NOTHING;
    else if (is_flags_of(frame->columns[c].name, frame->columns[c - 1].name))
      pst_frame_value(frame, c - 1, c, PST_NO_COLUMN);
  return status;
}

const struct pst_layout pst_layout_series = {
    .name = "series",
    .summary = "a column a series; rows such as Title, Units and Series ID above the periods",
    .missing = missing,
    .flags = "eprfb",
    .recognise = recognise,
    .read = read};
