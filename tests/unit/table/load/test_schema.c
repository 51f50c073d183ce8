#include "check.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "file.h"
#include "table/load/schema.h"

static const char package[] =
    "{\"resources\": [\n"
    "  {\"path\": \"data/oda.csv\", \"schema\": {\"fields\": [\n"
    "     {\"name\": \"year\", \"type\": \"year\"},\n"
    "     {\"name\": \"oda\", \"type\": \"number\", \"unit\": \"USD million\"}, {}],\n"
    "   \"primaryKey\": [\"year\", 7], \"missingValues\": [\"\", \"..\", 7, \"n/a\"]}},\n"
    "  {\"path\": [\"a.csv\", \"b.csv\"]}]}\n";

static void what_a_package_says(void **state)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_schema schema;
  const char *path = file_text("datapackage.json", package);

  (void)state;
  assert_int_equal(pst_schema_load(path, "elsewhere/oda.csv", true, NULL, &arena, &schema, NULL),
                   PST_OK);
  assert_int_equal(schema.n_fields, 3);
  assert_string_equal(pst_schema_field(&schema, "oda")->unit, "USD million");
  assert_string_equal(pst_schema_field(&schema, "oda")->type, "number");
  assert_null(pst_schema_field(&schema, "year")->unit);
  assert_null(pst_schema_field(&schema, "none"));
  assert_true(pst_schema_field(&schema, "year")->key);
  assert_false(pst_schema_field(&schema, "oda")->key);
  assert_int_equal(schema.n_missing, 2);
  assert_string_equal(schema.missing[0], "..");
  assert_string_equal(schema.missing[1], "n/a");
  assert_int_equal(pst_schema_load(path, "b.csv", true, NULL, &arena, &schema, NULL), PST_OK);
  assert_int_equal(schema.n_fields, 0);
  assert_int_equal(pst_schema_load(path, "none.csv", false, NULL, &arena, &schema, NULL), PST_OK);
  assert_int_equal(schema.n_fields, 0);
  pst_arena_free(&arena);
}

/* A key of one column is a string, as a rule. */
static void a_key_alone(void **state)
{
  static const char text[] =
      "{\"resources\": [{\"path\": \"a.csv\", \"schema\": {\"primaryKey\": \"id\", \"fields\": "
      "[{\"name\": \"id\"}, {\"name\": \"i\"}, {\"name\": 5}]}}]}";
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_schema schema;

  (void)state;
  assert_int_equal(
      pst_schema_load(file_text("alone.json", text), "a.csv", true, NULL, &arena, &schema, NULL),
      PST_OK);
  assert_true(schema.fields[0].key);
  assert_false(schema.fields[1].key);
  assert_false(schema.fields[2].key);
  pst_arena_free(&arena);
}

/* Each of many fields, named against their order, and the first of two with one name. */
static void every_field_is_found(void **state)
{
  enum { FIELDS = 100 };
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_buffer text = {.data = NULL};
  struct pst_schema schema;
  char name[8];

  (void)state;
  pst_buffer_puts(&text, "{\"resources\": [{\"path\": \"a.csv\", \"schema\": {\"fields\": [");
  for (int i = 0; i < FIELDS; i++)
    pst_buffer_printf(&text, "{\"name\": \"c%d\", \"unit\": \"%d\"}, ", FIELDS - i, i);
  pst_buffer_puts(&text, "{\"name\": \"c7\", \"unit\": \"second\"}]}}]}");
  assert_int_equal(pst_schema_load(file_text("many.json", pst_buffer_string(&text)), "a.csv", true,
                                   NULL, &arena, &schema, NULL),
                   PST_OK);
  for (int i = 0; i < FIELDS; i++) {
    snprintf(name, sizeof name, "c%d", FIELDS - i);
    assert_int_equal(atoi(pst_schema_field(&schema, name)->unit), i);
  }
  assert_null(pst_schema_field(&schema, "c0"));
  assert_null(pst_schema_field(&schema, "d"));
  pst_buffer_free(&text);
  pst_arena_free(&arena);
}

static void fails(const char *text, const char *data_file, bool required, enum pst_status status,
                  unsigned long line, const char *message)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_schema schema;
  struct pst_error error = {.status = PST_OK};
  const char *path = text == NULL ? file_path("none.json") : file_text("bad.json", text);

  assert_int_equal(pst_schema_load(path, data_file, required, NULL, &arena, &schema, &error),
                   status);
  assert_int_equal(error.status, status);
  assert_int_equal(error.line, line);
  if (status != PST_USAGE)
    assert_string_equal(error.file, path);
  if (message != NULL)
    assert_string_equal(error.message, message);
  pst_arena_free(&arena);
}

static void what_cannot_be_used(void **state)
{
  (void)state;
  fails(NULL, "a.csv", true, PST_IO, 0, "No such file or directory");
  fails("{\n\"a\": ]", "a.csv", false, PST_BAD_DATA, 2, NULL);
  fails("[1]", "a.csv", false, PST_BAD_DATA, 0, "not a data package: it lists no resources");
  fails("{\"resources\": 1}", "a.csv", false, PST_BAD_DATA, 0,
        "not a data package: it lists no resources");
  fails(package, "c.csv", true, PST_USAGE, 0, NULL);
  fails(package, "-", true, PST_USAGE, 0, NULL);
}

static void no_package_is_no_error(void **state)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_schema schema = {.n_fields = 9};

  (void)state;
  assert_int_equal(
      pst_schema_load(file_path("none.json"), "a.csv", false, NULL, &arena, &schema, NULL), PST_OK);
  assert_int_equal(schema.n_fields, 0);
  pst_arena_free(&arena);
}

static void standard_input_is_the_only_resource(void **state)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_schema schema;
  const char *path = file_text("one.json", "{\"resources\": [{\"path\": \"a.csv\", \"schema\": "
                                           "{\"missingValues\": [\"-\"]}}]}");

  (void)state;
  assert_int_equal(pst_schema_load(path, "-", true, NULL, &arena, &schema, NULL), PST_OK);
  assert_int_equal(schema.n_missing, 1);
  pst_arena_free(&arena);
}

/* What was read once is there for the next file, whatever became of the package. */
static void packages_are_kept(void **state)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_packages packages = {.n = 0};
  struct pst_schema schema;
  const char *path = file_text("kept.json", "{\"resources\": ["
                                            "{\"path\": \"a.csv\", \"schema\": {\"fields\": "
                                            "[{\"name\": \"x\", \"unit\": \"kg\"}]}},"
                                            "{\"path\": \"b.csv\", \"schema\": {\"fields\": "
                                            "[{\"name\": \"y\"}]}}]}");

  (void)state;
  assert_int_equal(pst_schema_load(path, "a.csv", true, &packages, &arena, &schema, NULL), PST_OK);
  assert_string_equal(schema.fields[0].unit, "kg");
  file_text("kept.json", "no package");
  assert_int_equal(pst_schema_load(path, "b.csv", true, &packages, &arena, &schema, NULL), PST_OK);
  assert_string_equal(schema.fields[0].name, "y");
  assert_int_equal(packages.n, 1);
  pst_packages_free(&packages);
  assert_int_equal(pst_schema_load(path, "b.csv", true, &packages, &arena, &schema, NULL),
                   PST_BAD_DATA);
  assert_int_equal(packages.n, 0);
  pst_packages_free(&packages);
  pst_arena_free(&arena);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(packages_are_kept),
      cmocka_unit_test(what_a_package_says),
      cmocka_unit_test(a_key_alone),
      cmocka_unit_test(every_field_is_found),
      cmocka_unit_test(what_cannot_be_used),
      cmocka_unit_test(no_package_is_no_error),
      cmocka_unit_test(standard_input_is_the_only_resource),
  };

  return cmocka_run_group_tests_name("schema", tests, NULL, NULL);
}
