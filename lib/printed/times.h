/* times.h -- what the cells of a whole column of times are: one rule for all programs.

   A cell alone can be many things: 201401 a number or a month, 2000-01 a month or a fiscal year, 2015.1 a
   quarter or a decimal, 1/2/20 a day in two ways, 98 a year of two digits.  All cells together prove which;
   where they do not, the user is asked. */
#ifndef PST_PRINTED_TIMES_H
#define PST_PRINTED_TIMES_H

#include "base/error.h"
#include "base/number.h"
#include "base/text.h"
#include "interval/period/period.h"
#include "printed/when/when.h"

/* How the cells of a column are read. */
struct pst_times {
  const struct pst_times_format *format; /* NULL: as they stand, or by RULES */
  unsigned rules;                        /* enum pst_when_rules; with OTHERWISE */
  bool otherwise;                        /* by pst_when_read; else as they stand */
};

/* The notations that --time-format names, closed by a row without a name. */
extern const struct pst_times_format {
  const char *name, *summary;
  unsigned rules;
  /* The period of CELL; false when it is none of this notation. */
  bool (*read)(struct pst_text cell, unsigned rules, char when[PST_WHEN_SIZE]);
} pst_times_formats[];

/* pst_times_named: the format NAME; NULL for "auto".
   Status    PST_USAGE with all names  */
enum pst_status pst_times_named(const char *name, const struct pst_times_format **format,
                                struct pst_error *error);

/* pst_times_may_be: CELL is a time in some column; a row with another cell is bad whatever the others
   are. */
bool pst_times_may_be(struct pst_text cell);

/* pst_times_decide: how the N distinct CELLS of the column NAME, in the order of their first rows, are
   read.
   Given     ASKED: the format that --time-format names, or NULL; STYLE of numbers
   Returned  *TIMES; periods in polstat's own notation and numbers, alone, are read as they stand
   Status    PST_BAD_DATA with the question and the options that answer it, where cells can be two
             things
   Cost      a few readings a cell
   Tested    test_times.c  */
enum pst_status pst_times_decide(const struct pst_text *cells, size_t n, const char *name,
                                 const struct pst_times_format *asked,
                                 const struct pst_number_style *style, struct pst_times *times,
                                 struct pst_error *error);

/* pst_times_prove: the same for a column that nobody called a time, such as those of a first look.
   Given     as pst_times_decide
   Returned  true and *TIMES where the cells, or ASKED, prove periods of one kind in a notation that is
             not polstat's own; numbers only where NAME says so too, or there are many, or some in even
             steps.  False for all else, also where pst_times_decide asks.  pst_times_might_be: it is false
             for every column NAME that has this CELL
   Cost      as pst_times_decide; pst_times_might_be, O(1)
   Tested    test_times.c  */
bool pst_times_prove(const struct pst_text *cells, size_t n, const char *name,
                     const struct pst_times_format *asked, const struct pst_number_style *style,
                     struct pst_times *times);
bool pst_times_might_be(struct pst_text cell, const char *name);

/* pst_times_read: CELL by TIMES: its kind and its value in years (PST_PERIOD_NONE: a plain number), and
   its period in polstat's notation, "" for a number.  False when it is not readable so. */
bool pst_times_read(const struct pst_times *times, struct pst_text cell,
                    const struct pst_number_style *style, enum pst_period_kind *kind, double *value,
                    char when[PST_WHEN_SIZE]);

/* pst_times_is_number: the number CELL can be no time in any notation of numbers: one such cell among years
   and numbers, and pst_times_decide reads all of them as they stand.
   Tested    test_times.c  */
bool pst_times_is_number(struct pst_text cell);

/* pst_times_read_week: CELL as a week, whatever RULES say, as a row of pst_times_formats.  pst_times_are_weeks: the N CELLS
   are, and some are not as polstat writes them; _prove_weeks: and they can be nothing else.
   Cost      O(N)
   Tested    test_times.c  */
bool pst_times_read_week(struct pst_text cell, unsigned rules, char when[PST_WHEN_SIZE]);
bool pst_times_are_weeks(const struct pst_text *cells, size_t n);
bool pst_times_prove_weeks(const struct pst_text *cells, size_t n);

/* pst_times_short: the format that the N distinct CELLS of the column NAME have, all of them, where they are numbers
   of years of two digits: yyyy-yy (200910), yy-yy (0910), yymm, yymmdd; "": yyyymm or yymmdd; NULL: none of them.
   pst_times_read_yy, _yymm, _yymmdd: CELL so, as rows of pst_times_formats.  pst_times_two_digits: it has no others; -1.
   Cost      O(N)
   Tested    test_times.c  */
const char *pst_times_short(const struct pst_text *cells, size_t n, const char *name);
int pst_times_two_digits(struct pst_text cell);
bool pst_times_read_yy(struct pst_text cell, unsigned rules, char when[PST_WHEN_SIZE]);
bool pst_times_read_yymm(struct pst_text cell, unsigned rules, char when[PST_WHEN_SIZE]);
bool pst_times_read_yymmdd(struct pst_text cell, unsigned rules, char when[PST_WHEN_SIZE]);

/* pst_times_doubtful: what to ask of the N numbers of the column NAME that are called times and may be times in a notation
   that is not read (19982, 101998, 25011998, 1.1998); NULL: nothing.  pst_times_are_dotted_months: 01.1998 is a month in all.
   pst_times_may_hide: the number CELL is one of those.
   Cost      O(N)
   Tested    test_times.c  */
const char *pst_times_doubtful(const struct pst_text *cells, size_t n, const char *name);
bool pst_times_may_hide(struct pst_text cell);
bool pst_times_are_dotted_months(const struct pst_text *cells, size_t n);

/* pst_times_same: A and B read the same cells as the same. */
bool pst_times_same(const struct pst_times *a, const struct pst_times *b);

#endif
