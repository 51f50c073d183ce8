/* period_kinds.h -- the table of period kinds: one row a kind.

   To add a kind: its name in enum pst_period_kind (period.h) and a row in period_kinds.c; a kind that is
   no equal part of a year also has its three functions, as days have in calendar.c.
   Tested  test_period.c, test_period_step.c */
#ifndef PST_INTERVAL_PERIOD_PERIOD_KINDS_H
#define PST_INTERVAL_PERIOD_PERIOD_KINDS_H

#include <stdbool.h>

#include "base/text.h"
#include "interval/period/period_step.h"

struct pst_period_spelling {
  const char *text;
  size_t size; /* of it: most cells are told apart by their size */
};

struct pst_period_row {
  const char *name, *plural; /* "quarter", "quarters" */
  /* "yyyy-Qp": digits of the year and of the part, other characters as they are; closed by zeros.  The
     first is how the kind is printed */
  struct pst_period_spelling spellings[3];
  const char *example; /* for messages that list the kinds; NULL: not listed */
  long parts;          /* equal parts of a year, counted from 1; 0: the functions tell */
  bool fills_years;    /* some of them, one after the other, are a year */
  bool (*read)(struct pst_text text, double *value); /* of a text as long as a spelling */
  long (*step)(double value);                        /* NULL without parts: a kind without a next */
  void (*print)(long step, char text[PST_PERIOD_SIZE]);
};

/* By enum pst_period_kind. */
extern const struct pst_period_row pst_period_rows[PST_PERIOD_KINDS];

#endif
