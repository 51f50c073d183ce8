/* tile.c -- a part of a file as records: those that begin in a range of its bytes. */
#include "table/read/tile.h"

#include <stdlib.h>
#include <string.h>

#include "input/input.h"
#include "table/read/reader.h"

enum { LOOK_MOST = 1024 * 1024 };

enum pst_status pst_tile_plan(const struct pst_reader *reader, struct pst_tile_plan *plan,
                              struct pst_error *error)
{
  if (reader->scan == NULL || !pst_input_can_seek(reader->input))
    return pst_fail(error, PST_USAGE, "%s cannot be read from the middle", pst_reader_name(reader));
  *plan = (struct pst_tile_plan){.delimiter = reader->delimiter,
                                 .n_columns = reader->n_columns,
                                 .names = reader->names,
                                 .from = reader->data_from,
                                 .end = pst_input_size(reader->input),
                                 .line = reader->data_line,
                                 .no_header = reader->no_header,
                                 .doubt = reader->doubt,
                                 .doubt_context = reader->doubt_context};
  return PST_OK;
}

void pst_tile_learn(struct pst_reader *reader, struct pst_tile_plan *plan)
{
  struct pst_block block;

  pst_reader_on_reject(reader, NULL, NULL);
  pst_reader_next(reader, &block, NULL);
  if (plan != NULL)
    plan->trailing = reader->trailing;
}

/* --- guessing -------------------------------------------------------------------------------- */

/* How the text behind a place reads, if it is taken to stand in a certain state. */
struct reading {
  size_t start; /* in the text: where the first line behind it begins that begins a record */
  size_t fitting, count; /* records: of the right width, and all that are not blank */
  bool possible, found;  /* nothing in it is refused; there is such a line */
};

static void count_record(const struct pst_split_record *record, size_t before,
                         const struct pst_tile_plan *plan, struct reading *out)
{
  if (!out->found)
    out->start = record->at - before;
  out->found = true;
  out->count += record->n > 0;
  out->fitting += record->n == plan->n_columns;
}

/* A text that begins with what brings the reader into that state. */
static enum pst_status read_as(struct pst_text text, size_t before, bool whole,
                               const struct pst_tile_plan *plan, struct reading *out,
                               struct pst_error *error)
{
  const struct pst_delimited_want none = {.width = 0, .blank = PST_DELIMITED_BLANK_RECORD};
  struct pst_delimited *records;
  struct pst_delimited_block block = {.n_records = 1};
  struct pst_error refused = {.status = PST_OK};
  bool first = true;
  enum pst_status status = pst_delimited_open_text(text, "", whole, &records, error);

  *out = (struct reading){.possible = true};
  if (status != PST_OK)
    return status;
  pst_delimited_delimiter(records, plan->delimiter);
  pst_delimited_want(records, &none);
  while (out->possible && block.n_records > 0) {
    out->possible = pst_delimited_next(records, SIZE_MAX, &block, &refused) == PST_OK;
    for (size_t r = 0; out->possible && r < block.n_records; r++) {
      const struct pst_split_record *record = &block.records[r];

      if (!first)
        count_record(record, before, plan, out);
      first = false;
    }
  }
  pst_delimited_close(records);
  return refused.status == PST_NO_MEMORY ? pst_fail_memory(error) : PST_OK;
}

static double share(const struct reading *reading)
{
  return reading->count == 0 ? 0 : (double)reading->fitting / (double)reading->count;
}

static bool better(const struct reading *a, const struct reading *b)
{
  return a->found && a->possible && (!b->found || share(a) > share(b));
}

/* The best of the states that TEXT may stand in; .found is false when no record begins in any. */
static enum pst_status best_reading(struct pst_text text, bool whole,
                                    const struct pst_tile_plan *plan, struct reading *best,
                                    struct pst_error *error)
{
  const char at_field[] = {plan->delimiter, '\0'};
  const char *const states[] = {"x", at_field, "\"", "\"\""};
  char *copy = malloc(text.size + 2);
  enum pst_status status = copy == NULL ? pst_fail_memory(error) : PST_OK;

  *best = (struct reading){.found = false};
  for (size_t s = 0; s < sizeof states / sizeof *states && status == PST_OK; s++) {
    size_t before = strlen(states[s]);
    struct reading reading;

    memcpy(copy, states[s], before);
    memcpy(copy + before, text.data, text.size);
    status = read_as((struct pst_text){.data = copy, .size = before + text.size}, before, whole,
                     plan, &reading, error);
    if (status == PST_OK && better(&reading, best))
      *best = reading;
  }
  free(copy);
  return status;
}

/* The byte before AT is looked at too: a line end there makes AT a beginning. */
enum pst_status pst_tile_guess(const char *path, const struct pst_tile_plan *plan,
                               unsigned long long at, unsigned long long *start,
                               struct pst_error *error)
{
  struct pst_input *input = NULL;
  struct pst_text text;
  struct reading best;
  enum pst_status status = PST_OK;

  *start = at <= plan->from ? plan->from : plan->end;
  if (at <= plan->from || at >= plan->end)
    return PST_OK;
  status = pst_input_open_at(path, at - 1, &input, error);
  if (status == PST_OK)
    status = pst_input_peek(input, LOOK_MOST, &text, error);
  if (status == PST_OK)
    status = best_reading(text, text.size < LOOK_MOST, plan, &best, error);
  if (status == PST_OK && best.found)
    *start = at - 1 + best.start;
  pst_input_close(input);
  return status;
}

/* --- reading --------------------------------------------------------------------------------- */

static enum pst_status begin(struct pst_reader *reader, const struct pst_tile_plan *plan,
                             unsigned long long from, unsigned long long until, unsigned long line,
                             struct pst_error *error)
{
  enum pst_status status = pst_delimited_open(reader->input, from, line, &reader->scan, error);

  if (status != PST_OK)
    return status;
  reader->delimiter = plan->delimiter;
  reader->no_header = plan->no_header;
  reader->n_columns = plan->n_columns;
  reader->data_from = from;
  reader->data_line = line;
  reader->trailing = (enum pst_trailing)plan->trailing;
  reader->doubt = plan->doubt;
  reader->doubt_context = plan->doubt_context;
  pst_delimited_delimiter(reader->scan, plan->delimiter);
  pst_delimited_until(reader->scan, until);
  status = pst_reader_copy_names(reader, plan->names, error);
  if (status == PST_OK)
    pst_reader_keep(reader, NULL);
  return status;
}

enum pst_status pst_tile_open(const char *path, const struct pst_reader_options *options,
                              const struct pst_tile_plan *plan, unsigned long long from,
                              unsigned long long until, unsigned long line,
                              struct pst_reader **result, struct pst_error *error)
{
  struct pst_input *input;
  struct pst_reader *reader;
  enum pst_status status = pst_input_open_at(path, from, &input, error);

  if (status != PST_OK)
    return status;
  reader = pst_reader_new(input, options);
  if (reader == NULL)
    return pst_fail_memory(error);
  status = begin(reader, plan, from, until, line, error);
  if (status != PST_OK) {
    pst_reader_close(reader);
    return status;
  }
  *result = reader;
  return PST_OK;
}

unsigned long long pst_tile_stop(const struct pst_reader *reader, unsigned long *line)
{
  if (line != NULL)
    *line = pst_delimited_line(reader->scan);
  return pst_delimited_stop(reader->scan);
}
