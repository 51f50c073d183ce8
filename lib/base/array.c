/* array.c -- arrays that grow: one way to make room, every size checked for overflow. */
#include "base/array.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"

enum { FIRST = 8, FIRST_BYTES = 64 };

size_t pst_array_next(size_t capacity, size_t count)
{
  size_t next = capacity > SIZE_MAX / 2 ? SIZE_MAX : 2 * capacity;

  next = next < FIRST ? FIRST : next;
  return next < count ? count : next;
}

/* Pointers to any type are read and written as bytes: a pointer to one of them is no void **. */
static void *pointer_at(const void *array)
{
  void *items;

  memcpy(&items, array, sizeof items);
  return items;
}

bool pst_array_resize(void *array, size_t count, size_t each, size_t size)
{
  void *items = pointer_at(array);

  if ((each > 0 && count > SIZE_MAX / each) || count * each > SIZE_MAX / size)
    return false;
  items = realloc(items, count * each > 0 ? count * each * size : size);
  if (items == NULL) {
    pst_error_no_memory();
    return false;
  }
  memcpy(array, &items, sizeof items);
  return true;
}

bool pst_array_grow(void *array, size_t *capacity, size_t count, size_t size)
{
  size_t least = FIRST_BYTES / size,
         next = pst_array_next(*capacity, count > least ? count : least);

  if (!pst_array_resize(array, next, 1, size))
    return false;
  *capacity = next;
  return true;
}

bool pst_array_grow_in(struct pst_arena *arena, void *array, size_t *capacity, size_t count,
                       size_t size)
{
  size_t next = pst_array_next(*capacity, count);
  void *items = pst_arena_array(arena, next, size);

  if (items == NULL)
    return false;
  if (*capacity > 0)
    memcpy(items, pointer_at(array), *capacity * size);
  memcpy(array, &items, sizeof items);
  *capacity = next;
  return true;
}
