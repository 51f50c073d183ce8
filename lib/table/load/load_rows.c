/* load_rows.c -- records to the rows of a table, cell by cell. */
#include <math.h>
#include <stdio.h>

#include "base/pack.h"
#include "table/load/loader.h"
#include "table/load/plain_numbers.h"

struct reject_context {
  struct pst_loader *loader;
  const char *name;
};

/* Of a block the records of a wrong length are told before those with a bad cell: the first is that of the first
   line. */
void pst_loader_reject(struct pst_loader *loader, const char *name, unsigned long line,
                       const char *reason, struct pst_text raw)
{
  struct pst_buffer *packed = loader->packed_rejects;

  if (packed != NULL) {
    loader->n_rejected++;
    pst_pack_number(packed, line - loader->packed_line);
    pst_pack_text(packed, pst_text_of(reason));
    pst_pack_text(packed, loader->options.rejects_kept ? raw : pst_text_of(""));
    return;
  }
  if (loader->n_rejected++ == 0
      || (loader->first_reject_file == loader->current && line < loader->first_reject_line)) {
    loader->first_reject = pst_arena_format(&loader->arena, "%s:%lu: %s", name, line, reason);
    loader->first_reject_file = loader->current;
    loader->first_reject_line = line;
  }
  pst_rejects_add(loader->rejects, name, line, reason, raw);
}

static void on_reject(void *context, unsigned long line, const char *reason, struct pst_text raw)
{
  const struct reject_context *about = context;

  pst_loader_reject(about->loader, about->name, line, reason, raw);
}

/* A time that is left out, and what of it the messages of rows behind it have: its kind, where no row that is kept has one. */
static void undo_time(struct pst_loader_asked *asked, const struct pst_table *table,
                      struct pst_column *column)
{
  if (isnan(column->arrays.value[table->n_rows]))
    column->n_otherwise--;
  else
    asked->left_out |= 1u << column->period;
  if (column->n_missing + column->n_otherwise == table->n_rows)
    column->period = PST_PERIOD_NONE;
}

/* The cells of a row that is left out are taken back. */
static void undo_row(struct pst_loader *loader, size_t n_columns)
{
  struct pst_table *table = loader->table;

  for (size_t i = 0; i < n_columns; i++) {
    struct pst_column *column = &table->columns[i];

    if (column->arrays.code != NULL
            ? column->arrays.code[table->n_rows] == PST_CODE_MISSING
                  && (column->type == PST_COLUMN_TEXT || column->want == PST_WANT_ANY
                      || isnan(column->arrays.value[table->n_rows]))
            : pst_column_missing(column, table->n_rows))
      column->n_missing--;
    else if (column->want == PST_WANT_TIME)
      undo_time(&loader->asked[i], table, column);
    else if (column->type == PST_COLUMN_NUMBER && column->want == PST_WANT_NUMBER
             && pst_column_bounded(column, table->n_rows))
      column->n_bounded--;
  }
}

/* A time that is refused for its kind: the reason has that of the rows before. */
static void note_kind(struct pst_loader *loader, size_t i, struct pst_text cell)
{
  enum pst_period_kind kind = PST_PERIOD_NONE;
  double value;

  if (loader->asked[i].want == PST_WANT_TIME
      && (pst_period_parse(cell, &kind, &value)
          || pst_number_parse(cell, &loader->rules.style, &value, NULL)))
    loader->asked[i].kind_refused = true;
}

static enum pst_status bad_cell(struct pst_loader *loader, const struct pst_loader_source *source,
                                const struct pst_block *block, size_t r, size_t i,
                                const struct pst_error *cell, struct pst_error *error)
{
  char reason[sizeof cell->message + 128];

  snprintf(reason, sizeof reason, "field %zu (%s): %s", source->field[i] + 1, loader->asked[i].name,
           cell->message);
  if (!loader->options.reader.skip_bad)
    return pst_fail_at(error, PST_BAD_DATA, pst_reader_name(source->reader),
                       pst_block_line(block, r), "%s", reason);
  undo_row(loader, i);
  note_kind(loader, i, pst_block_field(block, r, source->field[i]));
  on_reject(&(struct reject_context){loader, pst_reader_name(source->reader)},
            pst_block_line(block, r), reason, pst_block_raw(block, r));
  return PST_OK;
}

static enum pst_status read_row(struct pst_loader *loader, const struct pst_loader_source *source,
                                const struct pst_block *block, size_t r, struct pst_error *error)
{
  struct pst_table *table = loader->table;
  struct pst_error cell;

  for (size_t i = 0; i < loader->n_asked; i++) {
    enum pst_status status;

    cell.status =
        PST_OK; /* the rest is set by a failure only: clearing it would cost more than the cell */
    status = pst_cell_read(&table->columns[i], table->n_rows, table->rows_capacity,
                           pst_block_field(block, r, source->field[i]), &loader->rules, &cell);

    if (status == PST_BAD_DATA)
      return bad_cell(loader, source, block, r, i, &cell, error);
    if (status != PST_OK)
      return pst_fail_memory(error);
  }
  pst_table_place(table, table->n_rows, pst_block_line(block, r),
                  (unsigned)(source - loader->sources));
  table->n_rows++;
  return PST_OK;
}

/* One by one, where one of them has a cell that cannot be read. */
static enum pst_status read_records(struct pst_loader *loader,
                                    const struct pst_loader_source *source,
                                    const struct pst_block *block, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < loader->n_asked && status == PST_OK; i++)
    status = pst_plain_numbers_spell(loader, i, loader->table->n_rows, error);
  for (size_t r = 0; r < block->n_records && status == PST_OK; r++)
    status = read_row(loader, source, block, r, error);
  return status;
}

/* The first stays open: its header names the columns. */
void pst_loader_end_source(struct pst_loader *loader, struct pst_loader_source *source)
{
  if (source != loader->sources) {
    pst_reader_close(source->reader);
    source->reader = NULL;
  }
  loader->current++;
  loader->mapped = false;
}

enum pst_status pst_loader_begin_source(struct pst_loader *loader, struct pst_loader_source *source,
                                        struct pst_error *error)
{
  enum pst_status status = PST_OK;

  if (source->reader == NULL)
    status = pst_loader_open_source(loader, source, error);
  if (status == PST_OK)
    status = pst_loader_map_source(loader, source, error);
  loader->mapped = status == PST_OK;
  if (status == PST_OK && loader->options.threads > 1 && loader->given == NULL)
    pst_reader_aside(source->reader);
  return status;
}

enum pst_status pst_loader_next_block(struct pst_loader *loader, struct pst_loader_source *source,
                                      bool *ended, struct pst_error *error)
{
  struct reject_context about = {loader, pst_reader_name(source->reader)};
  struct pst_block block = {.n_records = 0};
  enum pst_status status;

  pst_reader_on_reject(source->reader, on_reject, &about);
  status = pst_reader_next(source->reader, &block, error);
  *ended = status == PST_OK && block.n_records == 0;
  if (*ended)
    return PST_OK;
  if (status == PST_OK)
    status = pst_table_reserve(loader->table, loader->table->n_rows + block.n_records, error);
  if (status == PST_OK && !pst_loader_read_block(loader, source, &block))
    status = read_records(loader, source, &block, error);
  if (status != PST_OK)
    return status;
  pst_rejects_flush(loader->rejects);
  if (loader->options.show_progress != NULL)
    loader->options.show_progress(pst_reader_fraction(source->reader));
  return PST_OK;
}

/* Blocks until there are MOST rows, or no more. */
enum pst_status pst_loader_read_rows(struct pst_loader *loader, size_t most,
                                     struct pst_error *error)
{
  enum pst_status status = PST_OK;

  if (loader->given != NULL)
    return loader->take(loader, most, error);
  while (status == PST_OK && loader->current < loader->n_sources && loader->table->n_rows < most) {
    struct pst_loader_source *source = &loader->sources[loader->current];
    bool ended = false;

    if (!loader->mapped)
      status = pst_loader_begin_source(loader, source, error);
    if (status == PST_OK)
      status = pst_loader_next_block(loader, source, &ended, error);
    if (ended)
      pst_loader_end_source(loader, source);
  }
  return status;
}
