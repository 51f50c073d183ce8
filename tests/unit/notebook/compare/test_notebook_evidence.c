#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "notebook/compare/evidence.h"

static const char table[] = "country,term,estimate,note\nJapan,slope,-0.004712,\nJapan,tau-b,0.7,\n"
                            "\"A&B, C\",slope,3,x\n";

struct fixture {
  char path[64];
  struct pst_arena arena;
};

static int begin(void **state)
{
  struct fixture *fixture = calloc(1, sizeof *fixture);
  int file;

  assert_non_null(fixture);
  strcpy(fixture->path, "/tmp/polstat-test-XXXXXX");
  file = mkstemp(fixture->path);
  assert_true(file >= 0);
  assert_int_equal(write(file, table, sizeof table - 1), sizeof table - 1);
  close(file);
  *state = fixture;
  return 0;
}

static int end(void **state)
{
  struct fixture *fixture = *state;

  unlink(fixture->path);
  pst_arena_free(&fixture->arena);
  free(fixture);
  return 0;
}

static void is_found(struct fixture *fixture, const char *text, const char *want, double factor)
{
  struct pst_error error = {.status = PST_OK};
  struct pst_evidence evidence;
  const char *cell;

  assert_int_equal(pst_evidence_read(&fixture->arena, text, &evidence, &error), PST_OK);
  assert_int_equal(pst_evidence_find(&evidence, fixture->path, &fixture->arena, &cell, &error),
                   PST_OK);
  assert_string_equal(cell, want);
  assert_close(evidence.factor, factor, 0, 0);
}

static void cells(void **state)
{
  (void)state;
  is_found(*state, "t.csv#country=Japan&term=slope", "-0.004712", 1);
  is_found(*state, "t.csv#country=Japan&term=slope&-100*estimate", "-0.004712", -100);
  is_found(*state, "t.csv#term=tau-b&-estimate", "0.7", -1);
  is_found(*state, "t.csv#country=A%26B, C&note", "x", 1);
}

static void fails(struct fixture *fixture, const char *text, const char *message)
{
  struct pst_error error = {.status = PST_OK};
  struct pst_evidence evidence;
  const char *cell;

  if (pst_evidence_read(&fixture->arena, text, &evidence, &error) == PST_OK)
    assert_int_equal(pst_evidence_find(&evidence, fixture->path, &fixture->arena, &cell, &error),
                     PST_USAGE);
  assert_string_equal(error.message, message);
}

static void refusals(void **state)
{
  (void)state;
  fails(*state, "#a=b", "no file stands before #; write FILE#COLUMN=VALUE");
  fails(*state, "t.csv#a=b&c&d", "'d' has no =; only one column gives the number");
  fails(*state, "t.csv#x*estimate", "'x' is no number to multiply with");
  fails(*state, "t.csv#county=Japan", "t.csv has no column 'county'; did you mean 'country'?");
  fails(*state, "t.csv#country=Utopia&term=slope",
        "t.csv has no row with country=Utopia, term=slope");
  fails(*state, "t.csv#country=Japan",
        "t.csv has 2 rows with country=Japan; choose one by another &COLUMN=VALUE: "
        "Japan,slope,-0.004712, | Japan,tau-b,0.7,");
  fails(*state, "t.csv#term=tau-b&values",
        "t.csv has no column 'values'; name the column of the number behind the last &");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(cells, begin, end),
      cmocka_unit_test_setup_teardown(refusals, begin, end),
  };

  return cmocka_run_group_tests(tests, NULL, NULL);
}
