#include "check.h"

#include <stdlib.h>
#include <unistd.h>

#include "file.h"
#include "table/read/rejects.h"

static void records_are_quoted(void **state)
{
  struct pst_rejects rejects;
  const char *path = file_path("rejects.csv");
  char *text;

  (void)state;
  assert_int_equal(pst_rejects_open(&rejects, path, NULL), PST_OK);
  pst_rejects_add(&rejects, "a \"b\".csv", 3, "why, then", pst_text_of("1,\"x\ny\""));
  pst_rejects_add(&rejects, "c.csv", 12, "", pst_text_of(""));
  assert_int_equal(pst_rejects_commit(&rejects, NULL), PST_OK);
  pst_rejects_discard(&rejects);
  text = file_get(path);
  assert_string_equal(text, "file,line,reason,record\n"
                            "\"a \"\"b\"\".csv\",3,\"why, then\",\"1,\"\"x\ny\"\"\"\n"
                            "\"c.csv\",12,\"\",\"\"\n");
  free(text);
}

static void a_block_is_put_in_order(void **state)
{
  struct pst_rejects rejects;
  const char *path = file_path("order.csv");
  char *text;

  (void)state;
  assert_int_equal(pst_rejects_open(&rejects, path, NULL), PST_OK);
  pst_rejects_add(&rejects, "a", 3, "", pst_text_of("x"));
  pst_rejects_add(&rejects, "a", 9, "", pst_text_of("y"));
  pst_rejects_add(&rejects, "a", 5, "", pst_text_of("z"));
  pst_rejects_flush(&rejects);
  pst_rejects_add(&rejects, "b", 2, "", pst_text_of("u"));
  assert_int_equal(pst_rejects_commit(&rejects, NULL), PST_OK);
  pst_rejects_discard(&rejects);
  text = file_get(path);
  assert_string_equal(text, "file,line,reason,record\n\"a\",3,\"\",\"x\"\n\"a\",5,\"\",\"z\"\n"
                            "\"a\",9,\"\",\"y\"\n\"b\",2,\"\",\"u\"\n");
  free(text);
}

static void closed_rejects_forget(void **state)
{
  struct pst_rejects rejects = {.output = {.file = NULL}};

  (void)state;
  pst_rejects_add(&rejects, "a.csv", 3, "why", pst_text_of("1"));
  assert_int_equal(pst_rejects_commit(&rejects, NULL), PST_OK);
  pst_rejects_discard(&rejects);
}

static void discarded_rejects_leave_nothing(void **state)
{
  struct pst_rejects rejects;
  const char *path = file_path("discarded.csv");

  (void)state;
  assert_int_equal(pst_rejects_open(&rejects, path, NULL), PST_OK);
  pst_rejects_add(&rejects, "a.csv", 3, "why", pst_text_of("1"));
  pst_rejects_discard(&rejects);
  assert_int_equal(access(path, F_OK), -1);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(records_are_quoted),
      cmocka_unit_test(a_block_is_put_in_order),
      cmocka_unit_test(closed_rejects_forget),
      cmocka_unit_test(discarded_rejects_leave_nothing),
  };

  return cmocka_run_group_tests_name("rejects", tests, NULL, NULL);
}
