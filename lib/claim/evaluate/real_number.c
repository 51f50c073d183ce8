/* real_number.c -- results that are doubles. */
#include "claim/evaluate/real_number.h"

#include <math.h>

/* Doubles are right to about this share; a verdict needs twice the distance. */
static const double guard = 1e-11;

bool pst_real_number(struct pst_evaluator *evaluator, double low, double high, double printed,
                     bool missing, struct pst_claim_value *out)
{
  struct pst_exact *exact = &evaluator->exact;
  struct pst_number *made = pst_arena_array(exact->arena, 1, sizeof *made);

  if (made == NULL)
    return pst_evaluator_memory(evaluator);
  *made = (struct pst_number){.kind = PST_NUMBER_LEAF, .range = pst_range_all(), .own = true};
  made->missing = missing;
  if (isfinite(low) && !missing)
    made->range.low = (struct pst_limit){.value = pst_rational_double(exact, low)};
  if (isfinite(high) && !missing)
    made->range.high = (struct pst_limit){.value = pst_rational_double(exact, high)};
  made->has_printed = isfinite(printed) && !missing;
  made->printed = pst_rational_double(exact, made->has_printed ? printed : 0);
  out->kind = PST_CLAIM_VALUE_NUMBER;
  out->number = made;
  return true;
}

double pst_real_outward(double value, double scale, int direction)
{
  return value + direction * guard * (scale > fabs(value) ? scale : fabs(value));
}

double pst_real_printed(const struct pst_number *number)
{
  return number->has_printed ? pst_rational_to_double(number->printed) : (double)NAN;
}

double pst_real_end(const struct pst_limit *limit)
{
  return limit->infinite != 0 ? limit->infinite * (double)INFINITY
                              : pst_rational_to_double(limit->value);
}
