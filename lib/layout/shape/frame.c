/* frame.c -- the frame of a sheet of which nothing but the cells tell. */
#include <ctype.h>
#include <string.h>

#include "layout/shape/score.h"
#include "layout/shape/steps.h"
#include "printed/words.h"

#define WITHIN_REACH 0.45 /* two readings that cost nearly the same are a question */

static void find_end(struct pst_frame *frame)
{
  frame->end = frame->sheet->n_rows;
  pst_frame_footer(frame);
}

static bool is_wide(const struct pst_headed *headed)
{
  return headed->period_row != PST_NO_COLUMN || headed->calendar_row != PST_NO_COLUMN;
}

/* Months in the header need years in the rows; beside quarters SEP, OCT and NOV are no months. */
static void set_calendar(struct pst_headed *headed)
{
  struct pst_frame *frame = headed->frame;

  if (!pst_shape_has_years(frame))
    headed->calendar_row = PST_NO_COLUMN;
  for (size_t c = 0; c < frame->n_columns && headed->calendar_row != PST_NO_COLUMN; c++)
    if (pst_headed_is_measured(headed, c))
      pst_headed_part(headed, headed->calendar_row, c, frame->columns[c].part);
}

static enum pst_status read_names(struct pst_headed *headed, struct pst_error *error)
{
  size_t rows = 0;
  enum pst_status status;

  pst_headed_sort_rows(headed);
  pst_headed_join_parts(headed);
  status = pst_headed_name_columns(headed, error);
  if (status == PST_OK)
    status = pst_headed_set_units(headed, error);
  pst_headed_drop_empty(headed);
  for (size_t i = 0; i < headed->n_rows; i++)
    rows += pst_sheet_filled(headed->frame->sheet, headed->shape->header + i) > 0;
  /* One row of names over columns without periods: they are variables, not keys. */
  if (status == PST_OK
      && (is_wide(headed)
          || rows - pst_headed_count(headed, PST_ROW_UNITS)
                     - pst_headed_count(headed, PST_ROW_COUNTS)
                 > 1))
    status = pst_headed_set_parts(headed, error);
  return status;
}

static void settle(struct pst_headed *headed)
{
  struct pst_frame *frame = headed->frame;
  size_t n = 0;

  pst_shape_find_beside(frame);
  if (is_wide(headed)) {
    frame->in_order = frame->n_parts == 0;
    return;
  }
  for (size_t c = 0; c < frame->n_columns; c++)
    n += frame->columns[c].role == PST_FRAME_VALUE;
  frame->variables = n > 1 && frame->n_parts == 0;
}

static bool is_total(const struct pst_frame *frame, size_t row)
{
  for (size_t c = 0; c < frame->n_columns; c++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, row, c);
    char text[40];

    if (frame->columns[c].role != PST_FRAME_KEY || cell.size == 0 || cell.size >= sizeof text)
      continue;
    memcpy(text, cell.data, cell.size);
    text[cell.size] = '\0';
    if (pst_words_total(text))
      return true;
  }
  return false;
}

static enum pst_status drop_totals(struct pst_frame *frame, struct pst_error *error)
{
  size_t n = frame->end - frame->body;

  if (!frame->asked->drop_totals)
    return PST_OK;
  if (frame->lines == NULL)
    frame->lines = pst_arena_array(frame->arena, n + 1, 1);
  if (frame->lines == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++)
    if (frame->lines[i] == PST_LINE_RECORD && is_total(frame, frame->body + i))
      frame->lines[i] = PST_LINE_TOTAL;
  return PST_OK;
}

/* `2010` alone, above its quarters: no record. */
static enum pst_status mark_years(struct pst_frame *frame, struct pst_error *error)
{
  if (!(frame->when & PST_WHEN_CARRIED))
    return PST_OK;
  if (frame->lines == NULL)
    frame->lines = pst_arena_array(frame->arena, frame->end - frame->body + 1, 1);
  if (frame->lines == NULL)
    return pst_fail_memory(error);
  for (size_t r = frame->body; r < frame->end; r++) {
    char when[PST_WHEN_SIZE];

    for (size_t c = 0; c < 2 && pst_sheet_filled(frame->sheet, r) == 1; c++)
      if (pst_when_read(pst_sheet_cell(frame->sheet, r, c), frame->when, when, NULL)
          && strlen(when) == 4)
        frame->lines[r - frame->body] = PST_LINE_SECTION;
  }
  return PST_OK;
}

static enum pst_status read_header(struct pst_headed *headed, struct pst_error *error)
{
  enum pst_status status;

  headed->lowest = pst_headed_lowest(headed);
  pst_headed_find_periods(headed);
  pst_headed_find_calendar(headed);
  pst_headed_mark_measured(headed);
  find_end(headed->frame);
  pst_headed_guess_rows(headed);
  status = pst_headed_name_columns(headed, error);
  if (status == PST_OK)
    status = pst_headed_set_roles(headed, error);
  set_calendar(headed);
  if (status == PST_OK)
    status = pst_shape_refuse_panels(headed, error);
  if (status == PST_OK)
    status = read_names(headed, error);
  if (status != PST_OK)
    return status;
  settle(headed);
  status = pst_shape_split_names(headed->frame, error);
  if (status == PST_OK)
    status = pst_shape_find_sections(headed->frame, error);
  if (status == PST_OK)
    status = mark_years(headed->frame, error);
  return status == PST_OK ? drop_totals(headed->frame, error) : status;
}

/* A year stands over a column of periods. */
static bool heads_years(const struct pst_shape *shape)
{
  for (size_t c = 0; c < shape->width; c++)
    if (shape->periodic[c] && (pst_kinds_cell(&shape->grid, shape->header, c) & PST_KIND_YEAR))
      return true;
  return false;
}

/* Years alone, two and more that rise; the first cell may name them. */
static bool holds_years(const struct pst_kinds *grid, size_t row)
{
  struct pst_text last = {.size = 0};
  size_t n = 0;

  for (size_t c = 0; c < grid->width; c++) {
    struct pst_text cell = pst_sheet_cell(grid->sheet, row, c);

    if (cell.size == 0 || (c == 0 && !(pst_kinds_cell(grid, row, c) & PST_KIND_YEAR)))
      continue;
    if (!(pst_kinds_cell(grid, row, c) & PST_KIND_YEAR)
        || (n > 0 && memcmp(last.data, cell.data, 4) >= 0))
      return false;
    last = cell;
    n++;
  }
  return n > 1;
}

static bool holds_brackets(const struct pst_kinds *grid, size_t row)
{
  for (size_t c = 0; c < grid->width; c++)
    if (pst_kinds_kind(grid, row, c) != PST_KIND_EMPTY
        && !(pst_kinds_cell(grid, row, c) & PST_KIND_SPARE))
      return false;
  return true;
}

/* Below the header one row is left, and it is of the header too: numbers of columns, units, years. */
static bool has_header_alone(const struct pst_shape *shape)
{
  const struct pst_kinds *grid = &shape->grid;

  return shape->body + 1 == grid->sheet->n_rows && shape->header < shape->body
         && (pst_score_counts_columns(grid, shape->body) || holds_brackets(grid, shape->body)
             || holds_years(grid, shape->body));
}

static bool has_digit(struct pst_text cell)
{
  for (size_t i = 0; i < cell.size; i++)
    if (isdigit((unsigned char)cell.data[i]))
      return true;
  return false;
}

/* Below the first row of names and periods no row has a cell with a number, whatever marks it bears. */
static bool holds_no_number(const struct pst_kinds *grid)
{
  size_t rows = 0;

  for (size_t r = 0; grid->cells != NULL && r < grid->sheet->n_rows; r++) {
    if (pst_sheet_filled(grid->sheet, r) < 2)
      continue;
    for (size_t c = 0; c < grid->width; c++)
      if (!(pst_kinds_cell(grid, r, c) & PST_KIND_PERIOD)
          && (rows > 0 ? has_digit(pst_sheet_cell(grid->sheet, r, c))
                       : pst_kinds_kind(grid, r, c) == PST_KIND_NUMBER))
        return false;
    rows++;
  }
  return rows > 0;
}

/* A header that nothing stands below is no question: there is nothing to write. */
static enum pst_status refuse(const struct pst_sheet *sheet, bool empty, struct pst_error *error)
{
  const char *delimiter = sheet->delimiter == '\t' ? "tab" : (char[]){sheet->delimiter, '\0'};

  if (empty)
    return pst_fail_at(error, PST_UNDEFINED, sheet->name, 0,
                       "nothing can be written: there are names, and no numbers below them "
                       "(delimiter '%s')",
                       delimiter);
  return pst_fail_at(
      error, PST_BAD_DATA, sheet->name, 0,
      "no table is found: a row of names is expected, and rows of numbers below "
      "it (delimiter '%s'); if there is one, say --header-rows, --skip or --delimiter",
      delimiter);
}

/* Two rows and more above the header with two numbers each and more: no titles, but records of another table. */
static enum pst_status refuse_above(const struct pst_frame *frame, const struct pst_shape *shape,
                                    struct pst_error *error)
{
  const struct pst_sheet *sheet = frame->sheet;
  size_t rows = 0, first = 0;

  for (size_t r = 0; r < shape->header && frame->asked->skip == 0; r++) {
    size_t numbers = 0;

    for (size_t c = 0; c < shape->width; c++)
      numbers += pst_kinds_kind(&shape->grid, r, c) == PST_KIND_NUMBER
                 && !(pst_kinds_cell(&shape->grid, r, c) & PST_KIND_PERIOD);
    if (numbers > 1 && rows++ == 0)
      first = r;
  }
  if (rows < 2)
    return PST_OK;
  return pst_fail_at(
      error, PST_BAD_DATA, sheet->name, sheet->rows[first].line,
      "numbers stand here above the header that is found (line %lu), as of another "
      "table; give each table a file of its own, or say --skip %lu to leave them out",
      sheet->rows[shape->header].line, sheet->rows[shape->header].line - 1);
}

/* A cell of a few words for every column, each another: no title, unless its commas part it. */
static bool names_all(const struct pst_shape *shape, const struct pst_sheet *sheet, size_t row)
{
  if (shape->width < 3 || pst_score_is_parted_title(&shape->grid, row)
      || pst_score_counts_columns(&shape->grid, row))
    return false;
  for (size_t c = 0; c < shape->width; c++) {
    struct pst_text cell = pst_sheet_cell(sheet, row, c);

    if (cell.size == 0 || cell.size > 30 || pst_frame_words(cell) > 3
        || pst_kinds_kind(&shape->grid, row, c) != PST_KIND_TEXT
        || (c > 0 && islower((unsigned char)cell.data[0]) && pst_frame_words(cell) > 1))
      return false; /* `Ferries, by port, and year` is a sentence */
    for (size_t b = 0; b < c; b++)
      if (pst_text_equal(cell, pst_sheet_cell(sheet, row, b)))
        return false;
  }
  return true;
}

/* `Name,GDP,Pop` above a line that is taken for the header: names that would be lost. */
static enum pst_status refuse_names_above(const struct pst_frame *frame,
                                          const struct pst_shape *shape, struct pst_error *error)
{
  const struct pst_sheet *sheet = frame->sheet;

  if (frame->asked->skip > 0 || frame->asked->header_given || shape->header == shape->body)
    return PST_OK;
  for (size_t r = 0; r < shape->header; r++)
    if (names_all(shape, sheet, r))
      return pst_fail_at(error, PST_BAD_DATA, sheet->name, sheet->rows[r].line,
                         "this line names every column, and so does the header that is found (line "
                         "%lu); say --skip %lu to leave this one out, or --header-rows %zu to have "
                         "both",
                         sheet->rows[shape->header].line, sheet->rows[shape->header].line - 1,
                         shape->body - r);
  return PST_OK;
}

static enum pst_status find_shape(struct pst_frame *frame, struct pst_shape *shape,
                                  struct pst_error *error)
{
  const struct pst_sheet *sheet = frame->sheet;
  bool found = pst_shape_find(sheet, &frame->rules, frame->asked, frame->arena, shape);

  if (!found || has_header_alone(shape) || shape->body - shape->header > PST_HEADER_MOST
      || (shape->header == shape->body && !frame->asked->header_given))
    return refuse(sheet, (found && has_header_alone(shape)) || holds_no_number(&shape->grid),
                  error);
  if (refuse_above(frame, shape, error) != PST_OK)
    return PST_BAD_DATA;
  /* Where the header is lost, tidy says so. */
  if (shape->other_header == shape->other_body && heads_years(shape))
    return PST_OK;
  if (shape->margin < WITHIN_REACH)
    return pst_ask_lines(frame, shape, error);
  return refuse_names_above(frame, shape, error);
}

/* --header-rows 0 */
static bool number_columns(struct pst_frame *frame)
{
  for (size_t c = 0; c < frame->n_columns; c++) {
    frame->columns[c].name = pst_arena_format(frame->arena, "column_%zu", c + 1);
    frame->columns[c].unnamed = false;
    if (frame->columns[c].name == NULL)
      return false;
  }
  return true;
}

/* The lowest of the header rows that have most cells. */
static size_t widest(const struct pst_frame *frame, size_t header, size_t end)
{
  size_t found = header;

  for (size_t r = header; r < end; r++)
    if (pst_sheet_width(frame->sheet, r) >= pst_sheet_width(frame->sheet, found))
      found = r;
  return found;
}

enum pst_status pst_shape_frame(struct pst_frame *frame, struct pst_error *error)
{
  struct pst_shape shape;
  struct pst_headed headed = {.frame = frame, .shape = &shape};
  enum pst_status status = find_shape(frame, &shape, error);
  size_t last = shape.body;

  if (status != PST_OK)
    return status;
  while (last > shape.header + 1 && pst_sheet_filled(frame->sheet, last - 1) == 0)
    last--;
  headed.n_rows = last - shape.header;
  /* A row that numbers the columns says nothing of them. */
  while (headed.n_rows > 1
         && pst_score_counts_columns(&shape.grid, shape.header + headed.n_rows - 1))
    headed.n_rows--;
  status = pst_frame_begin(frame,
                           shape.header == shape.body
                               ? shape.body
                               : widest(frame, shape.header, shape.header + headed.n_rows),
                           error);
  if (status != PST_OK)
    return status;
  if (shape.header == shape.body && !number_columns(frame))
    return pst_fail_memory(error);
  frame->by_shape = true;
  frame->header = shape.header;
  frame->n_header = last - shape.header;
  frame->body = shape.body;
  return read_header(&headed, error);
}
