#include "table/read/records.h"

#include <csv.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "input/input.h"
#include "table/read/lines.h"
#include "table/read/sniff.h"

enum { BLOCK = 256 * 1024, RECORD_MOST = 64 * 1024 * 1024 };

/* One record of the block being made; its raw text is known by offsets until the block is whole. */
struct mark {
  size_t raw, raw_size;
};

struct pst_reader {
  struct pst_input *input;
  struct csv_parser csv;
  bool csv_ready, skip_bad, no_header, at_end, in_record, finished;
  enum pst_quote_state quotes;
  char delimiter;
  const bool *wanted;
  pst_reject *reject;
  void *reject_context;

  /* The text: [0, size) is read, [0, parsed) is given to libcsv, the record in progress starts at
     record. */
  char *text;
  size_t size, capacity, parsed, record;
  unsigned long line, record_line, quote_line; /* quote_line: where the last quote was opened */

  /* The block. */
  struct pst_buffer bytes;
  size_t *start, n_start, start_capacity;
  unsigned long *lines;
  struct mark *marks;
  struct pst_text *raw;
  size_t n_records, record_capacity;
  size_t n_fields; /* of the record in progress */
  bool no_memory, record_done;

  size_t n_columns;
  const char **names;
  bool first_kept; /* the first record, read to count the columns, is data: no header */
  bool made;       /* the block was made elsewhere, and is handed out once */
  struct pst_arena arena;
};

/* --- libcsv's two callbacks ------------------------------------------------------------------ */

static bool grow(void **array, size_t *capacity, size_t need, size_t size)
{
  size_t more = *capacity == 0 ? 1024 : *capacity * 2;
  void *bigger;

  if (need <= *capacity)
    return true;
  if (more < need)
    more = need;
  bigger = more > SIZE_MAX / size ? NULL : realloc(*array, more * size);
  if (bigger == NULL)
    return false;
  *array = bigger;
  *capacity = more;
  return true;
}

static void on_field(void *data, size_t size, void *context)
{
  struct pst_reader *reader = context;
  size_t f = reader->n_fields++;
  void *start = reader->start;

  /* A ragged record's surplus is counted, not kept. */
  if (reader->n_columns > 0 && f >= reader->n_columns)
    return;
  if (!grow(&start, &reader->start_capacity, reader->n_start + 2, sizeof *reader->start)) {
    reader->no_memory = true;
    return;
  }
  reader->start = start;
  reader->start[reader->n_start++] = reader->bytes.size;
  if (reader->wanted == NULL || (f < reader->n_columns && reader->wanted[f]))
    pst_buffer_add(&reader->bytes, data, size);
}

static void on_record(int terminator, void *context)
{
  struct pst_reader *reader = context;

  (void)terminator;
  reader->record_done = true;
}

/* --- the block ------------------------------------------------------------------------------- */

/* A record has at least one field, so its first offset is there. */
static void forget_record(struct pst_reader *reader)
{
  reader->n_start = reader->n_records * reader->n_columns;
  reader->bytes.size = reader->start[reader->n_start];
}

static bool reserve_record(struct pst_reader *reader)
{
  size_t need = reader->n_records + 1, capacity = reader->record_capacity;
  void *lines = reader->lines, *marks = reader->marks, *raw = reader->raw;
  bool good = grow(&lines, &capacity, need, sizeof *reader->lines);

  reader->lines = lines;
  capacity = reader->record_capacity;
  good = grow(&marks, &capacity, need, sizeof *reader->marks) && good;
  reader->marks = marks;
  capacity = reader->record_capacity;
  good = grow(&raw, &capacity, need, sizeof *reader->raw) && good;
  reader->raw = raw;
  if (good)
    reader->record_capacity = capacity;
  return good;
}

static enum pst_status ragged(struct pst_reader *reader, struct pst_text raw,
                              struct pst_error *error)
{
  char reason[128];

  snprintf(reason, sizeof reason, "%zu field%s where the %s has %zu", reader->n_fields,
           reader->n_fields == 1 ? "" : "s", reader->no_header ? "first record" : "header",
           reader->n_columns);
  if (!reader->skip_bad)
    return pst_fail_at(error, PST_BAD_DATA, pst_reader_name(reader), reader->record_line,
                       "%s; mend the row or use --on-bad skip", reason);
  if (reader->reject != NULL)
    reader->reject(reader->reject_context, reader->record_line, reason, raw);
  forget_record(reader);
  return PST_OK;
}

/* The record that ends before END (line end included) is whole. */
static enum pst_status finish_record(struct pst_reader *reader, size_t end, struct pst_error *error)
{
  struct pst_text raw = pst_line_text(
      (struct pst_text){.data = reader->text + reader->record, .size = end - reader->record});
  enum pst_status status = PST_OK;

  if (reader->no_memory || reader->bytes.failed || !reserve_record(reader))
    return pst_fail_memory(error);
  if (reader->n_columns == 0)
    reader->n_columns = reader->n_fields;
  if (reader->n_fields != reader->n_columns) {
    status = ragged(reader, raw, error);
  } else {
    reader->lines[reader->n_records] = reader->record_line;
    reader->marks[reader->n_records] = (struct mark){.raw = reader->record, .raw_size = raw.size};
    reader->n_records++;
  }
  reader->n_fields = 0;
  reader->record = end;
  return status;
}

/* libcsv passes over blank lines; in a file of one column such a line is a missing cell. */
static enum pst_status blank_line(struct pst_reader *reader, size_t end, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  reader->record_line = reader->line;
  if (reader->n_columns == 1) {
    on_field((void *)(uintptr_t) "", 0, reader);
    status = finish_record(reader, end, error);
  }
  reader->record = end;
  return status;
}

/* --- one line -------------------------------------------------------------------------------- */

/* libcsv would take what follows a closing quote into the field, up to the next quote anywhere. */
static enum pst_status check_line(struct pst_reader *reader, struct pst_text line,
                                  struct pst_error *error)
{
  const char *name = pst_reader_name(reader);
  size_t bad = 0;
  enum pst_line_state state = pst_line_check(line, &bad);

  if (state != PST_LINE_GOOD)
    return pst_line_refuse(state, (struct pst_text){reader->text, reader->size},
                           bad + (size_t)(line.data - reader->text), name, reader->line, error);
  if (!pst_line_quotes(line, reader->delimiter, &reader->quotes, &bad))
    return pst_line_refuse_quote(bad, name, reader->line, error);
  if (reader->quotes == PST_QUOTE_OPENED)
    reader->quote_line = reader->line;
  return PST_OK;
}

static enum pst_status feed(struct pst_reader *reader, size_t end, struct pst_error *error)
{
  struct pst_text line = {.data = reader->text + reader->parsed, .size = end - reader->parsed};
  enum pst_status status = check_line(reader, line, error);

  if (status != PST_OK)
    return status;
  if (!reader->in_record && pst_line_blank(line, reader->delimiter)) {
    status = blank_line(reader, end, error);
  } else {
    if (!reader->in_record)
      reader->record_line = reader->line;
    reader->record_done = false;
    if (csv_parse(&reader->csv, line.data, line.size, on_field, on_record, reader) != line.size)
      return pst_fail_memory(error);
    reader->in_record = !reader->record_done;
    if (reader->record_done)
      status = finish_record(reader, end, error);
  }
  reader->parsed = end;
  reader->line++;
  return status;
}

/* --- filling --------------------------------------------------------------------------------- */

static enum pst_status make_room(struct pst_reader *reader, struct pst_error *error)
{
  char *text;

  memmove(reader->text, reader->text + reader->record, reader->size - reader->record);
  reader->size -= reader->record;
  reader->parsed -= reader->record;
  reader->record = 0;
  if (reader->capacity - reader->size >= BLOCK / 2)
    return PST_OK;
  if (reader->size >= RECORD_MOST)
    return pst_line_refuse_size(pst_reader_name(reader),
                                reader->in_record ? reader->record_line : reader->line, error);
  text = realloc(reader->text, reader->capacity * 2);
  if (text == NULL)
    return pst_fail_memory(error);
  reader->text = text;
  reader->capacity *= 2;
  return PST_OK;
}

/* Read until the buffer is full or the input ends, so that a slow pipe makes the same blocks. */
static enum pst_status fill(struct pst_reader *reader, struct pst_error *error)
{
  enum pst_status status = make_room(reader, error);

  while (status == PST_OK && !reader->at_end && reader->size < reader->capacity) {
    size_t got = 0;

    status = pst_input_read(reader->input, reader->text + reader->size,
                            reader->capacity - reader->size, &got, error);
    reader->size += got;
    reader->at_end = got == 0;
  }
  return status;
}

/* The input ends: libcsv gives the record that has no line end. */
static enum pst_status finish(struct pst_reader *reader, struct pst_error *error)
{
  reader->record_done = false;
  reader->finished = true;
  if (reader->quotes != PST_QUOTE_NONE)
    return pst_line_refuse_open(pst_reader_name(reader), reader->quote_line, error);
  if (csv_fini(&reader->csv, on_field, on_record, reader) != 0)
    return pst_fail_memory(error);
  return reader->record_done ? finish_record(reader, reader->size, error) : PST_OK;
}

/* Parse what is there, up to MOST records. */
static enum pst_status parse(struct pst_reader *reader, size_t most, struct pst_error *error)
{
  enum pst_status status = PST_OK;
  size_t end = 1;

  while (status == PST_OK && reader->n_records < most && end > 0) {
    end = pst_line_end(reader->text, reader->parsed, reader->size, reader->at_end);
    if (end > 0)
      status = feed(reader, end, error);
  }
  if (status == PST_OK && reader->at_end && end == 0 && !reader->finished)
    status = finish(reader, error);
  return status;
}

static enum pst_status parse_some(struct pst_reader *reader, size_t most, struct pst_error *error)
{
  enum pst_status status = parse(reader, most, error);

  while (status == PST_OK && reader->n_records == 0 && !reader->finished) {
    status = fill(reader, error);
    if (status == PST_OK)
      status = parse(reader, most, error);
  }
  return status;
}

static void clear_block(struct pst_reader *reader)
{
  reader->n_records = 0;
  /* Fields of a record in progress came with the last block's bytes: carry them over. */
  if (reader->n_fields > 0) {
    size_t kept = reader->n_fields < reader->n_columns || reader->n_columns == 0
                      ? reader->n_fields
                      : reader->n_columns;
    size_t first = reader->n_start - kept, base = reader->start[first];

    for (size_t i = 0; i < kept; i++)
      reader->start[i] = reader->start[first + i] - base;
    memmove(reader->bytes.data, reader->bytes.data + base, reader->bytes.size - base);
    reader->bytes.size -= base;
    reader->n_start = kept;
  } else {
    pst_buffer_clear(&reader->bytes);
    reader->n_start = 0;
  }
}

static void hand_out(struct pst_reader *reader, struct pst_block *block)
{
  for (size_t r = 0; r < reader->n_records; r++)
    reader->raw[r] = (struct pst_text){.data = reader->text + reader->marks[r].raw,
                                       .size = reader->marks[r].raw_size};
  if (reader->start != NULL && reader->n_fields == 0)
    reader->start[reader->n_start] = reader->bytes.size;
  *block = (struct pst_block){.n_records = reader->n_records,
                              .n_columns = reader->n_columns,
                              .start = reader->start,
                              .bytes = pst_buffer_string(&reader->bytes),
                              .line = reader->lines,
                              .raw = reader->raw};
}

/* Records made elsewhere have no text of their own: its fields stand for it. */
static void hand_out_made(struct pst_reader *reader, struct pst_block *block)
{
  for (size_t r = 0; r < reader->n_records; r++) {
    size_t first = reader->start[r * reader->n_columns];

    reader->raw[r] = (struct pst_text){.data = reader->bytes.data + first,
                                       .size = reader->start[(r + 1) * reader->n_columns] - first};
  }
  *block = (struct pst_block){.n_records = reader->finished ? 0 : reader->n_records,
                              .n_columns = reader->n_columns,
                              .start = reader->start,
                              .bytes = pst_buffer_string(&reader->bytes),
                              .line = reader->lines,
                              .raw = reader->raw};
  reader->finished = true;
}

enum pst_status pst_reader_next(struct pst_reader *reader, struct pst_block *block,
                                struct pst_error *error)
{
  enum pst_status status;

  if (reader->made) {
    hand_out_made(reader, block);
    return PST_OK;
  }
  if (!reader->first_kept)
    clear_block(reader);
  status =
      reader->first_kept ? parse(reader, SIZE_MAX, error) : parse_some(reader, SIZE_MAX, error);
  reader->first_kept = false;
  if (status == PST_OK)
    hand_out(reader, block);
  return status;
}

/* --- opening --------------------------------------------------------------------------------- */

static enum pst_status name_columns(struct pst_reader *reader, struct pst_error *error)
{
  struct pst_block first = {.n_columns = reader->n_columns,
                            .start = reader->start,
                            .bytes = pst_buffer_string(&reader->bytes)};

  reader->start[reader->n_start] = reader->bytes.size;
  reader->names = pst_arena_array(&reader->arena, reader->n_columns, sizeof *reader->names);
  if (reader->names == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < reader->n_columns; i++) {
    struct pst_text name = pst_text_trim(pst_block_field(&first, 0, i));

    reader->names[i] = reader->no_header ? pst_arena_format(&reader->arena, "#%zu", i + 1)
                                         : pst_arena_copy(&reader->arena, name.data, name.size);
    if (reader->names[i] == NULL)
      return pst_fail_memory(error);
  }
  reader->first_kept = reader->no_header;
  return PST_OK;
}

static enum pst_status begin(struct pst_reader *reader, const struct pst_reader_options *options,
                             struct pst_error *error)
{
  enum pst_status status;

  reader->text = malloc(BLOCK);
  if (reader->text == NULL || csv_init(&reader->csv, 0) != 0)
    return pst_fail_memory(error);
  reader->csv_ready = true;
  reader->capacity = BLOCK;
  reader->line = 1;
  reader->skip_bad = options->skip_bad;
  reader->no_header = options->no_header;
  status = fill(reader, error);
  if (status != PST_OK)
    return status;
  reader->delimiter = options->delimiter;
  if (reader->delimiter == 0)
    reader->delimiter = pst_sniff_delimiter(
        (struct pst_text){.data = reader->text, .size = reader->size}, reader->at_end);
  csv_set_delim(&reader->csv, (unsigned char)reader->delimiter);
  status = parse_some(reader, 1, error);
  if (status == PST_OK && reader->n_records == 0)
    return pst_fail_at(error, PST_BAD_DATA, pst_reader_name(reader), 0, "the file is empty%s",
                       reader->no_header ? "" : "; a header line is expected");
  return status == PST_OK ? name_columns(reader, error) : status;
}

static enum pst_status check_delimiter(char delimiter, struct pst_error *error)
{
  if (delimiter != '\0' && strchr("\"\r\n", delimiter) != NULL)
    return pst_fail(error, PST_USAGE, "--delimiter: a quote or a line end cannot part fields");
  return PST_OK;
}

enum pst_status pst_reader_open_input(struct pst_input *input,
                                      const struct pst_reader_options *options,
                                      struct pst_reader **result, struct pst_error *error)
{
  struct pst_reader *reader = calloc(1, sizeof *reader);
  enum pst_status status;

  if (reader == NULL) {
    pst_input_close(input);
    return pst_fail_memory(error);
  }
  reader->input = input;
  status = check_delimiter(options->delimiter, error);
  if (status == PST_OK)
    status = begin(reader, options, error);
  if (status != PST_OK) {
    pst_reader_close(reader);
    return status;
  }
  *result = reader;
  return PST_OK;
}

enum pst_status pst_reader_open(const char *path, const struct pst_reader_options *options,
                                struct pst_reader **result, struct pst_error *error)
{
  struct pst_input *input;
  enum pst_status status = check_delimiter(options->delimiter, error);

  if (status == PST_OK)
    status = pst_input_open(path, options->encoding, &input, error);
  return status == PST_OK ? pst_reader_open_input(input, options, result, error) : status;
}

static enum pst_status copy_names(struct pst_reader *reader, const char *const *names,
                                  struct pst_error *error)
{
  reader->names = pst_arena_array(&reader->arena, reader->n_columns, sizeof *reader->names);
  if (reader->names == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < reader->n_columns; i++)
    if ((reader->names[i] = pst_arena_string(&reader->arena, names[i])) == NULL)
      return pst_fail_memory(error);
  return PST_OK;
}

enum pst_status pst_reader_of(struct pst_input *input, struct pst_made_records *made,
                              char delimiter, struct pst_reader **result, struct pst_error *error)
{
  struct pst_reader *reader = calloc(1, sizeof *reader);

  if (reader == NULL) {
    free(made->start);
    free(made->line);
    pst_buffer_free(&made->bytes);
    pst_input_close(input);
    return pst_fail_memory(error);
  }
  *reader = (struct pst_reader){.input = input,
                                .made = true,
                                .delimiter = delimiter,
                                .bytes = made->bytes,
                                .start = made->start,
                                .lines = made->line,
                                .n_records = made->n_records,
                                .n_columns = made->n_columns,
                                .raw = calloc(made->n_records + 1, sizeof *reader->raw)};
  if (reader->raw == NULL || copy_names(reader, made->names, error) != PST_OK) {
    pst_reader_close(reader);
    return pst_fail_memory(error);
  }
  *result = reader;
  return PST_OK;
}

bool pst_reader_is_made(const struct pst_reader *reader)
{
  return reader->made;
}

const char *pst_reader_name(const struct pst_reader *reader)
{
  return pst_input_name(reader->input);
}

char pst_reader_delimiter(const struct pst_reader *reader)
{
  return reader->delimiter;
}

size_t pst_reader_columns(const struct pst_reader *reader)
{
  return reader->n_columns;
}

const char *pst_reader_column(const struct pst_reader *reader, size_t i)
{
  return reader->names[i];
}

void pst_reader_want(struct pst_reader *reader, const bool *wanted)
{
  reader->wanted = wanted;
}

void pst_reader_on_reject(struct pst_reader *reader, pst_reject *reject, void *context)
{
  reader->reject = reject;
  reader->reject_context = context;
}

double pst_reader_fraction(const struct pst_reader *reader)
{
  unsigned long long size = pst_input_size(reader->input);

  return size == 0 ? -1 : (double)pst_input_position(reader->input) / (double)size;
}

void pst_reader_close(struct pst_reader *reader)
{
  if (reader == NULL)
    return;
  if (reader->csv_ready)
    csv_free(&reader->csv);
  pst_input_close(reader->input);
  pst_buffer_free(&reader->bytes);
  free(reader->text);
  free(reader->start);
  free(reader->lines);
  free(reader->marks);
  free(reader->raw);
  pst_arena_free(&reader->arena);
  free(reader);
}
