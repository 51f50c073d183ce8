/* weigh.c -- the numbers of the prose, held to their evidence. */
#include "notebook/compare/weigh.h"

#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/number.h"
#include "notebook/compare/evidence.h"
#include "notebook/compare/numeral.h"
#include "notebook/compare/printed.h"
#include "notebook/run/run.h"

static bool makes(const struct pst_notebook_block *block, const char *file)
{
  for (size_t i = 0; i < block->n_made; i++)
    if (strcmp(block->made[i], file) == 0)
      return true;
  return false;
}

/* The block that made FILE: the nearest before NUMBER, else the first behind it. */
static size_t maker_of(const struct pst_notebook *notebook,
                       const struct pst_notebook_number *number, const char *file)
{
  for (size_t b = number->block; b-- > 0;)
    if (makes(&notebook->blocks[b], file))
      return b;
  for (size_t b = number->block; b < notebook->n_blocks; b++)
    if (makes(&notebook->blocks[b], file))
      return b;
  return notebook->n_blocks;
}

static const char *path_of(struct pst_notebook *notebook, struct pst_notebook_number *number,
                           const char *file)
{
  const char *inside = pst_notebook_file(notebook, file);

  number->source = maker_of(notebook, number, inside);
  if (number->source < notebook->n_blocks)
    return pst_arena_format(&notebook->arena, "%s/%s", notebook->blocks[number->source].folder,
                            inside);
  return pst_arena_format(&notebook->arena, "%s%s%s", file[0] == '/' ? "" : notebook->folder,
                          file[0] == '/' ? "" : "/", file);
}

/* The one number in the words of a link, and where it begins. */
static bool only_numeral(struct pst_text words, size_t *at, struct pst_numeral *numeral)
{
  struct pst_numeral next;
  size_t n = 0;

  for (size_t i = 0; i < words.size;) {
    if (pst_numeral_at(words, i, &next)) {
      *at = i;
      *numeral = next;
      n++;
      i += next.size;
    } else {
      i++;
    }
  }
  return n == 1;
}

/* The words of NUMBER with VALUE in place of its number. */
static const char *correct(struct pst_arena *arena, const char *words, size_t at,
                           const struct pst_numeral *numeral, double value)
{
  struct pst_buffer out = {.data = NULL};
  const char *made;

  pst_buffer_add(&out, words, at);
  pst_numeral_print(&out, numeral, value);
  pst_buffer_puts(&out, words + at + numeral->size);
  made = out.failed ? NULL : pst_arena_string(arena, pst_buffer_string(&out));
  pst_buffer_free(&out);
  return made;
}

/* The words of NUMBER against VALUE. */
static enum pst_status hold(struct pst_notebook *notebook, struct pst_notebook_number *number,
                            double value, struct pst_error *error)
{
  struct pst_numeral numeral;
  size_t at;

  if (!only_numeral(pst_text_of(number->text), &at, &numeral))
    return pst_fail(error, PST_USAGE, "the words of the link hold one number, and no other");
  number->differs = !pst_numeral_is(&numeral, value);
  number->corrected = correct(&notebook->arena, number->text, at, &numeral, value);
  return number->corrected == NULL ? pst_fail_memory(error) : PST_OK;
}

static enum pst_status compare(struct pst_notebook *notebook, struct pst_notebook_number *number,
                               const struct pst_evidence *evidence, struct pst_error *error)
{
  double value;

  if (number->value[0] == '\0')
    return pst_fail(error, PST_USAGE, "the cell %s of %s is empty", evidence->column,
                    evidence->file);
  if (!pst_number_parse(pst_text_of(number->value), NULL, &value, NULL))
    return pst_fail(error, PST_USAGE, "the cell %s of %s is no number: '%s'", evidence->column,
                    evidence->file, number->value);
  return hold(notebook, number, value * evidence->factor, error);
}

static enum pst_status weigh_printed(struct pst_notebook *notebook,
                                     struct pst_notebook_number *number, struct pst_error *error)
{
  double value = 0;
  enum pst_status status = pst_printed_find(notebook, number, &value, error);

  return status == PST_OK ? hold(notebook, number, value, error) : status;
}

static enum pst_status weigh(struct pst_notebook *notebook, struct pst_notebook_number *number,
                             struct pst_error *error)
{
  struct pst_evidence evidence;
  enum pst_status status;
  const char *path;

  number->source = notebook->n_blocks;
  if (strncmp(number->evidence, PST_PRINTED, strlen(PST_PRINTED)) == 0)
    return weigh_printed(notebook, number, error);
  status = pst_evidence_read(&notebook->arena, number->evidence, &evidence, error);
  if (status != PST_OK)
    return status;
  path = path_of(notebook, number, evidence.file);
  if (path == NULL)
    return pst_fail_memory(error);
  if (access(path, R_OK) != 0)
    return pst_fail(error, PST_USAGE, "no block makes %s, and it is no file of the notebook",
                    evidence.file);
  status = pst_evidence_find(&evidence, path, &notebook->arena, &number->value, error);
  return status == PST_OK ? compare(notebook, number, &evidence, error) : status;
}

enum pst_status pst_weigh_numbers(struct pst_notebook *notebook, struct pst_error *error)
{
  for (size_t i = 0; i < notebook->n_numbers; i++) {
    struct pst_notebook_number *number = &notebook->numbers[i];
    struct pst_error own = {.status = PST_OK};

    if (!number->chosen || weigh(notebook, number, &own) == PST_OK)
      continue;
    if (own.status == PST_NO_MEMORY)
      return pst_fail_memory(error);
    number->failure = pst_arena_string(&notebook->arena, own.message);
    if (number->failure == NULL)
      return pst_fail_memory(error);
  }
  return PST_OK;
}
