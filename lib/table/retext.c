/* retext.c -- a text column with other texts in the place of its own. */
#include "table/retext.h"

#include <stdlib.h>

void pst_column_retext_free(struct pst_column *column)
{
  free(column->arrays.code);
  column->arrays.code = NULL;
  pst_dictionary_free(&column->arrays.texts);
}

/* The new code of each old one, on first use. */
static unsigned recode(struct pst_column *out, unsigned *map, unsigned code,
                       const char *const *texts)
{
  if (map[code] == PST_CODE_MISSING)
    map[code] = pst_dictionary_add(&out->arrays.texts, pst_text_of(texts[code]));
  return map[code];
}

static bool recode_all(const struct pst_column *from, size_t n_rows, unsigned *map,
                       const char *const *texts, struct pst_column *out)
{
  for (unsigned i = 0; i < from->arrays.texts.count; i++)
    map[i] = PST_CODE_MISSING;
  for (size_t r = 0; r < n_rows; r++) {
    out->arrays.code[r] = PST_CODE_MISSING;
    if (from->arrays.code[r] == PST_CODE_MISSING)
      continue;
    out->arrays.code[r] = recode(out, map, from->arrays.code[r], texts);
    if (out->arrays.code[r] == PST_CODE_MISSING)
      return false;
  }
  return true;
}

enum pst_status pst_column_retext(const struct pst_table *table, size_t column,
                                  const char *const *texts, struct pst_column *out,
                                  struct pst_error *error)
{
  const struct pst_column *from = &table->columns[column];
  unsigned *map = calloc((size_t)from->arrays.texts.count + 1, sizeof *map);
  size_t rows = table->rows_capacity > 0 ? table->rows_capacity : 1;
  bool done;

  *out = *from;
  out->arrays.texts = (struct pst_dictionary){.count = 0};
  out->arrays.code = calloc(rows, sizeof *out->arrays.code);
  done =
      map != NULL && out->arrays.code != NULL && recode_all(from, table->n_rows, map, texts, out);
  free(map);
  if (done)
    return PST_OK;
  pst_column_retext_free(out);
  return pst_fail_memory(error);
}
