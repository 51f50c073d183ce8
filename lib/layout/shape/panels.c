/* panels.c -- what is no one table: panels and lists side by side, headings within, no header, or a record in it. */
#include <string.h>

#include "layout/shape/score.h"
#include "layout/shape/steps.h"
#include "printed/plain.h"
#include "printed/words.h"

/* The names of the columns that have one, in order. */
static const char **list_names(const struct pst_frame *frame, size_t *n)
{
  const char **names = pst_arena_array(frame->arena, frame->n_columns + 1, sizeof *names);

  *n = 0;
  for (size_t c = 0; c < frame->n_columns && names != NULL; c++)
    if (!frame->columns[c].unnamed)
      names[(*n)++] = frame->columns[c].name;
  return names;
}

/* `State,Population,State,Population`: after how many names they begin again, two and more; 0: they do not. */
static size_t find_width(const char *const *names, size_t n)
{
  size_t width = 1;

  while (width < n && strcmp(names[width], names[0]) != 0)
    width++;
  if (width < 2 || width == n || n % width != 0)
    return 0;
  for (size_t i = width; i < n; i++)
    if (strcmp(names[i], names[i % width]) != 0)
      return 0;
  return width;
}

static bool is_longer(struct pst_text cell, unsigned rules)
{
  (void)rules;
  return cell.size > 3;
}

/* A key whose cells are names, no flags or notes of values. */
static bool is_list(const struct pst_headed *headed, size_t column)
{
  const struct pst_frame_column *at = &headed->frame->columns[column];

  return column < headed->shape->width && !at->unnamed && at->role == PST_FRAME_KEY
         && !headed->shape->numeric[column] && !headed->shape->empty[column]
         && !pst_words_flag(at->name) && !pst_words_note(at->name)
         && !pst_words_called_unit(at->name) && pst_shape_mostly(headed->frame, column, is_longer);
}

/* `Rank,Country,2019,Rank,Country,2020`: keys with texts whose names come again, as many columns apart: lists side by
   side.  The column where the second begins; 0: there is none. */
static size_t find_lists(const struct pst_headed *headed)
{
  const struct pst_frame *frame = headed->frame;

  for (size_t a = 0; a < frame->n_columns; a++)
    for (size_t b = a + 1; b < frame->n_columns; b++)
      if (is_list(headed, a) && is_list(headed, b)
          && strcmp(frame->columns[a].name, frame->columns[b].name) == 0
          && (frame->columns[b - 1].role == PST_FRAME_VALUE
              || (b > 1 && frame->columns[b - 2].role == PST_FRAME_VALUE)))
        return b;
  return 0;
}

static enum pst_status refuse_lists(struct pst_frame *frame, size_t column, struct pst_error *error)
{
  frame->question = PST_QUESTION_HEADER;
  return pst_fail_at(
      error, PST_BAD_DATA, frame->sheet->name, frame->sheet->rows[frame->header].line,
      "two columns of names are called '%s', with values between them: lists side by "
      "side, whose lines have nothing to do with each other; put them below each "
      "other, or, if this is one table, give its columns different names, or say "
      "--keys and --values",
      frame->columns[column].name);
}

/* A year, or a unit, alone in another column than the first. */
static bool is_heading_alone(const struct pst_frame *frame, size_t row, bool *year)
{
  char text[64];

  if (pst_sheet_filled(frame->sheet, row) != 1 || pst_sheet_cell(frame->sheet, row, 0).size > 0)
    return false;
  for (size_t c = 1; c < frame->n_columns; c++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, row, c);

    if (cell.size == 0)
      continue;
    *year = pst_shape_is_calendar_year(cell, frame->when);
    return frame->columns[c].role == PST_FRAME_VALUE
           && (*year || (cell.size > 2 && pst_heading_copy(cell, text) && pst_words_unit(text)));
  }
  return false;
}

/* `,% of GDP,% of GDP` further down: one text over all values, and no name. */
static bool is_unit_row(const struct pst_frame *frame, size_t row)
{
  struct pst_text first = {.size = 0};
  size_t n = 0;

  if (pst_sheet_cell(frame->sheet, row, 0).size > 0)
    return false;
  for (size_t c = 1; c < frame->n_columns; c++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, row, c);

    if (cell.size == 0 && frame->columns[c].role != PST_FRAME_VALUE)
      continue;
    if (frame->columns[c].role != PST_FRAME_VALUE
        || (n > 0 ? !pst_text_equal(cell, first)
                  : cell.size < 3 || pst_frame_is_value(frame, row, c)))
      return false;
    first = cell;
    n++;
  }
  return n > 1;
}

/* `;2010;` right below the names and `;2011;` further down, or `Number` and `Per cent`: each heads the records below it. */
static enum pst_status refuse_headings(struct pst_frame *frame, struct pst_error *error)
{
  bool year = false;

  if (frame->asked->sections == PST_ANSWER_NO)
    return PST_OK;
  for (size_t r = frame->body; r < frame->sheet->n_rows && frame->columns[0].role == PST_FRAME_KEY;
       r++)
    if (is_heading_alone(frame, r, &year) || is_unit_row(frame, r)) {
      frame->question = PST_QUESTION_HEADER;
      return pst_fail_at(
          error, PST_BAD_DATA, frame->sheet->name, frame->sheet->rows[r].line,
          "a %s stands alone here, above records: if it is theirs, write it into the "
          "first column, where --sections finds it, or into a column of its own; if it is a "
          "record, "
          "say --sections no",
          year ? "year" : "unit");
    }
  return PST_OK;
}

/* --- no header -------------------------------------------------------------------------- */

/* The names of all columns of values are numbers with decimals, as below them. */
static bool is_headed_by_numbers(const struct pst_headed *headed)
{
  const struct pst_frame *frame = headed->frame;
  size_t n = 0, decimals = 0;

  for (size_t c = 0; c < frame->n_columns; c++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, frame->header, c);

    if (frame->columns[c].role != PST_FRAME_VALUE)
      continue;
    if (c >= headed->shape->width
        || pst_kinds_kind(&headed->shape->grid, frame->header, c) != PST_KIND_NUMBER)
      return false;
    decimals +=
        memchr(cell.data, '.', cell.size) != NULL || memchr(cell.data, ',', cell.size) != NULL;
    n++;
  }
  return n > 0 && decimals > 0;
}

/* `A,1.5` above `B,2.5`: a record, where a header is looked for. */
static enum pst_status refuse_numbers(struct pst_headed *headed, struct pst_error *error)
{
  struct pst_frame *frame = headed->frame;

  if (headed->n_rows != 1 || headed->period_row != PST_NO_COLUMN || frame->asked->header_given
      || !is_headed_by_numbers(headed))
    return PST_OK;
  frame->question = PST_QUESTION_HEADER;
  return pst_fail_at(error, PST_BAD_DATA, frame->sheet->name,
                     frame->sheet->rows[frame->header].line,
                     "numbers stand here where names are expected; if the file has no header, say "
                     "--header-rows 0, and if these are names, --header-rows 1");
}

/* --- a record in the header, and labels over the middle of their columns -------------------------- */

/* The top row names every column, the first too, each by another name. */
static bool is_top_full(const struct pst_headed *headed)
{
  const struct pst_frame *frame = headed->frame;

  for (size_t c = 0; c < frame->n_columns; c++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, headed->shape->header, c);

    if (cell.size == 0)
      return false;
    for (size_t b = 0; b < c; b++)
      if (pst_text_equal(cell, pst_sheet_cell(frame->sheet, headed->shape->header, b)))
        return false;
  }
  return frame->n_columns > 1;
}

/* Some record has CELL in a column of values. */
static bool stands_below(const struct pst_frame *frame, struct pst_text cell)
{
  for (size_t r = frame->body; r < frame->end; r++)
    for (size_t c = 1; c < frame->n_columns; c++)
      if (frame->columns[c].role == PST_FRAME_VALUE
          && pst_text_equal(pst_sheet_cell(frame->sheet, r, c), cell))
        return true;
  return false;
}

/* `A,NSD,13`, `Alabama,D,S,D`, `A,b12,p13` below names of all columns: short cells, with digits, or such as records
   have in place of a number; codes that begin with one letter are none. */
static bool is_like_record(const struct pst_headed *headed, size_t i)
{
  const struct pst_frame *frame = headed->frame;
  size_t row = headed->shape->header + i, digits = 0, tokens = 0, n = 0;
  bool alike = true;
  char letter = '\0';

  if (pst_sheet_cell(frame->sheet, row, 0).size == 0)
    return false;
  for (size_t c = 1; c < frame->n_columns; c++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, row, c);

    if (frame->columns[c].role != PST_FRAME_VALUE || cell.size == 0)
      continue;
    if (cell.size > 8 || memchr(cell.data, ' ', cell.size) != NULL
        || pst_headed_is_unit(headed, i, c))
      return false;
    alike = alike && (n == 0 || cell.data[0] == letter);
    letter = cell.data[0];
    digits += pst_plain_has_number(cell);
    tokens += cell.size < 5 && stands_below(frame, cell);
    n++;
  }
  return n > 0 && digits + tokens > 0 && !(alike && n > 1 && tokens == 0);
}

static enum pst_status refuse_record(struct pst_headed *headed, struct pst_error *error)
{
  struct pst_frame *frame = headed->frame;

  if (headed->n_rows < 2 || frame->asked->header_given || !is_top_full(headed))
    return PST_OK;
  for (size_t i = 1; i < headed->n_rows; i++) {
    if (headed->kinds[i] == PST_ROW_PERIODS || headed->kinds[i] == PST_ROW_UNITS
        || headed->kinds[i] == PST_ROW_COUNTS || !is_like_record(headed, i))
      continue;
    frame->question = PST_QUESTION_HEADER;
    return pst_fail_at(error, PST_BAD_DATA, frame->sheet->name,
                       frame->sheet->rows[headed->shape->header + i].line,
                       "this line may be a record, or name the columns as the line above does; "
                       "say --header-rows %zu for the first, --header-rows %zu for the second",
                       i, headed->n_rows);
  }
  return PST_OK;
}

/* After how many columns of values the names of row I begin again, and all go on so; 0: they do not. */
static size_t find_cycle(const struct pst_headed *headed, size_t i, size_t first, size_t n)
{
  const struct pst_sheet *sheet = headed->frame->sheet;
  size_t row = headed->shape->header + i, cycle = 1;

  while (cycle < n
         && !pst_text_equal(pst_sheet_cell(sheet, row, first),
                            pst_sheet_cell(sheet, row, first + cycle)))
    cycle++;
  if (cycle < 2 || cycle == n || n % cycle > 0)
    return 0;
  for (size_t c = cycle; c < n; c++)
    if (!pst_text_equal(pst_sheet_cell(sheet, row, first + c),
                        pst_sheet_cell(sheet, row, first + c % cycle)))
      return 0;
  return cycle;
}

/* In each CYCLE of columns from FIRST on row I has one label, and nowhere over the first of them. */
static bool stands_in_the_middle(const struct pst_headed *headed, size_t i, size_t first, size_t n,
                                 size_t cycle)
{
  size_t row = headed->shape->header + i;

  for (size_t c = 0; c < n; c += cycle) {
    size_t labels = 0;

    for (size_t k = 0; k < cycle; k++)
      labels += pst_sheet_cell(headed->frame->sheet, row, first + c + k).size > 0;
    if (labels != 1 || pst_sheet_cell(headed->frame->sheet, row, first + c).size > 0)
      return false;
  }
  return true;
}

/* The labels of row I stand apart, as over blocks, and the first column of values, which the row below names, has none, as
   some names below it come again: `Region,,Births,,,Deaths,` over `,M,F,T,M,F,T`, `Region,,2018,,2019` over
   `,Births,Deaths,Births,Deaths`. */
static bool begins_late(const struct pst_headed *headed, size_t i)
{
  const struct pst_sheet *sheet = headed->frame->sheet;
  size_t row = headed->shape->header + i, names = row + 1, labels = 0, first = 1, n;
  bool again = false;

  while (first < headed->shape->width && !headed->shape->numeric[first])
    first++;
  n = headed->shape->width - first;
  if (n < 3 || pst_sheet_cell(sheet, row, first).size > 0
      || pst_sheet_cell(sheet, names, first).size == 0)
    return false;
  for (size_t c = first; c < first + n; c++) {
    bool labelled = pst_sheet_cell(sheet, row, c).size > 0;

    if (pst_sheet_cell(sheet, names, c).size == 0
        || (labelled && c + 1 < first + n && pst_sheet_cell(sheet, row, c + 1).size > 0))
      return false;
    labels += labelled;
    for (size_t b = first; b < c; b++)
      again =
          again || pst_text_equal(pst_sheet_cell(sheet, names, b), pst_sheet_cell(sheet, names, c));
  }
  return labels > 0 && again;
}

/* `,,Exports,,,Imports,` over `Country,2018,2019,2020,2018,2019,2020`. */
static enum pst_status refuse_centred(struct pst_headed *headed, struct pst_error *error)
{
  struct pst_frame *frame = headed->frame;
  size_t first = 0, n;

  while (first < frame->n_columns && frame->columns[first].role != PST_FRAME_VALUE)
    first++;
  n = frame->n_columns - first;
  for (size_t i = 0; i + 1 < headed->n_rows && !frame->asked->header_given; i++) {
    size_t cycle = find_cycle(headed, headed->n_rows - 1, first, n);

    if ((cycle == 0 || !stands_in_the_middle(headed, i, first, n, cycle))
        && (i + 2 < headed->n_rows || !begins_late(headed, i)))
      continue;
    frame->question = PST_QUESTION_HEADER;
    return pst_fail_at(error, PST_BAD_DATA, frame->sheet->name,
                       frame->sheet->rows[headed->shape->header + i].line,
                       "the names here stand over the middle of their columns, as the line below "
                       "tells; write each over the first of its columns, or say --header-rows %zu "
                       "if each is for what stands to its right",
                       headed->n_rows);
  }
  return PST_OK;
}

/* ROW names the columns of values as the header does, two and more, below another first name: `Q2. Vote?,Total,Men,Women`. */
static bool names_again(const struct pst_frame *frame, size_t row)
{
  size_t header = frame->header + frame->n_header - 1, n = 0;

  if (pst_text_equal(pst_sheet_cell(frame->sheet, row, 0), pst_sheet_cell(frame->sheet, header, 0)))
    return false;
  for (size_t c = 0; c < frame->n_columns; c++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, row, c);

    if (frame->columns[c].role != PST_FRAME_VALUE)
      continue;
    /* Most rows end here: texts are compared before numbers are looked for. */
    if (cell.size == 0 || !pst_text_equal(cell, pst_sheet_cell(frame->sheet, header, c))
        || pst_frame_is_value(frame, row, c))
      return false;
    n++;
  }
  return n > 1;
}

/* `,Deaths,` alone, over the first values: what the rows below are of. */
static bool is_over_values(const struct pst_frame *frame, size_t row)
{
  size_t c = 1;

  if (pst_sheet_cell(frame->sheet, row, 0).size > 0 || row + 1 >= frame->end
      || pst_sheet_filled(frame->sheet, row) != 1 || pst_sheet_filled(frame->sheet, row + 1) < 2)
    return false;
  while (c < frame->n_columns && pst_sheet_cell(frame->sheet, row, c).size == 0)
    c++;
  return c < frame->n_columns && frame->columns[c].role == PST_FRAME_VALUE
         && !pst_frame_is_value(frame, row, c) && pst_sheet_cell(frame->sheet, row, c).size > 3;
}

/* Tables of the same columns below each other, each with its names, or with a heading over its values. */
static enum pst_status refuse_stacked(struct pst_frame *frame, struct pst_error *error)
{
  for (size_t r = frame->body; r < frame->end && frame->n_header > 0; r++) {
    bool again = names_again(frame, r);

    if (!again && !is_over_values(frame, r))
      continue;
    frame->question = PST_QUESTION_HEADER;
    if (!again)
      return pst_fail_at(
          error, PST_BAD_DATA, frame->sheet->name, frame->sheet->rows[r].line,
          "a name stands alone over the values: if it is a heading of the rows below it, "
          "write it in the first column (--sections yes), else leave the line out");
    return pst_fail_at(
        error, PST_BAD_DATA, frame->sheet->name, frame->sheet->rows[r].line,
        "this line names the columns again, below another first name: tables below each "
        "other; read them one by one, the part above it with --footer %zu, or part the "
        "file",
        frame->sheet->n_rows - r);
  }
  return PST_OK;
}

/* `Literacy,Year,Poverty,Year`: columns of one name that is a time, each of years and behind another value. */
static enum pst_status refuse_own_times(const struct pst_headed *headed, struct pst_error *error)
{
  struct pst_frame *frame = headed->frame;
  size_t first = PST_NO_COLUMN, n = 0;

  for (size_t c = 1; c < frame->n_columns && c < headed->shape->width; c++) {
    const struct pst_frame_column *at = &frame->columns[c];

    if (at->unnamed || !pst_words_time_alone(at->name) || !headed->shape->numeric[c - 1]
        || (first != PST_NO_COLUMN && strcmp(frame->columns[first].name, at->name) != 0)
        || !pst_shape_mostly(frame, c, pst_shape_is_calendar_year))
      continue;
    first = first == PST_NO_COLUMN ? c : first;
    n++;
  }
  if (n < 2 || frame->asked->keys != NULL || frame->asked->values != NULL
      || frame->asked->time != NULL)
    return PST_OK;
  frame->question = PST_QUESTION_HEADER;
  return pst_fail_at(
      error, PST_BAD_DATA, frame->sheet->name, frame->sheet->rows[frame->header].line,
      "%zu columns are called '%s', each behind other numbers, whose years they may be; "
      "one table has one time for all: part it, or give the columns different names and "
      "say --time",
      n, frame->columns[first].name);
}

enum pst_status pst_shape_refuse_panels(struct pst_headed *headed, struct pst_error *error)
{
  struct pst_frame *frame = headed->frame;
  const char **names;
  size_t n, width;

  if (refuse_headings(frame, error) != PST_OK || refuse_numbers(headed, error) != PST_OK
      || refuse_record(headed, error) != PST_OK || refuse_centred(headed, error) != PST_OK
      || refuse_own_times(headed, error) != PST_OK || refuse_stacked(frame, error) != PST_OK)
    return PST_BAD_DATA;
  if (frame->asked->keys == NULL && frame->asked->values == NULL && find_lists(headed) > 0)
    return refuse_lists(frame, find_lists(headed), error);
  if (headed->n_rows != 1 || headed->period_row != PST_NO_COLUMN || frame->asked->keys != NULL
      || frame->asked->values != NULL || frame->n_columns < 4
      || frame->columns[0].role == PST_FRAME_VALUE)
    return PST_OK;
  names = list_names(frame, &n);
  if (names == NULL)
    return pst_fail_memory(error);
  width = find_width(names, n);
  if (width == 0)
    return PST_OK;
  frame->question = PST_QUESTION_HEADER;
  return pst_fail_at(error, PST_BAD_DATA, frame->sheet->name,
                     frame->sheet->rows[frame->header].line,
                     "the columns '%s' to '%s' come %zu times side by side: a long table in "
                     "panels, whose lines have "
                     "nothing to do with each other; put the panels below each other, or, if this "
                     "is one table, give "
                     "its columns different names, or say --keys and --values",
                     names[0], names[width - 1], n / width);
}
