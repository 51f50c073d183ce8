/* Periods that are read as they stand, against the same read part by part. */
#include "check.h"

#include <stdio.h>
#include <string.h>

#include "printed/when/when.h"
#include "random.h"

static void put_period(uint64_t *seed, char cell[32])
{
  const int year = 900 + (int)random_below(seed, 2200), part = (int)random_below(seed, 14);

  switch (random_below(seed, 5)) {
  case 0:
    snprintf(cell, 32, " %04d-%02d", year, part);
    break;
  case 1:
    snprintf(cell, 32, " %04d-Q%d", year, part);
    break;
  case 2:
    snprintf(cell, 32, " %04d-%02d-%02d", year, part, 20 + part);
    break;
  case 3:
    snprintf(cell, 32, " %04d-%02d-%d", year, part, part);
    break;
  default:
    snprintf(cell, 32, " %04d-%d", year, part);
  }
}

/* What is read at once, against the same behind a blank, which is read part by part, under any rules. */
static void read_at_once_as_part_by_part(void **state)
{
  uint64_t seed = 5;

  (void)state;
  for (int round = 0; round < 20000; round++) {
    char cell[32], at_once[PST_WHEN_SIZE] = "", in_parts[PST_WHEN_SIZE] = "";
    const unsigned rules =
        (unsigned)(random_below(&seed, 1u << 19) & random_below(&seed, 1u << 19));
    bool good;

    put_period(&seed, cell);
    good = pst_when_read(pst_text_of(cell + 1), rules, at_once, NULL);
    if (good != pst_when_read(pst_text_of(cell), rules, in_parts, NULL)
        || strcmp(at_once, in_parts) != 0)
      fail_msg("'%s' under %x is '%s', not '%s'", cell, rules, at_once, in_parts);
  }
}

/* Digits, a sign before them or a dot among them perhaps: `20160314`, `160841`, `-35883.18`. */
static void put_number(uint64_t *seed, char cell[32])
{
  const size_t digits = 1 + random_below(seed, 11), dot = random_below(seed, 12);
  char *to = cell;

  *to++ = ' ';
  if (random_below(seed, 6) == 0)
    *to++ = "-+"[random_below(seed, 2)];
  for (size_t i = 0; i < digits; i++) {
    const bool early = i < 2 || i == 4 || i == 6; /* years and months are to be met often */

    if (i == dot)
      *to++ = '.';
    *to++ = (char)('0' + random_below(seed, early ? 3 : 10));
  }
  *to = '\0';
}

static void numbers_as_part_by_part(void **state)
{
  uint64_t seed = 6;
  size_t periods = 0;

  (void)state;
  for (int round = 0; round < 60000; round++) {
    char cell[32], at_once[PST_WHEN_SIZE] = "", in_parts[PST_WHEN_SIZE] = "";
    const unsigned rules =
        (unsigned)(random_below(&seed, 1u << 19) & random_below(&seed, 1u << 19));
    bool good;

    put_number(&seed, cell);
    good = pst_when_read(pst_text_of(cell + 1), rules, at_once, NULL);
    periods += good;
    if (good != pst_when_read(pst_text_of(cell), rules, in_parts, NULL)
        || strcmp(at_once, in_parts) != 0)
      fail_msg("'%s' under %x is '%s', not '%s'", cell, rules, at_once, in_parts);
  }
  assert_true(periods > 1000);
}

/* Letters that notations begin with, and up to eleven digits. */
static void keys_as_part_by_part(void **state)
{
  static const char letters[] = "PRHSTQMYXFCyxrhmVIKW";
  uint64_t seed = 7;

  (void)state;
  for (int round = 0; round < 60000; round++) {
    char cell[32], at_once[PST_WHEN_SIZE] = "", in_parts[PST_WHEN_SIZE] = "";
    const unsigned rules =
        (unsigned)(random_below(&seed, 1u << 19) & random_below(&seed, 1u << 19));
    bool good;

    cell[0] = ' ';
    for (size_t i = 0, n = 1 + random_below(&seed, 3); i < n; i++)
      snprintf(cell + 1 + i, 2, "%c", letters[random_below(&seed, sizeof letters - 1)]);
    put_number(&seed, cell + strlen(cell));
    memmove(strrchr(cell, ' '), strrchr(cell, ' ') + 1, strlen(strrchr(cell, ' ')));
    good = pst_when_read(pst_text_of(cell + 1), rules, at_once, NULL);
    if (good != pst_when_read(pst_text_of(cell), rules, in_parts, NULL)
        || strcmp(at_once, in_parts) != 0)
      fail_msg("'%s' under %x is '%s', not '%s'", cell, rules, at_once, in_parts);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(read_at_once_as_part_by_part),
      cmocka_unit_test(numbers_as_part_by_part),
      cmocka_unit_test(keys_as_part_by_part),
  };

  return cmocka_run_group_tests_name("when_as_it_is", tests, NULL, NULL);
}
