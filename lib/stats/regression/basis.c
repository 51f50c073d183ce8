/* basis.c -- columns made orthonormal to 32 digits, and which of them are combinations of others. */
#include "stats/regression/basis.h"

#include <float.h>

struct pst_dd pst_dd_dot(const struct pst_dd *a, const struct pst_dd *b, size_t n)
{
  struct pst_dd sum = {0, 0};

  for (size_t i = 0; i < n; i++)
    sum = pst_dd_sum(sum, pst_dd_product(a[i], b[i]));
  return sum;
}

/* A -= FACTOR B. */
static void take_off(struct pst_dd *a, struct pst_dd factor, const struct pst_dd *b, size_t n)
{
  for (size_t i = 0; i < n; i++)
    a[i] = pst_dd_less(a[i], pst_dd_product(factor, b[i]));
}

void pst_basis_project(const struct pst_basis *basis, struct pst_dd *y, struct pst_dd *parts)
{
  for (size_t i = 0; i < basis->rank; i++) {
    const struct pst_dd *q = basis->columns + i * basis->n;

    parts[i] = pst_dd_dot(q, y, basis->n);
    take_off(y, parts[i], q, basis->n);
  }
}

/* The kept columns' weights in the combination that is column J, for those before it. */
static void combination(const struct pst_basis *basis, size_t j, struct pst_dd *weights)
{
  const size_t p = basis->p;

  for (size_t i = basis->rank; i-- > 0;) {
    struct pst_dd left = basis->r[i * p + j];

    for (size_t k = i + 1; k < basis->rank; k++)
      left = pst_dd_less(left, pst_dd_product(basis->r[i * p + basis->kept[k]], weights[k]));
    weights[i] = pst_dd_quotient(left, basis->r[i * p + basis->kept[i]]);
  }
}

/* What the rounding of all cells can make of the distance between column J and the others. */
static double rounding(const struct pst_basis *basis, size_t j, const struct pst_dd *weights)
{
  double size = basis->size[j];

  for (size_t k = 0; k < basis->rank; k++)
    size += fabs(weights[k].high) * basis->size[basis->kept[k]];
  return size;
}

static void name_combination(struct pst_basis *basis, size_t j, const struct pst_dd *weights,
                             double size)
{
  const double part = 0x1p-30; /* smaller ones are rounding */
  bool *involved = basis->involved + j * basis->p;

  basis->dependent[j] = involved[j] = true;
  for (size_t k = 0; k < basis->rank; k++)
    if (fabs(weights[k].high) * basis->size[basis->kept[k]] > part * size)
      involved[basis->kept[k]] = true;
}

static void add_column(struct pst_basis *basis, size_t j, struct pst_dd *weights)
{
  const size_t n = basis->n, p = basis->p;
  struct pst_dd *a = basis->columns + j * n;
  struct pst_dd *q = basis->columns + basis->rank * n;
  struct pst_dd length;
  double size;

  basis->size[j] = sqrt(pst_dd_dot(a, a, n).high);
  for (size_t i = 0; i < basis->rank; i++) {
    const struct pst_dd *before = basis->columns + i * n;

    basis->r[i * p + j] = pst_dd_dot(before, a, n);
    take_off(a, basis->r[i * p + j], before, n);
  }
  length = pst_dd_root(pst_dd_dot(a, a, n));
  combination(basis, j, weights);
  size = rounding(basis, j, weights);
  if (!(length.high > 4 * DBL_EPSILON * size)) {
    name_combination(basis, j, weights, size);
    return;
  }
  basis->kept[basis->rank] = j;
  basis->r[basis->rank * p + j] = length;
  for (size_t i = 0; i < n; i++)
    q[i] = pst_dd_quotient(a[i], length);
  basis->rank++;
}

/* Column by column: R x = e_j. */
static void invert(struct pst_basis *basis)
{
  const size_t p = basis->p;

  for (size_t j = 0; j < basis->rank; j++)
    for (size_t i = j + 1; i-- > 0;) {
      struct pst_dd left = pst_dd_of(i == j ? 1 : 0);

      for (size_t k = i + 1; k <= j; k++)
        left = pst_dd_less(
            left, pst_dd_product(basis->r[i * p + basis->kept[k]], basis->inverse[k * p + j]));
      basis->inverse[i * p + j] = pst_dd_quotient(left, basis->r[i * p + basis->kept[i]]);
    }
}

enum pst_status pst_basis_make(struct pst_basis *basis, struct pst_arena *arena,
                               struct pst_error *error)
{
  const size_t p = basis->p;
  struct pst_dd *weights = pst_arena_array(arena, p + 1, sizeof *weights);

  basis->kept = pst_arena_array(arena, p + 1, sizeof *basis->kept);
  basis->size = pst_arena_array(arena, p + 1, sizeof *basis->size);
  basis->r = pst_arena_array(arena, p + 1, (p + 1) * sizeof *basis->r);
  basis->inverse = pst_arena_array(arena, p + 1, (p + 1) * sizeof *basis->inverse);
  basis->dependent = pst_arena_array(arena, p + 1, sizeof *basis->dependent);
  basis->involved = pst_arena_array(arena, p + 1, (p + 1) * sizeof *basis->involved);
  if (weights == NULL || basis->kept == NULL || basis->size == NULL || basis->r == NULL
      || basis->inverse == NULL || basis->dependent == NULL || basis->involved == NULL)
    return pst_fail_memory(error);
  basis->rank = 0;
  for (size_t j = 0; j < p; j++)
    add_column(basis, j, weights);
  invert(basis);
  return PST_OK;
}
