/* when_parts.h -- what the notations of periods are made of, for when.c alone. */
#ifndef PST_PRINTED_WHEN_WHEN_PARTS_H
#define PST_PRINTED_WHEN_WHEN_PARTS_H

#include "printed/plain.h"
#include "printed/when/when.h"

enum { PST_WHEN_YEAR_LEAST = 1000, PST_WHEN_YEAR_MOST = 2999, PST_WHEN_CENTURY = 70 };

/* A text that is read from its front. */
struct pst_cursor {
  const char *at, *end;
};

/* pst_cursor_number: exactly N digits with none behind them; _small: one or two.  -1: there are not. */
int pst_cursor_number(struct pst_cursor *c, int n);
int pst_cursor_small(struct pst_cursor *c);
/* pst_cursor_take: step over TEXT if it stands here. */
bool pst_cursor_take(struct pst_cursor *c, const char *text);
bool pst_cursor_done(const struct pst_cursor *c);
void pst_cursor_blanks(struct pst_cursor *c);

bool pst_when_good_year(int year);

/* Write a period in polstat's notation; false when there is no such period. */
bool pst_when_put_year(char *when, int year);
bool pst_when_put_month(char *when, int year, int month);
bool pst_when_put_day(char *when, int year, int month, int day);
/* Part N of MOST, named by LETTER. */
bool pst_when_put_part(char *when, int year, char letter, int n, int most);
bool pst_when_put_week(char *when, int year, int week);
bool pst_when_put_day_of_year(char *when, int year, int day);
bool pst_when_put_years(char *when, int first, int last);

/* `2013/14`: LAST is the two digits of the year behind YEAR. */
bool pst_when_next_year(int year, int last);

/* `2010-14`: the last year of a range that begins in YEAR and whose last two digits are N, or -1. */
int pst_when_range_end(int year, int n);

/* 13/02/2020 or 02/13/2020, with one digit perhaps, or two of the year, or 13.02.20: the two numbers before
   it. */
bool pst_when_slashed(struct pst_cursor *c, int *first, int *second, int *year);

/* Behind `2015.`: 0, the year; 1 to 4, a quarter; 01 to 12, a month. */
bool pst_when_dotted(struct pst_cursor *c, int year, unsigned rules, char *when);

/* `Mar-03`, `Mar 03`, `Mar'03`, `03-Mar`: month and year. */
bool pst_when_short_year(struct pst_cursor *c, int *month, int *year);

/* pst_when_long_year: YEAR of two digits in this century or the last; -1 stays. */
int pst_when_long_year(int year);

/* when_short.c: a year of two digits or four, -1 when none stands here; periods of such years: 4Q2018 and
   4Q18, 15Q1, T1-2019, 01.2018, '98, 98-99. */
int pst_when_short_or_long(struct pst_cursor *c);
bool pst_when_quarter_first(struct pst_cursor *c, char *when);
bool pst_when_short_year_quarter(struct pst_cursor c, char *when);
bool pst_when_trimester(struct pst_cursor c, char *when);
bool pst_when_month_dot(struct pst_cursor c, char *when);
bool pst_when_apostrophe(struct pst_cursor c, char *when);
bool pst_when_short_season(struct pst_cursor *c, char *when);

/* when_days.c: behind a year `.12.31`; `31.12.1995`; `06 Sep 2004`, `06-Sep-04`; what may stand behind a day:
   nothing, or a duration; TEXT without the moment that a day begins with, `2020-01-01 00:00:00`. */
void pst_when_step_over_of(struct pst_cursor *c); /* blanks, and `de` between them */
bool pst_when_after_day(struct pst_cursor *c, int year, int month, int day, char *when);
struct pst_text pst_when_without_midnight(struct pst_text text);
bool pst_when_after_dot(struct pst_cursor c, int year, char *when);
bool pst_when_german_day(struct pst_cursor *c, char *when);
bool pst_when_named_day(struct pst_cursor *c, char *when);

/* when_japan.c: what stands behind a year before 年 and after it; `平成25年`; `S49.9.24`. */
bool pst_when_after_nen(struct pst_cursor *c, int year, char *when);
bool pst_when_era(struct pst_cursor *c, char *when);
bool pst_when_era_day(struct pst_cursor *c, char *when);

/* when_months.c: `January`, `Januar`, `janv.`: the number; -1 when none stands here.  pst_when_is_letter: of ASCII, or a
   byte beyond it. */
int pst_when_month_name(struct pst_cursor *c);
bool pst_when_is_letter(char c);

/* when_first.c: `H1 2014`; `Jan 2014`, `Q1 2014`, `1. Halbjahr 2014`.  _is_croatian: a month that only Croatian calls so;
   _is_listopad: October there, November in Polish and Czech, as which it is read; _as_croatian: WHEN, read from TEXT, where
   other cells are Croatian. */
bool pst_when_half_first(struct pst_cursor *c, char *when);
bool pst_when_named_first(struct pst_cursor *c, char *when);
bool pst_when_is_croatian(struct pst_text text);
bool pst_when_is_listopad(struct pst_text text);
void pst_when_as_croatian(struct pst_text text, char when[PST_WHEN_SIZE]);

/* when_names.c: `Q1`, `1. Quartal`; `1. Halbjahr`, `first half`: the number; -1. */
int pst_when_half_name(struct pst_cursor *c);
int pst_when_quarter_name(struct pst_cursor *c);
/* pst_when_roman: I to XII, or -1; _part: `2015 II`, `2015-III`, `IV/2015`: a year and the number of its
   part. */
int pst_when_roman(struct pst_cursor *c);
bool pst_when_roman_part(struct pst_text text, int *year, int *n);

/* pst_when_names_week: `Week 10 2019`, `KW 14/2009`, `2018 week 10`: with its word, which no month has. */
bool pst_when_names_week(struct pst_cursor c);

/* when_weeks.c: a year and a number behind it, seen as what may be one; whether all
   of them are: two of 14 to 53 and none above, of which one follows the other, or NO_RANGE is among them, a cell that can
   be no range of years.  2020-52 alone is none: 2020 to 2052. */
void pst_when_see_week(struct pst_when_weeks *seen, int year, int n);
bool pst_when_are_weeks(const struct pst_when_weeks *seen, bool no_range);

/* when_packed.c: 200910 or 0910 as two years; such a number among others; whether all of them are: a number that can
   be nothing else, or two of six digits, three of four. */
bool pst_when_packed(struct pst_text cell, char *when);
void pst_when_see_packed(struct pst_when_packed *seen, struct pst_text cell);
bool pst_when_are_packed(const struct pst_when_packed *seen);

/* when_as_it_is.c: `1994`; `2015-03`, `2015-Q1`, `2015-03-28`, where RULES do not say that it may be something else:
   what pst_when_read says of them too, at once. */
bool pst_when_bare_year(struct pst_text text, char *when);
bool pst_when_as_it_is(struct pst_text cell, unsigned rules, char *when);
/* pst_when_is_count: digits alone, and no year, year and month, or day: 160841, 20; no rule reads a period in them. */
bool pst_when_is_count(struct pst_text cell);
/* pst_when_is_decimal, _is_key: 45.32, P0000416, which are no periods either. */
bool pst_when_is_decimal(struct pst_text text, unsigned rules);
bool pst_when_is_key(struct pst_text text);

/* when_words.c: TEXT is one word such as `actual`, `Soll`; the size of TEXT without such words behind its period, and TEXT
   behind those before it. */
bool pst_when_is_word(struct pst_text text);
size_t pst_when_before_words(struct pst_text text);
struct pst_text pst_when_behind_words(struct pst_text text);

/* when_marks.c: the size of TEXT without the last mark behind its period; all of it when there is
   none. */
size_t pst_when_before_mark(struct pst_text text);

#endif
