/* basis.h -- columns made orthonormal to 32 digits, and which of them are combinations of others.

   pst_basis_make: Q R = A by modified Gram-Schmidt in double-double, column after column.
   Given     basis  n, p; columns, p * n numbers column by column, which become Q; n >= 1, every number
                    finite, a column's largest between 1/2 and 1 in size or all of it 0
   Returned  basis  rank, kept (which columns are in Q, in order), r (of every column: its parts along
                    Q), inverse of the kept columns' R, and for a column that is a combination of those
                    before it, the combination
   Status    PST_NO_MEMORY
   Cost      O(n p^2), about 5 ns each on a machine of today; O(p^2) memory of its own
   Note      a column is a combination of others when its distance from them is no more than the rounding
             of all their cells, 4 units, can make
   Published Bjorck (1967), BIT 7; Hida, Li & Bailey (2001), ARITH-15
   Tested    test_basis.c; NIST StRD by way of test_regression_nist.c */
#ifndef PST_STATS_REGRESSION_BASIS_H
#define PST_STATS_REGRESSION_BASIS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"
#include "stats/dd.h"

struct pst_basis {
  size_t n;
  size_t p;
  struct pst_dd *columns; /* p * n in, rank * n out */
  /* made here */
  size_t rank;
  size_t *kept;     /* p: the column that is number i of Q, i < rank */
  double *size;     /* p: the length of each column */
  struct pst_dd *r; /* p * p by row: r[i * p + j] is the part of column j along number i of Q */
  struct pst_dd *inverse; /* p * p by row: inverse[i * p + j], i <= j < rank */
  bool *dependent;        /* p: the column is a combination of those before it */
  bool *involved;         /* p * p by row: row j names the columns of that combination, j too */
};

enum pst_status pst_basis_make(struct pst_basis *basis, struct pst_arena *arena,
                               struct pst_error *error);

/* pst_basis_project: Y less its parts along Q, which become PARTS[0..rank).
   Given     Y of n numbers
   Cost      O(n rank)
   Tested    test_basis.c */
void pst_basis_project(const struct pst_basis *basis, struct pst_dd *y, struct pst_dd *parts);

/* pst_dd_dot: the sum of A[i] B[i] over N places.
   Cost      O(N)
   Tested    test_basis.c */
struct pst_dd pst_dd_dot(const struct pst_dd *a, const struct pst_dd *b, size_t n);

#endif
