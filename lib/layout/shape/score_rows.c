/* score_rows.c -- what a row says that may be one of the header's: units, codes, years, periods. */
#include <ctype.h>
#include <string.h>

#include "layout/shape/score.h"
#include "printed/words.h"

/* CELL as a string of at most 63 bytes; false: it is longer. */
bool pst_heading_copy(struct pst_text cell, char text[64])
{
  if (cell.size > 63)
    return false;
  memcpy(text, cell.data, cell.size);
  text[cell.size] = '\0';
  return true;
}

/* A year stands over COLUMN, in a row of years: what is below it are no periods, whatever they look like. */
static bool is_under_year(const struct pst_heading *h, size_t column)
{
  for (size_t r = h->header; r < h->body; r++)
    if ((pst_kinds_cell(h->grid, r, column) & PST_KIND_YEAR)
        && pst_kinds_steps_in_years(h->grid, r))
      return true;
  return false;
}

bool pst_heading_is_number(const struct pst_heading *h, size_t column)
{
  return h->types[column].numeric
         && (!h->types[column].periodic || (h->years && is_under_year(h, column)));
}

/* Columns that have next to nothing below the header do not count. */
bool pst_heading_is_key(const struct pst_heading *h, size_t column)
{
  const struct pst_type *at = &h->types[column];

  return !pst_heading_is_number(h, column) && at->texts + at->numbers + at->tokens >= at->empties;
}

/* `(million dollars)` over a column without a number: it stands over a column of numbers too. */
static bool is_said_of_numbers(const struct pst_heading *h, size_t row, struct pst_text cell)
{
  for (size_t c = 0; c < h->grid->width; c++)
    if (pst_heading_is_number(h, c) && pst_text_equal(cell, pst_sheet_cell(h->grid->sheet, row, c)))
      return true;
  return false;
}

/* Nothing above ROW names COLUMN: what stands there is its name, though units stand beside it. */
static bool is_first_name(const struct pst_heading *h, size_t row, size_t column)
{
  for (size_t r = h->header; r < row; r++)
    if (pst_kinds_kind(h->grid, r, column) != PST_KIND_EMPTY)
      return false;
  return row > h->header;
}

/* All that stands over the number columns of ROW are units, though a bracketed one reads as a number. */
bool pst_heading_is_units(const struct pst_heading *h, size_t row)
{
  size_t n = 0, words = 0, names = 0;

  for (size_t c = 0; c < h->grid->width; c++) {
    struct pst_text cell = pst_sheet_cell(h->grid->sheet, row, c);
    char text[64];

    if (cell.size == 0 || (!pst_heading_is_number(h, c) && !pst_heading_is_key(h, c)))
      continue;
    if (!pst_heading_copy(cell, text))
      return false;
    if (pst_heading_is_key(h, c)) {
      if (pst_words_called_unit(text) || is_said_of_numbers(h, row, cell)
          || (row > h->header && pst_words_unit(text)))
        continue;
      if (!is_first_name(h, row, c))
        return false;
      names++;
      continue;
    }
    if (!pst_words_unit(text))
      return false;
    words += cell.size > 3;
    n++;
  }
  /* `t` and `m` beside a name may stand for numbers of a record. */
  return n > 0 && (names == 0 || words == n);
}

/* `/age code,001,002`: codes above names: the row says so, or zeros lead. */
bool pst_heading_is_codes(const struct pst_heading *h, size_t row)
{
  size_t zeros = 0, n = 0, width = 0;

  for (size_t c = 0; c < h->grid->width; c++) {
    struct pst_text cell = pst_sheet_cell(h->grid->sheet, row, c);
    char text[64];

    if (cell.size == 0 || !pst_heading_copy(cell, text))
      continue;
    if (pst_heading_is_number(h, c)) {
      n++;
      zeros += cell.size > 1 && cell.data[0] == '0' && cell.data[1] != '.' && cell.data[1] != ',';
      width = n == 1 || cell.size == width ? cell.size : 0;
      continue;
    }
    if (!pst_heading_is_key(h, c) && (text[0] == '/' || pst_words_key(text) == PST_WORDS_CODE))
      return true;
  }
  return zeros > 1 && zeros * 2 >= n && width > 0;
}

/* `Anzahl;1000;%`: a number among units is one. */
bool pst_heading_has_unit(const struct pst_heading *h, size_t row)
{
  char text[64];

  for (size_t c = 0; c < h->grid->width; c++)
    if (pst_heading_is_number(h, c) && pst_kinds_kind(h->grid, row, c) == PST_KIND_TEXT
        && pst_heading_copy(pst_sheet_cell(h->grid->sheet, row, c), text) && pst_words_unit(text))
      return true;
  return false;
}

bool pst_heading_has_periods(const struct pst_heading *h, size_t row)
{
  size_t n = 0;

  for (size_t c = 0; c < h->grid->width; c++)
    n += pst_heading_is_number(h, c) && (pst_kinds_cell(h->grid, row, c) & PST_KIND_PERIOD);
  return n > 1;
}

/* A period over a column of texts, which no period can name. */
static bool is_stray_period(const struct pst_heading *h, size_t row, size_t column)
{
  return pst_heading_is_key(h, column) && !h->types[column].periodic
         && h->types[column].numbers == 0
         && (pst_kinds_cell(h->grid, row, column) & PST_KIND_PERIOD);
}

/* `2001 to 2012`, `thousands` and other words in one row: what a title is made of, when commas part it. */
bool pst_heading_is_mixed(const struct pst_heading *h, size_t row)
{
  size_t odd = 0, names = 0, periods = 0;
  bool stray = false;

  /* A title begins at the left. */
  if (pst_kinds_kind(h->grid, row, 0) == PST_KIND_EMPTY)
    return false;
  for (size_t c = 0; c < h->grid->width; c++) {
    unsigned char kind = pst_kinds_cell(h->grid, row, c);
    struct pst_text cell = pst_sheet_cell(h->grid->sheet, row, c);
    char text[64];

    if (is_stray_period(h, row, c))
      stray = true;
    if (!pst_heading_is_number(h, c) || cell.size == 0)
      continue;
    periods += (kind & PST_KIND_PERIOD) != 0;
    if ((kind & (PST_KIND_PERIOD | PST_KIND_AMOUNT))
        || (pst_heading_copy(cell, text) && pst_words_unit(text)))
      odd++;
    else
      names++;
  }
  return (stray && periods == 0) || (odd > 0 && names > 0);
}

static bool are_digits(const char *text, size_t n)
{
  for (size_t i = 0; i < n; i++)
    if (!isdigit((unsigned char)text[i]))
      return false;
  return true;
}

/* `2001 to 2012`, `2001 - 2012`: years at both ends, and some more between them. */
static bool is_span(struct pst_text cell)
{
  return cell.size > 8 && cell.size < 20 && are_digits(cell.data, 4)
         && are_digits(cell.data + cell.size - 4, 4) && !isdigit((unsigned char)cell.data[4]);
}

/* `Grants by region: 2001 to 2012`, `Grants (2001-2012)`: a span ends it. */
static bool ends_in_span(struct pst_text cell)
{
  const char *open =
      cell.size < 12 || cell.data[cell.size - 1] != ')' ? NULL : memrchr(cell.data, '(', cell.size);

  if (open != NULL)
    return is_span((struct pst_text){open + 1, (size_t)(cell.data + cell.size - 1 - (open + 1))});
  for (size_t at = cell.size; at-- > 8;)
    if (cell.data[at] == ' ' && (cell.data[at - 1] == ':' || cell.data[at - 1] == ','))
      return is_span((struct pst_text){cell.data + at + 1, cell.size - at - 1});
  return false;
}

/* `Statistical yearbook 2012`: three words, of which the last is a year. */
static bool ends_in_year(struct pst_text cell)
{
  size_t at = cell.size < 4 ? 0 : cell.size - 4;

  return at > 0 && cell.data[at - 1] == ' ' && are_digits(cell.data + at, 4)
         && (memcmp(cell.data + at, "19", 2) == 0 || memcmp(cell.data + at, "20", 2) == 0)
         && pst_frame_words(cell) > 2;
}

/* `[Number`, `thousands]`: brackets that a delimiter parts. */
static bool parts_brackets(const struct pst_kinds *grid, size_t row)
{
  bool open = false;

  for (size_t c = 0; c < grid->width; c++) {
    struct pst_text cell = pst_sheet_cell(grid->sheet, row, c);
    int depth = 0;

    for (size_t i = 0; i < cell.size; i++) {
      depth += cell.data[i] == '(' || cell.data[i] == '[';
      depth -= cell.data[i] == ')' || cell.data[i] == ']';
    }
    if (open && depth < 0)
      return true;
    open = open || depth > 0;
  }
  return false;
}

/* `Grants by region`, `2001-2012`, `Million EUR`: words, one span of time, and nothing but units behind it; or brackets
   that are parted. */
bool pst_score_is_parted_title(const struct pst_kinds *grid, size_t row)
{
  struct pst_text first = pst_sheet_cell(grid->sheet, row, 0);
  size_t spans = ends_in_span(first) || ends_in_year(first), units = 0;
  bool words = first.size > 0 && memchr(first.data, ' ', first.size) != NULL;

  if (pst_kinds_kind(grid, row, 0) != PST_KIND_TEXT)
    return false;
  if (parts_brackets(grid, row))
    return true;
  for (size_t c = 1; c < grid->width; c++) {
    struct pst_text cell = pst_sheet_cell(grid->sheet, row, c);
    char text[64];

    if (cell.size == 0)
      continue;
    if ((pst_kinds_cell(grid, row, c) & PST_KIND_PERIOD) || is_span(cell)) {
      spans++;
      words = words || cell.size > 4;
    } else if (pst_heading_copy(cell, text) && pst_words_unit(text)) {
      units++;
    } else if (spans > 0) {
      return false;
    }
  }
  return words && spans == 1 && units > 0;
}

/* `Country,10,25,50,75,90`: one row, a word that names records and no record, and numbers that rise behind it, as of
   percentiles or months. */
bool pst_heading_names_numbers(const struct pst_heading *h, size_t row)
{
  char name[64];
  long last = -1;
  size_t n = 0;

  if (row != h->header || h->body != row + 1
      || !pst_heading_copy(pst_sheet_cell(h->grid->sheet, row, 0), name)
      || (!pst_words_dimension(name) && !pst_words_time_alone(name)))
    return false;
  for (size_t c = 1; c < h->grid->width; c++) {
    struct pst_text cell = pst_sheet_cell(h->grid->sheet, row, c);
    long here = 0;

    if (cell.size == 0 || cell.size > 4 || !are_digits(cell.data, cell.size))
      return false;
    for (size_t i = 0; i < cell.size; i++)
      here = here * 10 + (cell.data[i] - '0');
    if (here <= last)
      return false;
    last = here;
    n++;
  }
  return n > 2;
}

/* A key has the same name in ROW as in the row above, as where a cell over both was taken apart. */
static bool says_key_again(const struct pst_heading *h, size_t row)
{
  for (size_t c = 0; c < h->grid->width && row > h->header; c++) {
    struct pst_text cell = pst_sheet_cell(h->grid->sheet, row, c);

    if (cell.size > 0 && pst_heading_is_key(h, c)
        && pst_text_equal(cell, pst_sheet_cell(h->grid->sheet, row - 1, c)))
      return true;
  }
  return false;
}

/* A name in the first cell and letters such as `s` alone over numbers: a record of which some are suppressed. */
static bool holds_letters(const struct pst_heading *h, size_t row)
{
  if (row == h->header || pst_kinds_kind(h->grid, row, 0) == PST_KIND_EMPTY)
    return false;
  for (size_t c = 1; c < h->grid->width; c++) {
    struct pst_text cell = pst_sheet_cell(h->grid->sheet, row, c);

    if (pst_heading_is_number(h, c) && cell.size > 0
        && (cell.size > 1 || strchr("cdsuwz", cell.data[0]) == NULL))
      return false;
  }
  return true;
}

static bool is_called_value(struct pst_text cell)
{
  char text[64];

  return pst_heading_copy(cell, text) && pst_words_value(text);
}

/* The lowest row has one text over all number columns, two and more: what stands for a number, and is no word
   for a value.  Letters for what is suppressed may stand over some. */
bool pst_heading_says_one_thing(const struct pst_heading *h, size_t lowest)
{
  bool letters = holds_letters(h, lowest);
  struct pst_text first = {.size = 0};
  size_t n = 0;

  if (says_key_again(h, lowest))
    return false;
  if (lowest == h->header || pst_heading_is_units(h, lowest) || pst_heading_has_periods(h, lowest))
    return false;
  for (size_t c = 0; c < h->grid->width; c++) {
    struct pst_text cell = pst_sheet_cell(h->grid->sheet, lowest, c);

    if (!pst_heading_is_number(h, c) || (letters && (cell.size == 0 || c == 0)))
      continue;
    if (cell.size == 0 || (n > 0 && !pst_text_equal(cell, first)))
      return false;
    first = cell;
    n++;
  }
  return n > 1 && !is_called_value(first);
}

/* `Births,,` above numbers that look like years, and more beside them: a label of several columns, which names no key. */
bool pst_heading_is_spanned(const struct pst_heading *h, size_t column)
{
  if (column == 0 || column + 1 >= h->grid->width || !h->types[column].numeric)
    return false;
  for (size_t r = h->header; r + 1 < h->body; r++) {
    struct pst_text here = pst_sheet_cell(h->grid->sheet, r, column),
                    next = pst_sheet_cell(h->grid->sheet, r, column + 1);

    if (here.size > 0 && pst_heading_is_number(h, column + 1)
        && (next.size == 0 || pst_text_equal(here, next)))
      return true;
  }
  return false;
}

/* The top row stands above too, cell for cell: where a header is repeated, the first is the header. */
bool pst_heading_stands_above(const struct pst_heading *h)
{
  const struct pst_sheet *sheet = h->grid->sheet;

  if (h->header >= h->body || pst_sheet_filled(sheet, h->header) < 2)
    return false;
  for (size_t r = 0; r < h->header; r++) {
    bool same = sheet->rows[r].n == sheet->rows[h->header].n;

    for (size_t c = 0; c < sheet->rows[r].n && same; c++)
      same = pst_text_equal(pst_sheet_cell(sheet, r, c), pst_sheet_cell(sheet, h->header, c));
    if (same)
      return true;
  }
  return false;
}

/* `country,code,,,` below `sex,,Men,Men` and `year,,2019,2020`, as pandas writes keys below the names of its header
   rows: all keys are named, the first row by row, the others not at all, and no number stands there. */
bool pst_heading_names_keys(const struct pst_heading *h, size_t row)
{
  size_t above = 0, keys = 0;

  for (size_t r = h->header; r < row; r++) {
    if (pst_sheet_filled(h->grid->sheet, r) == 0)
      continue;
    if (pst_kinds_kind(h->grid, r, 0) != PST_KIND_TEXT)
      return false;
    above++;
  }
  for (size_t c = 0; c < h->grid->width && above > 1; c++) {
    bool filled = pst_kinds_kind(h->grid, row, c) == PST_KIND_TEXT;

    if (filled != pst_heading_is_key(h, c))
      return false;
    for (size_t r = h->header; r < row && c > 0 && filled; r++)
      if (pst_kinds_kind(h->grid, r, c) != PST_KIND_EMPTY)
        return false;
    keys += filled;
  }
  return keys > 1;
}
