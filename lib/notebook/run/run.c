/* run.c -- the blocks of a notebook, run in their order, each in a clean folder. */
#include "notebook/run/run.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "notebook/compare/same.h"
#include "notebook/read/record.h"
#include "notebook/run/child.h"
#include "notebook/run/folder.h"
#include "notebook/run/needed.h"

struct running {
  struct pst_notebook *notebook;
  char **environment;
  struct pst_folder folder; /* of the block that runs */
};

const char *pst_notebook_file(struct pst_notebook *notebook, const char *name)
{
  char *path = pst_arena_format(&notebook->arena, "%s/%s/", notebook->inside, name), *to = path;

  if (path == NULL)
    return "";
  /* Part by part: "." and "" fall away, ".." takes one back. */
  for (const char *part = path; *part != '\0';) {
    size_t size = strcspn(part, "/");

    if (size == 2 && memcmp(part, "..", 2) == 0) {
      if (to == path)
        return "";
      for (to--; to > path && to[-1] != '/';)
        to--;
    } else if (size > 0 && !(size == 1 && *part == '.')) {
      memmove(to, part, size);
      to += size;
      *to++ = '/';
    }
    part += size + (part[size] == '/');
  }
  if (to > path)
    to--;
  *to = '\0';
  return path;
}

/* --- one command --------------------------------------------------------------------------------- */

/* Where it runs is called ".": it is another folder each time. */
static void without_path(struct pst_buffer *out, const struct pst_buffer *from, const char *path)
{
  struct pst_text rest = {.data = pst_buffer_string(from), .size = from->size};
  size_t size = strlen(path);
  const char *at;

  while ((at = memmem(rest.data, rest.size, path, size)) != NULL) {
    pst_buffer_add(out, rest.data, (size_t)(at - rest.data));
    pst_buffer_putc(out, '.');
    rest.size -= (size_t)(at - rest.data) + size;
    rest.data = at + size;
  }
  pst_buffer_add(out, rest.data, rest.size);
}

static enum pst_status keep_result(struct running *running, struct pst_notebook_command *command,
                                   const struct pst_child_result *result, struct pst_error *error)
{
  struct pst_arena *arena = &running->notebook->arena;
  struct pst_buffer output = {.data = NULL}, complaints = {.data = NULL}, record = {.data = NULL};

  without_path(&output, &result->output, running->folder.here);
  without_path(&complaints, &result->complaints, running->folder.here);
  pst_record_write(&record, (struct pst_text){pst_buffer_string(&output), output.size},
                   (struct pst_text){pst_buffer_string(&complaints), complaints.size},
                   result->code);
  command->ran = true;
  command->code = result->code;
  command->output = pst_arena_copy(arena, pst_buffer_string(&output), output.size);
  command->printed = pst_arena_copy(arena, pst_buffer_string(&record), record.size);
  if (result->late)
    command->failure =
        pst_arena_format(arena, "stopped after %g second%s; --timeout gives it more",
                         running->notebook->timeout, running->notebook->timeout == 1 ? "" : "s");
  else if (result->flooded)
    command->failure =
        pst_arena_format(arena, "stopped: it prints more than %d MiB", (int)PST_CHILD_MOST);
  pst_buffer_free(&output);
  pst_buffer_free(&complaints);
  pst_buffer_free(&record);
  return command->printed == NULL || command->output == NULL ? pst_fail_memory(error) : PST_OK;
}

static enum pst_status run_arguments(struct running *running, struct pst_notebook_command *command,
                                     const char *const *arguments, struct pst_error *error)
{
  const struct pst_child child = {.arguments = arguments,
                                  .folder = running->folder.here,
                                  .environment = running->environment,
                                  .timeout = running->notebook->timeout};
  struct pst_child_result result;
  enum pst_status status = pst_child_run(&child, &result, error);

  if (status == PST_OK)
    status = keep_result(running, command, &result, error);
  pst_child_free(&result);
  return status;
}

static enum pst_status run_shell(struct running *running, struct pst_notebook_command *command,
                                 struct pst_error *error)
{
  const char *const arguments[] = {"sh", "-c", command->text, NULL};

  return run_arguments(running, command, arguments, error);
}

/* The claims as a file whose lines are numbered as those of the notebook. */
static enum pst_status write_claims(const char *path, const struct pst_notebook_command *command,
                                    struct pst_error *error)
{
  FILE *file = fopen(path, "wxe");
  bool failed;

  if (file == NULL)
    return pst_fail_at(error, PST_IO, path, 0, "%s", strerror(errno));
  for (unsigned long line = 1; line < command->line; line++)
    fputc('\n', file);
  fputs(command->text, file);
  failed = ferror(file) != 0;
  return (fclose(file) != 0) | failed ? pst_fail_at(error, PST_IO, path, 0, "%s", strerror(errno))
                                      : PST_OK;
}

static enum pst_status run_claims(struct running *running, struct pst_notebook_command *command,
                                  struct pst_error *error)
{
  const char *slash = strrchr(running->notebook->path, '/');
  char name[NAME_MAX], path[PATH_MAX];
  const char *const arguments[] = {
      PST_CHILD_FIND, "polstat-claims", "check", "--format", "json", name, NULL};
  enum pst_status status;

  snprintf(name, sizeof name, "%.200s", slash == NULL ? running->notebook->path : slash + 1);
  if (snprintf(path, sizeof path, "%s/%s", running->folder.here, name) >= (int)sizeof path)
    return pst_fail_at(error, PST_IO, running->folder.here, 0, "%s", strerror(ENAMETOOLONG));
  unlink(path); /* that of a block before it */
  status = write_claims(path, command, error);
  if (status == PST_OK)
    status = run_arguments(running, command, arguments, error);
  unlink(path);
  return status;
}

/* --- one block ----------------------------------------------------------------------------------- */

static enum pst_status bring(void *context, const char *word, struct pst_error *error)
{
  return pst_folder_bring(context, word, error);
}

/* What blocks before it made, the last of each name; then what its words name. */
static enum pst_status furnish(struct running *running, size_t b, struct pst_error *error)
{
  struct pst_notebook *notebook = running->notebook;
  enum pst_status status = pst_folder_make(running->folder.here, error);

  for (size_t i = 0; i < b && status == PST_OK; i++)
    for (size_t k = 0; k < notebook->blocks[i].n_made && status == PST_OK; k++)
      status = pst_folder_carry(notebook->blocks[i].folder, running->folder.top,
                                notebook->blocks[i].made[k], error);
  if (status == PST_OK)
    status = pst_needed_words(&notebook->blocks[b], bring, &running->folder, error);
  return status;
}

static bool has_ending(const char *name, const char *ending)
{
  size_t size = strlen(name);

  return size > strlen(ending) && strcmp(name + size - strlen(ending), ending) == 0;
}

/* The drawing among the files that BLOCK made: that in SVG comes first. */
static void find_figure(struct pst_notebook *notebook, struct pst_notebook_block *block)
{
  static const char *const endings[] = {".svg", ".png"};

  for (size_t e = 0; e < 2 && block->figure == NULL; e++)
    for (size_t i = 0; i < block->n_made && block->figure == NULL; i++)
      if (has_ending(block->made[i], endings[e]))
        block->figure = pst_arena_format(&notebook->arena, "%s/%s", block->folder, block->made[i]);
}

static enum pst_status keep_made(struct running *running, struct pst_notebook_block *block,
                                 struct pst_error *error)
{
  struct pst_list made = {.count = 0};
  enum pst_status status =
      pst_folder_made(running->folder.top, &running->notebook->arena, &made, error);

  block->folder = running->folder.top;
  block->made = made.items;
  block->n_made = made.count;
  find_figure(running->notebook, block);
  return status;
}

/* What is wrong with a command, beyond what it printed. */
static void judge(const struct pst_notebook *notebook, struct pst_notebook_block *block)
{
  for (size_t i = 0; i < block->n_commands; i++) {
    struct pst_notebook_command *command = &block->commands[i];

    if (block->kind == PST_NOTEBOOK_CONSOLE)
      command->differs = !pst_same_lines(command->recorded, command->printed);
    else
      command->differs = command->code != command->expected;
    if (block->kind == PST_NOTEBOOK_FIGURE && command->failure == NULL && !command->differs
        && command->code == 0 && block->figure == NULL)
      command->failure = "it writes no figure: no file .svg or .png is new";
  }
  (void)notebook;
}

static enum pst_status run_block(struct running *running, size_t b, struct pst_error *error)
{
  struct pst_notebook *notebook = running->notebook;
  struct pst_notebook_block *block = &notebook->blocks[b];
  enum pst_status status;

  running->folder.base = notebook->folder;
  running->folder.top = pst_arena_format(&notebook->arena, "%s/%zu", notebook->root, b + 1);
  running->folder.here =
      running->folder.top == NULL || notebook->inside[0] == '\0'
          ? running->folder.top
          : pst_arena_format(&notebook->arena, "%s/%s", running->folder.top, notebook->inside);
  if (running->folder.here == NULL)
    return pst_fail_memory(error);
  status = furnish(running, b, error);
  for (size_t i = 0; i < block->n_commands && status == PST_OK; i++)
    status = block->kind == PST_NOTEBOOK_CLAIMS ? run_claims(running, &block->commands[i], error)
                                                : run_shell(running, &block->commands[i], error);
  if (status == PST_OK)
    status = keep_made(running, block, error);
  if (status == PST_OK)
    judge(notebook, block);
  return status;
}

/* --- the notebook -------------------------------------------------------------------------------- */

/* The last LEVELS parts of the folder of the notebook's files. */
static const char *last_parts(const char *folder, size_t levels)
{
  const char *at = folder + strlen(folder);

  while (levels > 0 && at > folder) {
    at--;
    levels -= *at == '/';
  }
  return *at == '/' ? at + 1 : at;
}

static enum pst_status run_all(struct running *running, const bool *needed, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t b = 0; b < running->notebook->n_blocks && status == PST_OK; b++)
    if (needed[b])
      status = run_block(running, b, error);
  return status;
}

enum pst_status pst_notebook_run(struct pst_notebook *notebook, struct pst_error *error)
{
  struct running running = {.notebook = notebook,
                            .environment = pst_child_environment(&notebook->arena)};
  bool *needed = pst_arena_array(&notebook->arena, notebook->n_blocks + 1, sizeof *needed);
  size_t levels;
  enum pst_status status =
      running.environment == NULL || needed == NULL ? pst_fail_memory(error) : PST_OK;

  if (status == PST_OK)
    status = pst_needed_blocks(notebook, needed, error);
  if (status == PST_OK)
    status = pst_needed_levels(notebook, &levels, error);
  if (status != PST_OK)
    return status;
  notebook->inside = last_parts(notebook->folder, levels);
  status = pst_folder_root(&notebook->arena, &notebook->root, error);
  return status == PST_OK ? run_all(&running, needed, error) : status;
}

void pst_notebook_end(struct pst_notebook *notebook)
{
  if (notebook->root != NULL)
    pst_folder_remove(notebook->root);
  notebook->root = NULL;
}
