/* dates.c -- years and dates in order, and days that the calendar has. */
#include "scan/find/dates.h"
#include "scan/find/finders.h"

static const char *const months[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};

static const char *const days[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                   "Thursday", "Friday", "Saturday"};

static int month_at(const struct pst_paper *paper, size_t at)
{
  for (int m = 0; m < 12; m++)
    if (pst_paper_word(paper, at, months[m]))
      return m + 1;
  return 0;
}

static const struct pst_mention *year_at(const struct pst_paper *paper, size_t at)
{
  const struct pst_mention *m = pst_paper_mention(paper, at);

  return m != NULL && m->year ? m : NULL;
}

static const struct pst_mention *day_at(const struct pst_paper *paper, size_t at)
{
  const struct pst_mention *m = pst_paper_mention(paper, at);

  return m != NULL && m->decimals == 0 && m->unit == PST_PAPER_PLAIN && m->scale == 0
                 && !m->has_sign && m->value.big == NULL && m->value.n >= 1 && m->value.n <= 31
             ? m
             : NULL;
}

/* A year, with perhaps a month and a day before it; 0 where they are not said. */
struct date {
  const struct pst_mention *year;
  int month, day;
};

/* 2003; March 2003; 4 March 2003; March 4, 2003: the token behind it, AT when there is none. */
static size_t read_date(const struct pst_paper *paper, size_t at, struct date *date)
{
  const struct pst_mention *day = day_at(paper, at);
  size_t next = at;

  *date = (struct date){.month = month_at(paper, at + (day != NULL))};
  if (day != NULL && date->month == 0)
    return at;
  if (date->month > 0) {
    next += day != NULL ? 2 : 1;
    if (day == NULL && (day = day_at(paper, next)) != NULL) {
      next++;
      next += pst_paper_mark(paper, next, ',');
    }
  }
  date->day = day != NULL ? (int)day->value.n : 0;
  date->year = year_at(paper, next);
  return date->year != NULL ? next + 1 : at;
}

/* -1, 0, 1: A stands before, beside, behind B, as far as both say it. */
static int order_of(const struct date *a, const struct date *b)
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
                 size_t first, size_t last, const struct date *early, const struct date *late)
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

/* Two thousand of something are no years: from 2000 to 1800 calories. */
static bool counts_something(const struct pst_paper *paper, size_t at)
{
  const struct pst_token *next = at < paper->token_count ? &paper->tokens[at] : NULL;

  return next != NULL && next->kind == PST_TOKEN_WORD && paper->text.data[next->at] >= 'a'
         && paper->text.data[next->at] <= 'z'
         && !pst_paper_word(
             paper, at,
             "the in and to for with by on at when was were is are it of as but which while "
             "after before during or a an we they he she had has from than that there only");
}

/* A span of dates: its years and months, and the tokens FIRST to LAST - 1 that say it. */
struct span {
  struct date from, to;
  size_t last;
};

/* from 2003 to 2013, between April 2013 and March 2014, 2001-2003 */
static bool read_span(const struct pst_paper *paper, size_t at, size_t last, struct span *span)
{
  bool from = pst_paper_word(paper, at, "from"), between = pst_paper_word(paper, at, "between");
  size_t first = at + (from || between), next, end;

  next = read_date(paper, first, &span->from);
  if (next == first || next >= last)
    return false;
  if (from || between) {
    if (!pst_paper_word(paper, next, from ? "to until till through" : "and"))
      return false;
  } else if (!pst_paper_mark(paper, next, '-')
             || paper->tokens[next].at
                    != paper->tokens[next - 1].at + paper->tokens[next - 1].size) {
    return false;
  }
  end = read_date(paper, next + 1, &span->to);
  span->last = end;
  return end > next + 1 && end <= last
         && (end == last || pst_rational_compare(span->from.year->value, span->to.year->value) <= 0
             || !counts_something(paper, end));
}

size_t pst_dates_span(const struct pst_paper *paper, size_t at, size_t last,
                      const struct pst_mention **from, const struct pst_mention **to)
{
  struct span span;

  if (at >= last || !read_span(paper, at, last, &span))
    return at;
  *from = span.from.year;
  *to = span.to.year;
  return span.last;
}

static void range_at(struct pst_scan *scan, const struct pst_paper *paper,
                     const struct pst_sentence *s, size_t at)
{
  struct span span;

  if (read_span(paper, at, s->last, &span))
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
    find.text =
        pst_find_format(scan, "%s has %d days", months[month - 1], days_of(month, year->value.n));
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
  int month = month_at(paper, at);
  const struct pst_mention *date, *year;
  size_t next = at + 1;

  if (month == 0)
    return;
  year = year_at(paper, at + 1);
  date = at > s->first ? day_at(paper, at - 1) : NULL;
  if (year != NULL && date != NULL) {
    day(scan, paper, s, at - 1, at + 2, date, month, year);
    return;
  }
  date = day_at(paper, next++);
  next += pst_paper_mark(paper, next, ',');
  year = year_at(paper, next);
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
}
