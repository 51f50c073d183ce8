/* tidy_records.c -- which rows are records; each fits the header. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "tidy/check/tidy_check.h"

/* The year, of 1800 to 2100, that a cell is, or 0. */
static int year_of(struct pst_text cell)
{
  char when[PST_WHEN_SIZE];
  double number;
  unsigned char decimals = 0;
  /* 18.6 is no year: most cells of four bytes are such. */
  bool may_be =
      cell.size == 4 && !(pst_number_plain(cell, '.', &number, &decimals) && decimals > 0);
  int year = may_be && pst_when_read(cell, PST_WHEN_DEFAULT, when, NULL) ? atoi(when) : 0;

  return year >= 1800 && year <= 2100 ? year : 0;
}

/* The columns of years have years again, as far apart as those of the header. */
static bool years_again(const struct pst_frame *frame, size_t row)
{
  size_t n = 0;
  int shift = 0;

  for (size_t c = 0; c < frame->n_columns; c++)
    n += frame->columns[c].role == PST_FRAME_VALUE;
  if (n < 2)
    return false;
  n = 0;
  for (size_t c = 0; c < frame->n_columns; c++) {
    int year = frame->columns[c].role == PST_FRAME_VALUE
                   ? year_of(pst_sheet_cell(frame->sheet, row, c))
                   : 0;

    if (frame->columns[c].role != PST_FRAME_VALUE)
      continue;
    if (year == 0 || strlen(frame->columns[c].when) != 4
        || (n > 0 && year - atoi(frame->columns[c].when) != shift))
      return false;
    shift = year - atoi(frame->columns[c].when);
    n++;
  }
  /* Two might be numbers by chance, but not those of the header below a blank row. */
  return n > 2
         || (n == 2 && shift == 0 && row > frame->body
             && pst_sheet_filled(frame->sheet, row - 1) == 0);
}

/* The keys are called again what they are called, over values that are names or years. */
static bool names_again(const struct pst_frame *frame, size_t row)
{
  size_t names = 0, numbers = 0;

  for (size_t c = 0; c < frame->n_columns; c++) {
    const struct pst_frame_column *at = &frame->columns[c];
    struct pst_text cell = pst_sheet_cell(frame->sheet, row, c);

    if (cell.size == 0)
      continue;
    if (at->role == PST_FRAME_VALUE)
      numbers += pst_frame_is_value(frame, row, c) && year_of(cell) == 0;
    else if (!at->unnamed && !pst_text_is(cell, at->name))
      return false;
    else
      names += !at->unnamed;
  }
  return names > 0 && numbers == 0;
}

static bool holds_all(const struct pst_frame *frame, size_t row, bool values)
{
  struct pst_text last = {.data = "", .size = 0};
  size_t n = 0;

  for (size_t c = 0; c < frame->n_columns; c++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, row, c);

    if (frame->columns[c].role != PST_FRAME_VALUE)
      continue;
    if (cell.size == 0 || pst_frame_is_value(frame, row, c) != values
        || (!values && (pst_text_equal(cell, last) || !isalpha((unsigned char)cell.data[0]))))
      return false;
    last = cell;
    n++;
  }
  return n > 1;
}

/* Below a blank row, other names over all values, and numbers below them. */
static bool other_names(const struct pst_frame *frame, size_t row)
{
  return frame->by_shape && row > frame->body && row + 1 < frame->end
         && pst_sheet_filled(frame->sheet, row - 1) == 0 && holds_all(frame, row, false)
         && holds_all(frame, row + 1, true);
}

/* Below a blank row years over the values, two and more, which rise, where the header has years too: another
   `Region,2018,2019` below `Country,2019,2020`. */
static bool other_years(const struct pst_frame *frame, size_t row)
{
  int last = 0;
  size_t n = 0, whens = 0;

  if (!frame->by_shape || row <= frame->body || pst_sheet_filled(frame->sheet, row - 1) > 0
      || frame->columns[0].role != PST_FRAME_KEY)
    return false;
  for (size_t c = 0; c < frame->n_columns; c++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, row, c);
    int year = frame->columns[c].role == PST_FRAME_VALUE ? year_of(cell) : 0;

    if (frame->columns[c].role != PST_FRAME_VALUE || cell.size == 0)
      continue;
    if (year <= last)
      return false;
    whens += strlen(frame->columns[c].when) == 4;
    last = year;
    n++;
  }
  return n > 1 && whens == n;
}

/* A second table in the file would be read under the header of the first. */
static enum pst_status check_one_table(const struct pst_frame *frame, size_t row,
                                       struct pst_error *error)
{
  if (!years_again(frame, row) && !other_years(frame, row) && !names_again(frame, row)
      && !other_names(frame, row))
    return PST_OK;
  return pst_fail_at(error, PST_BAD_DATA, frame->sheet->name, frame->sheet->rows[row].line,
                     "this reads like the header of a second table; give each table a file of its "
                     "own, or say --footer %zu to leave out what follows",
                     frame->sheet->n_rows - row);
}

/* Each cell that holds several keys has all of them. */
static bool splits(const struct pst_frame *frame, size_t row, size_t *column)
{
  for (size_t c = 0; c < frame->n_columns; c++) {
    struct pst_text cell;
    size_t commas = 0;

    if (frame->columns[c].split == NULL)
      continue;
    cell = pst_sheet_cell(frame->sheet, row, c);
    for (size_t i = 0; i < cell.size; i++)
      commas += cell.data[i] == ',';
    if (commas + 1 != frame->columns[c].n_split) {
      *column = c;
      return false;
    }
  }
  return true;
}

static enum pst_status refuse(struct pst_tidy *tidy, const struct pst_tidy_options *options,
                              size_t row, const char *reason, struct pst_error *error)
{
  const struct pst_sheet *sheet = tidy->frame.sheet;
  struct pst_tidy_trouble *at;

  if (!options->skip_bad)
    return pst_fail_at(error, PST_BAD_DATA, sheet->name, sheet->rows[row].line,
                       "%s; mend the record or use --on-bad skip", reason);
  tidy->rows.rejected++;
  if (tidy->n_rejects == PST_TIDY_TROUBLES_MOST)
    return PST_OK;
  if (tidy->rejects == NULL)
    tidy->rejects = pst_arena_array(&tidy->arena, PST_TIDY_TROUBLES_MOST, sizeof *at);
  if (tidy->rejects == NULL)
    return pst_fail_memory(error);
  at = &tidy->rejects[tidy->n_rejects++];
  *at = (struct pst_tidy_trouble){.line = sheet->rows[row].line,
                                  .field = PST_NO_COLUMN,
                                  .text = pst_arena_string(&tidy->arena, reason)};
  return at->text == NULL ? pst_fail_memory(error) : PST_OK;
}

static size_t count_digits(struct pst_text text)
{
  size_t n = 0;

  while (n < text.size && text.data[n] >= '0' && text.data[n] <= '9')
    n++;
  return n;
}

/* What tells a number that a comma has parted from two numbers. */
struct parting {
  bool uniform;        /* all records have as many cells */
  const bool *numbers; /* of each column: is one in a record that has no cell too many? */
};

static bool has_digit(struct pst_text cell)
{
  for (size_t i = 0; i < cell.size; i++)
    if (cell.data[i] >= '0' && cell.data[i] <= '9')
      return true;
  return false;
}

static void see_numbers(const struct pst_frame *frame, bool *numbers)
{
  for (size_t c = 0; c < frame->n_columns; c++)
    for (size_t r = frame->body; r < frame->end && !numbers[c]; r++)
      numbers[c] = frame->sheet->rows[r].n <= frame->n_columns && pst_frame_is_value(frame, r, c)
                   && has_digit(pst_sheet_cell(frame->sheet, r, c));
}

/* Cells of COLUMN are numbers of their own.  Where some records have a cell too many, what stands in those may be the rest
   of the number before, and says nothing of the column. */
static bool has_values(const struct pst_frame *frame, size_t column, const struct parting *parting)
{
  return column < frame->n_columns && frame->columns[column].role == PST_FRAME_VALUE
         && (parting->uniform || parting->numbers[column]);
}

/* `1,234.5` without its quotes: one to three digits, and the rest of the number in a cell that is no
   value. */
static bool is_parted(const struct pst_frame *frame, size_t row, size_t column,
                      const struct parting *parting)
{
  struct pst_text left = pst_sheet_cell(frame->sheet, row, column),
                  right = pst_sheet_cell(frame->sheet, row, column + 1);
  size_t digits = 0;

  /* Where only some records have a cell too many, `1,234,` may be 1,234 and a cell that is empty. */
  if (frame->columns[column].role != PST_FRAME_VALUE
      || (has_values(frame, column + 1, parting)
          && (parting->uniform || pst_sheet_cell(frame->sheet, row, frame->n_columns - 1).size == 0
              || frame->sheet->rows[row].n > frame->n_columns + 1)))
    return false;
  if (left.size > 1 && (left.data[0] == '-' || left.data[0] == '+'))
    left = (struct pst_text){.data = left.data + 1, .size = left.size - 1};
  if (left.size < 1 || left.size > 3 || count_digits(left) < left.size)
    return false;
  digits = count_digits(right);
  return digits == 3 && (right.size == 3 || right.data[3] == '.');
}

static bool is_parted_anywhere(const struct pst_frame *frame, size_t row,
                               const struct parting *parting)
{
  for (size_t c = 0; c < frame->n_columns; c++)
    if (is_parted(frame, row, c, parting))
      return true;
  return false;
}

/* Empty cells beyond the header are a delimiter too many at the end of each record; where only some
   records have them, or a number is parted, the cells before them have moved. */
static bool has_moved(const struct pst_frame *frame, size_t row, const struct parting *parting)
{
  size_t n = 0;

  for (size_t r = frame->header; r < frame->body; r++)
    n = frame->sheet->rows[r].n > n ? frame->sheet->rows[r].n : n;
  if (frame->sheet->rows[row].n <= n)
    return false;
  return !parting->uniform || is_parted_anywhere(frame, row, parting);
}

static enum pst_line_role role_of(const struct pst_frame *frame, size_t row)
{
  return frame->lines == NULL ? PST_LINE_RECORD
                              : (enum pst_line_role)frame->lines[row - frame->body];
}

/* All records have as many cells. */
static bool is_uniform(const struct pst_frame *frame)
{
  size_t n = 0;

  for (size_t r = frame->body; r < frame->end; r++) {
    if (pst_sheet_filled(frame->sheet, r) == 0 || role_of(frame, r) != PST_LINE_RECORD
        || pst_frame_header_again(frame, r))
      continue;
    if (n > 0 && frame->sheet->rows[r].n != n)
      return false;
    n = frame->sheet->rows[r].n;
  }
  return true;
}

static enum pst_status check_record(struct pst_tidy *tidy, const struct pst_tidy_options *options,
                                    size_t row, const struct parting *parting, bool *good,
                                    struct pst_error *error)
{
  const struct pst_frame *frame = &tidy->frame;
  const struct pst_sheet *sheet = frame->sheet;
  size_t have = pst_sheet_width(sheet, row), column = 0;
  char reason[300];

  *good = false;
  if (check_one_table(frame, row, error) != PST_OK)
    return PST_BAD_DATA;
  if (frame->by_shape && pst_frame_is_named_note(pst_sheet_cell(sheet, row, 0))) {
    snprintf(reason, sizeof reason, "'%.*s' stands among the records and begins as a note does",
             (int)pst_sheet_cell(sheet, row, 0).size, pst_sheet_cell(sheet, row, 0).data);
    return refuse(tidy, options, row, reason, error);
  }
  if (has_moved(frame, row, parting)) {
    if (options->mend && !is_parted_anywhere(frame, row, parting))
      tidy->rows.mended++;
    else
      have = sheet->rows[row].n;
  }
  if (sheet->rows[row].n < frame->n_columns || have > frame->n_columns) {
    bool ends = row + 1 == sheet->n_rows && sheet->cut && have < frame->n_columns;

    have = have > frame->n_columns ? have : sheet->rows[row].n;
    snprintf(reason, sizeof reason, "%zu field%s where the header has %zu%s", have,
             have == 1 ? "" : "s", frame->n_columns,
             ends ? ", and the file ends without a line end: it is cut off" : "");
    return refuse(tidy, options, row, reason, error);
  }
  if (!splits(frame, row, &column)) {
    snprintf(reason, sizeof reason, "field %zu (%s): '%.*s' has not %zu keys", column + 1,
             frame->columns[column].name, (int)pst_sheet_cell(sheet, row, column).size,
             pst_sheet_cell(sheet, row, column).data, frame->columns[column].n_split);
    return refuse(tidy, options, row, reason, error);
  }
  *good = true;
  return PST_OK;
}

/* ROW holds the flags of the record above it. */
static bool is_flags(const struct pst_tidy *tidy, size_t row)
{
  return tidy->frame.flags_below != NULL && tidy->n_records > 0
         && tidy->records[tidy->n_records - 1] + 1 == row
         && pst_text_is(pst_sheet_cell(tidy->frame.sheet, row, 0), tidy->frame.flags_below);
}

enum pst_status pst_tidy_list_records(struct pst_tidy *tidy, const struct pst_tidy_options *options,
                                      struct pst_error *error)
{
  const struct pst_frame *frame = &tidy->frame;
  enum pst_status status = PST_OK;
  bool *numbers = pst_arena_array(&tidy->arena, frame->n_columns + 1, sizeof *numbers);
  const struct parting parting = {.uniform = is_uniform(frame), .numbers = numbers};

  tidy->records =
      pst_arena_array(&tidy->arena, frame->end - frame->body + 1, sizeof *tidy->records);
  if (numbers == NULL || tidy->records == NULL)
    return pst_fail_memory(error);
  memset(numbers, 0, frame->n_columns);
  if (options->mend && !parting.uniform)
    see_numbers(frame, numbers);
  for (size_t r = 0; r < frame->sheet->n_rows; r++) {
    bool outside = r < frame->header || r >= frame->end, good = false;

    if (frame->sheet->rows[r].comment)
      tidy->rows.notes++;
    else if (pst_sheet_filled(frame->sheet, r) == 0)
      tidy->rows.blank++;
    else if (outside)
      *(r < frame->header ? &tidy->rows.preamble : &tidy->rows.footer) += 1;
    else if (r < frame->body)
      tidy->rows.header++;
    else if (role_of(frame, r) == PST_LINE_SECTION)
      tidy->rows.sections++;
    else if (role_of(frame, r) == PST_LINE_TOTAL)
      tidy->rows.totals++;
    else if (role_of(frame, r) == PST_LINE_NOTE)
      tidy->rows.notes++;
    else if (pst_frame_header_again(frame, r))
      tidy->rows.repeated++;
    else
      status = check_record(tidy, options, r, &parting, &good, error);
    if (good && is_flags(tidy, r))
      tidy->rows.flags++;
    else if (good)
      tidy->records[tidy->n_records++] = r;
    if (status != PST_OK)
      return status;
  }
  if (tidy->n_records == 0)
    return pst_fail_at(error, PST_UNDEFINED, frame->sheet->name,
                       frame->sheet->rows[frame->header].line,
                       "nothing can be written: a header (layout %s) without a record below it",
                       tidy->layout->name);
  return PST_OK;
}
