/* records.c -- the blocks of a reader: records of the header's width, the others told or refused. */
#include "table/read/records.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "input/input.h"
#include "table/read/reader.h"

static struct pst_text raw_of(const struct pst_delimited_block *block,
                              const struct pst_split_record *record)
{
  return (struct pst_text){.data = block->text + record->at, .size = record->size};
}

static enum pst_status refuse(struct pst_reader *reader, const struct pst_delimited_block *block,
                              const struct pst_split_record *record, const char *reason,
                              struct pst_error *error)
{
  /* What a reason asks for is the answer; a number is not to be left out. */
  if (!reader->skip_bad)
    return pst_fail_at(error, PST_BAD_DATA, pst_reader_name(reader), record->line, "%s%s", reason,
                       strstr(reason, ": say --") != NULL ? ""
                                                          : "; mend the row or use --on-bad skip");
  if (reader->reject != NULL)
    reader->reject(reader->reject_context, record->line, reason, raw_of(block, record));
  return PST_OK;
}

static enum pst_status ragged(struct pst_reader *reader, const struct pst_delimited_block *block,
                              const struct pst_split_record *record, struct pst_error *error)
{
  char reason[128];

  snprintf(reason, sizeof reason, "%zu field%s where the %s has %zu%s", record->n,
           record->n == 1 ? "" : "s", reader->no_header ? "first record" : "header",
           reader->n_columns,
           pst_reader_trailing(reader) ? ", and other rows end in a delimiter" : "");
  return refuse(reader, block, record, reason, error);
}

/* Delimiters alone: a blank row, which proves no width. */
static bool is_blank(const struct pst_reader *reader, const struct pst_delimited_block *block,
                     const struct pst_split_record *record)
{
  struct pst_text raw = raw_of(block, record);

  for (size_t i = 0; i < raw.size; i++)
    if (raw.data[i] != reader->delimiter && strchr(" \r\n", raw.data[i]) == NULL)
      return false;
  return reader->n_columns > 1;
}

/* One empty field more than the header has, without quotes. */
static bool ends_in_delimiter(const struct pst_reader *reader,
                              const struct pst_delimited_block *block,
                              const struct pst_split_record *record)
{
  struct pst_text raw = raw_of(block, record);

  if (record->n != reader->n_columns + 1)
    return false;
  while (raw.size > 0 && strchr("\r\n", raw.data[raw.size - 1]) != NULL)
    raw.size--;
  return raw.size > 0 && raw.data[raw.size - 1] == reader->delimiter;
}

/* Where the first record ends in a delimiter too many, all must. */
static bool has_width(struct pst_reader *reader, const struct pst_delimited_block *block,
                      const struct pst_split_record *record)
{
  bool wide = ends_in_delimiter(reader, block, record);

  if (record->n <= reader->n_columns && reader->trailing != PST_TRAILING_NO
      && is_blank(reader, block, record))
    return record->n == reader->n_columns;
  if (reader->trailing == PST_TRAILING_UNKNOWN && !reader->no_header)
    reader->trailing = wide ? PST_TRAILING_YES : PST_TRAILING_NO;
  return reader->trailing == PST_TRAILING_YES ? wide : record->n == reader->n_columns;
}

static enum pst_status give_refused(const struct pst_reader *reader, struct pst_error *error)
{
  if (reader->refused.status != PST_OK && error != NULL)
    *error = reader->refused;
  return reader->refused.status;
}

/* The records of the right width move up.  Those before one that is refused come first: something may be wrong in them
   too. */
static enum pst_status sift(struct pst_reader *reader, struct pst_delimited_block *block,
                            struct pst_error *error)
{
  size_t kept = 0;
  enum pst_status status = PST_OK;
  struct pst_error *refused = &reader->refused;

  for (size_t r = 0; r < block->n_records && status == PST_OK; r++) {
    const struct pst_split_record *record = &block->records[r];

    const char *doubt = NULL;

    if (!has_width(reader, block, record))
      status = is_blank(reader, block, record) ? PST_OK : ragged(reader, block, record, refused);
    else if (reader->doubt != NULL
             && (doubt = reader->doubt(reader->doubt_context, record->line, raw_of(block, record)))
                    != NULL)
      status = refuse(reader, block, record, doubt, refused);
    else if (kept++ != r)
      block->records[kept - 1] = *record;
  }
  block->n_records = kept;
  return kept > 0 ? PST_OK : give_refused(reader, error);
}

/* A thread is started when the first block is not all there is: most files are short. */
static enum pst_status next_block(struct pst_reader *reader, struct pst_delimited_block *block,
                                  struct pst_error *error)
{
  bool at_end;

  if (reader->aside == NULL && reader->may_aside) {
    pst_delimited_sample(reader->scan, &at_end);
    reader->may_aside = false;
    if (!at_end)
      reader->aside = pst_aside_start(reader->scan, reader->input);
  }
  if (reader->aside != NULL)
    return pst_aside_next(reader->aside, block, error);
  return pst_delimited_next(reader->scan, SIZE_MAX, block, error);
}

/* Until a block has records, or there are no more.  Those before text that is refused come first, as in sift: what is told is
   the first fault of the file, wherever blocks begin. */
static enum pst_status read_block(struct pst_reader *reader, struct pst_delimited_block *block,
                                  struct pst_error *error)
{
  enum pst_status status;
  bool any;

  do {
    status = next_block(reader, block, error);
    any = status == PST_OK && block->n_records > 0;
    if (status == PST_OK)
      status = sift(reader, block, error);
  } while (status == PST_OK && any && block->n_records == 0);
  return status;
}

static void give_made(struct pst_reader *reader, struct pst_delimited_block *block)
{
  struct pst_reader_made *made = &reader->made;

  *block = (struct pst_delimited_block){.records = made->records,
                                        .n_records = made->given ? 0 : made->n_records,
                                        .fields = made->fields,
                                        .text = pst_buffer_string(&made->bytes)};
  made->given = true;
}

enum pst_status pst_reader_next(struct pst_reader *reader, struct pst_block *out,
                                struct pst_error *error)
{
  struct pst_delimited_block block = {.n_records = 0};
  enum pst_status status = PST_OK;

  if (reader->scan == NULL)
    give_made(reader, &block);
  else if (reader->refused.status != PST_OK)
    status = give_refused(reader, error);
  else
    status = read_block(reader, &block, error);
  if (status != PST_OK)
    return status;
  *out = (struct pst_block){.n_records = block.n_records,
                            .n_columns = reader->n_columns,
                            .records = block.records,
                            .fields = block.fields,
                            .slot = reader->scan == NULL ? NULL : reader->slot,
                            .text = block.text};
  return PST_OK;
}

void pst_reader_keep(struct pst_reader *reader, const bool *wanted)
{
  const struct pst_delimited_want want = {
      .field = wanted,
      .width = reader->n_columns,
      .blank = reader->n_columns == 1 ? PST_DELIMITED_BLANK_FIELD : PST_DELIMITED_BLANK_SKIP};
  size_t kept = 0;

  for (size_t f = 0; f < reader->n_columns && reader->slot != NULL; f++)
    reader->slot[f] = wanted == NULL || wanted[f] ? kept++ : SIZE_MAX;
  if (reader->scan != NULL)
    pst_delimited_want(reader->scan, &want);
}

void pst_reader_want(struct pst_reader *reader, const bool *wanted)
{
  pst_reader_keep(reader, wanted);
}

void pst_reader_aside(struct pst_reader *reader)
{
  reader->may_aside = reader->scan != NULL;
}

void pst_reader_on_reject(struct pst_reader *reader, pst_reject *reject, void *context)
{
  reader->reject = reject;
  reader->reject_context = context;
}

enum pst_status pst_reader_watch(struct pst_reader *reader, pst_record_doubt *doubt,
                                 const void *context, size_t size, struct pst_error *error)
{
  reader->doubt_context = pst_arena_array(&reader->arena, 1, size);
  if (reader->doubt_context == NULL)
    return pst_fail_memory(error);
  memcpy(reader->doubt_context, context, size);
  reader->doubt = doubt;
  return PST_OK;
}

bool pst_reader_trailing(const struct pst_reader *reader)
{
  return reader->trailing == PST_TRAILING_YES;
}

bool pst_reader_is_made(const struct pst_reader *reader)
{
  return reader->scan == NULL && !reader->as_printed;
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

const char *pst_reader_renamed(const struct pst_reader *reader)
{
  return reader->renamed;
}

const char *pst_reader_column(const struct pst_reader *reader, size_t i)
{
  return reader->names[i];
}

double pst_reader_fraction(const struct pst_reader *reader)
{
  unsigned long long size = pst_input_size(reader->input),
                     position = reader->aside == NULL ? pst_input_position(reader->input)
                                                      : pst_aside_position(reader->aside);

  return size == 0 ? -1 : (double)position / (double)size;
}

void pst_reader_close(struct pst_reader *reader)
{
  if (reader == NULL)
    return;
  pst_aside_stop(reader->aside);
  pst_delimited_close(reader->scan);
  pst_input_close(reader->input);
  pst_buffer_free(&reader->made.bytes);
  free(reader->made.records);
  free(reader->made.fields);
  pst_arena_free(&reader->arena);
  free(reader);
}
