/* ratio.c -- a value over another: of a reference entity, of another column, of prices. */
#include "stats/indicator/ratio.h"

#include "interval/arithmetic.h"

static struct pst_row_value ratio(const struct pst_bounds *v, const struct pst_bounds *divisor)
{
  struct pst_bounds value;

  if (!pst_row_known(v))
    return pst_row_none(PST_ROW_EMPTY);
  if (!pst_row_known(divisor))
    return pst_row_none(PST_ROW_OTHER_EMPTY);
  if (pst_row_may_be_zero(divisor))
    return pst_row_none(PST_ROW_OTHER_ZERO);
  if (!pst_bounds_operate(PST_DIVIDE, v, divisor, &value))
    return pst_row_none(PST_ROW_TOO_LARGE);
  return pst_row_given(value);
}

void pst_ratio_to_entity(const struct pst_panel_index *index, const struct pst_bounds *cell,
                         size_t entity, struct pst_row_value *out)
{
  for (size_t i = 0; i < index->n; i++) {
    const struct pst_panel_key *key = pst_panel_key_of(index, i);
    size_t at = pst_panel_find(index, key->group, entity, key->time);

    if (at == PST_PANEL_NONE) {
      out[i] = pst_row_none(pst_row_known(&cell[i]) ? PST_ROW_OTHER_ABSENT : PST_ROW_EMPTY);
      continue;
    }
    out[i] = ratio(&cell[i], &cell[at]);
    if (at == i && out[i].reason == PST_ROW_GIVEN)
      out[i].bounds = pst_bounds_point(1);
  }
}

void pst_ratio_to_column(const struct pst_bounds *cell, const struct pst_bounds *divisor, size_t n,
                         struct pst_row_value *out)
{
  for (size_t i = 0; i < n; i++)
    out[i] = ratio(&cell[i], &divisor[i]);
}

static struct pst_row_value deflate(const struct pst_bounds *v, const struct pst_bounds *base,
                                    const struct pst_bounds *here)
{
  struct pst_bounds value;

  if (!pst_row_known(v))
    return pst_row_none(PST_ROW_EMPTY);
  if (!pst_row_known(base))
    return pst_row_none(PST_ROW_BASE_EMPTY);
  if (!pst_row_known(here))
    return pst_row_none(PST_ROW_OTHER_EMPTY);
  if (!pst_row_positive(base) || !pst_row_positive(here))
    return pst_row_none(PST_ROW_BASE_NOT_POSITIVE);
  if (base == here)
    return pst_row_given(*v);
  if (!pst_bounds_operate(PST_MULTIPLY, v, base, &value)
      || !pst_bounds_operate(PST_DIVIDE, &value, here, &value))
    return pst_row_none(PST_ROW_TOO_LARGE);
  return pst_row_given(value);
}

void pst_deflate(const struct pst_panel_index *index, const struct pst_bounds *cell,
                 const struct pst_bounds *deflator, long base, struct pst_row_value *out)
{
  for (size_t i = 0; i < index->n; i++) {
    const struct pst_panel_key *key = pst_panel_key_of(index, i);
    size_t at = pst_panel_find(index, key->group, key->entity, base);

    if (at == PST_PANEL_NONE)
      out[i] = pst_row_none(pst_row_known(&cell[i]) ? PST_ROW_BASE_ABSENT : PST_ROW_EMPTY);
    else
      out[i] = deflate(&cell[i], &deflator[at], &deflator[i]);
  }
}
