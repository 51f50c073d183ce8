/* item.c -- members of sets: equal keys, and their order. */
#include "claim/data/item.h"

#include <stdio.h>
#include <stdlib.h>

struct pst_text pst_key_text(const struct pst_key_value *key, char digits[PST_KEY_DIGITS])
{
  int size;

  if (!key->is_number)
    return key->text;
  size = snprintf(digits, PST_KEY_DIGITS, "%lld", (long long)key->number);
  return (struct pst_text){.data = digits, .size = (size_t)size};
}

struct pst_text pst_key_period(const struct pst_key_value *key, char period[PST_PERIOD_SIZE])
{
  if (key->is_number || key->period.data != NULL)
    return key->period;
  if (!pst_period_respell(key->text, period))
    return (struct pst_text){.data = NULL};
  return pst_text_of(period);
}

bool pst_key_equal(const struct pst_key_value *a, const struct pst_key_value *b)
{
  char digits_a[PST_KEY_DIGITS], digits_b[PST_KEY_DIGITS];
  char period_a[PST_PERIOD_SIZE], period_b[PST_PERIOD_SIZE];
  struct pst_text when_a, when_b;

  if (a->is_number && b->is_number)
    return a->number == b->number;
  if ((a->period.data == NULL || b->period.data == NULL)
      && pst_text_equal(pst_key_text(a, digits_a), pst_key_text(b, digits_b)))
    return true;
  when_a = pst_key_period(a, period_a);
  when_b = pst_key_period(b, period_b);
  return when_a.data != NULL && when_b.data != NULL && pst_text_equal(when_a, when_b);
}

static int by_position(const void *a, const void *b)
{
  const struct pst_item *x = a, *y = b;

  return (x->position > y->position) - (x->position < y->position);
}

void pst_items_sort(struct pst_item *items, size_t count)
{
  if (count > 1)
    qsort(items, count, sizeof *items, by_position);
}
