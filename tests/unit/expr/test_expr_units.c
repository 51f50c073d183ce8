/* test_expr_units.c -- units in the expressions of rows. */
#include "check.h"

#include <string.h>

#include "expr_table.h"

static struct pst_arena arena = PST_ARENA_EMPTY;

static enum pst_status bound(const char *source, struct pst_expr **expr, struct pst_error *error)
{
  enum pst_status status;

  pst_error_clear(error);
  status = pst_expr_parse(source, &arena, expr, error);
  return status == PST_OK ? pst_expr_bind(*expr, &expr_table_names, error) : status;
}

/* aid is 8 and gni 400 million USD, pct 28.5 %, eur 5 million EUR. */
static void literals_take_the_scale_of_the_column(void **state)
{
  static const struct {
    const char *source;
    enum pst_truth truth;
  } rows[] = {
      {"aid = 8 million USD", PST_TRUTH_YES},
      {"aid = 8000 thousand USD", PST_TRUTH_YES},
      {"aid = 8000000 USD", PST_TRUTH_YES},
      {"aid > 0.0079 billion USD", PST_TRUTH_YES},
      {"aid = 8 USD", PST_TRUTH_NO},
      {"aid = 8", PST_TRUTH_YES},
      {"8 million USD = aid", PST_TRUTH_YES},
      {"-8 million USD = -aid", PST_TRUTH_YES},
      {"aid + 2 million USD = 10", PST_TRUTH_YES},
      {"aid - lag(aid) = 3 million USD", PST_TRUTH_YES},
      {"abs(lag(aid) - aid) < 4 million USD", PST_TRUTH_YES},
      {"max(aid, gni) = 0.4 billion USD", PST_TRUTH_YES},
      {"if(pct > 5 %, aid, gni) = 8 million USD", PST_TRUTH_YES},
      {"aid in {1 million USD, 8 million USD}", PST_TRUTH_YES},
      {"8 million USD in {gni * 1, 8}", PST_TRUTH_NO},
      {"pct > 28 %", PST_TRUTH_YES},
      {"pct > 29 %", PST_TRUTH_NO},
      {"pct - lag(pct) = about 8.1 %p within 0.05 %p", PST_TRUTH_YES},
      {"aid / gni = 2 %", PST_TRUTH_YES},
      {"aid / 4 million USD = 2", PST_TRUTH_YES},
      {"aid = 2 % * gni", PST_TRUTH_YES},
      {"2 % * gni = 8 million USD", PST_TRUTH_YES},
      {"growth(lag(aid), aid) = 60 %", PST_TRUTH_YES},
      {"amount > 400", PST_TRUTH_YES},
      {"amount < 1 thousand", PST_TRUTH_YES},
      {"2 million EUR > 1500 thousand EUR", PST_TRUTH_YES},
      {"aid * 1000 + eur * 1000 > 0", PST_TRUTH_YES},
      {"amount = about 400", PST_TRUTH_YES},
      {"amount = about 400 within 3 %", PST_TRUTH_NO},
      {"amount = about 400 within 12.5", PST_TRUTH_YES},
      {"amount = about 400 within 12.4", PST_TRUTH_NO},
      {"1.05 = about 1 within 5 %", PST_TRUTH_YES},
      {"aid = about 8.2 million USD within 0.3 million USD", PST_TRUTH_YES},
      {"pct = about 28 % within 0.5 %p", PST_TRUTH_YES},
      {"pct = about 28 % within 0.4 %p", PST_TRUTH_NO},
      {"pct = about 28 % within 1 %", PST_TRUTH_NO},
      {"gap = about 28", PST_TRUTH_MISSING},
      {"rank = about 12", PST_TRUTH_UNDECIDED},
      {"year = about 2019 within 1", PST_TRUTH_YES},
      {"amount = exactly 412.5", PST_TRUTH_YES},
      {"amount = 412.5 and not amount = 1", PST_TRUTH_YES},
      {"\xE2\x88\x92"
       "3 = -3",
       PST_TRUTH_YES},
      {"-3 in -5..-1 and 0 in -1..1", PST_TRUTH_YES},
  };

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    struct pst_expr *expr = NULL;
    struct pst_expr_value value;
    struct pst_error error;

    if (bound(rows[i].source, &expr, &error) != PST_OK)
      fail_msg("%s: character %lu: %s", rows[i].source, error.column, error.message);
    pst_expr_evaluate(expr, expr_table_cell, NULL, &value);
    if (value.kind != PST_EXPR_IS_TRUTH || value.truth != rows[i].truth)
      fail_msg("%s: %d", rows[i].source, (int)value.truth);
  }
}

static void what_does_not_fit_is_refused(void **state)
{
  static const struct {
    const char *source;
    unsigned long character;
    const char *message;
  } rows[] = {
      {"aid > 5 %", 5, "USD and % cannot be compared"},
      {"aid > eur", 5, "USD and EUR cannot be compared"},
      {"aid + eur", 5, "USD and EUR cannot be added"},
      {"aid - 5 million EUR", 5, "USD and EUR cannot be subtracted"},
      {"min(aid, eur)", 1, "USD and EUR cannot be compared"},
      {"aid in {5 million EUR}", 9, "USD and EUR cannot be compared"},
      {"if(1 = 1, aid, eur)", 1, "USD and EUR cannot be compared"},
      {"growth(aid, eur)", 1, "USD and EUR cannot be compared"},
      {"aid = about 5 million EUR", 5, "USD and EUR cannot be compared"},
      {"aid = about 8 within 5 EUR", 5, "USD and EUR cannot be compared"},
      {"pct - lag(pct) = 8.1 %", 16,
       "%p and % cannot be compared: a difference is in %p; if the paper says %, write growth(a, "
       "b)"},
      {"aid / gni > pct", 11,
       "one side is in ratio and the other in %; multiply one of them, as in 1000 * x"},
      {"amount > 5 EUR", 10,
       "5 EUR has a unit, and the number 'amount' beside it has none; write the number as the "
       "column "
       "has it"},
      {"amount * 2 > 5 %", 14,
       "5 % has a unit, and a number beside it has none; write the number as the column has it"},
      {"exp(5 %)", 5, "5 % has a unit, but exp takes plain numbers"},
      {"pow(aid, 2 EUR)", 10, "2 EUR has a unit, but pow takes plain numbers"},
      {"aid > 5 million", 5, "USD and a plain number cannot be compared"},
  };

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    struct pst_expr *expr = NULL;
    struct pst_error error;

    if (bound(rows[i].source, &expr, &error) != PST_USAGE)
      fail_msg("%s: was accepted", rows[i].source);
    if (error.column != rows[i].character || strcmp(error.message, rows[i].message) != 0)
      fail_msg("%s: character %lu: %s", rows[i].source, error.column, error.message);
  }
}

static int clean(void **state)
{
  (void)state;
  pst_arena_free(&arena);
  return 0;
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(literals_take_the_scale_of_the_column),
      cmocka_unit_test(what_does_not_fit_is_refused),
  };

  return cmocka_run_group_tests_name("expr_units", tests, NULL, clean);
}
