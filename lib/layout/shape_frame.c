#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "layout/shape.h"
#include "layout/words.h"

enum { HEADER_MOST = 12 };

/* What each header row is to the value columns. */
enum row_kind { ROW_PARTS, ROW_PERIODS, ROW_UNITS, ROW_NAMES /* of the keys in the row below */ };

struct headed {
  struct pst_frame *frame;
  const struct pst_shape *shape;
  enum row_kind kinds[HEADER_MOST];
  size_t n_rows, period_row; /* period_row: PST_NO_COLUMN when none */
  size_t lowest;             /* of the rows that name number columns: those below it name keys */
};

static bool is_measured(const struct headed *headed, size_t column)
{
  const struct pst_frame *frame = headed->frame;

  return frame->columns[column].role == PST_FRAME_VALUE;
}

/* A row above header row I says something else of COLUMN than of the column to its left. */
static bool begins_group(const struct headed *headed, size_t i, size_t column)
{
  const struct pst_sheet *sheet = headed->frame->sheet;

  for (size_t r = headed->shape->header; r < headed->shape->header + i; r++) {
    struct pst_text cell = pst_sheet_cell(sheet, r, column), left = {.size = 0};

    for (size_t c = column; cell.size > 0 && c > 0 && left.size == 0; c--)
      left = pst_sheet_cell(sheet, r, c - 1);
    if (cell.size > 0 && !pst_text_equal(cell, left))
      return true;
  }
  return false;
}

static size_t lowest_named(const struct headed *headed)
{
  const struct pst_sheet *sheet = headed->frame->sheet;
  size_t i = headed->n_rows;

  for (; i > 1; i--)
    for (size_t c = 0; c < headed->shape->width; c++)
      if (headed->shape->numeric[c]
          && pst_sheet_cell(sheet, headed->shape->header + i - 1, c).size > 0)
        return i - 1;
  return 0;
}

/* The label of COLUMN in header row I; a label spans the empty cells to its right, as far as the
   labels above it do, but for the last row. */
static struct pst_text label(const struct headed *headed, size_t i, size_t column)
{
  const struct pst_sheet *sheet = headed->frame->sheet;
  size_t row = headed->shape->header + i;
  struct pst_text cell = pst_sheet_cell(sheet, row, column);

  while (cell.size == 0 && i < headed->lowest && column > 0 && column < headed->shape->width
         && headed->shape->numeric[column - 1] && !begins_group(headed, i, column))
    cell = pst_sheet_cell(sheet, row, --column);
  return cell;
}

static const char *keep(const struct headed *headed, struct pst_text text)
{
  return pst_arena_copy(headed->frame->arena, text.data, text.size);
}

/* --- the kinds of the header rows -------------------------------------------------------------- */

/* A cell that heads a column of a period.  1250 is no year there: it may be a number of the first
   record, where the header is lost. */
static bool heads_period(struct pst_text cell, unsigned rules, char when[PST_WHEN_SIZE],
                         char *marker)
{
  char found[PST_WHEN_SIZE];

  if (!pst_when_read(cell, rules, found, marker)
      || (strlen(found) == 4 && (strcmp(found, "1500") < 0 || strcmp(found, "2200") > 0)))
    return false;
  memcpy(when, found, PST_WHEN_SIZE);
  return true;
}

static size_t count_periods(const struct headed *headed, size_t i, unsigned rules)
{
  char when[PST_WHEN_SIZE];
  size_t n = 0;

  for (size_t c = 0; c < headed->frame->n_columns && c < headed->shape->width; c++)
    n += heads_period(label(headed, i, c), rules, when, NULL);
  return n;
}

static void find_period_row(struct headed *headed)
{
  struct pst_when_seasons seen = {0};
  size_t best = 0;

  for (size_t i = 0; i < headed->n_rows; i++)
    for (size_t c = 0; c < headed->shape->width; c++)
      pst_when_see(&seen, pst_sheet_cell(headed->frame->sheet, headed->shape->header + i, c));
  headed->frame->when |= pst_when_decide(&seen);
  headed->period_row = PST_NO_COLUMN;
  for (size_t i = 0; i < headed->n_rows; i++) {
    size_t n = count_periods(headed, i, headed->frame->when);

    if (n > best) {
      best = n;
      headed->period_row = i;
    }
  }
}

/* Some header row names COLUMN. */
static bool has_label(const struct headed *headed, size_t column)
{
  for (size_t i = 0; i < headed->n_rows; i++)
    if (label(headed, i, column).size > 0)
      return true;
  return false;
}

/* With a row of periods its columns are measured, else those that hold numbers and have a name. */
static void mark_measured(struct headed *headed)
{
  struct pst_frame *frame = headed->frame;

  for (size_t c = 0; c < frame->n_columns && c < headed->shape->width; c++) {
    struct pst_frame_column *at = &frame->columns[c];
    char marker[16];

    if (headed->period_row == PST_NO_COLUMN) {
      if (headed->shape->numeric[c] && has_label(headed, c))
        at->role = PST_FRAME_VALUE;
    } else if (heads_period(label(headed, headed->period_row, c), frame->when, at->when, marker)) {
      at->role = PST_FRAME_VALUE;
      if (marker[0] != '\0')
        at->marker = pst_arena_string(frame->arena, marker);
    }
  }
}

static bool row_is_units(const struct headed *headed, size_t i)
{
  size_t units = 0;

  for (size_t c = 0; c < headed->frame->n_columns; c++) {
    char text[64];
    struct pst_text cell = label(headed, i, c);

    if (!is_measured(headed, c) || cell.size == 0)
      continue;
    if (cell.size >= sizeof text)
      return false;
    snprintf(text, sizeof text, "%.*s", (int)cell.size, cell.data);
    if (!pst_words_unit(text))
      return false;
    units++;
  }
  return units > 0;
}

/* The lowest header row says something of measured columns only, and these have names of their own
   in the row above, as the keys have: units, whatever their words. */
static bool row_is_below_names(const struct headed *headed, size_t i)
{
  const struct pst_sheet *sheet = headed->frame->sheet;
  size_t row = headed->shape->header + i, measured = 0;

  if (i == 0 || i + 1 < headed->n_rows || headed->period_row != PST_NO_COLUMN)
    return false;
  for (size_t c = 0; c < headed->frame->n_columns; c++) {
    struct pst_text above = pst_sheet_cell(sheet, row - 1, c);

    if (above.size == 0 || c >= headed->shape->width
        || (!headed->shape->numeric[c] && pst_sheet_cell(sheet, row, c).size > 0))
      return false;
    measured += is_measured(headed, c);
    for (size_t b = 0; b < c; b++)
      if (pst_text_equal(above, pst_sheet_cell(sheet, row - 1, b)))
        return false;
  }
  return measured > 0;
}

static bool row_is_one_label(const struct headed *headed, size_t i)
{
  struct pst_text first = {.data = "", .size = 0};
  size_t n = 0;

  for (size_t c = 0; c < headed->frame->n_columns; c++) {
    struct pst_text cell = label(headed, i, c);

    if (!is_measured(headed, c))
      continue;
    if (n++ == 0)
      first = cell;
    else if (!pst_text_equal(first, cell))
      return false;
  }
  return n > 1 && first.size > 0;
}

static void sort_rows(struct headed *headed)
{
  for (size_t i = 0; i < headed->n_rows; i++) {
    headed->kinds[i] = ROW_PARTS;
    if (i == headed->period_row)
      headed->kinds[i] = ROW_PERIODS;
    else if (headed->n_rows > 1 && (row_is_units(headed, i) || row_is_below_names(headed, i)))
      headed->kinds[i] = ROW_UNITS;
    else if (i + 1 < headed->n_rows && row_is_one_label(headed, i))
      headed->kinds[i] = ROW_NAMES;
  }
}

/* Quarters or months in a header row below or above the years: `2019` over `1. Quartal`. */
static bool row_is_period_parts(const struct headed *headed, size_t i)
{
  char part[16];
  size_t n = 0;

  if (headed->period_row == PST_NO_COLUMN
      || (i != headed->period_row + 1 && i + 1 != headed->period_row))
    return false;
  for (size_t c = 0; c < headed->frame->n_columns; c++) {
    if (!is_measured(headed, c))
      continue;
    if (strlen(headed->frame->columns[c].when) != 4 || !pst_when_part(label(headed, i, c), part))
      return false;
    n++;
  }
  return n > 0;
}

static void join_period_parts(struct headed *headed)
{
  for (size_t i = 0; i < headed->n_rows; i++) {
    if (!row_is_period_parts(headed, i))
      continue;
    for (size_t c = 0; c < headed->frame->n_columns; c++)
      if (is_measured(headed, c))
        pst_when_part(label(headed, i, c), headed->frame->columns[c].when + 4);
    headed->kinds[i] = ROW_NAMES;
    return;
  }
}

static size_t count_kind(const struct headed *headed, enum row_kind kind)
{
  size_t n = 0;

  for (size_t i = 0; i < headed->n_rows; i++)
    n += headed->kinds[i] == kind;
  return n;
}

/* --- names, units, parts ----------------------------------------------------------------------- */

/* A key column is called what the lowest header row with a label calls it. */
static enum pst_status name_columns(struct headed *headed, struct pst_error *error)
{
  struct pst_frame *frame = headed->frame;

  for (size_t c = 0; c < frame->n_columns; c++)
    for (size_t i = 0; i < headed->n_rows; i++) {
      struct pst_text cell = pst_sheet_cell(frame->sheet, headed->shape->header + i, c);

      if (cell.size == 0 || headed->kinds[i] == ROW_UNITS)
        continue;
      frame->columns[c].name = keep(headed, cell);
      frame->columns[c].unnamed = false;
      if (frame->columns[c].name == NULL)
        return pst_fail_memory(error);
    }
  return PST_OK;
}

static enum pst_status set_units(struct headed *headed, struct pst_error *error)
{
  struct pst_frame *frame = headed->frame;

  for (size_t i = 0; i < headed->n_rows; i++)
    for (size_t c = 0; c < frame->n_columns && headed->kinds[i] == ROW_UNITS; c++) {
      struct pst_text cell = label(headed, i, c);

      if (!is_measured(headed, c) || cell.size == 0)
        continue;
      if (cell.size > 2 && cell.data[0] == '(' && cell.data[cell.size - 1] == ')')
        cell = (struct pst_text){.data = cell.data + 1, .size = cell.size - 2};
      frame->columns[c].unit = keep(headed, cell);
      if (frame->columns[c].unit == NULL)
        return pst_fail_memory(error);
    }
  return PST_OK;
}

/* The name of the key that row I holds: of a row of names above it, else "variable". */
static const char *part_name(const struct headed *headed, size_t i, size_t n)
{
  if (i > 0 && headed->kinds[i - 1] == ROW_NAMES)
    for (size_t c = 0; c < headed->frame->n_columns; c++)
      if (is_measured(headed, c))
        return keep(headed, label(headed, i - 1, c));
  return n == 0 ? "variable" : pst_arena_format(headed->frame->arena, "variable_%zu", n + 1);
}

static enum pst_status set_parts(struct headed *headed, struct pst_error *error)
{
  struct pst_frame *frame = headed->frame;
  size_t n = count_kind(headed, ROW_PARTS), p = 0;

  frame->parts = pst_arena_array(frame->arena, n + 1, sizeof *frame->parts);
  if (frame->parts == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < headed->n_rows; i++)
    if (headed->kinds[i] == ROW_PARTS) {
      frame->parts[p] = part_name(headed, i, p);
      p++;
    }
  frame->n_parts = n;
  for (size_t c = 0; c < frame->n_columns; c++) {
    const char **parts;

    if (!is_measured(headed, c))
      continue;
    parts = pst_arena_array(frame->arena, n + 1, sizeof *parts);
    if (parts == NULL)
      return pst_fail_memory(error);
    p = 0;
    for (size_t i = 0; i < headed->n_rows; i++)
      if (headed->kinds[i] == ROW_PARTS) {
        parts[p] = keep(headed, label(headed, i, c));
        if (parts[p++] == NULL)
          return pst_fail_memory(error);
      }
    frame->columns[c].parts = parts;
  }
  return PST_OK;
}

/* A part row over period columns that says nothing (all empty) is none. */
static void drop_empty_parts(struct headed *headed)
{
  for (size_t i = 0; i < headed->n_rows; i++) {
    size_t filled = 0;

    for (size_t c = 0; c < headed->frame->n_columns; c++)
      filled += is_measured(headed, c) && label(headed, i, c).size > 0;
    if (headed->kinds[i] == ROW_PARTS && filled == 0)
      headed->kinds[i] = ROW_NAMES;
  }
}

/* --- the columns beside ----------------------------------------------------------------------- */

/* How many filled cells of COLUMN satisfy TEST, and how many are filled. */
static size_t count_cells(const struct pst_frame *frame, size_t column,
                          bool (*test)(struct pst_text, unsigned), size_t *filled)
{
  size_t n = 0;

  *filled = 0;
  for (size_t r = frame->body; r < frame->end && *filled < 2000; r++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, r, column);

    /* Notes at the end have one cell at most. */
    if (cell.size == 0 || (frame->n_columns > 1 && pst_sheet_filled(frame->sheet, r) < 2))
      continue;
    ++*filled;
    n += test(cell, frame->when);
  }
  return n;
}

static bool reads_period(struct pst_text cell, unsigned rules)
{
  char when[PST_WHEN_SIZE];

  return pst_when_read(cell, rules, when, NULL);
}

static bool reads_part(struct pst_text cell, unsigned rules)
{
  char part[16];

  (void)rules;
  return pst_when_part(cell, part);
}

static bool is_calendar_year(struct pst_text cell, unsigned rules)
{
  char when[PST_WHEN_SIZE];

  return cell.size == 4 && pst_when_read(cell, rules, when, NULL) && strcmp(when, "1800") >= 0
         && strcmp(when, "2100") <= 0;
}

static bool is_short(struct pst_text cell, unsigned rules)
{
  (void)rules;
  return cell.size <= 3;
}

static bool mostly(const struct pst_frame *frame, size_t column,
                   bool (*test)(struct pst_text, unsigned))
{
  size_t filled, n = count_cells(frame, column, test, &filled);

  return filled > 0 && n * 10 >= filled * 9;
}

/* More than half of the cells: a column called so is one, and each other cell is told of. */
static bool rather(const struct pst_frame *frame, size_t column,
                   bool (*test)(struct pst_text, unsigned))
{
  size_t filled, n = count_cells(frame, column, test, &filled);

  return n * 2 > filled;
}

/* `DATE, TIME PERIOD`: the date is the last day of the period. */
static bool says_period(const struct pst_frame *frame, size_t column)
{
  const char *name = frame->columns[column].name;

  return strcasecmp(name, "TIME PERIOD") == 0 || strcasecmp(name, "TIME_PERIOD") == 0;
}

/* What the cells of COLUMN prove of seasons and of the order of days and months. */
static unsigned column_rules(const struct pst_frame *frame, size_t column)
{
  struct pst_when_seasons seen = {0};

  for (size_t r = frame->body; r < frame->end; r++)
    pst_when_see(&seen, pst_sheet_cell(frame->sheet, r, column));
  return pst_when_decide(&seen);
}

/* The column of periods: by its name, else the only one of calendar years left of the values. */
static void find_time(struct pst_frame *frame)
{
  size_t found = PST_NO_COLUMN, candidates = 0;
  unsigned compact = frame->when | PST_WHEN_COMPACT, plain = frame->when;

  for (size_t c = 0; c < frame->n_columns; c++) {
    if (frame->columns[c].unnamed || !pst_words_time(frame->columns[c].name))
      continue;
    frame->when = compact | column_rules(frame, c);
    if (rather(frame, c, reads_period)) {
      frame->columns[c].role = PST_FRAME_TWIN;
      if (found == PST_NO_COLUMN || says_period(frame, c))
        found = c;
    }
  }
  frame->when = found == PST_NO_COLUMN ? plain : compact;
  if (found != PST_NO_COLUMN) {
    frame->columns[found].role = PST_FRAME_PERIOD;
    return;
  }
  for (size_t c = 0; c < frame->n_columns; c++) {
    if (mostly(frame, c, is_calendar_year)
        || (frame->columns[c].role != PST_FRAME_VALUE && mostly(frame, c, reads_period))) {
      found = c;
      candidates++;
    } else if (frame->columns[c].role == PST_FRAME_VALUE) {
      break;
    }
  }
  if (candidates == 1)
    frame->columns[found].role = PST_FRAME_PERIOD;
}

static void find_period_part(struct pst_frame *frame)
{
  for (size_t c = 0; c < frame->n_columns; c++)
    if (frame->columns[c].role == PST_FRAME_KEY && mostly(frame, c, reads_part)) {
      frame->columns[c].role = PST_FRAME_PERIOD_PART;
      return;
    }
}

/* The value column that a flag or a note at COLUMN belongs to: the nearest to its left.  What belongs
   to none, since each has one, stays a key. */
static void attach(struct pst_frame *frame, size_t column, enum pst_frame_role role)
{
  size_t values = 0, nearest = PST_NO_COLUMN;

  for (size_t c = 0; c < frame->n_columns; c++) {
    if (frame->columns[c].role != PST_FRAME_VALUE)
      continue;
    values++;
    nearest = c < column ? c : nearest;
  }
  for (size_t i = 0; i < frame->n_columns; i++) {
    struct pst_frame_column *at = &frame->columns[i];

    /* Left of all values, or the only one of its kind behind several: it says something of each. */
    if (at->role != PST_FRAME_VALUE || (values > 1 && column > i && i != nearest))
      continue;
    if (role == PST_FRAME_FLAG && at->flag == PST_NO_COLUMN)
      at->flag = column;
    else if (role == PST_FRAME_NOTE && at->note == PST_NO_COLUMN)
      at->note = column;
    else
      continue;
    frame->columns[column].role = role;
  }
}

static bool is_no_number(struct pst_text cell, unsigned rules)
{
  (void)rules;
  return cell.size <= 3 && (cell.data[0] < '0' || cell.data[0] > '9');
}

/* The header says the same of COLUMN as of the value column to its left, and it holds letters: how
   good each value is (GENESIS with quality marks). */
static bool says_quality(const struct pst_frame *frame, size_t column)
{
  const struct pst_sheet *sheet = frame->sheet;

  if (column == 0 || frame->columns[column].unnamed
      || frame->columns[column - 1].role != PST_FRAME_VALUE)
    return false;
  for (size_t r = frame->header; r < frame->header + frame->n_header; r++)
    if (!pst_text_equal(pst_sheet_cell(sheet, r, column), pst_sheet_cell(sheet, r, column - 1)))
      return false;
  return mostly(frame, column, is_no_number);
}

static void find_quality(struct pst_frame *frame)
{
  for (size_t c = 1; c < frame->n_columns; c++) {
    struct pst_frame_column *at = &frame->columns[c];

    if ((at->role != PST_FRAME_KEY && at->role != PST_FRAME_VALUE) || !says_quality(frame, c))
      continue;
    at->role = PST_FRAME_FLAG;
    at->when[0] = '\0';
    frame->columns[c - 1].flag = c;
  }
}

static void find_beside(struct pst_frame *frame)
{
  find_quality(frame);
  for (size_t c = 0; c < frame->n_columns; c++) {
    struct pst_frame_column *at = &frame->columns[c];

    if (at->role != PST_FRAME_KEY)
      continue;
    if (!at->unnamed && pst_words_flag(at->name))
      attach(frame, c, PST_FRAME_FLAG);
    else if (!at->unnamed && pst_words_note(at->name))
      attach(frame, c, PST_FRAME_NOTE);
    else if (at->unnamed && c > 0 && frame->columns[c - 1].role == PST_FRAME_VALUE
             && mostly(frame, c, is_short))
      attach(frame, c, PST_FRAME_FLAG);
  }
}

/* Numbers that count nothing: codes, ranks, days; and ages of whom a column `value` tells. */
static void set_keys(struct pst_frame *frame)
{
  size_t value = pst_frame_find(frame, "value");
  bool told = value != PST_NO_COLUMN && frame->columns[value].role == PST_FRAME_VALUE;

  for (size_t c = 0; c < frame->n_columns; c++)
    if (frame->columns[c].role == PST_FRAME_VALUE
        && (pst_words_key(frame->columns[c].name)
            || (told && strcasecmp(frame->columns[c].name, "age") == 0)))
      frame->columns[c].role = PST_FRAME_KEY;
}

/* --- together --------------------------------------------------------------------------------- */

static void find_end(struct pst_frame *frame)
{
  frame->end = frame->sheet->n_rows;
  pst_frame_footer(frame);
}

static void read_long(struct headed *headed)
{
  struct pst_frame *frame = headed->frame;
  size_t n = 0;

  set_keys(frame);
  find_time(frame);
  find_period_part(frame);
  find_beside(frame);
  for (size_t c = 0; c < frame->n_columns; c++)
    n += frame->columns[c].role == PST_FRAME_VALUE;
  frame->variables = n > 1 && frame->n_parts == 0;
}

static enum pst_status read_header(struct headed *headed, struct pst_error *error)
{
  struct pst_frame *frame = headed->frame;
  bool wide = headed->period_row != PST_NO_COLUMN;
  enum pst_status status = name_columns(headed, error);

  if (status == PST_OK)
    status = set_units(headed, error);
  drop_empty_parts(headed);
  /* One row of names over columns without periods: they are variables, not keys. */
  if (status == PST_OK && (wide || headed->n_rows - count_kind(headed, ROW_UNITS) > 1))
    status = set_parts(headed, error);
  if (status != PST_OK)
    return status;
  find_end(frame);
  if (wide) {
    frame->in_order = frame->n_parts == 0;
    find_beside(frame);
  } else {
    read_long(headed);
  }
  return PST_OK;
}

enum pst_status pst_shape_frame(struct pst_frame *frame, struct pst_error *error)
{
  struct pst_shape shape;
  struct headed headed = {.frame = frame, .shape = &shape};
  enum pst_status status;

  if (!pst_shape_find(frame->sheet, &frame->rules, frame->arena, &shape)
      || shape.body - shape.header > HEADER_MOST)
    return pst_fail_at(error, PST_BAD_DATA, frame->sheet->name, 0,
                       "no table is found: a row of names is expected, and rows of numbers below "
                       "it (delimiter '%s')",
                       frame->sheet->delimiter == '\t' ? "tab"
                                                       : (char[]){frame->sheet->delimiter, '\0'});
  status = pst_frame_begin(frame, shape.body - 1, error);
  if (status != PST_OK)
    return status;
  frame->by_shape = true;
  frame->header = shape.header;
  frame->n_header = shape.body - shape.header;
  frame->body = shape.body;
  headed.n_rows = frame->n_header;
  headed.lowest = lowest_named(&headed);
  find_period_row(&headed);
  mark_measured(&headed);
  sort_rows(&headed);
  join_period_parts(&headed);
  return read_header(&headed, error);
}
