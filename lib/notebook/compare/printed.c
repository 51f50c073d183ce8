/* printed.c -- a number of the prose held to a line that the block above it prints. */
#include "notebook/compare/printed.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "notebook/compare/numeral.h"
#include "notebook/read/lines.h"

struct place {
  char *words; /* parts, each closed by a 0 */
  size_t n_parts;
  double factor;
  size_t which; /* number of the line, from 1; 0: its only one */
};

/* "%26" and "%23", in place. */
static void decode(char *text)
{
  char *to = text;

  for (const char *c = text; *c != '\0'; c++)
    if (strncmp(c, "%26", 3) == 0 || strncmp(c, "%23", 3) == 0) {
      *to++ = c[2] == '6' ? '&' : '#';
      c += 2;
    } else {
      *to++ = *c;
    }
  *to = '\0';
}

/* "-100*2", "-2", "2". */
static bool read_which(const char *text, struct place *place)
{
  const char *star = strchr(text, '*');
  char *end;
  double which;

  place->factor = *text == '-' ? -1 : 1;
  text += *text == '-';
  if (star != NULL) {
    place->factor *= strtod(text, &end);
    if (end != star)
      return false;
    text = star + 1;
  }
  which = strtod(text, &end);
  place->which = which >= 1 && which <= 1000 ? (size_t)which : 0;
  return *text != '\0' && *end == '\0' && (double)place->which == which;
}

static enum pst_status read_place(struct pst_arena *arena, const char *evidence,
                                  struct place *place, struct pst_error *error)
{
  char *text = pst_arena_string(arena, evidence + strlen(PST_PRINTED)), *amp;

  *place = (struct place){.words = text, .n_parts = 1, .factor = 1};
  if (text == NULL)
    return pst_fail_memory(error);
  amp = strrchr(text, '&');
  if (amp != NULL) {
    *amp = '\0';
    if (!read_which(amp + 1, place))
      return pst_fail(error, PST_USAGE,
                      "behind & stands which number of the line, such as &2 or &-100*2");
  }
  for (char *c = text; *c != '\0'; c++)
    if (*c == '#') {
      *c = '\0';
      place->n_parts++;
    }
  return PST_OK;
}

static bool holds(struct pst_text line, const char *words)
{
  return memmem(line.data, line.size, words, strlen(words)) != NULL;
}

/* The line of TEXT that PLACE names; its parts are decoded on the way. */
static bool find_line(struct pst_text text, struct place *place, struct pst_text *line,
                      const char **missing)
{
  char *part = place->words;

  for (size_t i = 0; i < place->n_parts; i++) {
    const size_t size = strlen(part);
    bool found = false;

    decode(part);
    *missing = part;
    while (!found && pst_lines_next(&text, line))
      found = part[0] != '\0' && holds(*line, part);
    if (!found)
      return false;
    part += size + 1;
  }
  return true;
}

static size_t count_numbers(struct pst_text line, size_t which, struct pst_numeral *wanted)
{
  struct pst_numeral next;
  size_t n = 0;

  for (size_t i = 0; i < line.size;) {
    if (!pst_numeral_at(line, i, &next)) {
      i++;
      continue;
    }
    n++;
    if (n == which || (which == 0 && n == 1))
      *wanted = next;
    i += next.size;
  }
  return n;
}

static enum pst_status read_number(struct pst_text line, const struct place *place, double *value,
                                   struct pst_error *error)
{
  struct pst_numeral numeral = {.value = 0};
  const size_t n = count_numbers(line, place->which, &numeral);

  if (n == 0 || place->which > n)
    return pst_fail(error, PST_USAGE, "the line has %zu number%s: '%.*s'", n, n == 1 ? "" : "s",
                    (int)line.size, line.data);
  if (place->which == 0 && n > 1)
    return pst_fail(error, PST_USAGE, "the line has %zu numbers; say which, such as &2: '%.*s'", n,
                    (int)line.size, line.data);
  *value = numeral.value * place->factor;
  return PST_OK;
}

/* What the commands of BLOCK print; false when it did not run. */
static bool collect(const struct pst_notebook_block *block, struct pst_buffer *out)
{
  for (size_t i = 0; i < block->n_commands; i++) {
    if (!block->commands[i].ran || block->commands[i].printed == NULL)
      return false;
    pst_buffer_puts(out, block->commands[i].printed);
  }
  return true;
}

static enum pst_status find(struct pst_notebook *notebook, struct pst_notebook_number *number,
                            struct place *place, double *value, struct pst_error *error)
{
  const struct pst_notebook_block *block = &notebook->blocks[number->block - 1];
  struct pst_buffer all = {.data = NULL};
  struct pst_text line = {.data = "", .size = 0};
  const char *missing = "";
  enum pst_status status;

  if (!collect(block, &all))
    status = pst_fail(error, PST_USAGE, "the block above, of line %lu, did not run", block->line);
  else if (!find_line(pst_text_of(pst_buffer_string(&all)), place, &line, &missing))
    status = pst_fail(error, PST_USAGE, "the block above, of line %lu, prints no line with '%s'",
                      block->line, missing);
  else
    status = read_number(line, place, value, error);
  if (status == PST_OK) {
    number->source = number->block - 1;
    line = pst_text_trim(line);
    number->value = pst_arena_copy(&notebook->arena, line.data, line.size);
    status = number->value == NULL || all.failed ? pst_fail_memory(error) : PST_OK;
  }
  pst_buffer_free(&all);
  return status;
}

enum pst_status pst_printed_find(struct pst_notebook *notebook, struct pst_notebook_number *number,
                                 double *value, struct pst_error *error)
{
  struct place place;
  enum pst_status status = read_place(&notebook->arena, number->evidence, &place, error);

  if (status != PST_OK)
    return status;
  if (number->block == 0)
    return pst_fail(error, PST_USAGE, "no block stands above, which would print it");
  return find(notebook, number, &place, value, error);
}
