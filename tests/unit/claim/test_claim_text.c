#include "check.h"

#include <stdlib.h>
#include <string.h>

#include "claim/claim.h"

enum { MOST = 256 << 20 };

/* What is said of SIZE bytes of TEXT, which no claims file is. */
static void assert_refused(const char *text, size_t size, size_t line, const char *message)
{
  const struct pst_claims_options options = {0};
  struct pst_claims *claims = NULL;
  struct pst_error error;

  pst_error_clear(&error);
  assert_int_equal(pst_claims_check_text("a.claims", text, size, &options, &claims, &error),
                   PST_BAD_DATA);
  assert_string_equal(error.message, message);
  assert_string_equal(error.file, "a.claims");
  assert_int_equal(error.line, line);
}

static void reading_goes_on_up_to_the_limit(void **state)
{
  (void)state;
  assert_true(pst_claims_may_go_on("paper", 5, 5));
  assert_true(pst_claims_may_go_on("paper", 5, MOST));
  assert_false(pst_claims_may_go_on("paper", 5, (size_t)MOST + 1));
  assert_false(pst_claims_may_go_on("pap\0r", 5, 5));
  assert_true(pst_claims_may_go_on("paper\0", 5, 5));
}

static void a_file_is_text(void **state)
{
  static const char nul[] = "the line holds NUL bytes; a claims file is text";
  static const char bytes[] = "the line is not UTF-8; convert it with iconv";

  (void)state;
  assert_refused("a\0b", 3, 1, nul);
  assert_refused("a\nb\n\0", 5, 3, nul);
  assert_refused("a\n\xFF\n", 4, 2, bytes);
  assert_refused("\xC3", 1, 1, bytes);
  assert_refused("a\n\xFF\n\0", 5, 3, nul);
}

static void a_file_has_a_limit(void **state)
{
  char *text = calloc((size_t)MOST + 1, 1); /* never touched, so it takes no memory */

  (void)state;
  assert_non_null(text);
  assert_refused(text, (size_t)MOST + 1, 0, "this is longer than 256 MiB, and no claims file");
  assert_refused(text, MOST, 1, "the line holds NUL bytes; a claims file is text");
  free(text);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reading_goes_on_up_to_the_limit),
      cmocka_unit_test(a_file_is_text),
      cmocka_unit_test(a_file_has_a_limit),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
