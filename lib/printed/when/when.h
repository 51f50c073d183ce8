/* when.h -- the periods of agencies in polstat's own notation.

   Read are: 2010, YR2010, `2010 [YR2010]`, `2014Q1 [2014Q1]`, Y1961, X1961, [1961]; 2014-01, 2014/01, 2014M01,
   2014-M01, 2014Jan, `Jan 2014`, `Januar 2014`; 2014-Q1, 2014Q1, 14Q1, `Q1 2014`, `1. Quartal 2014`;
   2014-S1, 2014H1; 2014K1, 2014JJ00, 2014KW01, 2014MM01; 2014-T1; 2014-W05; 2014-D032; 2014-A1; 2014-01-31, 31.12.1995, `31 Dec 1995`,
   2014/01/31, 2014-01-31T00:00:00; 2014-01-01/P1Y; FY2013, 2013/14, 2001-2003; 2013年, 2013年1月,
   2013年度, 平成25年, 令和元年度; 2010-14 and, where other cells prove them, 2000-04, 1997-8, '98, 15-Jan, 2011/1,
   1/22/20. */
#ifndef PST_PRINTED_WHEN_WHEN_H
#define PST_PRINTED_WHEN_WHEN_H

#include <stdbool.h>

#include "printed/plain.h"
#include "base/text.h"

enum { PST_WHEN_SIZE = 32, PST_WHEN_MARK_SIZE = 48 };

/* What else the layout says of its periods. */
enum pst_when_rules {
  PST_WHEN_DEFAULT = 0,
  PST_WHEN_T_IS_QUARTER = 1, /* INSEE: 2025-T4 is the fourth quarter; SDMX: T is four months */
  PST_WHEN_COMPACT = 2,      /* 201401 and 20140131 are periods (the column says so) */
  PST_WHEN_SEASONS = 4,      /* 2009/10 and 2009-10 are 2009 to 2010: the other cells say so */
  PST_WHEN_DAY_FIRST = 8,    /* 13/02/2020 */
  PST_WHEN_MONTH_FIRST = 16, /* 02/13/2020 */
  PST_WHEN_ERA_DAYS = 32,    /* S49.9.24 and R6.1.4 are days of Japanese eras */
  PST_WHEN_MONTHS = 64,      /* pst_when_months, a year that holds for the rows below too */
  PST_WHEN_SPANS = 128,      /* 2000-04 is 2000 to 2004: the other cells say so */
  PST_WHEN_DOTS = 512, /* 2015.1 is a quarter, 2015.01 a month, 2015.0 a year: all cells say so */
  PST_WHEN_SHORT_YEARS = 1024,    /* Mar-03 is in 2003: the other cells say so */
  PST_WHEN_ROMAN_QUARTERS = 2048, /* II 2015 is a quarter: some year has I to IV and no other */
  PST_WHEN_ROMAN_MONTHS = 4096,   /* it is February: some year has I to XII */
  PST_WHEN_CARRIED = 8192,  /* a part of a year has the year above it: for who reads the column */
  PST_WHEN_DECADES = 32768, /* 1990s is 1990 to 1999: the other cells are decades too */
  PST_WHEN_SHORT_SEASONS = 16384, /* 98-99 is 1998 to 1999: another cell is no month and no day */
  PST_WHEN_DIGIT_SEASONS = 65536, /* 1997-8 is 1997 to 1998: so are the other cells */
  PST_WHEN_MONTH_DOTS = 262144,   /* 01.2018 is January: so are the other cells */
  PST_WHEN_APOSTROPHES = 131072,  /* '98 is 1998: the other cells follow it */
  PST_WHEN_DOT_MONTHS =
      524288, /* with DOTS: 2015.1 is January, since 2014.10 and 2014.12 are there */
  PST_WHEN_WEEKS =
      1048576, /* 2020-01 is the first week: the name or 14 to 53 say so; with COMPACT 202001 too */
  PST_WHEN_NO_SPANS =
      2097152, /* 2020-52 is no range: other cells can be none, and no week is proved */
  PST_WHEN_NO_WORDS =
      4194304, /* `2019 Budget` is no period: beside `2019 Actual` the word tells two columns apart */
  PST_WHEN_CLASSES = 33554432,  /* 1500-1999 is a class beside 1000-1499, `2000+` or `Under 500` */
  PST_WHEN_CROATIAN = 16777216, /* listopad is October: another month has its Croatian name */
  PST_WHEN_PACKED = 8388608,    /* 200910 and 0910 are 2009 to 2010: so are the other cells */
  PST_WHEN_SHORT_MONTHS = 256   /* 2011/1 is a month: the other cells or the name say so */
};

/* pst_when_read: all of CELL as a period, in polstat's notation into WHEN.
   Given     years 1000 to 2999; a footnote marker, a letter or a word after the period (`2019 1)`,
             `2019*`, `2019¹`, `2020a`, `2020(p)`, `2020 est.`, `2002-2003 average`), or words before it
             (`Budget 2020`), are not part of it and go to MARKER (PST_WHEN_MARK_SIZE bytes, may be NULL)
   Returned  false for anything else: WHEN is then untouched
   Tested    test_when.c  */
bool pst_when_read(struct pst_text cell, unsigned rules, char when[PST_WHEN_SIZE], char *marker);

/* Numbers behind years, 1 to 53: how many are of 14 and more, no week at all, or a week behind the one before. */
struct pst_when_weeks {
  size_t late, none, steps;
  int last_year, last; /* the one before */
};

/* Numbers of six digits or of four that may be two years, 200910 or 0910, all of one size. */
struct pst_when_packed {
  size_t none, proofs, different, size; /* no such number; no month and no year; years; digits */
  int least, most;                      /* of the first years */
};

/* What cells like 2009/10 and 2009-10 of one column or header are: months, or years that begin in
   one calendar year and end in the next (seasons, fiscal years).  All zero: nothing seen yet. */
struct pst_when_seasons {
  size_t seasons;                /* 2012/13: no month */
  size_t either;                 /* 2009/10, each once where it comes again below itself */
  int last_either;               /* the first year of the one before */
  size_t others;                 /* 2009-03: a month only */
  size_t slashed;                /* of them 2009/03 */
  size_t day_first, month_first; /* 13/02/2020, 02/13/2020: proof of the order of the others */
  size_t short_cells;            /* 2011/1 */
  size_t short_months;           /* 2011/7: more than four in a year */
  size_t cells, spans, no_spans, linked; /* of the others: 2010-14; no range; a range that begins
                                            behind the one before */
  int last_end;                          /* of that one */
  size_t moved;         /* 2009-11 behind 2008-10: as long as the one before, and a year later */
  int last_start;       /* of that one */
  size_t dots, no_dots; /* 2015.1; 2015.25 */
  size_t dot_ones, dot_zeros, dot_late;  /* 2015.1 to 2015.9; 2015.01; 2015.10 to 2015.12 */
  bool dot_tenth, dot_first, dot_second; /* 2015.10; 2015.1; 2015.2 to 2015.9 */
  int dot_year; /* of the one before; the parts that it has had; whether one had 1 to 4 */
  unsigned dot_parts;
  bool dot_full;
  size_t short_years, no_days, steps;    /* Mar-03; Mar-99; a month behind the one before */
  int last_month, last_year;             /* of that one */
  size_t year_first, turns;              /* 15-Jan; of them those a year behind the one before */
  size_t digits, no_digits;              /* 1997-8, each year once; 1997-4 */
  int last_digit_year;                   /* of that one */
  size_t month_dots, no_month_dots;      /* 01.2018; 1.5 */
  size_t apostrophes, no_steps;          /* '98; of them those that do not follow the one before */
  int first_apostrophe, last_apostrophe; /* of those */
  size_t pairs, no_parts;                /* 98-99; of them those whose first number is no day */
  size_t decades, no_decades;            /* 1990s; a year or another period */
  size_t fourths;                        /* 2020T4: no four months */
  struct pst_when_weeks weeks, packed;   /* 2020-14; 202014 */
  struct pst_when_packed pairs_packed;   /* 200910 */
  bool croatian;                         /* rujan 2020 */
  size_t ranges, classes;                /* 1500-1999; 1000-1499, 0-499, 2500+ */
  int roman_year; /* II 2015: of the one before; which parts this year has had */
  unsigned roman_parts;
  size_t roman_quarters, roman_months,
      roman_late; /* years with I to IV, with I to XII; V and later */
};

void pst_when_see(struct pst_when_seasons *seen, struct pst_text cell);

/* pst_when_are_words: words alone that say how good numbers are: `Revised Estimates`, `Soll`, 当初予算. */
bool pst_when_are_words(struct pst_text text);

/* pst_when_week: TEXT, plain, as a week in a column of weeks: 2020-01, 2020/1, 202001, `1/2020`, 2020-W01.
   False where the year has no such week. */
bool pst_when_week(struct pst_text text, char when[PST_WHEN_SIZE]);

/* pst_when_decide: PST_WHEN_SEASONS when a cell can be nothing else, or two cells and more all fit
   (months of one column do not go 2009-10, 2010-11); PST_WHEN_DAY_FIRST or _MONTH_FIRST when a cell
   proves it and none the other; together, or PST_WHEN_DEFAULT. */
unsigned pst_when_decide(const struct pst_when_seasons *seen);

/* pst_when_unpadded: with their dots the cells can be months only without a 0 before them: 2015.1 is January beside 2015.2. */
bool pst_when_unpadded(const struct pst_when_seasons *seen);

/* pst_when_months: CELL as months of a quarter, `1994/ 1- 3.` or, below such a cell, ` 4- 6.`, as the
   Cabinet Office of Japan writes them: QUARTER 1 to 4, and YEAR, or 0 where the cell has none. */
bool pst_when_months(struct pst_text cell, int *year, int *quarter);

/* pst_when_part: CELL as a part of a year that stands in another column: `Januar`, `January`, `Q1`,
   `1. Quartal`, M01, Q01, S02; its notation behind the year ("-01", "-Q1"), "" for the whole year
   (M13, Q05, S03, A01).  KIND: what bare numbers are, M months or Q quarters (T1, 1Q and K1 too), R quarters as I to IV alone, C names in Croatian, T quarters as T1, S halves as S1,
   W weeks;
   0: none is a part. */
bool pst_when_part(struct pst_text cell, char kind, char part[16]);

/* pst_when_is_whole: CELL, among parts of a year, is all of it: `Year`, `Annual`, `Total`, `Jahr`, 年計. */
bool pst_when_is_whole(struct pst_text cell);

/* pst_when_parts_are: what bare numbers in the column NAME of such parts are, by its name or by one above 4
   among its N CELLS: M months, Q quarters; '\0' where nothing says so.
   Cost      O(N)
   Tested    tests/unit/test_when.c  */
char pst_when_parts_are(const char *name, const struct pst_text *cells, size_t n);

enum pst_when_pair {
  PST_WHEN_PAIR,
  PST_WHEN_NO_YEAR,
  PST_WHEN_NO_PART,
  PST_WHEN_EITHER_PART /* a bare number, which may be a month or a quarter */
};

/* pst_when_read_pair: a year in one cell and its PART in another, as one period into WHEN; "" where the part
   is the whole year.
   Given     KIND as pst_when_part
   Tested    tests/unit/test_when.c, tests/cli/times-year-month  */
enum pst_when_pair pst_when_read_pair(struct pst_text year, struct pst_text part, char kind,
                                      char when[PST_WHEN_SIZE]);

/* pst_when_without_leaders: TEXT without the dots that lead to the numbers of its row (`1990 ........`), and what
   stands behind them joined to it; in BUFFER where there are any. */
struct pst_text pst_when_without_leaders(struct pst_text text, char buffer[PST_PLAIN_SIZE]);

#endif
