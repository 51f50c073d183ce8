#include "check.h"

#include <string.h>

#include "notebook/read/lines.h"
#include "notebook/read/read.h"

/* The lines of TEXT, "|" behind each. */
static void are_lines(const char *text, const char *want)
{
  struct pst_notebook notebook = {.path = "n.md"};
  struct pst_buffer got = {.data = NULL};

  assert_int_equal(pst_lines_take(&notebook, "n.md", pst_text_of(text), NULL), PST_OK);
  for (unsigned long line = 1; line <= notebook.n_lines; line++) {
    struct pst_text at = pst_lines_at(&notebook, line);

    pst_buffer_printf(&got, "%.*s|", (int)at.size, at.data);
  }
  assert_string_equal(pst_buffer_string(&got), want);
  pst_buffer_free(&got);
  pst_arena_free(&notebook.arena);
}

/* LF, CR LF and a CR alone end a line, as they do for the reader of Markdown. */
static void ends_of_lines(void **state)
{
  (void)state;
  are_lines("", "|");
  are_lines("a", "a|");
  are_lines("a\n", "a|");
  are_lines("a\nb", "a|b|");
  are_lines("a\r\nb\r\n", "a|b|");
  are_lines("a\rb\r", "a|b|");
  are_lines("a\n\nb", "a||b|");
  are_lines("a\r\r\nb\n\rc", "a||b||c|");
}

static void the_line_that_is_not_utf_8(void **state)
{
  static const struct {
    const char *text;
    unsigned long line;
  } rows[] = {{"\xFF", 1},       {"a\xFF", 1},    {"a\n\xFF", 2},  {"a\r\n\xFF", 2},
              {"a\r\xFF\nb", 2}, {"\n\n\xFF", 3}, {"a\rb\xFF", 2}, {"a\n\r\xFF", 3}};

  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    struct pst_notebook notebook = {.path = "n.md"};
    struct pst_error error = {.status = PST_OK};

    assert_int_equal(pst_lines_take(&notebook, "n.md", pst_text_of(rows[i].text), &error),
                     PST_BAD_DATA);
    assert_int_equal(error.line, rows[i].line);
    assert_string_equal(error.message, "it is not UTF-8; write it as UTF-8");
    pst_arena_free(&notebook.arena);
  }
}

/* A block behind lines that a CR alone ends is where it is. */
static void blocks_behind_carriage_returns(void **state)
{
  static const char text[] = "# A\r\n\r!\n```console\r\n$ echo 1\r\n2\r\n```\r\n";
  const struct pst_notebook_options options = {.timeout = 60};
  struct pst_notebook *notebook;

  (void)state;
  pst_notebook_prepare();
  assert_int_equal(pst_notebook_read_text("n.md", pst_text_of(text), &options, &notebook, NULL),
                   PST_OK);
  assert_int_equal(notebook->n_blocks, 1);
  assert_int_equal(notebook->blocks[0].line, 4);
  assert_int_equal(notebook->blocks[0].last, 7);
  assert_string_equal(notebook->blocks[0].commands[0].text, "echo 1\n");
  pst_notebook_free(notebook);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(ends_of_lines),
      cmocka_unit_test(the_line_that_is_not_utf_8),
      cmocka_unit_test(blocks_behind_carriage_returns),
  };

  return cmocka_run_group_tests_name("notebook lines", tests, NULL, NULL);
}
