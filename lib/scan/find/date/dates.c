/* dates.c -- years and dates in order, and days that the calendar has. */
#include "scan/find/date/dates.h"
#include "scan/find/finders.h"

static const char *const days[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                   "Thursday", "Friday", "Saturday"};

/* -1, 0, 1: A stands before, beside, behind B, as far as both say it. */
static int order_of(const struct pst_date *a, const struct pst_date *b)
{
  int order = pst_rational_compare(b->year->value, a->year->value);

  if (order != 0 || a->month == 0 || b->month == 0)
    return order;
  if (a->month != b->month)
    return b->month > a->month ? 1 : -1;
  return a->day == 0 || b->day == 0 ? 0 : b->day > a->day ? 1 : b->day < a->day ? -1 : 0;
}

static bool is_known(const struct pst_scan *scan, const struct pst_paper *paper, size_t at,
                     size_t size)
{
  for (size_t i = 0; i < scan->finding_count; i++) {
    const struct pst_finding *f = &scan->findings[i];

    if (f->paper == paper && strcmp(f->kind, "dates") == 0 && strlen(f->stated.text) == size
        && memcmp(f->stated.text, paper->text.data + at, size) == 0)
      return true;
  }
  return false;
}

/* EARLY and LATE, as tokens FIRST to LAST say them. */
static void make(struct pst_scan *scan, const struct pst_paper *paper, const struct pst_sentence *s,
                 size_t first, size_t last, const struct pst_date *early,
                 const struct pst_date *late)
{
  const struct pst_mention *from = early->year, *to = late->year, *figures[] = {from, to};
  struct pst_find find = {.kind = "dates",
                          .paper = paper,
                          .figures = figures,
                          .figure_count = 2,
                          .relation = "in order:",
                          .says_at = s->at,
                          .says_end = s->end};
  int order = order_of(early, late);
  const struct pst_token *end = &paper->tokens[last - 1];

  find.at = paper->tokens[first].at;
  find.size = end->at + end->size - find.at;
  if (is_known(scan, paper, find.at, find.size))
    return;
  find.range = pst_range_subtract(
      &scan->exact, &(struct pst_range){{.value = to->value}, {.value = to->value}},
      &(struct pst_range){{.value = from->value}, {.value = from->value}});
  find.value = pst_rational_subtract(&scan->exact, to->value, from->value);
  find.has_value = true;
  find.text = pst_find_format(scan, "years from %s to %s", pst_find_text(scan, paper, from),
                              pst_find_text(scan, paper, to));
  pst_find_add(scan, &find, order < 0 ? PST_FINDING_CONTRADICTS : PST_FINDING_AGREES, NULL);
}

static void range_at(struct pst_scan *scan, const struct pst_paper *paper,
                     const struct pst_sentence *s, size_t at)
{
  struct pst_date_span span;

  if (pst_date_span(paper, at, s->last, &span))
    make(scan, paper, s, at, span.last, &span.from, &span.to);
}

/* --- a day that is there --------------------------------------------------------------------------- */

static int days_of(int month, int64_t year)
{
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

  return month == 2 ? 28 + leap : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/* 0 is Sunday.  Source: Sakamoto's congruence for the Gregorian calendar. */
static int weekday(int day, int month, int64_t year)
{
  static const int shift[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};

  if (month < 3)
    year--;
  return (int)((year + year / 4 - year / 100 + year / 400 + shift[month - 1] + day) % 7);
}

static int weekday_before(const struct pst_paper *paper, size_t first, size_t at)
{
  size_t i = at;

  if (i > first && pst_paper_mark(paper, i - 1, ','))
    i--;
  for (int d = 0; i > first && d < 7; d++)
    if (pst_paper_word(paper, i - 1, days[d]))
      return d;
  return -1;
}

static void day(struct pst_scan *scan, const struct pst_paper *paper, const struct pst_sentence *s,
                size_t first, size_t last, const struct pst_mention *date, int month,
                const struct pst_mention *year)
{
  const struct pst_mention *figures[] = {date, year};
  struct pst_find find = {.kind = "dates",
                          .paper = paper,
                          .figures = figures,
                          .figure_count = 2,
                          .relation = "is",
                          .says_at = s->at,
                          .says_end = s->end,
                          .without_range = true,
                          .at = paper->tokens[first].at};
  int said = weekday_before(paper, s->first, first), is;
  const struct pst_token *end = &paper->tokens[last - 1];

  find.size = end->at + end->size - find.at;
  if (date->value.n > days_of(month, year->value.n)) {
    find.text = pst_find_format(scan, "%s has %d days", pst_date_months[month - 1],
                                days_of(month, year->value.n));
    pst_find_add(scan, &find, PST_FINDING_CONTRADICTS, NULL);
    return;
  }
  if (said < 0)
    return;
  is = weekday((int)date->value.n, month, year->value.n);
  find.text = pst_find_format(scan, "a %s", days[is]);
  find.note = is == said ? "" : pst_find_format(scan, "the text says %s", days[said]);
  pst_find_add(scan, &find, is == said ? PST_FINDING_AGREES : PST_FINDING_CONTRADICTS, NULL);
}

/* 4 March 2015; March 4, 2015 */
static void day_of(struct pst_scan *scan, const struct pst_paper *paper,
                   const struct pst_sentence *s, size_t at)
{
  int month = pst_date_month(paper, at);
  const struct pst_mention *date, *year;
  size_t next = at + 1;

  if (month == 0)
    return;
  year = pst_date_year(paper, at + 1);
  date = at > s->first ? pst_date_day(paper, at - 1) : NULL;
  if (year != NULL && date != NULL) {
    day(scan, paper, s, at - 1, at + 2, date, month, year);
    return;
  }
  date = pst_date_day(paper, next++);
  next += pst_paper_mark(paper, next, ',');
  year = pst_date_year(paper, next);
  if (date != NULL && year != NULL && next < s->last)
    day(scan, paper, s, at, next + 1, date, month, year);
}

void pst_find_dates(struct pst_scan *scan, const struct pst_paper *paper,
                    const struct pst_sentence *s)
{
  for (size_t i = s->first; i + 1 < s->last; i++) {
    range_at(scan, paper, s, i);
    day_of(scan, paper, s, i);
  }
  pst_find_durations(scan, paper, s);
  pst_find_decades(scan, paper, s);
}
