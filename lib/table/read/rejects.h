/* rejects.h -- the records that were left out, as a CSV file: file,line,reason,record.

   All     Given     rejects that pst_rejects_open filled, or all zero
           Returned  REJECTS; what fails in between is told by pst_rejects_commit
           Cost      O(bytes of the records), put in order once a block
           Tested    test_rejects.c  */
#ifndef PST_TABLE_READ_REJECTS_H
#define PST_TABLE_READ_REJECTS_H

#include "base/output.h"
#include "base/text.h"

/* All zero is a closed file, which takes records and forgets them. */
struct pst_rejects {
  struct pst_output output;
  struct pst_buffer text; /* of the records that are not written yet */
  struct pst_rejects_entry *entries;
  size_t n_entries, room;
  bool no_memory;
};

/* pst_rejects_open: the file PATH, which has its name only once it is whole.
   pst_rejects_add: the record RAW on LINE of FILE, and why it was left out.
   Status    as pst_output_open: PST_IO, PST_NO_MEMORY  */
enum pst_status pst_rejects_open(struct pst_rejects *rejects, const char *path,
                                 struct pst_error *error);
void pst_rejects_add(struct pst_rejects *rejects, const char *file, unsigned long line,
                     const char *reason, struct pst_text raw);
/* pst_rejects_flush: write what was added since, in order of lines: a block's records of a wrong
   length are known before its cells are read.  After each block of a file. */
void pst_rejects_flush(struct pst_rejects *rejects);
/* pst_rejects_commit: the file is whole: check it and give it its name.
   pst_rejects_discard: the file is not, and there is none of that name; what REJECTS keeps.
   Status    PST_IO; PST_NO_MEMORY  */
enum pst_status pst_rejects_commit(struct pst_rejects *rejects, struct pst_error *error);
void pst_rejects_discard(struct pst_rejects *rejects);

#endif
