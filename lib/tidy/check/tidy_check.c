/* tidy_check.c -- all that is checked of a frame before a cell is read. */
#include "tidy/check/tidy_check.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "printed/words.h"
#include "table/columns.h"
#include "printed/times.h"

/* --- the columns that the options name -------------------------------------------------------- */

static enum pst_status resolve(const struct pst_tidy *tidy, const char *name, size_t *column,
                               struct pst_error *error)
{
  const struct pst_frame *frame = &tidy->frame;
  struct pst_arena scratch = PST_ARENA_EMPTY;
  const char **names = pst_arena_array(&scratch, frame->n_columns + 1, sizeof *names);
  enum pst_status status = PST_OK;

  if (names == NULL)
    return pst_fail_memory(error);
  for (size_t c = 0; c < frame->n_columns; c++)
    names[c] = frame->columns[c].name;
  status = pst_columns_resolve(names, frame->n_columns, name, frame->sheet->name, column, error);
  pst_arena_free(&scratch);
  return status;
}

static enum pst_status set_time(struct pst_tidy *tidy, const char *time, struct pst_error *error)
{
  struct pst_frame *frame = &tidy->frame;
  size_t column = 0, part = PST_NO_COLUMN;
  enum pst_status status = pst_frame_find_pair(frame, time, &column, &part)
                               ? PST_OK
                               : resolve(tidy, time, &column, error);

  if (status != PST_OK)
    return status;
  for (size_t c = 0; c < frame->n_columns; c++)
    if (frame->columns[c].role == PST_FRAME_PERIOD && c != part)
      frame->columns[c].role = PST_FRAME_KEY;
  if (part != PST_NO_COLUMN)
    frame->columns[part].role = PST_FRAME_PERIOD_PART;
  frame->columns[column].role = PST_FRAME_PERIOD;
  frame->when |= PST_WHEN_COMPACT;
  return PST_OK;
}

static enum pst_status set_roles(struct pst_tidy *tidy, const char *const *names,
                                 enum pst_frame_role role, struct pst_error *error)
{
  enum pst_status status = PST_OK;

  for (; names != NULL && *names != NULL && status == PST_OK; names++) {
    size_t column = 0;

    status = resolve(tidy, *names, &column, error);
    if (status == PST_OK)
      tidy->frame.columns[column].role = role;
  }
  return status;
}

/* The names of --flag and --unit, which the frame has applied, are columns. */
static enum pst_status check_named(const struct pst_tidy *tidy, const struct pst_asked *asked,
                                   struct pst_error *error)
{
  enum pst_status status = PST_OK;
  size_t column;

  if (asked->unit != NULL)
    status = resolve(tidy, asked->unit, &column, error);
  for (const char *const *flag = asked->flags; flag != NULL && *flag != NULL && status == PST_OK;
       flag++) {
    const char *equals = strchr(*flag, '=');
    struct pst_arena scratch = PST_ARENA_EMPTY;
    const char *name = pst_arena_copy(&scratch, *flag, (size_t)(equals - *flag));

    status = name == NULL ? pst_fail_memory(error) : resolve(tidy, name, &column, error);
    if (status == PST_OK)
      status = resolve(tidy, equals + 1, &column, error);
    pst_arena_free(&scratch);
  }
  return status;
}

/* Some cell of a key has a digit; else all that could be measured is missing, and there is nothing to ask. */
static bool may_hold_values(const struct pst_frame *frame)
{
  for (size_t c = 0; c < frame->n_columns; c++)
    for (size_t r = frame->body; frame->columns[c].role == PST_FRAME_KEY && r < frame->end; r++) {
      struct pst_text cell = pst_sheet_cell(frame->sheet, r, c);

      for (size_t i = 0; i < cell.size; i++)
        if (isdigit((unsigned char)cell.data[i]))
          return true;
    }
  return false;
}

/* All cells of COLUMN but a tenth are numbers. */
static bool holds_numbers(const struct pst_frame *frame, size_t column)
{
  size_t filled = 0, numbers = 0;

  for (size_t r = frame->body; r < frame->end; r++) {
    struct pst_value value;

    if (pst_sheet_cell(frame->sheet, r, column).size == 0)
      continue;
    pst_value_part(pst_sheet_cell(frame->sheet, r, column), &frame->rules, &value);
    filled++;
    numbers += value.kind == PST_VALUE_NUMBER;
  }
  return filled > 0 && numbers * 10 >= filled * 9;
}

/* `--values 2011` beside 2010 and 2012: the columns of periods are values whether they are named or not. */
static void tell_periods(struct pst_frame *frame, const char *const *names)
{
  size_t periods = 0, named = 0;

  for (size_t c = 0; names != NULL && c < frame->n_columns; c++) {
    const struct pst_frame_column *at = &frame->columns[c];

    periods += at->role == PST_FRAME_VALUE && at->when[0] != '\0';
    named +=
        at->role == PST_FRAME_VALUE && at->when[0] != '\0' && pst_frame_is_named(names, at->name);
  }
  if (named > 0 && named < periods)
    pst_frame_tell(frame, "--values names %zu of %zu columns of periods: all of them are values",
                   named, periods);
}

/* `--values births`: deaths becomes a key, which its user may not have meant. */
static void tell_others(struct pst_frame *frame, const struct pst_asked *asked)
{
  tell_periods(frame, asked->values);
  for (size_t c = 0; asked->values != NULL && c < frame->n_columns; c++) {
    const struct pst_frame_column *at = &frame->columns[c];

    if (at->role == PST_FRAME_KEY && !pst_frame_is_named(asked->keys, at->name)
        && pst_words_key(at->name) == PST_WORDS_NO && holds_numbers(frame, c))
      pst_frame_tell(frame,
                     "column '%s' holds numbers and is taken for a key, as --values does not name "
                     "it; if it is a key, --keys '%s' says so",
                     at->name, at->name);
  }
}

/* As many delimiters as a record has, and a line end among them: CELL may have swallowed one. */
static bool may_hold_record(const struct pst_frame *frame, struct pst_text cell)
{
  size_t n = 0;

  if (cell.size == 0 || memchr(cell.data, '\n', cell.size) == NULL)
    return false;
  for (size_t i = 0; i < cell.size; i++)
    n += cell.data[i] == frame->sheet->delimiter;
  return n > 0 && n + 1 >= frame->n_columns;
}

/* A quote that opens in one record and closes in a later one: the cell between them is told. */
static void tell_swallowed(struct pst_frame *frame)
{
  const struct pst_sheet *sheet = frame->sheet;

  for (size_t r = frame->body; r < frame->end; r++) {
    if (r + 1 < sheet->n_rows && sheet->rows[r + 1].line == sheet->rows[r].line + 1)
      continue;
    for (size_t c = 0; c < sheet->rows[r].n; c++)
      if (may_hold_record(frame, pst_sheet_cell(sheet, r, c))) {
        pst_frame_tell(
            frame,
            "line %lu: field %zu goes over lines and holds as many delimiters as a record: "
            "a quote may have opened there that closes further down; --quote says what "
            "quotes texts",
            sheet->rows[r].line, c + 1);
        return;
      }
  }
}

/* `Mean` beside 2010 and 2011: a value of no period has its name in a key of its own, as the others have none. */
static enum pst_status name_others(struct pst_frame *frame, struct pst_error *error)
{
  size_t others = 0;

  for (size_t c = 0; c < frame->n_columns; c++)
    others += frame->columns[c].role == PST_FRAME_VALUE && frame->columns[c].when[0] == '\0';
  if (others == 0 || frame->n_parts > 0 || frame->variables)
    return PST_OK;
  frame->parts = pst_arena_array(frame->arena, 2, sizeof *frame->parts);
  if (frame->parts == NULL)
    return pst_fail_memory(error);
  frame->parts[0] = "variable";
  for (size_t c = 0; c < frame->n_columns; c++) {
    struct pst_frame_column *at = &frame->columns[c];
    const char **parts = pst_arena_array(frame->arena, 2, sizeof *parts);

    if (parts == NULL)
      return pst_fail_memory(error);
    parts[0] = at->when[0] == '\0' ? at->name : "";
    at->parts = parts;
  }
  frame->n_parts = 1;
  frame->in_order = false;
  return PST_OK;
}

static enum pst_status apply_options(struct pst_tidy *tidy, const struct pst_tidy_options *options,
                                     struct pst_error *error)
{
  struct pst_frame *frame = &tidy->frame;
  enum pst_status status = PST_OK;
  size_t n = 0;

  if (options->asked.values != NULL)
    for (size_t c = 0; c < frame->n_columns; c++)
      if (frame->columns[c].role == PST_FRAME_VALUE && frame->columns[c].when[0] == '\0')
        frame->columns[c].role = PST_FRAME_KEY;
  status = check_named(tidy, &options->asked, error);
  if (status == PST_OK)
    status = set_roles(tidy, options->asked.keys, PST_FRAME_KEY, error);
  if (status == PST_OK)
    status = set_roles(tidy, options->asked.values, PST_FRAME_VALUE, error);
  if (status == PST_OK && options->asked.time != NULL)
    status = set_time(tidy, options->asked.time, error);
  if (status == PST_OK)
    tell_others(frame, &options->asked);
  for (size_t c = 0; c < frame->n_columns; c++)
    n += frame->columns[c].role == PST_FRAME_VALUE;
  if (options->asked.values != NULL || options->asked.keys != NULL || options->asked.time != NULL) {
    bool wide = false;

    for (size_t c = 0; c < frame->n_columns; c++)
      wide = wide || frame->columns[c].when[0] != '\0';
    frame->variables = frame->variables || (!wide && n > 1);
    if (n <= 1)
      frame->variables = false;
    if (status == PST_OK && wide && n > 1)
      status = name_others(frame, error);
  }
  if (status == PST_OK && n == 0)
    return pst_fail_at(
        error, may_hold_values(frame) ? PST_BAD_DATA : PST_UNDEFINED, frame->sheet->name, 0,
        "no column of values is found (layout %s); name them with --values", tidy->layout->name);
  return status;
}

static void warn_cut(struct pst_tidy *tidy)
{
  const struct pst_sheet *sheet = tidy->frame.sheet;

  if (sheet->cut && tidy->records[tidy->n_records - 1] + 1 == sheet->n_rows)
    pst_buffer_printf(&tidy->warnings,
                      "line %lu: the last line has no line end; if the file was cut off, its last "
                      "cell is not whole\n",
                      sheet->rows[sheet->n_rows - 1].line);
}

static void find_periods(struct pst_tidy *tidy)
{
  tidy->period = tidy->period_part = PST_NO_COLUMN;
  for (size_t c = tidy->frame.n_columns; c-- > 0;)
    if (tidy->frame.columns[c].role == PST_FRAME_PERIOD)
      tidy->period = c;
    else if (tidy->frame.columns[c].role == PST_FRAME_PERIOD_PART)
      tidy->period_part = c;
}

/* The header says the period of COLUMN in FORMAT; a header of several rows, or a mark, may say it otherwise. */
static bool is_written_so(const struct pst_frame_column *at, const struct pst_times_format *format)
{
  char when[PST_WHEN_SIZE];

  return format->read == NULL || at->marker != NULL || strpbrk(at->name, "0123456789") == NULL
         || (format->read(pst_text_of(at->name), format->rules, when)
             && strcmp(when, at->when) == 0);
}

/* --time-format speaks of periods, and nothing holds any: it would be ignored. */
static enum pst_status check_format(const struct pst_tidy *tidy, const struct pst_asked *asked,
                                    struct pst_error *error)
{
  const struct pst_frame *frame = &tidy->frame;
  const struct pst_frame_column *other = NULL;

  if (asked->time_format == NULL || tidy->period != PST_NO_COLUMN)
    return PST_OK;
  for (size_t c = 0; c < frame->n_columns; c++) {
    if (frame->columns[c].when[0] == '\0')
      continue;
    if (is_written_so(&frame->columns[c], asked->time_format))
      return PST_OK;
    other = &frame->columns[c];
  }
  if (other != NULL)
    return pst_fail_at(
        error, PST_BAD_DATA, frame->sheet->name, frame->sheet->rows[frame->header].line,
        "--time-format %s: the periods of the header are not written so ('%s'); leave "
        "it out",
        asked->time_format->name, other->name);
  return pst_fail_at(error, PST_BAD_DATA, frame->sheet->name, 0,
                     "--time-format, and no column of periods is found; name it with --time");
}

/* The order of days and months that is asked for cannot be that of CELL. */
static bool has_other_order(struct pst_text cell, const struct pst_asked *asked)
{
  const unsigned wanted = asked->day_first ? PST_WHEN_DAY_FIRST : PST_WHEN_MONTH_FIRST,
                 other = asked->day_first ? PST_WHEN_MONTH_FIRST : PST_WHEN_DAY_FIRST;
  char when[PST_WHEN_SIZE];

  return !pst_when_read(cell, wanted, when, NULL) && pst_when_read(cell, other, when, NULL);
}

/* A period, in the rows or in the header, proves the other order. */
static enum pst_status check_day_order(const struct pst_tidy *tidy, const struct pst_asked *asked,
                                       struct pst_error *error)
{
  const struct pst_frame *frame = &tidy->frame;

  if (!asked->day_first && !asked->month_first)
    return PST_OK;
  for (size_t r = frame->header; r < frame->end; r++)
    for (size_t c = 0; c < frame->n_columns; c++) {
      struct pst_text cell = pst_sheet_cell(frame->sheet, r, c);

      if ((r < frame->body || frame->columns[c].role == PST_FRAME_PERIOD)
          && has_other_order(cell, asked))
        return pst_fail_at(
            error, PST_BAD_DATA, frame->sheet->name, frame->sheet->rows[r].line,
            "field %zu (%s): '%.*s' cannot have its %s first, as --%s says; leave the "
            "option out, or mend the cell",
            c + 1, frame->columns[c].name, (int)cell.size, cell.data,
            asked->day_first ? "day" : "month", asked->day_first ? "day-first" : "month-first");
    }
  return PST_OK;
}

enum pst_status pst_tidy_check(struct pst_tidy *tidy, const struct pst_tidy_options *options,
                               struct pst_error *error)
{
  enum pst_status status = apply_options(tidy, options, error);

  find_periods(tidy);
  tell_swallowed(&tidy->frame);
  if (status == PST_OK)
    status = check_format(tidy, &options->asked, error);
  if (status == PST_OK)
    status = check_day_order(tidy, &options->asked, error);
  if (status == PST_OK)
    status = pst_tidy_list_records(tidy, options, error);
  if (status == PST_OK && !pst_tidy_know_periods(tidy))
    status = pst_fail_memory(error);
  if (status == PST_OK)
    pst_tidy_settle_twins(tidy);
  if (status == PST_OK)
    status = pst_tidy_name_keys(tidy, error);
  if (status == PST_OK)
    status = pst_tidy_fill(tidy, error);
  if (status == PST_OK)
    status = pst_tidy_check_periods(tidy, options, error);
  if (status != PST_OK || options->judging)
    return status;
  status = pst_tidy_ask_keys(tidy, options, error);
  if (status == PST_OK)
    status = pst_tidy_warn_again(tidy, error);
  if (status == PST_OK)
    pst_tidy_warn_keys(tidy, options);
  if (status == PST_OK)
    warn_cut(tidy);
  return status;
}
