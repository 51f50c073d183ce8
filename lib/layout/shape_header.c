#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "layout/shape_steps.h"
#include "printed/words.h"

static bool is_measured(const struct pst_headed *headed, size_t column)
{
  const struct pst_frame *frame = headed->frame;

  return frame->columns[column].role == PST_FRAME_VALUE;
}

/* A row above header row I says something else of COLUMN than of the column to its left. */
static bool begins_group(const struct pst_headed *headed, size_t i, size_t column)
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

size_t pst_headed_lowest(const struct pst_headed *headed)
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
static struct pst_text label(const struct pst_headed *headed, size_t i, size_t column)
{
  const struct pst_sheet *sheet = headed->frame->sheet;
  size_t row = headed->shape->header + i;
  struct pst_text cell = pst_sheet_cell(sheet, row, column);

  while (cell.size == 0 && i < headed->lowest && column > 0 && column < headed->shape->width
         && headed->shape->numeric[column - 1] && !begins_group(headed, i, column))
    cell = pst_sheet_cell(sheet, row, --column);
  return cell;
}

static const char *keep(const struct pst_headed *headed, struct pst_text text)
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

static size_t count_periods(const struct pst_headed *headed, size_t i, unsigned rules)
{
  char when[PST_WHEN_SIZE];
  size_t n = 0;

  for (size_t c = 0; c < headed->frame->n_columns && c < headed->shape->width; c++)
    n += heads_period(label(headed, i, c), rules, when, NULL);
  return n;
}

void pst_headed_find_periods(struct pst_headed *headed)
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
static bool has_label(const struct pst_headed *headed, size_t column)
{
  for (size_t i = 0; i < headed->n_rows; i++)
    if (label(headed, i, column).size > 0)
      return true;
  return false;
}

/* With a row of periods its columns are measured, else those that hold numbers and have a name. */
void pst_headed_mark_measured(struct pst_headed *headed)
{
  struct pst_frame *frame = headed->frame;

  for (size_t c = 0; c < frame->n_columns && c < headed->shape->width; c++) {
    struct pst_frame_column *at = &frame->columns[c];
    char marker[PST_WHEN_MARK_SIZE];

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

static bool row_is_units(const struct pst_headed *headed, size_t i)
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
static bool row_is_below_names(const struct pst_headed *headed, size_t i)
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

static bool row_is_one_label(const struct pst_headed *headed, size_t i)
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

void pst_headed_sort_rows(struct pst_headed *headed)
{
  for (size_t i = 0; i < headed->n_rows; i++) {
    headed->kinds[i] = PST_ROW_PARTS;
    if (i == headed->period_row)
      headed->kinds[i] = PST_ROW_PERIODS;
    else if (headed->n_rows > 1 && (row_is_units(headed, i) || row_is_below_names(headed, i)))
      headed->kinds[i] = PST_ROW_UNITS;
    else if (i + 1 < headed->n_rows && row_is_one_label(headed, i))
      headed->kinds[i] = PST_ROW_NAMES;
  }
}

/* Quarters or months in a header row below or above the years: `2019` over `1. Quartal`. */
static bool row_is_period_parts(const struct pst_headed *headed, size_t i)
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

void pst_headed_join_parts(struct pst_headed *headed)
{
  for (size_t i = 0; i < headed->n_rows; i++) {
    if (!row_is_period_parts(headed, i))
      continue;
    for (size_t c = 0; c < headed->frame->n_columns; c++)
      if (is_measured(headed, c))
        pst_when_part(label(headed, i, c), headed->frame->columns[c].when + 4);
    headed->kinds[i] = PST_ROW_NAMES;
    return;
  }
}

size_t pst_headed_count(const struct pst_headed *headed, enum pst_header_row kind)
{
  size_t n = 0;

  for (size_t i = 0; i < headed->n_rows; i++)
    n += headed->kinds[i] == kind;
  return n;
}

/* --- names, units, parts ----------------------------------------------------------------------- */

/* A key column is called what the lowest header row with a label calls it. */
enum pst_status pst_headed_name_columns(struct pst_headed *headed, struct pst_error *error)
{
  struct pst_frame *frame = headed->frame;

  for (size_t c = 0; c < frame->n_columns; c++)
    for (size_t i = 0; i < headed->n_rows; i++) {
      struct pst_text cell = pst_sheet_cell(frame->sheet, headed->shape->header + i, c);

      if (cell.size == 0 || headed->kinds[i] == PST_ROW_UNITS)
        continue;
      frame->columns[c].name = keep(headed, cell);
      frame->columns[c].unnamed = false;
      if (frame->columns[c].name == NULL)
        return pst_fail_memory(error);
    }
  return PST_OK;
}

enum pst_status pst_headed_set_units(struct pst_headed *headed, struct pst_error *error)
{
  struct pst_frame *frame = headed->frame;

  for (size_t i = 0; i < headed->n_rows; i++)
    for (size_t c = 0; c < frame->n_columns && headed->kinds[i] == PST_ROW_UNITS; c++) {
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
static const char *part_name(const struct pst_headed *headed, size_t i, size_t n)
{
  if (i > 0 && headed->kinds[i - 1] == PST_ROW_NAMES)
    for (size_t c = 0; c < headed->frame->n_columns; c++)
      if (is_measured(headed, c))
        return keep(headed, label(headed, i - 1, c));
  return n == 0 ? "variable" : pst_arena_format(headed->frame->arena, "variable_%zu", n + 1);
}

enum pst_status pst_headed_set_parts(struct pst_headed *headed, struct pst_error *error)
{
  struct pst_frame *frame = headed->frame;
  size_t n = pst_headed_count(headed, PST_ROW_PARTS), p = 0;

  frame->parts = pst_arena_array(frame->arena, n + 1, sizeof *frame->parts);
  if (frame->parts == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < headed->n_rows; i++)
    if (headed->kinds[i] == PST_ROW_PARTS) {
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
      if (headed->kinds[i] == PST_ROW_PARTS) {
        parts[p] = keep(headed, label(headed, i, c));
        if (parts[p++] == NULL)
          return pst_fail_memory(error);
      }
    frame->columns[c].parts = parts;
  }
  return PST_OK;
}

/* A part row over period columns that says nothing (all empty) is none. */
void pst_headed_drop_empty(struct pst_headed *headed)
{
  for (size_t i = 0; i < headed->n_rows; i++) {
    size_t filled = 0;

    for (size_t c = 0; c < headed->frame->n_columns; c++)
      filled += is_measured(headed, c) && label(headed, i, c).size > 0;
    if (headed->kinds[i] == PST_ROW_PARTS && filled == 0)
      headed->kinds[i] = PST_ROW_NAMES;
  }
}
