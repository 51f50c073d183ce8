/* both.c -- a delimited text read by libcsv alone, and in each way of splitting: all must be one. */
#include "both.h"

#include <stdlib.h>
#include <string.h>

static void tell_record(const struct pst_delimited_block *block, size_t r, const struct both *how,
                        struct pst_buffer *told)
{
  const struct pst_split_record *record = &block->records[r];
  const struct pst_text *field = record->n == 0 ? NULL : block->fields + record->first;

  pst_buffer_printf(told, "%lu@%zu+%zu(%zu)", record->line, record->at, record->size, record->n);
  for (size_t f = 0; f < record->n && f < how->want.width; f++) {
    if (how->want.field != NULL && !how->want.field[f])
      continue;
    pst_buffer_printf(told, "|%zu:", field->size);
    pst_buffer_add(told, field->data, field->size);
    field++;
  }
  pst_buffer_putc(told, ';');
}

static void tell(struct pst_text text, const struct both *how, size_t way, struct pst_buffer *told)
{
  struct pst_error error = {.status = PST_OK};
  struct pst_delimited *records;
  struct pst_delimited_block block = {.n_records = 1};
  enum pst_status status = pst_delimited_open_text(text, "t", how->whole, &records, &error);

  if (status != PST_OK)
    abort();
  pst_delimited_delimiter(records, how->delimiter);
  pst_delimited_until(records, how->until);
  pst_delimited_want(records, &how->want);
  pst_delimited_by(records, way);
  while (status == PST_OK && block.n_records > 0) {
    status = pst_delimited_next(records, how->most, &block, &error);
    for (size_t r = 0; status == PST_OK && r < block.n_records; r++)
      tell_record(&block, r, how, told);
  }
  pst_buffer_printf(told, "%d %lu %s; next %llu, line %lu%s", (int)status, error.line,
                    error.message, pst_delimited_stop(records), pst_delimited_line(records),
                    pst_delimited_is_cut(records) ? ", cut" : "");
  pst_delimited_close(records);
}

const char *both_differ(struct pst_text text, const struct both *how, struct pst_buffer *libcsv,
                        struct pst_buffer *other)
{
  tell(text, how, PST_DELIMITED_LIBCSV, libcsv);
  for (size_t way = 0; way < pst_split_ways(); way++) {
    pst_buffer_clear(other);
    tell(text, how, way, other);
    if (libcsv->size != other->size || memcmp(libcsv->data, other->data, other->size) != 0)
      return pst_split_name(way);
  }
  pst_buffer_clear(libcsv);
  return NULL;
}
