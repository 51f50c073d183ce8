/* label.c -- the name of the upright axis beside a title that says the same. */
#include "figure/page/label.h"

#include <stdbool.h>
#include <string.h>

/* Where the unit of a name stands, "(USD million)"; the end of the text: it has none. */
static const char *unit_of(const char *label)
{
  const size_t size = strlen(label);
  int depth = 0;

  if (size == 0 || label[size - 1] != ')')
    return label + size;
  for (size_t i = size; i-- > 1;) {
    depth += label[i] == ')' ? 1 : label[i] == '(' ? -1 : 0;
    if (depth == 0)
      return label[i - 1] == ' ' ? label + i : label + size;
  }
  return label + size;
}

static bool says(const char *title, const char *name, size_t size)
{
  const size_t all = strlen(title);

  if (size == 0 || all < size)
    return false;
  if (strncmp(title, name, size) == 0)
    return title[size] == '\0' || title[size] == ',' || title[size] == ':';
  return all > size + 2 && strncmp(title + all - size, name, size) == 0
         && strncmp(title + all - size - 2, ": ", 2) == 0;
}

const char *pst_label_beside(const char *title, const char *label, struct pst_arena *arena)
{
  const char *unit, *copy;
  size_t size;

  if (title == NULL || label == NULL)
    return label;
  unit = unit_of(label);
  size = (size_t)(unit - label);
  if (!says(title, label, *unit == '\0' ? size : size - 1))
    return label;
  if (*unit == '\0')
    return NULL;
  copy = pst_arena_copy(arena, unit + 1, strlen(unit) - 2);
  return copy == NULL ? label : copy;
}
