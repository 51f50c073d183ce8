/* time.c -- the column of periods, its parts, and its twins. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "layout/shape/steps.h"
#include "printed/times.h"
#include "printed/words.h"

static bool reads_period(struct pst_text cell, unsigned rules)
{
  char when[PST_WHEN_SIZE];

  return pst_when_read(cell, rules, when, NULL);
}

/* A bare number is one only where it is called so. */
static bool reads_more_than_year(struct pst_text cell, unsigned rules)
{
  char when[PST_WHEN_SIZE];

  return pst_when_read(cell, rules, when, NULL)
         && (strlen(when) != 4 || (strcmp(when, "1800") >= 0 && strcmp(when, "2100") <= 0));
}

/* A quarter, a month, a span of years. */
static bool reads_other_than_year(struct pst_text cell, unsigned rules)
{
  char when[PST_WHEN_SIZE];

  return pst_when_read(cell, rules, when, NULL) && strlen(when) != 4;
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

  return cell.size >= 4 && pst_when_read(cell, rules, when, NULL) && strlen(when) == 4
         && strcmp(when, "1800") >= 0 && strcmp(when, "2100") <= 0;
}

/* More than half of the cells: a column called so is one, and each other cell is told of. */
static bool rather(const struct pst_frame *frame, size_t column,
                   bool (*test)(struct pst_text, unsigned))
{
  size_t filled, n = pst_shape_count(frame, column, test, &filled);

  return n * 2 > filled;
}

/* The same of periods, as the user says that they are written. */
static bool rather_periods(const struct pst_frame *frame, size_t column)
{
  const struct pst_times_format *format = frame->format;
  char when[PST_WHEN_SIZE];
  size_t n = 0, filled = 0;

  if (format == NULL)
    return rather(frame, column, reads_period);
  for (size_t r = frame->body; r < frame->end; r++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, r, column);

    filled += cell.size > 0;
    n += cell.size > 0 && format->read(cell, frame->when, when);
  }
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

/* 年月: 2011/1 is a month there; and below Month, Mar-03 is one of 2003. */
static unsigned short_months(const char *name)
{
  return pst_words_month(name) ? PST_WHEN_SHORT_MONTHS | PST_WHEN_SHORT_YEARS : 0;
}

/* From record to record the same step of years, which is not 0. */
static bool follow_evenly(const struct pst_frame *frame, size_t column)
{
  int last = 0, step = 0;
  size_t n = 0;

  for (size_t r = frame->body; r < frame->end; r++) {
    char when[PST_WHEN_SIZE];
    size_t filled = pst_sheet_filled(frame->sheet, r);
    int year;

    if (filled == 0 || pst_frame_header_again(frame, r))
      continue;
    /* A row of one cell that is no year is a heading; a year alone has its values missing. */
    if (!pst_when_read(pst_sheet_cell(frame->sheet, r, column), frame->when, when, NULL)) {
      if (filled == 1)
        continue;
      return false;
    }
    year = atoi(when);
    if (n > 1 && year - last != step)
      return false;
    step = year - last;
    last = year;
    n++;
  }
  return step != 0; /* a year alone is even too */
}

/* 2000, 2010, 2020 beside names that tell the records apart: years, or codes.  Two step evenly whatever they are. */
bool pst_shape_is_doubtful_time(const struct pst_frame *frame, const struct pst_facts *facts,
                                const struct pst_shape_records *records, size_t column)
{
  const struct pst_facts *at = &facts[column];
  if (records->n < 3 || at->distinct < records->n || at->years < records->n
      || !follow_evenly(frame, column)
      || (records->n >= 5
          && pst_shape_whole(pst_sheet_cell(frame->sheet, records->rows[0], column)) % 10 > 0))
    return false;
  for (size_t c = 0; c < frame->n_columns; c++)
    if (c != column && frame->columns[c].role == PST_FRAME_KEY && facts[c].texts == records->n
        && facts[c].distinct == records->n)
      return true;
  return false;
}

/* Years of a column that nobody calls so: they come again over other keys, or step evenly. */
static bool steps_like_time(const struct pst_frame *frame, size_t column,
                            const struct pst_facts *facts)
{
  if (pst_words_key(frame->columns[column].name) > PST_WORDS_NO)
    return false;
  if (facts->distinct < facts->filled && (facts->distinct > 1 || frame->columns[column].unnamed))
    return true;
  return follow_evenly(frame, column);
}

/* `Period poverty`, over numbers that could be years: a word in a name proves nothing where they neither
   come again nor follow one another. */
static bool is_measured(const struct pst_frame *frame, size_t column, const struct pst_facts *facts)
{
  const struct pst_facts *at = &facts[column];

  /* Tokens between them prove nothing either, nor does a total that is no year. */
  return at->years * 2 > at->numbers && at->numbers * 2 > at->filled
         && !pst_shape_ends_in_time(frame->columns[column].name) && at->distinct * 2 > at->filled
         && !follow_evenly(frame, column);
}

/* The column of periods by its name: one that is called nothing else before one that is also called
   so. */
static size_t find_named(struct pst_frame *frame, const struct pst_facts *facts)
{
  size_t found = PST_NO_COLUMN;
  unsigned compact = frame->when | PST_WHEN_COMPACT;
  bool pure = false;

  for (size_t c = 0; c < frame->n_columns; c++) {
    struct pst_frame_column *at = &frame->columns[c];
    bool alone = pst_words_time_alone(at->name);

    if (at->unnamed || !pst_words_time(at->name) || at->reason != NULL)
      continue;
    frame->when = compact | column_rules(frame, c) | short_months(at->name);
    if (rather_periods(frame, c) && (alone || !is_measured(frame, c, facts))
        && (found == PST_NO_COLUMN || says_period(frame, c) || (alone && !pure))) {
      found = c;
      pure = alone;
    }
  }
  return found;
}

/* Other columns that are called so and hold periods: texts, or years that are those of FOUND. */
static void mark_named_twins(struct pst_frame *frame, size_t found,
                             const struct pst_shape_records *records)
{
  for (size_t c = 0; c < frame->n_columns; c++) {
    struct pst_frame_column *at = &frame->columns[c];
    bool same = true;

    if (c == found || at->unnamed || !pst_words_time(at->name) || at->reason != NULL
        || !rather(frame, c, reads_period))
      continue;
    for (size_t i = 0; i < records->n && same && at->role == PST_FRAME_VALUE; i++) {
      char when[PST_WHEN_SIZE] = "", twin[PST_WHEN_SIZE] = "";

      same = pst_when_read(pst_sheet_cell(frame->sheet, records->rows[i], found), frame->when, when,
                           NULL)
             && pst_when_read(pst_sheet_cell(frame->sheet, records->rows[i], c), frame->when, twin,
                              NULL)
             && memcmp(when, twin, 4) == 0;
    }
    if (!same)
      continue;
    at->role = PST_FRAME_TWIN;
    at->reason = "its name";
  }
}

/* `1972 1`: a year and something that could be its footnote, or a part of it. */
static bool is_year_begun(struct pst_text cell, unsigned rules)
{
  return is_calendar_year(cell, rules)
         || (cell.size > 5 && cell.data[4] == ' '
             && is_calendar_year((struct pst_text){.data = cell.data, .size = 4}, rules));
}

/* Years down a first column without a name; what stands behind some is told as no period. */
static bool begins_with_years(const struct pst_frame *frame)
{
  size_t filled, n = pst_shape_count(frame, 0, is_year_begun, &filled);

  return frame->columns[0].unnamed && n == filled && rather(frame, 0, is_calendar_year);
}

/* The years down the first column are codes by its name, or may be. */
static bool is_code_of_years(const struct pst_frame *frame, const struct pst_facts *facts,
                             const struct pst_shape_records *records)
{
  return !frame->columns[0].unnamed
         && (pst_words_key(frame->columns[0].name) > PST_WORDS_NO
             || pst_shape_is_doubtful_time(frame, facts, records, 0));
}

/* `pop_1985` before `pop_1986`: years stand in the names, and what is below them are values. */
static bool is_one_of_many(const struct pst_frame *frame, size_t column)
{
  const char *name = frame->columns[column].name;
  size_t size = strlen(name);

  return column + 1 < frame->n_columns && !frame->columns[column].unnamed && size > 4
         && is_calendar_year((struct pst_text){.data = name + size - 4, .size = 4}, frame->when)
         && pst_shape_is_numbered_as(frame->columns[column].name, frame->columns[column + 1].name);
}

/* The one column left of the values that holds years of the calendar, or other periods. */
static size_t find_by_cells(struct pst_frame *frame, const struct pst_facts *facts,
                            const struct pst_shape_records *records)
{
  size_t found = PST_NO_COLUMN, candidates = 0;
  unsigned plain = frame->when, rules = plain;

  /* Years down the first column, one after the other, whatever the numbers beside them look like. */
  if (frame->n_columns > 1 && frame->columns[0].reason == NULL
      && ((pst_shape_mostly(frame, 0, is_calendar_year) && follow_evenly(frame, 0)
           && !is_code_of_years(frame, facts, records))
          || begins_with_years(frame)))
    return 0;
  for (size_t c = 0; c < frame->n_columns; c++) {
    bool years = pst_shape_mostly(frame, c, is_calendar_year),
         compact = !years
                   && (pst_shape_is_compact(frame, c, &facts[c], records)
                       || pst_shape_has_dotted_months(frame, c, &facts[c], records));

    frame->when = plain | column_rules(frame, c) | (compact ? PST_WHEN_COMPACT : 0);
    if (frame->columns[c].reason != NULL || is_one_of_many(frame, c))
      continue;
    /* `May-94` left of numbers that could be years: these are values. */
    if (found != PST_NO_COLUMN && frame->columns[found].role != PST_FRAME_VALUE
        && frame->columns[c].role == PST_FRAME_VALUE)
      break;
    if (compact
        || (years && steps_like_time(frame, c, &facts[c])
            && !pst_shape_is_doubtful_time(frame, facts, records, c))
        || (!years && frame->columns[c].role != PST_FRAME_VALUE
            && pst_shape_mostly(frame, c, reads_more_than_year))) {
      found = c;
      rules = frame->when;
      candidates++;
    } else if (frame->columns[c].role == PST_FRAME_VALUE) {
      break;
    }
  }
  frame->when = candidates == 1 ? rules : plain;
  return candidates == 1 ? found : PST_NO_COLUMN;
}

/* Another column with the same years in every record. */
static void find_twins(struct pst_frame *frame, size_t period, const struct pst_facts *facts,
                       const struct pst_shape_records *records)
{
  for (size_t c = 0; c < frame->n_columns; c++) {
    bool same = c != period && facts[c].years * 10 >= facts[c].filled * 9 && facts[c].filled > 0
                && frame->columns[c].role != PST_FRAME_TWIN;

    for (size_t i = 0; i < records->n && same; i++)
      same = pst_text_equal(pst_sheet_cell(frame->sheet, records->rows[i], c),
                            pst_sheet_cell(frame->sheet, records->rows[i], period));
    if (!same)
      continue;
    frame->columns[c].role = PST_FRAME_TWIN;
    frame->columns[c].reason = "the same as the period in every record";
  }
}

void pst_shape_find_time(struct pst_frame *frame, const struct pst_facts *facts,
                         const struct pst_shape_records *records)
{
  unsigned plain = frame->when;
  size_t found = find_named(frame, facts);

  frame->when = plain;
  if (found != PST_NO_COLUMN) {
    frame->when |=
        PST_WHEN_COMPACT | column_rules(frame, found) | short_months(frame->columns[found].name);
  } else {
    found = pst_shape_find_carried(frame);
    if (found == PST_NO_COLUMN)
      found = pst_shape_find_format(frame, facts, records);
    if (found == PST_NO_COLUMN)
      found = find_by_cells(frame, facts, records);
    if (found != PST_NO_COLUMN)
      frame->columns[found].reason = "its cells are periods";
  }
  if (found == PST_NO_COLUMN)
    return;
  mark_named_twins(frame, found, records);
  frame->columns[found].role = PST_FRAME_PERIOD;
  if (frame->columns[found].reason == NULL)
    frame->columns[found].reason = "its name";
  find_twins(frame, found, facts, records);
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
  return is_months(cell, 12);
}

static bool is_quarter_number(struct pst_text cell, unsigned rules)
{
  (void)rules;
  return is_months(cell, 4);
}

/* From record to record the next one, or the first of the year, more often than not: no `Months worked`. */
static bool go_on(const struct pst_frame *frame, size_t column, unsigned most)
{
  size_t n = 0, next = 0;
  long last = 0;

  for (size_t r = frame->body; r < frame->end; r++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, r, column);
    long here = pst_shape_whole(cell);

    if (cell.size == 0)
      continue;
    n++;
    next += last == 0 || here == last % (long)most + 1 || here == last;
    last = here;
  }
  return next * 2 > n;
}

/* A part of the year in numbers: by the column's name. */
static char part_kind(const struct pst_frame *frame, size_t column, const struct pst_facts *facts)
{
  const char *name = frame->columns[column].name;
  bool month = pst_words_month(name);

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
    return (facts->distinct > 1 || at->unnamed || is_named_part(at))
           && pst_shape_mostly(frame, column, reads_part);
  return false;
}

static bool set_part(struct pst_frame *frame, size_t column, char kind)
{
  frame->columns[column].role = PST_FRAME_PERIOD_PART;
  frame->columns[column].reason = "parts of the year that stands beside it";
  frame->part_kind = kind;
  return true;
}

bool pst_shape_has_years(const struct pst_frame *frame)
{
  for (size_t c = 0; c < frame->n_columns; c++)
    if (frame->columns[c].role == PST_FRAME_PERIOD
        && !pst_shape_mostly(frame, c, reads_other_than_year))
      return true;
  return false;
}

void pst_shape_find_period_part(struct pst_frame *frame, const struct pst_facts *facts)
{
  bool years = false, found = false;

  for (size_t c = 0; c < frame->n_columns; c++)
    years = years
            || (frame->columns[c].role == PST_FRAME_PERIOD
                && pst_shape_mostly(frame, c, is_calendar_year));
  for (size_t c = 0; c < frame->n_columns && years && !found; c++) {
    enum pst_frame_role role = frame->columns[c].role;
    char kind = part_kind(frame, c, &facts[c]);

    if (role != PST_FRAME_KEY && role != PST_FRAME_VALUE && role != PST_FRAME_TWIN)
      continue;
    if (kind != '\0' || is_part(frame, c, &facts[c]))
      found = set_part(frame, c, kind);
  }
}
