#include "check.h"

#include <string.h>

#include "printed/said.h"

/* CELL says WANT with the unit UNIT; WANT NULL: it is none that can be one thing only. */
static void says_in(const struct pst_number_style *style, const char *cell, const char *want,
                    const char *unit)
{
  char plain[PST_PLAIN_SIZE], found[8];
  bool good = pst_said_bounds(pst_text_of(cell), style, plain, found);

  if (good != (want != NULL) || (good && (strcmp(plain, want) != 0 || strcmp(found, unit) != 0)))
    fail_msg("'%s' is %s %s", cell, good ? plain : "no bound", good ? found : "");
}

static void says(const char *cell, const char *want)
{
  says_in(NULL, cell, want, "");
}

static void both_ends(void **state)
{
  (void)state;
  says("5-9", "[5,9]");
  says("5 - 9", "[5,9]");
  says("5\u20139", "[5,9]");
  says("5\u20149", "[5,9]");
  says("0.5-0.9", "[0.5,0.9]");
  says("0-4", "[0,4]");
  says("5 to 9", "[5,9]");
  says("-5 to -2", "[-5,-2]");
  says("Between 5 and 9", "[5,9]");
  says("from 5 to 9", "[5,9]");
  says("5 to under 10", "[5,10)");
  says("5 to less than 10", "[5,10)");
  says("5 bis 9", "[5,9]");
  says("5 bis unter 10", "[5,10)");
  says("zwischen 5 und 9", "[5,9]");
  says("5 \u00E0 9", "[5,9]");
  says("de 5 \u00E0 9", "[5,9]");
  says("entre 5 et 9", "[5,9]");
  says("entre 5 y 9", "[5,9]");
}

static void one_end(void **state)
{
  (void)state;
  says("10+", ">=10");
  says("10 +", ">=10");
  says("10 or more", ">=10");
  says("10 and over", ">=10");
  says("at least 10", ">=10");
  says("More than 10", ">10");
  says("over 10", ">10");
  says("no fewer than 10", ">=10");
  says("5 or fewer", "<=5");
  says("5 and under", "<=5");
  says("Fewer than 5", "<5");
  says("under 5", "<5");
  says("no more than 5", "<=5");
  says("up to 5", "<=5");
  says("10 und mehr", ">=10");
  says("unter 5", "<5");
  says("h\u00F6chstens 5", "<=5");
  says("10 et plus", ">=10");
  says("moins de 5", "<5");
  says("m\u00E1s de 10", ">10");
  says("5 o menos", "<=5");
  says("under -5", "<-5");
}

static void units_and_marks(void **state)
{
  const struct pst_number_style comma = {.decimal = ','}, thousands = {.thousands = ','};

  (void)state;
  says_in(NULL, "5-9 %", "[5,9]", "%");
  says_in(NULL, "5%-9%", "[5,9]", "%");
  says_in(NULL, "under 5 %", "<5", "%");
  says_in(NULL, "$10 or more", ">=10", "$");
  says_in(&thousands, "$10,000 to $14,999", "[10000,14999]", "$");
  says_in(NULL, "10 000 to 14 999", "[10000,14999]", "");
  says_in(&comma, "0,5-0,9", "[0.5,0.9]", "");
  says_in(NULL, "$5-9 %", NULL, "");
  says_in(NULL, "10,000 to 14,999", NULL, "");
  says_in(NULL, "0,5-0,9", NULL, "");
}

/* What is something else, or may be. */
static void nothing(void **state)
{
  static const char *const cells[] = {
      "5",         "-5",        "5-",         "-5-9",         "+5",
      "5 -9",      "5- 9",      "9-5",        "5-5",          "05-09",
      "2001-2003", "3-2020",    "2020-01-15", "1990-94",      "1-2-3",
      "5-9*",      "5-9 e",     "about 5",    "under",        "more than few",
      "10++",      "5 to",      "to 9",       "5 to 9 to 12", "A-9",
      "1e-5",      "under (5)", "5-9 goats",  "unknown",      "2001 to 2003",
      "over-5",    "",          "+",          "1,5-2"};

  (void)state;
  for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
    says(cells[i], NULL);
}

static void long_cells(void **state)
{
  char cell[200];

  (void)state;
  memset(cell, '1', sizeof cell);
  memcpy(cell + 150, "-", 2);
  says(cell, NULL);
  cell[60] = '\0';
  memcpy(cell + 20, "-", 1);
  says(cell, "[11111111111111111111,111111111111111111111111111111111111111]");
}

/* In a file whose decimal mark is DECIMAL the cell is written WANT; NULL: it is none. */
static void is_written(const char *cell, char decimal, const char *want, const char *unit)
{
  static const char *const none[] = {NULL};
  static const struct pst_value_rules rules = {.missing = none};
  struct pst_buffer out = {.data = NULL};
  struct pst_value value;
  bool good;

  pst_value_part(pst_text_of(cell), &rules, &value);
  good = pst_said_value(&value) && pst_said_write(&value, decimal, &out);
  assert_int_equal(good, want != NULL);
  if (good) {
    assert_string_equal(pst_buffer_string(&out), want);
    assert_string_equal(value.unit, unit);
    assert_true(pst_value_is_bounded(&value));
  }
  pst_buffer_free(&out);
}

static void values(void **state)
{
  (void)state;
  is_written("5-9", '.', "[5,9]", "");
  is_written("0,5\u20130,9", ',', "[0.5,0.9]", "");
  is_written("$10,000 to $14,999", '.', "[10000,14999]", "$");
  is_written("10.000 bis unter 15.000", ',', "[10000,15000)", "");
  is_written("10 or more", '.', ">=10", "");
  is_written("0.5-0.9", ',', NULL, "");
  is_written("12", '.', NULL, "");
  is_written("2001-2003", '.', NULL, "");
  is_written("5-9 e", '.', NULL, "");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(both_ends), cmocka_unit_test(one_end),    cmocka_unit_test(units_and_marks),
      cmocka_unit_test(nothing),   cmocka_unit_test(long_cells), cmocka_unit_test(values),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
