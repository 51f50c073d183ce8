#include "check.h"

#include <string.h>

#include "notebook/read/record.h"

static void is_recorded(const char *output, const char *complaints, int code, const char *want)
{
  struct pst_buffer out = {.data = NULL};

  pst_record_write(&out, pst_text_of(output), pst_text_of(complaints), code);
  assert_string_equal(pst_buffer_string(&out), want);
  pst_buffer_free(&out);
}

static void what_is_written(void **state)
{
  (void)state;
  is_recorded("", "", 0, "");
  is_recorded("a\nb\n", "", 0, "a\nb\n");
  is_recorded("no line end", "", 0, "no line end\n");
  is_recorded("a\n", "why\n\nnot\n", 3, "a\n2> why\n2>\n2> not\n[3]\n");
  is_recorded("a\tb\x1B[1m\n", "", 0, "a\tb\\x1B[1m\n");
  is_recorded("\xFF\n", "", 0, "\xEF\xBF\xBD\n");
}

static void what_looks_like_something_else(void **state)
{
  (void)state;
  is_recorded("$ x\n2> y\n[1]\n\\z\n[1] note\n$\n", "", 0,
              "\\$ x\n\\2> y\n\\[1]\n\\\\z\n[1] note\n$\n");
  is_recorded("> first\n> second\n", "", 0, "\\> first\n> second\n");
}

static void codes(void **state)
{
  (void)state;
  assert_int_equal(pst_record_code(pst_text_of("[0]")), 0);
  assert_int_equal(pst_record_code(pst_text_of("[255]")), 255);
  assert_int_equal(pst_record_code(pst_text_of("[256]")), -1);
  assert_int_equal(pst_record_code(pst_text_of("[]")), -1);
  assert_int_equal(pst_record_code(pst_text_of("[1] note")), -1);
}

static void what_is_read(void **state)
{
  struct pst_notebook notebook = {.path = "a.md"};
  struct pst_notebook_block block = {.line = 10};
  struct pst_error error = {.status = PST_OK};

  (void)state;
  assert_int_equal(pst_record_read(&notebook, &block,
                                   pst_text_of("$ a \\\n>   b\nout\n> more\n2> said\n[2]\n$ c\n"),
                                   &error),
                   PST_OK);
  assert_int_equal(block.n_commands, 2);
  assert_string_equal(block.commands[0].text, "a \\\n  b\n");
  assert_string_equal(block.commands[0].shown, "$ a \\\n>   b\n");
  assert_string_equal(block.commands[0].recorded, "out\n> more\n2> said\n[2]\n");
  assert_int_equal(block.commands[0].expected, 2);
  assert_int_equal(block.commands[0].line, 11);
  assert_string_equal(block.commands[1].text, "c\n");
  assert_string_equal(block.commands[1].recorded, "");
  assert_int_equal(block.commands[1].line, 17);
  pst_arena_free(&notebook.arena);
}

static void is_refused(const char *lines, unsigned long line, const char *message)
{
  struct pst_notebook notebook = {.path = "a.md"};
  struct pst_notebook_block block = {.line = 10};
  struct pst_error error = {.status = PST_OK};

  assert_int_equal(pst_record_read(&notebook, &block, pst_text_of(lines), &error), PST_BAD_DATA);
  assert_string_equal(error.message, message);
  assert_string_equal(error.file, "a.md");
  assert_int_equal(error.line, line);
  pst_arena_free(&notebook.arena);
}

static void what_is_refused(void **state)
{
  (void)state;
  is_refused("out\n$ a\n", 11, "output before any command; a command stands behind \"$ \"");
  is_refused("", 10, "a block without a command; a command stands behind \"$ \"");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_is_written), cmocka_unit_test(what_looks_like_something_else),
      cmocka_unit_test(codes),           cmocka_unit_test(what_is_read),
      cmocka_unit_test(what_is_refused),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
