/* index_value.h -- the value of an index of concentration, for the tests of this room. */
#ifndef PST_TESTS_INDEX_VALUE_H
#define PST_TESTS_INDEX_VALUE_H

#include <math.h>

#include "check.h"
#include "stats/concentration/amounts.h"
#include "stats/concentration/index.h"
#include "stats/concentration/table.h"

static inline double of(pst_concentration_index *index, const double *x, size_t n, double parameter)
{
  struct pst_arena arena = PST_ARENA_EMPTY;
  struct pst_amounts parts;
  double value;

  assert_int_equal(pst_amounts_prepare(x, n, &parts, &arena, NULL), PST_OK);
  value = index(&parts, parameter);
  pst_arena_free(&arena);
  return value;
}

static inline double parameter_of(const struct pst_concentration *index)
{
  if (index->index == pst_top)
    return 2;
  return index->index == pst_top_fraction ? 0.4 : index->parameter != NULL ? 0.7 : (double)NAN;
}

#endif
