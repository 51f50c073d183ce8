/* merge.c -- polstat merge: what one run of a program on all of its input gives, from the parts that --part read.

   Checks nothing of the rows itself: it becomes the program that made the parts, with its options and --from-parts; or
   puts several partial files into one. */
#include <stdlib.h>
#include <string.h>

#include "cli/become.h"
#include "cli/main.h"
#include "cli/program.h"
#include "cli/shared.h"
#include "scale/pieces.h"

struct run {
  struct pst_list operands;
  const char *output;
  bool quiet;
  unsigned color;
  struct pst_pieces pieces;
  struct pst_arena arena;
};

static bool is_partial(const char *path)
{
  size_t size = path == NULL ? 0 : strlen(path);

  return size > 4 && strcmp(path + size - 4, ".pst") == 0;
}

/* --- several into one ------------------------------------------------------------------------------ */

static enum pst_status join(struct run *run, struct pst_error *error)
{
  struct pst_buffer line = {.size = 0};
  enum pst_status status = pst_pieces_write(&run->pieces, &run->arena, run->output, error);

  if (status != PST_OK || run->quiet)
    return status;
  pst_buffer_printf(&line, "merge: %zu of %zu part%s in %s\n", run->pieces.n_parts,
                    run->pieces.plan->n, run->pieces.plan->n == 1 ? "" : "s", run->output);
  pst_program_say(&line);
  pst_buffer_free(&line);
  return PST_OK;
}

/* --- the program that made them ---------------------------------------------------------------------- */

/* Only what a part can have been made by. */
static const char *name_of(const struct pst_plan *plan)
{
  static const char prefix[] = "polstat-";
  const char *name = plan->program + sizeof prefix - 1;

  if (strncmp(plan->program, prefix, sizeof prefix - 1) != 0 || name[0] == '\0'
      || name[strspn(name, "abcdefghijklmnopqrstuvwxyz")] != '\0')
    return NULL;
  for (size_t i = 0; i < plan->options.count; i++)
    if (strncmp(plan->options.items[i], "--", 2) != 0 || !pst_plan_keeps(plan->options.items[i]))
      return NULL;
  return name;
}

struct words {
  char **items; /* closed by NULL */
  size_t count;
};

static bool add_word(struct run *run, struct words *words, const char *before, const char *word)
{
  char *copy = pst_arena_format(&run->arena, "%s%s", before, word);

  words->items[words->count++] = copy;
  return copy != NULL;
}

static enum pst_status list_words(struct run *run, struct words *words, struct pst_error *error)
{
  const struct pst_plan *plan = run->pieces.plan;
  bool good;

  words->items = pst_arena_array(
      &run->arena, plan->options.count + plan->operands.count + run->operands.count + 8,
      sizeof *words->items);
  good = words->items != NULL && add_word(run, words, "", plan->program);
  for (size_t i = 0; i < plan->options.count && good; i++)
    good = add_word(run, words, "", plan->options.items[i]);
  for (size_t i = 0; i < run->operands.count && good; i++)
    good = add_word(run, words, "--from-parts=", run->operands.items[i]);
  if (good && run->output != NULL)
    good = add_word(run, words, "--output=", run->output);
  if (good && run->quiet)
    good = add_word(run, words, "", "--quiet");
  good = good && add_word(run, words, "--color=", pst_when_choices[run->color])
         && add_word(run, words, "--", "");
  for (size_t i = 0; i < plan->operands.count && good; i++)
    good = add_word(run, words, "", plan->operands.items[i]);
  return good ? PST_OK : pst_fail_memory(error);
}

static enum pst_status become(struct run *run, struct pst_error *error)
{
  struct words words = {.count = 0};
  const char *name = name_of(run->pieces.plan);
  enum pst_status status;

  if (name == NULL)
    return pst_fail_at(error, PST_BAD_DATA, run->operands.items[0], 0,
                       "this partial file names no program that makes parts");
  status = list_words(run, &words, error);
  if (status == PST_OK && !pst_hashed_note(run->pieces.hashed))
    status = pst_fail_memory(error);
  if (status != PST_OK)
    return status;
  pst_become(name, words.items);
  return pst_fail(error, PST_IO, "there is no program %s, which made these parts",
                  run->pieces.plan->program);
}

/* --- the command ------------------------------------------------------------------------------------- */

static enum pst_status check_files(struct run *run, struct pst_files *files,
                                   struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < run->operands.count && status == PST_OK; i++)
    status = pst_files_add(files, &run->arena, PST_FILE_READ, NULL, run->operands.items[i], error);
  return status == PST_OK ? pst_files_check(files, error) : status;
}

static enum pst_status work(void *context, struct pst_command_line *line, struct pst_error *error)
{
  struct run *run = context;
  enum pst_status status;

  run->operands = line->operands;
  if (run->operands.count == 0)
    return pst_fail(error, PST_USAGE, "name the partial files: polstat merge p*.pst");
  status = check_files(run, &line->files, error);
  if (status == PST_OK)
    status =
        pst_pieces_open(run->operands.items, run->operands.count, &run->arena, &run->pieces, error);
  if (status != PST_OK)
    return status;
  return is_partial(run->output) ? join(run, error) : become(run, error);
}

int main(int argc, char **argv)
{
  struct run run = {.output = NULL};
  const struct pst_option options[] = {
      pst_option_output(&run.output, "FILE",
                        "where the result goes, as -o of the program that made the parts (default: "
                        "standard output); FILE.pst takes all parts as one partial file"),
      pst_option_quiet(&run.quiet, NULL),
      pst_option_color(&run.color, NULL),
  };
  const struct pst_option_table tables[] = {PST_OPTION_TABLE(options)};
  const struct pst_program_run how = {.work = work, .color = &run.color, .context = &run};
  const struct pst_program program = {
      .name = "polstat-merge",
      .summary = "the result of a run from the parts that it was read in",
      .usage = "[OPTION...] PART.pst...",
      .description =
          "Takes the partial files that a program wrote with --part K/N -o FILE.pst, all N of them "
          "in any order, and gives what one run of that program on all of the input gives: the "
          "same bytes on standard output and standard error, the same figures and files, the same "
          "exit code; but texts that describe only estimates beyond --distinct are counted. The "
          "input must be where it was, and as it was. Exit code 6 says that parts "
          "are missing, or must be made again since the input has changed; each is named with the "
          "command that makes it.",
      .examples = "for k in 1 2 3; do polstat trend big.csv -g region --time year -y v --part $k/3 "
                  "-o p$k.pst & done; wait\n"
                  "polstat merge p*.pst > trend.csv\n"
                  "polstat merge p1.pst p2.pst -o first.pst",
      .in_parts = true,
      .tables = tables,
      .n_tables = 1,
  };
  int code = pst_program_main(&program, &how, &run.arena, argc, argv);

  pst_pieces_close(&run.pieces);
  pst_arena_free(&run.arena);
  return code;
}
