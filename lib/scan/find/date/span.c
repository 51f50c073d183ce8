/* span.c -- a date as a sentence writes it, and two of them: from 2003 to 2013. */
#include "scan/find/date/dates.h"

const char *const pst_date_months[] = {"January",   "February", "March",    "April",
                                       "May",       "June",     "July",     "August",
                                       "September", "October",  "November", "December"};

int pst_date_month(const struct pst_paper *paper, size_t at)
{
  for (int m = 0; m < 12; m++)
    if (pst_paper_word(paper, at, pst_date_months[m]))
      return m + 1;
  return 0;
}

const struct pst_mention *pst_date_year(const struct pst_paper *paper, size_t at)
{
  const struct pst_mention *m = pst_paper_mention(paper, at);

  return m != NULL && m->year ? m : NULL;
}

const struct pst_mention *pst_date_day(const struct pst_paper *paper, size_t at)
{
  const struct pst_mention *m = pst_paper_mention(paper, at);

  return m != NULL && m->decimals == 0 && m->unit == PST_PAPER_PLAIN && m->scale == 0
                 && !m->has_sign && m->value.big == NULL && m->value.n >= 1 && m->value.n <= 31
             ? m
             : NULL;
}

/* 2003; March 2003; 4 March 2003; March 4, 2003: the token behind it, AT when there is none. */
size_t pst_date_read(const struct pst_paper *paper, size_t at, struct pst_date *date)
{
  const struct pst_mention *day = pst_date_day(paper, at);
  size_t next = at;

  *date = (struct pst_date){.month = pst_date_month(paper, at + (day != NULL))};
  if (day != NULL && date->month == 0)
    return at;
  if (date->month > 0) {
    next += day != NULL ? 2 : 1;
    if (day == NULL && (day = pst_date_day(paper, next)) != NULL) {
      next++;
      next += pst_paper_mark(paper, next, ',');
    }
  }
  date->day = day != NULL ? (int)day->value.n : 0;
  date->year = pst_date_year(paper, next);
  return date->year != NULL ? next + 1 : at;
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

/* CVE 2014-1829, ISO 1588-2008: capitals before it. */
static bool is_number_of_a_text(const struct pst_paper *paper, size_t at)
{
  const struct pst_token *word = at > 0 ? &paper->tokens[at - 1] : NULL;

  if (word == NULL || word->kind != PST_TOKEN_WORD || word->size < 2)
    return false;
  for (size_t i = 0; i < word->size; i++)
    if (paper->text.data[word->at + i] < 'A' || paper->text.data[word->at + i] > 'Z')
      return false;
  return true;
}

/* from 2003 to 2013, between April 2013 and March 2014, 2001-2003 */
bool pst_date_span(const struct pst_paper *paper, size_t at, size_t last,
                   struct pst_date_span *span)
{
  bool from = pst_paper_word(paper, at, "from"), between = pst_paper_word(paper, at, "between");
  size_t first = at + (from || between), next, end;

  next = pst_date_read(paper, first, &span->from);
  if (next == first || next >= last)
    return false;
  if (from || between) {
    if (!pst_paper_word(paper, next, from ? "to until till through" : "and"))
      return false;
  } else if (is_number_of_a_text(paper, at) || !pst_paper_mark(paper, next, '-')
             || paper->tokens[next].at
                    != paper->tokens[next - 1].at + paper->tokens[next - 1].size) {
    return false;
  }
  end = pst_date_read(paper, next + 1, &span->to);
  span->last = end;
  return end > next + 1 && end <= last
         && (end == last || pst_rational_compare(span->from.year->value, span->to.year->value) <= 0
             || !counts_something(paper, end));
}
