/* delimited.c -- the one reader of delimited text: the splitter, and libcsv driven line by line. */
#include "table/read/delimited.h"

#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "input/input.h"
#include "table/read/delimited_state.h"

/* --- libcsv's two callbacks ------------------------------------------------------------------ */

static void on_field(void *data, size_t size, void *context)
{
  struct pst_delimited *scan = context;
  size_t f = scan->record.n++;

  if (f >= scan->want.width || (scan->want.field != NULL && !scan->want.field[f]))
    return;
  if (!PST_ARRAY_ROOM(scan->fields, scan->fields_capacity, scan->n_fields + 1)) {
    scan->no_memory = true;
    return;
  }
  memcpy(scan->bytes + scan->n_bytes, data, size);
  scan->fields[scan->n_fields++] =
      (struct pst_text){.data = scan->bytes + scan->n_bytes, .size = size};
  scan->n_bytes += size;
}

static void on_record(int terminator, void *context)
{
  (void)terminator;
  ((struct pst_delimited *)context)->record_done = true;
}

/* --- a record -------------------------------------------------------------------------------- */

static void begin_record(struct pst_delimited *scan)
{
  scan->record =
      (struct pst_split_record){.first = scan->n_fields, .line = scan->line, .at = scan->parsed};
}

/* The record ends before END, line end included. */
static enum pst_status finish_record(struct pst_delimited *scan, size_t end,
                                     struct pst_error *error)
{
  struct pst_split_record *record = &scan->record;

  if (scan->no_memory
      || !PST_ARRAY_ROOM(scan->records, scan->records_capacity, scan->n_records + 1))
    return pst_fail_memory(error);
  record->size = pst_line_text((struct pst_text){.data = scan->window.text + record->at,
                                                 .size = end - record->at})
                     .size;
  scan->records[scan->n_records++] = *record;
  return PST_OK;
}

static enum pst_status blank_line(struct pst_delimited *scan, size_t end, struct pst_error *error)
{
  if (scan->want.blank == PST_DELIMITED_BLANK_SKIP)
    return PST_OK;
  if (scan->want.blank == PST_DELIMITED_BLANK_FIELD)
    on_field((void *)(uintptr_t) "", 0, scan);
  return finish_record(scan, end, error);
}

/* A record that does not end in this window is taken up again from its beginning. */
static void give_back_record(struct pst_delimited *scan)
{
  csv_fini(&scan->csv, NULL, NULL, NULL);
  scan->in_record = false;
  scan->quotes = PST_QUOTE_NONE;
  scan->n_fields = scan->record.first;
  scan->parsed = scan->record.at;
  scan->line = scan->record.line;
}

/* --- a line ---------------------------------------------------------------------------------- */

/* libcsv would take what follows a closing quote into the field, up to the next quote anywhere. */
static enum pst_status check_line(struct pst_delimited *scan, struct pst_text line,
                                  struct pst_error *error)
{
  const struct pst_window *window = &scan->window;
  size_t bad = 0;
  enum pst_line_state state = pst_line_check(line, &bad);

  if (state != PST_LINE_GOOD)
    return pst_line_refuse(state, (struct pst_text){.data = window->text, .size = window->size},
                           bad + (size_t)(line.data - window->text), scan->name, scan->line, error);
  if (!pst_line_quotes(line, scan->delimiter, &scan->quotes, &bad))
    return pst_line_refuse_quote(bad, scan->name, scan->line, error);
  if (scan->quotes == PST_QUOTE_OPENED)
    scan->quote_line = scan->line;
  if (scan->parsed - scan->record.at + line.size > PST_WINDOW_MOST)
    return pst_line_refuse_size(scan->name, scan->record.line, error);
  return PST_OK;
}

/* The line that ends before END. */
static enum pst_status take_line(struct pst_delimited *scan, size_t end, struct pst_error *error)
{
  struct pst_text line = {.data = scan->window.text + scan->parsed, .size = end - scan->parsed};
  enum pst_status status;

  if (!scan->in_record)
    begin_record(scan);
  status = check_line(scan, line, error);
  if (status != PST_OK)
    return status;
  if (!scan->in_record && pst_line_blank(line, scan->delimiter)) {
    status = blank_line(scan, end, error);
  } else {
    scan->record_done = false;
    if (csv_parse(&scan->csv, line.data, line.size, on_field, on_record, scan) != line.size)
      return pst_fail_memory(error);
    scan->in_record = !scan->record_done;
    if (scan->record_done)
      status = finish_record(scan, end, error);
  }
  scan->parsed = end;
  scan->line++;
  return status;
}

/* The text ends: libcsv gives the record that has no line end. */
static enum pst_status finish(struct pst_delimited *scan, struct pst_error *error)
{
  scan->record_done = false;
  scan->finished = true;
  if (scan->quotes != PST_QUOTE_NONE)
    return pst_line_refuse_open(scan->name, scan->quote_line, error);
  if (csv_fini(&scan->csv, on_field, on_record, scan) != 0)
    return pst_fail_memory(error);
  scan->in_record = false;
  return scan->record_done ? finish_record(scan, scan->window.size, error) : PST_OK;
}

/* --- a block --------------------------------------------------------------------------------- */

static bool is_full(const struct pst_delimited *scan, size_t most)
{
  return scan->n_records >= most || scan->parsed - scan->begun >= PST_WINDOW_BLOCK;
}

/* Whole records of the window, up to MOST. */
static enum pst_status parse(struct pst_delimited *scan, size_t most, struct pst_error *error)
{
  const struct pst_window *window = &scan->window;
  enum pst_status status = PST_OK;

  while (status == PST_OK && (scan->in_record || !is_full(scan, most))) {
    size_t end;

    if (!scan->in_record && window->base + scan->parsed >= scan->until) {
      scan->finished = true;
      return PST_OK;
    }
    if (!scan->in_record)
      status = pst_delimited_split(scan, most, error);
    if (status != PST_OK)
      return status;
    if (!scan->in_record && (is_full(scan, most) || window->base + scan->parsed >= scan->until))
      continue;
    end = pst_line_end(window->text, scan->parsed, window->size, window->at_end);
    if (end == 0)
      break;
    status = take_line(scan, end, error);
  }
  if (status == PST_OK && window->at_end && scan->parsed == window->size
      && (scan->in_record || !is_full(scan, most)))
    status = finish(scan, error);
  if (scan->in_record)
    give_back_record(scan);
  return status;
}

static enum pst_status fill(struct pst_delimited *scan, struct pst_error *error)
{
  enum pst_status status;

  if (scan->window.input == NULL) {
    scan->finished = true;
    return PST_OK;
  }
  status = pst_window_fill(&scan->window, scan->parsed, error);
  scan->parsed = 0;
  return status == PST_UNDEFINED ? pst_line_refuse_size(scan->name, scan->line, error) : status;
}

static enum pst_status begin_block(struct pst_delimited *scan, struct pst_error *error)
{
  size_t need = scan->window.size - scan->parsed;

  scan->n_records = scan->n_fields = scan->n_bytes = 0;
  scan->begun = scan->parsed;
  scan->begun_line = scan->line;
  if (!PST_ARRAY_ROOM(scan->bytes, scan->bytes_capacity, need))
    return pst_fail_memory(error);
  return PST_OK;
}

static enum pst_status read_block(struct pst_delimited *scan, size_t most, struct pst_error *error)
{
  enum pst_status status = begin_block(scan, error);

  if (status == PST_OK && !scan->finished)
    status = parse(scan, most, error);
  while (status == PST_OK && scan->n_records == 0 && !scan->finished) {
    if (!is_full(scan, most))
      status = fill(scan, error);
    if (status == PST_OK)
      status = begin_block(scan, error);
    if (status == PST_OK && !scan->finished)
      status = parse(scan, most, error);
  }
  return status;
}

enum pst_status pst_delimited_next(struct pst_delimited *scan, size_t most,
                                   struct pst_delimited_block *block, struct pst_error *error)
{
  enum pst_status status = scan->failure.status;

  if (status == PST_OK)
    status = read_block(scan, most, &scan->failure);
  else
    scan->n_records = 0;
  *block = (struct pst_delimited_block){.records = scan->records,
                                        .n_records = scan->n_records,
                                        .fields = scan->fields,
                                        .text = scan->window.text};
  if (status == PST_OK || scan->n_records > 0)
    return PST_OK;
  if (error != NULL)
    *error = scan->failure;
  return status;
}

void pst_delimited_again(struct pst_delimited *scan)
{
  scan->parsed = scan->begun;
  scan->line = scan->begun_line;
  scan->finished = false;
}

bool pst_delimited_is_cut(const struct pst_delimited *scan)
{
  const struct pst_window *window = &scan->window;

  return window->at_end && window->size > 0
         && strchr("\r\n", window->text[window->size - 1]) == NULL;
}

unsigned long long pst_delimited_stop(const struct pst_delimited *scan)
{
  return scan->window.base + scan->parsed;
}

unsigned long pst_delimited_line(const struct pst_delimited *scan)
{
  return scan->line;
}

/* --- opening --------------------------------------------------------------------------------- */

static struct pst_delimited *make(const char *name, unsigned long line)
{
  struct pst_delimited *scan = calloc(1, sizeof *scan);

  if (scan == NULL || csv_init(&scan->csv, 0) != 0) {
    free(scan);
    return NULL;
  }
  scan->name = name;
  scan->line = line;
  scan->until = ULLONG_MAX;
  scan->way = pst_split_ways() - 1;
  scan->want.width = SIZE_MAX;
  pst_delimited_delimiter(scan, ',');
  return scan;
}

enum pst_status pst_delimited_open(struct pst_input *input, unsigned long long base,
                                   unsigned long line, struct pst_delimited **result,
                                   struct pst_error *error)
{
  struct pst_delimited *scan = make(pst_input_name(input), line);
  enum pst_status status;

  if (scan == NULL)
    return pst_fail_memory(error);
  status = pst_window_open(&scan->window, input, base, error);
  if (status == PST_OK)
    status = fill(scan, error);
  if (status != PST_OK) {
    pst_delimited_close(scan);
    return status;
  }
  *result = scan;
  return PST_OK;
}

enum pst_status pst_delimited_open_text(struct pst_text text, const char *name, bool whole,
                                        struct pst_delimited **result, struct pst_error *error)
{
  struct pst_delimited *scan = make(name, 1);

  if (scan == NULL)
    return pst_fail_memory(error);
  pst_window_of(&scan->window, text, whole);
  *result = scan;
  return PST_OK;
}

struct pst_text pst_delimited_sample(const struct pst_delimited *scan, bool *at_end)
{
  *at_end = scan->window.at_end;
  return (struct pst_text){.data = scan->window.text, .size = scan->window.size};
}

void pst_delimited_delimiter(struct pst_delimited *scan, char delimiter)
{
  scan->delimiter = delimiter;
  csv_set_delim(&scan->csv, (unsigned char)delimiter);
}

void pst_delimited_until(struct pst_delimited *scan, unsigned long long until)
{
  scan->until = until;
}

void pst_delimited_by(struct pst_delimited *scan, size_t way)
{
  scan->way = way;
}

void pst_delimited_want(struct pst_delimited *scan, const struct pst_delimited_want *want)
{
  scan->want = *want;
}

void pst_delimited_close(struct pst_delimited *scan)
{
  if (scan == NULL)
    return;
  csv_free(&scan->csv);
  pst_window_close(&scan->window);
  free(scan->records);
  free(scan->fields);
  free(scan->bytes);
  free(scan);
}
