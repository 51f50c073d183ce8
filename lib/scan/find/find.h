/* find.h -- what finders share: the table of them, the sentences of a paper, and how a finding is made. */
#ifndef PST_SCAN_FIND_FIND_H
#define PST_SCAN_FIND_FIND_H

#include "paper/text.h"
#include "scan/scan.h"

/* A finder looks at each sentence of prose, and at each table. */
struct pst_finder {
  const char *name;    /* "change" */
  const char *summary; /* for the help and the page */
  void (*sentence)(struct pst_scan *scan, const struct pst_paper *paper,
                   const struct pst_sentence *sentence);
  void (*grid)(struct pst_scan *scan, const struct pst_paper *paper,
               const struct pst_paper_grid *grid);
};

/* Closed by one without a name; lib/scan/find/finders.c. */
extern const struct pst_finder pst_finders[];

/* --- making a finding ------------------------------------------------------------------------------ */

/* What the computed side comes from; all that is 0 is not known. */
struct pst_find {
  const char *kind;
  const struct pst_paper *paper;
  const struct pst_mention *stated; /* NULL: words; then AT and TEXT */
  size_t at, size;                  /* of the words that state it */
  const char *relation;             /* NULL is "=" */
  struct pst_range range;           /* computed */
  bool without_range;               /* the computed side is no number */
  bool has_value;
  struct pst_rational value; /* computed from the figures as they are printed */
  enum pst_paper_unit unit;  /* of both sides */
  const char *currency;
  int scale;        /* of the stated side, in which both are written */
  int decimals;     /* digits to show where nothing is stated in digits; 0: those of the figures */
  const char *text; /* how it is computed: "28.5 - 20.4" */
  const struct pst_mention *const *figures;
  size_t figure_count;
  size_t says_at, says_end; /* the words around it */
  const char *note;
};

/* pst_find_equal: a finding with the verdict of STATED = computed: agrees when the value computed from printed
   figures prints as what is stated, within rounding when the two intervals meet, else contradicts. */
void pst_find_equal(struct pst_scan *scan, const struct pst_find *find);

/* pst_find_verdict: the verdict of that, without a finding. */
enum pst_finding_verdict pst_find_verdict(const struct pst_range *stated,
                                          const struct pst_range *computed, bool has_value,
                                          struct pst_rational value);

/* pst_find_add: a finding with VERDICT, and STATED as an interval that need not be a mention's (NULL: none). */
void pst_find_add(struct pst_scan *scan, const struct pst_find *find,
                  enum pst_finding_verdict verdict, const struct pst_range *stated);

/* pst_find_format: a text in the arena of SCAN; "" when memory is out, and SCAN has failed. */
const char *pst_find_format(struct pst_scan *scan, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* pst_find_text: the words of MENTION, on one line, in the arena of SCAN. */
const char *pst_find_text(struct pst_scan *scan, const struct pst_paper *paper,
                          const struct pst_mention *mention);

/* --- numbers --------------------------------------------------------------------------------------- */

/* pst_find_growth: 100 (TO - FROM) / FROM; false when FROM may be 0 or below. */
bool pst_find_growth(struct pst_scan *scan, const struct pst_mention *from,
                     const struct pst_mention *to, struct pst_range *range,
                     struct pst_rational *value);

/* pst_find_ratio: TIMES A / B, of amounts above 0; the same. */
bool pst_find_ratio(struct pst_scan *scan, const struct pst_mention *a, const struct pst_mention *b,
                    int times, struct pst_range *range, struct pst_rational *value);

/* pst_find_is_count: MENTION counts something and is not rounded: a whole number that does not end in 000, with no
   unit, and no word before it that makes it vague. */
bool pst_find_is_count(struct pst_scan *scan, const struct pst_mention *mention);

/* pst_find_sum: of COUNT mentions. */
void pst_find_sum(struct pst_scan *scan, const struct pst_mention *const *items, size_t count,
                  struct pst_range *range, struct pst_rational *value);

/* pst_find_sum_text: "16.2 + 4.2", shortened in the middle when it is long. */
const char *pst_find_sum_text(struct pst_scan *scan, const struct pst_paper *paper,
                              const struct pst_mention *const *items, size_t count);

/* --- tables ---------------------------------------------------------------------------------------- */

/* pst_paper_grid_at: a cell.  pst_paper_grid_main: its number; NULL when it has none, or when that is a year. */
const struct pst_paper_cell *pst_paper_grid_at(const struct pst_paper_grid *grid, size_t row,
                                               size_t column);
const struct pst_mention *pst_paper_grid_main(const struct pst_paper *paper,
                                              const struct pst_paper_grid *grid, size_t row,
                                              size_t column);

/* pst_paper_grid_label: the text of the header of COLUMN on header row ROW, where an empty cell stands below that to
   its left; "" size 0 when there is none.  pst_paper_grid_own: of that cell alone. */
struct pst_text pst_paper_grid_label(const struct pst_paper *paper,
                                     const struct pst_paper_grid *grid, size_t row, size_t column);
struct pst_text pst_paper_grid_own(const struct pst_paper *paper, const struct pst_paper_grid *grid,
                                   size_t row, size_t column);

/* pst_paper_grid_says: one of the header cells of COLUMN has one of WORDS. */
bool pst_paper_grid_says(const struct pst_paper *paper, const struct pst_paper_grid *grid,
                         size_t column, const char *words);

/* pst_paper_grid_titled: a header cell, or the title of the table, has one of WORDS. */
bool pst_paper_grid_titled(const struct pst_paper *paper, const struct pst_paper_grid *grid,
                           const char *words);

/* pst_paper_grid_numbers: rows of data of COLUMN with a number. */
size_t pst_paper_grid_numbers(const struct pst_paper *paper, const struct pst_paper_grid *grid,
                              size_t column);

/* pst_paper_grid_row: the bytes of ROW. */
void pst_paper_grid_row(const struct pst_paper_grid *grid, size_t row, size_t *at, size_t *end);

#endif
