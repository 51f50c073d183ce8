/* reader.h -- what a reader of records holds, for the files that make one and the one that reads.

   All     Given     a reader that pst_reader_new gave
           Returned  what is said of READER
           Cost      O(columns)
           Tested    test_records.c, test_tile.c, by way of records.h and tile.h  */
#ifndef PST_TABLE_READ_READER_H
#define PST_TABLE_READ_READER_H

#include "base/arena.h"
#include "table/read/aside.h"
#include "table/read/records.h"

/* Records that were made elsewhere, as one block. */
struct pst_reader_made {
  struct pst_buffer bytes;
  struct pst_split_record *records;
  struct pst_text *fields;
  size_t n_records;
  bool given; /* the block was handed out */
};

/* A delimiter too many at the end of every record. */
enum pst_trailing { PST_TRAILING_UNKNOWN, PST_TRAILING_YES, PST_TRAILING_NO };

struct pst_reader {
  struct pst_input *input;
  struct pst_delimited *scan; /* NULL: the records are made */
  struct pst_aside *aside;    /* the thread that has it; NULL: none */
  bool may_aside;             /* one may be started */
  struct pst_reader_made made;
  bool skip_bad, no_header;
  char delimiter;
  size_t n_columns;
  enum pst_trailing trailing;
  const char **names;
  const char *renamed; /* a name that was written with marks that do not show; NULL: none */
  size_t *slot;        /* NULL: all fields are kept */
  unsigned long long data_from; /* the byte of the file, and the line, behind the header */
  unsigned long data_line;
  pst_reject *reject;
  void *reject_context;
  pst_record_doubt *doubt; /* NULL: nobody is asked */
  void *doubt_context;
  struct pst_error refused; /* a record behind those that were handed out; PST_OK: none */
  bool as_printed;          /* made records: their numbers have the marks of the file */
  struct pst_arena arena;
};

/* pst_reader_new: on INPUT, which it owns and closes, also on failure.
   Returned  NULL without memory  */
struct pst_reader *pst_reader_new(struct pst_input *input,
                                  const struct pst_reader_options *options);

/* pst_reader_keep: have the fields F with WANTED[F] kept, all when it is NULL. */
void pst_reader_keep(struct pst_reader *reader, const bool *wanted);

/* pst_reader_copy_names: the reader's n_columns NAMES.
   Status    PST_NO_MEMORY  */
enum pst_status pst_reader_copy_names(struct pst_reader *reader, const char *const *names,
                                      struct pst_error *error);

#endif
