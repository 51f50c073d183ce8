/* expr_table.c -- a small table of rows for the tests of lib/expr. */
#include "expr_table.h"

#include <math.h>
#include <stddef.h>

enum {
  YEAR,
  QUARTER,
  DONOR,
  AMOUNT,
  RANK,
  SHARE,
  GAP,
  NOBODY,
  NET_ODA,
  COUNTRY,
  AID,
  GNI,
  PCT,
  EUR,
  COLUMNS
};

static const char *const names[COLUMNS] = {"year",  "quarter", "donor",  "amount",  "rank",
                                           "share", "gap",     "nobody", "net oda", "\xE5\x9B\xBD",
                                           "aid",   "gni",     "pct",    "eur"};

#define WORD(name)                                                                                 \
  {                                                                                                \
    .kind = PST_UNIT_WORD, .word = {.data = name, .size = sizeof(name) - 1}, .scale = 6            \
  }

static const struct pst_expr_column columns[COLUMNS] = {
    [YEAR] = {.index = YEAR, .type = PST_EXPR_PERIOD, .period = PST_PERIOD_YEAR},
    [QUARTER] = {.index = QUARTER, .type = PST_EXPR_PERIOD, .period = PST_PERIOD_QUARTER},
    [DONOR] = {.index = DONOR, .type = PST_EXPR_TEXT},
    [AMOUNT] = {.index = AMOUNT, .type = PST_EXPR_NUMBER},
    [RANK] = {.index = RANK, .type = PST_EXPR_BOUNDED, .whole = true},
    [SHARE] = {.index = SHARE, .type = PST_EXPR_BOUNDED},
    [GAP] = {.index = GAP, .type = PST_EXPR_NUMBER},
    [NOBODY] = {.index = NOBODY, .type = PST_EXPR_TEXT},
    [NET_ODA] = {.index = NET_ODA, .type = PST_EXPR_NUMBER},
    [COUNTRY] = {.index = COUNTRY, .type = PST_EXPR_TEXT},
    [AID] = {.index = AID, .type = PST_EXPR_NUMBER, .has_unit = true, .unit = WORD("USD")},
    [GNI] = {.index = GNI, .type = PST_EXPR_NUMBER, .has_unit = true, .unit = WORD("USD")},
    [PCT] = {.index = PCT,
             .type = PST_EXPR_NUMBER,
             .has_unit = true,
             .unit.kind = PST_UNIT_PERCENT},
    [EUR] = {.index = EUR, .type = PST_EXPR_NUMBER, .has_unit = true, .unit = WORD("EUR")},
};

static bool find(void *context, struct pst_text name, struct pst_expr_column *column)
{
  (void)context;
  for (size_t i = 0; i < COLUMNS; i++) {
    if (pst_text_is(name, names[i])) {
      *column = columns[i];
      return true;
    }
  }
  return false;
}

const struct pst_expr_names expr_table_names = {
    .find = find, .candidates = names, .candidate_count = COLUMNS};

void expr_table_cell(void *context, size_t index, size_t lag, struct pst_expr_value *out)
{
  static const struct pst_bounds rank = {10, INFINITY, true, true}, share = {20.5, 21, false, true};

  (void)context;
  *out = pst_expr_missing(PST_EXPR_NO_CELL);
  if (lag > 2)
    return;
  if (index == YEAR)
    *out = pst_expr_number(2020 - (double)lag);
  else if (index == QUARTER)
    *out = pst_expr_number(2020.5 - (double)lag / 4);
  else if (index == DONOR)
    *out = pst_expr_text(pst_text_of("Japan"));
  else if (index == AMOUNT)
    *out = pst_expr_number(lag == 0 ? 412.5 : 330 * (double)lag);
  else if (index == RANK)
    *out = pst_expr_bounds(rank);
  else if (index == SHARE)
    *out = pst_expr_bounds(share);
  else if (index == NET_ODA)
    *out = pst_expr_number(8);
  else if (index == AID)
    *out = pst_expr_number(lag == 0 ? 8 : 5);
  else if (index == GNI)
    *out = pst_expr_number(400);
  else if (index == PCT)
    *out = pst_expr_number(lag == 0 ? 28.5 : 20.4);
  else if (index == EUR)
    *out = pst_expr_number(5);
  else if (index == COUNTRY)
    *out = pst_expr_text(pst_text_of("\xE6\x97\xA5\xE6\x9C\xAC"));
}
