/* expr_table.c -- a small table of rows for the tests of lib/expr. */
#include "expr_table.h"

#include <math.h>
#include <stddef.h>

enum { YEAR, QUARTER, DONOR, AMOUNT, RANK, SHARE, GAP, NOBODY, NET_ODA, COUNTRY, COLUMNS };

static const char *const names[COLUMNS] = {"year",  "quarter", "donor",  "amount",  "rank",
                                           "share", "gap",     "nobody", "net oda", "\xE5\x9B\xBD"};

static const struct pst_expr_column columns[COLUMNS] = {
    {YEAR, PST_EXPR_PERIOD, PST_PERIOD_YEAR, false},
    {QUARTER, PST_EXPR_PERIOD, PST_PERIOD_QUARTER, false},
    {DONOR, PST_EXPR_TEXT, PST_PERIOD_NONE, false},
    {AMOUNT, PST_EXPR_NUMBER, PST_PERIOD_NONE, false},
    {RANK, PST_EXPR_BOUNDED, PST_PERIOD_NONE, true},
    {SHARE, PST_EXPR_BOUNDED, PST_PERIOD_NONE, false},
    {GAP, PST_EXPR_NUMBER, PST_PERIOD_NONE, false},
    {NOBODY, PST_EXPR_TEXT, PST_PERIOD_NONE, false},
    {NET_ODA, PST_EXPR_NUMBER, PST_PERIOD_NONE, false},
    {COUNTRY, PST_EXPR_TEXT, PST_PERIOD_NONE, false},
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
  else if (index == COUNTRY)
    *out = pst_expr_text(pst_text_of("\xE6\x97\xA5\xE6\x9C\xAC"));
}
