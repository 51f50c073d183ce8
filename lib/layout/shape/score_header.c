/* score_header.c -- what rows cost as the header: a header's cells name the columns below it, each
   by another name, once. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "layout/shape/score.h"
#include "printed/words.h"

#define ROW 0.15    /* each row: few are better */
#define UNNAMED 0.8 /* a number column without a name */
#define UNNAMED_MOST 3.2
#define SAME_NAME 0.8 /* two number columns of one name */
#define SAME_NAME_MOST 4.0
#define NUMBER_AS_NAME 1.2     /* a number that is no year */
#define NUMBER_BELOW_NAMES 1.8 /* and the rows above it name all columns */
#define AMOUNT_AS_NAME 0.5     /* `780 F` */
#define NUMBERS_MOST 3.6
#define TOKEN_AS_NAME 0.6 /* a token for a missing number */
#define TOKENS_MOST 2.0
#define PERIOD_AS_NAME 2.0 /* a period over a column of periods */
#define KEY_UNNAMED 0.15   /* a key without a name */
#define TWICE 1.6          /* a key is named again, though all columns are named */
#define TWICE_MOST 4.8
#define NAMES_KEYS                                                                                 \
  PST_SCORE_HEADER_LESS   /* less, for a row that names keys which nothing else names */
#define GAP 0.9           /* a blank row between header rows */
#define GAP_NEEDLESS 3.0  /* below which all columns are named */
#define ALL_THE_SAME 1.6  /* the lowest row says one thing of all columns, which is no unit */
#define MIXED_NAMES 1.1   /* names, units and periods side by side, above a row that names all */
#define TITLE_PARTED 2.0  /* a title that its commas part, above such a row */
#define NARROW_ROW 1.0    /* fewer cells than the table has columns */
#define NARROW_LOWEST 2.4 /* below a row that has them all: a record that lost a delimiter */
#define TWICE_OVER_PERIODS 2.4 /* and the lowest row has the periods */
#define YEARS_AGAIN 3.0        /* years in one more row */
#define ALONE 0.8              /* one cell, at the left: a title */
#define STANDS_ABOVE 6.0       /* the same row stands above as well: that one is the header */

/* The label of COLUMN in ROW; in all rows but the lowest that has any it spans the empty cells. */
static struct pst_text label(const struct pst_heading *h, size_t row, size_t lowest, size_t column)
{
  struct pst_text cell = pst_sheet_cell(h->grid->sheet, row, column);

  while (cell.size == 0 && row < lowest && column > 0 && !pst_heading_is_key(h, column - 1))
    cell = pst_sheet_cell(h->grid->sheet, row, --column);
  return cell;
}

static size_t lowest_with_labels(const struct pst_heading *h)
{
  for (size_t r = h->body; r-- > h->header;) {
    if (pst_sheet_filled(h->grid->sheet, r) == 0 || pst_score_counts_columns(h->grid, r))
      continue;
    for (size_t c = 0; c < h->grid->width; c++)
      if (pst_heading_is_number(h, c) && pst_kinds_kind(h->grid, r, c) != PST_KIND_EMPTY)
        return r;
  }
  return h->header;
}

static int compare_hashes(const void *a, const void *b)
{
  unsigned long long x = *(const unsigned long long *)a, y = *(const unsigned long long *)b;

  return x < y ? -1 : x > y;
}

/* Number columns without a name, and those whose name another has, when rows [FIRST, BODY) name
   them. */
static void count_names(const struct pst_heading *h, size_t first, unsigned long long *hashes,
                        size_t *unnamed, size_t *same)
{
  size_t n = 0, lowest = lowest_with_labels(h);

  *unnamed = *same = 0;
  for (size_t c = 0; c < h->grid->width; c++) {
    unsigned long long hash = 1469598103934665603ULL;
    bool any = false;

    if (!pst_heading_is_number(h, c))
      continue;
    for (size_t r = first; r < h->body; r++) {
      struct pst_text cell = label(h, r, lowest, c);

      any = any || cell.size > 0;
      hash = pst_hash_join(hash, pst_hash_text(cell));
    }
    if (any)
      hashes[n++] = hash;
    *unnamed += !any && c > 0; /* the first may count the rows */
  }
  qsort(hashes, n, sizeof *hashes, compare_hashes);
  for (size_t i = 1; i < n; i++)
    *same += hashes[i] == hashes[i - 1];
}

static double least(double cost, double most)
{
  return cost < most ? cost : most;
}

/* The rows above ROW name every column of numbers, each by another name. */
static bool is_named_above(const struct pst_heading *h, size_t row, unsigned long long *hashes)
{
  struct pst_heading above = *h;
  size_t unnamed, same;

  if (row == h->header)
    return false;
  above.body = row;
  count_names(&above, h->header, hashes, &unnamed, &same);
  return unnamed + same == 0;
}

/* Cells that cannot be names; numbers least where all columns have one. */
static double cells_cost(const struct pst_heading *h, unsigned long long *hashes)
{
  double numbers = 0, tokens = 0, periods = 0, amounts = 0, needless = 0;

  for (size_t r = h->header; r < h->body; r++) {
    bool units = pst_heading_is_units(h, r) || pst_heading_is_codes(h, r)
                 || pst_score_counts_columns(h->grid, r) || pst_heading_names_numbers(h, r),
         years = pst_kinds_steps_in_years(h->grid, r), across = pst_heading_has_periods(h, r);
    double before = numbers;

    for (size_t c = 0; c < h->grid->width; c++) {
      unsigned char cell = pst_kinds_cell(h->grid, r, c);
      int kind = cell & PST_KIND_BITS;

      /* Nor does a number name a column that holds nothing; `(1,000)` may be its unit. */
      numbers += kind == PST_KIND_NUMBER && !(cell & PST_KIND_PERIOD) && !units
                 && (pst_heading_is_number(h, c)
                     || (h->types[c].numbers + h->types[c].texts == 0 && !(cell & PST_KIND_SPARE)));
      if (pst_heading_is_number(h, c)) {
        amounts += (cell & PST_KIND_AMOUNT) != 0 && !units;
        tokens += (kind == PST_KIND_TOKEN || (cell & PST_KIND_SIGN) != 0
                   || (r > h->header && pst_score_is_letter(pst_sheet_cell(h->grid->sheet, r, c))))
                  && !units;
      } else if (h->types[c].periodic) {
        /* Numbers that all look like years, below one of the periods that stand across. */
        periods += (cell & PST_KIND_PERIOD) != 0 && !years && !(across && h->types[c].numeric);
      }
    }
    if (numbers > before && !pst_heading_has_unit(h, r) && is_named_above(h, r, hashes))
      needless = NUMBER_BELOW_NAMES;
  }
  return needless + least(NUMBER_AS_NAME * numbers, NUMBERS_MOST)
         + least(TOKEN_AS_NAME * tokens, TOKENS_MOST) + PERIOD_AS_NAME * (periods > 0)
         + least(AMOUNT_AS_NAME * amounts, TOKENS_MOST);
}

/* `Subject,GDP,GDP`, `Measure,Volume,Volume`: a word for the row, which says something of every column. */
static bool is_about_row(const struct pst_heading *h, size_t row, const char *text)
{
  size_t n = 0;

  for (size_t c = 0; c < h->grid->width; c++) {
    if (!pst_heading_is_number(h, c))
      continue;
    if (pst_kinds_kind(h->grid, row, c) == PST_KIND_EMPTY)
      return false;
    n++;
  }
  return n > 1 && pst_words_about(text);
}

/* `Collection:` names the row, `/age` too, and `TIME` a row of periods: these name no key. */
static bool names_the_row(const struct pst_heading *h, size_t row, struct pst_text cell)
{
  size_t periods = 0;
  char text[64];

  if (h->grid->sheet->rows[row].n < h->grid->width || pst_score_is_pair(h->grid, row))
    return cell.size > 1 && cell.data[cell.size - 1] == ':' && h->grid->width < 3;
  if (cell.size > 1 && (cell.data[cell.size - 1] == ':' || cell.data[0] == '/'))
    return true;
  for (size_t c = 0; c < h->grid->width; c++)
    periods += pst_heading_is_number(h, c) && (pst_kinds_cell(h->grid, row, c) & PST_KIND_PERIOD);
  return pst_heading_copy(cell, text)
         && (periods > 0 ? pst_words_time(text) : is_about_row(h, row, text));
}

/* `Persons` below `2023`, over a column without a number: the unit of what is missing there. */
static bool is_unit_of_period(const struct pst_heading *h, size_t row, size_t column)
{
  char text[64];

  return (pst_kinds_cell(h->grid, row - 1, column) & PST_KIND_PERIOD)
         && pst_heading_copy(pst_sheet_cell(h->grid->sheet, row, column), text)
         && pst_words_unit(text);
}

/* How often COLUMN is named, each time otherwise, up to MOST; a label of the column to its left may span it. */
static size_t count_key_names(const struct pst_heading *h, size_t column, size_t most)
{
  size_t named = 0;
  struct pst_text last = {.size = 0};

  for (size_t r = h->header; r < h->body && named < most; r++) {
    struct pst_text cell = pst_sheet_cell(h->grid->sheet, r, column);

    if (cell.size == 0 || pst_score_counts_columns(h->grid, r) || names_the_row(h, r, cell)
        || (named > 0 && (pst_heading_is_units(h, r) || is_unit_of_period(h, r, column)))
        || (named > 0 && pst_text_equal(cell, last))
        || (column > 0 && pst_heading_is_number(h, column - 1)
            && pst_text_equal(cell, pst_sheet_cell(h->grid->sheet, r, column - 1))))
      continue;
    named++;
    last = cell;
  }
  return named;
}

/* The lowest row alone, or the rows above it, name all number columns. */
static bool is_needless(const struct pst_heading *h, unsigned long long *hashes)
{
  size_t unnamed, same;
  struct pst_heading above = *h;

  count_names(h, lowest_with_labels(h), hashes, &unnamed, &same);
  if (unnamed + same == 0)
    return true;
  above.body = lowest_with_labels(h);
  count_names(&above, h->header, hashes, &unnamed, &same);
  return unnamed + same == 0;
}

/* Key columns: named at all; and no row names one again that is named already. */
static double keys_cost(const struct pst_heading *h, unsigned long long *hashes)
{
  double cost = 0;
  size_t most = 1;

  if (h->body > h->header && pst_heading_names_keys(h, h->body - 1))
    return 0;
  for (size_t c = 0; c < h->grid->width; c++) {
    size_t named = pst_heading_is_key(h, c) && !pst_heading_is_spanned(h, c)
                       ? count_key_names(h, c, SIZE_MAX)
                       : 1;

    cost += named == 0 && h->header < h->body ? KEY_UNNAMED : 0;
    most = named > most ? named : most;
  }
  if (most == 1)
    return cost;
  if (!is_needless(h, hashes))
    return cost + TWICE / 2;
  return cost
         + (pst_heading_has_periods(h, lowest_with_labels(h))
                ? TWICE_OVER_PERIODS
                : least(TWICE * (double)(most - 1), TWICE_MOST));
}

/* The top row is made as titles are, and the rows below it name all columns. */
static double mixed_cost(const struct pst_heading *h, unsigned long long *hashes)
{
  size_t filled = 0;

  for (size_t r = h->header; r < h->body; r++)
    filled += pst_sheet_filled(h->grid->sheet, r) > 0;
  if (filled == 1)
    return pst_score_is_parted_title(h->grid, h->header) ? TITLE_PARTED : 0;
  if (h->body - h->header < 2 || lowest_with_labels(h) == h->header
      || pst_heading_is_units(h, lowest_with_labels(h)) || !is_needless(h, hashes))
    return 0;
  return pst_score_is_parted_title(h->grid, h->header) ? TITLE_PARTED
         : pst_heading_is_mixed(h, h->header)          ? MIXED_NAMES
                                                       : 0;
}

static bool is_alone_first(const struct pst_heading *h, size_t row)
{
  return pst_sheet_filled(h->grid->sheet, row) == 1
         && pst_kinds_kind(h->grid, row, 0) == PST_KIND_TEXT;
}

/* `GEO (Labels)` below `TIME;2019;2020`: a row that names keys which nothing else does. */
static bool names_keys(const struct pst_heading *h, size_t row)
{
  struct pst_heading above = *h;
  size_t periods = 0;

  for (size_t c = 0; c < h->grid->width && row > h->header; c++)
    periods +=
        pst_heading_is_number(h, c) && (pst_kinds_cell(h->grid, row - 1, c) & PST_KIND_PERIOD);
  if (periods == 0)
    return false;
  above.body = row;
  for (size_t c = 0; c < h->grid->width && row > h->header; c++)
    if (pst_heading_is_key(h, c) && pst_kinds_kind(h->grid, row, c) != PST_KIND_EMPTY
        && pst_kinds_kind(h->grid, row - 1, c) != PST_KIND_EMPTY
        && count_key_names(&above, c, 1) == 0)
      return true;
  return false;
}

/* `State` alone in the first cell of the lowest row, which no row above names: it names the column.  Another word does so
   above a blank row alone: else it may be a record without values. */
static bool names_stub(const struct pst_heading *h, size_t row)
{
  const struct pst_sheet *sheet = h->grid->sheet;

  char text[64];

  if (row == h->header || row + 1 >= sheet->n_rows || !is_alone_first(h, row)
      || (pst_sheet_filled(sheet, row + 1) > 0
          && (row + 1 != h->body
              || !(pst_heading_copy(pst_sheet_cell(sheet, row, 0), text) && pst_words_stub(text)))))
    return false;
  for (size_t r = h->header; r < row; r++)
    if (pst_sheet_cell(sheet, r, 0).size > 0)
      return false;
  return true;
}

/* `Time frequency,Annual,,` above rows that name the columns of both its cells. */
static bool is_needless_pair(const struct pst_heading *h, size_t row)
{
  bool first = false, second = false;

  if (!pst_score_is_pair(h->grid, row))
    return false;
  for (size_t r = row + 1; r < h->body; r++) {
    first = first || pst_kinds_kind(h->grid, r, 0) != PST_KIND_EMPTY;
    second = second || pst_kinds_kind(h->grid, r, 1) != PST_KIND_EMPTY;
  }
  return first && second;
}

static bool is_narrow(const struct pst_heading *h, size_t row)
{
  return h->grid->sheet->rows[row].n < h->grid->width;
}

/* `Geography,Persons` below periods: the names of the keys, which nothing above says, and a unit. */
static bool names_keys_and_unit(const struct pst_heading *h, size_t row)
{
  size_t keys = 0, units = 0;

  if (row == h->header)
    return false;
  for (size_t c = 0; c < h->grid->width; c++) {
    struct pst_text cell = pst_sheet_cell(h->grid->sheet, row, c);
    char text[64];

    if (cell.size == 0)
      continue;
    if (pst_heading_is_key(h, c) && pst_kinds_kind(h->grid, row - 1, c) == PST_KIND_EMPTY)
      keys++;
    else if ((pst_heading_is_number(h, c)
              || (pst_kinds_cell(h->grid, row - 1, c) & PST_KIND_PERIOD))
             && pst_heading_copy(cell, text) && pst_words_unit(text))
      units++;
    else
      return false;
  }
  return keys > 0 && units == 1;
}

/* ROW is narrow, though the row above it, title or header, has a cell for every column. */
static bool lost_delimiter(const struct pst_heading *h, size_t row)
{
  return row > 0 && is_narrow(h, row) && !is_narrow(h, row - 1)
         && pst_sheet_filled(h->grid->sheet, row) > 1
         && pst_sheet_filled(h->grid->sheet, row - 1) > 1 && !names_keys_and_unit(h, row);
}

/* `,2021,2022,2023` without the delimiters at its end: three and more names over numbers, and none at the left. */
static bool is_cut_short(const struct pst_heading *h, size_t row)
{
  size_t n = 0;

  for (size_t c = 0; c < h->grid->width; c++) {
    if (pst_kinds_kind(h->grid, row, c) == PST_KIND_EMPTY)
      continue;
    if (c == 0 || !pst_heading_is_number(h, c))
      return false;
    n++;
  }
  return n > 2;
}

/* A blank row may stand below the header, not inside it; nor are its rows narrow. */
static double gaps_cost(const struct pst_heading *h, size_t row, size_t lowest,
                        unsigned long long *hashes)
{
  if (row >= lowest)
    return lost_delimiter(h, row) ? NARROW_LOWEST : 0;
  if (pst_sheet_filled(h->grid->sheet, row) == 0)
    return is_needless(h, hashes) ? GAP_NEEDLESS : GAP;
  return is_narrow(h, row) && !is_cut_short(h, row) ? NARROW_ROW : 0;
}

/* `2021-03-31`, `2021-06-30` stand over the numbers: years below them are numbers of a record. */
static bool is_below_periods(const struct pst_heading *h, size_t row)
{
  for (size_t r = h->header; r < row; r++)
    if (pst_heading_has_periods(h, r))
      return true;
  return false;
}

/* `Source of data,Eurostat` alone above records of four columns and more: what is said of the table. */
static bool is_pair_alone(const struct pst_heading *h, size_t lowest)
{
  for (size_t r = h->header; r < h->body; r++)
    if (r != lowest && pst_sheet_filled(h->grid->sheet, r) > 0)
      return false;
  return h->body > h->header && h->grid->width > 3 && is_narrow(h, lowest)
         && pst_score_is_pair(h->grid, lowest) && !names_keys_and_unit(h, lowest);
}

/* `All,,,(S)` below names: the first record, of which the number is not given. */
static bool is_total_below(const struct pst_heading *h, size_t row)
{
  return row > 0 && pst_kinds_kind(h->grid, row, 1) == PST_KIND_EMPTY
         && pst_kinds_kind(h->grid, row - 1, 0) == PST_KIND_TEXT
         && pst_kinds_kind(h->grid, row - 1, 1) == PST_KIND_TEXT
         && pst_frame_says_total(pst_sheet_cell(h->grid->sheet, row, 0));
}

static double rows_cost(const struct pst_heading *h, unsigned long long *hashes)
{
  size_t years = 0, lowest = lowest_with_labels(h);
  double cost = is_pair_alone(h, lowest) ? NARROW_LOWEST : 0;

  for (size_t r = h->header; r < h->body; r++) {
    size_t filled = pst_sheet_filled(h->grid->sheet, r);

    cost += (filled > 0 ? ROW : 0) + gaps_cost(h, r, lowest, hashes)
            + (is_total_below(h, r) ? YEARS_AGAIN : 0)
            + (r == h->header && pst_score_counts_columns(h->grid, r) ? ALONE : 0);
    if (pst_score_years_in_order(h->grid, h->types, r) && (years++ > 0 || is_below_periods(h, r)))
      cost += YEARS_AGAIN;
    if (filled > 0 && (names_keys(h, r) || names_stub(h, r) || pst_heading_names_keys(h, r)))
      cost -= NAMES_KEYS;
    else if ((filled == 1 && h->grid->width > 2 && pst_sheet_width(h->grid->sheet, r) == 1)
             || is_needless_pair(h, r) || (pst_score_is_about(h->grid, r) && r + 1 < h->body))
      cost += ALONE;
  }
  return cost;
}

/* What rows_cost can take off and no more. */
static double most_less(const struct pst_heading *h)
{
  double less = 0;

  for (size_t r = h->header + 1; r < h->body; r++) {
    bool may = pst_sheet_filled(h->grid->sheet, r) == 1 || pst_heading_names_keys(h, r);

    for (size_t c = 0; c < h->grid->width && !may; c++)
      may = pst_heading_is_number(h, c) && (pst_kinds_cell(h->grid, r - 1, c) & PST_KIND_PERIOD);
    less += may ? NAMES_KEYS : 0;
  }
  return less;
}

double pst_score_header(const struct pst_kinds *grid, const struct pst_type *types, size_t header,
                        size_t body, double limit, struct pst_arena *scratch)
{
  struct pst_heading h = {.grid = grid, .types = types, .header = header, .body = body};
  struct pst_arena_mark mark = pst_arena_mark(scratch);
  unsigned long long *hashes = pst_arena_array(scratch, grid->width + 1, sizeof *hashes);
  size_t unnamed, same;
  double cost, cells;

  if (hashes == NULL)
    return 1e9;
  for (size_t r = header; r < body; r++)
    h.years = h.years || pst_kinds_steps_in_years(grid, r);
  cells = cells_cost(&h, hashes);
  if (cells - most_less(&h) > limit) {
    pst_arena_release(scratch, mark);
    return cells - most_less(&h);
  }
  count_names(&h, header, hashes, &unnamed, &same);
  cost = rows_cost(&h, hashes) + STANDS_ABOVE * pst_heading_stands_above(&h) + cells
         + keys_cost(&h, hashes) + mixed_cost(&h, hashes)
         + ALL_THE_SAME * pst_heading_says_one_thing(&h, lowest_with_labels(&h))
         + least(UNNAMED * (double)unnamed, UNNAMED_MOST)
         + least(SAME_NAME * (double)same, SAME_NAME_MOST);
  pst_arena_release(scratch, mark);
  return cost;
}
