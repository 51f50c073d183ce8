#include "tidy/tidy.h"

#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "tidy/scale.h"
#include "tidy/tidy_check.h"

static void count(struct pst_tidy *tidy, struct pst_tidy_counts *counts, struct pst_text text)
{
  for (size_t i = 0; i < counts->n; i++)
    if (pst_text_equal(counts->items[i].text, text)) {
      counts->items[i].count++;
      return;
    }
  if (counts->n == PST_TIDY_COUNTS_MOST) {
    counts->others++;
    return;
  }
  counts->items[counts->n++] = (struct pst_tidy_count){
      .text = {.data = pst_arena_copy(&tidy->arena, text.data, text.size), .size = text.size},
      .count = 1};
}

/* --- one cell -------------------------------------------------------------------------------- */

struct cell {
  struct pst_value value;
  struct pst_text text; /* as printed */
  struct pst_text flag;
  bool number; /* reads with the decimal mark of the file */
};

static struct pst_text flag_of(const struct pst_tidy *tidy, size_t row, size_t column,
                               const struct pst_value *value)
{
  size_t flag = tidy->frame.columns[column].flag;
  const char *below = tidy->frame.flags_below;

  if (below != NULL && value->flag.size == 0 && row + 1 < tidy->frame.end
      && pst_text_is(pst_sheet_cell(tidy->frame.sheet, row + 1, 0), below))
    return pst_sheet_cell(tidy->frame.sheet, row + 1, column);
  if (flag == PST_NO_COLUMN || value->flag.size > 0)
    return value->flag;
  return pst_sheet_cell(tidy->frame.sheet, row, flag);
}

/* A row of flags: no value is there. */
static bool is_status(const struct pst_frame *frame, size_t row)
{
  return frame->attribute != PST_NO_COLUMN
         && pst_text_is(pst_sheet_cell(frame->sheet, row, frame->attribute), "Status");
}

/* The other mark is a decimal one somewhere, and the user has said which holds: no number is made of
   what has that other mark. */
static bool is_other_kind(const struct pst_tidy *tidy, const struct pst_value *value)
{
  return tidy->strange != '\0' && !value->interval
         && memchr(value->digits.data, tidy->strange, value->digits.size) != NULL;
}

/* 1e400 is beyond what any program reads. */
static bool is_finite(const struct pst_buffer *written)
{
  double number;

  if (written->size < 300 && memchr(written->data, 'e', written->size) == NULL
      && memchr(written->data, 'E', written->size) == NULL)
    return true;
  return written->data[0] == '<' || written->data[0] == '>' || written->data[0] == '['
         || pst_number_parse((struct pst_text){written->data, written->size},
                             &(struct pst_number_style){.decimal = '.'}, &number, NULL);
}

static void read_cell(const struct pst_tidy *tidy, size_t row, size_t column, struct cell *cell,
                      struct pst_buffer *written)
{
  pst_buffer_clear(written);
  if (is_status(&tidy->frame, row)) {
    *cell = (struct cell){.value = {.kind = PST_VALUE_MISSING,
                                    .token = {.data = "", .size = 0},
                                    .flag = {.data = "", .size = 0}},
                          .text = {.data = "", .size = 0},
                          .flag = pst_sheet_cell(tidy->frame.sheet, row, column)};
    return;
  }
  cell->text = pst_sheet_cell(tidy->frame.sheet, row, column);
  pst_value_part(cell->text, &tidy->frame.rules, &cell->value);
  cell->flag = flag_of(tidy, row, column, &cell->value);
  cell->number = cell->value.kind == PST_VALUE_NUMBER && !is_other_kind(tidy, &cell->value)
                 && pst_value_write(&cell->value, tidy->decimal, written) && is_finite(written);
}

static enum pst_status trouble(struct pst_tidy *tidy, size_t row, size_t column,
                               struct pst_text text)
{
  struct pst_tidy_trouble *at;

  tidy->cells.not_understood++;
  if (tidy->n_troubles == PST_TIDY_TROUBLES_MOST)
    return PST_OK;
  if (tidy->troubles == NULL)
    tidy->troubles = pst_arena_array(&tidy->arena, PST_TIDY_TROUBLES_MOST, sizeof *at);
  if (tidy->troubles == NULL)
    return PST_NO_MEMORY;
  at = &tidy->troubles[tidy->n_troubles++];
  *at = (struct pst_tidy_trouble){
      .line = tidy->frame.sheet->rows[row].line,
      .field = column,
      .column = tidy->frame.columns[column].name,
      .text = pst_arena_copy(&tidy->arena, text.data, pst_utf8_head(text, 200).size)};
  return at->text == NULL ? PST_NO_MEMORY : PST_OK;
}

static enum pst_status tally(struct pst_tidy *tidy, size_t row, size_t column, struct cell *cell)
{
  tidy->cells.read++;
  if (cell->flag.size > 0)
    count(tidy, &tidy->flags, cell->flag);
  if (cell->value.kind == PST_VALUE_MISSING) {
    tidy->cells.missing++;
    count(tidy, &tidy->missing, cell->value.token);
    return PST_OK;
  }
  if (!cell->number)
    return trouble(tidy, row, column, cell->text);
  tidy->cells.numbers++;
  tidy->cells.bounded += pst_value_is_bounded(&cell->value);
  tidy->units = tidy->units || cell->value.unit[0] != '\0';
  return PST_OK;
}

static enum pst_status tally_all(struct pst_tidy *tidy, struct pst_error *error)
{
  struct pst_buffer written = {.size = 0};
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < tidy->n_records && status == PST_OK; i++)
    for (size_t v = 0; v < tidy->n_values && status == PST_OK; v++) {
      struct cell cell;

      read_cell(tidy, tidy->records[i], tidy->values[v], &cell, &written);
      status = tally(tidy, tidy->records[i], tidy->values[v], &cell);
    }
  tidy->units = tidy->units || tidy->frame.unit != PST_NO_COLUMN;
  for (size_t v = 0; v < tidy->n_values; v++)
    tidy->units = tidy->units || tidy->frame.columns[tidy->values[v]].unit != NULL;
  pst_buffer_free(&written);
  return status == PST_OK ? PST_OK : pst_fail_memory(error);
}

/* --- the decimal mark ------------------------------------------------------------------------ */

static const char *column_name(const void *context, size_t field)
{
  return ((const struct pst_frame *)context)->columns[field].name;
}

/* The decimal mark that the layout defines, where the file is parted as the agency does it. */
static char native_of(const struct pst_tidy *tidy)
{
  const char *parted = tidy->layout->parted == NULL ? "," : tidy->layout->parted;

  return strchr(parted, tidy->frame.sheet->delimiter) == NULL ? '\0' : tidy->frame.native;
}

/* The last cell of a file without a line end at its end: `5,6` may be what is left of 5,678. */
static bool may_be_cut(const struct pst_tidy *tidy, size_t record, size_t value)
{
  const struct pst_sheet *sheet = tidy->frame.sheet;
  size_t row = tidy->records[record];

  return sheet->cut && row + 1 == sheet->n_rows && tidy->values[value] + 1 == sheet->rows[row].n;
}

/* The cells of a record; CUT: only one that may be cut off, which counts where no other has a mark. */
static void see_record(const struct pst_tidy *tidy, size_t record, bool cut,
                       struct pst_marks *marks)
{
  const struct pst_sheet *sheet = tidy->frame.sheet;
  size_t row = tidy->records[record];

  for (size_t v = 0; v < tidy->n_values; v++) {
    struct pst_text text = pst_sheet_cell(sheet, row, tidy->values[v]);
    struct pst_value value;

    if (may_be_cut(tidy, record, v) != cut)
      continue;
    pst_value_part(text, &tidy->frame.rules, &value);
    if (value.kind == PST_VALUE_NUMBER && !value.interval)
      pst_marks_see(marks, value.digits, text, sheet->rows[row].line, tidy->values[v]);
  }
}

static enum pst_status find_mark(struct pst_tidy *tidy, const struct pst_tidy_options *options,
                                 struct pst_error *error)
{
  const struct pst_sheet *sheet = tidy->frame.sheet;
  struct pst_marks_given given = {.decimal = options->decimal,
                                  .thousands = options->thousands,
                                  .native = native_of(tidy),
                                  .grouped = tidy->layout->grouped};
  struct pst_marks marks = {.decimal = {{0}}};
  enum pst_status status;

  for (int pass = 0; pass < 2 && (pass == 0 || !pst_marks_seen(&marks)); pass++)
    for (size_t i = 0; i < tidy->n_records; i++)
      see_record(tidy, i, pass > 0, &marks);
  status = pst_marks_decide(&marks, &given, sheet->name, column_name, &tidy->frame, &tidy->decimal,
                            error);
  tidy->marks_asked = status == PST_BAD_DATA;
  if (options->decimal != '\0' && options->thousands == '\0'
      && pst_marks_decimal(&marks, tidy->decimal == '.' ? ',' : '.'))
    tidy->strange = tidy->decimal == '.' ? ',' : '.';
  return status;
}

/* --- opening --------------------------------------------------------------------------------- */

/* What is not understood is one short text. */
static bool all_the_same(const struct pst_tidy *tidy)
{
  for (size_t i = 0; i < tidy->n_troubles; i++)
    if (strcmp(tidy->troubles[i].text, tidy->troubles[0].text) != 0)
      return false;
  return strlen(tidy->troubles[0].text) <= 8;
}

/* Numbers nowhere, though there are cells: the columns are not what they were taken for. */
static enum pst_status check_sense(const struct pst_tidy *tidy, const struct pst_tidy_options *o,
                                   struct pst_error *error)
{
  const struct pst_tidy_trouble *first = tidy->troubles;

  if (tidy->cells.not_understood == 0)
    return PST_OK;
  if (o->strict != NULL)
    return pst_fail_at(error, PST_BAD_DATA, tidy->frame.sheet->name, first->line,
                       "field %zu (%s): '%s' is not understood; mend it, or name it with "
                       "--missing%s",
                       first->field + 1, first->column, first->text, o->strict);
  if (tidy->cells.numbers > 0)
    return PST_OK;
  if (all_the_same(tidy))
    return pst_fail_at(error, PST_BAD_DATA, tidy->frame.sheet->name, first->line,
                       "field %zu (%s): '%s' is no number, nor is any other cell taken for a value "
                       "(layout %s); if it stands for a missing one, say --missing %s",
                       first->field + 1, first->column, first->text, tidy->layout->name,
                       first->text);
  return pst_fail_at(error, PST_BAD_DATA, tidy->frame.sheet->name, first->line,
                     "field %zu (%s): '%s' is no number, nor is any other cell taken for a value "
                     "(layout %s); name the value columns with --values, or the layout with "
                     "--layout",
                     first->field + 1, first->column, first->text, tidy->layout->name);
}

static enum pst_status choose_layout(struct pst_tidy *tidy, const struct pst_sheet *sheet,
                                     const struct pst_tidy_options *options,
                                     struct pst_error *error)
{
  struct pst_frame *frame = &tidy->frame;
  size_t header = 0;

  if (options->layout == NULL) {
    tidy->layout = pst_layout_recognise(sheet, &frame->header, frame->why);
    return PST_OK;
  }
  tidy->layout = options->layout;
  if (!tidy->layout->recognise(sheet, &header, frame->why))
    return pst_fail_at(error, PST_BAD_DATA, sheet->name, 0,
                       "this does not look like layout %s (%s); leave --layout out, or see "
                       "--layout list",
                       tidy->layout->name, tidy->layout->summary);
  frame->header = header;
  snprintf(frame->why, sizeof frame->why, "--layout %s", tidy->layout->name);
  return PST_OK;
}

enum pst_status pst_tidy_open(const struct pst_sheet *sheet, const struct pst_tidy_options *options,
                              struct pst_tidy *tidy, struct pst_error *error)
{
  enum pst_status status;

  *tidy = (struct pst_tidy){.n_values = 0};
  status = choose_layout(tidy, sheet, options, error);
  if (status == PST_OK)
    status =
        pst_layout_frame(tidy->layout, sheet, &options->asked, &tidy->arena, &tidy->frame, error);
  if (status == PST_OK)
    status = pst_tidy_check(tidy, options, error);
  if (status == PST_OK)
    status = find_mark(tidy, options, error);
  if (status == PST_OK)
    status = pst_tidy_check_scale(tidy, options, error);
  if (status == PST_OK)
    status = pst_tidy_check_expected(tidy, options, error);
  if (status == PST_OK)
    status = tally_all(tidy, error);
  if (status == PST_OK)
    status = check_sense(tidy, options, error);
  if (status != PST_OK)
    pst_tidy_close(tidy);
  return status;
}

/* --- the long table -------------------------------------------------------------------------- */

/* `Morocco ..........` without the dots that lead to the numbers, and what stands behind them. */
static struct pst_text without_leaders(struct pst_text cell, struct pst_text *behind)
{
  const char *dots = memmem(cell.data, cell.size, "....", 4);
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

/* Keys of a record from its cells; returns how many. */
static size_t put_row_keys(const struct pst_tidy *tidy, size_t row, struct pst_text *keys)
{
  const struct pst_frame *frame = &tidy->frame;
  struct pst_text behind;
  size_t n = 0;

  if (frame->sections != NULL)
    keys[n++] = frame->sections[row - frame->body] == PST_NO_COLUMN
                    ? (struct pst_text){.data = "", .size = 0}
                    : pst_sheet_cell(frame->sheet, frame->sections[row - frame->body], 0);
  for (size_t i = 0; i < tidy->n_key_columns; i++) {
    const struct pst_frame_column *at = &frame->columns[tidy->key_columns[i]];
    struct pst_text cell = pst_sheet_cell(frame->sheet, row, tidy->key_columns[i]);

    if (at->split != NULL)
      n += put_split(at, cell, keys + n);
    else
      keys[n++] = without_leaders(cell, &behind);
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
                     const struct cell *cell, struct pst_buffer *note)
{
  const struct pst_frame_column *at = &tidy->frame.columns[column];
  char marker[PST_WHEN_MARK_SIZE];

  pst_buffer_clear(note);
  if (cell->value.kind == PST_VALUE_MISSING)
    add_note(note, cell->value.token);
  else if (!cell->number)
    add_note(note, cell->text);
  add_note(note, pst_text_of(cell->value.marker));
  if (at->marker != NULL)
    add_note(note, pst_text_of(at->marker));
  if (at->when[0] == '\0' && tidy->period != PST_NO_COLUMN) {
    pst_tidy_period_mark(tidy, row, marker);
    add_note(note, pst_text_of(marker));
  }
  for (size_t i = 0; i < tidy->n_key_columns; i++) {
    struct pst_text behind;

    (void)without_leaders(pst_sheet_cell(tidy->frame.sheet, row, tidy->key_columns[i]), &behind);
    add_note(note, behind);
  }
  /* A flag behind the number, and another one in the column of flags. */
  if (cell->value.flag.size > 0 && at->flag != PST_NO_COLUMN
      && !pst_text_equal(cell->value.flag, pst_sheet_cell(tidy->frame.sheet, row, at->flag)))
    add_note(note, pst_sheet_cell(tidy->frame.sheet, row, at->flag));
  if (at->note != PST_NO_COLUMN)
    add_footnotes(&tidy->frame, pst_sheet_cell(tidy->frame.sheet, row, at->note), note);
}

static struct pst_text unit_of(const struct pst_tidy *tidy, size_t row, size_t column,
                               const struct cell *cell)
{
  const char *unit = tidy->frame.columns[column].unit;

  if (cell->value.unit[0] != '\0')
    return pst_text_of(cell->value.unit);
  if (unit == NULL && tidy->frame.unit != PST_NO_COLUMN)
    return pst_sheet_cell(tidy->frame.sheet, row, tidy->frame.unit);
  return pst_text_of(unit == NULL ? "" : unit);
}

/* --scale: the number times the power of ten that its record has. */
static void scale(const struct pst_tidy *tidy, size_t row, const struct cell *cell,
                  struct pst_buffer *value)
{
  struct pst_buffer scaled = {.size = 0};
  int power;

  if (!tidy->scale || !cell->number
      || !pst_scale_power(pst_sheet_cell(tidy->frame.sheet, row, tidy->frame.scale), &power)
      || power == 0)
    return;
  if (pst_scale_shift((struct pst_text){.data = value->data, .size = value->size}, power,
                      &scaled)) {
    pst_buffer_clear(value);
    pst_buffer_add(value, scaled.data, scaled.size);
  }
  pst_buffer_free(&scaled);
}

enum pst_status pst_tidy_each(const struct pst_tidy *tidy, pst_tidy_take *take, void *context,
                              struct pst_error *error)
{
  struct pst_buffer value = {.size = 0}, note = {.size = 0};
  struct pst_arena scratch = PST_ARENA_EMPTY;
  struct pst_text *keys = pst_arena_array(&scratch, tidy->n_keys + 1, sizeof *keys);
  enum pst_status status = keys == NULL ? pst_fail_memory(error) : PST_OK;

  for (size_t i = 0; i < tidy->n_records && status == PST_OK; i++) {
    size_t row = tidy->records[i], n_keys = put_row_keys(tidy, row, keys);

    for (size_t v = 0; v < tidy->n_values && status == PST_OK; v++) {
      size_t column = tidy->values[v];
      char when[PST_WHEN_SIZE];
      struct cell cell;

      read_cell(tidy, row, column, &cell, &value);
      put_column_keys(tidy, column, keys + n_keys);
      put_note(tidy, row, column, &cell, &note);
      pst_tidy_period(tidy, row, column, when);
      scale(tidy, row, &cell, &value);
      pst_buffer_add(&value, "", 0);
      if (value.failed || note.failed)
        status = pst_fail_memory(error);
      else
        status = take(context,
                      &(struct pst_tidy_row){
                          .line = tidy->frame.sheet->rows[row].line,
                          .record = row,
                          .column = column,
                          .keys = keys,
                          .period = when,
                          .value = pst_text_of(cell.number ? pst_buffer_string(&value) : ""),
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

const char *pst_tidy_unit_name(const struct pst_tidy *tidy)
{
  for (size_t k = 0; k < tidy->n_keys; k++)
    if (strcmp(tidy->keys[k], "unit") == 0)
      return "printed_unit";
  return "unit";
}

void pst_tidy_close(struct pst_tidy *tidy)
{
  pst_buffer_free(&tidy->warnings);
  pst_arena_free(&tidy->arena);
}
