/* steps.h -- the steps from a shape to its frame, which only frame.c puts together. */
#ifndef PST_LAYOUT_SHAPE_STEPS_H
#define PST_LAYOUT_SHAPE_STEPS_H

#include "layout/shape/facts.h"
#include "layout/shape/shape.h"

enum { PST_HEADER_MOST = 12 };

/* What each header row is to the value columns. */
enum pst_header_row {
  PST_ROW_PARTS,
  PST_ROW_PERIODS,
  PST_ROW_UNITS,
  PST_ROW_NAMES, /* of the keys in the row below */
  PST_ROW_COUNTS /* (1), (2), (3): says nothing */
};

struct pst_headed {
  struct pst_frame *frame;
  const struct pst_shape *shape;
  enum pst_header_row kinds[PST_HEADER_MOST];
  size_t n_rows, period_row; /* period_row: PST_NO_COLUMN when none */
  size_t calendar_row; /* of months or quarters, where the years stand in the rows; likewise */
  size_t lowest;       /* of the rows that name number columns: those below it name keys */
};

/* header/: what the header rows are: the lowest that names number columns; the row of periods;
   the columns that are measured; the kind of each row, and how many are of one; months and quarters
   that join the periods. */
size_t pst_headed_lowest(const struct pst_headed *headed);
void pst_headed_find_periods(struct pst_headed *headed);
void pst_headed_find_calendar(struct pst_headed *headed);
void pst_headed_mark_measured(struct pst_headed *headed);
void pst_headed_guess_rows(struct pst_headed *headed);
void pst_headed_sort_rows(struct pst_headed *headed);
void pst_headed_join_parts(struct pst_headed *headed);
size_t pst_headed_count(const struct pst_headed *headed, enum pst_header_row kind);
/* header_units.c: row I names units: by its words, which a header of two rows may have without more; or by where it
   stands, below the names or the periods, and one of its words.  pst_headed_counts: it numbers the columns. */
bool pst_headed_has_units(const struct pst_headed *headed, size_t i);
bool pst_headed_has_units_below(const struct pst_headed *headed, size_t i);
bool pst_headed_counts(const struct pst_headed *headed, size_t i);
/* pst_headed_words: PST_WHEN_NO_WORDS where words beside the periods tell columns apart, or --split-names is
   given; 0. */
unsigned pst_headed_words(const struct pst_headed *headed);
/* pst_headed_part: the part of the year that row I names over COLUMN, as pst_when_part. */
bool pst_headed_part(const struct pst_headed *headed, size_t i, size_t column, char part[16]);
/* pst_headed_is_month: COLUMN is a month or a quarter of a calendar that stands across. */
bool pst_headed_is_month(const struct pst_headed *headed, size_t column);
/* pst_headed_is_unit: the cell of COLUMN in header row I is a unit. */
bool pst_headed_is_unit(const struct pst_headed *headed, size_t i, size_t column);

/* header_names.c: and what they say: names, units, the keys that stand in the header; rows that say
   nothing.  pst_headed_label: of COLUMN in row I; it spans the empty cells to its right. */
enum pst_status pst_headed_name_columns(struct pst_headed *headed, struct pst_error *error);
enum pst_status pst_headed_set_units(struct pst_headed *headed, struct pst_error *error);
enum pst_status pst_headed_set_parts(struct pst_headed *headed, struct pst_error *error);
void pst_headed_drop_empty(struct pst_headed *headed);
struct pst_text pst_headed_label(const struct pst_headed *headed, size_t i, size_t column);
/* pst_headed_row_name: of header row I, from a column that is empty below; NULL: none. */
const char *pst_headed_row_name(const struct pst_headed *headed, size_t i);
bool pst_headed_is_measured(const struct pst_headed *headed, size_t column);
/* pst_headed_names_alone: no header row but I has a label over COLUMN. */
bool pst_headed_names_alone(const struct pst_headed *headed, size_t i, size_t column);
/* pst_headed_tells_apart: only row I tells two columns of one group apart, whatever its words are. */
bool pst_headed_tells_apart(const struct pst_headed *headed, size_t i);
/* pst_headed_same_labels: all header rows but EXCEPT say the same of the columns A and B. */
bool pst_headed_same_labels(const struct pst_headed *headed, size_t except, size_t a, size_t b);

/* weigh.c: what speaks for a column of numbers being values (above 0) or a key (below). */
struct pst_judgement {
  double score, strongest_key, strongest_value;
  const char *key_reason, *value_reason; /* the strongest of each side */
  size_t twin;                           /* a column of texts it stands one to one with */
  const char *doubt;                     /* why it must be asked for whatever it weighs; or NULL */
};

/* pst_headed_weigh: N_VALUES columns could be values. */
void pst_headed_weigh(const struct pst_headed *headed, const struct pst_facts *facts,
                      const struct pst_shape_records *records, size_t column, size_t n_values,
                      struct pst_judgement *judgement);

/* What roles are found from. */
struct pst_shape_roles {
  struct pst_headed *headed;
  struct pst_frame *frame;
  struct pst_facts *facts; /* of every column */
  struct pst_shape_records records;
  bool *fixed; /* the user has said it */
};

/* roles_empty.c, when the columns with numbers have their roles: columns without any number that are values all the
   same; columns that name the rows of the header, or stand below a unit alone. */
void pst_roles_settle_empty(struct pst_shape_roles *roles);
void pst_roles_settle_row_names(struct pst_shape_roles *roles);
enum pst_status pst_roles_settle_units(struct pst_shape_roles *roles, struct pst_error *error);

/* roles.c: what the columns are: what the user says first, then what names and cells tell. */
enum pst_status pst_headed_set_roles(struct pst_headed *headed, struct pst_error *error);

/* times/time.c: the column of periods, its parts, and its twins; whether such a column holds years, not quarters. */
bool pst_shape_is_doubtful_time(const struct pst_frame *frame, const struct pst_facts *facts,
                                const struct pst_shape_records *records, size_t column);
void pst_shape_find_time(struct pst_frame *frame, const struct pst_facts *facts,
                         const struct pst_shape_records *records);
void pst_shape_find_period_part(struct pst_frame *frame, const struct pst_facts *facts);
/* pst_shape_set_period_part: COLUMN is asked for as one: what bare numbers in it are, by its name or one above 4. */
void pst_shape_set_period_part(struct pst_frame *frame, size_t column,
                               const struct pst_facts *facts,
                               const struct pst_shape_records *records);
/* pst_shape_find_row_parts: the same where the years stand above the values: `Quarter,2018,2019` over Q1, Q2. */
void pst_shape_find_row_parts(struct pst_frame *frame, const struct pst_facts *facts);
bool pst_shape_has_years(const struct pst_frame *frame);
/* times/time_format.c tells of columns that may be times: _time: the one that was found, by
   a word in its name or by its cells; _crossed: years down a key where the header has the periods: a table of cohorts, or a wrong header. */
void pst_shape_tell_time(struct pst_frame *frame, size_t column);
void pst_shape_tell_crossed(struct pst_frame *frame, const struct pst_facts *facts);
bool pst_shape_is_calendar_year(struct pst_text cell, unsigned rules); /* 1800 to 2100 */

/* times/time_format.c: the column that is called a time and whose cells prove a notation that pst_when_read
   does not know: 98, 99, 00; quarters as 2011/1.  frame->format is that; PST_NO_COLUMN: none. */
size_t pst_shape_find_format(struct pst_frame *frame, const struct pst_facts *facts,
                             const struct pst_shape_records *records);

/* pst_shape_list_cells: the N different cells of COLUMN, in the order of their first records; NULL when memory is out. */
struct pst_text *pst_shape_list_cells(const struct pst_frame *frame, size_t column,
                                      const struct pst_facts *facts,
                                      const struct pst_shape_records *records, size_t *n);

/* pst_shape_find_short: what the numbers of the column of periods are where they begin with years of two digits
   (printed/times.h); it is told. */
void pst_shape_find_short(struct pst_frame *frame, size_t column, const struct pst_facts *facts,
                          const struct pst_shape_records *records);

/* pst_shape_is_compact: 201401, 201402 in each record; _has_dotted_months: 01.2018.  pst_shape_whole: digits as a number. */
bool pst_shape_is_compact(struct pst_frame *frame, size_t column, const struct pst_facts *facts,
                          const struct pst_shape_records *records);
bool pst_shape_has_dotted_months(const struct pst_frame *frame, size_t column,
                                 const struct pst_facts *facts,
                                 const struct pst_shape_records *records);
long pst_shape_whole(struct pst_text cell);

/* pst_shape_ends_in_time: `Survey year`, `Year (fiscal)`, `Year of birth`; not `Year 1 pupils`.
   pst_shape_is_numbered_as: `pop_1981` and `pop_1980`: the same but for digits. */
bool pst_shape_ends_in_time(const char *name);
bool pst_shape_is_numbered_as(const char *a, const char *b);

/* times/time_names.c: the name of COLUMN ends in a year, as that of one beside it does, which differs in digits alone;
   COLUMN holds years beside values that all are called so: it is a key then, which is told. */
bool pst_shape_has_year_name(const struct pst_frame *frame, size_t column);
bool pst_shape_is_beside_years(struct pst_frame *frame, size_t column);

/* pst_shape_dotted_rules: how 2015.1 is read in COLUMN, whose name says quarter or month. */
unsigned pst_shape_dotted_rules(const struct pst_frame *frame, size_t column);

/* pst_shape_is_weeks: most cells of COLUMN, which is called a week, are 2020-01, 202001 and the like; _tell_weeks:
   they are read so. */
bool pst_shape_is_weeks(const struct pst_frame *frame, size_t column);
void pst_shape_tell_weeks(struct pst_frame *frame, size_t column);
void pst_shape_tell_week_names(struct pst_frame *frame); /* of the header */

/* pst_shape_find_carried: the column whose years stand once, above the parts of each: frame->when has then
   PST_WHEN_CARRIED; PST_NO_COLUMN: none. */
size_t pst_shape_find_carried(struct pst_frame *frame);

/* beside.c: flags and notes beside values; `2010-S1F` behind `2010-S1`; `Note 2019`; `(480-490)` beside 487. */
bool pst_shape_is_note_name(const char *name);
bool pst_shape_is_lettered_name(const struct pst_frame_column *left, const char *name);
void pst_shape_find_beside(struct pst_frame *frame);

/* split.c: --split-names, or the proposal of it, or what words beside periods make necessary. */
enum pst_status pst_shape_split_names(struct pst_frame *frame, struct pst_error *error);

/* panels.c: `State,Births,State,Births`: PST_BAD_DATA. */
enum pst_status pst_shape_refuse_panels(struct pst_headed *headed, struct pst_error *error);

/* sections.c: rows with a name alone that are headings of the rows below them; totals that are left
   out. */
enum pst_status pst_shape_find_sections(struct pst_frame *frame, struct pst_error *error);

/* ask.c: two readings are within reach of each other, and only the user knows. All return PST_BAD_DATA; the message names the options that choose, and shows both readings on the
   file's own lines. */

/* pst_ask_lines: where the header ends and the records begin. */
enum pst_status pst_ask_lines(struct pst_frame *frame, const struct pst_shape *shape,
                              struct pst_error *error);

/* pst_ask_column: COLUMN of numbers could be a value or a key; _unnamed: and has no name. */
enum pst_status pst_ask_column(struct pst_frame *frame, size_t column,
                               const struct pst_judgement *judgement, struct pst_error *error);
enum pst_status pst_ask_unnamed(struct pst_frame *frame, size_t column, struct pst_error *error);

/* pst_ask_sections: ROWS with a name alone could be headings or records without values. */
enum pst_status pst_ask_sections(struct pst_frame *frame, const size_t *rows, size_t n,
                                 struct pst_error *error);

#endif
