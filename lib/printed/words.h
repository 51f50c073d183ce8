/* words.h -- what a column's name says of it, in the languages agencies publish in. */
#ifndef PST_PRINTED_WORDS_H
#define PST_PRINTED_WORDS_H

#include <stdbool.h>

/* Words between blanks and marks are compared, in any case: `Country Code` is a code, `Coded` not.
   Japanese names are searched for their parts. */
bool pst_words_time(const char *name); /* year, TIME_PERIOD, Jahr, année, 西暦 ... */
bool pst_words_key(
    const char *name); /* code, id, rank, ISO3, コード ...: numbers that count nothing */
bool pst_words_flag(const char *name); /* flag, status, OBS_STATUS ... */
bool pst_words_note(const char *name); /* note, footnote, comment, Bemerkung, 注 ... */

/* pst_words_unit: a cell that can only be a unit: `(%)`, `million USD`, `Anzahl`, `千人` ... */
bool pst_words_unit(const char *text);

#endif
