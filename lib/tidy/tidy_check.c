/* tidy_check.c -- the records of a frame: each fits its header, each period can be read. */
#include "tidy/tidy_check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "table/columns.h"
#include "table/dictionary.h"

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
  size_t column = 0;
  enum pst_status status = resolve(tidy, time, &column, error);

  if (status != PST_OK)
    return status;
  for (size_t c = 0; c < frame->n_columns; c++)
    if (frame->columns[c].role == PST_FRAME_PERIOD)
      frame->columns[c].role = PST_FRAME_KEY;
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

static enum pst_status apply_options(struct pst_tidy *tidy, const struct pst_tidy_options *options,
                                     struct pst_error *error)
{
  struct pst_frame *frame = &tidy->frame;
  enum pst_status status = PST_OK;
  size_t n = 0;

  if (options->values != NULL)
    for (size_t c = 0; c < frame->n_columns; c++)
      if (frame->columns[c].role == PST_FRAME_VALUE && frame->columns[c].when[0] == '\0')
        frame->columns[c].role = PST_FRAME_KEY;
  status = set_roles(tidy, options->keys, PST_FRAME_KEY, error);
  if (status == PST_OK)
    status = set_roles(tidy, options->values, PST_FRAME_VALUE, error);
  if (status == PST_OK && options->time != NULL)
    status = set_time(tidy, options->time, error);
  for (size_t c = 0; c < frame->n_columns; c++)
    n += frame->columns[c].role == PST_FRAME_VALUE;
  if (options->values != NULL || options->keys != NULL || options->time != NULL) {
    bool wide = false;

    for (size_t c = 0; c < frame->n_columns; c++)
      wide = wide || frame->columns[c].when[0] != '\0';
    frame->variables = frame->variables || (!wide && n > 1);
    if (n <= 1)
      frame->variables = false;
  }
  if (status == PST_OK && n == 0)
    return pst_fail_at(error, PST_BAD_DATA, frame->sheet->name, 0,
                       "no column of values is found (layout %s); name them with --values",
                       tidy->layout->name);
  return status;
}

/* --- records --------------------------------------------------------------------------------- */

static bool same_row(const struct pst_frame *frame, size_t a, size_t b)
{
  for (size_t c = 0; c < frame->n_columns; c++)
    if (!pst_text_equal(pst_sheet_cell(frame->sheet, a, c), pst_sheet_cell(frame->sheet, b, c)))
      return false;
  return true;
}

static bool same_as_header(const struct pst_frame *frame, size_t row)
{
  for (size_t h = frame->header; h < frame->body; h++)
    if (same_row(frame, row, h))
      return true;
  return false;
}

/* The year, of 1800 to 2100, that a cell is, or 0. */
static int year_of(struct pst_text cell)
{
  char when[PST_WHEN_SIZE];

  int year = cell.size == 4 && pst_when_read(cell, PST_WHEN_DEFAULT, when, NULL) ? atoi(when) : 0;

  return year >= 1800 && year <= 2100 ? year : 0;
}

/* The columns of years have years again, as far apart as those of the header. */
static bool years_again(const struct pst_frame *frame, size_t row)
{
  size_t n = 0;
  int shift = 0;

  for (size_t c = 0; c < frame->n_columns; c++) {
    int year = frame->columns[c].role == PST_FRAME_VALUE
                   ? year_of(pst_sheet_cell(frame->sheet, row, c))
                   : 0;

    if (frame->columns[c].role != PST_FRAME_VALUE)
      continue;
    if (year == 0 || strlen(frame->columns[c].when) != 4
        || (n > 0 && year - atoi(frame->columns[c].when) != shift))
      return false;
    shift = year - atoi(frame->columns[c].when);
    n++;
  }
  return n > 2;
}

/* The keys are called again what they are called, over values that are names or years. */
static bool names_again(const struct pst_frame *frame, size_t row)
{
  size_t names = 0, numbers = 0;

  for (size_t c = 0; c < frame->n_columns; c++) {
    const struct pst_frame_column *at = &frame->columns[c];
    struct pst_text cell = pst_sheet_cell(frame->sheet, row, c);

    if (cell.size == 0)
      continue;
    if (at->role == PST_FRAME_VALUE)
      numbers += pst_frame_is_value(frame, row, c) && year_of(cell) == 0;
    else if (!at->unnamed && !pst_text_is(cell, at->name))
      return false;
    else
      names += !at->unnamed;
  }
  return names > 0 && numbers == 0;
}

/* A second table in the file would be read under the header of the first. */
static enum pst_status check_one_table(const struct pst_frame *frame, size_t row,
                                       struct pst_error *error)
{
  if (!years_again(frame, row) && !names_again(frame, row))
    return PST_OK;
  return pst_fail_at(error, PST_BAD_DATA, frame->sheet->name, frame->sheet->rows[row].line,
                     "this reads like the header of a second table; give each table a file of its "
                     "own");
}

/* Each cell that holds several keys has all of them. */
static bool splits(const struct pst_frame *frame, size_t row, size_t *column)
{
  for (size_t c = 0; c < frame->n_columns; c++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, row, c);
    size_t commas = 0;

    if (frame->columns[c].split == NULL)
      continue;
    for (size_t i = 0; i < cell.size; i++)
      commas += cell.data[i] == ',';
    if (commas + 1 != frame->columns[c].n_split) {
      *column = c;
      return false;
    }
  }
  return true;
}

static enum pst_status refuse(struct pst_tidy *tidy, const struct pst_tidy_options *options,
                              size_t row, const char *reason, struct pst_error *error)
{
  const struct pst_sheet *sheet = tidy->frame.sheet;
  struct pst_tidy_trouble *at;

  if (!options->skip_bad)
    return pst_fail_at(error, PST_BAD_DATA, sheet->name, sheet->rows[row].line,
                       "%s; mend the record or use --on-bad skip", reason);
  tidy->rows.rejected++;
  if (tidy->n_rejects == PST_TIDY_TROUBLES_MOST)
    return PST_OK;
  if (tidy->rejects == NULL)
    tidy->rejects = pst_arena_array(&tidy->arena, PST_TIDY_TROUBLES_MOST, sizeof *at);
  if (tidy->rejects == NULL)
    return pst_fail_memory(error);
  at = &tidy->rejects[tidy->n_rejects++];
  *at = (struct pst_tidy_trouble){.line = sheet->rows[row].line,
                                  .field = PST_NO_COLUMN,
                                  .text = pst_arena_string(&tidy->arena, reason)};
  return at->text == NULL ? pst_fail_memory(error) : PST_OK;
}

static size_t count_digits(struct pst_text text)
{
  size_t n = 0;

  while (n < text.size && text.data[n] >= '0' && text.data[n] <= '9')
    n++;
  return n;
}

/* `1,234.5` without its quotes: one to three digits, and the rest of the number in a cell that is no
   value. */
static bool is_parted(const struct pst_frame *frame, size_t row, size_t column)
{
  struct pst_text left = pst_sheet_cell(frame->sheet, row, column),
                  right = pst_sheet_cell(frame->sheet, row, column + 1);
  size_t digits = 0;

  if (frame->columns[column].role != PST_FRAME_VALUE
      || (column + 1 < frame->n_columns && frame->columns[column + 1].role == PST_FRAME_VALUE))
    return false;
  if (left.size > 1 && (left.data[0] == '-' || left.data[0] == '+'))
    left = (struct pst_text){.data = left.data + 1, .size = left.size - 1};
  if (left.size < 1 || left.size > 3 || count_digits(left) < left.size)
    return false;
  digits = count_digits(right);
  return digits == 3 && (right.size == 3 || right.data[3] == '.');
}

/* Empty cells beyond the header are a delimiter too many at the end of each record; where only some
   records have them, or a number is parted, the cells before them have moved. */
static bool has_moved(const struct pst_frame *frame, size_t row, bool uniform)
{
  size_t n = 0;

  for (size_t r = frame->header; r < frame->body; r++)
    n = frame->sheet->rows[r].n > n ? frame->sheet->rows[r].n : n;
  if (frame->sheet->rows[row].n <= n)
    return false;
  for (size_t c = 0; c < frame->n_columns && uniform; c++)
    if (is_parted(frame, row, c))
      return true;
  return !uniform;
}

/* All records have as many cells. */
static bool is_uniform(const struct pst_frame *frame)
{
  size_t n = 0;

  for (size_t r = frame->body; r < frame->end; r++) {
    if (pst_sheet_filled(frame->sheet, r) == 0)
      continue;
    if (n > 0 && frame->sheet->rows[r].n != n)
      return false;
    n = frame->sheet->rows[r].n;
  }
  return true;
}

static enum pst_status check_record(struct pst_tidy *tidy, const struct pst_tidy_options *options,
                                    size_t row, bool uniform, bool *good, struct pst_error *error)
{
  const struct pst_frame *frame = &tidy->frame;
  const struct pst_sheet *sheet = frame->sheet;
  size_t have = pst_sheet_width(sheet, row), column = 0;
  char reason[300];

  *good = false;
  if (check_one_table(frame, row, error) != PST_OK)
    return PST_BAD_DATA;
  if (has_moved(frame, row, uniform))
    have = sheet->rows[row].n;
  if (sheet->rows[row].n < frame->n_columns || have > frame->n_columns) {
    bool ends = row + 1 == sheet->n_rows && sheet->cut && have < frame->n_columns;

    have = have > frame->n_columns ? have : sheet->rows[row].n;
    snprintf(reason, sizeof reason, "%zu field%s where the header has %zu%s", have,
             have == 1 ? "" : "s", frame->n_columns,
             ends ? ", and the file ends without a line end: it is cut off" : "");
    return refuse(tidy, options, row, reason, error);
  }
  if (!splits(frame, row, &column)) {
    snprintf(reason, sizeof reason, "field %zu (%s): '%.*s' has not %zu keys", column + 1,
             frame->columns[column].name, (int)pst_sheet_cell(sheet, row, column).size,
             pst_sheet_cell(sheet, row, column).data, frame->columns[column].n_split);
    return refuse(tidy, options, row, reason, error);
  }
  *good = true;
  return PST_OK;
}

/* ROW holds the flags of the record above it. */
static bool is_flags(const struct pst_tidy *tidy, size_t row)
{
  return tidy->frame.flags_below != NULL && tidy->n_records > 0
         && tidy->records[tidy->n_records - 1] + 1 == row
         && pst_text_is(pst_sheet_cell(tidy->frame.sheet, row, 0), tidy->frame.flags_below);
}

static enum pst_status list_records(struct pst_tidy *tidy, const struct pst_tidy_options *options,
                                    struct pst_error *error)
{
  const struct pst_frame *frame = &tidy->frame;
  enum pst_status status = PST_OK;
  bool uniform = is_uniform(frame);

  tidy->records =
      pst_arena_array(&tidy->arena, frame->end - frame->body + 1, sizeof *tidy->records);
  if (tidy->records == NULL)
    return pst_fail_memory(error);
  for (size_t r = 0; r < frame->sheet->n_rows; r++) {
    bool outside = r < frame->header || r >= frame->end, good = false;

    if (pst_sheet_filled(frame->sheet, r) == 0)
      tidy->rows.blank++;
    else if (outside)
      *(r < frame->header ? &tidy->rows.preamble : &tidy->rows.footer) += 1;
    else if (r < frame->body)
      tidy->rows.header++;
    else if (same_as_header(frame, r))
      tidy->rows.repeated++;
    else
      status = check_record(tidy, options, r, uniform, &good, error);
    if (good && is_flags(tidy, r))
      tidy->rows.flags++;
    else if (good)
      tidy->records[tidy->n_records++] = r;
    if (status != PST_OK)
      return status;
  }
  if (tidy->n_records == 0)
    return pst_fail_at(error, PST_BAD_DATA, frame->sheet->name,
                       frame->sheet->rows[frame->header].line,
                       "a header (layout %s) without a record below it", tidy->layout->name);
  return PST_OK;
}

/* --- keys ------------------------------------------------------------------------------------ */

static const char *key_name(struct pst_tidy *tidy, const char *name)
{
  static const char *const taken[] = {"period", "value", "flag", "note"};
  bool again = tidy->frame.variables && strcmp(name, "variable") == 0;

  for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
    again = again || strcmp(name, taken[i]) == 0;
  for (size_t i = 0; i < tidy->n_keys; i++)
    again = again || strcmp(name, tidy->keys[i]) == 0;
  if (!again)
    return name;
  name = pst_arena_format(&tidy->arena, "key_%s", name);
  for (size_t i = 0; name != NULL && i < tidy->n_keys; i++)
    if (strcmp(name, tidy->keys[i]) == 0)
      name = pst_arena_format(&tidy->arena, "%s_%zu", name, tidy->n_keys + 1);
  return name;
}

/* Two measured columns of one name would be one variable. */
static enum pst_status part_variables(struct pst_tidy *tidy, struct pst_error *error)
{
  struct pst_frame *frame = &tidy->frame;
  struct pst_dictionary seen = {.count = 0};
  enum pst_status status = PST_OK;

  for (size_t i = 0; i < tidy->n_values && frame->variables && status == PST_OK; i++) {
    struct pst_frame_column *at = &frame->columns[tidy->values[i]];
    unsigned before = seen.count, code = pst_dictionary_add(&seen, pst_text_of(at->name));

    if (code < before)
      at->name = pst_arena_format(&tidy->arena, "%s (column %zu)", at->name, tidy->values[i] + 1);
    if (code == PST_CODE_MISSING || at->name == NULL)
      status = pst_fail_memory(error);
  }
  pst_dictionary_free(&seen);
  return status;
}

static enum pst_status name_keys(struct pst_tidy *tidy, struct pst_error *error)
{
  const struct pst_frame *frame = &tidy->frame;
  size_t most = frame->n_parts + 1;

  for (size_t c = 0; c < frame->n_columns; c++)
    most += frame->columns[c].split == NULL ? 1 : frame->columns[c].n_split;
  tidy->keys = pst_arena_array(&tidy->arena, most, sizeof *tidy->keys);
  tidy->values = pst_arena_array(&tidy->arena, frame->n_columns, sizeof *tidy->values);
  tidy->key_columns = pst_arena_array(&tidy->arena, frame->n_columns, sizeof *tidy->key_columns);
  if (tidy->keys == NULL || tidy->values == NULL || tidy->key_columns == NULL)
    return pst_fail_memory(error);
  for (size_t c = 0; c < frame->n_columns; c++) {
    const struct pst_frame_column *at = &frame->columns[c];

    if (at->role == PST_FRAME_VALUE)
      tidy->values[tidy->n_values++] = c;
    if (at->role != PST_FRAME_KEY)
      continue;
    tidy->key_columns[tidy->n_key_columns++] = c;
    for (size_t s = 0; s < (at->split == NULL ? 1 : at->n_split); s++) {
      tidy->keys[tidy->n_keys] = key_name(tidy, at->split == NULL ? at->name : at->split[s]);
      tidy->n_keys++;
    }
  }
  for (size_t p = 0; p < frame->n_parts; p++) {
    tidy->keys[tidy->n_keys] = key_name(tidy, frame->parts[p]);
    tidy->n_keys++;
  }
  if (frame->variables)
    tidy->keys[tidy->n_keys++] = "variable";
  for (size_t k = 0; k < tidy->n_keys; k++)
    if (tidy->keys[k] == NULL)
      return pst_fail_memory(error);
  return part_variables(tidy, error);
}

/* Records that have the keys and the period of an earlier one. */
static enum pst_status check_duplicates(struct pst_tidy *tidy, struct pst_error *error)
{
  const struct pst_frame *frame = &tidy->frame;
  struct pst_dictionary seen = {.count = 0};
  struct pst_buffer key = {.size = 0};
  size_t again = 0, first = 0, *rows;
  struct pst_arena scratch = PST_ARENA_EMPTY;

  rows = pst_arena_array(&scratch, tidy->n_records, sizeof *rows);
  if (rows == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < tidy->n_records; i++) {
    unsigned code, before = seen.count;

    pst_buffer_clear(&key);
    for (size_t c = 0; c < frame->n_columns; c++) {
      struct pst_text cell = pst_sheet_cell(frame->sheet, tidy->records[i], c);
      char when[PST_WHEN_SIZE];

      if (frame->columns[c].role == PST_FRAME_PERIOD && (frame->when & PST_WHEN_MONTHS)) {
        pst_tidy_period(tidy, tidy->records[i], c, when);
        cell = pst_text_of(when);
      }
      if (frame->columns[c].role == PST_FRAME_KEY || frame->columns[c].role == PST_FRAME_PERIOD
          || frame->columns[c].role == PST_FRAME_PERIOD_PART)
        pst_buffer_add(&key, cell.data, cell.size);
      pst_buffer_putc(&key, '\x1f');
    }
    code = pst_dictionary_add(&seen, (struct pst_text){.data = key.data, .size = key.size});
    if (code == PST_CODE_MISSING)
      break;
    if (code == before)
      rows[code] = tidy->records[i];
    else if (again++ == 0) {
      first = tidy->records[i];
      pst_buffer_printf(&tidy->warnings,
                        "line %lu has the keys and the period of line %lu; keep one of them before "
                        "computing",
                        frame->sheet->rows[first].line, frame->sheet->rows[rows[code]].line);
    }
  }
  if (again > 0)
    pst_buffer_printf(&tidy->warnings, " (%zu such record%s)\n", again, again == 1 ? "" : "s");
  pst_buffer_free(&key);
  pst_dictionary_free(&seen);
  pst_arena_free(&scratch);
  return PST_OK;
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

enum pst_status pst_tidy_check(struct pst_tidy *tidy, const struct pst_tidy_options *options,
                               struct pst_error *error)
{
  enum pst_status status = apply_options(tidy, options, error);

  find_periods(tidy);
  if (status == PST_OK)
    status = list_records(tidy, options, error);
  if (status == PST_OK)
    pst_tidy_settle_twins(tidy);
  if (status == PST_OK)
    status = name_keys(tidy, error);
  if (status == PST_OK)
    status = pst_tidy_check_periods(tidy, options, error);
  if (status == PST_OK)
    status = check_duplicates(tidy, error);
  if (status == PST_OK)
    pst_tidy_warn_keys(tidy, options);
  if (status == PST_OK)
    warn_cut(tidy);
  return status;
}
