/* records.h -- a delimited file as records of one width under a header, handed out in blocks.

   The dialect is that of delimited.h.

   All     Given     a reader that one of these functions opened; records, fields and columns counted from 0
           Returned  what each says; texts are good until the next block, names as long as the reader
           Cost      O(1) but where it is said
           Tested    test_records.c  */
#ifndef PST_TABLE_READ_RECORDS_H
#define PST_TABLE_READ_RECORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/text.h"
#include "table/read/delimited.h"

struct pst_input;
struct pst_reader;

/* What a package says of a column. */
struct pst_declared {
  const char *name; /* NULL: nothing */
  bool key;         /* of the primary key */
};

struct pst_reader_options {
  char delimiter;                      /* 0: detected among , ; tab and | */
  bool no_header;                      /* the columns are then called #1, #2, ... */
  bool skip_bad;                       /* leave out records that cannot be used, and count them */
  const char *encoding;                /* iconv's name; NULL is UTF-8 */
  const struct pst_declared *declared; /* the columns that a package names; NULL: none does */
  size_t n_declared;
};

/* A run of whole records; good until the next call. */
struct pst_block {
  size_t n_records, n_columns;
  const struct pst_split_record *records;
  const struct pst_text *fields;
  const size_t
      *slot; /* of each column its place among the fields kept, SIZE_MAX: not kept; NULL: all
                         are kept */
  const char *text;
};

/* pst_block_field: field F of record R, empty when it is not wanted. */
static inline struct pst_text pst_block_field(const struct pst_block *block, size_t r, size_t f)
{
  size_t slot = block->slot == NULL ? f : block->slot[f];

  if (slot == SIZE_MAX)
    return (struct pst_text){.data = "", .size = 0};
  return block->fields[block->records[r].first + slot];
}

/* pst_block_line: the physical line where record R starts, from 1. */
static inline unsigned long pst_block_line(const struct pst_block *block, size_t r)
{
  return block->records[r].line;
}

/* pst_block_raw: record R as it stands in the file, without its line end. */
static inline struct pst_text pst_block_raw(const struct pst_block *block, size_t r)
{
  return (struct pst_text){.data = block->text + block->records[r].at,
                           .size = block->records[r].size};
}

/* Called for every record that is left out with skip_bad: LINE, why, and its text. */
typedef void pst_reject(void *context, unsigned long line, const char *reason, struct pst_text raw);

/* pst_reader_open: PATH ("-" is standard input), and read its header.
   Returned  *READER, for pst_reader_close
   Status    PST_IO, PST_USAGE (encoding, delimiter), PST_BAD_DATA: empty file, NUL bytes, not UTF-8;
             PST_NO_MEMORY
   Cost      the first block is read  */
enum pst_status pst_reader_open(const char *path, const struct pst_reader_options *options,
                                struct pst_reader **reader, struct pst_error *error);

/* pst_reader_open_input: the same on an INPUT that is open and perhaps peeked at; its encoding was
   chosen when it was opened, and options->encoding is not looked at.  The reader owns INPUT and
   closes it, on failure at once.
   Status    as pst_reader_open: PST_IO, PST_USAGE, PST_BAD_DATA, PST_NO_MEMORY  */
enum pst_status pst_reader_open_input(struct pst_input *input,
                                      const struct pst_reader_options *options,
                                      struct pst_reader **reader, struct pst_error *error);

/* Records that were made elsewhere (lib/layout) and stand in memory.  The arrays are malloc'ed. */
struct pst_made_records {
  const char *const *names; /* of the columns */
  size_t n_columns, n_records;
  size_t *start; /* n_records * n_columns + 1 offsets into bytes */
  struct pst_buffer bytes;
  unsigned long *line; /* where in the file each record comes from */
  bool as_printed;     /* numbers have the marks of the file */
};

/* pst_reader_of: a reader that hands out MADE in one block; it takes MADE's arrays and INPUT, which
   gives the name, in any case.
   Status    PST_NO_MEMORY
   Cost      O(cells)  */
enum pst_status pst_reader_of(struct pst_input *input, struct pst_made_records *made,
                              char delimiter, struct pst_reader **reader, struct pst_error *error);

/* pst_reader_trailing: every record ends in one delimiter more than the header, and is read without it. */
bool pst_reader_trailing(const struct pst_reader *reader);

/* pst_reader_is_made: READER hands out records made elsewhere: their numbers have decimal points. */
bool pst_reader_is_made(const struct pst_reader *reader);

/* pst_reader_name: what messages call the file.  pst_reader_delimiter: that of the file.
   pst_reader_columns: how many columns the header has. */
const char *pst_reader_name(const struct pst_reader *reader);
char pst_reader_delimiter(const struct pst_reader *reader);
size_t pst_reader_columns(const struct pst_reader *reader);
/* pst_reader_column: the name of column I as the header has it, without what does not show, in NFC.
   pst_reader_renamed: the first name that the header writes otherwise; NULL: none. */
const char *pst_reader_column(const struct pst_reader *reader, size_t i);
const char *pst_reader_renamed(const struct pst_reader *reader);

/* pst_reader_want: from now on keep only the fields F with wanted[F]; the others are empty.  The
   array must outlive the reader. */
void pst_reader_want(struct pst_reader *reader, const bool *wanted);

/* pst_reader_aside: blocks of a long file may be made in a thread of their own, while those before them are
   used: to be said before the first call of pst_reader_next.  The blocks are the same. */
void pst_reader_aside(struct pst_reader *reader);

/* pst_reader_on_reject: who hears of records left out. */
void pst_reader_on_reject(struct pst_reader *reader, pst_reject *reject, void *context);

/* Asked of each record of the right width: why it may be none, or NULL.  LINE and RAW as for
   pst_reject. */
typedef const char *pst_record_doubt(void *context, unsigned long line, struct pst_text raw);

/* pst_reader_watch: have DOUBT asked from now on; a record that is doubted is refused, or left out with
   skip_bad.
   Given     CONTEXT of SIZE bytes, which is copied
   Status    PST_NO_MEMORY  */
enum pst_status pst_reader_watch(struct pst_reader *reader, pst_record_doubt *doubt,
                                 const void *context, size_t size, struct pst_error *error);

/* pst_reader_next: the next block; n_records is 0 at the end.
   Status    PST_BAD_DATA with its line: too few or too many fields (without skip_bad), a quote
             never closed, NUL bytes, not UTF-8, a record of more than 64 MiB; PST_IO; PST_NO_MEMORY
   Cost      one pass; memory is a block of 256 KiB, or the longest record  */
enum pst_status pst_reader_next(struct pst_reader *reader, struct pst_block *block,
                                struct pst_error *error);

/* pst_reader_fraction: how much of the file is read, in [0, 1]; -1 when its size is unknown. */
double pst_reader_fraction(const struct pst_reader *reader);

/* pst_reader_close: READER, which may be NULL, and its input. */
void pst_reader_close(struct pst_reader *reader);

#endif
