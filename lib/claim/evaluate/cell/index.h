/* index.h -- the indices of a cell or a series, and what the files of this room share.

   All functions return false once the evaluation failed; the error is reported at a place of the file. */
#ifndef PST_CLAIM_EVALUATE_CELL_INDEX_H
#define PST_CLAIM_EVALUATE_CELL_INDEX_H

#include "claim/evaluate/evaluate.h"

/* An open index: *, or the members of a set. */
struct pst_index_open {
  bool is, every;
  struct pst_item *set;
  size_t count;
  bool *codes; /* of each code of the key: it is in the set; made late */
};

/* The indices of one cell or series: a value each, or the open one. */
struct pst_index_list {
  const struct pst_syntax *node;
  struct pst_data *data;
  unsigned *codes; /* of each key; PST_CODE_MISSING where the table has none of that number */
  struct pst_key_value *keys;  /* that they stand for */
  size_t open;                 /* the first that is open; SIZE_MAX: none */
  size_t opens;                /* how many are */
  struct pst_index_open *sets; /* of each key, which is open or not */
  bool absent;                 /* a declared year without rows is among the closed ones */
};

/* pst_index_read_index: index I, a key or an open one, into INDICES. */
bool pst_index_read_index(struct pst_evaluator *evaluator, struct pst_index_list *indices, size_t i,
                          const struct pst_variable *variables);
/* pst_index_find_code: the code of VALUE in key K; *CODE is PST_CODE_MISSING for a declared time without rows. */
bool pst_index_find_code(struct pst_evaluator *evaluator, size_t at, const struct pst_data *data,
                         size_t k, const struct pst_key_value *value, unsigned *code);

/* pst_index_find_row: the one row of the codes, or PST_NO_ROW.  pst_index_read: its cell as a number.
   pst_index_add: the same as one more member of a series, for which there is room; ABOUT: its key. */
bool pst_index_find_row(struct pst_evaluator *evaluator, const struct pst_index_list *indices,
                        uint32_t *row);
bool pst_index_read(struct pst_evaluator *evaluator, const struct pst_index_list *indices,
                    uint32_t row, const struct pst_number **number);
bool pst_index_add(struct pst_evaluator *evaluator, const struct pst_index_list *indices,
                   uint32_t row, struct pst_claim_value *out, const struct pst_item *about);

/* pst_index_member_key: the key of a member: that of the open index; of several, all of them as one text. */
bool pst_index_member_key(struct pst_evaluator *evaluator, const struct pst_index_list *indices,
                          struct pst_key_value *key);

/* The members of a series into OUT, whose kind and unit are set: those of one set; the rows that there are;
   those of two open indices or more. */
bool pst_index_series_of_set(struct pst_evaluator *evaluator, struct pst_index_list *indices,
                             struct pst_claim_value *out);
bool pst_index_series_of_rows(struct pst_evaluator *evaluator, struct pst_index_list *indices,
                              struct pst_claim_value *out);
bool pst_index_series_of_several(struct pst_evaluator *evaluator, struct pst_index_list *indices,
                                 struct pst_claim_value *out);

#endif
