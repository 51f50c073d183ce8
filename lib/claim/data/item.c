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

/* --- gaps ---------------------------------------------------------------------------------------- */

/* The place of KEY among times that follow one another, and what they are; false for what is none. */
static bool step_of(const struct pst_key_value *key, enum pst_period_kind *kind, long *step)
{
  char period[PST_PERIOD_SIZE];
  double value;

  *kind = PST_PERIOD_NONE;
  *step = (long)key->number;
  if (key->is_number)
    return key->number != INT64_MIN;
  return pst_period_parse(pst_key_period(key, period), kind, &value)
         && pst_period_step(*kind, value, step);
}

/* How far item I is from the one before it; 0: that is not known. */
static long distance(const struct pst_item *items, size_t i)
{
  enum pst_period_kind a, b;
  long from, to;

  return step_of(&items[i - 1].key, &a, &from) && step_of(&items[i].key, &b, &to) && a == b
             ? to - from
             : 0;
}

size_t pst_items_gap(const struct pst_item *items, size_t count, size_t i)
{
  size_t ones = 0;
  long far = i > 0 && i < count ? distance(items, i) : 0;

  if (far < 2)
    return 0;
  for (size_t k = 1; k < count; k++)
    ones += distance(items, k) == 1;
  return 2 * ones >= count - 1 ? (size_t)far - 1 : 0;
}

void pst_items_gap_key(const struct pst_item *items, size_t i, size_t n, char text[PST_PERIOD_SIZE])
{
  enum pst_period_kind kind;
  long from;

  step_of(&items[i - 1].key, &kind, &from);
  if (kind == PST_PERIOD_NONE)
    snprintf(text, PST_PERIOD_SIZE, "%ld", from + (long)n);
  else
    pst_period_print(kind, from + (long)n, text);
}
