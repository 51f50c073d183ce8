/* score.h -- what a reading of a sheet costs: each row that does not look like what it is taken for.

   The weights are set by the tables of tests/extracts and tests/generated; a row that fits costs
   nothing.  Only shape.h's lines.c chooses. */
#ifndef PST_LAYOUT_SHAPE_SCORE_H
#define PST_LAYOUT_SHAPE_SCORE_H

#include "layout/shape/kinds.h"

/* What a column holds below a candidate for the first record. */
struct pst_type {
  size_t numbers, amounts, tokens, texts, empties, periods, years;
  size_t namibias;     /* of the tokens: NA, which is a code beside FR */
  size_t signs;        /* of the texts: `*`, `[c]`, which name nothing */
  size_t letters;      /* of the texts: those of pst_score_is_letter */
  size_t same;         /* of all its texts, the one that occurs most: how often */
  struct pst_text one; /* that text */
  bool numeric, periodic;
};

/* pst_score_is_letter: `c`, `s`: a letter that statistical offices write for a number that is not given. */
bool pst_score_is_letter(struct pst_text cell);

/* pst_types_count: add the cells of ROW to TYPES, or with SIGN -1 take them off. */
void pst_types_count(const struct pst_kinds *grid, size_t row, int sign, struct pst_type *types);
/* pst_types_same: find what text occurs most in each column. */
void pst_types_same(const struct pst_kinds *grid, struct pst_type *types);
/* pst_types_settle: which columns are numeric and periodic. */
void pst_types_settle(struct pst_type *types, size_t width);

/* pst_score_signs: all of TYPE that pst_score_record and _title look at, but its text; never 0. */
unsigned char pst_score_signs(const struct pst_type *type);

/* pst_score_is_pair: a name and what it is, at the left of a wide row: `Time frequency,Annual,,`. */
bool pst_score_is_pair(const struct pst_kinds *grid, size_t row);

/* pst_score_is_about: `Release date,2024-01-15`: what the table is, not what its columns are. */
bool pst_score_is_about(const struct pst_kinds *grid, size_t row);

/* pst_score_counts_columns: ROW numbers the columns: (1), (2), (3) ..., or letters them: (A), (B) ... */
bool pst_score_counts_columns(const struct pst_kinds *grid, size_t row);

/* pst_score_years_in_order: the years of ROW over the number columns rise or fall, two and more, and
   nothing else is there. */
bool pst_score_years_in_order(const struct pst_kinds *grid, const struct pst_type *types,
                              size_t row);

/* Rows [HEADER, BODY) that are held for the header. */
struct pst_heading {
  const struct pst_kinds *grid;
  const struct pst_type *types;
  size_t header, body;
  bool years; /* one of them steps in years */
};

/* pst_heading_is_number, _is_key: what COLUMN is below it; columns that have next to nothing there are no
   keys.  pst_heading_copy: CELL as a string; false: it is longer than any word.
   Of ROW: _is_units, _has_unit: all that stands over numbers is a unit, or some of it; _is_codes: `/age code`,
   001, 002; _has_periods: two and more over numbers; _is_mixed: names, units
   and periods side by side, as in a title that its commas part. */
bool pst_heading_is_number(const struct pst_heading *heading, size_t column);
bool pst_heading_is_key(const struct pst_heading *heading, size_t column);
bool pst_heading_copy(struct pst_text cell, char text[64]);
bool pst_heading_is_units(const struct pst_heading *heading, size_t row);
bool pst_heading_has_unit(const struct pst_heading *heading, size_t row);
bool pst_heading_is_codes(const struct pst_heading *heading, size_t row);
bool pst_heading_has_periods(const struct pst_heading *heading, size_t row);
bool pst_heading_is_mixed(const struct pst_heading *heading, size_t row);
/* pst_heading_names_keys: ROW names all keys, below rows that are named themselves and say nothing of them. */
bool pst_heading_names_keys(const struct pst_heading *heading, size_t row);

/* pst_heading_names_numbers: ROW is all of the header, and names its columns by numbers that rise. */
bool pst_heading_names_numbers(const struct pst_heading *heading, size_t row);

/* pst_score_is_parted_title: ROW is a title that its commas part: words, a span of time, a unit. */
bool pst_score_is_parted_title(const struct pst_kinds *grid, size_t row);

/* pst_heading_is_spanned: a label over COLUMN and the next one, both with numbers.
   pst_heading_stands_above: the top row of the header stands above it too, cell for cell. */
bool pst_heading_is_spanned(const struct pst_heading *heading, size_t column);
bool pst_heading_stands_above(const struct pst_heading *heading);

/* pst_heading_says_one_thing: the LOWEST row says the same of all number columns, as a record without numbers. */
bool pst_heading_says_one_thing(const struct pst_heading *heading, size_t lowest);

/* Each row of a header can make it cheaper by this and no more. */
#define PST_SCORE_HEADER_LESS 0.8

/* pst_score_record, _title: what ROW costs as one; _header: rows [HEADER, BODY) as the header, or, where that is
   more than LIMIT, anything that is more too. */
double pst_score_record(const struct pst_kinds *grid, const struct pst_type *types, size_t row);
double pst_score_title(const struct pst_kinds *grid, const struct pst_type *types, size_t row);
double pst_score_header(const struct pst_kinds *grid, const struct pst_type *types, size_t header,
                        size_t body, double limit, struct pst_arena *scratch);

#endif
