/* frame.h -- what a layout says of a sheet: where its table is, and what its columns are.

   A layout (layout.h) makes the frame; tidy.h reads the cells through it. */
#ifndef PST_LAYOUT_FRAME_H
#define PST_LAYOUT_FRAME_H

#include "base/arena.h"
#include "layout/asked.h"
#include "printed/value.h"
#include "printed/when/when.h"
#include "table/read/sheet.h"

enum pst_frame_role {
  PST_FRAME_KEY,
  PST_FRAME_PERIOD,
  PST_FRAME_PERIOD_PART, /* a month or quarter whose year stands in the PERIOD column */
  PST_FRAME_TWIN,        /* says the period once more: left out when every row agrees, else a key */
  PST_FRAME_VALUE,
  PST_FRAME_FLAG, /* of the value columns that name it */
  PST_FRAME_NOTE,
  PST_FRAME_UNIT,   /* of every value of its record */
  PST_FRAME_NOTHING /* empty in every row */
};

#define PST_NO_COLUMN ((size_t)-1)

struct pst_frame_column {
  const char *name; /* as the header has it; column_7 where it has none */
  bool unnamed;
  enum pst_frame_role role;
  /* A KEY whose cells hold several keys between commas (Eurostat); NULL: just one. */
  const char *const *split;
  size_t n_split;
  /* A VALUE: */
  char when[PST_WHEN_SIZE]; /* its period; "" when periods stand in the rows */
  char part[16];            /* the part of the year in its rows: -01, -Q1; "": none */
  const char *marker;       /* footnote marker of its header, or NULL */
  bool minus_behind;        /* its numbers have their minus behind them */
  bool errors;              /* its numbers in parentheses are errors, which have no sign */
  const char *const *parts; /* its value of each key that stands in the header rows */
  const char *unit;         /* from a row of units, or NULL */
  size_t flag, note;        /* the columns that go with it, or PST_NO_COLUMN */
  const char *reason;       /* why it has its role, or NULL: by the layout */
};

/* What a line is. */
enum pst_line_role {
  PST_LINE_RECORD,
  PST_LINE_TITLE,
  PST_LINE_UNIT,
  PST_LINE_HEADER,
  PST_LINE_SECTION, /* a heading of the records below it */
  PST_LINE_TOTAL,   /* a record of a total that is left out */
  PST_LINE_NOTE,    /* inside the table */
  PST_LINE_FOOTER,
  PST_LINE_BLANK
};

/* What the user is asked, when no frame comes of it. */
enum pst_question {
  PST_QUESTION_NONE,
  PST_QUESTION_LINES,   /* where the header is */
  PST_QUESTION_HEADER,  /* whether it is whole: lost, or shuffled */
  PST_QUESTION_COLUMN,  /* what a column is */
  PST_QUESTION_SECTIONS /* headings or records */
};

struct pst_frame {
  const struct pst_sheet *sheet;
  const struct pst_asked *asked; /* never NULL */
  struct pst_arena *arena;
  char why[256];           /* what the layout was recognised by */
  size_t header, n_header; /* the header's rows */
  unsigned unit_rows;      /* of the header's rows, as bits: those of units */
  size_t body, end;        /* the rows from the first record to the first of the footer */
  struct pst_frame_column *columns;
  size_t n_columns;
  const char **parts; /* names of the keys that stand in the header rows */
  size_t n_parts;
  bool variables; /* several things are measured: a key `variable` names them */
  unsigned when;  /* enum pst_when_rules */
  const struct pst_times_format
      *format; /* how periods are written; NULL: as they show, by `when` */
  struct pst_value_rules rules;
  char native;   /* decimal mark by definition of the layout; 0: it defines none */
  bool in_order; /* the periods of the header must rise or fall */
  enum pst_question question;
  bool by_shape; /* found by the cells alone (shape.h): no name says where the header is */
  /* A record whose first cell is this holds the flags of the record above it; NULL: none does. */
  const char *flags_below;
  size_t unit;    /* the column of units of all values, or PST_NO_COLUMN */
  size_t scale;   /* the column of powers of ten, or PST_NO_COLUMN */
  char part_kind; /* what numbers in a PERIOD_PART are: M months, Q quarters; 0: names only */
  /* Of rows [body, end): what each is; NULL: all are records, but blank ones. */
  unsigned char *lines;
  const size_t
      *sections; /* of each row its heading's row, or PST_NO_COLUMN; NULL: there are none */
  const struct pst_text *
      section_names; /* of each row that is a heading, `Assets / Loans` where one stands below another; NULL: their cells */
  bool dated;        /* these headings are the periods: `2019` above the names */
  const char *told;  /* lines for the user, each closed; NULL: none */
  size_t attribute;  /* the column that says `Status` of rows of flags; PST_NO_COLUMN: none */
  size_t footnotes;  /* first row of a second table: footnote number, text; PST_NO_COLUMN: none */
};

/* pst_frame_is_no_name: empty, or `Unnamed: 2`, `Unnamed: 3_level_1`, as pandas calls a column without a name. */
bool pst_frame_is_no_name(struct pst_text name);

/* pst_frame_begin: columns from header row HEADER, all keys, the body right below it to the end.
   A cell beyond the last header cell that is filled, below an empty header, gets the name column_7.
   PST_NO_MEMORY. */
enum pst_status pst_frame_begin(struct pst_frame *frame, size_t header, struct pst_error *error);

/* pst_frame_tell: a printf-style line for the user, once. */
void pst_frame_tell(struct pst_frame *frame, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* pst_frame_called: CELL says NAME; ASCII case does not matter, and a line may break where NAME has a blank. */
bool pst_frame_called(struct pst_text cell, const char *name);

/* pst_frame_is_named: NAME is in NAMES, a list of struct pst_asked, to the letter; NULL has none. */
bool pst_frame_is_named(const char *const *names, const char *name);

/* pst_frame_find_pair: the columns that PAIR, `year,month`, names: FIRST and SECOND are both of FRAME, and no column is called
   PAIR as a whole. */
bool pst_frame_find_pair(const struct pst_frame *frame, const char *pair, size_t *first,
                         size_t *second);

/* pst_frame_find: the column called NAME (ASCII case does not matter), or PST_NO_COLUMN. */
size_t pst_frame_find(const struct pst_frame *frame, const char *name);

/* pst_frame_set: give column NAME a role; its number, or PST_NO_COLUMN when there is none. */
size_t pst_frame_set(struct pst_frame *frame, const char *name, enum pst_frame_role role);

/* pst_frame_value: make COLUMN a value, with its flag and note columns. */
void pst_frame_value(struct pst_frame *frame, size_t column, size_t flag, size_t note);

/* pst_frame_flag_names: what standards call the column of the flags of a value; closed by NULL.
   pst_frame_find_flag: where one column of values has no flags yet, a key that is called so is theirs,
   whatever the layout says of it. */
extern const char *const pst_frame_flag_names[];
void pst_frame_find_flag(struct pst_frame *frame);

/* pst_frame_apply: the columns of flags and units that the user names.  A name that is none is refused
   by tidy_check.c. */
void pst_frame_apply(struct pst_frame *frame);

/* pst_frame_wide: every header cell of row HEADER that is a period makes its column a value.
   Returns how many. */
size_t pst_frame_wide(struct pst_frame *frame, size_t header);

/* pst_frame_drop_empty: key columns without any filled cell and without a name are NOTHING. */
void pst_frame_drop_empty(struct pst_frame *frame);

/* pst_frame_footer: find the end of the body: blank rows, sources and notes below it are not in it.
   Call when the roles are set. */
void pst_frame_footer(struct pst_frame *frame);

/* pst_frame_header_again: the cells of ROW, all of them, are those of one row of the header; a footnote mark may stand
   at some in either. */
bool pst_frame_header_again(const struct pst_frame *frame, size_t row);

/* pst_frame_is_note: TEXT begins like a source, a note or a legend. */
bool pst_frame_is_note(struct pst_text text);

/* pst_frame_is_named_note: `Source: OECD, 2018, 2019`: a note whose commas part cells. */
bool pst_frame_is_named_note(struct pst_text text);

/* pst_frame_is_sentence: TEXT alone in a row is no name but a sentence, an explanation or a note. */
bool pst_frame_is_sentence(struct pst_text text);

/* pst_frame_words: the words of TEXT, by its blanks; one at least. */
size_t pst_frame_words(struct pst_text text);

/* pst_frame_are_codes_alike: digits alone, two and more and as many; _is_code: `CHE`, `D06`: capitals, digits and points, no
   more than eight. */
bool pst_frame_are_codes_alike(struct pst_text a, struct pst_text b);
bool pst_frame_is_code(struct pst_text cell);

/* pst_frame_section: what column `section` will have for ROW of the body; "" for none: two headings of one name are one. */
struct pst_text pst_frame_section(const struct pst_frame *frame, size_t row);
/* pst_frame_heading: the name of the heading that ROW is. */
struct pst_text pst_frame_heading(const struct pst_frame *frame, size_t row);

/* pst_frame_says_total: CELL is `Total` in some language, or `World`; dots may lead on from it.
   pst_frame_says_count: `Records`, `Number of rows`, `Datensätze`. */
bool pst_frame_says_count(struct pst_text cell);
bool pst_frame_says_about(struct pst_text cell); /* `Version`, `Contact`: what is about the file */
bool pst_frame_says_total(struct pst_text cell);

/* pst_frame_is_value: cell COLUMN of ROW is a number or a token for a missing one. */
bool pst_frame_is_value(const struct pst_frame *frame, size_t row, size_t column);

#endif
