#include "check.h"

#include <string.h>

#include "country/fold.h"

struct pair {
  const char *text, *folded;
};

static void check(const struct pair *pairs, size_t n)
{
  char out[PST_FOLD_SIZE];

  for (size_t i = 0; i < n; i++) {
    size_t size = pst_country_fold(pst_text_of(pairs[i].text), out);

    assert_string_equal(out, pairs[i].folded);
    assert_int_equal(size, strlen(pairs[i].folded));
  }
}

#define CHECK(pairs) check(pairs, sizeof(pairs) / sizeof *(pairs))

static void capitals_and_accents_go(void **state)
{
  static const struct pair pairs[] = {
      {"JAPAN", "japan"},       {"São Tomé", "sao tome"}, {"Sa\xCC\x83o Tome\xCC\x81", "sao tome"},
      {"Türkiye", "turkiye"},   {"Åland", "aland"},       {"Weißrussland", "weissrussland"},
      {"Việt Nam", "viet nam"}, {"Ærø", "aero"},          {"Islandia Þ", "islandia th"},
  };

  (void)state;
  CHECK(pairs);
}

static void punctuation_parts_words(void **state)
{
  static const struct pair pairs[] = {
      {"Korea, Dem. People\xE2\x80\x99s Rep.", "korea dem peoples rep"},
      {"Korea, Dem. People's Rep.", "korea dem peoples rep"},
      {"Iran (Islamic Republic of)", "iran islamic republic of"},
      {"Guinea-Bissau", "guinea bissau"},
      {"Guinea\xE2\x80\x93"
       "Bissau",
       "guinea bissau"},
      {"  Japan\xC2\xA0 ", "japan"},
      {"West\t Bank", "west bank"},
      {"Latin America & Caribbean", "latin america and caribbean"},
      {"A&B", "a and b"},
  };

  (void)state;
  CHECK(pairs);
}

static void the_and_saint_are_words(void **state)
{
  static const struct pair pairs[] = {
      {"The Bahamas", "bahamas"},
      {"Bahamas, The", "bahamas"},
      {"Republic of the Congo", "republic of congo"},
      {"Theland", "theland"},
      {"St. Lucia", "saint lucia"},
      {"St Lucia", "saint lucia"},
      {"ST.LUCIA", "saint lucia"},
      {"Stan", "stan"},
      {"the", ""},
  };

  (void)state;
  CHECK(pairs);
}

static void initials_lose_their_dots(void **state)
{
  static const struct pair pairs[] = {
      {"U.S.A.", "usa"},          {"Lao P.D.R.", "lao pdr"},
      {"D.R. Congo", "dr congo"}, {"Rep.of Korea", "rep of korea"},
      {"U. S.", "u s"},           {"...", ""},
  };

  (void)state;
  CHECK(pairs);
}

static void widths_are_one(void **state)
{
  static const struct pair pairs[] = {
      {"\xEF\xBC\xAA\xEF\xBD\x81\xEF\xBD\x90\xEF\xBD\x81\xEF\xBD\x8E", "japan"},
      {"\xEF\xBD\xB2\xEF\xBD\xB7\xEF\xBE\x9E\xEF\xBE\x98\xEF\xBD\xBD", "イギリス"},
      {"\xEF\xBD\xB3\xEF\xBE\x9E", "ヴ"},
      {"ハ\xE3\x82\x9A", "パ"},
      {"は\xE3\x82\x99", "ば"},
      {"アラブ・首長国", "アラブ首長国"},
      {"ア　イ", "ア イ"},
  };

  (void)state;
  CHECK(pairs);
}

static void what_is_not_named_stays(void **state)
{
  static const struct pair pairs[] = {
      {"Kosovo*", "kosovo*"},
      {"France 1", "france 1"},
      {"Germany+DDR", "germany+ddr"},
      {"Россия", "Россия"},
      {"Japan\xE2\x80\xA0", "japan\xE2\x80\xA0"},
  };

  (void)state;
  CHECK(pairs);
}

static void no_name_is_empty(void **state)
{
  char out[PST_FOLD_SIZE], text[400];

  (void)state;
  assert_int_equal(pst_country_fold(pst_text_of(""), out), 0);
  assert_int_equal(pst_country_fold(pst_text_of("036"), out), 0);
  assert_int_equal(pst_country_fold(pst_text_of("-"), out), 0);
  assert_int_equal(pst_country_fold(pst_text_of("Jap\xE9n"), out), 0);
  assert_int_equal(pst_country_fold((struct pst_text){.data = "Tong\0", .size = 5}, out), 0);
  memset(text, 'a', sizeof text);
  for (size_t n = PST_FOLD_SIZE - 2; n < sizeof text; n++)
    assert_int_equal(pst_country_fold((struct pst_text){.data = text, .size = n}, out),
                     n < PST_FOLD_SIZE ? n : 0);
  memset(text, '&', sizeof text);
  assert_int_equal(pst_country_fold((struct pst_text){.data = text, .size = 100}, out), 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(capitals_and_accents_go), cmocka_unit_test(punctuation_parts_words),
      cmocka_unit_test(the_and_saint_are_words), cmocka_unit_test(initials_lose_their_dots),
      cmocka_unit_test(widths_are_one),          cmocka_unit_test(what_is_not_named_stays),
      cmocka_unit_test(no_name_is_empty),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
