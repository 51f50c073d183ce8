/* kinds.c -- what each cell of a sheet is by itself, found once. */
#include "layout/shape/kinds.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/hash.h"
#include "printed/when/when.h"

/* Texts that cells had, by their hash: names of places and years come again and again. */
enum { SEEN = 256 };

struct seen {
  struct pst_text text;
  unsigned char kind;
};

enum {
  LENIENT = PST_WHEN_SEASONS | PST_WHEN_SPANS | PST_WHEN_SHORT_MONTHS | PST_WHEN_DAY_FIRST
            | PST_WHEN_ROMAN_QUARTERS
};

static bool is_bare(struct pst_text text)
{
  for (size_t i = 0; i < text.size; i++)
    if (!isdigit((unsigned char)text.data[i]))
      return false;
  return text.size > 0;
}

/* A period that is no bare number, or a year of the calendar. */
static unsigned char period_bits(struct pst_text cell)
{
  char when[PST_WHEN_SIZE];
  bool bare = is_bare(cell);

  if (cell.size < 4 || cell.size > 60 || (bare && cell.size != 4))
    return 0;
  if (!pst_when_read(cell, LENIENT, when, NULL)
      && !pst_when_read(cell, PST_WHEN_MONTH_FIRST, when, NULL))
    return 0;
  if (strlen(when) != 4)
    return PST_KIND_PERIOD;
  return strcmp(when, "1800") >= 0 && strcmp(when, "2100") <= 0 ? PST_KIND_PERIOD | PST_KIND_YEAR
                                                                : 0;
}

/* `5.67 billion`, `12 kg`, `780 F`, `0 0`: a number and what is measured, or a flag. */
static bool is_amount(struct pst_text cell)
{
  static const char *const words[] = {"billion",  "billions", "million", "millions", "thousand",
                                      "trillion", "bn",       "mn",      "mio",      "mrd",
                                      "tsd",      "percent",  "pct",     "points",   "kg",
                                      "km",       "tonnes",   "persons", "p.p.",     "mill"};
  const char *at = cell.data, *end = cell.data + cell.size;
  size_t rest;
  bool blank;

  while (at < end && (isdigit((unsigned char)*at) || strchr(".,-+ ", *at) != NULL))
    at++;
  while (at > cell.data && at[-1] == ' ')
    at--;
  rest = (size_t)(end - at);
  if (at == cell.data || !isdigit((unsigned char)at[-1]) || rest == 0)
    return false;
  blank = *at == ' ';
  at += blank;
  rest -= blank;
  if (rest <= 2 && blank)
    return isalnum((unsigned char)at[0]) && isalnum((unsigned char)at[rest - 1]);
  if (end[-1] == '.')
    rest--;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (strlen(words[i]) == rest && strncasecmp(words[i], at, rest) == 0)
      return true;
  return false;
}

/* `42.7-`: a minus behind its number, as ledgers print it: it is not read, but names nothing either. */
static bool is_ledger(struct pst_text cell, const struct pst_value_rules *rules)
{
  struct pst_value value;

  if (cell.size < 2 || cell.data[cell.size - 1] != '-'
      || !isdigit((unsigned char)cell.data[cell.size - 2]))
    return false;
  pst_value_part((struct pst_text){.data = cell.data, .size = cell.size - 1}, rules, &value);
  return value.kind == PST_VALUE_NUMBER;
}

/* `$11 %`: two units at once are not read, but name nothing either. */
static bool has_two_units(struct pst_text cell, const struct pst_value_rules *rules)
{
  struct pst_value value;

  if (cell.size < 3 || cell.data[cell.size - 1] != '%')
    return false;
  pst_value_part(pst_text_trim((struct pst_text){.data = cell.data, .size = cell.size - 1}), rules,
                 &value);
  return value.kind == PST_VALUE_NUMBER && value.unit[0] != '\0';
}

static bool in_parentheses(struct pst_text cell)
{
  return cell.size > 2 && cell.data[0] == '(' && cell.data[cell.size - 1] == ')';
}

/* `[c]`, `[low]`: what the statistical services of the United Kingdom write for a number that is not given. */
static bool is_shorthand(struct pst_text cell)
{
  static const char *const words[] = {"[c]", "[x]", "[z]", "[u]", "[w]", "[low]", "[er]"};

  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (strlen(words[i]) == cell.size && strncasecmp(words[i], cell.data, cell.size) == 0)
      return true;
  return false;
}

/* `*`, `#`, `(S)`: no letter and no digit, or capitals in brackets; a currency or % is a unit. */
static bool is_sign(struct pst_text cell)
{
  bool bracketed = in_parentheses(cell);

  if (is_shorthand(cell))
    return true;

  for (size_t i = 0; i < cell.size; i++) {
    unsigned char c = (unsigned char)cell.data[i];

    if (isdigit(c) || c >= 0x80 || strchr("%$_", c) != NULL
        || (isalpha(c) && !(bracketed && isupper(c))))
      return false;
  }
  return cell.size > 0 && cell.size <= 6;
}

/* `2019 USD`: an amount, or the name of a column. */
static bool is_year_with_unit(const struct pst_value *value)
{
  return value->kind == PST_VALUE_NUMBER && value->unit[0] != '\0' && value->unit[0] != '%'
         && value->digits.size == 4 && is_bare(value->digits)
         && memcmp(value->digits.data, "1900", 4) >= 0 && memcmp(value->digits.data, "2100", 4) <= 0
         && !value->negative;
}

static unsigned char look(struct pst_text cell, const struct pst_value_rules *rules)
{
  struct pst_value value;
  unsigned char bits = in_parentheses(cell) ? PST_KIND_SPARE : 0;

  if (cell.size == 0)
    return PST_KIND_EMPTY;
  pst_value_part(cell, rules, &value);
  if (value.kind == PST_VALUE_MISSING)
    return bits | PST_KIND_TOKEN;
  bits |= period_bits(cell);
  if (is_year_with_unit(&value))
    return bits | PST_KIND_NUMBER | PST_KIND_PERIOD | PST_KIND_PRICED;
  if (value.kind == PST_VALUE_NUMBER || is_ledger(cell, rules))
    return bits | PST_KIND_NUMBER;
  /* `1994 Q1` is one time, and no number of a unit. */
  if ((bits & PST_KIND_PERIOD) && !(bits & PST_KIND_YEAR))
    return bits | PST_KIND_TEXT;
  if (is_amount(cell) || has_two_units(cell, rules))
    bits |= PST_KIND_AMOUNT;
  else if (is_sign(cell))
    bits |= PST_KIND_SIGN;
  return bits | PST_KIND_TEXT;
}

/* The kind of CELL, which a cell with the same text may have had before. */
static unsigned char look_again(struct pst_text cell, const struct pst_value_rules *rules,
                                struct seen *seen)
{
  struct seen *place = &seen[pst_hash_text(cell) % SEEN];

  if (place->text.data == NULL || !pst_text_equal(place->text, cell))
    *place = (struct seen){.text = cell, .kind = look(cell, rules)};
  return place->kind;
}

/* The year that CELL is, a text of four digits, as its kind has it. */
static int year_of(const char *digits)
{
  int year = 0;

  for (int i = 0; i < 4; i++)
    year = 10 * year + (digits[i] - '0');
  return year;
}

/* 1994, 1995, 1996; below two names perhaps once more: 1994, 1995, 1996. */
static bool steps_in_years(const struct pst_kinds *grid, size_t row)
{
  int first = 0, last = 0, step = 0;
  size_t n = 0;

  for (size_t c = 0; c < grid->width; c++) {
    struct pst_text cell;
    int year;

    if (!(pst_kinds_cell(grid, row, c) & PST_KIND_YEAR))
      continue;
    cell = pst_sheet_cell(grid->sheet, row, c);
    if (cell.size != 4 || !is_bare(cell))
      continue;
    year = year_of(cell.data);
    if (n > 2 && year == first) {
      last = year;
      continue;
    }
    if (n > 0 && (year == last || (n > 1 && year - last != step)))
      return false;
    first = n == 0 ? year : first;
    step = year - last;
    last = year;
    n++;
  }
  return n > 2;
}

/* 2019.0, 2019.01 */
static bool is_dotted(struct pst_text cell)
{
  return cell.size >= 6 && cell.size <= 7 && cell.data[4] == '.';
}

/* 2020-01 behind 2019-12; quarters as their last months: 2020-03 behind it. */
static bool is_next_month(const char *last, const char *next)
{
  long step = (atol(next) - atol(last)) * 12 + atol(next + 5) - atol(last + 5);

  return strlen(last) == 7 && (step == 1 || step == 3);
}

/* Row ROW names columns by `2019.0`, `2020.0` (years of data frames), `2019.01` or `2019.1` to `2019.4`, 201911 and
   201912, or 201920 and 202021: two and more, each behind the one before, beside texts alone. */
static bool names_dotted(const struct pst_kinds *grid, size_t row)
{
  struct pst_when_seasons seen = {.seasons = 0};
  char when[PST_WHEN_SIZE], last[PST_WHEN_SIZE] = "";
  size_t n = 0;
  unsigned rules;

  for (size_t c = 0; c < grid->width && c < grid->sheet->rows[row].n; c++)
    pst_when_see(&seen, pst_sheet_cell(grid->sheet, row, c));
  rules = pst_when_decide(&seen) | PST_WHEN_COMPACT;
  for (size_t c = 0; c < grid->width && c < grid->sheet->rows[row].n; c++) {
    struct pst_text cell = pst_sheet_cell(grid->sheet, row, c);

    if (pst_kinds_kind(grid, row, c) != PST_KIND_NUMBER)
      continue;
    if (!(is_dotted(cell) ? (rules & PST_WHEN_DOTS) != 0 : cell.size == 6)
        || !pst_when_read(cell, rules, when, NULL) || strcmp(when, "1800") < 0
        || strcmp(when, "2100") > 0 || strcmp(last, when) >= 0
        || (n > 0 && !is_dotted(cell) && strlen(when) == 7 && !is_next_month(last, when)))
      return false;
    memcpy(last, when, sizeof last);
    n++;
  }
  return n > 1;
}

/* Row ROW is not there, or has a cell such as 2019.0 itself. */
static bool holds_dotted(const struct pst_kinds *grid, size_t row)
{
  for (size_t c = 0; row < grid->sheet->n_rows && c < grid->width; c++) {
    struct pst_text cell = pst_sheet_cell(grid->sheet, row, c);
    char when[PST_WHEN_SIZE];

    if (cell.size > 5 && cell.data[4] == '.' && pst_when_read(cell, PST_WHEN_DOTS, when, NULL)
        && strcmp(when, "1800") >= 0 && strcmp(when, "2100") <= 0)
      return true;
  }
  return row >= grid->sheet->n_rows;
}

/* Such a row above all numbers that are none. */
static void mark_dotted(struct pst_kinds *grid)
{
  enum { ROWS = 12 };

  for (size_t r = 0; r < grid->sheet->n_rows && r < ROWS; r++) {
    bool named = names_dotted(grid, r), numbers = false;

    if (named && holds_dotted(grid, r + 1))
      return; /* the first of such records, without a header */
    for (size_t c = 0; c < grid->width; c++) {
      unsigned char *cell = &grid->cells[r * grid->width + c];
      bool number = (*cell & PST_KIND_BITS) == PST_KIND_NUMBER;

      numbers = numbers || (number && !(*cell & PST_KIND_PERIOD));
      if (named && number)
        *cell = PST_KIND_NUMBER | PST_KIND_PERIOD | PST_KIND_YEAR;
    }
    if (named || numbers)
      return;
  }
}

unsigned pst_kinds_rules(const struct pst_kinds *grid, size_t row)
{
  for (size_t c = 0; c < grid->width; c++)
    if (pst_kinds_kind(grid, row, c) == PST_KIND_NUMBER
        && (pst_kinds_cell(grid, row, c) & PST_KIND_PERIOD)
        && pst_sheet_cell(grid->sheet, row, c).size == 6)
      return PST_WHEN_COMPACT;
  return PST_WHEN_DEFAULT;
}

bool pst_kinds_make(const struct pst_sheet *sheet, const struct pst_value_rules *rules,
                    size_t width, struct pst_arena *arena, struct pst_kinds *grid)
{
  struct seen seen[SEEN] = {{.kind = PST_KIND_EMPTY}};

  *grid = (struct pst_kinds){.sheet = sheet, .width = width};
  grid->cells = pst_arena_array(arena, sheet->n_rows + 1, width + 1);
  grid->steps = pst_arena_array(arena, sheet->n_rows + 1, sizeof *grid->steps);
  if (grid->cells == NULL || grid->steps == NULL)
    return false;
  for (size_t r = 0; r < sheet->n_rows; r++) {
    for (size_t c = 0; c < width && c < sheet->rows[r].n; c++)
      grid->cells[r * width + c] = look_again(pst_sheet_cell(sheet, r, c), rules, seen);
    grid->steps[r] = steps_in_years(grid, r);
  }
  mark_dotted(grid);
  return true;
}

bool pst_kinds_is_full(const struct pst_kinds *grid, size_t row)
{
  size_t filled = pst_sheet_filled(grid->sheet, row);

  return grid->sheet->rows[row].n >= grid->width && filled >= (grid->width < 2 ? 1U : 2U);
}
