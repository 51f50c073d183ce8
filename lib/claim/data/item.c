/* item.c -- members of sets: equal keys, and their order. */
#include "claim/data/item.h"

#include <stdio.h>
#include <stdlib.h>

/* A year may be written as a number or as a text: "2003" is 2003. */
bool pst_key_equal(const struct pst_key_value *a, const struct pst_key_value *b)
{
  char digits[32];
  int size;

  if (a->is_number && b->is_number)
    return a->number == b->number;
  if (!a->is_number && !b->is_number)
    return pst_text_equal(a->text, b->text);
  if (b->is_number)
    return pst_key_equal(b, a);
  size = snprintf(digits, sizeof digits, "%lld", (long long)a->number);
  return pst_text_equal((struct pst_text){.data = digits, .size = (size_t)size}, b->text);
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
