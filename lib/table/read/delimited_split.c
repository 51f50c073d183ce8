/* delimited_split.c -- whole records of a scan at once, and the memory that they stand in. */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "table/read/delimited_state.h"

/* Where records are no longer begun: in this block, or at all. */
static size_t stop_of(const struct pst_delimited *scan)
{
  unsigned long long base = scan->window.base;
  size_t stop = scan->begun + PST_WINDOW_BLOCK;

  if (scan->until <= base)
    return 0;
  return scan->until - base < stop ? (size_t)(scan->until - base) : stop;
}

static struct pst_split make_split(const struct pst_delimited *scan)
{
  return (struct pst_split){
      .text = {.data = scan->window.text, .size = scan->window.size},
      .delimiter = scan->delimiter,
      .field = scan->want.field,
      .width = scan->want.width,
      .skip_blank = scan->want.blank == PST_DELIMITED_BLANK_SKIP,
      .record_most = PST_WINDOW_MOST,
      .stop = stop_of(scan),
      .at = scan->parsed,
      .line = scan->line,
      .n_records = scan->n_records,
      .n_fields = scan->n_fields,
      .bytes = scan->bytes,
      .n_bytes = scan->n_bytes,
  };
}

static void take_split(struct pst_delimited *scan, const struct pst_split *split)
{
  scan->parsed = split->at;
  scan->line = split->line;
  scan->n_records = split->n_records;
  scan->n_fields = split->n_fields;
  scan->n_bytes = split->n_bytes;
}

/* Room for SOME more; where there was room for none of them, a record has more fields than that. */
static bool make_room(struct pst_delimited *scan, size_t before, size_t *some)
{
  if (scan->n_records == before && *some < SIZE_MAX / 2)
    *some *= 2;
  return PST_ARRAY_ROOM(scan->records, scan->records_capacity, scan->n_records + 1)
         && PST_ARRAY_ROOM(scan->fields, scan->fields_capacity, scan->n_fields + *some);
}

enum pst_status pst_delimited_split(struct pst_delimited *scan, size_t most,
                                    struct pst_error *error)
{
  enum pst_split_end end = scan->way == PST_DELIMITED_LIBCSV ? PST_SPLIT_STOP : PST_SPLIT_ROOM;
  size_t some = 32, before = scan->n_records;

  while (end == PST_SPLIT_ROOM && scan->n_records < most) {
    struct pst_split job = make_split(scan);

    if (!make_room(scan, before, &some))
      return pst_fail_memory(error);
    before = scan->n_records;
    job.records = scan->records;
    job.most_records = scan->records_capacity < most ? scan->records_capacity : most;
    job.fields = scan->fields;
    job.most_fields = scan->fields_capacity;
    end = pst_split_by(scan->way, &job);
    take_split(scan, &job);
  }
  return PST_OK;
}

/* --- memory ---------------------------------------------------------------------------------- */

bool pst_delimited_move(struct pst_delimited *scan, struct pst_delimited_memory *from,
                        struct pst_delimited_memory *to)
{
  struct pst_window *window = &scan->window;
  size_t behind = window->size - scan->parsed;

  if (behind > PST_WINDOW_BLOCK || !PST_ARRAY_ROOM(to->text, to->text_capacity, window->capacity))
    return false;
  memcpy(to->text, window->text + scan->parsed, behind);
  *from = (struct pst_delimited_memory){
      .text = window->text,
      .text_capacity = window->capacity,
      .records = scan->records,
      .records_capacity = scan->records_capacity,
      .fields = scan->fields,
      .fields_capacity = scan->fields_capacity,
      .bytes = scan->bytes,
      .bytes_capacity = scan->bytes_capacity,
  };
  window->text = to->text; /* its capacity stays, so that the next blocks are those of one window */
  window->size = behind;
  window->base += scan->parsed;
  scan->records = to->records;
  scan->records_capacity = to->records_capacity;
  scan->fields = to->fields;
  scan->fields_capacity = to->fields_capacity;
  scan->bytes = to->bytes;
  scan->bytes_capacity = to->bytes_capacity;
  scan->n_records = scan->n_fields = scan->n_bytes = 0;
  scan->parsed = 0;
  *to = (struct pst_delimited_memory){.text = NULL};
  return true;
}

void pst_delimited_forget(struct pst_delimited_memory *memory)
{
  free(memory->text);
  free(memory->records);
  free(memory->fields);
  free(memory->bytes);
  *memory = (struct pst_delimited_memory){.text = NULL};
}
