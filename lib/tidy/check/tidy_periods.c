/* tidy_periods.c -- the periods of a frame: read, of one notation, in order, under a true header. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tidy/check/tidy_check.h"
#include "printed/times.h"
#include "table/dictionary.h"

/* Months of a quarter whose year stands in a row above: each row between must be the next quarter. */
static bool quarter_period(const struct pst_frame *frame, size_t row, size_t column,
                           char when[PST_WHEN_SIZE])
{
  int year = 0, quarter = 0, above;

  if (!pst_when_months(pst_sheet_cell(frame->sheet, row, column), &year, &quarter))
    return false;
  above = quarter;
  for (size_t r = row; year == 0; above--) {
    int have = 0;

    if (r-- <= frame->body || above <= 1
        || !pst_when_months(pst_sheet_cell(frame->sheet, r, column), &year, &have)
        || have != above - 1)
      return false;
  }
  snprintf(when, PST_WHEN_SIZE, "%04d-Q%d", year, quarter);
  return true;
}

/* A part of the year that stands above it. */
static bool carried_period(const struct pst_frame *frame, size_t row, size_t column,
                           char when[PST_WHEN_SIZE])
{
  char part[16];

  if (!pst_when_part(pst_sheet_cell(frame->sheet, row, column), '\0', part))
    return false;
  while (row-- > frame->body)
    if (pst_when_read(pst_sheet_cell(frame->sheet, row, column), frame->when, when, NULL)) {
      memcpy(when + 4, part, strlen(part) + 1);
      return true;
    }
  return false;
}

/* What is no period is kept; a cut is seen. */
static void put_as_it_is(struct pst_text cell, char when[PST_WHEN_SIZE])
{
  bool whole = cell.size < PST_WHEN_SIZE;
  struct pst_text head = pst_utf8_head(cell, whole ? cell.size : PST_WHEN_SIZE - 4);

  snprintf(when, PST_WHEN_SIZE, "%.*s%s", (int)head.size, head.data, whole ? "" : "\u2026");
}

bool pst_tidy_know_periods(struct pst_tidy *tidy)
{
  enum { BITS_MOST = 11 };
  int bits = 1;

  while (bits < BITS_MOST && (size_t)1 << bits < tidy->n_records)
    bits++;
  tidy->known_shift = 64 - bits;
  tidy->known = pst_arena_array(&tidy->arena, (size_t)1 << bits, sizeof *tidy->known);
  return tidy->known != NULL;
}

/* CELL as a period, and the marker behind it; most columns say the same ones again and again. */
static const struct pst_tidy_known *read_period(const struct pst_tidy *tidy, struct pst_text cell)
{
  const struct pst_frame *frame = &tidy->frame;
  const struct pst_times_format *format = frame->format;
  uint64_t hash = (uint64_t)(uintptr_t)cell.data * UINT64_C(0x9E3779B97F4A7C15);
  struct pst_tidy_known *known = &tidy->known[hash >> tidy->known_shift];

  if (known->data == cell.data && known->size == cell.size && known->rules == frame->when)
    return known;
  *known = (struct pst_tidy_known){.data = cell.data, .size = cell.size, .rules = frame->when};
  known->good = pst_when_read(cell, frame->when, known->when, known->marker);
  if (format != NULL)
    known->good = format->read(cell, frame->when, known->when);
  return known;
}

/* The year WHEN with its part in CELL; false, and both as printed, where that is none. */
static bool join_part(const struct pst_frame *frame, struct pst_text cell, char when[PST_WHEN_SIZE])
{
  char behind[16] = "", joined[PST_WHEN_SIZE];

  if (pst_when_part(cell, frame->part_kind, behind) || pst_when_is_whole(cell)) {
    memcpy(when + 4, behind, strlen(behind) + 1);
    if (behind[0] == '\0' || pst_when_read(pst_text_of(when), PST_WHEN_DEFAULT, joined, NULL))
      return true; /* 2018-W53 is no week */
  }
  if (cell.size > 0)
    snprintf(when + 4, PST_WHEN_SIZE - 4, " %.*s", (int)(cell.size < 26 ? cell.size : 26),
             cell.data);
  return false;
}

/* The period in the rows, with its part from another column; false when it cannot be read. */
static bool row_period(const struct pst_tidy *tidy, size_t row, char when[PST_WHEN_SIZE])
{
  const struct pst_frame *frame = &tidy->frame;
  size_t column = tidy->period, part = tidy->period_part;
  struct pst_text cell = pst_tidy_text(tidy, row, column);
  const struct pst_tidy_known *known = read_period(tidy, cell);
  bool good = known->good;

  memcpy(when, known->when, PST_WHEN_SIZE);
  if (frame->when & PST_WHEN_MONTHS)
    good = quarter_period(frame, row, column, when);
  else if (!good && (frame->when & PST_WHEN_CARRIED))
    good = carried_period(frame, row, column, when);

  if (!good)
    put_as_it_is(cell, when);
  if (good && part != PST_NO_COLUMN && strlen(when) == 4)
    good = join_part(frame, pst_tidy_text(tidy, row, part), when);
  return good;
}

void pst_tidy_period_mark(const struct pst_tidy *tidy, size_t row, char *marker)
{
  struct pst_text cell = pst_tidy_text(tidy, row, tidy->period);

  marker[0] = '\0';
  if (!(tidy->frame.when & PST_WHEN_MONTHS))
    memcpy(marker, read_period(tidy, cell)->marker, PST_WHEN_MARK_SIZE);
}

/* The period that the heading above ROW is; "" where none stands above it. */
static bool heading_period(const struct pst_tidy *tidy, size_t row, char when[PST_WHEN_SIZE])
{
  return pst_when_read(pst_frame_section(&tidy->frame, row), tidy->frame.when, when, NULL);
}

/* The years stand above the values, and their parts in the rows. */
static bool has_parts_below(const struct pst_tidy *tidy)
{
  return tidy->period == PST_NO_COLUMN && tidy->period_part != PST_NO_COLUMN;
}

void pst_tidy_period(const struct pst_tidy *tidy, size_t row, size_t column,
                     char when[PST_WHEN_SIZE])
{
  const struct pst_frame *frame = &tidy->frame;

  when[0] = '\0';
  if (frame->columns[column].when[0] != '\0') {
    memcpy(when, frame->columns[column].when, PST_WHEN_SIZE);
    if (has_parts_below(tidy))
      join_part(frame, pst_tidy_text(tidy, row, tidy->period_part), when);
  } else if ((frame->dated ? heading_period(tidy, row, when)
                           : tidy->period != PST_NO_COLUMN && row_period(tidy, row, when))
             && strlen(when) == 4)
    strcpy(when + 4, frame->columns[column].part);
}

static void note_notation(struct pst_tidy *tidy, const char *when)
{
  size_t size = strlen(when);
  bool plain = strspn(when, "0123456789-") == size;

  tidy->years = tidy->years || (plain && size == 4);
  tidy->months = tidy->months || (plain && size == 7);
  tidy->days = tidy->days || (plain && size == 10);
  tidy->other_periods = tidy->other_periods || !plain || (size != 4 && size != 7 && size != 10);
}

static void see_period(struct pst_tidy *tidy, struct pst_dictionary *seen, const char *when)
{
  unsigned before = seen->count;

  if (when[0] == '\0')
    return;
  pst_dictionary_add(seen, pst_text_of(when));
  if (seen->count == before)
    return;
  note_notation(tidy, when);
  if (tidy->first_period[0] == '\0' || strcmp(when, tidy->first_period) < 0)
    snprintf(tidy->first_period, PST_WHEN_SIZE, "%s", when);
  if (strcmp(when, tidy->last_period) > 0)
    snprintf(tidy->last_period, PST_WHEN_SIZE, "%s", when);
}

/* The period of ROW, in each month that a column has. */
static void see_parts(struct pst_tidy *tidy, struct pst_dictionary *seen, size_t row)
{
  for (size_t v = 0; v < tidy->n_values; v++) {
    char when[PST_WHEN_SIZE];

    if (v > 0 && !has_parts_below(tidy) && tidy->frame.columns[tidy->values[v]].part[0] == '\0')
      continue;
    pst_tidy_period(tidy, row, tidy->values[v], when);
    see_period(tidy, seen, when);
  }
}

/* The time of ROW, or its part, is not left empty. */
static bool has_time(const struct pst_tidy *tidy, size_t row)
{
  const struct pst_sheet *sheet = tidy->frame.sheet;

  return pst_sheet_cell(sheet, row, tidy->period).size > 0
         || (tidy->period_part != PST_NO_COLUMN
             && pst_sheet_cell(sheet, row, tidy->period_part).size > 0);
}

/* `(X)`, `n.a.`: it may stand for a time that is not given. */
static bool is_token(struct pst_text cell)
{
  for (size_t i = 0; i < cell.size; i++)
    if (cell.data[i] >= '0' && cell.data[i] <= '9')
      return false;
  return cell.size <= 8;
}

static enum pst_status check_row_periods(struct pst_tidy *tidy, struct pst_dictionary *seen,
                                         const struct pst_tidy_options *options,
                                         struct pst_error *error)
{
  struct pst_frame *frame = &tidy->frame;
  size_t column = tidy->period, bad = 0, first = 0, filled = 0;
  struct pst_when_seasons seasons = {0};
  struct pst_text cell;
  char read[PST_WHEN_SIZE];

  for (size_t i = 0; i < tidy->n_records; i++)
    pst_when_see(&seasons, pst_sheet_cell(frame->sheet, tidy->records[i], column));
  frame->when |= pst_when_decide(&seasons);
  /* 2015.1 is January beside 2015.2, and October beside 2015.02. */
  if (frame->format != NULL && strcmp(frame->format->name, "yyyy.m") == 0
      && pst_when_unpadded(&seasons)) {
    frame->format = NULL;
    frame->when |= PST_WHEN_DOTS | PST_WHEN_DOT_MONTHS;
  }
  for (size_t i = 0; i < tidy->n_records; i++) {
    char when[PST_WHEN_SIZE];

    if (row_period(tidy, tidy->records[i], when)) {
      see_parts(tidy, seen, tidy->records[i]);
      continue;
    }
    if (bad++ == 0 || (filled == 0 && has_time(tidy, tidy->records[i])))
      first = tidy->records[i];
    filled += has_time(tidy, tidy->records[i]);
  }
  if (bad == 0)
    return PST_OK;
  tidy->other_periods = true;
  cell = pst_sheet_cell(frame->sheet, first, column);
  if (tidy->period_part != PST_NO_COLUMN && pst_when_read(cell, frame->when, read, NULL)) {
    column = tidy->period_part;
    cell = pst_sheet_cell(frame->sheet, first, column);
  }
  /* A total over all periods has none: its row is as good as one whose time is missing. */
  if (bad == tidy->n_records
      || (options->strict != NULL && filled > 0 && !(options->tokens_pass && is_token(cell))))
    return pst_fail_at(error, PST_BAD_DATA, frame->sheet->name, frame->sheet->rows[first].line,
                       "field %zu (%s): '%.*s' is no period that is understood%s; name the column "
                       "of periods with --time",
                       column + 1, frame->columns[column].name, (int)pst_utf8_head(cell, 60).size,
                       cell.data,
                       bad == tidy->n_records ? ", nor is any other of this column" : "");
  pst_buffer_printf(&tidy->warnings,
                    "line %lu: field %zu (%s): '%.*s' is no period that is understood; it is kept "
                    "as it is (%zu such)\n",
                    frame->sheet->rows[first].line, column + 1, frame->columns[column].name,
                    (int)pst_utf8_head(cell, 60).size, cell.data, bad);
  return PST_OK;
}

/* Years in a header rise or fall: one that does neither has been shuffled. */
static enum pst_status check_order(struct pst_tidy *tidy, const struct pst_tidy_options *options,
                                   struct pst_error *error)
{
  const struct pst_frame *frame = &tidy->frame;
  size_t last = PST_NO_COLUMN;
  int direction = 0;

  for (size_t v = 0; v < tidy->n_values; v++) {
    const struct pst_frame_column *at = &frame->columns[tidy->values[v]], *before;
    int step;

    if (at->when[0] == '\0')
      continue;
    before = last == PST_NO_COLUMN ? NULL : &frame->columns[last];
    last = tidy->values[v];
    if (before == NULL || strlen(before->when) != strlen(at->when))
      continue;
    step = strcmp(at->when, before->when);
    step = step > 0 ? 1 : step < 0 ? -1 : 0;
    if (direction == 0)
      direction = step;
    if (step == direction && step != 0)
      continue;
    if (options->layout == NULL) {
      tidy->frame.question = PST_QUESTION_HEADER;
      return pst_fail_at(error, PST_BAD_DATA, frame->sheet->name,
                         frame->sheet->rows[frame->header].line,
                         "the periods of the header are not in order: %s follows %s; has the "
                         "header been shuffled? if it is right, say so with --layout %s",
                         at->when, before->when, tidy->layout->name);
    }
    pst_buffer_printf(&tidy->warnings,
                      "the periods of the header are not in order: %s follows %s\n", at->when,
                      before->when);
    return PST_OK;
  }
  return PST_OK;
}

/* The column of values whose name NAME is with `.1` behind it, as data frames number a name that comes again; or NULL. */
static const struct pst_frame_column *first_of_its_name(const struct pst_tidy *tidy,
                                                        const char *name)
{
  const char *dot = strrchr(name, '.');

  if (dot == NULL || dot == name || dot[1] == '\0'
      || strspn(dot + 1, "0123456789") != strlen(dot + 1))
    return NULL;
  for (size_t v = 0; v < tidy->n_values; v++) {
    const struct pst_frame_column *at = &tidy->frame.columns[tidy->values[v]];

    if (at->when[0] != '\0' && strlen(at->name) == (size_t)(dot - name)
        && memcmp(at->name, name, (size_t)(dot - name)) == 0)
      return at;
  }
  return NULL;
}

/* `2018,2018.1`: a second column of that year, and nothing says what of. */
static enum pst_status check_numbered(struct pst_tidy *tidy, const struct pst_tidy_options *options,
                                      struct pst_error *error)
{
  const struct pst_frame *frame = &tidy->frame;

  for (size_t v = 0; v < tidy->n_values && options->layout == NULL; v++) {
    const struct pst_frame_column *at = &frame->columns[tidy->values[v]], *first;

    first = at->when[0] == '\0' ? first_of_its_name(tidy, at->name) : NULL;
    if (first == NULL)
      continue;
    tidy->frame.question = PST_QUESTION_HEADER;
    return pst_fail_at(
        error, PST_BAD_DATA, frame->sheet->name, frame->sheet->rows[frame->header].line,
        "'%s' is how data frames number a second column '%s', and nothing says what it "
        "holds: name both, or say --layout %s to take it for a value of that name",
        at->name, first->name, tidy->layout->name);
  }
  return PST_OK;
}

/* Nine of ten filled cells of COLUMN are years; FIRST is the row of one of them. */
static bool holds_years(const struct pst_tidy *tidy, size_t column, size_t *first)
{
  size_t years = 0, filled = 0;

  for (size_t i = 0; i < tidy->n_records; i++) {
    struct pst_text cell = pst_sheet_cell(tidy->frame.sheet, tidy->records[i], column);
    char when[PST_WHEN_SIZE];

    filled += cell.size > 0;
    if (cell.size == 4 && pst_when_read(cell, PST_WHEN_DEFAULT, when, NULL)
        && strcmp(when, "1800") >= 0 && strcmp(when, "2100") <= 0 && years++ == 0)
      *first = tidy->records[i];
  }
  return years > 0 && years * 10 >= filled * 9;
}

/* Each value column has a year, of three and more, and from one to the next it is the same step. */
static bool steps_in_years(const struct pst_tidy *tidy)
{
  int last = 0, step = 0;
  size_t years = 0;

  for (size_t v = 0; v < tidy->n_values; v++) {
    const char *when = tidy->frame.columns[tidy->values[v]].when;
    int year = strlen(when) == 4 ? atoi(when) : 0;

    if (year == 0 || (year != last && years > 1 && year - last != step))
      return false;
    if (year != last)
      step = year - last, years++;
    last = year;
  }
  return years > 2;
}

/* A column that a year heads and that holds years: the header is lost, and the first record stands
   in its place. */
static enum pst_status check_header(struct pst_tidy *tidy, const struct pst_tidy_options *options,
                                    struct pst_error *error)
{
  const struct pst_frame *frame = &tidy->frame;

  if (!frame->by_shape || options->layout != NULL)
    return PST_OK;
  /* Three years and more in even steps are no record. */
  for (size_t v = 0; v < tidy->n_values && !steps_in_years(tidy); v++) {
    const struct pst_frame_column *at = &frame->columns[tidy->values[v]];
    size_t row = 0;

    if (strlen(at->when) != 4 || !holds_years(tidy, tidy->values[v], &row))
      continue;
    tidy->frame.question = PST_QUESTION_HEADER;
    return pst_fail_at(error, PST_BAD_DATA, frame->sheet->name,
                       frame->sheet->rows[frame->header].line,
                       "field %zu: %s heads a column of years (line %lu has %.4s); has the file "
                       "lost its header line? if it is right, say so with --layout %s",
                       tidy->values[v] + 1, at->when, frame->sheet->rows[row].line,
                       pst_sheet_cell(frame->sheet, row, tidy->values[v]).data, tidy->layout->name);
  }
  return PST_OK;
}

/* Cells that are no part of the years above the values. */
static void warn_parts(struct pst_tidy *tidy)
{
  const struct pst_frame *frame = &tidy->frame;
  size_t bad = 0, first = 0;

  for (size_t i = 0; i < tidy->n_records && has_parts_below(tidy); i++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, tidy->records[i], tidy->period_part);
    char part[16];

    if (!pst_when_part(cell, frame->part_kind, part) && !pst_when_is_whole(cell) && bad++ == 0)
      first = tidy->records[i];
  }
  if (bad > 0)
    pst_buffer_printf(
        &tidy->warnings,
        "line %lu: field %zu (%s): '%.*s' is no part of a year that is understood; it "
        "stands behind the year as it is (%zu such)\n",
        frame->sheet->rows[first].line, tidy->period_part + 1,
        frame->columns[tidy->period_part].name,
        (int)pst_sheet_cell(frame->sheet, first, tidy->period_part).size,
        pst_sheet_cell(frame->sheet, first, tidy->period_part).data, bad);
}

enum pst_status pst_tidy_check_periods(struct pst_tidy *tidy,
                                       const struct pst_tidy_options *options,
                                       struct pst_error *error)
{
  struct pst_dictionary seen = {.count = 0};
  enum pst_status status = PST_OK;

  for (size_t v = 0; v < tidy->n_values && !has_parts_below(tidy); v++)
    see_period(tidy, &seen, tidy->frame.columns[tidy->values[v]].when);
  warn_parts(tidy);
  if (seen.count > 0 && tidy->frame.in_order)
    status = check_order(tidy, options, error);
  if (status == PST_OK)
    status = check_numbered(tidy, options, error);
  if (status == PST_OK)
    status = check_header(tidy, options, error);
  if (status == PST_OK && tidy->period != PST_NO_COLUMN)
    status = check_row_periods(tidy, &seen, options, error);
  for (size_t i = 0; i < tidy->n_records && (tidy->frame.dated || has_parts_below(tidy)); i++)
    see_parts(tidy, &seen, tidy->records[i]);
  tidy->n_periods = seen.count;
  if (status == PST_OK)
    status = pst_tidy_check_unread(tidy, options, error);
  pst_dictionary_free(&seen);
  return status;
}

static bool is_year_of(const char *year, const char *when)
{
  return strlen(year) == 4 && memcmp(year, when, 4) == 0;
}

/* A column that says the period again, or its year where the month stands in another column, is
   left out, unless it says more somewhere. */
void pst_tidy_settle_twins(struct pst_tidy *tidy)
{
  struct pst_frame *frame = &tidy->frame;
  size_t part = tidy->period_part;

  for (size_t c = 0; c < frame->n_columns; c++) {
    bool same = true;

    if (frame->columns[c].role != PST_FRAME_TWIN)
      continue;
    for (size_t i = 0; i < tidy->n_records && same; i++) {
      char when[PST_WHEN_SIZE], twin[PST_WHEN_SIZE];

      same = row_period(tidy, tidy->records[i], when)
             && pst_when_read(pst_sheet_cell(frame->sheet, tidy->records[i], c), frame->when, twin,
                              NULL)
             && (strcmp(when, twin) == 0 || (part != PST_NO_COLUMN && is_year_of(twin, when)));
    }
    frame->columns[c].role = same ? PST_FRAME_NOTHING : PST_FRAME_KEY;
    if (same)
      frame->columns[c].reason = "says the period once more";
  }
}
