/* polstat-notebook -- checks, accepts, renders and starts notebooks: Markdown files with commands, what they
   printed, figures, claims, and numbers tied to results.

   The commands of a notebook are run by sh as they stand: a notebook is a program. */
#include <errno.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/output.h"
#include "base/parallel.h"
#include "cli/main.h"
#include "cli/program.h"
#include "cli/shared.h"
#include "notebook/accept.h"
#include "notebook/compare/untied.h"
#include "notebook/compare/weigh.h"
#include "notebook/page/page.h"
#include "notebook/read/read.h"
#include "notebook/run/child.h"
#include "notebook/run/run.h"
#include "notebook/start.h"
#include "notebook/tell.h"

static const char name[] = "polstat-notebook";

enum verb { CHECK, ACCEPT, RENDER, NEW, VERBS };

static const char *const verbs[VERBS] = {"check", "accept", "render", "new"};

struct settings {
  struct pst_notebook_options notebook;
  const char *output;
  size_t threads;
  unsigned color;
  bool quiet, untied;
};

/* One notebook, on its way. */
struct item {
  const char *path, *page; /* PAGE: where it is rendered; NULL: standard output */
  struct pst_notebook *notebook;
  struct pst_error error;
  struct pst_notebook_tally tally;
  struct pst_buffer said, text; /* differences; the new source, or the page */
  size_t n_replaced, n_untied;
};

struct run {
  struct settings settings;
  struct pst_arena arena;
  enum verb verb;
  struct item *items;
  size_t n_items;
  enum pst_status worst;
  bool differs;
};

/* --- one notebook -------------------------------------------------------------------------------- */

static enum pst_status need_blocks(const struct run *run, const struct item *item,
                                   struct pst_error *error)
{
  const struct pst_notebook *notebook = item->notebook;

  if (run->verb == RENDER || notebook->n_blocks + notebook->n_numbers > 0)
    return PST_OK;
  return pst_fail_at(error, PST_USAGE, item->path, 0,
                     "nothing in it runs: it has no block ```console, ```figure or ```claims");
}

static enum pst_status finish_item(const struct run *run, struct item *item,
                                   struct pst_error *error)
{
  item->tally = pst_notebook_count(item->notebook);
  pst_notebook_tell(&item->said, item->notebook);
  if (run->settings.untied
      && pst_untied_find(item->notebook, &item->said, &item->n_untied, error) != PST_OK)
    return PST_NO_MEMORY;
  if (run->verb == ACCEPT || run->verb == NEW)
    return pst_notebook_accept(item->notebook, &item->text, &item->n_replaced, error);
  return run->verb == RENDER ? pst_notebook_page(item->notebook, &item->text, error) : PST_OK;
}

static enum pst_status run_notebook(const struct run *run, struct item *item,
                                    struct pst_error *error)
{
  enum pst_status status = need_blocks(run, item, error);

  if (status == PST_OK)
    status = pst_notebook_run(item->notebook, error);
  if (status == PST_OK)
    status = pst_weigh_numbers(item->notebook, error);
  if (status == PST_OK)
    status = finish_item(run, item, error);
  pst_notebook_end(item->notebook);
  return status;
}

static void take_item(void *context, size_t i, size_t thread)
{
  const struct run *run = context;
  struct item *item = &run->items[i];

  (void)thread;
  if (pst_notebook_read(item->path, &run->settings.notebook, &item->notebook, &item->error)
      == PST_OK)
    run_notebook(run, item, &item->error);
}

/* --- what was found ------------------------------------------------------------------------------ */

static void say_error(struct run *run, const struct pst_error *error)
{
  struct pst_buffer out = {.data = NULL};

  pst_program_message(&out, name, error,
                      pst_program_color((enum pst_when)run->settings.color, STDERR_FILENO));
  fputs(pst_buffer_string(&out), stderr);
  pst_buffer_free(&out);
  if (error->status > run->worst)
    run->worst = error->status;
}

/* "notebook: aid.md: 14 blocks: as recorded" */
static void say_tally(const struct run *run, const struct item *item)
{
  struct pst_buffer line = {.data = NULL};

  if (run->settings.quiet)
    return;
  pst_buffer_printf(&line, "notebook: %s: ", item->path);
  pst_notebook_tally_print(&line, &item->tally);
  if (run->verb == ACCEPT && item->n_replaced > 0)
    pst_buffer_printf(&line, "; %zu written anew", item->n_replaced);
  fprintf(stderr, "%s\n", pst_buffer_string(&line));
  pst_buffer_free(&line);
}

static enum pst_status write_text(const struct pst_buffer *text, const char *path,
                                  struct pst_error *error)
{
  struct pst_output output = {.file = NULL};
  enum pst_status status = pst_output_open(&output, path, error);

  if (status != PST_OK)
    return status;
  fwrite(pst_buffer_string(text), 1, text->size, output.file);
  return pst_output_commit(&output, error);
}

static void write_item(struct run *run, struct item *item)
{
  struct pst_error error = {.status = PST_OK};

  if (run->verb == RENDER)
    write_text(&item->text, item->page, &error);
  else if (run->verb == ACCEPT && item->n_replaced > 0)
    write_text(&item->text, item->path, &error);
  if (error.status != PST_OK)
    say_error(run, &error);
}

/* A page goes to standard output: what differs must not. */
static FILE *stream_of(const struct run *run)
{
  return run->verb == RENDER ? stderr : stdout;
}

static void report_item(struct run *run, struct item *item)
{
  if (item->error.status != PST_OK) {
    say_error(run, &item->error);
    return;
  }
  fputs(pst_buffer_string(&item->said), stream_of(run));
  run->differs |= item->n_untied > 0;
  run->differs =
      run->differs || (run->verb == ACCEPT ? item->tally.failed : item->tally.differ) > 0;
  write_item(run, item);
  fflush(stdout);
  say_tally(run, item);
}

static void free_items(struct run *run)
{
  for (size_t i = 0; i < run->n_items; i++) {
    pst_notebook_free(run->items[i].notebook);
    pst_buffer_free(&run->items[i].said);
    pst_buffer_free(&run->items[i].text);
  }
}

/* --- where pages go ------------------------------------------------------------------------------ */

static bool is_folder(const char *path)
{
  struct stat about;

  return path[strlen(path) - 1] == '/' || (stat(path, &about) == 0 && S_ISDIR(about.st_mode));
}

/* FOLDER/aid.html of notebooks/aid.md. */
static enum pst_status name_page(struct run *run, struct item *item, struct pst_error *error)
{
  const char *folder = run->settings.output, *slash = strrchr(item->path, '/');
  const char *base = slash == NULL ? item->path : slash + 1, *dot = strrchr(base, '.');
  int size = dot == NULL || dot == base ? (int)strlen(base) : (int)(dot - base);

  item->page = pst_arena_format(&run->arena, "%s%s%.*s.html", folder,
                                folder[strlen(folder) - 1] == '/' ? "" : "/", size, base);
  return item->page == NULL ? pst_fail_memory(error) : PST_OK;
}

static enum pst_status name_pages(struct run *run, struct pst_error *error)
{
  const char *output = run->settings.output;
  enum pst_status status = PST_OK;

  if (run->verb != RENDER)
    return PST_OK;
  if (output != NULL && output[0] != '\0' && is_folder(output)) {
    if (mkdir(output, 0777) != 0 && errno != EEXIST)
      return pst_fail_at(error, PST_IO, output, 0, "cannot make the folder: %s", strerror(errno));
    for (size_t i = 0; i < run->n_items && status == PST_OK; i++)
      status = name_page(run, &run->items[i], error);
    return status;
  }
  if (run->n_items > 1)
    return pst_fail(error, PST_USAGE,
                    "render: several notebooks become several pages; name their folder: -o pages/");
  run->items[0].page = output;
  return PST_OK;
}

static enum pst_status check_files(struct run *run, struct pst_files *files,
                                   struct pst_error *error)
{
  enum pst_status status = PST_OK;

  files->count = 0; /* --output may be a folder: its pages stand here */
  for (size_t i = 0; i < run->n_items && status == PST_OK; i++) {
    status = pst_files_add(files, &run->arena, PST_FILE_READ, NULL, run->items[i].path, error);
    if (status == PST_OK && run->items[i].page != NULL)
      status =
          pst_files_add(files, &run->arena, PST_FILE_WRITE, "--output", run->items[i].page, error);
  }
  return status == PST_OK ? pst_files_check(files, error) : status;
}

/* --- new ----------------------------------------------------------------------------------------- */

static enum pst_status fill_new(struct run *run, struct item *item, const struct pst_buffer *text,
                                struct pst_error *error)
{
  const char *place = run->settings.output == NULL ? "notebook.md" : run->settings.output;
  enum pst_status status = pst_notebook_read_text(place, (struct pst_text){text->data, text->size},
                                                  &run->settings.notebook, &item->notebook, error);

  if (status == PST_OK)
    status = run_notebook(run, item, error);
  if (status == PST_OK)
    status = write_text(&item->text, run->settings.output, error);
  return status;
}

/* A notebook is written, never written over. */
static enum pst_status start_new(struct run *run, struct pst_error *error)
{
  struct item *item = &run->items[0];
  struct pst_buffer text = {.data = NULL};
  const char *output = run->settings.output, *from;
  enum pst_status status;

  if (run->n_items > 1)
    return pst_fail(error, PST_USAGE, "new: one table begins one notebook");
  if (output != NULL && access(output, F_OK) == 0)
    return pst_fail_at(error, PST_IO, output, 0,
                       "there is such a file already; new does not write over it");
  from = pst_notebook_path_from(&run->arena, output, item->path);
  status = from == NULL ? pst_fail_memory(error) : PST_OK;
  if (status == PST_OK)
    status = pst_notebook_start(item->path, from, &text, error);
  if (status == PST_OK)
    status = fill_new(run, item, &text, error);
  pst_buffer_free(&text);
  return status;
}

/* --- the command --------------------------------------------------------------------------------- */

static enum pst_status find_verb(struct run *run, const char *word, struct pst_error *error)
{
  size_t near = pst_text_near(pst_text_of(word), verbs, VERBS);

  for (size_t i = 0; i < VERBS; i++)
    if (strcmp(word, verbs[i]) == 0) {
      run->verb = (enum verb)i;
      return PST_OK;
    }
  if (near < VERBS)
    return pst_fail(error, PST_USAGE, "there is no command '%s'; did you mean '%s'?", word,
                    verbs[near]);
  return pst_fail(
      error, PST_USAGE,
      "there is no command '%s'; write polstat-notebook check|accept|render FILE.md..., "
      "or new DATA.csv",
      word);
}

static enum pst_status read_operands(struct run *run, const struct pst_list *operands,
                                     struct pst_error *error)
{
  enum pst_status status;

  if (operands->count == 0)
    return pst_fail(error, PST_USAGE,
                    "say what to do: polstat-notebook check|accept|render FILE.md..., or new "
                    "DATA.csv");
  status = find_verb(run, operands->items[0], error);
  if (status != PST_OK)
    return status;
  run->n_items = operands->count - 1;
  if (run->n_items == 0)
    return pst_fail(error, PST_USAGE, "%s: name a %s", operands->items[0],
                    run->verb == NEW ? "table" : "notebook");
  run->items = pst_arena_array(&run->arena, run->n_items, sizeof *run->items);
  if (run->items == NULL) {
    run->n_items = 0;
    return pst_fail_memory(error);
  }
  for (size_t i = 0; i < run->n_items; i++)
    run->items[i].path = operands->items[i + 1];
  return PST_OK;
}

static enum pst_status check_options(const struct run *run, struct pst_error *error)
{
  const struct settings *s = &run->settings;

  if (s->output != NULL && (run->verb == CHECK || run->verb == ACCEPT))
    return pst_fail(error, PST_USAGE, "--output is for render and new; %s %s", verbs[run->verb],
                    run->verb == CHECK ? "writes no file" : "writes the notebook itself");
  if (s->untied && run->verb != CHECK)
    return pst_fail(error, PST_USAGE, "--untied is for check");
  if (s->notebook.only != NULL && run->verb == NEW)
    return pst_fail(error, PST_USAGE, "--only is for notebooks that are there, and not for new");
  return PST_OK;
}

static enum pst_status run_items(struct run *run)
{
  pst_parallel(run->n_items, pst_parallel_threads(run->settings.threads, run->n_items), take_item,
               run);
  pst_child_unwatch();
  for (size_t i = 0; i < run->n_items; i++)
    report_item(run, &run->items[i]);
  return PST_OK;
}

static enum pst_status work(void *context, struct pst_command_line *line, struct pst_error *error)
{
  struct run *run = context;
  enum pst_status status = read_operands(run, &line->operands, error);

  if (status == PST_OK)
    status = check_options(run, error);
  if (status == PST_OK)
    status = name_pages(run, error);
  if (status == PST_OK)
    status = check_files(run, &line->files, error);
  if (status != PST_OK)
    return status;
  pst_notebook_prepare();
  pst_child_watch();
  if (run->verb != NEW)
    return run_items(run);
  status = start_new(run, error);
  pst_child_unwatch();
  return status;
}

static int answer(void *context)
{
  const struct run *run = context;
  int code = pst_exit_code(run->worst);

  return code == PST_EXIT_DONE && run->differs ? PST_EXIT_NO : code;
}

enum { OPTIONS_MOST = 8 };

static size_t own_options(struct pst_option *own, struct settings *s)
{
  const struct pst_option options[] = {
      {.name = "folder",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_INPUT,
       .argument = "FOLDER",
       .help = "where the files are that commands name (default: the folder of the notebook, or "
               "what its comment says: <!-- polstat notebook: --folder .. -->)",
       .to.text = &s->notebook.folder},
      {.name = "only",
       .kind = PST_OPTION_TEXT,
       .group = PST_GROUP_INPUT,
       .argument = "HEADING",
       .help = "only what stands below this heading, and the blocks that make files for it",
       .to.text = &s->notebook.only},
      {.name = "untied",
       .kind = PST_OPTION_FLAG,
       .group = PST_GROUP_INPUT,
       .help = "check: numbers of the text behind the first block that look like results and are "
               "tied to none are listed, and are a difference",
       .to.flag = &s->untied},
      pst_option_output(&s->output, "FILE",
                        "render: the page, or a folder of pages; new: the notebook (default: "
                        "standard output)"),
      {.name = "timeout",
       .kind = PST_OPTION_NUMBER,
       .group = PST_GROUP_RUNNING,
       .argument = "SECONDS",
       .low = 0,
       .high = 1e6,
       .open = true,
       .help = "a command that takes longer is stopped (default: 60, or what the notebook's "
               "comment says)",
       .to.number = &s->notebook.timeout},
      {.name = "threads",
       .kind = PST_OPTION_COUNT,
       .group = PST_GROUP_RUNNING,
       .argument = "N",
       .low = 1,
       .high = 1024,
       .help = "notebooks that run at a time (default: as many as there are processors)",
       .to.count = &s->threads},
      pst_option_quiet(&s->quiet, "no closing line"),
      pst_option_color(&s->color, "colour in messages"),
  };

  memcpy(own, options, sizeof options);
  return sizeof options / sizeof *options;
}

static const char description[] =
    "A notebook is a Markdown file. Blocks ```console hold lines '$ command' and below each what "
    "it "
    "prints: standard output, then lines '2> ...' of standard error, then [CODE] when the exit "
    "code "
    "is not 0. A block ```figure TEXT is a command that writes a figure, a block ```claims a "
    "claims "
    "file. A number in the text is tied to a result by a link: [-0.005](result "
    "\"aid.csv#country=Japan&term=slope\") is the estimate of that row of aid.csv, a file that a "
    "block "
    "wrote; &-100*share behind it is another column, with a factor. \"printed#Japan&2\" is the "
    "second "
    "number of the line that the block above prints with that word.\n\n"
    "check runs every block in a clean temporary folder, with copies of the files that its "
    "commands "
    "name and of what blocks before it made, and writes nothing. Text must be the same, a number "
    "be "
    "off by no more than half a unit of the last digit that is recorded. accept writes what is "
    "printed now into the notebook; render makes a page of it that needs no other file; new begins "
    "a "
    "notebook on a table.\n\n"
    "The commands of a notebook are run as they stand, with your rights: look at a notebook from "
    "elsewhere before you run it.";

int main(int argc, char **argv)
{
  struct run run = {.worst = PST_OK};
  struct settings *s = &run.settings;
  struct pst_option options[OPTIONS_MOST];
  const struct pst_option_table tables[] = {{.options = options, .count = own_options(options, s)}};
  const struct pst_program_run how = {
      .work = work, .answer = answer, .color = &s->color, .context = &run};
  const struct pst_program program = {
      .name = name,
      .summary = "Markdown notebooks: run, checked, drawn as pages",
      .usage = "check|accept|render|new [OPTION...] FILE...",
      .description = description,
      .says_no = "what is printed differs from the record, or a\n     number from "
                 "its evidence; accept: something could not be run\n",
      .examples = "polstat notebook new net_oda.csv -o aid.md\n"
                  "polstat notebook check aid.md\n"
                  "polstat notebook accept aid.md\n"
                  "polstat notebook render notebooks/*.md -o pages/",
      .tables = tables,
      .n_tables = 1,
  };
  int code = pst_program_main(&program, &how, &run.arena, argc, argv);

  free_items(&run);
  pst_arena_free(&run.arena);
  return code;
}
