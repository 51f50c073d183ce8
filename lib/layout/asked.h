/* asked.h -- what the user says of a file: it outweighs what the cells tell. */
#ifndef PST_LAYOUT_ASKED_H
#define PST_LAYOUT_ASKED_H

#include <stdbool.h>
#include <stddef.h>

struct pst_times_format;

enum pst_answer { PST_ANSWER_OPEN, PST_ANSWER_YES, PST_ANSWER_NO };

enum pst_parentheses_asked {
  PST_PARENTHESES_JUDGED, /* by the other numbers of the column */
  PST_PARENTHESES_MINUS,
  PST_PARENTHESES_MARK
};

/* All zero: nothing is said.  Lists are closed by NULL; NULL is no list. */
struct pst_asked {
  const char *const *missing; /* tokens besides the layout's */
  const char *const *keys;    /* columns that are keys though they hold numbers */
  const char *const *values;  /* the value columns */
  const char *const *flags;   /* COL=VALUE: column COL flags value column VALUE */
  const char *time;           /* the column of periods */
  const char *unit;           /* the column of units */
  size_t skip;                /* lines above the header that are no part of it */
  size_t footer;              /* lines at the end that are no records */
  bool header_given, footer_given;
  size_t header_rows;          /* where header_given */
  enum pst_answer fill;        /* an empty key is that of the record above it */
  enum pst_answer sections;    /* rows with a name alone are headings of those below */
  bool day_first, month_first; /* 03/04/2021 */
  const struct pst_times_format *time_format; /* how periods are written; NULL: as they show */
  bool scale;                             /* values times ten to the power that a column gives */
  bool drop_totals;                       /* rows of totals are left out */
  enum pst_parentheses_asked parentheses; /* what a number in parentheses is */
  char comment;                           /* a line that begins with it is a note; 0: none */
  const char *split_names; /* `hdi_{period}`: value columns that are called so have that period */
};

#endif
