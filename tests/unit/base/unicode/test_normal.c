#include "check.h"

#include <string.h>

#include "base/unicode/normal.h"

/* What TEXT is in its normal form; WANT NULL: TEXT is so already. */
static void is_normally(const char *text, const char *want)
{
  struct pst_buffer out = {.data = NULL};
  bool changed = pst_text_normal(pst_text_of(text), &out);

  if (changed != (want != NULL) || (changed && strcmp(pst_buffer_string(&out), want) != 0))
    fail_msg("'%s' is '%s'", text, changed ? pst_buffer_string(&out) : "as it was");
  pst_buffer_free(&out);
}

static void what_stays(void **state)
{
  (void)state;
  is_normally("", NULL);
  is_normally("France", NULL);
  is_normally(" ASCII is left to pst_text_trim ", NULL);
  is_normally("C\u00F4te d\u2019Ivoire", NULL);
  is_normally("a\u00A0b", NULL); /* inside it is a blank */
  is_normally("\u65E5\u672C\u3000\u9280\u884C", NULL);
  is_normally("\u06A9\u062A\u0627\u0628\u200C\u0647\u0627",
              NULL); /* Persian: the joiner is spelling */
  is_normally("bad \xFF bytes", NULL);
}

static void what_does_not_show(void **state)
{
  (void)state;
  is_normally("France\u00A0", "France");
  is_normally("\u2003France\u202F", "France");
  is_normally("\uFEFFFrance", "France");
  is_normally("\u200BFra\u200Bnce\u2060", "France");
  is_normally("Fra\u00ADnce", "France");
  is_normally("\u200EFrance\u200F", "France");
  is_normally("Fr\u200Dance", "France");
  is_normally("\u3000\u65E5\u672C", "\u65E5\u672C");
  is_normally("\u00A0", "");
}

static void one_form_of_accents(void **state)
{
  (void)state;
  is_normally("Co\u0302te", "C\u00F4te");
  is_normally("\u212B", "\u00C5");       /* the angstrom sign is the letter */
  is_normally("\u1100\u1161", "\uAC00"); /* Hangul */
  is_normally("q\u0307\u0323", "q\u0323\u0307");
}

static void one_case(void **state)
{
  static const char *const rows[][2] = {{"", ""},
                                        {"France", "france"},
                                        {"\u00C9COLE", "\u00E9cole"},
                                        {"E\u0301cole", "\u00E9cole"},
                                        {"STRASSE", "strasse"},
                                        {"Stra\u00DFe", "strasse"},
                                        {"\u0394\u03A3", "\u03B4\u03C3"},
                                        {"A\xFF", "a\xFF"}};
  struct pst_buffer out = {.data = NULL};

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    pst_text_fold(pst_text_of(rows[i][0]), &out);
    assert_string_equal(pst_buffer_string(&out), rows[i][1]);
  }
  pst_buffer_free(&out);
}

static void copies(void **state)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  bool other;

  (void)state;
  assert_string_equal(pst_text_normal_copy(pst_text_of("anne\xCC\x81"
                                                       "e\xC2\xA0"),
                                           &arena, &other),
                      "ann\xC3\xA9"
                      "e");
  assert_true(other);
  assert_string_equal(pst_text_normal_copy(pst_text_of(" a "), &arena, &other), " a ");
  assert_false(other);
  assert_string_equal(pst_text_normal_copy(pst_text_of("\xE2\x80\x8B"), &arena, NULL), "");
  assert_string_equal(pst_text_normal_copy(pst_text_of("\xFF"), &arena, NULL), "\xFF");
  pst_arena_free(&arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(copies),
      cmocka_unit_test(what_stays),
      cmocka_unit_test(what_does_not_show),
      cmocka_unit_test(one_form_of_accents),
      cmocka_unit_test(one_case),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
