/* records_open.c -- a reader's beginning: the delimiter, the header, the names; or records made
   elsewhere. */
#include <stdlib.h>
#include <string.h>

#include "base/unicode/normal.h"
#include "input/input.h"
#include "table/read/reader.h"
#include "table/read/sniff.h"

static enum pst_status check_delimiter(char delimiter, struct pst_error *error)
{
  if (delimiter != '\0' && strchr("\"\r\n", delimiter) != NULL)
    return pst_fail(error, PST_USAGE, "--delimiter: a quote or a line end cannot part fields");
  return PST_OK;
}

struct pst_reader *pst_reader_new(struct pst_input *input, const struct pst_reader_options *options)
{
  struct pst_reader *reader = calloc(1, sizeof *reader);

  if (reader == NULL) {
    pst_input_close(input);
    return NULL;
  }
  *reader = (struct pst_reader){
      .input = input, .skip_bad = options->skip_bad, .no_header = options->no_header};
  return reader;
}

enum pst_status pst_reader_copy_names(struct pst_reader *reader, const char *const *names,
                                      struct pst_error *error)
{
  reader->names = pst_arena_array(&reader->arena, reader->n_columns, sizeof *reader->names);
  reader->slot = pst_arena_array(&reader->arena, reader->n_columns, sizeof *reader->slot);
  if (reader->names == NULL || reader->slot == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < reader->n_columns; i++)
    if ((reader->names[i] = pst_arena_string(&reader->arena, names[i])) == NULL)
      return pst_fail_memory(error);
  return PST_OK;
}

/* --- from a file ----------------------------------------------------------------------------- */

/* In one form of accents, and without what does not show. */
static const char *name_of(struct pst_reader *reader, struct pst_text field)
{
  bool other;
  const char *copy = pst_text_normal_copy(pst_text_trim(field), &reader->arena, &other);

  if (other && reader->renamed == NULL)
    reader->renamed = copy;
  return copy;
}

static enum pst_status name_columns(struct pst_reader *reader, const struct pst_text *fields,
                                    struct pst_error *error)
{
  const char **names = pst_arena_array(&reader->arena, reader->n_columns, sizeof *names);

  if (names == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < reader->n_columns; i++) {
    names[i] = reader->no_header ? pst_arena_format(&reader->arena, "#%zu", i + 1)
                                 : name_of(reader, fields[i]);
    if (names[i] == NULL)
      return pst_fail_memory(error);
  }
  return pst_reader_copy_names(reader, names, error);
}

/* The first record has the names, or is data itself. */
static enum pst_status read_header(struct pst_reader *reader, struct pst_error *error)
{
  struct pst_delimited_block first;
  enum pst_status status = pst_delimited_next(reader->scan, 1, &first, error);

  if (status != PST_OK)
    return status;
  if (first.n_records == 0)
    return pst_fail_at(error, PST_BAD_DATA, pst_reader_name(reader), 0, "the file is empty%s",
                       reader->no_header ? "" : "; a header line is expected");
  reader->n_columns = first.records[0].n;
  status = name_columns(reader, first.fields, error);
  if (reader->no_header)
    pst_delimited_again(reader->scan);
  reader->data_from = pst_delimited_stop(reader->scan);
  reader->data_line = pst_delimited_line(reader->scan);
  if (status == PST_OK)
    pst_reader_keep(reader, NULL);
  return status;
}

static enum pst_status begin(struct pst_reader *reader, char delimiter, struct pst_error *error)
{
  struct pst_text sample;
  bool at_end;
  enum pst_status status =
      pst_delimited_open(reader->input, pst_input_mark(reader->input), 1, &reader->scan, error);

  if (status != PST_OK)
    return status;
  sample = pst_delimited_sample(reader->scan, &at_end);
  reader->delimiter = delimiter != '\0' ? delimiter : pst_sniff_delimiter(sample, at_end);
  pst_delimited_delimiter(reader->scan, reader->delimiter);
  return read_header(reader, error);
}

enum pst_status pst_reader_open_input(struct pst_input *input,
                                      const struct pst_reader_options *options,
                                      struct pst_reader **result, struct pst_error *error)
{
  struct pst_reader *reader = pst_reader_new(input, options);
  enum pst_status status;

  if (reader == NULL)
    return pst_fail_memory(error);
  status = check_delimiter(options->delimiter, error);
  if (status == PST_OK)
    status = begin(reader, options->delimiter, error);
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

/* --- records made elsewhere ------------------------------------------------------------------ */

/* The fields of a record stand one behind the other, and are its text. */
static bool take_made(struct pst_reader *reader, struct pst_made_records *made)
{
  size_t n = made->n_columns;
  struct pst_reader_made *own = &reader->made;

  own->records = calloc(made->n_records + 1, sizeof *own->records);
  own->fields = calloc(made->n_records * n + 1, sizeof *own->fields);
  if (own->records == NULL || own->fields == NULL)
    return false;
  for (size_t i = 0; i < made->n_records * n; i++)
    own->fields[i] = (struct pst_text){.data = made->bytes.data + made->start[i],
                                       .size = made->start[i + 1] - made->start[i]};
  for (size_t r = 0; r < made->n_records; r++)
    own->records[r] =
        (struct pst_split_record){.first = r * n,
                                  .n = n,
                                  .line = made->line[r],
                                  .at = made->start[r * n],
                                  .size = made->start[(r + 1) * n] - made->start[r * n]};
  own->n_records = made->n_records;
  return true;
}

enum pst_status pst_reader_of(struct pst_input *input, struct pst_made_records *made,
                              char delimiter, struct pst_reader **result, struct pst_error *error)
{
  const struct pst_reader_options options = {.delimiter = delimiter};
  struct pst_reader *reader = pst_reader_new(input, &options);
  enum pst_status status = reader == NULL ? pst_fail_memory(error) : PST_OK;

  if (reader != NULL) {
    reader->delimiter = delimiter;
    reader->n_columns = made->n_columns;
    reader->as_printed = made->as_printed;
    if (!take_made(reader, made))
      status = pst_fail_memory(error);
    reader->made.bytes = made->bytes;
    made->bytes = (struct pst_buffer){.size = 0};
  }
  if (reader != NULL && status == PST_OK)
    status = pst_reader_copy_names(reader, made->names, error);
  free(made->start);
  free(made->line);
  pst_buffer_free(&made->bytes);
  if (status != PST_OK) {
    pst_reader_close(reader);
    return status;
  }
  *result = reader;
  return PST_OK;
}
