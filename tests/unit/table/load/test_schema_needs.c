#include "check.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "random.h"
#include "table/load/schema_needs.h"

static void assert_needs(const char *text, const char *expected)
{
  struct pst_buffer out = {.data = NULL};

  assert_true(pst_schema_needs(pst_text_of(text), &out));
  assert_string_equal(pst_buffer_string(&out), expected);
  pst_buffer_free(&out);
}

static void what_is_kept(void **state)
{
  (void)state;
  assert_needs("{}", "{}");
  assert_needs(" { \"name\" : \"a\", \"resources\" : [ ] }\n", "{\"resources\":[]}");
  assert_needs(
      "{\"resources\": [{\"title\": \"T\", \"path\": [\"a.csv\", \"b.csv\"], \"bytes\": -5.25,\n"
      "  \"schema\": {\"x\": [1, {\"fields\": 2}, null], \"fields\": [{\"type\": \"year\", "
      "\"constraints\":\n"
      "  {\"required\": true}}, 7, {}], \"missingValues\": [\"\", \"..\"], \"primaryKey\": "
      "\"y\"}},\n"
      "  {\"format\": \"csv\"}], \"resources\": false}",
      "{\"resources\":[{\"path\":[\"a.csv\",\"b.csv\"],\"schema\":{\"fields\":[{\"type\":\"year\"},"
      "7,{}],"
      "\"missingValues\":[\"\",\"..\"],\"primaryKey\":\"y\"}},{}],\"resources\":false}");
  /* What is no package is left to who reads it. */
  assert_needs("{\"resources\": {\"a\": [1]}}", "{\"resources\":{\"a\":[1]}}");
  assert_needs("{\"resources\": [[{\"a\": 1}]]}", "{\"resources\":[[{\"a\":1}]]}");
}

static void what_is_left_to_a_parser(void **state)
{
  static const char *const texts[] = {
      "",
      " ",
      "[]",
      "5",
      "{",
      "{}}",
      "{} 5",
      "{\"a\"}",
      "{\"a\": }",
      "{\"a\": 1,}",
      "{\"a\": [1,]}",
      "{\"a\": [1}}",
      "{\"a\": 01}",
      "{\"a\": 1.}",
      "{\"a\": -}",
      "{\"a\": 1e400}",
      "{\"a\": 12345678901234567890}",
      "{\"a\": \"\\u0061\"}",
      "{\"\\u0061\": 1}",
      "{\"a\\\\\": 1}",
      "{\"a\": \"\\x\"}",
      "{\"a\": \"\n\"}",
      "{\"a\": \"b}",
      "{\"a\": \"b\\",
      "{\"a\": nul}",
      "{\"a\": \"\xff\"}",
      "{'a': 1}",
      "{\"a\": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}",
  };

  (void)state;
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    struct pst_buffer out = {.data = NULL};

    if (pst_schema_needs(pst_text_of(texts[i]), &out))
      fail_msg("taken for plain: %s", texts[i]);
    pst_buffer_free(&out);
  }
}

/* OBJECT of the members NAMES alone, each as PART leaves it; anything but an object as it is. */
static json_t *pick(json_t *object, const char *const *names, json_t *(*part)(json_t *))
{
  json_t *picked;

  if (!json_is_object(object))
    return json_incref(object);
  picked = json_object();
  for (; *names != NULL; names++)
    if (json_object_get(object, *names) != NULL)
      json_object_set_new(picked, *names, part(json_object_get(object, *names)));
  return picked;
}

static json_t *each(json_t *list, json_t *(*part)(json_t *))
{
  json_t *picked = json_array(), *item;
  size_t i;

  if (!json_is_array(list)) {
    json_decref(picked);
    return json_incref(list);
  }
  json_array_foreach(list, i, item)
  {
    json_array_append_new(picked, part(item));
  }
  return picked;
}

static json_t *field(json_t *value)
{
  static const char *const names[] = {"name",        "type",      "title", "unit",
                                      "decimalChar", "groupChar", NULL};

  return pick(value, names, json_incref);
}

static json_t *of_schema(json_t *value)
{
  return json_is_array(value) ? each(value, field) : json_incref(value);
}

static json_t *of_resource(json_t *value)
{
  static const char *const names[] = {"fields", "primaryKey", "missingValues", NULL};
  json_t *fields = json_is_object(value) ? json_object_get(value, "fields") : NULL, *picked;

  if (!json_is_object(value))
    return json_incref(value);
  picked = pick(value, names, json_incref);
  if (fields != NULL)
    json_object_set_new(picked, "fields", of_schema(fields));
  return picked;
}

static json_t *resource(json_t *value)
{
  static const char *const names[] = {"path", "schema", NULL};
  json_t *schema = json_is_object(value) ? json_object_get(value, "schema") : NULL;
  json_t *picked = pick(value, names, json_incref);

  if (schema != NULL)
    json_object_set_new(picked, "schema", of_resource(schema));
  return picked;
}

static json_t *resources(json_t *value)
{
  return each(value, resource);
}

static const char package[] =
    "{\"name\": \"p\", \"sources\": [{\"title\": \"T \\\"t\\\"\", \"path\": \"https://x\"}], "
    "\"version\": 1.5,\n"
    " \"resources\": [{\"path\": \"a.csv\", \"hash\": null, \"schema\": {\"fields\": [\n"
    "  {\"name\": \"y\", \"type\": \"year\", \"constraints\": {\"enum\": [1, -2.5, true]}},\n"
    "  {\"name\": \"Wert \xc3\xa4\", \"unit\": \"\xe2\x82\xac\", \"title\": \"\"}],\n"
    "  \"missingValues\": [\"\", \"..\"], \"primaryKey\": [\"y\"]}}, {\"path\": [\"b\"]}]}";

/* An empty file is mapped nowhere. */
static void nothing_at_all(void **state)
{
  struct pst_buffer out = {.data = NULL};

  (void)state;
  assert_false(pst_schema_needs((struct pst_text){.data = NULL, .size = 0}, &out));
  assert_int_equal(out.size, 0);
}

/* Whatever is said to be plain is JSON to jansson too, and says the same to who asks for these members. */
static void as_jansson_has_it(void **state)
{
  static const char marks[] = "{}[]\",:\\u0 5-.\nxtn";
  static const char *const names[] = {"resources", NULL};
  uint64_t seed = 7;
  size_t plain = 0;

  (void)state;
  for (int round = 0; round < 20000; round++) {
    char text[sizeof package];
    struct pst_buffer out = {.data = NULL};

    memcpy(text, package, sizeof package);
    for (size_t i = random_below(&seed, 3); i > 0; i--)
      text[random_below(&seed, sizeof package - 1)] = marks[random_below(&seed, sizeof marks - 1)];
    if (pst_schema_needs(pst_text_of(text), &out)) {
      json_t *whole = json_loads(text, 0, NULL), *needs = json_loads(out.data, 0, NULL);
      json_t *expected = pick(whole, names, resources);

      if (whole == NULL || needs == NULL || !json_equal(expected, needs))
        fail_msg("%s became %s", text, out.data);
      json_decref(whole);
      json_decref(needs);
      json_decref(expected);
      plain++;
    }
    pst_buffer_free(&out);
  }
  assert_in_range(plain, 8000, 19999);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_is_kept),
      cmocka_unit_test(what_is_left_to_a_parser),
      cmocka_unit_test(nothing_at_all),
      cmocka_unit_test(as_jansson_has_it),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
