/* delimited_state.h -- what a scan of delimited text holds, for the files that drive it. */
#ifndef PST_TABLE_READ_DELIMITED_STATE_H
#define PST_TABLE_READ_DELIMITED_STATE_H

#include <csv.h>

#include "table/read/delimited.h"
#include "table/read/lines.h"
#include "table/read/window.h"

struct pst_delimited {
  struct pst_window window;
  const char *name;
  struct csv_parser csv;
  char delimiter;
  struct pst_delimited_want want;
  unsigned long long until;
  size_t way; /* of splitting: pst_delimited_by */

  size_t parsed;                  /* [0, parsed) of the window is passed */
  unsigned long line, quote_line; /* quote_line: where the last quote was opened */
  enum pst_quote_state quotes;
  struct pst_split_record record; /* in progress, or the last one */
  bool in_record, record_done, finished, no_memory;

  /* The block: it began at the byte begun of the window, in line begun_line. */
  size_t begun;
  unsigned long begun_line;
  struct pst_split_record *records;
  size_t n_records, records_capacity;
  struct pst_text *fields;
  size_t n_fields, fields_capacity;
  char *bytes; /* of the fields; no more of them than of the text, so that they stay in place */
  size_t n_bytes, bytes_capacity;
  struct pst_error failure; /* told when the records before it are handed out */
};

/* pst_delimited_split, of delimited_split.c: all records that the splitter takes from where the scan is, up to
   MOST in the block, and none that begins behind its end.
   Given     a scan that is in no record
   Returned  SCAN with them
   Status    PST_NO_MEMORY
   Cost      that of table/split/split.h
   Tested    test_delimited.c, test_split.c, by way of delimited.h  */
enum pst_status pst_delimited_split(struct pst_delimited *scan, size_t most,
                                    struct pst_error *error);

#endif
