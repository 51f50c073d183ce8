/* tidy_rows.c -- the rows of the long table: keys, period, value, unit, flag, note. */
#include <string.h>

#include "tidy/check/scale.h"
#include "tidy/check/tidy_check.h"
#include "tidy/tidy_cell.h"

/* `Morocco ..........` without the dots that lead to the numbers, and what stands behind them. */
static struct pst_text without_leaders(struct pst_text cell, struct pst_text *behind)
{
  const char *dots =
      memchr(cell.data, '.', cell.size) == NULL ? NULL : memmem(cell.data, cell.size, "....", 4);
  const char *end;

  *behind = (struct pst_text){.data = "", .size = 0};
  if (dots == NULL || dots == cell.data)
    return cell;
  end = dots;
  while (end < cell.data + cell.size && *end == '.')
    end++;
  *behind =
      pst_text_trim((struct pst_text){.data = end, .size = (size_t)(cell.data + cell.size - end)});
  return pst_text_trim((struct pst_text){.data = cell.data, .size = (size_t)(dots - cell.data)});
}

/* The parts of a cell that holds several keys. */
static size_t put_split(const struct pst_frame_column *at, struct pst_text cell,
                        struct pst_text *keys)
{
  for (size_t s = 0; s < at->n_split; s++) {
    const char *comma = s + 1 < at->n_split ? memchr(cell.data, ',', cell.size) : NULL;
    size_t size = comma == NULL ? cell.size : (size_t)(comma - cell.data);

    keys[s] = pst_text_trim((struct pst_text){.data = cell.data, .size = size});
    cell = (struct pst_text){.data = cell.data + size + (comma != NULL),
                             .size = cell.size - size - (comma != NULL)};
  }
  return at->n_split;
}

/* A key column in the record before: most records have the same key there. */
struct before {
  struct pst_text cell, own, key; /* own: of this row, where an empty one is filled from above */
  struct pst_text behind;
};

/* The key of ROW in the column AT, and what stands behind its leaders. */
static void see_key(const struct pst_tidy *tidy, size_t row, size_t column, struct before *before)
{
  struct pst_text cell = pst_tidy_text(tidy, row, column),
                  own = pst_sheet_cell(tidy->frame.sheet, row, column);

  if (cell.data == before->cell.data && cell.size == before->cell.size
      && own.data == before->own.data && own.size == before->own.size)
    return;
  *before = (struct before){.cell = cell, .own = own};
  before->key = without_leaders(cell, &before->behind);
  if (own.data != cell.data)
    (void)without_leaders(own, &before->behind);
}

/* Keys of a record from its cells; returns how many. */
static size_t put_row_keys(const struct pst_tidy *tidy, size_t row, struct before *before,
                           struct pst_text *keys)
{
  const struct pst_frame *frame = &tidy->frame;
  size_t n = 0;

  if (frame->sections != NULL && !frame->dated)
    keys[n++] = pst_frame_section(frame, row);
  for (size_t i = 0; i < tidy->n_key_columns; i++) {
    const struct pst_frame_column *at = &frame->columns[tidy->key_columns[i]];

    see_key(tidy, row, tidy->key_columns[i], &before[i]);
    if (at->split != NULL)
      n += put_split(at, before[i].cell, keys + n);
    else
      keys[n++] = before[i].key;
  }
  return n;
}

/* Those behind them, from the header. */
static void put_column_keys(const struct pst_tidy *tidy, size_t column, struct pst_text *keys)
{
  const struct pst_frame *frame = &tidy->frame;

  for (size_t p = 0; p < frame->n_parts; p++)
    keys[p] = pst_text_of(frame->columns[column].parts[p]);
  if (frame->variables)
    keys[frame->n_parts] = pst_text_of(frame->columns[column].name);
}

/* The text of footnote ID in the table below the data, or ID itself. */
static struct pst_text footnote(const struct pst_frame *frame, struct pst_text id)
{
  if (frame->footnotes != PST_NO_COLUMN)
    for (size_t r = frame->footnotes; r < frame->sheet->n_rows; r++)
      if (pst_text_equal(pst_sheet_cell(frame->sheet, r, 0), id))
        return pst_sheet_cell(frame->sheet, r, 1);
  return id;
}

static void add_note(struct pst_buffer *note, struct pst_text text)
{
  if (text.size == 0)
    return;
  if (note->size > 0)
    pst_buffer_puts(note, "; ");
  pst_buffer_add(note, text.data, text.size);
}

/* Footnote numbers between commas become their texts. */
static void add_footnotes(const struct pst_frame *frame, struct pst_text ids,
                          struct pst_buffer *note)
{
  while (frame->footnotes != PST_NO_COLUMN && ids.size > 0) {
    const char *comma = memchr(ids.data, ',', ids.size);
    size_t size = comma == NULL ? ids.size : (size_t)(comma - ids.data);

    add_note(note, footnote(frame, pst_text_trim((struct pst_text){ids.data, size})));
    ids = (struct pst_text){ids.data + size + (comma != NULL), ids.size - size - (comma != NULL)};
  }
  add_note(note, ids);
}

static void put_note(const struct pst_tidy *tidy, size_t row, size_t column,
                     const struct pst_tidy_cell *cell, const struct before *before,
                     struct pst_buffer *note)
{
  const struct pst_frame_column *at = &tidy->frame.columns[column];
  char marker[PST_WHEN_MARK_SIZE];

  pst_buffer_clear(note);
  if (cell->value.kind == PST_VALUE_MISSING)
    add_note(note, cell->value.token);
  else if (!cell->number)
    add_note(note, cell->text);
  if (cell->number || cell->value.kind == PST_VALUE_MISSING) /* else it stands in the text */
    add_note(note, pst_text_of(cell->value.marker));
  if (at->marker != NULL)
    add_note(note, pst_text_of(at->marker));
  if (at->when[0] == '\0' && tidy->period != PST_NO_COLUMN) {
    pst_tidy_period_mark(tidy, row, marker);
    add_note(note, pst_text_of(marker));
  }
  for (size_t i = 0; i < tidy->n_key_columns; i++)
    add_note(note, before[i].behind);
  /* A flag behind the number, and another one in the column of flags. */
  if (cell->value.flag.size > 0 && at->flag != PST_NO_COLUMN
      && !pst_text_equal(cell->value.flag, pst_sheet_cell(tidy->frame.sheet, row, at->flag)))
    add_note(note, pst_sheet_cell(tidy->frame.sheet, row, at->flag));
  if (at->note != PST_NO_COLUMN)
    add_footnotes(&tidy->frame, pst_sheet_cell(tidy->frame.sheet, row, at->note), note);
}

static struct pst_text unit_of(const struct pst_tidy *tidy, size_t row, size_t column,
                               const struct pst_tidy_cell *cell)
{
  const char *unit = tidy->frame.columns[column].unit;

  if (cell->value.unit[0] != '\0')
    return pst_text_of(cell->value.unit);
  if (unit == NULL && tidy->frame.unit != PST_NO_COLUMN)
    return pst_sheet_cell(tidy->frame.sheet, row, tidy->frame.unit);
  return pst_text_of(unit == NULL ? "" : unit);
}

/* --scale: the number times the power of ten that its record has; false: it has a form that cannot be
   multiplied, or no power. */
static bool scale(const struct pst_tidy *tidy, size_t row, const struct pst_tidy_cell *cell,
                  struct pst_buffer *value)
{
  struct pst_buffer scaled = {.size = 0};
  bool done;
  int power;

  if (!tidy->scale
      || !pst_scale_power(pst_sheet_cell(tidy->frame.sheet, row, tidy->frame.scale), &power))
    return false;
  if (power == 0 || !cell->number)
    return true;
  done =
      pst_scale_shift((struct pst_text){.data = value->data, .size = value->size}, power, &scaled);
  if (done) {
    pst_buffer_clear(value);
    pst_buffer_add(value, scaled.data, scaled.size);
  }
  pst_buffer_free(&scaled);
  return done;
}

/* The power of ten that a multiplied value still has is none. */
static void put_powers(const struct pst_tidy *tidy, size_t row, bool scaled, struct pst_text *keys)
{
  const struct pst_frame *frame = &tidy->frame;
  size_t n = frame->sections != NULL && !frame->dated;

  for (size_t i = 0; i < tidy->n_key_columns && tidy->scale; i++) {
    size_t column = tidy->key_columns[i];
    struct pst_text cell = pst_tidy_text(tidy, row, column);
    int power;

    if (column == frame->scale
        || (pst_scale_is_label(frame->columns[column].name) && pst_scale_power(cell, &power)))
      keys[n] = scaled ? pst_scale_none(cell) : cell;
    n += frame->columns[column].split == NULL ? 1 : frame->columns[column].n_split;
  }
}

enum pst_status pst_tidy_each(const struct pst_tidy *tidy, pst_tidy_take *take, void *context,
                              struct pst_error *error)
{
  struct pst_buffer value = {.size = 0}, note = {.size = 0};
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_text *keys = pst_arena_array(&scratch, tidy->n_keys + 1, sizeof *keys);
  struct before *before = pst_arena_array(&scratch, tidy->n_key_columns + 1, sizeof *before);
  enum pst_status status = keys == NULL || before == NULL ? pst_fail_memory(error) : PST_OK;

  for (size_t i = 0; i < tidy->n_records && status == PST_OK; i++) {
    size_t row = tidy->records[i], n_keys = put_row_keys(tidy, row, before, keys);

    for (size_t v = 0; v < tidy->n_values && status == PST_OK; v++) {
      size_t column = tidy->values[v];
      char when[PST_WHEN_SIZE];
      struct pst_tidy_cell cell;

      pst_tidy_read_cell(tidy, row, column, &cell, &value);
      put_column_keys(tidy, column, keys + n_keys);
      put_note(tidy, row, column, &cell, before, &note);
      pst_tidy_period(tidy, row, column, when);
      put_powers(tidy, row, scale(tidy, row, &cell, &value), keys);
      pst_buffer_add(&value, "", 0);
      if (value.failed || note.failed)
        status = pst_fail_memory(error);
      else
        status = take(
            context,
            &(struct pst_tidy_row){.line = tidy->frame.sheet->rows[row].line,
                                   .record = row,
                                   .column = column,
                                   .keys = keys,
                                   .period = when,
                                   .value = cell.number ? (struct pst_text){value.data, value.size}
                                                        : (struct pst_text){.data = "", .size = 0},
                                   .unit = unit_of(tidy, row, column, &cell),
                                   .flag = cell.flag,
                                   .note = {.data = pst_buffer_string(&note), .size = note.size}},
            error);
    }
  }
  pst_buffer_free(&value);
  pst_buffer_free(&note);
  pst_arena_free(&scratch);
  return status;
}
