/* words.h -- what a column's name says of it, in the languages agencies publish in. */
#ifndef PST_PRINTED_WORDS_H
#define PST_PRINTED_WORDS_H

#include <stdbool.h>

#include "base/text.h"

/* Words between blanks and marks are compared, in any case: `Country Code` is a code, `Coded` not.
   Japanese names are searched for their parts. */
bool pst_words_time(const char *name);       /* year, TIME_PERIOD, Jahr, année, 西暦 ... */
bool pst_words_time_alone(const char *name); /* and says nothing else: Year, TIME_PERIOD */
/* pst_words_attribute: a year that says something of each unit, and is not that of its numbers: `Year of birth`,
   `Founding year`, `Base year`, 出生年. */
bool pst_words_attribute(const char *name);
/* pst_words_counts_days: days or weeks counted within a month, a week, a year: `Day of week`. */
bool pst_words_counts_days(const char *name);
bool pst_words_month(const char *name);   /* month, Monat, 年月 ... */
bool pst_words_week(const char *name);    /* week, Woche, semaine, KW, 週 ... */
bool pst_words_quarter(const char *name); /* quarter, Quartal, trimestre ... */
/* Numbers that count nothing. */
enum pst_words_key {
  PST_WORDS_NO,
  PST_WORDS_LIKE, /* a word that may say so: no, kw, NAICS in brackets */
  PST_WORDS_CODE, /* code, id, rank, ISO3, コード ... */
  PST_WORDS_PLACE /* latitude, UNIT_MULT: with decimals or a sign too */
};
enum pst_words_key pst_words_key(const char *name);
bool pst_words_value(const char *name);     /* value, OBS_VALUE, amount, Wert ... */
bool pst_words_total(const char *name);     /* all of it: Total, Insgesamt, 総数 ... */
bool pst_words_flag(const char *name);      /* flag, status, OBS_STATUS ... */
bool pst_words_flag_last(const char *name); /* the last word is one */
/* Standard error, S.E., Std. dev., Standardfehler: never negative.  _alone: SE, SD, which may be Sweden and Sudan. */
bool pst_words_error(const char *name);
bool pst_words_error_alone(const char *name);
bool pst_words_note(const char *name); /* note, footnote, comment, Bemerkung, 注 ... */
/* pst_words_missing: CELL says in words that a number is not given: suppressed, keine Angabe, 秘匿; in brackets too. */
bool pst_words_missing(struct pst_text cell);

/* pst_words_about: what names a line above a table, not a column: `Release date`, `Data source`, `Table ID`,
   with a colon perhaps. */
bool pst_words_about(const char *name);

/* pst_words_stub: what names records in their first column, and is none: Country, State, Industry. */
bool pst_words_stub(const char *name);

/* pst_words_dimension: what tells records apart, whatever its cells are: those, Sex, Currency, Unit. */
bool pst_words_dimension(const char *name);

bool pst_words_age(const char *name); /* Age, Age in years, Alter; not: Age dependency */

bool pst_words_called_unit(const char *name); /* Unit, Einheit, 単位 */

/* pst_words_unit: a cell that can only be a unit: `(%)`, `million USD`, `Anzahl`, `千人` ... */
bool pst_words_unit(const char *text);

#endif
