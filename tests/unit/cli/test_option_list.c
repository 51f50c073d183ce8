#include "check.h"

#include <string.h>

#include "cli/list.h"

/* The items of TEXT, each in angle brackets, or the message. */
static void splits(const char *text, const char *want)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_list list = {.items = NULL};
  struct pst_error error = {.status = PST_OK};
  char got[256] = "";

  if (pst_list_split(&list, &arena, text, &error) == PST_OK)
    for (size_t i = 0; i < list.count; i++)
      strcat(strcat(strcat(got, "<"), list.items[i]), ">");
  else
    strcpy(got, error.message);
  assert_string_equal(got, want);
  pst_arena_free(&arena);
}

static void items_between_commas(void **state)
{
  (void)state;
  splits("a", "<a>");
  splits("a,b, c ", "<a><b>< c >");
  splits("#3,year", "<#3><year>");
  splits("say \"hi\",b", "<say \"hi\"><b>");
  splits("..,NA,-,n/a,x", "<..><NA><-><n/a><x>");
}

static void quoted_items(void **state)
{
  (void)state;
  splits("\"a,b\",c", "<a,b><c>");
  splits("\"say \"\"hi\"\"\"", "<say \"hi\">");
  splits("\"\"", "<>");
  splits("\"\",a", "<><a>");
}

static void wrong_lists(void **state)
{
  (void)state;
  splits("", "an empty item in ''; items are separated by commas");
  splits("a,", "an empty item in 'a,'; items are separated by commas");
  splits(",a", "an empty item in ',a'; items are separated by commas");
  splits("\"a", "a quote does not close in '\"a'");
  splits("\"a\"\"", "a quote does not close in '\"a\"\"'");
  splits("\"a\"b", "text after a closing quote in '\"a\"b'; items are separated by commas");
}

/* The same of items that may have brackets. */
static void splits_calls(const char *text, const char *want)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_list list = {.items = NULL};
  struct pst_error error = {.status = PST_OK};
  char got[256] = "";

  if (pst_list_split_calls(&list, &arena, text, &error) == PST_OK)
    for (size_t i = 0; i < list.count; i++)
      strcat(strcat(strcat(got, "<"), list.items[i]), ">");
  else
    strcpy(got, error.message);
  assert_string_equal(got, want);
  pst_arena_free(&arena);
}

static void commas_in_brackets_do_not_part(void **state)
{
  (void)state;
  splits_calls("share", "<share>");
  splits_calls("index(2000), average(5,trailing)", "<index(2000)><average(5,trailing)>");
  splits_calls("ratio(\"a),b\"),x", "<ratio(\"a),b\")><x>");
  splits_calls("f((1,2),3),g)", "<f((1,2),3)><g)>");
  splits_calls("a(b,c", "<a(b,c>");
  splits_calls("a,,b", "an empty item in 'a,,b'; items are separated by commas");
  splits_calls(" ", "an empty item in ' '; items are separated by commas");
}

static void many_items(void **state)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_list list = {.items = NULL};
  char text[4001];

  (void)state;
  for (size_t i = 0; i < 4000; i += 2)
    memcpy(text + i, i == 3998 ? "z" : "x,", 2);
  assert_int_equal(pst_list_split(&list, &arena, text, NULL), PST_OK);
  assert_int_equal(list.count, 2000);
  assert_string_equal(list.items[1998], "x");
  assert_string_equal(list.items[1999], "z");
  pst_arena_free(&arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(items_between_commas), cmocka_unit_test(quoted_items),
      cmocka_unit_test(wrong_lists),          cmocka_unit_test(commas_in_brackets_do_not_part),
      cmocka_unit_test(many_items),
  };

  return cmocka_run_group_tests_name("option list", tests, NULL, NULL);
}
