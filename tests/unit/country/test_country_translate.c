#include "check.h"

#include "country/country.h"

static void texts_are_translated_and_counted(void **state)
{
  static const char *const text[] = {
      "Korea", "Norwy",  NULL,           "World",           "Republic of Korea",
      "USSR",  "Kosovo", "Korea, North", "Gates Foundation"};
  enum { N = sizeof text / sizeof *text };
  static const char *const want[N] = {"KOR", "Norwy",           NULL, "WLD", "KOR", "SUHH", "XKX",
                                      "PRK", "Gates Foundation"};
  const char *out[N];
  struct pst_country_report report;
  struct pst_arena arena = PST_ARENA_EMPTY;

  (void)state;
  assert_int_equal(pst_country_translate(text, N, PST_COUNTRY_ISO3, &arena, out, &report, NULL),
                   PST_OK);
  for (size_t i = 0; i < N; i++)
    if (want[i] == NULL)
      assert_null(out[i]);
    else
      assert_string_equal(out[i], want[i]);
  assert_ptr_equal(out[1], text[1]);
  assert_int_equal(report.count, 8);
  assert_int_equal(report.present, 3);
  assert_int_equal(report.former, 1);
  assert_int_equal(report.territories, 1);
  assert_int_equal(report.aggregates, 1);
  assert_int_equal(report.unresolved, 2);
  assert_string_equal(report.aggregate[0], "World");
  assert_string_equal(report.unknown[0], "Norwy");
  assert_string_equal(report.near[0], "Norway");
  assert_string_equal(report.unknown[1], "Gates Foundation");
  assert_null(report.near[1]);
  assert_int_equal(report.merged, 1);
  assert_string_equal(report.pairs[0][0], "Korea");
  assert_string_equal(report.pairs[0][1], "Republic of Korea");
  pst_arena_free(&arena);
}

static void numbers_are_codes_only_among_themselves(void **state)
{
  static const char *const numbers[] = {"036", "842", NULL,  "5000", "392", "410",
                                        "276", "250", "826", "124",  "156", "4"};
  static const char *const of_imf[] = {"111", "112", "132", "134", "136", "156", "158"};
  static const char *const mixed[] = {"036", "Japan"};
  const char *out[12];
  struct pst_country_report report;
  struct pst_arena arena = PST_ARENA_EMPTY;

  (void)state;
  pst_country_translate(numbers, 12, PST_COUNTRY_NAME, &arena, out, &report, NULL);
  assert_true(report.numbers);
  assert_string_equal(out[0], "Australia");
  assert_string_equal(out[1], "United States");
  assert_string_equal(out[3], "5000");
  assert_int_equal(report.unresolved, 1);
  pst_country_translate(of_imf, 7, PST_COUNTRY_NAME, &arena, out, &report, NULL);
  assert_true(report.numbers);
  assert_int_equal(report.unresolved, 7);
  assert_int_equal(report.present, 0);
  assert_string_equal(out[6], "158");
  pst_country_translate(mixed, 2, PST_COUNTRY_ISO2, &arena, out, &report, NULL);
  assert_false(report.numbers);
  assert_string_equal(out[0], "036");
  assert_string_equal(out[1], "JP");
  pst_arena_free(&arena);
}

static void short_codes_stand_among_codes(void **state)
{
  static const char *const names[] = {"EC",    "UK",    "US",   "EU",    "IDA",  "KOR",
                                      "EU28",  "SUHH",  "Peru", "Chile", "Mali", "Fiji",
                                      "Spain", "Italy", "Cuba", "Japan", "Chad", "South Korea"};
  static const char *const of_names[] = {"EC", "GBR", "USA", "EUU", "IDA", "KOR", "EU28", "SUHH"};
  static const char *const codes[] = {"JP", "EC", "EL", "IDA", "Kosovo", "Total"};
  static const char *const of_codes[] = {"JPN", "ECU", "GRC", "IDA", "XKX", "Total"};
  const char *out[18];
  struct pst_country_report report;
  struct pst_arena arena = PST_ARENA_EMPTY;

  (void)state;
  pst_country_translate(names, 18, PST_COUNTRY_ISO3, &arena, out, &report, NULL);
  for (size_t i = 0; i < 8; i++)
    assert_string_equal(out[i], of_names[i]);
  assert_int_equal(report.unresolved, 2);
  pst_country_translate(codes, 6, PST_COUNTRY_ISO3, &arena, out, &report, NULL);
  for (size_t i = 0; i < 6; i++)
    assert_string_equal(out[i], of_codes[i]);
  assert_int_equal(report.unresolved, 1);
  assert_int_equal(report.aggregates, 1);
  pst_arena_free(&arena);
}

static void nothing_is_nothing(void **state)
{
  static const char *const missing[] = {NULL, NULL};
  const char *out[2];
  struct pst_country_report report;
  struct pst_arena arena = PST_ARENA_EMPTY;

  (void)state;
  assert_int_equal(pst_country_translate(missing, 2, PST_COUNTRY_ISO3, &arena, out, &report, NULL),
                   PST_OK);
  assert_null(out[0]);
  assert_int_equal(report.count, 0);
  assert_false(report.numbers);
  assert_int_equal(pst_country_translate(missing, 0, PST_COUNTRY_ISO3, &arena, out, NULL, NULL),
                   PST_OK);
  pst_arena_free(&arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(texts_are_translated_and_counted),
      cmocka_unit_test(numbers_are_codes_only_among_themselves),
      cmocka_unit_test(short_codes_stand_among_codes),
      cmocka_unit_test(nothing_is_nothing),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
