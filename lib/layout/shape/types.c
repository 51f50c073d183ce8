/* types.c -- what the columns hold below a candidate for the first record. */
#include "layout/shape/score.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { TOKEN_MOST = 12 }; /* bytes of a text that may stand for a missing number */

bool pst_score_is_letter(struct pst_text cell)
{
  return cell.size == 1 && strchr("cdsuwxz", cell.data[0]) != NULL;
}

static void add(size_t *count, bool is, int sign)
{
  if (is)
    *count += (size_t)sign;
}

void pst_types_count(const struct pst_kinds *grid, size_t row, int sign, struct pst_type *types)
{
  if (!pst_kinds_is_full(grid, row))
    return;
  for (size_t c = 0; c < grid->width; c++) {
    unsigned char cell = pst_kinds_cell(grid, row, c);
    int kind = cell & PST_KIND_BITS;

    add(&types[c].numbers, kind == PST_KIND_NUMBER, sign);
    add(&types[c].tokens, kind == PST_KIND_TOKEN, sign);
    add(&types[c].namibias,
        kind == PST_KIND_TOKEN && pst_text_is(pst_sheet_cell(grid->sheet, row, c), "NA"), sign);
    add(&types[c].empties, kind == PST_KIND_EMPTY, sign);
    add(&types[c].amounts, (cell & PST_KIND_AMOUNT) != 0, sign);
    add(&types[c].texts, kind == PST_KIND_TEXT && !(cell & PST_KIND_AMOUNT), sign);
    add(&types[c].signs, (cell & PST_KIND_SIGN) != 0, sign);
    add(&types[c].letters,
        kind == PST_KIND_TEXT && pst_score_is_letter(pst_sheet_cell(grid->sheet, row, c)), sign);
    add(&types[c].periods, (cell & PST_KIND_PERIOD) && !(cell & PST_KIND_PRICED), sign);
    add(&types[c].years, (cell & PST_KIND_YEAR) != 0, sign);
  }
}

/* Boyer and Moore: a text that is more than half of them is left over; then it is counted. */
static void find_same(const struct pst_kinds *grid, size_t column, struct pst_type *type)
{
  size_t votes = 0;

  for (int pass = 0; pass < 2; pass++)
    for (size_t r = 0; r < grid->sheet->n_rows; r++) {
      struct pst_text cell;

      if (pst_kinds_kind(grid, r, column) != PST_KIND_TEXT || !pst_kinds_is_full(grid, r))
        continue;
      cell = pst_sheet_cell(grid->sheet, r, column);
      if (pass == 1)
        type->same += pst_text_equal(cell, type->one);
      else if (votes == 0 || pst_text_equal(cell, type->one))
        type->one = cell, votes++;
      else
        votes--;
    }
}

void pst_types_same(const struct pst_kinds *grid, struct pst_type *types)
{
  for (size_t c = 0; c < grid->width; c++)
    if (types[c].texts > 0)
      find_same(grid, c, &types[c]);
}

/* A text that stands for a number in another column stands for nothing else here. */
static bool is_token_elsewhere(const struct pst_type *types, size_t width, size_t column)
{
  const struct pst_type *at = &types[column];

  if (at->numbers > 0 || at->one.size == 0 || at->one.size > TOKEN_MOST || at->same < at->texts
      || at->texts == 0)
    return false;
  for (size_t c = 0; c < width; c++)
    if (c != column && types[c].numeric && types[c].numbers > 0 && types[c].same > 1
        && pst_text_equal(types[c].one, at->one))
      return true;
  return false;
}

/* Numbers that all look like years: the first such column may have the periods, unless it is the last and no
   other has numbers, or quarters or months stand elsewhere; the others are values. */
static void free_values(struct pst_type *types, size_t width)
{
  size_t seen = 0;
  bool others = false, times = false;

  for (size_t c = 0; c < width; c++) {
    others = others || (types[c].numeric && !types[c].periodic);
    times = times || (types[c].periodic && !types[c].numeric && types[c].years == 0);
  }
  for (size_t c = 0; c < width; c++) {
    if (!types[c].numeric || !types[c].periodic || types[c].numbers == 0
        || types[c].years != types[c].periods)
      continue;
    if (c > 0 && (seen > 0 || times || (c + 1 == width && !others)))
      types[c].periodic = false;
    seen++;
  }
}

/* FR and NA: codes of countries, and no number. */
static bool are_codes(const struct pst_type *at)
{
  return at->numbers + at->amounts == 0 && at->tokens == at->namibias && at->texts > 0
         && at->one.size == 2 && isupper((unsigned char)at->one.data[0])
         && isupper((unsigned char)at->one.data[1]);
}

void pst_types_settle(struct pst_type *types, size_t width)
{
  for (size_t c = 0; c < width; c++) {
    struct pst_type *at = &types[c];
    size_t numbers = at->numbers + at->amounts, others = at->texts,
           filled = at->numbers + at->amounts + at->tokens + at->texts;

    /* One short text that stands for a number again and again: a token that is not known. */
    if (at->same > 1 && at->same * 2 > others && at->one.size <= TOKEN_MOST && !are_codes(at))
      others -= at->same < others ? at->same : others;
    if (at->texts - at->signs < others)
      others = at->texts - at->signs;
    /* Letters beside three numbers, or beside signs that say the same: (D) and s. */
    if ((numbers > 2 || (at->signs > 0 && at->signs + at->letters == at->texts))
        && at->texts - at->signs - at->letters < others)
      others = at->texts - at->signs - at->letters;
    at->numeric = numbers > 0 ? numbers >= others : at->tokens > 0 && others == 0;
    at->periodic = at->periods > 0 && at->periods * 10 >= filled * 9;
  }
  for (size_t c = 0; c < width; c++)
    types[c].numeric = types[c].numeric || is_token_elsewhere(types, width, c);
  free_values(types, width);
}
