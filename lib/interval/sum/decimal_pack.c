/* decimal_pack.c -- sums of decimals as bytes, and back. */
#include <stdlib.h>

#include "base/pack.h"
#include "interval/sum/decimal_sum.h"
#include "interval/sum/exact_sum.h"

enum { LIMBS = 3, DECIMALS_MOST = 15 };

/* The limbs from the first that is not 0 to the last. */
static void pack_other(const struct pst_exact_sum *other, struct pst_buffer *out)
{
  size_t from = 0, until = PST_EXACT_SUM_LIMBS;

  while (until > 0 && other->limb[until - 1] == 0)
    until--;
  while (from < until && other->limb[from] == 0)
    from++;
  pst_pack_number(out, from);
  pst_pack_number(out, until - from);
  for (size_t i = from; i < until; i++)
    pst_pack_number(out, other->limb[i]);
}

void pst_decimal_sum_pack(const struct pst_decimal_sum *sum, struct pst_buffer *out)
{
  for (size_t i = 0; i < LIMBS; i++)
    pst_pack_number(out, sum->whole[i]);
  pst_pack_number(out, (uint64_t)sum->decimals);
  pst_pack_number(out, sum->other != NULL);
  if (sum->other != NULL)
    pack_other(sum->other, out);
}

static void unpack_other(struct pst_exact_sum *other, struct pst_unpack *in)
{
  uint64_t from = pst_unpack_number(in), count = pst_unpack_number(in);

  if (from > PST_EXACT_SUM_LIMBS || count > PST_EXACT_SUM_LIMBS - from)
    in->failed = true;
  for (uint64_t i = 0; !in->failed && i < count; i++)
    other->limb[from + i] = pst_unpack_number(in);
}

bool pst_decimal_sum_unpack(struct pst_decimal_sum *sum, struct pst_unpack *in)
{
  uint64_t decimals, other;

  for (size_t i = 0; i < LIMBS; i++)
    sum->whole[i] = pst_unpack_number(in);
  decimals = pst_unpack_number(in);
  other = pst_unpack_number(in);
  in->failed = in->failed || decimals > DECIMALS_MOST || other > 1;
  if (in->failed)
    return true;
  sum->decimals = (int)decimals;
  if (other == 0)
    return true;
  sum->other = calloc(1, sizeof *sum->other);
  if (sum->other != NULL)
    unpack_other(sum->other, in);
  return sum->other != NULL;
}
