/* settings.c -- what a notebook says of itself in a comment, and which part of it is chosen. */
#include "notebook/read/settings.h"

#include <errno.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/number.h"

enum { USUAL_SECONDS = 60 };

static const char begins[] = "<!-- polstat notebook:";

/* The next word of TEXT; empty at the end of the comment. */
static struct pst_text next_word(struct pst_text *text)
{
  struct pst_text word;

  *text = pst_text_trim(*text);
  word = (struct pst_text){.data = text->data, .size = 0};
  while (word.size < text->size && strchr(" \t\r\n", word.data[word.size]) == NULL)
    word.size++;
  text->data += word.size;
  text->size -= word.size;
  return pst_text_begins(word, "-->") ? (struct pst_text){.data = "", .size = 0} : word;
}

static enum pst_status take(struct pst_notebook_settings *settings, struct pst_notebook *notebook,
                            struct pst_text name, struct pst_text value, unsigned long line,
                            struct pst_error *error)
{
  if (pst_text_is(name, "--folder") && value.size > 0) {
    settings->folder = pst_arena_copy(&notebook->arena, value.data, value.size);
    return settings->folder == NULL ? pst_fail_memory(error) : PST_OK;
  }
  if (pst_text_is(name, "--timeout") && pst_number_parse(value, NULL, &settings->timeout, NULL)
      && settings->timeout > 0)
    return PST_OK;
  return pst_fail_at(error, PST_USAGE, notebook->path, line,
                     "'%.*s %.*s': the comment of a notebook has --folder FOLDER and --timeout "
                     "SECONDS",
                     (int)name.size, name.data, (int)value.size, value.data);
}

enum pst_status pst_settings_read(struct pst_notebook_settings *settings,
                                  struct pst_notebook *notebook, const char *html,
                                  unsigned long line, struct pst_error *error)
{
  struct pst_text rest = pst_text_of(html), name;
  enum pst_status status = PST_OK;

  if (strncmp(html, begins, sizeof begins - 1) != 0)
    return PST_OK;
  rest.data += sizeof begins - 1;
  rest.size -= sizeof begins - 1;
  while (status == PST_OK && (name = next_word(&rest)).size > 0) {
    struct pst_text value = next_word(&rest);

    status = take(settings, notebook, name, value, line, error);
  }
  return status;
}

/* The folder of a notebook at PATH that calls its files' folder SAID (NULL: its own). */
static char *join(struct pst_arena *arena, const char *path, const char *said)
{
  const char *slash = strrchr(path, '/');
  int size = slash == NULL ? 0 : (int)(slash - path) + 1;

  if (said != NULL && said[0] == '/')
    size = 0;
  if (size == 0 && said == NULL)
    return pst_arena_string(arena, ".");
  return pst_arena_format(arena, "%.*s%s", size, path, said == NULL ? "." : said);
}

enum pst_status pst_settings_apply(const struct pst_notebook_settings *settings,
                                   const struct pst_notebook_options *options,
                                   struct pst_notebook *notebook, struct pst_error *error)
{
  const char *folder = options->folder != NULL
                           ? options->folder
                           : join(&notebook->arena, notebook->path, settings->folder);
  char whole[PATH_MAX];

  if (folder == NULL)
    return pst_fail_memory(error);
  if (realpath(folder, whole) == NULL)
    return pst_fail_at(error, PST_IO, folder, 0, "the folder of the notebook's files: %s",
                       strerror(errno));
  notebook->folder = pst_arena_string(&notebook->arena, whole);
  notebook->timeout = options->timeout > 0    ? options->timeout
                      : settings->timeout > 0 ? settings->timeout
                                              : USUAL_SECONDS;
  return notebook->folder == NULL ? pst_fail_memory(error) : PST_OK;
}

/* --- the chosen part ----------------------------------------------------------------------------- */

static enum pst_status fail_heading(const struct pst_notebook *notebook, const char *only,
                                    struct pst_error *error)
{
  const char *texts[64];
  size_t n = 0, near;

  while (n < notebook->n_headings && n < sizeof texts / sizeof *texts) {
    texts[n] = notebook->headings[n].text;
    n++;
  }
  near = pst_text_near(pst_text_of(only), texts, n);
  if (near < n)
    return pst_fail(error, PST_USAGE, "--only: %s has no heading '%s'; did you mean '%s'?",
                    notebook->path, only, texts[near]);
  return pst_fail(error, PST_USAGE, "--only: %s has no heading '%s'; its first is '%s'",
                  notebook->path, only, n > 0 ? texts[0] : "");
}

/* The line behind the part under heading I. */
static unsigned long end_of(const struct pst_notebook *notebook, size_t i)
{
  for (size_t k = i + 1; k < notebook->n_headings; k++)
    if (notebook->headings[k].level <= notebook->headings[i].level)
      return notebook->headings[k].line;
  return ULONG_MAX;
}

enum pst_status pst_settings_choose(struct pst_notebook *notebook, const char *only,
                                    struct pst_error *error)
{
  size_t i = 0;
  unsigned long from, to;

  while (i < notebook->n_headings && strcasecmp(notebook->headings[i].text, only) != 0)
    i++;
  if (i == notebook->n_headings)
    return fail_heading(notebook, only, error);
  from = notebook->headings[i].line;
  to = end_of(notebook, i);
  for (size_t b = 0; b < notebook->n_blocks; b++)
    notebook->blocks[b].chosen = notebook->blocks[b].line > from && notebook->blocks[b].line < to;
  for (size_t n = 0; n < notebook->n_numbers; n++)
    notebook->numbers[n].chosen =
        notebook->numbers[n].line > from && notebook->numbers[n].line < to;
  return PST_OK;
}
