/* split.h -- whole records of a delimited text, 64 bytes at a time, without a copy of a field.

   The dialect is that of table/read/delimited.h.  What is rare is left to the exact reader there: a
   record with a blank between a quote and the delimiter, with a quote inside an unquoted field, with
   text behind a closing quote, a NUL byte or bytes that are not UTF-8, and the last one when no line end
   closes it.  So nothing is refused here, and every message is made in one place.

   Each block of 64 bytes becomes masks of one bit a byte: where the quotes, the delimiters and the line ends are.
   The running exclusive or of the quotes marks what lies within them (Langdale and Lemire 2019, VLDB
   Journal 28; Ge, Li, Eilebrecht, Chandramouli and Kossmann 2019, SIGMOD).

   All     Tested    test_split.c, against libcsv; tests/fuzz/fuzz_split.c  */
#ifndef PST_TABLE_SPLIT_SPLIT_H
#define PST_TABLE_SPLIT_SPLIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

/* One record. */
struct pst_split_record {
  size_t first;       /* its first kept field */
  size_t n;           /* its fields, kept or not */
  unsigned long line; /* physical line where it starts, from 1 */
  size_t at, size;    /* its text, without the line end, in the text */
};

struct pst_split {
  struct pst_text text;
  char delimiter;
  const bool *field;  /* fields F with field[F] are kept; NULL: all */
  size_t width;       /* fields from this one on are counted, not kept */
  bool skip_blank;    /* a blank line is no record; else it is left to the exact reader */
  size_t record_most; /* bytes of a record; a longer one is left to the exact reader */
  size_t stop;        /* no record is begun from here on */

  size_t at;          /* where the next record begins */
  unsigned long line; /* its line */
  struct pst_split_record *records;
  size_t n_records, most_records;
  struct pst_text *fields; /* of the text, or of bytes where a doubled quote is one */
  size_t n_fields, most_fields;
  char *bytes; /* room for as many as the text has behind AT, less those that are there */
  size_t n_bytes;
};

enum pst_split_end {
  PST_SPLIT_STOP,  /* at STOP, or at the end of the text */
  PST_SPLIT_ROOM,  /* no room for a record, or for a field */
  PST_SPLIT_OTHER, /* the next record is for the exact reader, or it is not whole */
};

/* pst_split_ways: how many ways of finding the masks this processor has; the last is the fastest.
   pst_split_name: "portable", "avx2", ...
   Given     WAY, from 0
   Returned  the number; a constant text
   Cost      the first call tries each way on all bytes: one that finds other masks than the portable
             way is not used  */
size_t pst_split_ways(void);
const char *pst_split_name(size_t way);

/* pst_split_by: the records from SPLIT->at on, added to those that there are.
   Given     SPLIT->at, where a record begins; WAY, all of which give the same
   Returned  why it ended; SPLIT->at and line are those of the next record
   Cost      a third of a nanosecond a byte and some two a field  */
enum pst_split_end pst_split_by(size_t way, struct pst_split *split);

#endif
