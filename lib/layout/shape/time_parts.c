/* time_parts.c -- a month or quarter in a column of its own beside the year. */
#include <stdlib.h>
#include <string.h>

#include "layout/shape/steps.h"
#include "printed/words.h"

static bool reads_part(struct pst_text cell, unsigned rules)
{
  char part[16];

  (void)rules;
  return pst_when_part(cell, '\0', part);
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
