/* load_texts.c -- the distinct texts of a column in all parts so far, and how each is written. */
#include "job/load/load_texts.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "table/retext.h"

enum pst_status pst_load_texts_add(struct pst_load_texts *texts, const struct pst_table *table,
                                   size_t column, struct pst_arena *arena, unsigned **code,
                                   struct pst_error *error)
{
  const struct pst_column *from = &table->columns[column];
  unsigned n = pst_column_texts(from)->count;

  *code = pst_arena_array(arena, (size_t)n + 1, sizeof **code);
  if (*code == NULL)
    return pst_fail_memory(error);
  for (unsigned i = 0; i < n; i++)
    (*code)[i] = PST_CODE_MISSING;
  for (size_t r = 0; r < table->n_rows; r++) {
    unsigned i = pst_column_code(from, r);

    if (i == PST_CODE_MISSING || (*code)[i] != PST_CODE_MISSING)
      continue;
    (*code)[i] = pst_dictionary_add(&texts->texts, pst_column_texts(from)->texts[i]);
    if ((*code)[i] == PST_CODE_MISSING)
      return pst_fail_memory(error);
  }
  return PST_OK;
}

const char **pst_load_texts_list(const struct pst_load_texts *texts, struct pst_arena *arena)
{
  unsigned n = texts->texts.count;
  const char **list = pst_arena_array(arena, (size_t)n + 1, sizeof *list);

  for (unsigned i = 0; list != NULL && i < n; i++)
    list[i] = pst_dictionary_string(&texts->texts, i);
  return list;
}

enum pst_status pst_load_texts_write(struct pst_load_texts *texts, const char *const *written,
                                     bool *again, struct pst_error *error)
{
  unsigned n = texts->texts.count;

  if (!PST_ARRAY_RESIZE(texts->written, (size_t)n + 1, 1))
    return pst_fail_memory(error);
  for (unsigned i = 0; i < n; i++) {
    *again = *again || (i < texts->n_written && strcmp(texts->written[i], written[i]) != 0);
    texts->written[i] = written[i];
  }
  texts->n_written = n;
  return PST_OK;
}

enum pst_status pst_load_texts_column(const struct pst_load_texts *texts,
                                      const struct pst_table *table, size_t column,
                                      const unsigned *code, struct pst_arena *arena,
                                      struct pst_column *out, struct pst_error *error)
{
  unsigned n = pst_column_texts(&table->columns[column])->count;
  const char **written = pst_arena_array(arena, (size_t)n + 1, sizeof *written);

  if (written == NULL)
    return pst_fail_memory(error);
  for (unsigned i = 0; i < n; i++)
    written[i] = code[i] == PST_CODE_MISSING ? NULL : texts->written[code[i]];
  return pst_column_retext(table, column, written, out, error);
}

void pst_load_texts_free(struct pst_load_texts *texts)
{
  free(texts->written);
  free(texts->left_out);
  pst_dictionary_free(&texts->texts);
  *texts = (struct pst_load_texts){.n_written = 0};
}
