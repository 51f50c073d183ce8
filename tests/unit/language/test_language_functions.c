/* test_language_functions.c -- the docs list the functions that the one table has, and no others.

   Run from the root of the repository, as tests/run.py does. */
#include "check.h"

#include <stdio.h>
#include <string.h>

#include "language/function.h"

static void read_file(const char *path, struct pst_buffer *out)
{
  char block[4096];
  FILE *file = fopen(path, "rb");
  size_t size;

  if (file == NULL)
    fail_msg("%s cannot be read; run the tests from the root of the repository", path);
  while ((size = fread(block, 1, sizeof block, file)) > 0)
    pst_buffer_add(out, block, size);
  fclose(file);
}

/* The table of functions in the file PATH, headed as below, has the rows of DIALECT and ends there. */
static void check_docs(const char *path, enum pst_dialect dialect)
{
  static const char head[] = "| Function | Takes | Gives |\n|---|---|---|\n";
  struct pst_buffer docs = {.data = NULL}, rows = {.data = NULL};
  const char *table;

  read_file(path, &docs);
  pst_function_markdown(&rows, dialect);
  table = strstr(pst_buffer_string(&docs), head);
  if (table == NULL)
    fail_msg("%s has no table of functions", path);
  table += sizeof head - 1;
  if (strncmp(table, pst_buffer_string(&rows), rows.size) != 0 || table[rows.size] == '|')
    fail_msg("%s lists other functions than lib/language/functions.def; it should have\n%s", path,
             pst_buffer_string(&rows));
  pst_buffer_free(&docs);
  pst_buffer_free(&rows);
}

static void docs_list_the_functions(void **state)
{
  (void)state;
  check_docs("docs/CLAIMS.md", PST_CLAIMS);
  check_docs("docs/METHODS.md", PST_ROWS);
}

/* Lines for a terminal are 80 columns wide at most, and each usage begins one. */
static void lists_fit_a_terminal(void **state)
{
  (void)state;
  for (int dialect = PST_ROWS; dialect <= PST_CLAIMS; dialect++) {
    struct pst_buffer out = {.data = NULL};
    const char *line;

    pst_function_list(&out, (enum pst_dialect)dialect);
    for (line = pst_buffer_string(&out); *line != '\0'; line = strchr(line, '\n') + 1)
      assert_true(strcspn(line, "\n") <= 80);
    for (size_t i = 0; i < PST_FNS; i++) {
      const struct pst_function_form *form = pst_function_form(i, (enum pst_dialect)dialect);

      assert_true(form->usage == NULL || strstr(pst_buffer_string(&out), form->usage) != NULL);
    }
    pst_buffer_free(&out);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(docs_list_the_functions),
      cmocka_unit_test(lists_fit_a_terminal),
  };

  return cmocka_run_group_tests_name("language_functions", tests, NULL, NULL);
}
