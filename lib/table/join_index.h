/* join_index.h -- the rows of a table by key, found by the codes of the texts of another one.

   A text is spelled once, however many rows have it, and has a number of its own; a key is a few such numbers.
   Two spellings of one period are one text.

   All     Given     columns of texts, or of times of a named kind; memory that began as all zero
           Returned  what each says
           Tested    test_join_index.c, by brute force  */
#ifndef PST_TABLE_JOIN_INDEX_H
#define PST_TABLE_JOIN_INDEX_H

#include "table/table.h"

#define PST_JOIN_NONE SIZE_MAX

struct pst_join_index {
  size_t n;                     /* columns of a key */
  struct pst_dictionary *texts; /* [n]: the texts of each, numbered */
  unsigned *parts;              /* n numbers a key */
  size_t *row;                  /* of each key */
  size_t count, capacity;
  struct pst_hash by_parts;
  struct pst_arena arena;
};

/* The codes of the key columns of a table as numbers of an index. */
struct pst_join_codes {
  const unsigned **code;  /* [n]: of each row */
  unsigned **number;      /* [n]: of each code; PST_CODE_MISSING: the index has no such text */
  unsigned *sought;       /* [n]: of the row in hand */
  struct pst_text **text; /* [n]: of each code, as it is spelled */
  struct pst_arena arena;
};

/* pst_join_index_make: of the N columns KEYS of TABLE; rows without one of them are in no key.
   Returned  INDEX; *TWICE is PST_JOIN_NONE, or the first row whose key stands in an earlier one, *FIRST
   Status    PST_NO_MEMORY
   Cost      O(rows * N), and each distinct text once  */
enum pst_status pst_join_index_make(struct pst_join_index *index, const struct pst_table *table,
                                    const size_t *keys, size_t n, size_t *first, size_t *twice,
                                    struct pst_error *error);

/* pst_join_codes_make: of the columns KEYS of TABLE, as many as INDEX has.
   Status    PST_NO_MEMORY
   Cost      each distinct text is looked up once  */
enum pst_status pst_join_codes_make(struct pst_join_codes *codes,
                                    const struct pst_join_index *index,
                                    const struct pst_table *table, const size_t *keys,
                                    struct pst_error *error);

/* pst_join_find: which key of INDEX the ROW has; PST_JOIN_NONE where there is no such, and *HAS_KEY says whether
   it has a text in each of its key columns.
   Cost      O(n)  */
size_t pst_join_find(const struct pst_join_index *index, struct pst_join_codes *codes, size_t row,
                     bool *has_key);

/* pst_join_fetch: what pst_join_find will need of rows somewhat behind ROW, of N_ROWS, is brought nearer meanwhile: keys
   stand in the index in another order.
   Cost      O(n)  */
void pst_join_fetch(const struct pst_join_index *index, struct pst_join_codes *codes, size_t row,
                    size_t n_rows);

/* pst_join_key_text: the key of ROW, which has one, as one text: its parts, each closed by U+001F.
   pst_join_index_text: the same of KEY of INDEX.
   Cost      O(size of the text)  */
void pst_join_key_text(const struct pst_join_codes *codes, size_t n, size_t row,
                       struct pst_buffer *text);
void pst_join_index_text(const struct pst_join_index *index, size_t key, struct pst_buffer *text);

/* pst_join_codes_free, pst_join_index_free: what they keep; they are then all zero.
   Cost      O(1)  */
void pst_join_codes_free(struct pst_join_codes *codes);
void pst_join_index_free(struct pst_join_index *index);

#endif
