#include "check.h"

#include <jansson.h>
#include <string.h>

#include "claim_sample.h"

static json_t *parse(const struct pst_buffer *out)
{
  json_error_t error;
  json_t *root =
      json_loads(pst_buffer_string(out), JSON_REJECT_DUPLICATES | JSON_DECODE_INT_AS_REAL, &error);

  assert_non_null(root);
  return root;
}

static json_t *sample(void)
{
  struct pst_buffer out;
  json_t *root;

  sample_print(&out, PST_CLAIMS_JSON, PST_CLAIMS_USUAL, false);
  root = parse(&out);
  pst_buffer_free(&out);
  return root;
}

static const char *text(const json_t *object, const char *key)
{
  return json_string_value(json_object_get(object, key));
}

static double number(const json_t *object, const char *key)
{
  return json_number_value(json_object_get(object, key));
}

/* The keys of OBJECT, in order, must be WANT. */
static void has_keys(json_t *object, const char *want)
{
  struct pst_buffer keys = {.data = NULL};
  const char *key;
  json_t *value;

  json_object_foreach(object, key, value) pst_buffer_printf(&keys, "%s ", key);
  assert_string_equal(pst_buffer_string(&keys), want);
  pst_buffer_free(&keys);
}

static json_t *claim_at(const json_t *root, size_t i)
{
  return json_array_get(json_object_get(root, "claims"), i);
}

static json_t *check_at(const json_t *root, size_t claim, size_t check)
{
  return json_array_get(json_object_get(claim_at(root, claim), "checks"), check);
}

static void the_keys_are_those_of_the_schema(void **state)
{
  json_t *root = sample(), *check = check_at(root, 0, 1);

  (void)state;
  has_keys(root, "summary files claims errors coverage ");
  has_keys(json_array_get(json_object_get(root, "files"), 0), "path sha256 ");
  has_keys(claim_at(root, 0), "id at says file line verdict severity checks ");
  has_keys(check, "line column expression reading verdict severity reported computed rows "
                  "evidence diagnosis choices ");
  has_keys(json_object_get(check, "reported"), "text lo hi ");
  has_keys(json_object_get(check, "computed"), "lo hi printed ");
  has_keys(json_array_get(json_object_get(check, "rows"), 0), "file line ");
  json_decref(root);
}

static void counts_and_verdicts(void **state)
{
  static const char *const verdicts[] = {"verified",  "consistent",    "contradicted",
                                         "ambiguous", "not checkable", "error"};
  json_t *root = sample(), *summary = json_object_get(root, "summary");

  (void)state;
  assert_close(number(summary, "claims"), 6, 0, 0);
  assert_close(number(summary, "checks"), 8, 0, 0);
  assert_close(number(summary, "as_printed"), 1, 0, 0);
  assert_close(number(summary, "not_checkable"), 1, 0, 0);
  assert_int_equal(json_array_size(json_object_get(root, "claims")), 6);
  for (size_t i = 0; i < 6; i++)
    assert_string_equal(text(claim_at(root, i), "verdict"), verdicts[i]);
  assert_string_equal(text(claim_at(root, 2), "severity"), "conclusion");
  assert_true(json_is_null(json_object_get(claim_at(root, 1), "at")));
  json_decref(root);
}

static void numbers_and_their_ends(void **state)
{
  json_t *root = sample(), *change = check_at(root, 0, 1), *above = check_at(root, 1, 0);

  (void)state;
  assert_close(number(json_object_get(change, "reported"), "lo"), 8.05, 0, 0);
  assert_close(number(json_object_get(change, "computed"), "printed"), 8.1, 0, 0);
  assert_string_equal(text(json_object_get(change, "reported"), "text"), "8.1 %p");
  assert_true(json_is_null(json_object_get(json_object_get(above, "reported"), "hi")));
  assert_true(json_is_null(json_object_get(check_at(root, 2, 0), "computed")));
  json_decref(root);
}

static void why_and_hostile_texts(void **state)
{
  json_t *root = sample();

  (void)state;
  assert_string_equal(text(claim_at(root, 3), "at"), SAMPLE_HOSTILE);
  assert_string_equal(text(claim_at(root, 3), "says"), SAMPLE_HOSTILE);
  assert_true(json_is_null(json_object_get(check_at(root, 0, 1), "diagnosis")));
  assert_string_equal(text(check_at(root, 2, 0), "diagnosis"),
                      "2003 -> 2004: 412.0 -> 398.5 (-3.3 %)\n"
                      "would be true: grants[2001..2003] always rises");
  assert_string_equal(
      json_string_value(json_array_get(json_object_get(check_at(root, 2, 0), "evidence"), 0)),
      "2003 -> 2004: 412.0 -> 398.5 (-3.3 %)");
  assert_string_equal(text(check_at(root, 3, 0), "reading"), "every-partner");
  assert_string_equal(text(check_at(root, 4, 0), "diagnosis"), sample_because);
  assert_string_equal(text(json_array_get(json_object_get(root, "errors"), 0), "message"),
                      "unknown rounding 'halv'; did you mean 'half'?");
  json_decref(root);
}

static void nothing_to_check(void **state)
{
  struct pst_buffer out;
  json_t *root;

  (void)state;
  sample_print_empty(&out, PST_CLAIMS_JSON);
  root = parse(&out);
  assert_int_equal(json_array_size(json_object_get(root, "claims")), 0);
  assert_true(json_is_array(json_object_get(root, "errors")));
  json_decref(root);
  pst_buffer_free(&out);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_keys_are_those_of_the_schema),
      cmocka_unit_test(counts_and_verdicts),
      cmocka_unit_test(numbers_and_their_ends),
      cmocka_unit_test(why_and_hostile_texts),
      cmocka_unit_test(nothing_to_check),
  };

  return cmocka_run_group_tests_name("claim report json", tests, NULL, NULL);
}
