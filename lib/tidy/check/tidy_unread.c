/* tidy_unread.c -- columns and headers that look like times and cannot be read as one: told, or asked. */
#include <string.h>

#include "layout/shape/shape.h"
#include "tidy/check/tidy_check.h"
#include "printed/times.h"
#include "printed/words.h"
#include "table/dictionary.h"

/* The different cells of COLUMN in the order of their first records, N of them; false when memory is out. */
static bool list_cells(const struct pst_tidy *tidy, size_t column, struct pst_text **cells,
                       size_t *n)
{
  struct pst_dictionary seen = {.count = 0};
  bool good = true;

  *n = 0;
  *cells = pst_arena_array(tidy->frame.arena, tidy->n_records + 1, sizeof **cells);
  for (size_t i = 0; i < tidy->n_records && *cells != NULL && good; i++) {
    struct pst_text cell = pst_sheet_cell(tidy->frame.sheet, tidy->records[i], column);

    if (cell.size == 0)
      continue;
    good = pst_dictionary_add(&seen, cell) != PST_CODE_MISSING;
    if (seen.count > *n)
      (*cells)[(*n)++] = cell;
  }
  pst_dictionary_free(&seen);
  return good && *cells != NULL;
}

/* 01.11.12 and 05-06 may be codes: times only where the column is called so. */
static bool is_like_code(struct pst_text cell)
{
  const char *last = memrchr(cell.data, '.', cell.size);

  return (last != NULL && last + 3 == cell.data + cell.size
          && memchr(cell.data, '.', (size_t)(last - cell.data)) != NULL)
         || (cell.size == 5 && strchr("-/", cell.data[2]) != NULL);
}

static bool may_be_time(struct pst_text cell, bool called)
{
  return pst_times_may_be(cell) && (called || !is_like_code(cell));
}

/* The N cells are periods in some column, and none by what these prove. */
static bool could_be_times(const struct pst_frame *frame, bool called, const struct pst_text *cells,
                           size_t n)
{
  char when[PST_WHEN_SIZE];

  for (size_t i = 0; i < n; i++)
    if (!may_be_time(cells[i], called) || pst_when_read(cells[i], frame->when, when, NULL))
      return false;
  return n > 1;
}

/* Its first cell is one; most columns need no other look. */
static bool begins_like_times(const struct pst_tidy *tidy, size_t column)
{
  for (size_t i = 0; i < tidy->n_records; i++) {
    struct pst_text cell = pst_sheet_cell(tidy->frame.sheet, tidy->records[i], column);

    if (cell.size > 0)
      return may_be_time(cell, false);
  }
  return false;
}

/* What the other programs ask of such a column. */
static enum pst_status ask_time(const struct pst_tidy *tidy, size_t column, size_t row,
                                const struct pst_text *cells, size_t n, struct pst_error *error)
{
  const struct pst_sheet *sheet = tidy->frame.sheet;
  const char *name = tidy->frame.columns[column].name;
  const struct pst_number_style style = {.decimal = '.'};
  struct pst_error asked = {.status = PST_OK};
  struct pst_times times;

  if (pst_times_decide(cells, n, name, NULL, &style, &times, &asked) == PST_OK)
    return PST_OK;
  return pst_fail_at(
      error, PST_BAD_DATA, sheet->name, sheet->rows[row].line, "field %zu (%s)%s%s%s", column + 1,
      name, asked.message + strlen(name),
      pst_words_time(name) ? "" : ", with --time and this column's name; as a key it is read with ",
      pst_words_time(name) ? "" : "--keys");
}

/* A column that is called a time, or whose cells all look like times, and could not be read as one,
   where nothing else tells the time. */
static enum pst_status check_unread_time(struct pst_tidy *tidy, size_t column,
                                         struct pst_error *error)
{
  const struct pst_frame *frame = &tidy->frame;
  const struct pst_frame_column *at = &frame->columns[column];
  bool called = !at->unnamed && pst_words_time(at->name);
  struct pst_text *cells, *bad;
  char when[PST_WHEN_SIZE];
  enum pst_status status = PST_OK;
  size_t n, row = 0;

  if (!called && !begins_like_times(tidy, column))
    return PST_OK;
  if (!list_cells(tidy, column, &cells, &n))
    return pst_fail_memory(error);
  for (bad = cells; bad < cells + n && pst_when_read(*bad, frame->when, when, NULL);)
    bad++;
  if (bad == cells + n)
    return PST_OK;
  while (!pst_text_equal(pst_sheet_cell(frame->sheet, tidy->records[row], column), *bad))
    row++;
  if (could_be_times(frame, called, cells, n))
    status = ask_time(tidy, column, tidy->records[row], cells, n, error);
  if (status == PST_OK && called)
    pst_buffer_printf(
        &tidy->warnings,
        "line %lu: field %zu (%s): '%.*s' is no period that is understood; the column "
        "is kept as a key\n",
        frame->sheet->rows[tidy->records[row]].line, column + 1, at->name,
        (int)pst_utf8_head(*bad, 60).size, bad->data);
  return status;
}

/* Values, though the name says time and each cell is a year, a dot and one of its parts. */
static bool is_dotted_time(const struct pst_frame *frame, size_t column)
{
  const struct pst_frame_column *at = &frame->columns[column];

  return at->role == PST_FRAME_VALUE && !at->unnamed && at->reason == NULL
         && pst_words_time_alone(at->name) && pst_shape_is_dotted(frame, column);
}

static enum pst_status warn_no_time(struct pst_tidy *tidy, struct pst_error *error)
{
  const struct pst_frame *frame = &tidy->frame;
  enum pst_status status = PST_OK;

  for (size_t c = 0; c < frame->n_columns && tidy->n_periods == 0 && status == PST_OK; c++)
    if (is_dotted_time(frame, c)
        || (frame->columns[c].role == PST_FRAME_KEY
            && (frame->columns[c].reason == NULL
                || strcmp(frame->columns[c].reason, "--keys") != 0)))
      status = check_unread_time(tidy, c, error);
  return status;
}

/* Every value column is called like a day of two months, `1/2/20`: which one is asked, as in rows. */
static enum pst_status ask_header(struct pst_tidy *tidy, const struct pst_tidy_options *options,
                                  struct pst_error *error)
{
  const struct pst_frame *frame = &tidy->frame;
  const struct pst_number_style style = {.decimal = '.'};
  struct pst_text *names = pst_arena_array(&tidy->arena, tidy->n_values + 1, sizeof *names);
  struct pst_error asked = {.status = PST_OK};
  struct pst_times times;

  if (names == NULL)
    return pst_fail_memory(error);
  for (size_t v = 0; v < tidy->n_values; v++)
    names[v] = pst_text_of(frame->columns[tidy->values[v]].name);
  if (tidy->n_periods > 0 || options->asked.values != NULL
      || !could_be_times(frame, false, names, tidy->n_values)
      || pst_times_decide(names, tidy->n_values, "header", NULL, &style, &times, &asked) == PST_OK)
    return PST_OK;
  return pst_fail_at(error, PST_BAD_DATA, frame->sheet->name,
                     frame->sheet->rows[frame->header].line,
                     "%s; as names they are read with --values", asked.message);
}

enum pst_status pst_tidy_check_unread(struct pst_tidy *tidy, const struct pst_tidy_options *options,
                                      struct pst_error *error)
{
  enum pst_status status = warn_no_time(tidy, error);

  return status == PST_OK ? ask_header(tidy, options, error) : status;
}
