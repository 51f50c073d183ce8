/* load.c -- files to a table: all at once, or in parts. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "table/load/loader.h"
#include "table/load/plain_numbers.h"
#include "table/load/times.h"

static enum pst_status name_files(struct pst_loader *loader, struct pst_error *error)
{
  struct pst_table *table = loader->table;

  table->files = pst_arena_array(&table->arena, loader->n_sources, sizeof *table->files);
  if (table->files == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < loader->n_sources; i++) {
    const char *path = loader->sources[i].path;

    table->files[i] =
        pst_arena_string(&table->arena, strcmp(path, "-") == 0 ? "standard input" : path);
    if (table->files[i] == NULL)
      return pst_fail_memory(error);
  }
  table->n_files = loader->n_sources;
  return PST_OK;
}

static enum pst_status name_tokens(struct pst_loader *loader, struct pst_error *error)
{
  struct pst_table *table = loader->table;
  size_t n = loader->rules.n_missing;

  table->missing_tokens = pst_arena_array(&table->arena, n + 1, sizeof *table->missing_tokens);
  if (table->missing_tokens == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < n; i++) {
    table->missing_tokens[i] = pst_arena_string(&table->arena, loader->rules.missing[i]);
    if (table->missing_tokens[i] == NULL)
      return pst_fail_memory(error);
  }
  table->n_missing_tokens = n;
  return PST_OK;
}

enum pst_status pst_loader_begin(struct pst_loader *loader, struct pst_table *table,
                                 struct pst_error *error)
{
  enum pst_status status;

  loader->table = table;
  status = name_files(loader, error);
  if (status == PST_OK)
    status = name_tokens(loader, error);
  if (status == PST_OK)
    status = pst_loader_make_columns(loader, error);
  table->partial = true;
  loader->mark = pst_arena_mark(&table->arena);
  return status;
}

enum pst_status pst_loader_part(struct pst_loader *loader, size_t most, struct pst_error *error)
{
  enum pst_status status;

  pst_table_empty(loader->table, loader->n_asked);
  pst_arena_release(&loader->table->arena, loader->mark);
  status = pst_loader_read_rows(loader, most, error);
  loader->n_rows += loader->table->n_rows;
  return status == PST_OK ? pst_loader_settle(loader, error) : status;
}

enum pst_status pst_loader_finish(struct pst_loader *loader, struct pst_error *error)
{
  struct pst_table *table = loader->table;

  table->rows_read = loader->n_rows + loader->n_rejected;
  table->rows_rejected = loader->n_rejected;
  return pst_rejects_commit(&loader->own_rejects, error);
}

enum pst_status pst_loader_run(struct pst_loader *loader, struct pst_table *table,
                               struct pst_error *error)
{
  enum pst_status status = pst_loader_begin(loader, table, error);

  table->partial = false;
  pst_plain_numbers_begin(loader);
  if (status == PST_OK)
    status = pst_loader_part(loader, SIZE_MAX, error);
  return status == PST_OK ? pst_loader_finish(loader, error) : status;
}

bool pst_loader_again(const struct pst_loader *loader)
{
  return loader->again;
}

/* One column may be asked for twice, as text and as what it is. */
static bool told_before(const struct pst_loader *loader, size_t i)
{
  for (size_t k = 0; k < i; k++)
    if (loader->asked[k].field == loader->asked[i].field && loader->asked[k].texts_changed > 0)
      return true;
  return false;
}

static const char *tell_texts(struct pst_loader *loader, size_t i)
{
  const struct pst_loader_asked *asked = &loader->asked[i];

  if (asked->texts_changed == 0 || told_before(loader, i))
    return NULL;
  return pst_arena_format(&loader->arena,
                          "%s: %zu cell%s read without marks that do not show, or with accents in "
                          "one form (NFC), such as '%s'",
                          asked->name, asked->texts_changed,
                          asked->texts_changed == 1 ? " is" : "s are", asked->texts_example);
}

static const char *tell_signs(struct pst_loader *loader, size_t i)
{
  const struct pst_loader_asked *asked = &loader->asked[i];

  if (asked->n_around == 0)
    return NULL;
  return pst_arena_format(&loader->arena, "%s: %zu number%s read without the %s%s", asked->name,
                          asked->n_around, asked->n_around == 1 ? " is" : "s are",
                          asked->sign[0] == '\0' ? "marks between thousands" : "sign ",
                          asked->sign);
}

static bool said_before(const struct pst_loader *loader, size_t i)
{
  for (size_t k = 0; k < i; k++)
    if (loader->asked[k].field == loader->asked[i].field && loader->asked[k].n_said > 0)
      return true;
  return false;
}

static const char *tell_said(struct pst_loader *loader, size_t i)
{
  const struct pst_loader_asked *asked = &loader->asked[i];
  char plain[PST_PLAIN_SIZE], unit[8];

  if (asked->n_said == 0 || said_before(loader, i)
      || !pst_said_bounds(pst_text_of(asked->said), &loader->rules.style, plain, unit))
    return NULL;
  return pst_arena_format(&loader->arena, "%s: %zu cell%s read as bounds, such as '%s': %s",
                          asked->name, asked->n_said, asked->n_said == 1 ? " is" : "s are",
                          asked->said, plain);
}

const char *pst_loader_told(struct pst_loader *loader, size_t n)
{
  const struct pst_reader *first = loader->sources[0].reader;

  if (pst_reader_trailing(first) && n-- == 0)
    return pst_arena_format(&loader->arena,
                            "%s: every row ends in one delimiter more than the header, and is read "
                            "without it",
                            pst_reader_name(first));
  if (pst_reader_renamed(first) != NULL && n-- == 0)
    return pst_arena_format(&loader->arena,
                            "%s: names of columns are read without marks that do not show, or with "
                            "accents in one form (NFC), such as '%s'",
                            pst_reader_name(first), pst_reader_renamed(first));
  for (size_t i = 0; i < loader->n_asked; i++) {
    const char *lines[] = {loader->asked[i].times.told, tell_texts(loader, i),
                           tell_signs(loader, i), tell_said(loader, i)};

    for (size_t k = 0; k < sizeof lines / sizeof *lines; k++)
      if (lines[k] != NULL && n-- == 0)
        return lines[k];
  }
  return NULL;
}

const char *pst_loader_first_reject(const struct pst_loader *loader)
{
  return loader->first_reject;
}
