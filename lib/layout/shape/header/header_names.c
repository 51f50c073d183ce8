/* header_names.c -- what the header rows say of the columns: names, units, keys. */
#include <string.h>

#include "layout/shape/score.h"
#include "layout/shape/steps.h"
#include "printed/words.h"

bool pst_headed_is_measured(const struct pst_headed *headed, size_t column)
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

/* Some row below header row I says something of COLUMN: a label spans no others. */
static bool is_named_below(const struct pst_headed *headed, size_t i, size_t column)
{
  for (size_t below = i + 1; below < headed->n_rows; below++)
    if (pst_sheet_cell(headed->frame->sheet, headed->shape->header + below, column).size > 0)
      return true;
  return false;
}

/* A year stands over COLUMN in row I or below it: what it holds is measured, though none is a number. */
static bool is_spanned(const struct pst_headed *headed, size_t i, size_t column)
{
  for (size_t r = i; r < headed->n_rows && column < headed->shape->width; r++)
    if (pst_kinds_cell(&headed->shape->grid, headed->shape->header + r, column) & PST_KIND_YEAR)
      return is_named_below(headed, i, column);
  return false;
}

/* `*`, `..` and other marks, and numbers, alone stand in COLUMN: numbers, of which most are not given. */
static bool holds_marks(const struct pst_headed *headed, size_t column)
{
  const struct pst_kinds *grid = &headed->shape->grid;
  bool any = false;

  for (size_t r = headed->shape->body; r < headed->frame->end; r++) {
    unsigned char cell = pst_kinds_cell(grid, r, column);

    if ((cell & PST_KIND_BITS) == PST_KIND_EMPTY)
      continue;
    if ((cell & PST_KIND_BITS) != PST_KIND_TOKEN && (cell & PST_KIND_BITS) != PST_KIND_NUMBER
        && !(cell & PST_KIND_SIGN) && !pst_score_is_letter(pst_sheet_cell(grid->sheet, r, column)))
      return false;
    any = true;
  }
  return any;
}

/* No header row names COLUMN: flags or notes of the values to its left, which a label spans too. */
static bool is_nameless(const struct pst_headed *headed, size_t column)
{
  for (size_t i = 0; i < headed->n_rows; i++)
    if (pst_sheet_cell(headed->frame->sheet, headed->shape->header + i, column).size > 0)
      return false;
  return true;
}

/* The label of COLUMN in header row I; a label spans the empty cells to its right, as far as the
   labels above it do, but for the last row. */
struct pst_text pst_headed_label(const struct pst_headed *headed, size_t i, size_t column)
{
  const struct pst_sheet *sheet = headed->frame->sheet;
  size_t row = headed->shape->header + i;
  struct pst_text cell = pst_sheet_cell(sheet, row, column);

  if (cell.size == 0 && !is_named_below(headed, i, column))
    return cell;
  while (cell.size == 0 && i < headed->lowest && column > 0 && column < headed->shape->width
         && (headed->shape->numeric[column - 1] || headed->shape->empty[column - 1]
             || is_spanned(headed, i, column - 1) || is_nameless(headed, column - 1)
             || holds_marks(headed, column - 1))
         && !begins_group(headed, i, column))
    cell = pst_sheet_cell(sheet, row, --column);
  return cell;
}

static const char *keep(const struct pst_headed *headed, struct pst_text text)
{
  return pst_arena_copy(headed->frame->arena, text.data, text.size);
}

size_t pst_headed_count(const struct pst_headed *headed, enum pst_header_row kind)
{
  size_t n = 0;

  for (size_t i = 0; i < headed->n_rows; i++)
    n += headed->kinds[i] == kind;
  return n;
}

/* --- names, units, parts ----------------------------------------------------------------------- */

bool pst_headed_names_alone(const struct pst_headed *headed, size_t i, size_t column)
{
  for (size_t other = 0; other < headed->n_rows; other++)
    if (other != i
        && pst_sheet_cell(headed->frame->sheet, headed->shape->header + other, column).size > 0)
      return false;
  return true;
}

/* `Geography,Persons` below periods: a row of units that names a key, which no other row does. */
static bool names_key_alone(const struct pst_headed *headed, size_t i, size_t column)
{
  struct pst_text cell = pst_sheet_cell(headed->frame->sheet, headed->shape->header + i, column);
  char text[64];

  if (headed->kinds[i] != PST_ROW_UNITS || headed->period_row == PST_NO_COLUMN
      || pst_headed_is_measured(headed, column) || !pst_heading_copy(cell, text)
      || pst_words_called_unit(text) || pst_words_unit(text))
    return false;
  return pst_headed_names_alone(headed, i, column);
}

/* A key column is called what the lowest header row with a label calls it. */
enum pst_status pst_headed_name_columns(struct pst_headed *headed, struct pst_error *error)
{
  struct pst_frame *frame = headed->frame;

  for (size_t c = 0; c < frame->n_columns; c++)
    for (size_t i = 0; i < headed->n_rows; i++) {
      struct pst_text cell = pst_sheet_cell(frame->sheet, headed->shape->header + i, c);

      if (cell.size == 0 || headed->kinds[i] == PST_ROW_COUNTS
          || (headed->kinds[i] == PST_ROW_UNITS && !names_key_alone(headed, i, c)))
        continue;
      frame->columns[c].name = keep(headed, cell);
      frame->columns[c].unnamed = pst_frame_is_no_name(cell);
      if (frame->columns[c].name == NULL)
        return pst_fail_memory(error);
    }
  return PST_OK;
}

/* The column over which the one label of row I stands, the first of a period, where all measured columns are of periods
   alone: `Persons` over the first of the quarters. */
static size_t find_unit_of_all(const struct pst_headed *headed, size_t i)
{
  const struct pst_frame *frame = headed->frame;
  size_t first = PST_NO_COLUMN, labels = 0;

  if (headed->period_row == PST_NO_COLUMN || pst_headed_count(headed, PST_ROW_PARTS) > 0)
    return PST_NO_COLUMN;
  for (size_t c = 0; c < frame->n_columns; c++) {
    if (!pst_headed_is_measured(headed, c))
      continue;
    if (frame->columns[c].when[0] == '\0')
      return PST_NO_COLUMN;
    first = first == PST_NO_COLUMN ? c : first;
    labels += pst_headed_label(headed, i, c).size > 0;
  }
  return labels == 1 && pst_headed_label(headed, i, first).size > 0 ? first : PST_NO_COLUMN;
}

enum pst_status pst_headed_set_units(struct pst_headed *headed, struct pst_error *error)
{
  struct pst_frame *frame = headed->frame;

  for (size_t i = 0; i < headed->n_rows; i++) {
    size_t all = headed->kinds[i] == PST_ROW_UNITS ? find_unit_of_all(headed, i) : PST_NO_COLUMN;

    for (size_t c = 0; c < frame->n_columns && headed->kinds[i] == PST_ROW_UNITS; c++) {
      struct pst_text cell = pst_headed_label(headed, i, all == PST_NO_COLUMN ? c : all);

      if (!pst_headed_is_measured(headed, c) || cell.size == 0)
        continue;
      if (cell.size > 2 && cell.data[0] == '(' && cell.data[cell.size - 1] == ')')
        cell = (struct pst_text){.data = cell.data + 1, .size = cell.size - 2};
      frame->columns[c].unit = keep(headed, cell);
      if (frame->columns[c].unit == NULL)
        return pst_fail_memory(error);
    }
  }
  return PST_OK;
}

/* `Measure` above `Country`, over a key: a word for row I, which is named itself further down. */
static struct pst_text word_for_row(const struct pst_headed *headed, size_t i)
{
  const struct pst_sheet *sheet = headed->frame->sheet;
  struct pst_text cell = pst_sheet_cell(sheet, headed->shape->header + i, 0),
                  none = {.data = "", .size = 0};
  char text[64];

  if (headed->frame->columns[0].role == PST_FRAME_VALUE || cell.size == 0
      || cell.size >= sizeof text)
    return none;
  memcpy(text, cell.data, cell.size);
  text[cell.size] = '\0';
  for (size_t below = i + 1; below < headed->n_rows && pst_words_about(text); below++)
    if (pst_sheet_cell(sheet, headed->shape->header + below, 0).size > 0)
      return cell;
  return none;
}

/* `/age code` in a column that is empty below: it names the row. */
const char *pst_headed_row_name(const struct pst_headed *headed, size_t i)
{
  const struct pst_frame *frame = headed->frame;

  for (size_t c = 0; c < frame->n_columns; c++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, headed->shape->header + i, c);

    if (frame->columns[c].role != PST_FRAME_NOTHING || cell.size == 0)
      continue;
    if (cell.size > 1 && cell.data[0] == '/')
      cell = (struct pst_text){.data = cell.data + 1, .size = cell.size - 1};
    return keep(headed, cell);
  }
  return word_for_row(headed, i).size > 0 ? keep(headed, word_for_row(headed, i)) : NULL;
}

/* The name of the key that row I holds: of a row of names above it, else "variable". */
static const char *part_name(const struct pst_headed *headed, size_t i, size_t n)
{
  const char *called = pst_headed_row_name(headed, i);

  if (called != NULL)
    return called;
  if (i > 0 && headed->kinds[i - 1] == PST_ROW_NAMES)
    for (size_t c = 0; c < headed->frame->n_columns; c++)
      if (pst_headed_is_measured(headed, c))
        return keep(headed, pst_headed_label(headed, i - 1, c));
  return n == 0 ? "variable" : pst_arena_format(headed->frame->arena, "variable_%zu", n + 1);
}

static size_t wide_row(const struct pst_headed *headed)
{
  return headed->period_row == PST_NO_COLUMN ? headed->calendar_row : headed->period_row;
}

/* In a table with a column a period a value without one has a name: it stands in a key of its own, or
   where the other columns have theirs. */
static void name_extra(const struct pst_headed *headed, size_t column, const char **parts, size_t n)
{
  const struct pst_frame_column *at = &headed->frame->columns[column];
  struct pst_text label;
  size_t p = 0;

  if (wide_row(headed) == PST_NO_COLUMN || at->when[0] != '\0' || at->part[0] != '\0')
    return;
  label = pst_headed_label(headed, wide_row(headed), column);
  if (label.size == 0)
    return;
  while (p + 1 < n && parts[p][0] != '\0')
    p++;
  parts[p] = parts[p][0] == '\0' ? keep(headed, label)
                                 : pst_arena_format(headed->frame->arena, "%s, %.*s", parts[p],
                                                    (int)label.size, label.data);
}

static bool has_extra(const struct pst_headed *headed)
{
  for (size_t c = 0; c < headed->frame->n_columns && wide_row(headed) != PST_NO_COLUMN; c++)
    if (pst_headed_is_measured(headed, c) && headed->frame->columns[c].when[0] == '\0'
        && headed->frame->columns[c].part[0] == '\0')
      return true;
  return false;
}

enum pst_status pst_headed_set_parts(struct pst_headed *headed, struct pst_error *error)
{
  struct pst_frame *frame = headed->frame;
  size_t n = pst_headed_count(headed, PST_ROW_PARTS), p = 0;
  bool alone = n == 0 && has_extra(headed);

  frame->parts = pst_arena_array(frame->arena, n + 2, sizeof *frame->parts);
  if (frame->parts == NULL)
    return pst_fail_memory(error);
  for (size_t i = 0; i < headed->n_rows; i++)
    if (headed->kinds[i] == PST_ROW_PARTS) {
      frame->parts[p] = part_name(headed, i, p);
      p++;
    }
  if (alone)
    frame->parts[n++] = "variable";
  frame->n_parts = n;
  for (size_t c = 0; c < frame->n_columns; c++) {
    const char **parts;

    if (!pst_headed_is_measured(headed, c))
      continue;
    parts = pst_arena_array(frame->arena, n + 2, sizeof *parts);
    if (parts == NULL)
      return pst_fail_memory(error);
    p = 0;
    if (alone)
      parts[0] = "";
    for (size_t i = 0; i < headed->n_rows; i++)
      if (headed->kinds[i] == PST_ROW_PARTS) {
        parts[p] = keep(headed, pst_headed_label(headed, i, c));
        if (parts[p++] == NULL)
          return pst_fail_memory(error);
      }
    if (n > 0)
      name_extra(headed, c, parts, n);
    frame->columns[c].parts = parts;
  }
  return PST_OK;
}

static bool says_something(const struct pst_headed *headed, size_t i, size_t column)
{
  struct pst_text label = pst_headed_label(headed, i, column);

  return label.size > 0 && !pst_text_is(label, "-") && !pst_text_is(label, "***");
}

/* A part row over period columns that says nothing (all empty) is none. */
void pst_headed_drop_empty(struct pst_headed *headed)
{
  for (size_t i = 0; i < headed->n_rows; i++) {
    size_t filled = 0;

    for (size_t c = 0; c < headed->frame->n_columns; c++)
      filled += pst_headed_is_measured(headed, c) && says_something(headed, i, c);
    if (headed->kinds[i] == PST_ROW_PARTS && filled == 0)
      headed->kinds[i] = PST_ROW_NAMES;
  }
}

bool pst_headed_same_labels(const struct pst_headed *headed, size_t except, size_t a, size_t b)
{
  for (size_t i = 0; i < headed->n_rows; i++)
    if (i != except
        && !pst_text_equal(pst_headed_label(headed, i, a), pst_headed_label(headed, i, b)))
      return false;
  return true;
}

/* A row above header row I says something of COLUMN. */
static bool has_group(const struct pst_headed *headed, size_t i, size_t column)
{
  for (size_t above = 0; above < i; above++)
    if (pst_headed_label(headed, above, column).size > 0)
      return true;
  return false;
}

/* `2019,,2020,` over `Number,Percent,Number,Percent`: words of units, but only they tell columns of one
   period apart. */
bool pst_headed_tells_apart(const struct pst_headed *headed, size_t i)
{
  const struct pst_frame *frame = headed->frame;

  for (size_t a = 0; a < frame->n_columns; a++)
    for (size_t b = a + 1; b < frame->n_columns && b <= a + 8; b++)
      if (pst_headed_is_measured(headed, a) && pst_headed_is_measured(headed, b)
          && (headed->period_row == PST_NO_COLUMN ? has_group(headed, i, a)
                                                  : frame->columns[a].when[0] != '\0')
          && !pst_text_equal(pst_headed_label(headed, i, a), pst_headed_label(headed, i, b))
          && pst_headed_same_labels(headed, i, a, b))
        return true;
  return false;
}
