#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "notebook/run/copy.h"
#include "notebook/run/folder.h"

struct fixture {
  struct pst_arena arena;
  const char *root;
  struct pst_folder folder;
};

static void put(const struct fixture *fixture, const char *place, const char *name,
                const char *text)
{
  char path[512];
  FILE *file;

  snprintf(path, sizeof path, "%s/%s/%s", fixture->root, place, name);
  file = fopen(path, "w");
  assert_non_null(file);
  fputs(text, file);
  fclose(file);
}

static const char *path_of(struct fixture *fixture, const char *name)
{
  return pst_arena_format(&fixture->arena, "%s/%s", fixture->root, name);
}

static int begin(void **state)
{
  struct fixture *fixture = calloc(1, sizeof *fixture);

  assert_non_null(fixture);
  assert_int_equal(pst_folder_root(&fixture->arena, &fixture->root, NULL), PST_OK);
  fixture->folder = (struct pst_folder){.base = path_of(fixture, "base"),
                                        .top = path_of(fixture, "top"),
                                        .here = path_of(fixture, "top")};
  assert_int_equal(pst_folder_make(path_of(fixture, "base/data/deep"), NULL), PST_OK);
  assert_int_equal(pst_folder_make(path_of(fixture, "base/out"), NULL), PST_OK);
  assert_int_equal(pst_folder_make(fixture->folder.top, NULL), PST_OK);
  put(fixture, "base", "a.csv", "a");
  put(fixture, "base", "p.claims", "table t \"data/t.csv\"\n");
  put(fixture, "base/data", "t.csv", "t");
  put(fixture, "base/data", "datapackage.json", "{}");
  put(fixture, "base/data/deep", "d.csv", "d");
  put(fixture, "base/data", ".hidden", "h");
  *state = fixture;
  return 0;
}

static int end(void **state)
{
  struct fixture *fixture = *state;

  pst_folder_remove(fixture->root);
  assert_int_equal(access(fixture->root, F_OK), -1);
  pst_arena_free(&fixture->arena);
  free(fixture);
  return 0;
}

static bool has(struct fixture *fixture, const char *name)
{
  return access(pst_arena_format(&fixture->arena, "%s/%s", fixture->folder.top, name), F_OK) == 0;
}

static void bring(struct fixture *fixture, const char *word)
{
  assert_int_equal(pst_folder_bring(&fixture->folder, word, NULL), PST_OK);
}

static void what_words_bring(void **state)
{
  struct fixture *fixture = *state;

  bring(fixture, "trend");
  bring(fixture, "-o");
  bring(fixture, ".");
  bring(fixture, "/etc/passwd");
  assert_false(has(fixture, "a.csv"));
  bring(fixture, "a.csv");
  assert_true(has(fixture, "a.csv"));
  bring(fixture, "p.claims");
  assert_true(has(fixture, "data/t.csv"));
  assert_true(has(fixture, "data/datapackage.json"));
  assert_false(has(fixture, "data/deep"));
  bring(fixture, "data");
  assert_true(has(fixture, "data/deep/d.csv"));
  assert_false(has(fixture, "data/.hidden"));
  bring(fixture, "out/new.svg");
  assert_true(has(fixture, "out"));
}

static void patterns(void **state)
{
  struct fixture *fixture = *state;

  bring(fixture, "data/*.csv");
  assert_true(has(fixture, "data/t.csv"));
  assert_false(has(fixture, "data/deep"));
}

/* Ten thousand files of a folder, or that a pattern fits, come; of one more none is left behind in silence. */
static void too_many_files(void **state)
{
  struct fixture *fixture = *state;
  struct pst_error error = {.status = PST_OK};
  char name[32];

  assert_int_equal(pst_folder_make(path_of(fixture, "base/many"), NULL), PST_OK);
  for (int i = 0; i < 10000; i++) {
    snprintf(name, sizeof name, "f%04d", i);
    put(fixture, "base/many", name, "");
  }
  bring(fixture, "many");
  assert_true(has(fixture, "many/f0000") && has(fixture, "many/f9999"));
  bring(fixture, "many/*");
  put(fixture, "base/many", "one-more", "");
  assert_int_equal(pst_folder_bring(&fixture->folder, "many", &error), PST_IO);
  assert_string_equal(error.file, "many");
  assert_string_equal(
      error.message,
      "a command names this, which is more than 10000 files; name those that it reads");
  pst_error_clear(&error);
  assert_int_equal(pst_folder_bring(&fixture->folder, "many/*", &error), PST_IO);
  assert_string_equal(error.file, "many/*");
}

static void what_was_made(void **state)
{
  struct fixture *fixture = *state;
  struct pst_list made = {.count = 0};

  bring(fixture, "a.csv");
  bring(fixture, "data/t.csv");
  put(fixture, "top", "new.csv", "1");
  put(fixture, "top/data", "t.csv", "2");
  assert_int_equal(pst_folder_made(fixture->folder.top, &fixture->arena, &made, NULL), PST_OK);
  assert_int_equal(made.count, 2);
  assert_string_equal(made.items[0], "data/t.csv");
  assert_string_equal(made.items[1], "new.csv");
  /* what is written there is written to a copy */
  {
    struct pst_buffer text = {.data = NULL};

    assert_int_equal(pst_copy_read(path_of(fixture, "base/data/t.csv"), &text, NULL), PST_OK);
    assert_string_equal(pst_buffer_string(&text), "t");
    pst_buffer_free(&text);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(what_words_bring, begin, end),
      cmocka_unit_test_setup_teardown(patterns, begin, end),
      cmocka_unit_test_setup_teardown(too_many_files, begin, end),
      cmocka_unit_test_setup_teardown(what_was_made, begin, end),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
