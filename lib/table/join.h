/* join.h -- a left join: columns of another table, by key. */
#ifndef PST_TABLE_JOIN_H
#define PST_TABLE_JOIN_H

#include "table/join_index.h"

/* How a join went.  Keys are texts joined by " / " where there are several columns. */
struct pst_join_report {
  size_t keys, matched;     /* distinct keys of the left table, and those with a partner */
  size_t rows_unmatched;    /* rows of the left table without a partner */
  const char **unmatched;   /* the first of the keys without one, by first appearance */
  size_t n_unmatched;       /* of all of them */
  size_t unused;            /* keys of the other table that no row asked for */
  const char **unused_keys; /* the first of them, by first appearance */
};

/* pst_join: append to TABLE every column of OTHER that is no key, matched where the N key columns
   (text, in both) are equal; cells without a partner are missing.
   Given     the columns' arrays are copied; OTHER may be freed afterwards
   Returned  the columns, in TABLE, and REPORT with all keys, in the arena of TABLE
   Status    PST_BAD_DATA, naming both lines, when OTHER has two rows for one key; PST_NO_MEMORY
   Cost      O(rows of both * (keys and columns))
   Tested    test_join.c  */
enum pst_status pst_join(struct pst_table *table, const size_t *keys, const struct pst_table *other,
                         const size_t *other_keys, size_t n, struct pst_join_report *report,
                         struct pst_error *error);

/* What a join of a table in parts remembers from one part to the next.  All zero to begin. */
struct pst_join_memory {
  struct pst_join_index index; /* of the other table */
  bool *used;                  /* of each key of it */
  struct pst_dictionary lost;
  size_t matched, rows_unmatched;
};

/* pst_join_part: pst_join of a part of the left table; REPORT is of all parts so far.
   Given     as pst_join, and always the same OTHER; MEMORY of the parts before
   Returned  the columns, and MEMORY with this part; REPORT counts, and lists no keys
   Status    as pst_join: PST_BAD_DATA, PST_NO_MEMORY
   Cost      as pst_join, but OTHER is indexed once
   Tested    test_join.c  */
enum pst_status pst_join_part(struct pst_table *table, const size_t *keys,
                              const struct pst_table *other, const size_t *other_keys, size_t n,
                              struct pst_join_memory *memory, struct pst_join_report *report,
                              struct pst_error *error);

/* pst_join_list: the keys without a partner, and those that no row asked for, at most MOST of each.
   Given     MEMORY and REPORT after the last part
   Returned  the lists, in REPORT and ARENA
   Status    PST_NO_MEMORY
   Cost      O(keys of the other table until MOST are found)
   Tested    test_join.c  */
enum pst_status pst_join_list(const struct pst_join_memory *memory, size_t most,
                              struct pst_arena *arena, struct pst_join_report *report,
                              struct pst_error *error);

/* pst_join_memory_free: what MEMORY keeps.
   Given     what pst_join_part took, or all zero
   Cost      O(1)
   Tested    test_join.c  */
void pst_join_memory_free(struct pst_join_memory *memory);

#endif
