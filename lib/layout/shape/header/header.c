/* header.c -- what each header row says: periods, names, units, codes. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "layout/shape/score.h"
#include "layout/shape/steps.h"
#include "printed/words.h"

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
    n += heads_period(pst_headed_label(headed, i, c), rules, when, NULL);
  return n;
}

/* All periods of row I are one, two and more, and a column holds periods: `Series start` over each
   series, of which the rows tell the time. */
static bool says_one_period(const struct pst_headed *headed, size_t i, unsigned rules)
{
  char first[PST_WHEN_SIZE] = "", when[PST_WHEN_SIZE];
  bool rows = false;
  size_t n = 0;

  for (size_t c = 0; c < headed->frame->n_columns && c < headed->shape->width; c++) {
    struct pst_text cell = pst_sheet_cell(headed->frame->sheet, headed->shape->header + i, c);

    rows = rows || (headed->shape->periodic[c] && !headed->shape->numeric[c]);
    if (!heads_period(cell, rules, when, NULL))
      continue;
    if (n++ > 0 && strcmp(first, when) != 0)
      return false;
    memcpy(first, when, sizeof first);
  }
  return rows && n > 1;
}

void pst_headed_find_periods(struct pst_headed *headed)
{
  struct pst_when_seasons seen = {0};
  size_t best = 0;

  for (size_t i = 0; i < headed->n_rows; i++) {
    headed->frame->when |= pst_kinds_rules(&headed->shape->grid, headed->shape->header + i);
    for (size_t c = 0; c < headed->shape->width; c++)
      pst_when_see(&seen, pst_sheet_cell(headed->frame->sheet, headed->shape->header + i, c));
  }
  headed->frame->when |= pst_when_decide(&seen) | pst_headed_words(headed);
  headed->period_row = PST_NO_COLUMN;
  for (size_t i = 0; i < headed->n_rows; i++) {
    size_t n = count_periods(headed, i, headed->frame->when);

    if (n > best && !says_one_period(headed, i, headed->frame->when)) {
      best = n;
      headed->period_row = i;
    }
  }
}

/* Some header row names COLUMN. */
static bool has_label(const struct pst_headed *headed, size_t column)
{
  if (headed->n_rows == 0)
    return true;
  for (size_t i = 0; i < headed->n_rows; i++)
    if (pst_headed_label(headed, i, column).size > 0)
      return true;
  return false;
}

/* `1983-1989 average` beside one of these years, `2017-2019` beside two: no period of its own, but a value with that name. */
static void drop_covering(struct pst_frame *frame)
{
  for (size_t c = 0; c < frame->n_columns; c++) {
    struct pst_frame_column *at = &frame->columns[c];
    size_t covered = 0;

    if (strlen(at->when) != 9)
      continue;
    for (size_t i = 0; i < frame->n_columns; i++)
      covered += strlen(frame->columns[i].when) == 4
                 && memcmp(frame->columns[i].when, at->when, 4) >= 0
                 && memcmp(frame->columns[i].when, at->when + 5, 4) <= 0;
    if (covered < (at->marker == NULL ? 2 : 1))
      continue;
    if (at->marker == NULL)
      pst_frame_tell(
          frame,
          "column '%s' spans years that stand beside it, and is a value of that name: of "
          "all of them, or their change",
          at->name);
    at->when[0] = '\0';
    at->marker = NULL;
  }
}

/* `1981F` behind `1981`, over texts: flags of the values of that year. */
static void find_period_flags(struct pst_headed *headed)
{
  struct pst_frame *frame = headed->frame;

  for (size_t c = 1; c < frame->n_columns && c < headed->shape->width; c++) {
    struct pst_frame_column *at = &frame->columns[c], *left = &frame->columns[c - 1];

    /* Below `1986e`, which spans several, each column has a name of its own. */
    if (at->role != PST_FRAME_VALUE || at->when[0] == '\0' || at->marker == NULL
        || pst_sheet_cell(frame->sheet, headed->shape->header + headed->period_row, c).size == 0
        || headed->shape->numeric[c] || left->role != PST_FRAME_VALUE
        || strcmp(at->when, left->when) != 0 || left->marker != NULL)
      continue;
    at->role = PST_FRAME_FLAG;
    at->reason = "the period of the value to its left, and letters";
    at->when[0] = '\0';
    left->flag = c;
  }
}

static bool any_number(const struct pst_headed *headed, size_t column)
{
  for (size_t r = headed->shape->body; r < headed->frame->sheet->n_rows; r++)
    if (pst_kinds_kind(&headed->shape->grid, r, column) == PST_KIND_NUMBER)
      return true;
  return false;
}

/* `flag` below a year, over letters or nothing: it belongs to the value of that year. */
static bool is_flag_below(const struct pst_headed *headed, size_t column)
{
  struct pst_text cell;
  char text[64];

  if (column == 0 || headed->shape->numeric[column] || headed->n_rows < 2
      || headed->period_row + 1 >= headed->n_rows)
    return false;
  cell = pst_sheet_cell(headed->frame->sheet, headed->shape->header + headed->n_rows - 1, column);
  return pst_heading_copy(cell, text)
         && (pst_words_flag_last(text) || pst_shape_is_note_name(text));
}

/* With a row of periods its columns are measured; and those that hold numbers and have a name. */
void pst_headed_mark_measured(struct pst_headed *headed)
{
  struct pst_frame *frame = headed->frame;

  for (size_t c = 0; c < frame->n_columns && c < headed->shape->width; c++) {
    struct pst_frame_column *at = &frame->columns[c];
    char marker[PST_WHEN_MARK_SIZE];

    if (headed->period_row != PST_NO_COLUMN && !is_flag_below(headed, c)
        && heads_period(pst_headed_label(headed, headed->period_row, c), frame->when, at->when,
                        marker)) {
      at->role = PST_FRAME_VALUE;
      if (marker[0] != '\0')
        at->marker = pst_arena_string(frame->arena, marker);
    } else if ((headed->shape->numeric[c] && has_label(headed, c)
                && (headed->period_row == PST_NO_COLUMN || any_number(headed, c)))
               || pst_headed_is_month(headed, c)) {
      at->role = PST_FRAME_VALUE;
    }
  }
  find_period_flags(headed);
  drop_covering(frame);
}

static bool row_is_one_label(const struct pst_headed *headed, size_t i)
{
  struct pst_text first = {.data = "", .size = 0};
  size_t n = 0;

  for (size_t c = 0; c < headed->frame->n_columns; c++) {
    struct pst_text cell = pst_headed_label(headed, i, c);

    if (!pst_headed_is_measured(headed, c))
      continue;
    if (n++ == 0)
      first = cell;
    else if (!pst_text_equal(first, cell))
      return false;
  }
  return n > 1 && first.size > 0;
}

/* Each measured column has a label of its own in row I. */
static bool row_is_whole(const struct pst_headed *headed, size_t i)
{
  const struct pst_sheet *sheet = headed->frame->sheet;

  for (size_t c = 0; c < headed->frame->n_columns; c++)
    if (pst_headed_is_measured(headed, c)
        && pst_sheet_cell(sheet, headed->shape->header + i, c).size == 0)
      return false;
  return true;
}

static bool row_is_called_time(const struct pst_headed *headed, size_t i)
{
  for (size_t c = 0; c < headed->frame->n_columns; c++) {
    struct pst_text cell = pst_headed_label(headed, i, c);
    char text[64];

    if (!pst_headed_is_measured(headed, c) || cell.size >= sizeof text)
      continue;
    snprintf(text, sizeof text, "%.*s", (int)cell.size, cell.data);
    return pst_words_time(text);
  }
  return false;
}

/* One label over all columns names the key in the row below it; above periods it says what they are
   of, unless it only says that they are years. */
static bool row_is_name(const struct pst_headed *headed, size_t i)
{
  if (i + 1 >= headed->n_rows || !row_is_one_label(headed, i)
      || pst_headed_row_name(headed, i) != NULL)
    return false;
  if (headed->kinds[i + 1] == PST_ROW_PERIODS)
    return row_is_called_time(headed, i);
  return headed->kinds[i + 1] == PST_ROW_PARTS && row_is_whole(headed, i)
         && row_is_whole(headed, i + 1);
}

/* Before it is known which columns are measured: rows of units by their words, rows of numbers. */
void pst_headed_guess_rows(struct pst_headed *headed)
{
  for (size_t i = 0; i < headed->n_rows; i++)
    if (pst_headed_counts(headed, i))
      headed->kinds[i] = PST_ROW_COUNTS;
    else
      headed->kinds[i] = i > 0 && i != headed->period_row && pst_headed_has_units(headed, i)
                             ? PST_ROW_UNITS
                             : PST_ROW_PARTS;
}

void pst_headed_sort_rows(struct pst_headed *headed)
{
  for (size_t i = headed->n_rows; i-- > 0;) {
    headed->kinds[i] = PST_ROW_PARTS;
    if (i == headed->period_row || i == headed->calendar_row)
      headed->kinds[i] = PST_ROW_PERIODS;
    else if (pst_headed_counts(headed, i))
      headed->kinds[i] = PST_ROW_COUNTS;
    else if (headed->n_rows > 1
             && (pst_headed_has_units(headed, i) || pst_headed_has_units_below(headed, i)))
      headed->kinds[i] = PST_ROW_UNITS;
    else if (row_is_name(headed, i))
      headed->kinds[i] = PST_ROW_NAMES;
    if (headed->kinds[i] == PST_ROW_UNITS)
      headed->frame->unit_rows |= 1U << i;
  }
}
