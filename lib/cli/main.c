/* main.c -- the one path of every program. */
#include "cli/main.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdio.h>
#include <string.h>

#include "cli/man.h"
#include "cli/program.h"

/* "tidy: --to is called --country-to now; the old name still works" */
static void say_former(const struct pst_program *program, const struct pst_list *former)
{
  const char *dash = strchr(program->name, '-');

  for (size_t i = 0; i + 1 < former->count; i += 2)
    fprintf(stderr, "%s: --%s is called --%s now; the old name still works\n",
            dash == NULL ? program->name : dash + 1, former->items[i], former->items[i + 1]);
}

static enum pst_status run_command(const struct pst_program *program,
                                   const struct pst_program_run *run, struct pst_arena *arena,
                                   int argc, char **argv, struct pst_error *error)
{
  struct pst_command_line line = {.tables = program->tables, .n_tables = program->n_tables};
  enum pst_status status = pst_options_parse(&line, argc, argv, arena, error);

  if (status != PST_OK)
    return status;
  if (line.request != PST_RUN)
    return pst_program_show(program, line.request, error);
  say_former(program, &line.former);
  return run->work(run->context, &line, error);
}

/* `--help-man` and `--help-complete WORD...`, which a build and the shells ask for: what is in the tables, as
   a manual page and as the words that may stand next.  False: neither is asked for. */
static bool tell_tables(const struct pst_program *program, const struct pst_program_run *run,
                        int argc, char **argv, struct pst_error *error)
{
  struct pst_buffer out = {.data = NULL};
  bool asks_man = argc == 2 && strcmp(argv[1], "--help-man") == 0;
  bool asks_words = argc >= 2 && strcmp(argv[1], "--help-complete") == 0;

  if (asks_man)
    pst_man_print(&out, program);
  else if (asks_words)
    pst_complete_print(&out, program, run->suggest, run->context, (const char *const *)(argv + 2),
                       (size_t)argc - 2);
  else
    return false;
  pst_program_print(&out, error);
  pst_buffer_free(&out);
  return true;
}

/* Large arrays are given back when they are freed.  Left to itself the allocator keeps what it once freed, up
   to 32 MiB a piece, and new arrays come beside it. */
static void give_back_memory(void)
{
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 256 * 1024);
#endif
}

int pst_program_main(const struct pst_program *program, const struct pst_program_run *run,
                     struct pst_arena *arena, int argc, char **argv)
{
  struct pst_error error = {.status = PST_OK};
  int code;

  give_back_memory();
  pst_program_begin();
  if (tell_tables(program, run, argc, argv, &error))
    return pst_program_end(program->name, PST_WHEN_AUTO, &error);
  run_command(program, run, arena, argc, argv, &error);
  /* The result first, then what is said about it. */
  if (run->say != NULL && fflush(stdout) == 0)
    run->say(run->context);
  code = pst_program_end(program->name, (enum pst_when) * run->color, &error);
  if (code == PST_EXIT_DONE && run->answer != NULL)
    code = run->answer(run->context);
  return code;
}
