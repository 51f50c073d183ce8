/* planned.c -- a job planned and loaded as a program does it. */
#include "planned.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "file.h"

static void parse(struct pst_job *job, const char *options)
{
  static const enum pst_job_table which[] = {PST_TABLE_INPUT,  PST_TABLE_ROWS,   PST_TABLE_COUNTRY,
                                             PST_TABLE_JOIN,   PST_TABLE_TEST,   PST_TABLE_METHOD,
                                             PST_TABLE_OUTPUT, PST_TABLE_FIGURE, PST_TABLE_RUNNING};
  enum { TABLES = sizeof which / sizeof *which, WORDS_MOST = 32 };
  struct pst_option_table tables[TABLES];
  struct pst_command_line line = {.tables = tables, .n_tables = TABLES};
  static char program[] = "polstat-test", threads[] = "--threads=1",
              progress[] = "--progress=never";
  char *words[WORDS_MOST] = {program, threads, progress}, *state = NULL;
  int n = 3;

  for (size_t i = 0; i < TABLES; i++)
    assert_int_equal(pst_job_table(which[i], &job->options, &job->arena, &tables[i], NULL), PST_OK);
  for (char *word = strtok_r(pst_arena_string(&job->arena, options), " ", &state);
       word != NULL && n < WORDS_MOST; word = strtok_r(NULL, " ", &state))
    words[n++] = word;
  assert_int_equal(pst_options_parse(&line, n, words, &job->arena, NULL), PST_OK);
}

void planned_begin(struct planned *made, const char *csv, const char *options, void *settings)
{
  memset(made, 0, sizeof *made);
  made->job.program = "polstat-test";
  made->job.settings = settings;
  made->job.comm.size = 1;
  parse(&made->job, options);
  planned_items(made, &made->job.operands, file_text("planned.csv", csv));
}

void planned_items(struct planned *made, struct pst_list *list, const char *items)
{
  const char *copy = pst_arena_string(&made->job.arena, items);

  assert_non_null(copy);
  assert_int_equal(pst_list_split(list, &made->job.arena, copy, NULL), PST_OK);
}

enum pst_status planned_load(struct planned *made,
                             enum pst_status (*plan)(struct pst_job *, struct pst_error *))
{
  enum pst_status status = plan(&made->job, &made->error);

  return status == PST_OK ? pst_job_load(&made->job, &made->error) : status;
}

const char *planned_message(const struct planned *made)
{
  static char text[2 * sizeof made->error.message];

  if (made->error.line == 0)
    return made->error.message;
  snprintf(text, sizeof text, "%llu: %s", (unsigned long long)made->error.line,
           made->error.message);
  return text;
}

void planned_group(struct planned *made, const struct pst_roles *by)
{
  assert_int_equal(pst_job_group(&made->job, by, &made->groups, &made->names, NULL), PST_OK);
}

void planned_end(struct planned *made)
{
  pst_groups_free(&made->groups);
  pst_table_free(&made->job.table);
  pst_buffer_free(&made->job.log);
  free(made->job.roles);
  pst_arena_free(&made->job.arena);
}
