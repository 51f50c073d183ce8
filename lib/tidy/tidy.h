/* tidy.h -- the cells of a framed sheet as a long table: keys, period, value, flag, note.

   Every value cell of every record is one row, missing ones too.  Nothing is left out in silence:
   pst_tidy_open counts what it finds, and names what it cannot read. */
#ifndef PST_TIDY_TIDY_H
#define PST_TIDY_TIDY_H

#include "layout/layout.h"
#include "printed/marks.h"

/* A column that a kept reading has: the file must have it too. */
struct pst_tidy_expected {
  const char *name, *role;
};

/* The layout of a sheet, its header row and by what it is known. */
struct pst_tidy_recognised {
  const struct pst_layout *layout;
  size_t header;
  char why[256];
};

struct pst_tidy_options {
  const struct pst_layout *layout;          /* NULL: recognised */
  const struct pst_tidy_recognised *known;  /* what it was recognised as already; NULL: not yet */
  char decimal, thousands;                  /* 0: found out */
  struct pst_asked asked;                   /* what the user says of lines and columns */
  const struct pst_tidy_expected *expected; /* all columns that are of no period; NULL: any */
  size_t n_expected;
  const char *kept;             /* the file they are from */
  struct pst_sheet_style style; /* how the sheet was read, for who keeps the reading */
  bool mend;                    /* repair what can only have been one thing, and count it */
  bool skip_bad;                /* leave out records that do not fit the header, and count them */
  bool judging;                 /* what the file is, and no more: no warning is looked for */
  bool rows;                    /* its records are wanted as they stand: see `dressed` */
  bool tokens_pass;   /* with strict: but for what looks like a token for a missing number */
  const char *strict; /* cells that are not understood are an error; what else the message advises:
                         ", or leave out --strict"; NULL: they are counted and named */
};

struct pst_tidy_count {
  struct pst_text text; /* a token or a flag, as printed */
  size_t count;
};

/* A cell that is not understood, or a record that is left out. */
struct pst_tidy_trouble {
  unsigned long line;
  size_t field;       /* from 0; PST_NO_COLUMN: the whole record */
  const char *column; /* name */
  const char *text;
};

enum { PST_TIDY_COUNTS_MOST = 64, PST_TIDY_TROUBLES_MOST = 1000 };

struct pst_tidy_counts {
  struct pst_tidy_count items[PST_TIDY_COUNTS_MOST];
  size_t n, others; /* others: of texts beyond the most that are told apart */
};

/* A period that was read, by the place of its text. */
struct pst_tidy_known {
  const char *data; /* NULL: none */
  size_t size;
  unsigned rules; /* by which */
  bool good;
  char when[PST_WHEN_SIZE], marker[PST_WHEN_MARK_SIZE];
};

struct pst_tidy {
  const struct pst_layout *layout;
  struct pst_frame frame;
  struct pst_arena arena;
  size_t *records; /* rows of the sheet that are records */
  size_t n_records;
  size_t *values; /* value columns */
  size_t n_values;
  size_t *key_columns; /* columns of the sheet that are keys */
  size_t n_key_columns;
  size_t period, period_part; /* columns; PST_NO_COLUMN: none */
  const char **keys;          /* names of the key columns, in the order of the output */
  size_t n_keys;
  size_t **
      from; /* of a column whose empty cells are the one above: of each row from the frame's body on
                       the row that has it; NULL: none, or not this column */
  bool scale;                /* values times the power of ten of their record */
  bool units;                /* some cell or column has one */
  size_t minus_behind;       /* cells with the minus behind their number */
  size_t parentheses;        /* numbers that stand in parentheses, but for: */
  size_t errors;             /* those in columns of errors */
  size_t dressed;            /* of the options judging and rows: see pst_tidy_is_dressed */
  const char *first_dressed; /* as printed */
  bool marks_asked;          /* nothing came of it, since no cell tells the decimal mark */
  bool parentheses_asked;    /* nothing came of it, since they can be a minus or a mark */
  bool
      decimal_known; /* the cells, the layout or the user say it; else it is the point, for there is none */
  char decimal;
  char strange; /* the mark that no number may have, since it is a decimal one elsewhere; 0: none */
  struct {
    size_t preamble, header, blank, repeated, footer, rejected, flags, sections, totals, notes,
        mended;
  } rows;
  struct {
    size_t read, numbers, bounded, said, missing, not_understood; /* said: `5-9`, `10+` */
  } cells;
  struct pst_tidy_counts missing, flags;
  struct pst_tidy_trouble *troubles; /* not understood */
  size_t n_troubles;                 /* those kept, up to PST_TIDY_TROUBLES_MOST */
  struct pst_tidy_trouble *rejects;
  size_t n_rejects;
  char first_period[PST_WHEN_SIZE], last_period[PST_WHEN_SIZE];
  size_t n_periods;                        /* different ones */
  struct pst_tidy_known *known;            /* of each hash one */
  int known_shift;                         /* 64 less the bits of a hash */
  bool years, months, days, other_periods; /* which notations occur: 2010, 2010-01, 2010-01-31 */
  struct pst_buffer warnings;              /* lines */
};

/* pst_tidy_open: find the table of SHEET, check every record and read every cell once.
   Given     SHEET  outlives TIDY
   Status    PST_BAD_DATA with place, evidence and what to do: no table, a record with too few or
             too many cells, a period that is none, a decimal mark that cannot be known; with
             OPTIONS strict also the first cell that is not understood.  PST_USAGE: a column of the
             options that does not exist.  PST_NO_MEMORY
   Cost      a few passes over the cells  */
enum pst_status pst_tidy_open(const struct pst_sheet *sheet, const struct pst_tidy_options *options,
                              struct pst_tidy *tidy, struct pst_error *error);

/* pst_tidy_unit_name: what the column of units is called: "unit", unless a key is called so. */
const char *pst_tidy_unit_name(const struct pst_tidy *tidy);

/* pst_tidy_text: the cell of a key or a period in ROW, a record; that above it where it is empty and filled.
   pst_tidy_is_filled: some are. */
static inline struct pst_text pst_tidy_text(const struct pst_tidy *tidy, size_t row, size_t column)
{
  if (tidy->from != NULL && tidy->from[column] != NULL)
    row = tidy->from[column][row - tidy->frame.body];
  return pst_sheet_cell(tidy->frame.sheet, row, column);
}

bool pst_tidy_is_filled(const struct pst_tidy *tidy);

/* pst_tidy_part: CELL of the value COLUMN, taken apart. */
void pst_tidy_part(const struct pst_tidy *tidy, size_t column, struct pst_text cell,
                   struct pst_value *value);

/* One row of the long table; texts are good during the call only. */
struct pst_tidy_row {
  unsigned long line;          /* of the record */
  size_t record, column;       /* its row and column in the sheet */
  const struct pst_text *keys; /* n_keys */
  const char *period;          /* "" when there is none */
  struct pst_text value;       /* "" when missing or not understood */
  struct pst_text unit, flag, note;
};

typedef enum pst_status pst_tidy_take(void *context, const struct pst_tidy_row *row,
                                      struct pst_error *error);

/* pst_tidy_each: every row, records in file order, in each the value columns from the left. */
enum pst_status pst_tidy_each(const struct pst_tidy *tidy, pst_tidy_take *take, void *context,
                              struct pst_error *error);

/* pst_tidy_say_changed: what there is to say of cells that look otherwise than they are written; false:
   nothing. */
bool pst_tidy_say_changed(const struct pst_tidy *tidy, struct pst_buffer *out);

void pst_tidy_close(struct pst_tidy *tidy);

#endif
