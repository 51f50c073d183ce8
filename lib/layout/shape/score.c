/* score.c -- what a reading of a sheet costs, row by row. */
#include "layout/shape/score.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "layout/frame.h"
#include "printed/words.h"

/* Of a record: */
#define TEXT_FOR_NUMBER 1.0  /* a text in a column of numbers; the same again costs nothing */
#define TEXTS_MOST 2.5       /* where no cell of the row is a number */
#define TEXTS_MOST_MIXED 1.6 /* where another cell is */
#define TOKEN_AGAIN 0.3      /* a text that occurs again in its column */
#define NO_PERIOD 1.5        /* a text in a column of periods */
#define NUMBER_FOR_TEXT 0.3  /* a number in a column of texts */
#define NAMELESS 1.0         /* no key, though records have one */
#define NARROW 1.2           /* fewer cells than the table has columns */
#define NARROW_NOTE 0.1      /* a note, or a heading */
#define YEARS_IN_ORDER 3.0   /* years that rise or fall over columns of other numbers */
#define COUNTS_COLUMNS 1.6   /* 1, 2, 3 ... over all columns */
/* Of a title: */
#define TITLE_CELLS 0.3  /* more than one cell */
#define TITLE_NAMES 1.2  /* times the share of the number columns that it names */
#define TITLE_OVER 0.9   /* one cell, which stands over a number column */
#define TITLE_NUMBER 1.5 /* a number that is no year: it would be lost */
#define TITLE_NARROW 0.1 /* more than one cell, fewer than the table has columns */

static bool is_parenthesised(const struct pst_kinds *grid, size_t row, size_t column)
{
  return (pst_kinds_cell(grid, row, column) & PST_KIND_SPARE) != 0;
}

/* A year, or a range of years. */
static bool begins_with_year(const struct pst_kinds *grid, size_t row, size_t column)
{
  unsigned char bits = pst_kinds_cell(grid, row, column);
  struct pst_text cell = pst_sheet_cell(grid->sheet, row, column);

  if (!(bits & PST_KIND_PERIOD) || cell.size < 4)
    return false;
  for (size_t i = 0; i < 4; i++)
    if (cell.data[i] < '0' || cell.data[i] > '9')
      return false;
  return (bits & PST_KIND_YEAR) || (bits & PST_KIND_BITS) == PST_KIND_TEXT;
}

enum { FEW = 10 };

/* More than two numbers in five, of few more than a half, could be years: that some of a row rise is chance. */
static bool is_like_years(const struct pst_type *type)
{
  return type->years * (type->numbers < FEW ? 4 : 5) > type->numbers * 2;
}

/* A word over numbers without a point: what the codes of the first columns are called. */
static bool is_name_of_codes(const struct pst_kinds *grid, const struct pst_type *types, size_t row,
                             size_t column)
{
  struct pst_text cell = pst_sheet_cell(grid->sheet, row, column);

  return pst_kinds_kind(grid, row, column) == PST_KIND_TEXT && cell.size > 2
         && !(pst_kinds_cell(grid, row, column) & (PST_KIND_SIGN | PST_KIND_AMOUNT))
         && types[column].numbers > 0 && isalpha((unsigned char)cell.data[0]);
}

bool pst_score_years_in_order(const struct pst_kinds *grid, const struct pst_type *types,
                              size_t row)
{
  struct pst_text last = {.size = 0};
  size_t n = 0, like_years = 0;
  int direction = 0;

  for (size_t c = 0; c < grid->width; c++) {
    struct pst_text cell;
    int step;

    /* A year, or a day, beside them in a column of such: the numbers of that time. */
    if (types[c].periodic && (pst_kinds_cell(grid, row, c) & PST_KIND_PERIOD))
      return false;
    if (!types[c].numeric || types[c].periodic || pst_kinds_kind(grid, row, c) == PST_KIND_EMPTY)
      continue;
    /* `FIPS` over codes, left of the years. */
    if (n == 0 && is_name_of_codes(grid, types, row, c))
      continue;
    if (!begins_with_year(grid, row, c))
      return false;
    like_years += is_like_years(&types[c]);
    cell = pst_sheet_cell(grid->sheet, row, c);
    if (n++ > 0) {
      for (step = 0; step < 4 && cell.data[step] == last.data[step];)
        step++;
      step = step == 4 ? 0 : cell.data[step] > last.data[step] ? 1 : -1;
      if (step == 0 || (direction != 0 && step != direction))
        return false;
      direction = step;
    }
    last = cell;
  }
  /* Where the numbers below could all be years, the order of some is chance. */
  return n > 1 && like_years < n;
}

/* The number that CELL is, with brackets perhaps; -1 for none. */
static int small_number(struct pst_text cell)
{
  int n = 0;

  if (cell.size > 2 && (cell.data[0] == '(' || cell.data[0] == '['))
    cell = (struct pst_text){.data = cell.data + 1, .size = cell.size - 2};
  for (size_t i = 0; i < cell.size; i++) {
    if (cell.data[i] < '0' || cell.data[i] > '9' || n > 9999)
      return -1;
    n = n * 10 + (cell.data[i] - '0');
  }
  return cell.size > 0 ? n : -1;
}

enum {
  COUNTED = 8,
  BELOW = 20
}; /* columns that no record counts by chance; rows that are looked at */

/* `1|2` over names, or over years: no other number is in the first column. */
static bool counts_alone(const struct pst_kinds *grid, size_t row)
{
  for (size_t r = row + 1; r < grid->sheet->n_rows && r < row + BELOW; r++)
    if (pst_kinds_kind(grid, r, 0) == PST_KIND_NUMBER
        && !(pst_kinds_cell(grid, r, 0) & PST_KIND_YEAR))
      return false;
  return true;
}

/* Two rows stand below ROW, and a name that is no total, or a year, begins each. */
static bool names_follow(const struct pst_kinds *grid, size_t row)
{
  if (row + 2 >= grid->sheet->n_rows)
    return false;
  for (size_t r = row + 1; r < row + 3; r++)
    if (!(pst_kinds_cell(grid, r, 0) & PST_KIND_YEAR)
        && (pst_kinds_kind(grid, r, 0) != PST_KIND_TEXT
            || pst_frame_says_total(pst_sheet_cell(grid->sheet, r, 0))))
      return false;
  return true;
}

/* The first cell of ROW as a number, or that with which its range begins: 10 of `10-49`; -1: neither, or 02. */
static int first_number(const struct pst_kinds *grid, size_t row)
{
  struct pst_text cell = pst_sheet_cell(grid->sheet, row, 0);
  const char *dash = memchr(cell.data, '-', cell.size);

  if (dash != NULL)
    cell.size = (size_t)(dash - cell.data);
  return cell.size > 1 && cell.data[0] == '0' ? -1 : small_number(cell);
}

/* The first cells of the next two rows count on from that of ROW: these are counted, not the columns. */
static bool goes_on_below(const struct pst_kinds *grid, size_t row)
{
  int here = first_number(grid, row);

  for (int i = 1; i < 3 && row + (size_t)i < grid->sheet->n_rows; i++)
    if (here < 0 || first_number(grid, row + (size_t)i) != here + i)
      return false;
  return row + 1 < grid->sheet->n_rows;
}

/* `,(A),(B),(C)`, `,[A],[B]`: the letters of pollsters' columns, from A on. */
static bool letters_columns(const struct pst_kinds *grid, size_t row)
{
  char next = 'A';

  for (size_t c = 0; c < grid->width; c++) {
    struct pst_text cell = pst_sheet_cell(grid->sheet, row, c);

    if (cell.size == 0 && next == 'A')
      continue;
    if (cell.size != 3 || cell.data[1] != next || (cell.data[0] != '(' && cell.data[0] != '['))
      return false;
    next++;
  }
  return next > 'B';
}

bool pst_score_counts_columns(const struct pst_kinds *grid, size_t row)
{
  int last = 0, first = -1;
  size_t n = 0;

  if (letters_columns(grid, row))
    return true;
  for (size_t c = 0; c < grid->width; c++) {
    struct pst_text cell = pst_sheet_cell(grid->sheet, row, c);
    int here = small_number(cell);
    bool bare = cell.size > 0 && cell.data[0] >= '0' && cell.data[0] <= '9';

    /* Without brackets these may be the numbers of a short table, unless they go on and on. */
    if (bare && row + 3 >= grid->sheet->n_rows && grid->width < COUNTED
        && (grid->width < 4 ? !names_follow(grid, row) : !counts_alone(grid, row)))
      return false;
    if (bare && n == 0 && (here == 0 || (c == 0 && goes_on_below(grid, row))))
      return false;
    if (cell.size == 0 && n == 0)
      continue;
    if (here < 0 || (n > 0 && here != last + 1))
      return false;
    first = n == 0 ? here : first;
    last = here;
    n++;
  }
  if (grid->width == 2)
    return n == 2 && first == 1 && counts_alone(grid, row);
  return n >= 3 && n + 2 >= grid->width && first <= 2;
}

/* Columns that are empty below are no keys. */
static bool is_empty_below(const struct pst_type *type)
{
  return type->empties > type->texts + type->numbers + type->tokens;
}

unsigned char pst_score_signs(const struct pst_type *type)
{
  return (unsigned char)(1 | type->numeric << 1 | type->periodic << 2 | is_empty_below(type) << 3
                         | is_like_years(type) << 4 | (type->numbers == 0) << 5
                         | (type->same > 1) << 6);
}

struct record_look {
  size_t numbers, texts, amounts, again, different, unlike, keys, filled_keys, columns;
  struct pst_text bracketed; /* `(%)` over a column of numbers */
  double cost;
};

static void look_numeric(const struct pst_kinds *grid, const struct pst_type *type, size_t row,
                         size_t column, struct record_look *look, struct pst_text *last)
{
  unsigned char cell = pst_kinds_cell(grid, row, column);
  int kind = cell & PST_KIND_BITS;
  struct pst_text text = pst_sheet_cell(grid->sheet, row, column);

  look->columns++;
  look->numbers += kind == PST_KIND_NUMBER || kind == PST_KIND_TOKEN;
  if (kind != PST_KIND_TEXT)
    return;
  look->texts++;
  if (cell & PST_KIND_SPARE)
    look->bracketed = text;
  look->amounts +=
      (cell & (PST_KIND_AMOUNT | PST_KIND_SPARE | PST_KIND_SIGN)) != 0 || pst_score_is_letter(text);
  look->unlike += last->size == 0 || !pst_text_equal(text, *last);
  /* Where no number is, a sign or a token is what the column holds. */
  if (cell & PST_KIND_AMOUNT)
    look->again++;
  else if ((cell & PST_KIND_SIGN) || pst_score_is_letter(text)
           || ((cell & PST_KIND_SPARE) && text.size <= 5)
           || (type->same > 1 && pst_text_equal(text, type->one)))
    look->again += type->numbers > 0;
  else if (last->size == 0 || !pst_text_equal(text, *last))
    look->different++;
  *last = text;
}

static void look_key(const struct pst_kinds *grid, const struct pst_type *type, size_t row,
                     size_t column, struct record_look *look)
{
  unsigned char cell = pst_kinds_cell(grid, row, column);
  int kind = cell & PST_KIND_BITS;

  if (is_empty_below(type))
    return;
  look->keys++;
  /* The unit over a column of years without any number is no key. */
  look->filled_keys +=
      kind != PST_KIND_EMPTY
      && (look->bracketed.size == 0
          || !pst_text_equal(look->bracketed, pst_sheet_cell(grid->sheet, row, column)));
  if (type->periodic && kind == PST_KIND_TEXT && !(cell & PST_KIND_PERIOD))
    look->cost += NO_PERIOD;
  else if (!type->periodic && kind == PST_KIND_NUMBER && type->numbers == 0)
    look->cost += NUMBER_FOR_TEXT;
}

static double texts_cost(const struct record_look *look)
{
  double cost = TEXT_FOR_NUMBER * (double)look->different + TOKEN_AGAIN * (look->again > 0);
  double most = look->numbers > 0 ? TEXTS_MOST_MIXED : TEXTS_MOST;

  /* Every number column has a name in it, and no number; two and more names, though they come again. */
  if (look->numbers == 0
      && ((look->different > 0 && look->different == look->columns)
          || (look->columns > 1 && look->amounts == 0 && look->unlike == look->columns)))
    return TEXTS_MOST;
  return cost < most ? cost : most;
}

static bool is_called_total(const struct pst_kinds *grid, size_t row)
{
  return pst_frame_says_total(pst_sheet_cell(grid->sheet, row, 0));
}

/* A number, or what stands for one. */
static bool is_amount(const struct pst_kinds *grid, size_t row, size_t column)
{
  unsigned char cell = pst_kinds_cell(grid, row, column);
  int kind = cell & PST_KIND_BITS;

  return kind == PST_KIND_TOKEN || (kind == PST_KIND_NUMBER && !(cell & PST_KIND_YEAR))
         || (kind == PST_KIND_TEXT
             && pst_score_is_letter(pst_sheet_cell(grid->sheet, row, column)));
}

/* `Total` in the first cell and a number behind it: a record that has no other key, whatever its first
   column holds. */
static bool is_total(const struct pst_kinds *grid, size_t row)
{
  if (!is_called_total(grid, row))
    return false;
  for (size_t c = 1; c < grid->width; c++)
    if (is_amount(grid, row, c))
      return true;
  return false;
}

/* `Item,1956,1957,1958`: three and more in even steps behind a name are no chance, whatever the numbers look like. */
static bool heads_even_years(const struct pst_kinds *grid, const struct pst_type *types, size_t row)
{
  if (!pst_kinds_steps_in_years(grid, row) || pst_kinds_kind(grid, row, 0) != PST_KIND_TEXT
      || (pst_kinds_cell(grid, row, 0) & PST_KIND_PERIOD))
    return false;
  for (size_t c = 1; c < grid->width; c++)
    if (types[c].numeric && pst_kinds_kind(grid, row, c) != PST_KIND_EMPTY
        && !(pst_kinds_cell(grid, row, c) & PST_KIND_YEAR))
      return false;
  return true;
}

double pst_score_record(const struct pst_kinds *grid, const struct pst_type *types, size_t row)
{
  struct record_look look = {0};
  struct pst_text last = {.size = 0};
  bool total = is_total(grid, row);

  if (pst_sheet_filled(grid->sheet, row) == 0)
    return 0;
  if (pst_sheet_filled(grid->sheet, row) == 1
      && (is_called_total(grid, row)
          || ((types[0].periodic || types[0].numeric)
              && pst_kinds_kind(grid, row, 0) == PST_KIND_TEXT)))
    return NARROW_NOTE;
  for (size_t c = total ? 1 : 0; c < grid->width; c++)
    if (types[c].numeric && !types[c].periodic)
      look_numeric(grid, &types[c], row, c, &look, &last);
  for (size_t c = total ? 1 : 0; c < grid->width; c++)
    if (!types[c].numeric || types[c].periodic)
      look_key(grid, &types[c], row, c, &look);
  look.cost += texts_cost(&look);
  if (look.keys > 0 && look.filled_keys == 0 && !total)
    look.cost += NAMELESS;
  if (grid->sheet->rows[row].n < grid->width)
    return pst_sheet_filled(grid->sheet, row) == 1 ? NARROW_NOTE : look.cost + NARROW;
  if (pst_score_years_in_order(grid, types, row) || heads_even_years(grid, types, row))
    look.cost += YEARS_IN_ORDER;
  if (pst_score_counts_columns(grid, row))
    look.cost += COUNTS_COLUMNS;
  return look.cost;
}

/* The cells of ROW are names over number columns, and nothing stands over the columns left of them. */
static bool stands_over_numbers(const struct pst_kinds *grid, const struct pst_type *types,
                                size_t row)
{
  size_t n = 0;

  for (size_t c = 0; c < grid->width; c++) {
    if (pst_kinds_kind(grid, row, c) == PST_KIND_EMPTY)
      continue;
    if (c == 0 || !types[c].numeric || types[c].periodic || is_parenthesised(grid, row, c))
      return false;
    n++;
  }
  return n > 0;
}

bool pst_score_is_pair(const struct pst_kinds *grid, size_t row)
{
  return grid->width > 2 && pst_sheet_filled(grid->sheet, row) == 2
         && pst_sheet_width(grid->sheet, row) == 2;
}

/* `Special value,:,not available` */
static bool says_token(const struct pst_kinds *grid, size_t row)
{
  return grid->width > 2 && pst_sheet_filled(grid->sheet, row) == 3
         && pst_sheet_width(grid->sheet, row) == 3
         && (pst_kinds_kind(grid, row, 1) == PST_KIND_TOKEN
             || (pst_kinds_cell(grid, row, 1) & PST_KIND_SIGN))
         && pst_kinds_kind(grid, row, 2) == PST_KIND_TEXT;
}

bool pst_score_is_about(const struct pst_kinds *grid, size_t row)
{
  struct pst_text cell = pst_sheet_cell(grid->sheet, row, 0);
  char text[32];

  if (cell.size == 0 || cell.size >= sizeof text
      || (!says_token(grid, row)
          && (pst_sheet_filled(grid->sheet, row) != 2 || pst_sheet_width(grid->sheet, row) != 2)))
    return false;
  memcpy(text, cell.data, cell.size);
  text[cell.size] = '\0';
  return pst_words_about(text);
}

/* `Region,Year,,` right above `,2018,2019`: the name of the periods. */
static bool heads_periods(const struct pst_kinds *grid, size_t row)
{
  char name[64];

  return (pst_kinds_cell(grid, row + 1, 1) & PST_KIND_PERIOD)
         && pst_heading_copy(pst_sheet_cell(grid->sheet, row, 1), name)
         && pst_words_time_alone(name);
}

/* `Census date,Population,,` right above `,Number,Percent,`, or `Area,Total,,` right above `,,Urban,Rural`: what names
   the first column there. */
static bool heads_unnamed(const struct pst_kinds *grid, const struct pst_type *types, size_t row)
{
  if (row + 1 >= grid->sheet->n_rows || pst_kinds_kind(grid, row + 1, 0) != PST_KIND_EMPTY
      || pst_score_is_about(grid, row))
    return false;
  return pst_kinds_kind(grid, row + 1, 1) == PST_KIND_TEXT || heads_periods(grid, row)
         || (types[1].numeric && pst_kinds_kind(grid, row + 1, 1) == PST_KIND_EMPTY
             && pst_kinds_kind(grid, row + 1, 2) == PST_KIND_TEXT);
}

/* `,,1970,,1971,`: years and nothing else, two and more: no title is made of these. */
static bool holds_years_alone(const struct pst_kinds *grid, size_t row)
{
  size_t n = 0;

  for (size_t c = 0; c < grid->width; c++) {
    if (pst_kinds_kind(grid, row, c) == PST_KIND_EMPTY)
      continue;
    if (!(pst_kinds_cell(grid, row, c) & PST_KIND_YEAR))
      return false;
    n++;
  }
  return n > 1;
}

double pst_score_title(const struct pst_kinds *grid, const struct pst_type *types, size_t row)
{
  size_t filled = pst_sheet_filled(grid->sheet, row), columns = 0, named = 0, numbers = 0,
         periods = 0;

  if (filled < 2)
    return stands_over_numbers(grid, types, row) ? TITLE_OVER : 0;
  if ((grid->sheet->rows[row].n < grid->width
       && (filled < 3 || !stands_over_numbers(grid, types, row)))
      || (pst_score_is_pair(grid, row) && !heads_unnamed(grid, types, row))
      || pst_score_is_about(grid, row) || pst_score_is_parted_title(grid, row))
    return TITLE_NARROW;
  for (size_t c = 0; c < grid->width; c++)
    if (types[c].numeric && !types[c].periodic) {
      columns++;
      periods += (pst_kinds_cell(grid, row, c) & PST_KIND_PERIOD) != 0;
      named += pst_kinds_kind(grid, row, c) != PST_KIND_EMPTY && !is_parenthesised(grid, row, c);
      numbers += pst_kinds_kind(grid, row, c) == PST_KIND_NUMBER && !is_parenthesised(grid, row, c)
                 && !(pst_kinds_cell(grid, row, c) & PST_KIND_PERIOD);
    }
  /* Years over the columns are as much a record as a header, dates are a header; a title they are least of all. */
  if (pst_score_years_in_order(grid, types, row) || (columns > 1 && periods == columns)
      || holds_years_alone(grid, row))
    return TITLE_NAMES + YEARS_IN_ORDER;
  return TITLE_CELLS + (columns == 0 ? 0 : TITLE_NAMES * (double)named / (double)columns)
         + TITLE_NUMBER * (numbers > 0) + TITLE_OVER * stands_over_numbers(grid, types, row);
}
