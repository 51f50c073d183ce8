#include "check.h"

#include <string.h>

#include "base/text.h"
#include "notebook/run/words.h"

static enum pst_status add(void *context, const char *word, struct pst_error *error)
{
  (void)error;
  pst_buffer_puts(context, word);
  pst_buffer_putc(context, '|');
  return PST_OK;
}

static void words_are(const char *text, const char *want)
{
  struct pst_buffer out = {.data = NULL};

  assert_int_equal(pst_words_shell(text, add, &out, NULL), PST_OK);
  assert_string_equal(pst_buffer_string(&out), want);
  pst_buffer_free(&out);
}

static void of_commands(void **state)
{
  (void)state;
  words_are("", "");
  words_are("polstat trend a.csv -y b", "polstat|trend|a.csv|-y|b|");
  words_are("cat 'my file.csv'|head \\\n  \"x y\"", "cat|my file.csv|head|x y|");
  words_are("p --join=a.csv --render a.svg,b.svg",
            "p|--join=a.csv|a.csv|--render|a.svg,b.svg|a.svg|b.svg|");
  words_are("a>b<c;d&e`f`$(g)", "a|b|c|d|e|f|$|g|");
  words_are("a\\ b.csv 'it'\\''s'", "a b.csv|it's|");
}

static void of_claims(void **state)
{
  struct pst_buffer out = {.data = NULL};

  (void)state;
  assert_int_equal(pst_words_quoted("table a \"x.csv\"\n says \"\" \"w\" \"open", add, &out, NULL),
                   PST_OK);
  assert_string_equal(pst_buffer_string(&out), "x.csv|w|");
  pst_buffer_free(&out);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(of_commands),
      cmocka_unit_test(of_claims),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
