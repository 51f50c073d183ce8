/* cell_pack.c -- what the values of many rows come to, as bytes, and back. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/pack.h"
#include "table/group/cell_value.h"

/* --- packing ------------------------------------------------------------------------------------- */

static void pack_bounds(const struct pst_bounds *bounds, struct pst_buffer *out)
{
  pst_pack_double(out, bounds->low);
  pst_pack_double(out, bounds->high);
  pst_pack_number(out, (uint64_t)bounds->low_open + 2 * (uint64_t)bounds->high_open);
}

static void pack_ends(const struct pst_cell_ends *ends, struct pst_buffer *out)
{
  pst_pack_number(out, ends->no_low);
  pst_pack_number(out, ends->no_high);
  pst_pack_number(out, ends->open_low);
  pst_pack_number(out, ends->open_high);
  pst_decimal_sum_pack(&ends->low, out);
  pst_decimal_sum_pack(&ends->high, out);
}

/* -0 before 0, so that there is one order. */
static int by_value(const void *a, const void *b)
{
  const double x = *(const double *)a, y = *(const double *)b;

  if (x != y)
    return x < y ? -1 : 1;
  return (signbit(y) != 0) - (signbit(x) != 0);
}

enum { ENDS = 1, PICK = 2 };

void pst_cell_value_pack(const struct pst_cell_value *total, struct pst_buffer *out)
{
  pst_pack_number(out, total->n);
  pst_pack_number(out, total->n_bounded);
  pst_pack_number(out,
                  (total->ends != NULL ? 1U * ENDS : 0) + (total->pick != NULL ? 1U * PICK : 0));
  pst_decimal_sum_pack(&total->sum, out);
  if (total->ends != NULL)
    pack_ends(total->ends, out);
  if (total->pick != NULL) {
    pack_bounds(&total->pick->bounds, out);
    pst_pack_number(out, total->pick->place);
  }
  if (total->n_values > 0)
    qsort(total->values, total->n_values, sizeof *total->values, by_value);
  pst_pack_number(out, total->n_values);
  for (size_t i = 0; i < total->n_values; i++)
    pst_pack_double(out, total->values[i]);
}

/* --- unpacking ----------------------------------------------------------------------------------- */

static void unpack_bounds(struct pst_bounds *bounds, struct pst_unpack *in)
{
  uint64_t open;

  bounds->low = pst_unpack_double(in);
  bounds->high = pst_unpack_double(in);
  open = pst_unpack_number(in);
  bounds->low_open = (open & 1) != 0;
  bounds->high_open = (open & 2) != 0;
  in->failed = in->failed || !(bounds->low <= bounds->high);
}

static bool unpack_ends(struct pst_cell_value *total, struct pst_unpack *in)
{
  struct pst_cell_ends *ends = total->ends = calloc(1, sizeof *ends);

  if (ends == NULL)
    return false;
  ends->no_low = (size_t)pst_unpack_number(in);
  ends->no_high = (size_t)pst_unpack_number(in);
  ends->open_low = (size_t)pst_unpack_number(in);
  ends->open_high = (size_t)pst_unpack_number(in);
  return pst_decimal_sum_unpack(&ends->low, in) && pst_decimal_sum_unpack(&ends->high, in);
}

static bool unpack_pick(struct pst_cell_value *total, struct pst_unpack *in)
{
  total->pick = calloc(1, sizeof *total->pick);
  if (total->pick == NULL)
    return false;
  unpack_bounds(&total->pick->bounds, in);
  total->pick->place = pst_unpack_number(in);
  return true;
}

static bool unpack_values(struct pst_cell_value *total, struct pst_unpack *in)
{
  size_t n = pst_unpack_count(in, 8);

  if (!PST_ARRAY_ROOM(total->values, total->capacity, n))
    return false;
  for (size_t i = 0; i < n; i++) {
    total->values[i] = pst_unpack_double(in);
    in->failed = in->failed || !isfinite(total->values[i]);
  }
  total->n_values = n;
  return true;
}

/* What HOW keeps, and nothing else. */
static bool is_sound(const struct pst_cell_value *total, enum pst_aggregate how)
{
  bool picks = pst_cell_picks(how),
       keeps = how == PST_AGGREGATE_MEDIAN || how == PST_AGGREGATE_QUANTILE;

  return total->n_bounded <= total->n
         && total->n_values == (keeps ? total->n - total->n_bounded : 0)
         && (total->pick != NULL) == (picks && total->n > 0)
         && (total->ends != NULL) == (!picks && total->n_bounded > 0);
}

bool pst_cell_value_unpack(struct pst_cell_value *total, enum pst_aggregate how,
                           struct pst_unpack *in)
{
  uint64_t has;
  bool good;

  total->n = (size_t)pst_unpack_number(in);
  total->n_bounded = (size_t)pst_unpack_number(in);
  has = pst_unpack_number(in);
  in->failed = in->failed || has > ENDS + PICK;
  good = pst_decimal_sum_unpack(&total->sum, in)
         && (in->failed || (has & ENDS) == 0 || unpack_ends(total, in))
         && (in->failed || (has & PICK) == 0 || unpack_pick(total, in))
         && (in->failed || unpack_values(total, in));
  in->failed = in->failed || (good && !is_sound(total, how));
  return good;
}
