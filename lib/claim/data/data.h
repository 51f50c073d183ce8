/* data.h -- the tables of a claims file: their rows by key, their cells as exact ranges. */
#ifndef PST_CLAIM_DATA_DATA_H
#define PST_CLAIM_DATA_DATA_H

#include <stdint.h>

#include "base/hash.h"
#include "claim/data/digits.h"
#include "claim/read/syntax.h"
#include "interval/range.h"
#include "printed/times.h"
#include "table/load/load.h"
#include "table/table.h"
#include "tidy/open/open.h"

#define PST_NO_ROW UINT32_MAX

/* One member of a key's values. */
struct pst_key_value {
  bool is_number;
  int64_t number;
  struct pst_text text;   /* as the table has it */
  struct pst_text period; /* of a time, in polstat's notation; .data NULL else */
};

struct pst_data_key {
  const struct pst_column *column;
  bool is_time; /* every cell is a period of one kind, or a number that stands for a time */
  struct pst_times times;        /* how they are read */
  enum pst_period_kind kind;     /* PST_PERIOD_NONE: numbers */
  struct pst_text *period;       /* of each code, in polstat's notation; .data NULL: none */
  struct pst_dictionary periods; /* these ... */
  unsigned *code_of;             /* ... and the code of each */
  const char *doubt; /* what else its cells can be, of which the user must say one; NULL: nothing */
  bool is_number;    /* every cell is a whole number */
  bool is_fiscal;    /* every cell is FYN: N finds it too */
  int64_t *number;   /* of each code, when is_number or is_fiscal */
  unsigned *order;   /* codes in the order of the key: numbers, periods, else first appearance */
  unsigned *place;   /* of each code in that order */
  double *position;  /* of each code: number, period, or place */
  uint32_t *first, *rows; /* rows by code: rows[first[c]] .. rows[first[c + 1] - 1]; made late */
};

struct pst_data {
  const struct pst_table_syntax *syntax;
  const char *path; /* openable */
  struct pst_table table;
  struct pst_data_key *keys;
  const struct pst_column *value;
  struct pst_digits digits; /* how its figures are written */
  bool is_text;             /* the value is text ... */
  unsigned first_text;      /* ... the code of the first cell that is no number */
  bool is_mixed;            /* ... beside numbers, and it is no period either: n/a */
  size_t mixed_error;       /* index of the error that says so plus 1; 0: none yet */
  bool is_whole;            /* every value is a whole number */
  struct pst_hash by_keys;  /* of the codes of the keys: rows */
  uint32_t *again;          /* a second row with the same keys, or PST_NO_ROW; NULL: none */
  bool loaded;
  bool *read;   /* of each row: a check read it; NULL: nobody asks */
  size_t error; /* index of its error plus 1; 0: none */
};

/* What the tables of one claims file share: many are parts of one data file, many have one package.  All zero is
   nothing. */
struct pst_data_files {
  struct pst_packages packages;
  struct pst_layout_seen seen;
};

/* pst_data_load: read the table of SYNTAX; FOLDER is where the claims file is.  What is wrong is
   added to SOURCE's errors, and DATA is broken. */
void pst_data_load(struct pst_data *data, const struct pst_table_syntax *syntax, const char *folder,
                   struct pst_data_files *files, struct pst_source *source);
void pst_data_files_free(struct pst_data_files *files);
void pst_data_free(struct pst_data *data);

/* pst_data_mixed: adds to SOURCE's errors, once, that DATA, which is_mixed, is used as numbers. */
void pst_data_mixed(struct pst_data *data, struct pst_source *source);

/* pst_data_code: the code of VALUE among the cells of key K, or PST_CODE_MISSING. */
unsigned pst_data_code(const struct pst_data *data, size_t k, const struct pst_key_value *value);

/* pst_data_position: where VALUE lies in time among the cells of key K; false when it is none of their
   kind. */
bool pst_data_position(const struct pst_data *data, size_t k, const struct pst_key_value *value,
                       double *position);

/* pst_data_year: the N of VALUE, which is N, or lies in the year N, or in FYN, where the cells of key K do. */
bool pst_data_year(const struct pst_data *data, size_t k, const struct pst_key_value *value,
                   int64_t *year);

/* pst_data_row: the first row with these key codes, or PST_NO_ROW; see again. */
uint32_t pst_data_row(const struct pst_data *data, const unsigned *codes);

/* pst_data_rows_of: the rows whose key K has CODE; false when memory is out. */
bool pst_data_rows_of(struct pst_data *data, size_t k, unsigned code, const uint32_t **rows,
                      size_t *count);

/* pst_data_value: the key value that CODE of key K stands for. */
struct pst_key_value pst_data_value(const struct pst_data *data, size_t k, unsigned code);

/* pst_data_cell: the cell of ROW as a range.  Returned false when it is missing.  PRINTED: its
   value as printed, if it has one; DECIMALS: its digits after the point; BOUNDED: it is no figure but
   what bounds one, `>10` or `581±4`. */
bool pst_data_cell(const struct pst_data *data, struct pst_exact *exact, enum pst_rounding rounding,
                   uint32_t row, struct pst_range *range, bool *has_printed,
                   struct pst_rational *printed, int *decimals, bool *bounded);

#endif
