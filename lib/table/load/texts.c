/* texts.c -- a column of texts after its last row: what is the same is written the same. */
#include "table/load/texts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode/normal.h"
#include "printed/meant.h"
#include "table/load/times.h"
#include "table/retext.h"

struct change {
  struct pst_loader *loader;
  size_t i;           /* the column */
  const char **texts; /* of each code; NULL while none changes */
  bool *marks;        /* of each code: it had marks that do not show, or another form of accents */
  struct pst_buffer buffer;
};

static struct pst_column *column_of(const struct change *change)
{
  return &change->loader->table->columns[change->i];
}

/* Every code has its own text, until one changes. */
static bool begin(struct change *change)
{
  const struct pst_dictionary *texts = &column_of(change)->arrays.texts;

  if (change->texts != NULL)
    return true;
  change->texts = malloc(((size_t)texts->count + 1) * sizeof *change->texts);
  change->marks = calloc((size_t)texts->count + 1, sizeof *change->marks);
  for (unsigned c = 0; c < texts->count && change->texts != NULL; c++)
    change->texts[c] = texts->texts[c].data;
  return change->texts != NULL && change->marks != NULL;
}

static bool change_text(struct change *change, unsigned code, const char *text, bool marks)
{
  const char *copy = pst_arena_string(&change->loader->table->arena, text);

  if (copy == NULL || !begin(change))
    return false;
  change->texts[code] = copy;
  change->marks[code] = marks;
  return true;
}

/* --- periods ------------------------------------------------------------------------------------ */

/* In a column of codes as well, 2015Q1 and 2015-Q1 are one. */
static bool spell(struct change *change, unsigned code)
{
  const struct pst_dictionary *texts = &column_of(change)->arrays.texts;
  const char *now = change->texts == NULL ? texts->texts[code].data : change->texts[code], *first;
  char period[PST_PERIOD_SIZE];

  if (!pst_period_spelled(pst_text_of(now), period))
    return true;
  first = pst_loader_first_spelling(change->loader, change->i, period, now);
  if (first == NULL)
    return false;
  return strcmp(first, now) == 0
         || change_text(change, code, first, change->marks != NULL && change->marks[code]);
}

/* --- rows --------------------------------------------------------------------------------------- */

static void tell(struct change *change, size_t n, const char *example)
{
  struct pst_loader_asked *asked = &change->loader->asked[change->i];

  asked->texts_changed += n;
  if (asked->texts_example == NULL && n > 0)
    asked->texts_example = pst_arena_string(&change->loader->arena, example);
}

/* What nothing is left of is missing. */
static void count_rows(struct change *change)
{
  struct pst_column *column = column_of(change);
  const char *example = NULL;
  size_t n = 0, token;

  for (size_t r = 0; r < change->loader->table->n_rows; r++) {
    unsigned code = column->arrays.code[r];

    if (code == PST_CODE_MISSING || !change->marks[code])
      continue;
    n++;
    example = example == NULL ? change->texts[code] : example;
    if (!pst_cell_is_missing(pst_text_of(change->texts[code]), &change->loader->rules, &token))
      continue;
    column->arrays.code[r] = PST_CODE_MISSING;
    column->n_missing++;
  }
  tell(change, n, example);
}

static enum pst_status apply(struct change *change, struct pst_error *error)
{
  struct pst_column changed;
  enum pst_status status;

  count_rows(change);
  status = pst_column_retext(change->loader->table, change->i, change->texts, &changed, error);
  if (status != PST_OK)
    return status;
  pst_column_retext_free(column_of(change));
  *column_of(change) = changed;
  return PST_OK;
}

enum pst_status pst_loader_settle_texts(struct pst_loader *loader, size_t i,
                                        struct pst_error *error)
{
  struct change change = {.loader = loader, .i = i};
  const struct pst_dictionary *texts = &loader->table->columns[i].arrays.texts;
  enum pst_status status = PST_OK;
  bool good = true;

  for (unsigned c = 0; c < texts->count && good; c++) {
    if (pst_text_normal(texts->texts[c], &change.buffer))
      good = change_text(&change, c, pst_buffer_string(&change.buffer), true);
    if (good && loader->asked[i].want == PST_WANT_TEXT)
      good = spell(&change, c);
  }
  if (!good || change.buffer.failed)
    status = pst_fail_memory(error);
  else if (change.texts != NULL)
    status = apply(&change, error);
  free(change.texts);
  free(change.marks);
  pst_buffer_free(&change.buffer);
  return status;
}

/* --- texts that are not kept ---------------------------------------------------------------------- */

static bool is_text(const struct pst_loader *loader, const struct pst_loader_asked *asked)
{
  const struct pst_schema_field *field = pst_schema_field(&loader->schema, asked->name);

  return field != NULL && field->type != NULL && strcmp(field->type, "string") == 0;
}

/* By the first cell, as load/times.c looks at it. */
static bool may_be_times(const struct pst_loader *loader, const struct pst_column *column)
{
  size_t r = 0;

  while (r < loader->table->n_rows && column->arrays.code[r] == PST_CODE_MISSING)
    r++;
  return r == loader->table->n_rows
         || pst_times_might_be(column->arrays.texts.texts[column->arrays.code[r]], column->name);
}

/* A block brings fewer texts than the rest of MOST, which is then reached at the same text whatever the blocks. */
enum { CLOSE_AT = 4 };

enum pst_status pst_loader_close_texts(struct pst_loader *loader, size_t i, struct pst_error *error)
{
  struct pst_loader_asked *asked = &loader->asked[i];
  struct pst_column *column = &loader->table->columns[i];
  struct pst_dictionary *texts = &column->arrays.texts;
  bool text = is_text(loader, asked);
  enum pst_status status;

  if (asked->texts_most == 0)
    asked->texts_most = loader->options.texts_most;
  if (asked->texts_most == 0 || texts->beyond != NULL || loader->table->partial
      || texts->count < asked->texts_most / CLOSE_AT)
    return PST_OK;
  status = pst_loader_settle_texts(loader, i, error);
  if (status == PST_OK && !text)
    status = pst_cell_is_text(column, loader->table->n_rows, &loader->rules, &text, error);
  text = text && (is_text(loader, asked) || !may_be_times(loader, column));
  if (status == PST_OK && text && !pst_dictionary_close(texts, asked->texts_most))
    status = pst_fail_memory(error);
  asked->texts_most *= 2;
  return status;
}

enum pst_status pst_loader_settle_closed(struct pst_loader *loader, size_t i,
                                         struct pst_error *error)
{
  struct pst_loader_asked *asked = &loader->asked[i];
  struct pst_column *column = &loader->table->columns[i];
  const struct pst_beyond *beyond = column->arrays.texts.beyond;

  column->type = PST_COLUMN_TEXT;
  column->period = PST_PERIOD_NONE;
  for (size_t r = 0; r < loader->table->n_rows; r++)
    column->arrays.value[r] = NAN;
  asked->texts_changed += beyond->n_changed;
  if (asked->texts_example == NULL && beyond->n_changed > 0)
    asked->texts_example = pst_arena_string(&loader->arena, beyond->example);
  return beyond->n_changed > 0 && asked->texts_example == NULL ? pst_fail_memory(error) : PST_OK;
}
