/* Axes at the edges of their rules, by axis.h. */
#include "check.h"

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "figure/page/axis.h"

#define MINUS "\xE2\x88\x92"

static struct pst_axis axis_of(double low, double high, bool log, bool year)
{
  struct pst_axis axis;

  memset(&axis, 0x55, sizeof axis); /* what stood there does not matter */
  pst_axis_start(&axis, log, year);
  assert_true(pst_axis_empty(&axis));
  pst_axis_add(&axis, high);
  assert_false(pst_axis_empty(&axis));
  pst_axis_add(&axis, low);
  return axis;
}

/* "0|20,000|40,000": the texts of about COUNT ticks. */
static void ticks_are(struct pst_axis axis, int count, bool round, const char *want)
{
  struct pst_buffer got = {.data = NULL};

  pst_axis_tick_up(&axis, count, round);
  for (size_t i = 0; i < axis.n_ticks; i++)
    pst_buffer_printf(&got, "%s%s", i == 0 ? "" : "|", axis.ticks[i].text);
  assert_string_equal(pst_buffer_string(&got), want);
  pst_buffer_free(&got);
}

static void what_can_be_drawn(void **state)
{
  static const struct {
    double value;
    bool plain, log;
  } rows[] = {{0, true, false},           {-1, true, false},      {1e-300, true, false},
              {1.1e-300, true, true},     {9.9e299, true, true},  {-9.9e299, true, false},
              {1e300, false, false},      {-1e300, false, false}, {(double)INFINITY, false, false},
              {(double)NAN, false, false}};

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    for (int log = 0; log < 2; log++) {
      const bool draws = log ? rows[i].log : rows[i].plain;
      struct pst_axis axis;

      pst_axis_start(&axis, log, false);
      assert_true(pst_axis_draws(&axis, rows[i].value) == draws);
      pst_axis_add(&axis, rows[i].value);
      assert_true(pst_axis_empty(&axis) == !draws);
      assert_true(!draws || (axis.low == rows[i].value && axis.high == rows[i].value));
    }
}

static void places(void **state)
{
  struct pst_axis plain = axis_of(-10, 30, false, false), log = axis_of(1, 10000, true, false),
                  wide = axis_of(1e-290, 1e290, true, false);

  (void)state;
  assert_close(pst_axis_at(&plain, -10), 0, 0, 0);
  assert_close(pst_axis_at(&plain, 0), 0.25, 0, 0);
  assert_close(pst_axis_at(&plain, 30), 1, 0, 0);
  assert_close(pst_axis_value(&plain, 0.75), 20, 0, 0);
  assert_close(pst_axis_at(&log, 10), 0.25, 1e-15, 0);
  assert_close(pst_axis_at(&log, 1), 0, 0, 0);
  assert_close(pst_axis_value(&log, 0.5), 100, 1e-14, 0);
  assert_close(pst_axis_at(&wide, 1), 0.5, 1e-15, 0); /* a ratio that is no double */
}

static void numbers(void **state)
{
  static const struct {
    double value;
    int decimals;
    const char *text;
  } rows[] = {
      {0, 0, "0"},
      {-0.0, 1, "0.0"},
      {-0.05, 1, MINUS "0.1"},
      {-0.04, 1, "0.0"},
      {999.5, 0, "1,000"},
      {1000, 0, "1,000"},
      {12345.678, 2, "12,345.68"},
      {123456, 0, "123,456"},
      {1234567, -1, "1,234,567"},
      {0.1234567, -1, "0.123457"},
      {-1000, -1, MINUS "1,000"},
      {999999999999999.0, 0, "999,999,999,999,999"},
      {1e15, 0, "1 \xC3\x97 10\xC2\xB9\xE2\x81\xB5"},
      {-1e15, 3, MINUS "1 \xC3\x97 10\xC2\xB9\xE2\x81\xB5"},
      {0.5, 15, "0.500000000000000"},
      {0.5, 16, "0.500000000000000"},
  };
  char text[PST_AXIS_TEXT];

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    assert_string_equal(pst_axis_number(text, rows[i].value, rows[i].decimals), rows[i].text);
}

/* A range of one value is a tenth of it to either side; of years, and of 0, one. */
static void one_value(void **state)
{
  struct pst_axis five = axis_of(5, 5, false, false), zero = axis_of(0, 0, false, false),
                  year = axis_of(2000, 2000, false, true), log = axis_of(100, 100, true, false),
                  near = axis_of(100, 100.5, true, false), apart = axis_of(100, 102, true, false);

  (void)state;
  pst_axis_tick_up(&five, 5, false);
  assert_true(five.low == 4.5 && five.high == 5.5);
  pst_axis_tick_up(&zero, 5, false);
  assert_true(zero.low == -1 && zero.high == 1);
  pst_axis_tick_up(&year, 5, false);
  assert_true(year.low == 1999 && year.high == 2001);
  pst_axis_tick_up(&log, 5, false);
  assert_true(log.low == 50 && log.high == 200);
  pst_axis_tick_up(&near, 5, false);
  assert_true(near.low == 50 && near.high == 201);
  pst_axis_tick_up(&apart, 5, false);
  assert_true(apart.low == 100 && apart.high == 102);
}

/* Zero is on the axis when the data come nearer to it than their half. */
static void near_zero(void **state)
{
  struct pst_axis near = axis_of(49, 100, false, false), far = axis_of(50, 100, false, false),
                  below = axis_of(-100, -49, false, false),
                  under = axis_of(-100, -50, false, false), stays = axis_of(49, 100, false, false),
                  across = axis_of(-10, 100, false, false);

  (void)state;
  pst_axis_tick_up(&near, 5, true);
  assert_true(near.low == 0);
  pst_axis_tick_up(&far, 5, true);
  assert_true(far.low == 50);
  pst_axis_tick_up(&below, 5, true);
  assert_true(below.high == 0);
  pst_axis_tick_up(&under, 5, true);
  assert_true(under.high == -50);
  pst_axis_tick_up(&stays, 5, false);
  assert_true(stays.low == 49);
  pst_axis_tick_up(&across, 5, true);
  assert_true(across.low < 0 && across.low > -21);
}

static void steps_are_nice(void **state)
{
  (void)state;
  ticks_are(axis_of(0, 10, false, false), 5, false, "0|2|4|6|8|10");
  ticks_are(axis_of(0, 12, false, false), 5, false, "0|2.5|5.0|7.5|10.0");
  ticks_are(axis_of(0, 13, false, false), 5, false, "0|5|10");
  ticks_are(axis_of(0, 5, false, false), 5, false, "0|1|2|3|4|5");
  ticks_are(axis_of(-1, 1, false, false), 4, false, MINUS "1.0|" MINUS "0.5|0|0.5|1.0");
  ticks_are(axis_of(2000, 2012, false, true), 5, false, "2000|2005|2010"); /* no 2.5 years */
  ticks_are(axis_of(2000, 2002, false, true), 5, false, "2000|2001|2002"); /* no half ones */
  ticks_are(axis_of(0, 0.0001, false, false), 5, false,
            "0|0.00002|0.00004|0.00006|0.00008|0.00010");
}

/* In millions and so on where 3 decimals do. */
static void large_numbers(void **state)
{
  (void)state;
  ticks_are(axis_of(0, 900000, false, false), 3, false, "0|500,000");
  ticks_are(axis_of(0, 1000000, false, false), 2, false, "0|0.5 million|1.0 million");
  ticks_are(axis_of(0, 4e9, false, false), 2, false, "0|2 billion|4 billion");
  ticks_are(axis_of(0, 4e12, false, false), 2, false, "0|2 trillion|4 trillion");
  ticks_are(axis_of(0, 4e16, false, false), 2, false, "0|20,000 trillion|40,000 trillion");
  ticks_are(axis_of(1e6, 1002000, false, false), 2, false,
            "1.000 million|1.001 million|1.002 million");
  ticks_are(axis_of(1e6, 1000200, false, false), 2, false, "1,000,000|1,000,100|1,000,200");
  ticks_are(axis_of(0, 2e17, false, false), 2, false,
            "0|1 \xC3\x97 10\xC2\xB9\xE2\x81\xB7|2 \xC3\x97 10\xC2\xB9\xE2\x81\xB7");
  ticks_are(axis_of(-4e6, 0, false, false), 2, false, MINUS "4 million|" MINUS "2 million|0");
}

/* As many digits as tell neighbours apart, where decimals do not. */
static void digits(void **state)
{
  (void)state;
  ticks_are(axis_of(0, 2e-7, false, false), 2, false,
            "0|1 \xC3\x97 10\xE2\x81\xBB\xE2\x81\xB7|2 \xC3\x97 10\xE2\x81\xBB\xE2\x81\xB7");
  ticks_are(axis_of(1, 1 + 2e-7, false, false), 2, false, "1|1.0000001|1.0000002");
  ticks_are(axis_of(2e17, 2e17 + 4e6, false, false), 2, false,
            "2 \xC3\x97 10\xC2\xB9\xE2\x81\xB7|2.00000000002 \xC3\x97 10\xC2\xB9\xE2\x81\xB7|"
            "2.00000000004 \xC3\x97 10\xC2\xB9\xE2\x81\xB7");
}

/* 3 hundredths of the range, in decades, are left free at both ends; none where the range stays. */
static void logarithmic_ends(void **state)
{
  struct pst_axis round = axis_of(10, 1000, true, false), stays = round,
                  wide = axis_of(1.1e-300, 9e299, true, false);

  (void)state;
  pst_axis_tick_up(&round, 5, true);
  assert_close(round.low, 10 / pow(10, 0.06), 1e-14, 0);
  assert_close(round.high, 1000 * pow(10, 0.06), 1e-14, 0);
  pst_axis_tick_up(&stays, 5, false);
  assert_true(stays.low == 10 && stays.high == 1000);
  pst_axis_tick_up(&wide, 5, true); /* 18 decades would leave the doubles */
  assert_true(wide.low == 1e-304 && wide.high == 1e304);
}

static void logarithmic(void **state)
{
  (void)state;
  ticks_are(axis_of(1, 100, true, false), 5, false, "1|2|5|10|20|50|100");
  ticks_are(axis_of(1, 2000, true, false), 5, false, "1|10|100|1,000"); /* over three decades */
  ticks_are(axis_of(2, 1000, true, false), 5, false, "2|5|10|20|50|100|200|500|1,000");
  ticks_are(axis_of(2, 6, true, false), 4, false, "2|3|4|5|6"); /* two of its own are too few */
  ticks_are(axis_of(1, 5, true, false), 4, false, "1|2|5");
  ticks_are(axis_of(1, 1e14, true, false), 5, false,
            "1|100|10,000|1 million|100 million|10 billion|1 trillion|100 trillion");
  ticks_are(axis_of(1e-6, 10, true, false), 5, false,
            "1 \xC3\x97 10\xE2\x81\xBB\xE2\x81\xB6|0.00001|0.0001|0.001|0.01|0.1|1|10");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_can_be_drawn), cmocka_unit_test(places),
      cmocka_unit_test(numbers),           cmocka_unit_test(one_value),
      cmocka_unit_test(near_zero),         cmocka_unit_test(steps_are_nice),
      cmocka_unit_test(large_numbers),     cmocka_unit_test(digits),
      cmocka_unit_test(logarithmic),       cmocka_unit_test(logarithmic_ends),
  };

  return cmocka_run_group_tests_name("axis", tests, NULL, NULL);
}
