/* load_texts.h -- the distinct texts of a column in all parts so far, and what is written for each. */
#ifndef PST_JOB_LOAD_LOAD_TEXTS_H
#define PST_JOB_LOAD_LOAD_TEXTS_H

#include "table/table.h"

/* All zero is empty. */
struct pst_load_texts {
  struct pst_dictionary texts;
  const char **written; /* of the first n_written texts */
  unsigned n_written;
  bool *left_out; /* [n_written]: rows of this text are; NULL: of none */
};

/* pst_load_texts_add: the texts that rows of TABLE have in the text column COLUMN.
   Returned  *CODE, in ARENA: of each code of the column the number of its text here;
             PST_CODE_MISSING where no row has it
   Status    PST_NO_MEMORY
   Tested    tests/cli/aggregate-country*, join-country*  */
enum pst_status pst_load_texts_add(struct pst_load_texts *texts, const struct pst_table *table,
                                   size_t column, struct pst_arena *arena, unsigned **code,
                                   struct pst_error *error);

/* pst_load_texts_list: the texts, in the order in which rows have them; in ARENA; NULL: no memory. */
const char **pst_load_texts_list(const struct pst_load_texts *texts, struct pst_arena *arena);

/* pst_load_texts_write: WRITTEN[i] stands for text I from now on; the strings are not copied.
   *AGAIN is set when it is not what stood for I before, and rows have been written so. */
enum pst_status pst_load_texts_write(struct pst_load_texts *texts, const char *const *written,
                                     bool *again, struct pst_error *error);

/* pst_load_texts_column: COLUMN of TABLE as it is to be written, by pst_column_retext into *OUT; CODE
   is that of pst_load_texts_add. */
enum pst_status pst_load_texts_column(const struct pst_load_texts *texts,
                                      const struct pst_table *table, size_t column,
                                      const unsigned *code, struct pst_arena *arena,
                                      struct pst_column *out, struct pst_error *error);

void pst_load_texts_free(struct pst_load_texts *texts);

#endif
