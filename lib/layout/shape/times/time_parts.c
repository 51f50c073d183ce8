/* time_parts.c -- parts of a year: in a column of their own, or below their year. */
#include <string.h>
#include <strings.h>

#include "layout/shape/steps.h"
#include "printed/words.h"

/* --- below the year --- */

/* The number behind the letters of PART: 3 of -03 and of -Q3; 0: it has none. */
static int part_number(const char *part)
{
  int n = 0;

  for (const char *at = part + strcspn(part, "0123456789"); *at >= '0' && *at <= '9'; at++)
    n = n * 10 + (*at - '0');
  return n;
}

/* `2010 Q1`, `Q2`, `Q3`, `Q4`, `2011 Q1`, or `2010` alone above January, February ...: parts that go up below
   each year, and nothing else. */
static bool is_carried(const struct pst_frame *frame, size_t column)
{
  size_t years = 0, parts = 0;
  int last = 0;

  for (size_t r = frame->body; r < frame->end; r++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, r, column);
    char when[PST_WHEN_SIZE], part[16] = "";

    if (pst_sheet_filled(frame->sheet, r) == 0)
      continue;
    if (pst_when_read(cell, frame->when, when, NULL)) {
      years++;
      last = part_number(when + 4);
      continue;
    }
    if (years == 0 || !pst_when_part(cell, '\0', part) || part_number(part) <= last)
      return false;
    parts++;
    last = part_number(part);
  }
  return years > 0 && parts > 1;
}

size_t pst_shape_find_carried(struct pst_frame *frame)
{
  for (size_t c = 0; c < frame->n_columns && c < 2; c++)
    if (frame->columns[c].role == PST_FRAME_KEY && frame->columns[c].reason == NULL
        && is_carried(frame, c)) {
      frame->when |= PST_WHEN_CARRIED;
      pst_frame_tell(frame,
                     "column '%s': a part of a year without its year is of the year above it",
                     frame->columns[c].name);
      return c;
    }
  return PST_NO_COLUMN;
}

/* --- in a column of their own --- */

static bool reads_part(struct pst_text cell, unsigned rules)
{
  char part[16];

  (void)rules;
  return pst_when_part(cell, '\0', part);
}

static bool reads_part_or_whole(struct pst_text cell, unsigned rules)
{
  return reads_part(cell, rules) || pst_when_is_whole(cell);
}

/* `Q1`, `Q2`, `Year`: parts, two and more, and perhaps the whole. */
static bool mostly_parts(const struct pst_frame *frame, size_t column)
{
  size_t filled;

  return pst_shape_count(frame, column, reads_part, &filled) > 1
         && pst_shape_mostly(frame, column, reads_part_or_whole);
}

static bool is_months(struct pst_text cell, unsigned most)
{
  char part[16];
  unsigned n = 0;

  if (cell.size > 0 && strchr("IVX", cell.data[0]) != NULL)
    return pst_when_part(cell, most == 4 ? 'Q' : 'M', part) && part[0] != '\0';
  for (size_t i = 0; i < cell.size; i++) {
    if (cell.data[i] < '0' || cell.data[i] > '9' || cell.size > 2)
      return false;
    n = n * 10 + (unsigned)(cell.data[i] - '0');
  }
  return n >= 1 && n <= most;
}

static bool is_month_number(struct pst_text cell, unsigned rules)
{
  (void)rules;
  return is_months(cell, 12) || pst_when_is_whole(cell);
}

/* 1 to 4, I to IV, or with the letter of a word for quarters: T1, 1Q. */
static bool is_quarter_number(struct pst_text cell, unsigned rules)
{
  char part[16] = "";

  (void)rules;
  return is_months(cell, 4) || (pst_when_part(cell, 'Q', part) && strncmp(part, "-Q", 2) == 0)
         || pst_when_is_whole(cell);
}

/* From record to record the next one, or the first of the year, more often than not: no `Months worked`. */
static bool go_on(const struct pst_frame *frame, size_t column, unsigned most)
{
  size_t n = 0, next = 0;
  long last = 0;

  for (size_t r = frame->body; r < frame->end; r++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, r, column);
    long here = pst_shape_whole(cell);

    if (cell.size == 0 || pst_when_is_whole(cell))
      continue;
    n++;
    next += last == 0 || here == last % (long)most + 1 || here == last;
    last = here;
  }
  return next * 2 > n;
}

static bool is_week_number(struct pst_text cell, unsigned rules)
{
  long n = cell.size <= 2 && pst_shape_whole(cell) > 0 ? pst_shape_whole(cell) : 0;

  (void)rules;
  return n >= 1 && n <= 53 && strspn(cell.data, "0123456789") >= cell.size;
}

/* A part of the year in numbers: by the column's name. */
static char part_kind(const struct pst_frame *frame, size_t column, const struct pst_facts *facts)
{
  const char *name = frame->columns[column].name;
  bool month = pst_words_month(name);

  if (!frame->columns[column].unnamed && facts->distinct > 1 && pst_words_week(name)
      && pst_shape_mostly(frame, column, is_week_number) && go_on(frame, column, 52))
    return 'W';
  if (frame->columns[column].unnamed || (!month && !pst_words_quarter(name)) || facts->distinct < 2)
    return '\0';
  return pst_shape_mostly(frame, column, month ? is_month_number : is_quarter_number)
                 && (pst_shape_ends_in_time(name) || go_on(frame, column, month ? 12 : 4))
             ? (month ? 'M' : 'Q')
             : '\0';
}

static bool is_named_part(const struct pst_frame_column *at)
{
  return !at->unnamed
         && (pst_words_month(at->name) || pst_words_quarter(at->name) || pst_words_time(at->name));
}

/* Names of months in a column that is called so, or not at all.  A code of three letters may read as
   one: it stands beside its label, or never changes. */
static bool is_part(const struct pst_frame *frame, size_t column, const struct pst_facts *facts)
{
  const struct pst_frame_column *at = &frame->columns[column];

  if (at->role == PST_FRAME_KEY && (at->unnamed || is_named_part(at)))
    return (facts->distinct > 1 || at->unnamed || is_named_part(at)) && mostly_parts(frame, column);
  return false;
}

/* `rujan`, `listopad`: October is what the latter is. */
static bool is_croatian(const struct pst_frame *frame, size_t column)
{
  struct pst_when_seasons seen = {.seasons = 0};

  for (size_t r = frame->body; r < frame->end; r++)
    pst_when_see(&seen, pst_sheet_cell(frame->sheet, r, column));
  return seen.croatian;
}

static bool set_part(struct pst_frame *frame, size_t column, char kind)
{
  if (kind == '\0' && is_croatian(frame, column))
    kind = 'C';
  frame->columns[column].role = PST_FRAME_PERIOD_PART;
  frame->columns[column].reason = "parts of the year that stands beside it";
  frame->part_kind = kind;
  return true;
}

void pst_shape_find_period_part(struct pst_frame *frame, const struct pst_facts *facts)
{
  bool years = false, found = false;

  for (size_t c = 0; c < frame->n_columns; c++)
    years = years
            || (frame->columns[c].role == PST_FRAME_PERIOD
                && pst_shape_mostly(frame, c, pst_shape_is_calendar_year));
  for (size_t c = 0; c < frame->n_columns && years && !found; c++) {
    enum pst_frame_role role = frame->columns[c].role;
    char kind = part_kind(frame, c, &facts[c]);

    if (role != PST_FRAME_KEY && role != PST_FRAME_VALUE && role != PST_FRAME_TWIN)
      continue;
    if (kind != '\0' || is_part(frame, c, &facts[c]))
      found = set_part(frame, c, kind);
  }
}

/* All columns of values are years. */
static bool are_years_across(const struct pst_frame *frame)
{
  size_t n = 0;

  for (size_t c = 0; c < frame->n_columns; c++) {
    const struct pst_frame_column *at = &frame->columns[c];

    if (at->role == PST_FRAME_PERIOD || (at->role == PST_FRAME_VALUE && strlen(at->when) != 4))
      return false;
    n += at->role == PST_FRAME_VALUE;
  }
  return n > 0;
}

void pst_shape_find_row_parts(struct pst_frame *frame, const struct pst_facts *facts)
{
  if (!are_years_across(frame))
    return;
  for (size_t c = 0; c < frame->n_columns; c++) {
    const struct pst_frame_column *at = &frame->columns[c];
    char kind = part_kind(frame, c, &facts[c]);

    if (at->role != PST_FRAME_KEY || (at->reason != NULL && at->reason[0] == '-')
        || (at->unnamed && c > 0) || (kind == '\0' && !is_part(frame, c, &facts[c])))
      continue;
    set_part(frame, c, kind);
    pst_frame_tell(
        frame,
        "column '%s' holds parts of the years that stand above the values; if it does not, "
        "say --keys '%s'",
        at->name, at->name);
    return;
  }
}

void pst_shape_set_period_part(struct pst_frame *frame, size_t column,
                               const struct pst_facts *facts,
                               const struct pst_shape_records *records)
{
  size_t n;
  struct pst_text *cells = pst_shape_list_cells(frame, column, facts, records, &n);
  char kind = pst_words_week(frame->columns[column].name) ? 'W' : '\0';

  if (kind == '\0' && cells != NULL)
    kind = pst_when_parts_are(frame->columns[column].name, cells, n);
  set_part(frame, column, kind);
}
