/* time.c -- the column of periods, and its twins. */
#include <ctype.h>
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

/* 年月: 2011/1 is a month there; below Month, Mar-03 is one of 2003; below Week, 2020-01 is a week. */
static unsigned name_rules(const struct pst_frame *frame, size_t column)
{
  const char *name = frame->columns[column].name;

  if (pst_words_month(name))
    return PST_WHEN_SHORT_MONTHS | PST_WHEN_SHORT_YEARS | pst_shape_dotted_rules(frame, column);
  if (pst_words_quarter(name))
    return pst_shape_dotted_rules(frame, column);
  return pst_shape_is_weeks(frame, column) ? PST_WHEN_WEEKS : 0;
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

/* `1 ........`: the number of a record, and no name. */
static bool is_number_led(struct pst_text cell)
{
  char buffer[PST_PLAIN_SIZE];

  cell = pst_when_without_leaders(cell, buffer);
  for (size_t i = 0; i < cell.size; i++)
    if (!isdigit((unsigned char)cell.data[i]))
      return false;
  return cell.size > 0;
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
        && facts[c].distinct == records->n
        && !is_number_led(pst_sheet_cell(frame->sheet, records->rows[0], c)))
      return true;
  return false;
}

static long common_step(long a, long b)
{
  while (b > 0) {
    long rest = a % b;

    a = b;
    b = rest;
  }
  return a;
}

/* Years as close together as those of a panel: half of the steps from the first to the last are there. */
static bool are_dense(const struct pst_frame *frame, size_t column, const struct pst_facts *facts)
{
  long first = 0, least = 0, most = 0, step = 0;

  for (size_t r = frame->body; r < frame->end; r++) {
    char when[PST_WHEN_SIZE];
    long year;

    if (!pst_when_read(pst_sheet_cell(frame->sheet, r, column), frame->when, when, NULL))
      continue;
    year = atol(when);
    if (first == 0)
      first = least = most = year;
    step = common_step(step, labs(year - first));
    least = year < least ? year : least;
    most = year > most ? year : most;
  }
  return step == 0 || (size_t)((most - least) / step) < 2 * facts->distinct;
}

/* Years of a column that nobody calls so: they come again over other keys, or step evenly. */
static bool steps_like_time(const struct pst_frame *frame, size_t column,
                            const struct pst_facts *facts)
{
  if (pst_words_key(frame->columns[column].name) > PST_WORDS_NO)
    return false;
  if (facts->distinct < facts->filled && (facts->distinct > 1 || frame->columns[column].unnamed))
    return facts->distinct * 2 <= facts->filled || frame->columns[column].unnamed
           || are_dense(frame, column, facts);
  return follow_evenly(frame, column);
}

/* Whole numbers, of which none is a year of the calendar nor as long as 201103 or 20110331. */
static bool are_other_numbers(const struct pst_frame *frame, size_t column)
{
  size_t n = 0;

  for (size_t r = frame->body; r < frame->end; r++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, r, column);

    if (pst_shape_whole(cell) < 0)
      continue;
    if (cell.size == 6 || cell.size == 8 || pst_shape_is_calendar_year(cell, frame->when))
      return false;
    n++;
  }
  return n > 0;
}

/* Four digits in every number: 2424, 1663, 1976. */
static bool are_of_four_digits(const struct pst_frame *frame, size_t column)
{
  for (size_t r = frame->body; r < frame->end; r++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, r, column);

    if (pst_shape_whole(cell) >= 0 && cell.size != 4)
      return false;
  }
  return true;
}

/* `Period poverty`, over numbers that could be years: a word in a name proves nothing where they neither
   come again nor follow one another. */
static bool is_measured(const struct pst_frame *frame, size_t column, const struct pst_facts *facts)
{
  const struct pst_facts *at = &facts[column];

  /* Tokens between them prove nothing either, nor does a total that is no year. */
  if (at->numbers * 2 <= at->filled || pst_shape_ends_in_time(frame->columns[column].name))
    return false;
  return are_other_numbers(frame, column)
         || ((at->years * 2 > at->numbers || are_of_four_digits(frame, column))
             && at->distinct * 2 > at->filled && (at->filled < 3 || !follow_evenly(frame, column)));
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

    if (at->unnamed || at->reason != NULL
        || (!pst_words_time(at->name) && !pst_shape_is_weeks(frame, c)))
      continue;
    frame->when = compact | column_rules(frame, c) | name_rules(frame, c);
    if (rather_periods(frame, c) && (alone || !is_measured(frame, c, facts))
        && (found == PST_NO_COLUMN || says_period(frame, c) || (alone && !pure)
            || (!pst_words_attribute(at->name)
                && pst_words_attribute(frame->columns[found].name)))) {
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
  return pst_shape_is_calendar_year(cell, rules)
         || (cell.size > 5 && cell.data[4] == ' '
             && pst_shape_is_calendar_year((struct pst_text){.data = cell.data, .size = 4}, rules));
}

/* Years down a first column without a name; what stands behind some is told as no period. */
static bool begins_with_years(const struct pst_frame *frame)
{
  size_t filled, n = pst_shape_count(frame, 0, is_year_begun, &filled);

  return frame->columns[0].unnamed && n == filled && rather(frame, 0, pst_shape_is_calendar_year);
}

/* The years down the first column are codes by its name, or may be. */
static bool is_code_of_years(const struct pst_frame *frame, const struct pst_facts *facts,
                             const struct pst_shape_records *records)
{
  return !frame->columns[0].unnamed
         && (pst_words_key(frame->columns[0].name) > PST_WORDS_NO
             || pst_shape_is_doubtful_time(frame, facts, records, 0));
}

/* Nothing else could be measured: numbers are that, though they look like years. */
static bool is_only_value(const struct pst_frame *frame, size_t column)
{
  for (size_t c = 0; c < frame->n_columns; c++)
    if ((c != column && frame->columns[c].role == PST_FRAME_VALUE)
        || (c == column && (c == 0 || frame->columns[c].role != PST_FRAME_VALUE)))
      return false;
  return true;
}

/* `Population,,` above COLUMN and the next one, which have names of their own below it: both are measured. */
static bool shares_label(const struct pst_frame *frame, size_t column)
{
  const struct pst_sheet *sheet = frame->sheet;
  bool shared = false;

  if (column + 1 >= frame->n_columns || column == 0)
    return false;
  for (size_t r = frame->header; r < frame->header + frame->n_header; r++) {
    struct pst_text here = pst_sheet_cell(sheet, r, column),
                    next = pst_sheet_cell(sheet, r, column + 1);

    if (here.size > 0 && (next.size == 0 || pst_text_equal(here, next)))
      shared = r + 1 < frame->header + frame->n_header;
    else if (shared && here.size > 0 && next.size > 0)
      return true;
  }
  return false;
}

/* The one column left of the values that holds years of the calendar, or other periods. */
static size_t find_by_cells(struct pst_frame *frame, const struct pst_facts *facts,
                            const struct pst_shape_records *records)
{
  size_t found = PST_NO_COLUMN, candidates = 0;
  unsigned plain = frame->when, rules = plain;

  /* Years down the first column, one after the other, whatever the numbers beside them look like. */
  if (frame->n_columns > 1 && frame->columns[0].reason == NULL
      && ((pst_shape_mostly(frame, 0, pst_shape_is_calendar_year) && follow_evenly(frame, 0)
           && !is_code_of_years(frame, facts, records))
          || begins_with_years(frame)))
    return 0;
  for (size_t c = 0; c < frame->n_columns; c++) {
    bool years = pst_shape_mostly(frame, c, pst_shape_is_calendar_year),
         compact = !years
                   && (pst_shape_is_compact(frame, c, &facts[c], records)
                       || pst_shape_has_dotted_months(frame, c, &facts[c], records));

    frame->when = plain | column_rules(frame, c) | (compact ? PST_WHEN_COMPACT : 0);
    if (frame->columns[c].reason != NULL || pst_shape_has_year_name(frame, c)
        || is_only_value(frame, c) || (years && shares_label(frame, c)))
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

/* 1410, 1411, 1412, 1501: years of the middle ages, or months of 2014 and 2015. */
static void tell_short_months(struct pst_frame *frame, size_t column)
{
  struct pst_text first = {.size = 0};

  if (frame->format != NULL)
    return;

  for (size_t r = frame->body; r < frame->end; r++) {
    struct pst_text cell = pst_sheet_cell(frame->sheet, r, column);
    long part = pst_shape_whole(cell) % 100;

    if (cell.size == 0)
      continue;
    if (cell.size != 4 || strspn(cell.data, "0123456789") < 4 || part < 1 || part > 12
        || pst_shape_is_calendar_year(cell, frame->when))
      return;
    first = first.size == 0 ? cell : first;
  }
  if (first.size > 0)
    pst_frame_tell(
        frame,
        "column '%s' is read as years (%.4s); if these are months of years of two digits, "
        "write them as 20%.2s-%.2s",
        frame->columns[column].name, first.data, first.data, first.data + 2);
}

void pst_shape_find_time(struct pst_frame *frame, const struct pst_facts *facts,
                         const struct pst_shape_records *records)
{
  unsigned plain = frame->when;
  size_t found = find_named(frame, facts);

  frame->when = plain;
  if (found != PST_NO_COLUMN) {
    frame->when |= PST_WHEN_COMPACT | column_rules(frame, found) | name_rules(frame, found);
  } else {
    found = pst_shape_find_carried(frame);
    if (found == PST_NO_COLUMN)
      found = pst_shape_find_format(frame, facts, records);
    if (found == PST_NO_COLUMN)
      found = find_by_cells(frame, facts, records);
    if (found != PST_NO_COLUMN)
      frame->columns[found].reason = "its cells are periods";
  }
  if (found != PST_NO_COLUMN && pst_shape_is_beside_years(frame, found)) {
    frame->when = plain;
    found = PST_NO_COLUMN;
  }
  if (found == PST_NO_COLUMN)
    return;
  pst_shape_tell_time(frame, found);
  mark_named_twins(frame, found, records);
  frame->columns[found].role = PST_FRAME_PERIOD;
  if (frame->columns[found].reason == NULL)
    frame->columns[found].reason = "its name";
  pst_shape_find_short(frame, found, &facts[found], records);
  tell_short_months(frame, found);
  pst_shape_tell_weeks(frame, found);
  find_twins(frame, found, facts, records);
}

bool pst_shape_has_years(const struct pst_frame *frame)
{
  for (size_t c = 0; c < frame->n_columns; c++)
    if (frame->columns[c].role == PST_FRAME_PERIOD
        && !pst_shape_mostly(frame, c, reads_other_than_year))
      return true;
  return false;
}
