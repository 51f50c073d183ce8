/* shape_columns.c -- what each column of a shaped table is: time, part of it, key, value. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "layout/shape_steps.h"
#include "printed/words.h"

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
  return pst_when_part(cell, '\0', part);
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
void pst_shape_find_time(struct pst_frame *frame)
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

void pst_shape_find_period_part(struct pst_frame *frame)
{
  for (size_t c = 0; c < frame->n_columns; c++)
    if (frame->columns[c].role == PST_FRAME_KEY && mostly(frame, c, reads_part)) {
      frame->columns[c].role = PST_FRAME_PERIOD_PART;
      return;
    }
}

/* WHAT stands in NAME, as words of their own. */
static bool is_named(const char *name, const char *what)
{
  const char *found = what[0] == '\0' ? NULL : strstr(name, what);

  return found != NULL && (found == name || !isalnum((unsigned char)found[-1]))
         && !isalnum((unsigned char)found[strlen(what)]) && found[strlen(what)] != '-';
}

/* `2014_flag`, `gdp_flag`: the value column whose period, or name, stands in the name of COLUMN; the
   longest. */
static size_t of_its_name(const struct pst_frame *frame, size_t column)
{
  size_t best = PST_NO_COLUMN, longest = 0;

  for (size_t c = 0; c < frame->n_columns; c++) {
    const struct pst_frame_column *at = &frame->columns[c];
    const char *what = at->when[0] != '\0' ? at->when : at->name;

    if (at->role != PST_FRAME_VALUE || !is_named(frame->columns[column].name, what)
        || strlen(what) <= longest)
      continue;
    best = c;
    longest = strlen(what);
  }
  return best;
}

/* The value column that a flag or a note at COLUMN belongs to: that of its name, else the nearest
   to its left.  Left of all values it says something of each.  What belongs to none, since each has
   one, stays a key. */
static void attach(struct pst_frame *frame, size_t column, enum pst_frame_role role)
{
  size_t owner = of_its_name(frame, column);

  for (size_t c = column; c > 0 && owner == PST_NO_COLUMN; c--)
    if (frame->columns[c - 1].role == PST_FRAME_VALUE)
      owner = c - 1;
  for (size_t i = 0; i < frame->n_columns; i++) {
    struct pst_frame_column *at = &frame->columns[i];

    if (at->role != PST_FRAME_VALUE || (owner != PST_NO_COLUMN && i != owner))
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

void pst_shape_find_beside(struct pst_frame *frame)
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
void pst_shape_set_keys(struct pst_frame *frame)
{
  size_t value = pst_frame_find(frame, "value");
  bool told = value != PST_NO_COLUMN && frame->columns[value].role == PST_FRAME_VALUE;

  for (size_t c = 0; c < frame->n_columns; c++)
    if (frame->columns[c].role == PST_FRAME_VALUE
        && (pst_words_key(frame->columns[c].name)
            || (told && strcasecmp(frame->columns[c].name, "age") == 0)))
      frame->columns[c].role = PST_FRAME_KEY;
}
