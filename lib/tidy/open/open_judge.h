/* open_judge.h -- whether a file is a plain table for the other programs; only open.c asks. */
#ifndef PST_TIDY_OPEN_OPEN_JUDGE_H
#define PST_TIDY_OPEN_OPEN_JUDGE_H

#include "tidy/open/open.h"
#include "tidy/tidy.h"

/* How a file is read by the programs that want a table. */
enum pst_opening {
  PST_OPENING_AS_IS, /* a plain table: its reader hands out the records as they stand */
  PST_OPENING_ROWS,  /* the same, without the lines that are no records */
  PST_OPENING_LONG   /* as the long table that polstat tidy makes */
};

struct pst_opened {
  enum pst_opening opening;
  const struct pst_layout *layout; /* but for AS_IS */
  unsigned long judged;            /* the last line that was looked at; 0: none was */
  bool lone; /* AS_IS: a record that was looked at has a name and nothing else */
  unsigned long long
      unmarked; /* AS_IS: bits of the first 64 fields: values, and no number of the file's beginning,
                                  which is not all of it, says what a point is */
  bool own;     /* its first line has `period` and `value` */
};

/* pst_open_judge: how INPUT is to be read (AS_IS too when it is no text: the reader will say so).
   Status    PST_BAD_DATA: what polstat tidy asks of it  */
enum pst_status pst_open_judge(const struct pst_layout_open *how, struct pst_input *input,
                               const struct pst_reader_options *options, struct pst_opened *opened,
                               struct pst_error *error);

#endif
