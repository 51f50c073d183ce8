/* group.h -- rows by the texts of some columns. */
#ifndef PST_TABLE_GROUP_GROUP_H
#define PST_TABLE_GROUP_GROUP_H

#include "table/table.h"

/* The rows of group G are row[first[G]] .. row[first[G + 1] - 1], in the order of the table.
   Groups are in the order of their first row. */
struct pst_groups {
  size_t n_groups;
  size_t n_keys;
  const char **keys; /* n_groups * n_keys texts; they live as long as the table */
  size_t *first;     /* n_groups + 1 */
  size_t *row;
  size_t n_left_out; /* rows with an empty key cell */
};

/* pst_group: by N text columns of TABLE (their indices in COLUMNS); with none, one group of all
   rows.  Rows with an empty cell in a key are in no group.
   Given     columns of texts, or of times of a named kind
   Returned  GROUPS, for pst_groups_free
   Status    PST_NO_MEMORY
   Cost      O(rows * N)
   Tested    test_group.c, test_groups.c  */
enum pst_status pst_group(const struct pst_table *table, const size_t *columns, size_t n,
                          struct pst_groups *groups, struct pst_error *error);

/* pst_groups_free: what pst_group made of GROUPS.
   Given     groups, or all zero
   Cost      O(1)
   Tested    test_group.c  */
void pst_groups_free(struct pst_groups *groups);

#endif
