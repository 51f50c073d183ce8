/* tidy_write.c -- a tidy table as CSV, its data package, and the report of what was read. */
#include "tidy/tidy_write.h"

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "base/array.h"
#include "base/file.h"
#include "base/unicode/shown.h"
#include "table/dictionary.h"

/* --- cells ----------------------------------------------------------------------------------- */

enum { PIECE = 1 << 16 }; /* bytes that are gathered before they are written */

struct writer {
  const struct pst_tidy *tidy;
  const struct pst_tidy_output *output;
  const struct pst_tidy_columns *columns;
  FILE *file;
  struct pst_buffer *out;
  struct pst_buffer keys; /* those of the row before, as written */
  struct pst_text
      *before; /* and where they stand in the sheet; NULL: there is none, or they are translated */
  bool terminal; /* control characters of the data are not to work on it */
};

/* Some of the eight bytes of WORD are BYTE, or bytes behind one that is. */
static uint64_t has_byte(uint64_t word, unsigned char byte)
{
  word ^= UINT64_C(0x0101010101010101) * byte;
  return (word - UINT64_C(0x0101010101010101)) & ~word & UINT64_C(0x8080808080808080);
}

static bool is_special(char c)
{
  return c == ',' || c == '"' || c == '\n' || c == '\r';
}

static bool must_quote(struct pst_text text)
{
  size_t i = 0;
  uint64_t word;

  if (text.size == 0)
    return false;
  for (; i + sizeof word <= text.size; i += sizeof word) {
    memcpy(&word, text.data + i, sizeof word);
    if (has_byte(word, ',') | has_byte(word, '"') | has_byte(word, '\n') | has_byte(word, '\r'))
      return true;
  }
  for (; i < text.size; i++)
    if (is_special(text.data[i]))
      return true;
  return text.data[0] == ' ' || text.data[text.size - 1] == ' ' || text.data[0] == '\t'
         || text.data[text.size - 1] == '\t';
}

static void put_raw(struct pst_buffer *out, struct pst_text text)
{
  if (!must_quote(text)) {
    pst_buffer_add(out, text.data, text.size);
    return;
  }
  pst_buffer_putc(out, '"');
  for (size_t i = 0; i < text.size; i++) {
    if (text.data[i] == '"')
      pst_buffer_putc(out, '"');
    pst_buffer_putc(out, text.data[i]);
  }
  pst_buffer_putc(out, '"');
}

static void put(const struct writer *writer, struct pst_text text)
{
  struct pst_buffer shown = {.data = NULL};

  if (text.size == 0)
    return;
  if (!writer->terminal) {
    put_raw(writer->out, text);
    return;
  }
  pst_buffer_shown(&shown, text);
  put_raw(writer->out, pst_text_of(pst_buffer_string(&shown)));
  pst_buffer_free(&shown);
}

static void hand_over(const struct writer *writer)
{
  if (writer->out->size > 0)
    fwrite(writer->out->data, 1, writer->out->size, writer->file);
  pst_buffer_clear(writer->out);
}

static void put_header(const struct writer *writer)
{
  for (size_t i = 0; i < writer->columns->n; i++) {
    if (i > 0)
      pst_buffer_putc(writer->out, ',');
    put(writer, pst_text_of(writer->columns->items[i].name));
  }
  pst_buffer_putc(writer->out, '\n');
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

/* After a row. */
static enum pst_status check(const struct writer *writer, struct pst_error *error)
{
  if (writer->out->failed || writer->keys.failed)
    return pst_fail_memory(error);
  if (writer->out->size >= PIECE)
    hand_over(writer);
  if (!ferror(writer->file))
    return PST_OK;
  return pst_fail(error, PST_IO, "%s", errno != 0 ? strerror(errno) : "a write failed");
}

/* --- long ------------------------------------------------------------------------------------ */

/* The keys of ROW are those of the row before, by their place. */
static bool same_keys(const struct writer *writer, const struct pst_tidy_row *row)
{
  const struct pst_tidy_columns *columns = writer->columns;

  if (writer->before == NULL || writer->keys.size == 0)
    return false;
  for (size_t i = 0; i < columns->n_keys; i++) {
    struct pst_text key = row->keys[columns->keys[i]];

    if (key.data != writer->before[i].data || key.size != writer->before[i].size)
      return false;
  }
  return true;
}

static void put_keys(struct writer *writer, const struct pst_tidy_row *row)
{
  const struct pst_tidy_columns *columns = writer->columns;
  const size_t start = writer->out->size;

  if (same_keys(writer, row)) {
    pst_buffer_add(writer->out, writer->keys.data, writer->keys.size);
    return;
  }
  for (size_t i = 0; i < columns->n_keys; i++) {
    put(writer, key_text(writer, columns->keys[i], row->keys[columns->keys[i]]));
    pst_buffer_putc(writer->out, ',');
    if (writer->before != NULL)
      writer->before[i] = row->keys[columns->keys[i]];
  }
  if (writer->before == NULL)
    return;
  pst_buffer_clear(&writer->keys);
  pst_buffer_add(&writer->keys, writer->out->data + start, writer->out->size - start);
}

static enum pst_status put_row(void *context, const struct pst_tidy_row *row,
                               struct pst_error *error)
{
  struct writer *writer = context;

  if (left_out(writer, row))
    return PST_OK;
  put_keys(writer, row);
  put(writer, pst_text_of(row->period));
  pst_buffer_putc(writer->out, ',');
  put(writer, row->value);
  if (writer->tidy->units) {
    pst_buffer_putc(writer->out, ',');
    put(writer, row->unit);
  }
  pst_buffer_putc(writer->out, ',');
  put(writer, row->flag);
  pst_buffer_putc(writer->out, ',');
  put(writer, row->note);
  pst_buffer_putc(writer->out, '\n');
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
        pst_buffer_putc(writer->out, ',');
      put(writer, wide->keys[s * n_keys + i]);
    }
    for (size_t p = 0; p < n; p++) {
      const char *cell = wide->cells[s * n + p];

      if (n_keys + p > 0)
        pst_buffer_putc(writer->out, ',');
      put(writer, pst_text_of(cell == NULL ? "" : cell));
    }
    pst_buffer_putc(writer->out, '\n');
    if (check(writer, error) != PST_OK)
      return error->status;
  }
  return PST_OK;
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

static enum pst_status write_long(struct writer *writer, struct pst_error *error)
{
  struct pst_arena scratch = PST_ARENA_EMPTY;
  enum pst_status status = PST_OK;

  if (writer->output->translate == NULL && writer->columns->n_keys > 0) {
    writer->before = pst_arena_array(&scratch, writer->columns->n_keys, sizeof *writer->before);
    status = writer->before == NULL ? pst_fail_memory(error) : PST_OK;
  }
  put_header(writer);
  if (status == PST_OK)
    status = pst_tidy_each(writer->tidy, put_row, writer, error);
  pst_buffer_free(&writer->keys);
  pst_arena_free(&scratch);
  return status;
}

enum pst_status pst_tidy_write(const struct pst_tidy *tidy, const struct pst_tidy_output *output,
                               const struct pst_tidy_columns *columns, FILE *file,
                               struct pst_error *error)
{
  struct pst_buffer out = {.data = NULL};
  struct writer writer = {.tidy = tidy,
                          .output = output,
                          .columns = columns,
                          .file = file,
                          .out = &out,
                          .terminal = pst_file_is_terminal(fileno(file))};
  enum pst_status status = output->wide ? write_wide(&writer, error) : write_long(&writer, error);

  if (status == PST_OK)
    status = check(&writer, error);
  if (status == PST_OK) { /* of a table that broke off, as little as can be */
    hand_over(&writer);
    status = check(&writer, error);
  }
  pst_buffer_free(&out);
  return status;
}
