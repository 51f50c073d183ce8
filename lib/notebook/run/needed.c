/* needed.c -- what the chosen part of a notebook needs of the rest, and how far up its files stand. */
#include "notebook/run/needed.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/list.h"

enum pst_status pst_needed_words(const struct pst_notebook_block *block, pst_word_use *use,
                                 void *context, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < block->n_commands && status == PST_OK; i++)
    status = (block->kind == PST_NOTEBOOK_CLAIMS ? pst_words_quoted : pst_words_shell)(
        block->commands[i].text, use, context, error);
  return status;
}

/* --- blocks -------------------------------------------------------------------------------------- */

struct wanted {
  struct pst_notebook *notebook;
  struct pst_list files;
  bool found;
};

/* A file that the notebook does not find but makes, by its looks. */
static bool is_made(const struct pst_notebook *notebook, const char *word)
{
  char path[PATH_MAX];

  return strpbrk(word, "./") != NULL && word[0] != '-'
         && snprintf(path, sizeof path, "%s/%s", notebook->folder, word) < (int)sizeof path
         && access(path, F_OK) != 0;
}

static enum pst_status add_wanted(void *context, const char *word, struct pst_error *error)
{
  struct wanted *wanted = context;

  if (!is_made(wanted->notebook, word))
    return PST_OK;
  word = pst_arena_string(&wanted->notebook->arena, word);
  return word == NULL ? pst_fail_memory(error)
                      : pst_list_add(&wanted->files, &wanted->notebook->arena, word, error);
}

static enum pst_status is_wanted(void *context, const char *word, struct pst_error *error)
{
  struct wanted *wanted = context;

  (void)error;
  for (size_t i = 0; i < wanted->files.count && !wanted->found; i++)
    wanted->found = strcmp(wanted->files.items[i], word) == 0;
  return PST_OK;
}

/* The file of the evidence of a number. */
static enum pst_status add_evidence(struct wanted *wanted, const char *evidence,
                                    struct pst_error *error)
{
  char file[PATH_MAX];
  size_t size = strcspn(evidence, "#");

  if (size >= sizeof file)
    return PST_OK;
  memcpy(file, evidence, size);
  file[size] = '\0';
  return add_wanted(wanted, file, error);
}

/* A chosen number is one that block B prints. */
static bool is_held_to(const struct pst_notebook *notebook, size_t b)
{
  for (size_t i = 0; i < notebook->n_numbers; i++)
    if (notebook->numbers[i].chosen && notebook->numbers[i].block == b + 1
        && strncmp(notebook->numbers[i].evidence, "printed#", 8) == 0)
      return true;
  return false;
}

enum pst_status pst_needed_blocks(struct pst_notebook *notebook, bool *needed,
                                  struct pst_error *error)
{
  struct wanted wanted = {.notebook = notebook};
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < notebook->n_numbers && status == PST_OK; i++)
    if (notebook->numbers[i].chosen)
      status = add_evidence(&wanted, notebook->numbers[i].evidence, error);
  for (size_t b = notebook->n_blocks; b-- > 0 && status == PST_OK;) {
    const struct pst_notebook_block *block = &notebook->blocks[b];

    wanted.found = block->chosen || is_held_to(notebook, b);
    status = pst_needed_words(block, is_wanted, &wanted, error);
    needed[b] = wanted.found;
    if (status == PST_OK && needed[b])
      status = pst_needed_words(block, add_wanted, &wanted, error);
  }
  return status;
}

/* --- levels -------------------------------------------------------------------------------------- */

static enum pst_status add_levels(void *context, const char *word, struct pst_error *error)
{
  size_t *most = context, n = 0;

  (void)error;
  while (strncmp(word, "../", 3) == 0) {
    word += 3;
    n++;
  }
  if (n > *most)
    *most = n;
  return PST_OK;
}

enum pst_status pst_needed_levels(struct pst_notebook *notebook, size_t *levels,
                                  struct pst_error *error)
{
  enum pst_status status = PST_OK;

  *levels = 0;
  for (size_t b = 0; b < notebook->n_blocks && status == PST_OK; b++)
    status = pst_needed_words(&notebook->blocks[b], add_levels, levels, error);
  return status;
}
