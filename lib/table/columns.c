/* columns.c -- columns by name, or #3 for the third. */
#include "table/columns.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* #3 is the third column, unless a column is called so. */
static bool by_place(const char *name, size_t n, size_t *field)
{
  char *end;
  unsigned long place;

  if (name[0] != '#' || name[1] < '1' || name[1] > '9')
    return false;
  place = strtoul(name + 1, &end, 10);
  if (*end != '\0' || place > n)
    return false;
  *field = place - 1;
  return true;
}

enum pst_columns_found pst_columns_find(const char *const *names, size_t n, const char *name,
                                        size_t *field)
{
  size_t found = 0;

  for (size_t i = 0; i < n; i++)
    if (strcmp(names[i], name) == 0 && found++ == 0)
      *field = i;
  if (found > 0)
    return found == 1 ? PST_COLUMNS_ONE : PST_COLUMNS_SEVERAL;
  return by_place(name, n, field) ? PST_COLUMNS_ONE : PST_COLUMNS_NONE;
}

static void list_some(const char *const *names, size_t n, struct pst_buffer *list)
{
  enum { MOST = 12 };

  for (size_t i = 0; i < n && i < MOST; i++)
    pst_buffer_printf(list, "%s%s", i == 0 ? "" : ", ", names[i]);
  if (n > MOST)
    pst_buffer_printf(list, " and %zu more", n - MOST);
}

static enum pst_status fail_none(const char *const *names, size_t n, const char *name,
                                 const char *file, struct pst_error *error)
{
  size_t near = pst_text_near(pst_text_of(name), names, n);
  struct pst_buffer list = {.data = NULL};
  enum pst_status status;

  if (near < n)
    return pst_fail(error, PST_USAGE, "%s has no column '%s'; did you mean '%s'?", file, name,
                    names[near]);
  list_some(names, n, &list);
  status = pst_fail(error, PST_USAGE, "%s has no column '%s'; its columns are %s", file, name,
                    pst_buffer_string(&list));
  pst_buffer_free(&list);
  return status;
}

static size_t second(const char *const *names, const char *name, size_t first)
{
  size_t i = first + 1;

  while (strcmp(names[i], name) != 0)
    i++;
  return i;
}

enum pst_status pst_columns_resolve(const char *const *names, size_t n, const char *name,
                                    const char *file, size_t *field, struct pst_error *error)
{
  size_t other;

  switch (pst_columns_find(names, n, name, field)) {
  case PST_COLUMNS_ONE:
    return PST_OK;
  case PST_COLUMNS_NONE:
    return fail_none(names, n, name, file, error);
  case PST_COLUMNS_SEVERAL:
    break;
  }
  other = second(names, name, *field);
  return pst_fail(error, PST_USAGE,
                  "%s has two columns '%s', fields %zu and %zu; write #%zu or #%zu", file, name,
                  *field + 1, other + 1, *field + 1, other + 1);
}
