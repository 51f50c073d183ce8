/* tidy_write.c -- a tidy table as CSV, its data package, and the report of what was read. */
#include "tidy/tidy_write.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "base/array.h"
#include "base/unicode/shown.h"
#include "table/dictionary.h"

/* --- cells ----------------------------------------------------------------------------------- */

static bool must_quote(struct pst_text text)
{
  if (text.size == 0)
    return false;
  for (size_t i = 0; i < text.size; i++)
    if (text.data[i] == ',' || text.data[i] == '"' || text.data[i] == '\n' || text.data[i] == '\r')
      return true;
  return text.data[0] == ' ' || text.data[text.size - 1] == ' ' || text.data[0] == '\t'
         || text.data[text.size - 1] == '\t';
}

struct writer {
  const struct pst_tidy *tidy;
  const struct pst_tidy_output *output;
  const struct pst_tidy_columns *columns;
  FILE *file;
  bool terminal; /* control characters of the data are not to work on it */
};

/* No other thread has the file. */
static void put_raw(FILE *file, struct pst_text text)
{
  if (!must_quote(text)) {
    fwrite_unlocked(text.data, 1, text.size, file);
    return;
  }
  putc_unlocked('"', file);
  for (size_t i = 0; i < text.size; i++) {
    if (text.data[i] == '"')
      putc_unlocked('"', file);
    putc_unlocked(text.data[i], file);
  }
  putc_unlocked('"', file);
}

static void put(const struct writer *writer, struct pst_text text)
{
  struct pst_buffer shown = {.data = NULL};

  if (!writer->terminal) {
    put_raw(writer->file, text);
    return;
  }
  pst_buffer_shown(&shown, text);
  put_raw(writer->file, pst_text_of(pst_buffer_string(&shown)));
  pst_buffer_free(&shown);
}

static void put_header(const struct writer *writer)
{
  for (size_t i = 0; i < writer->columns->n; i++) {
    if (i > 0)
      putc_unlocked(',', writer->file);
    put(writer, pst_text_of(writer->columns->items[i].name));
  }
  putc_unlocked('\n', writer->file);
}

static struct pst_text key_text(const struct writer *writer, size_t key, struct pst_text text)
{
  return writer->output->translate == NULL
             ? text
             : writer->output->translate(writer->output->context, key, text);
}

static bool left_out(const struct writer *writer, const struct pst_tidy_row *row)
{
  return writer->output->left_out != NULL && writer->output->left_out(writer->output->context, row);
}

static enum pst_status check(const struct writer *writer, struct pst_error *error)
{
  if (!ferror(writer->file))
    return PST_OK;
  return pst_fail(error, PST_IO, "%s", errno != 0 ? strerror(errno) : "a write failed");
}

/* --- long ------------------------------------------------------------------------------------ */

static enum pst_status put_row(void *context, const struct pst_tidy_row *row,
                               struct pst_error *error)
{
  const struct writer *writer = context;
  const struct pst_tidy_columns *columns = writer->columns;

  if (left_out(writer, row))
    return PST_OK;
  for (size_t i = 0; i < columns->n_keys; i++) {
    put(writer, key_text(writer, columns->keys[i], row->keys[columns->keys[i]]));
    putc_unlocked(',', writer->file);
  }
  put(writer, pst_text_of(row->period));
  putc(',', writer->file);
  put(writer, row->value);
  if (writer->tidy->units) {
    putc_unlocked(',', writer->file);
    put(writer, row->unit);
  }
  putc(',', writer->file);
  put(writer, row->flag);
  putc(',', writer->file);
  put(writer, row->note);
  putc_unlocked('\n', writer->file);
  return check(writer, error);
}

/* --- wide ------------------------------------------------------------------------------------ */

struct wide {
  const struct writer *writer;
  struct pst_dictionary series, periods; /* code of a period = its column */
  struct pst_buffer key;
  struct pst_arena arena;
  struct pst_text *keys; /* n_keys of each series */
  const char **cells;    /* of each series, one a period; NULL: no row */
  unsigned long *lines;
  size_t keys_capacity, cells_capacity, lines_capacity;
};

/* Room for SERIES, which no row has yet. */
static enum pst_status make_room(struct wide *wide, size_t series, struct pst_error *error)
{
  size_t n_keys = wide->writer->columns->n_keys, n = wide->periods.count;

  if (!PST_ARRAY_ROOM_IN(&wide->arena, wide->keys, wide->keys_capacity, (series + 1) * n_keys + 1)
      || !PST_ARRAY_ROOM_IN(&wide->arena, wide->cells, wide->cells_capacity, (series + 1) * n + 1)
      || !PST_ARRAY_ROOM_IN(&wide->arena, wide->lines, wide->lines_capacity, (series + 1) * n + 1))
    return pst_fail_memory(error);
  for (size_t i = series * n; i < (series + 1) * n; i++) {
    wide->cells[i] = NULL;
    wide->lines[i] = 0;
  }
  return PST_OK;
}

/* The series of ROW by its kept keys. */
static enum pst_status find_series(struct wide *wide, const struct pst_tidy_row *row,
                                   unsigned *series, struct pst_error *error)
{
  const struct pst_tidy_columns *columns = wide->writer->columns;
  unsigned before = wide->series.count;
  enum pst_status status = PST_OK;

  pst_buffer_clear(&wide->key);
  for (size_t i = 0; i < columns->n_keys; i++) {
    struct pst_text text = key_text(wide->writer, columns->keys[i], row->keys[columns->keys[i]]);

    pst_buffer_add(&wide->key, text.data, text.size);
    pst_buffer_putc(&wide->key, '\x1f');
  }
  pst_buffer_add(&wide->key, row->unit.data, row->unit.size);
  *series = pst_dictionary_add(&wide->series,
                               (struct pst_text){.data = wide->key.data, .size = wide->key.size});
  if (*series == PST_CODE_MISSING)
    return pst_fail_memory(error);
  if (*series < before)
    return PST_OK;
  status = make_room(wide, *series, error);
  for (size_t i = 0; i < columns->n_keys && status == PST_OK; i++) {
    struct pst_text text = key_text(wide->writer, columns->keys[i], row->keys[columns->keys[i]]);
    const char *copy = pst_arena_copy(&wide->arena, text.data, text.size);

    if (copy == NULL)
      return pst_fail_memory(error);
    wide->keys[*series * columns->n_keys + i] = (struct pst_text){.data = copy, .size = text.size};
  }
  return status;
}

static enum pst_status take_cell(void *context, const struct pst_tidy_row *row,
                                 struct pst_error *error)
{
  struct wide *wide = context;
  unsigned series = 0, period = pst_dictionary_find(&wide->periods, pst_text_of(row->period));
  enum pst_status status;
  size_t at;

  if (left_out(wide->writer, row))
    return PST_OK;
  status = find_series(wide, row, &series, error);
  if (status != PST_OK)
    return status;
  at = (size_t)series * wide->periods.count + period;
  if (wide->cells[at] != NULL)
    return pst_fail_at(error, PST_BAD_DATA, wide->writer->tidy->frame.sheet->name, row->line,
                       "--wide: a value for %s stands on line %lu already, with the same keys; "
                       "keep more key columns, or write the long table",
                       row->period[0] == '\0' ? "this record" : row->period, wide->lines[at]);
  wide->cells[at] = pst_arena_copy(&wide->arena, row->value.data, row->value.size);
  wide->lines[at] = row->line;
  return wide->cells[at] == NULL ? pst_fail_memory(error) : PST_OK;
}

static enum pst_status put_series(const struct wide *wide, struct pst_error *error)
{
  const struct writer *writer = wide->writer;
  size_t n_keys = writer->columns->n_keys, n = wide->periods.count;

  for (size_t s = 0; s < wide->series.count; s++) {
    for (size_t i = 0; i < n_keys; i++) {
      if (i > 0)
        putc_unlocked(',', writer->file);
      put(writer, wide->keys[s * n_keys + i]);
    }
    for (size_t p = 0; p < n; p++) {
      const char *cell = wide->cells[s * n + p];

      if (n_keys + p > 0)
        putc_unlocked(',', writer->file);
      put(writer, pst_text_of(cell == NULL ? "" : cell));
    }
    putc_unlocked('\n', writer->file);
  }
  return check(writer, error);
}

static enum pst_status list_columns(struct wide *wide, struct pst_error *error)
{
  const struct pst_tidy_columns *columns = wide->writer->columns;

  for (size_t i = columns->n_keys; i < columns->n; i++) {
    const struct pst_tidy_column *at = &columns->items[i];

    if (pst_dictionary_add(&wide->periods, pst_text_of(at->title == NULL ? at->name : at->title))
        == PST_CODE_MISSING)
      return pst_fail_memory(error);
  }
  return PST_OK;
}

static enum pst_status write_wide(const struct writer *writer, struct pst_error *error)
{
  struct wide wide = {.writer = writer};
  enum pst_status status = list_columns(&wide, error);

  if (status == PST_OK)
    status = pst_tidy_each(writer->tidy, take_cell, &wide, error);
  if (status == PST_OK) {
    put_header(writer);
    status = put_series(&wide, error);
  }
  pst_dictionary_free(&wide.series);
  pst_dictionary_free(&wide.periods);
  pst_buffer_free(&wide.key);
  pst_arena_free(&wide.arena);
  return status;
}

enum pst_status pst_tidy_write(const struct pst_tidy *tidy, const struct pst_tidy_output *output,
                               const struct pst_tidy_columns *columns, FILE *file,
                               struct pst_error *error)
{
  struct writer writer = {.tidy = tidy,
                          .output = output,
                          .columns = columns,
                          .file = file,
                          .terminal = isatty(fileno(file)) == 1};

  if (output->wide)
    return write_wide(&writer, error);
  put_header(&writer);
  return pst_tidy_each(tidy, put_row, &writer, error);
}
