/* delimited.h -- the one reader of delimited text: bytes in, records as spans out.

   The dialect is libcsv's: fields between delimiters, blanks around an unquoted field dropped,
   quoted fields with embedded delimiters, line ends and doubled quotes; lines end in LF, CRLF or CR.
   A blank line is no record of libcsv's.  What libcsv takes without a word is refused: NUL bytes,
   what is not UTF-8, text behind a closing quote, a quote never closed, a record of more than
   64 MiB.

   Most records are split by table/split/split.h; the others are given to libcsv line by line, and so is
   what is refused.  Only delimited.c drives libcsv.  A block begins where a record begins, so that nothing
   but its place and its line is carried from one to the next; the fields that nobody wants are counted
   and not touched; a field is a span that may point into the text itself; the text of a record is a
   place in the window, and nothing is copied for it.

   All     Given     a scan that pst_delimited_open or pst_delimited_open_text gave
           Returned  what each says; spans and texts are good until the next call
           Cost      O(1) but where it is said
           Tested    test_delimited.c  */
#ifndef PST_TABLE_READ_DELIMITED_H
#define PST_TABLE_READ_DELIMITED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/text.h"
#include "table/split/split.h"

struct pst_input;
struct pst_delimited;

/* A run of whole records; good until the next call.  The records may be moved about by who has the
   block. */
struct pst_delimited_block {
  struct pst_split_record *records;
  size_t n_records;
  const struct pst_text *fields; /* those kept, record by record in the order of the file */
  const char *text;
};

/* What a blank line is. */
enum pst_delimited_blank {
  PST_DELIMITED_BLANK_SKIP,
  PST_DELIMITED_BLANK_RECORD, /* a record of no fields */
  PST_DELIMITED_BLANK_FIELD   /* a record of one empty field */
};

struct pst_delimited_want {
  const bool *field; /* fields F with field[F] are kept; NULL: all */
  size_t width;      /* fields from this one on are counted, not kept */
  enum pst_delimited_blank blank;
};

/* pst_delimited_open: of INPUT, which stays the caller's; its next byte is byte BASE of the file, and is in
   line LINE.
   Returned  *SCAN, for pst_delimited_close
   Status    as pst_input_read: PST_IO, PST_BAD_DATA; PST_NO_MEMORY
   Cost      a window of 256 KiB is read  */
enum pst_status pst_delimited_open(struct pst_input *input, unsigned long long base,
                                   unsigned long line, struct pst_delimited **scan,
                                   struct pst_error *error);

/* pst_delimited_open_text: of TEXT, called NAME in messages; both must outlive the scan.  WHOLE: the text is
   all there is; else its last record, which may be cut, is left out.
   Status    PST_NO_MEMORY  */
enum pst_status pst_delimited_open_text(struct pst_text text, const char *name, bool whole,
                                        struct pst_delimited **scan, struct pst_error *error);

/* pst_delimited_sample: the text at hand, before the first call of pst_delimited_next, to choose a delimiter by;
   *AT_END: it is all there is. */
struct pst_text pst_delimited_sample(const struct pst_delimited *scan, bool *at_end);

/* To be said before the first call of pst_delimited_next: pst_delimited_delimiter, the delimiter; and,
   unless it is the end of the text, pst_delimited_until, the byte of the file from which on no record is
   begun. */
void pst_delimited_delimiter(struct pst_delimited *scan, char delimiter);
void pst_delimited_until(struct pst_delimited *scan, unsigned long long until);

/* pst_delimited_want: what is kept from now on; at first all fields, and no blank line.  The array must
   outlive the scan. */
void pst_delimited_want(struct pst_delimited *scan, const struct pst_delimited_want *want);

/* pst_delimited_by: how records are split: in the way WAY of split.h, or PST_DELIMITED_LIBCSV, all by libcsv.
   The records are the same; at first it is the fastest way. */
#define PST_DELIMITED_LIBCSV SIZE_MAX
void pst_delimited_by(struct pst_delimited *scan, size_t way);

/* pst_delimited_next: the next block, of MOST records at most; it has none at the end only.
   Status    PST_BAD_DATA with file and line for what is refused (above); as pst_input_read, PST_IO among
             them; PST_NO_MEMORY.  The records before it come first
   Cost      one pass; memory is a window of 256 KiB, or twice the longest record
   Tested    test_delimited.c  */
enum pst_status pst_delimited_next(struct pst_delimited *scan, size_t most,
                                   struct pst_delimited_block *block, struct pst_error *error);

/* pst_delimited_again: the next call gives the records of the last one again. */
void pst_delimited_again(struct pst_delimited *scan);

/* pst_delimited_is_cut: after the last record: the text has no line end at its end. */
bool pst_delimited_is_cut(const struct pst_delimited *scan);

/* What a block stands in.  All zero: nothing yet. */
struct pst_delimited_memory {
  char *text;
  size_t text_capacity;
  struct pst_split_record *records;
  size_t records_capacity;
  struct pst_text *fields;
  size_t fields_capacity;
  char *bytes;
  size_t bytes_capacity;
};

/* pst_delimited_move: the next block is made in what TO has, and the last one stays as it is, in what FROM is then.
   Given     a scan of an input; FROM all zero
   Returned  true; false, and nothing moved, when there is no memory, or too much behind the block to
             be copied: the last block must then be used before the next one is made
   Cost      O(bytes behind the last block), up to 256 KiB
   Tested    test_aside.c, by way of aside.h  */
bool pst_delimited_move(struct pst_delimited *scan, struct pst_delimited_memory *from,
                        struct pst_delimited_memory *to);

/* pst_delimited_forget: what MEMORY has. */
void pst_delimited_forget(struct pst_delimited_memory *memory);

/* pst_delimited_stop, pst_delimited_line: the byte of the file, and the line, where the next record is
   looked for. */
unsigned long long pst_delimited_stop(const struct pst_delimited *scan);
unsigned long pst_delimited_line(const struct pst_delimited *scan);

/* pst_delimited_close: SCAN, which may be NULL. */
void pst_delimited_close(struct pst_delimited *scan);

#endif
