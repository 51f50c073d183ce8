/* tile.h -- a part of a file as records: those that begin in a range of its bytes.

   A file is cut into ranges anywhere.  Where the first record of a range begins cannot be known from
   the middle of the file: it is guessed.  A reader of a range says where it stopped, which is where the
   next range's first record begins; so ranges that meet, from the first record of the file on, are
   right by induction, whatever was guessed, and one that does not is read again from where the range
   before it stopped.  A wrong guess costs time, never a record.

   All     Tested    test_tile.c: any cut gives the records and lines of the whole  */
#ifndef PST_TABLE_READ_TILE_H
#define PST_TABLE_READ_TILE_H

#include <stdbool.h>

#include "table/read/records.h"

/* What a reader of the whole file knows once it is open. */
struct pst_tile_plan {
  char delimiter;
  size_t n_columns;
  const char *const *names;     /* the reader's */
  unsigned long long from, end; /* bytes: the first data record, and behind the last byte */
  unsigned long line;           /* of that record */
  bool no_header;
  unsigned trailing;       /* pst_tile_learn: how the first record ends; 0: not known */
  pst_record_doubt *doubt; /* of pst_reader_watch; its context is the reader's */
  void *doubt_context;
};

/* pst_tile_plan: READER was opened and not read from yet.
   Given     READER, whose names PLAN points to
   Returned  PLAN
   Status    PST_USAGE when its file cannot be read from the middle: a pipe, compressed, converted, or
             records made by a layout
   Cost      O(1)  */
enum pst_status pst_tile_plan(const struct pst_reader *reader, struct pst_tile_plan *plan,
                              struct pst_error *error);

/* pst_tile_learn: what the first records of READER say of all others: whether each ends in a delimiter too many.
   Given     READER, of a plan or not, which is not read from afterwards
   Returned  PLAN, if it is not NULL; READER, for pst_reader_trailing
   Cost      the first block is read; what is wrong in it is not told */
void pst_tile_learn(struct pst_reader *reader, struct pst_tile_plan *plan);

/* pst_tile_guess: where, from byte AT of the file PATH on, a record begins.
   Given     AT, any byte; PLAN of that file
   Returned  *START  AT or more; PLAN->end when no record begins behind AT
   Status    PST_IO; PST_NO_MEMORY
   Cost      1 MiB is read at most, four times over: as from within a field, at the beginning of one,
             within quotes, and behind a quote there; the reading that gives most records of the right
             width is taken  */
enum pst_status pst_tile_guess(const char *path, const struct pst_tile_plan *plan,
                               unsigned long long at, unsigned long long *start,
                               struct pst_error *error);

/* pst_tile_open: a reader of the records of PATH that begin in [FROM, UNTIL).
   Given     FROM  where a record begins: PLAN->from, a guess, or where another range stopped
             line  of FROM; 1 where it is not known yet, for lines counted from there
   Returned  *READER, for pst_reader_close
   Status    as pst_reader_open: PST_IO, PST_USAGE, PST_BAD_DATA, PST_NO_MEMORY
   Cost      O(columns), and a window of 256 KiB  */
enum pst_status pst_tile_open(const char *path, const struct pst_reader_options *options,
                              const struct pst_tile_plan *plan, unsigned long long from,
                              unsigned long long until, unsigned long line,
                              struct pst_reader **reader, struct pst_error *error);

/* pst_tile_stop: after the last block of READER: the byte, and the line, where the first record that is
   not in the range begins.
   Given     READER of pst_tile_open, read to its end
   Returned  the byte, and LINE (may be NULL)
   Cost      O(1)  */
unsigned long long pst_tile_stop(const struct pst_reader *reader, unsigned long *line);

#endif
