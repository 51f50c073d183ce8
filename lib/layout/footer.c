/* footer.c -- where the records end: below them stand blank rows, sources, notes and legends. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "layout/frame.h"
#include "printed/when/when.h"
#include "printed/words.h"

bool pst_frame_is_value(const struct pst_frame *frame, size_t row, size_t column)
{
  struct pst_value value;

  pst_value_part(pst_sheet_cell(frame->sheet, row, column), &frame->rules, &value);
  return value.kind == PST_VALUE_NUMBER
         || (value.kind == PST_VALUE_MISSING && value.token.size > 0);
}

/* Some value cell of ROW is a number or a token for a missing one. */
static bool has_value(const struct pst_frame *frame, size_t row)
{
  for (size_t c = 0; c < frame->n_columns && c < frame->sheet->rows[row].n; c++)
    if (frame->columns[c].role == PST_FRAME_VALUE && pst_frame_is_value(frame, row, c))
      return true;
  return false;
}

/* How many value cells of ROW are numbers other than years; *VALUES: the columns of values, *NUMBERS: all that hold one. */
static size_t count_numbers(const struct pst_frame *frame, size_t row, size_t *values,
                            size_t *numbers)
{
  size_t others = 0;
  char when[PST_WHEN_SIZE];

  *values = *numbers = 0;
  for (size_t c = 0; c < frame->n_columns; c++) {
    bool number = frame->columns[c].role == PST_FRAME_VALUE && pst_frame_is_value(frame, row, c);

    *values += frame->columns[c].role == PST_FRAME_VALUE;
    *numbers += number;
    others += number
              && !pst_when_read(pst_sheet_cell(frame->sheet, row, c), PST_WHEN_DEFAULT, when, NULL);
  }
  return others;
}

/* `Source: abroad,21,22,23`: a number in each of the value cells of ROW, two and more, and some of them no year. */
static bool is_full(const struct pst_frame *frame, size_t row)
{
  size_t values, numbers, others = count_numbers(frame, row, &values, &numbers);

  return others > 0 && values > 1 && numbers == values;
}

/* Half of the value cells of ROW and more hold a number or something as short as a token. */
static bool looks_valued(const struct pst_frame *frame, size_t row)
{
  size_t values = 0, short_ones = 0;

  /* `e;estimated` is a legend; `BZ|Belize|2016|12|(X)`, with a cell in each of many columns, is none. */
  if (pst_sheet_cell(frame->sheet, row, 0).size < 3
      && (frame->n_columns < 4 || pst_sheet_filled(frame->sheet, row) < frame->n_columns))
    return false;
  for (size_t c = 0; c < frame->n_columns && c < frame->sheet->rows[row].n; c++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, row, c);

    if (frame->columns[c].role != PST_FRAME_VALUE)
      continue;
    values++;
    short_ones += cell.size > 0 && (cell.size <= 4 || pst_frame_is_value(frame, row, c));
  }
  return short_ones > 0 && short_ones * 2 >= values;
}

/* As many cells as the header, give or take empty ones at the end. */
static bool fits(const struct pst_frame *frame, size_t row)
{
  const struct pst_sheet *sheet = frame->sheet;

  return sheet->rows[row].n >= frame->n_columns && pst_sheet_width(sheet, row) <= frame->n_columns;
}

/* A cell of a value column holds words, and none a number. */
static bool has_prose(const struct pst_frame *frame, size_t row)
{
  for (size_t c = 1; c < frame->n_columns && c < frame->sheet->rows[row].n; c++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, row, c);

    if (frame->columns[c].role == PST_FRAME_VALUE && cell.size > 8
        && memchr(cell.data, ' ', cell.size) != NULL && !pst_frame_is_value(frame, row, c))
      return true;
  }
  return false;
}

static size_t count_row_words(const struct pst_frame *frame, size_t row)
{
  size_t n = 0;

  for (size_t c = 0; c < frame->sheet->rows[row].n; c++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, row, c);

    n += cell.size == 0 ? 0 : pst_frame_words(cell);
  }
  return n;
}

static bool is_lone_sentence(const struct pst_frame *frame, size_t row)
{
  struct pst_text first = pst_sheet_cell(frame->sheet, row, 0);

  if (first.size == 0 || has_value(frame, row) || looks_valued(frame, row))
    return false;
  if (count_row_words(frame, row) > 6 && pst_frame_words(first) > 3)
    return true;
  if (has_prose(frame, row) && (!fits(frame, row) || pst_frame_is_sentence(first)))
    return true;
  /* A sentence whose commas part cells. */
  if (!fits(frame, row) && pst_sheet_filled(frame->sheet, row) > 1)
    return pst_frame_words(first) > 3
           || (pst_frame_words(first) > 2 && pst_frame_is_sentence(first));
  return pst_sheet_filled(frame->sheet, row) == 1 && pst_frame_is_sentence(first);
}

static bool is_count(struct pst_text cell)
{
  for (size_t i = 0; i < cell.size; i++)
    if (!isdigit((unsigned char)cell.data[i]))
      return false;
  return cell.size < 8;
}

/* `Total`, `World`, and no number: a total that is not given is a record all the same. */
static bool is_total(const struct pst_frame *frame, size_t row)
{
  struct pst_text cell = pst_sheet_cell(frame->sheet, row, 0);

  /* `109,Total,`: behind the number of the record. */
  if (cell.size > 0 && is_count(cell) && frame->n_columns > 2)
    cell = pst_sheet_cell(frame->sheet, row, 1);

  return fits(frame, row) && pst_frame_says_total(cell);
}

/* A period, whatever the order of its day and month is. */
static bool reads_period(const struct pst_frame *frame, struct pst_text cell)
{
  char when[PST_WHEN_SIZE];

  return cell.size > 3
         && (pst_when_read(cell, frame->when | PST_WHEN_MONTH_FIRST, when, NULL)
             || pst_when_read(cell, frame->when | PST_WHEN_DAY_FIRST, when, NULL));
}

/* A time of a record of which nothing is known, as the first record has one. */
static bool is_time_alone(const struct pst_frame *frame, size_t row)
{
  return pst_sheet_filled(frame->sheet, row) == 1
         && reads_period(frame, pst_sheet_cell(frame->sheet, row, 0))
         && reads_period(frame, pst_sheet_cell(frame->sheet, frame->body, 0));
}

/* `Upper Valley ........`: dots lead to the numbers of a record, though none is given. */
static bool leads_on(const struct pst_frame *frame, size_t row)
{
  struct pst_text cell = pst_sheet_cell(frame->sheet, row, 0);

  return cell.size > 4 && cell.data[0] != '.' && memmem(cell.data, cell.size, "....", 4) != NULL;
}

/* `Last update,2020,`, `Source,Ministry,2012`: a word that begins notes, and beside it a year or a day, words, and no
   number, where records have numbers. */
static bool is_dated_note(const struct pst_frame *frame, size_t row)
{
  size_t values = 0, periods = 0;

  if (!pst_frame_is_note(pst_sheet_cell(frame->sheet, row, 0)))
    return false;
  for (size_t c = 1; c < frame->n_columns; c++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, row, c);

    values += frame->columns[c].role == PST_FRAME_VALUE;
    if (cell.size == 0)
      continue;
    if (reads_period(frame, cell))
      periods++;
    else if (frame->columns[c].role == PST_FRAME_VALUE
             && (cell.size < 4 || pst_frame_is_value(frame, row, c)))
      return false;
  }
  return values > 1 && periods == 1;
}

/* `Records,3` below three of them; `Version,1.2,` where records have several values. */
static bool is_tally(const struct pst_frame *frame, size_t row)
{
  struct pst_text first = pst_sheet_cell(frame->sheet, row, 0);
  size_t records = 0, others = 0, values = 0;
  long count = -1;

  if (frame->n_columns < 2 || (!pst_frame_says_count(first) && !pst_frame_says_about(first)))
    return false;
  for (size_t c = 1; c < frame->n_columns; c++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, row, c);

    others += cell.size > 0;
    values += frame->columns[c].role == PST_FRAME_VALUE;
    if (cell.size > 0 && is_count(cell))
      count = strtol(cell.data, NULL, 10);
  }
  for (size_t r = frame->body; r < row; r++)
    records += pst_sheet_filled(frame->sheet, r) > 1;
  return others == 1 && (count == (long)records || (values > 1 && pst_frame_says_about(first)));
}

static bool is_record(const struct pst_frame *frame, size_t row)
{
  struct pst_text first = pst_sheet_cell(frame->sheet, row, 0);

  if (!fits(frame, row) || pst_sheet_filled(frame->sheet, row) == 0 || is_tally(frame, row))
    return false;
  if (has_value(frame, row) || looks_valued(frame, row))
    return is_full(frame, row) || (!pst_frame_is_named_note(first) && !is_dated_note(frame, row));
  if (is_total(frame, row) || is_time_alone(frame, row) || leads_on(frame, row))
    return true;
  return first.size > 0 && !pst_frame_is_note(first) && !has_prose(frame, row)
         && pst_sheet_filled(frame->sheet, row) >= 2;
}

/* A line that can only be text below a table, though no blank line comes before it. */
static bool is_prose(const struct pst_frame *frame, size_t row)
{
  struct pst_text first = pst_sheet_cell(frame->sheet, row, 0);

  return pst_frame_is_note(first) || is_lone_sentence(frame, row) || is_tally(frame, row)
         || (pst_sheet_filled(frame->sheet, row) == 1 && first.size > 40 && !fits(frame, row));
}

/* Key columns that are filled in every record with values; a row without one of them is none.  Columns of flags are keys
   as yet. */
static bool lacks_keys(const struct pst_frame *frame, size_t row, size_t last)
{
  if (is_total(frame, row))
    return false;
  for (size_t c = 1; c < frame->n_columns; c++) {
    bool always = frame->columns[c].role == PST_FRAME_KEY && !frame->columns[c].unnamed
                  && !pst_words_flag(frame->columns[c].name)
                  && pst_sheet_cell(frame->sheet, row, c).size == 0;
    size_t n = 0;

    for (size_t r = frame->body; r < last && always; r++) {
      if (!fits(frame, r) || !has_value(frame, r))
        continue;
      always = pst_sheet_cell(frame->sheet, r, c).size > 0;
      n++;
    }
    if (always && n > 1)
      return true;
  }
  return false;
}

/* Each record with values in rows [body, LAST) has a text in COLUMN; _KNOWN: one has that of ROW, or both are
   periods, or codes of one width. */
static bool is_always_filled(const struct pst_frame *frame, size_t column, size_t row, size_t last,
                             bool *known)
{
  struct pst_text cell = pst_sheet_cell(frame->sheet, row, column);
  bool period = reads_period(frame, cell);

  *known = false;
  for (size_t r = frame->body; r < last; r++) {
    struct pst_text here = pst_sheet_cell(frame->sheet, r, column);

    if (!fits(frame, r) || !has_value(frame, r))
      continue;
    if (here.size == 0)
      return false;
    *known = *known || pst_text_equal(here, cell) || pst_frame_are_codes_alike(here, cell)
             || (period && reads_period(frame, here));
  }
  return true;
}

/* The key of each record with values is a code as long as that of ROW. */
static bool is_code_as_all(const struct pst_frame *frame, size_t column, size_t row, size_t last)
{
  struct pst_text cell = pst_sheet_cell(frame->sheet, row, column);
  size_t n = 0;

  if (!pst_frame_is_code(cell))
    return false;
  for (size_t r = frame->body; r < last; r++) {
    struct pst_text here = pst_sheet_cell(frame->sheet, r, column);

    if (!fits(frame, r) || !has_value(frame, r))
      continue;
    if (here.size != cell.size || !pst_frame_is_code(here))
      return false;
    n++;
  }
  return n > 1;
}

/* Three words and less, of letters: what records are called. */
static bool is_name(struct pst_text cell)
{
  for (size_t i = 0; i < cell.size; i++)
    if (isdigit((unsigned char)cell.data[i]) || strchr(":;=*#.", cell.data[i]) != NULL)
      return false;
  return cell.size > 1 && pst_frame_words(cell) <= 3 && !pst_frame_is_sentence(cell);
}

/* The same, with digits behind its first word: `Wool 100 %`. */
static bool is_name_or_amount(struct pst_text cell)
{
  size_t word = 0;

  while (word < cell.size && cell.data[word] != ' ')
    word++;
  if (!is_name((struct pst_text){.data = cell.data, .size = word}))
    return false;
  for (size_t i = word; i < cell.size; i++)
    if (strchr(":;=*#", cell.data[i]) != NULL)
      return false;
  return pst_frame_words(cell) <= 3 && !pst_frame_is_sentence(cell);
}

/* ROW has the delimiters of the records, and no line above the header nor below the records has them, but
   those beside it: whoever writes so writes records. */
static bool is_padded_alone(const struct pst_frame *frame, size_t row, size_t last)
{
  const struct pst_sheet *sheet = frame->sheet;
  size_t n = sheet->rows[frame->body].n, bare = 0;

  if (n < 3 || sheet->rows[row].n != n || !is_name_or_amount(pst_sheet_cell(sheet, row, 0)))
    return false;
  for (size_t r = 0; r < sheet->n_rows; r++) {
    if ((r >= frame->header && r < last) || pst_sheet_filled(sheet, r) == 0)
      continue;
    bare += sheet->rows[r].n < n;
    if (sheet->rows[r].n >= n && (r < frame->header || r > row))
      return false;
  }
  return bare > 0;
}

/* Beside the key in column KEY there are cells in columns of flags, and no other: of values that are not given. */
static bool has_flags_alone(const struct pst_frame *frame, size_t row, size_t key)
{
  size_t n = 0;

  for (size_t c = 0; c < frame->n_columns; c++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, row, c);

    if (c == key || cell.size == 0)
      continue;
    if (frame->columns[c].role == PST_FRAME_VALUE || frame->columns[c].unnamed || cell.size > 4
        || !pst_words_flag(frame->columns[c].name))
      return false;
    n++;
  }
  return n > 0;
}

/* Below a blank row stand the keys of a record, two and more, and some of them stood above, or its time, or
   the one key there is as only records have it: a record of which nothing is known. */
static bool goes_on(const struct pst_frame *frame, size_t row, size_t last)
{
  size_t keys = 0, known = 0, times = 0, key = 0;

  if (!fits(frame, row) || pst_frame_is_note(pst_sheet_cell(frame->sheet, row, 0)))
    return false;
  if (is_total(frame, row) || leads_on(frame, row))
    return true;
  for (size_t c = 0; c < frame->n_columns; c++) {
    bool is_known;

    if (frame->columns[c].role == PST_FRAME_VALUE
        || !is_always_filled(frame, c, row, last, &is_known))
      continue;
    if (pst_sheet_cell(frame->sheet, row, c).size == 0)
      return false;
    keys++;
    key = c;
    known += is_known || is_code_as_all(frame, c, row, last);
    times += is_known && reads_period(frame, pst_sheet_cell(frame->sheet, row, c));
  }
  if (keys == 1 && pst_sheet_filled(frame->sheet, row) == 1)
    return times > 0 || is_code_as_all(frame, key, row, last) || is_padded_alone(frame, row, last);
  if (keys == 1 && has_flags_alone(frame, row, key))
    return true;
  return (keys > 1 || times > 0) && known > 0;
}

/* The first blank row or note behind the last record with a value, or the end: what follows is a
   legend, though its lines have cells enough (`e;estimated`).  _SURE: what is above it are records. */
static size_t legend(const struct pst_frame *frame, size_t *sure)
{
  size_t last = frame->end, records;

  *sure = frame->body;
  while (last > frame->body
         && !(fits(frame, last - 1) && (has_value(frame, last - 1) || looks_valued(frame, last - 1))
              && (is_full(frame, last - 1)
                  || !pst_frame_is_named_note(pst_sheet_cell(frame->sheet, last - 1, 0)))
              && !is_tally(frame, last - 1)))
    last--;
  if (last == frame->body)
    return frame->end;
  records = last;
  for (size_t next = last; next < frame->end; next++)
    if (pst_sheet_filled(frame->sheet, next) > 0 && goes_on(frame, next, records))
      *sure = last = next + 1;
    else if (pst_sheet_filled(frame->sheet, next) > 0)
      break;
  while (last < frame->end && pst_sheet_filled(frame->sheet, last) > 0
         && !pst_frame_is_note(pst_sheet_cell(frame->sheet, last, 0))
         && !is_lone_sentence(frame, last) && !is_tally(frame, last)
         && !(frame->by_shape && lacks_keys(frame, last, records)))
    last++;
  return last;
}

/* The last lines that the user says are no records. */
static bool take_asked(struct pst_frame *frame)
{
  size_t n = frame->sheet->n_rows;

  if (!frame->asked->footer_given)
    return false;
  for (size_t i = 0; i < frame->asked->footer && n > frame->body; i++)
    n--;
  frame->end = n;
  return true;
}

static void tell_note(struct pst_frame *frame, size_t row, const char *what)
{
  const struct pst_sheet *sheet = frame->sheet;
  struct pst_text cell = pst_sheet_cell(sheet, row, 0);

  pst_frame_tell(frame, "line %lu, '%.*s', %s; if it is a record, say --footer %zu",
                 sheet->rows[row].line, (int)cell.size, cell.data, what, sheet->n_rows - row - 1);
}

/* A name alone, with the delimiters of a record, below a blank row: it may be one of which nothing is known. */
static void tell_left(struct pst_frame *frame)
{
  const struct pst_sheet *sheet = frame->sheet;
  size_t row = frame->end, values, numbers;
  struct pst_text cell;

  while (row < sheet->n_rows && pst_sheet_filled(sheet, row) == 0)
    row++;
  for (size_t r = row; r < sheet->n_rows; r++)
    if (is_tally(frame, r))
      tell_note(frame, r, "counts the records or is about the file, and is taken for a note");
    else if (frame->n_columns > 1 && fits(frame, r)
             && count_numbers(frame, r, &values, &numbers) > 0
             && pst_frame_is_named_note(pst_sheet_cell(sheet, r, 0)))
      tell_note(frame, r, "is taken for a note, though a number stands beside it");
    else if (frame->n_columns > 1 && is_dated_note(frame, r) && has_value(frame, r))
      tell_note(frame, r, "is taken for a note, with the year or day beside it");
  if (row >= sheet->n_rows || row == frame->end || !frame->by_shape || frame->n_columns < 2
      || pst_sheet_filled(sheet, row) != 1 || sheet->rows[row].n < frame->n_columns)
    return;
  cell = pst_sheet_cell(sheet, row, 0);
  if (!is_name_or_amount(cell) || pst_frame_is_note(cell))
    return;
  pst_frame_tell(
      frame,
      "line %lu, '%.*s', below a blank line and without a value, is taken for a note; if "
      "it is a record, say --footer %zu",
      sheet->rows[row].line, (int)pst_utf8_head(cell, 60).size, cell.data, sheet->n_rows - row - 1);
}

void pst_frame_footer(struct pst_frame *frame)
{
  size_t end, sure;

  if (take_asked(frame))
    return;
  end = frame->end = legend(frame, &sure);

  while (end > sure && !is_record(frame, end - 1))
    end--;
  /* What follows without a blank line and is no prose belongs to the body: a record without values,
     or one that is cut off, which the check will refuse. */
  while (end < frame->end && pst_sheet_filled(frame->sheet, end) > 0 && !is_prose(frame, end))
    end++;
  frame->end = end;
  tell_left(frame);
}
