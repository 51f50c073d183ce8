/* job_table.c -- a job that has loaded a table. */
#include "job_table.h"

#include <string.h>

#include "check.h"
#include "file.h"
#include "table/load/load.h"

static enum pst_want want_of(char kind)
{
  return kind == 't' ? PST_WANT_TIME : kind == 'n' ? PST_WANT_NUMBER : PST_WANT_TEXT;
}

void job_table_load(struct job_table *made, const char *csv, const char *kinds)
{
  const char *path = file_text("job.csv", csv), *name = csv;
  const struct pst_load_options options = {.n_missing = 0};
  struct pst_loader *loader;

  memset(made, 0, sizeof *made);
  made->job.program = "polstat-test";
  made->job.roles = made->roles;
  made->job.n_roles = strlen(kinds);
  assert_true(made->job.n_roles <= JOB_TABLE_MOST);
  assert_int_equal(pst_loader_open(&path, 1, &options, &loader, NULL), PST_OK);
  for (size_t i = 0; kinds[i] != '\0'; i++) {
    const size_t size = strcspn(name, ",\n");

    made->roles[i].name = pst_arena_copy(&made->job.arena, name, size);
    made->roles[i].want = want_of(kinds[i]);
    assert_int_equal(pst_loader_ask(loader, made->roles[i].name, made->roles[i].want,
                                    &made->roles[i].column, NULL),
                     PST_OK);
    name += size + 1;
  }
  assert_int_equal(pst_loader_run(loader, &made->job.table, NULL), PST_OK);
  pst_loader_close(loader);
}

void job_table_free(struct job_table *made)
{
  pst_table_free(&made->job.table);
  pst_buffer_free(&made->job.log);
  pst_arena_free(&made->job.arena);
}
