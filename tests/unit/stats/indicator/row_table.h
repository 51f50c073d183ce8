/* row_table.h -- rows with times and bounds, and what an indicator makes of them, for the tests of this room. */
#ifndef PST_TESTS_INDICATOR_ROW_TABLE_H
#define PST_TESTS_INDICATOR_ROW_TABLE_H

#include <math.h>

#include "check.h"
#include "stats/indicator/cell.h"
#include "stats/indicator/panel.h"

enum { MOST = 32 };

struct table {
  struct pst_arena arena;
  struct pst_panel_index index;
  size_t n;
  struct pst_bounds cell[MOST];
  struct pst_row_value out[MOST];
  size_t from[MOST];
};

static inline struct pst_bounds between(double low, double high)
{
  return (struct pst_bounds){low, high, false, false};
}

static inline struct pst_bounds more_than(double low)
{
  return (struct pst_bounds){low, INFINITY, true, true};
}

static inline void open_table(struct table *table, const size_t *entity, const long *time, size_t n)
{
  struct pst_panel panel = {.n = n, .entity = entity, .time = time};

  table->arena = (struct pst_arena)PST_ARENA_EMPTY;
  table->n = n;
  assert_int_equal(pst_panel_build(&panel, &table->index, &table->arena, NULL), PST_OK);
}

static inline void close_table(struct table *table)
{
  pst_arena_free(&table->arena);
}

static inline void set_points(struct table *table, const double *value)
{
  for (size_t i = 0; i < table->n; i++)
    table->cell[i] = pst_bounds_point(value[i]);
}

static inline void assert_point(const struct pst_row_value *out, double value)
{
  assert_int_equal(out->reason, PST_ROW_GIVEN);
  assert_true(pst_bounds_is_point(&out->bounds));
  assert_close(out->bounds.low, value, 1e-14, 0);
}

static inline void assert_none(const struct pst_row_value *out, enum pst_row_reason reason)
{
  assert_int_equal(out->reason, reason);
  assert_nan(out->bounds.low);
  assert_nan(out->bounds.high);
}

static inline void assert_bounds(const struct pst_row_value *out, double low, bool low_open,
                                 double high, bool high_open)
{
  assert_int_equal(out->reason, PST_ROW_GIVEN);
  assert_true(out->bounds.low <= low && out->bounds.high >= high);
  if (isfinite(low))
    assert_close(out->bounds.low, low, 1e-15, 1e-300);
  if (isfinite(high))
    assert_close(out->bounds.high, high, 1e-15, 1e-300);
  assert_int_equal(out->bounds.low_open, low_open);
  assert_int_equal(out->bounds.high_open, high_open);
}

#endif
