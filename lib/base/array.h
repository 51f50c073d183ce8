/* array.h -- arrays that grow: one way to make room, every size checked for overflow.

       struct pst_reject *items = NULL;
       size_t count = 0, capacity = 0;

       if (!PST_ARRAY_ROOM(items, capacity, count + 1))
         return pst_fail_memory(error);
       items[count++] = ...;

   The size of an element is that of the pointer's type.  What the array holds stays; what is new is
   not initialised.  False when memory is out or the size in bytes cannot be told: then nothing has
   changed. */
#ifndef PST_BASE_ARRAY_H
#define PST_BASE_ARRAY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* PST_ARRAY_ROOM: ITEMS, NULL or from malloc, has room for COUNT elements; CAPACITY, a size_t, is
   0 with NULL.  It doubles at least, so that adding n elements costs O(n).
   Tested  test_array.c  */
#define PST_ARRAY_ROOM(items, capacity, count)                                                     \
  pst_array_room(&(items), &(capacity), (count), sizeof *(items))

/* PST_ARRAY_ROOM_IN: the same for an array in ARENA, where the one before it stays. */
#define PST_ARRAY_ROOM_IN(arena, items, capacity, count)                                           \
  pst_array_room_in((arena), &(items), &(capacity), (count), sizeof *(items))

/* PST_ARRAY_RESIZE: ITEMS, NULL or from malloc, has room for exactly COUNT times EACH elements; of
   several arrays that share one capacity, which pst_array_next gives. */
#define PST_ARRAY_RESIZE(items, count, each)                                                       \
  pst_array_resize(&(items), (count), (each), sizeof *(items))

/* pst_array_next: the capacity after CAPACITY: twice that, and at least COUNT. */
size_t pst_array_next(size_t capacity, size_t count);

/* What the macros call; ARRAY is the address of a pointer to elements of SIZE bytes. */
bool pst_array_grow(void *array, size_t *capacity, size_t count, size_t size);
bool pst_array_grow_in(struct pst_arena *arena, void *array, size_t *capacity, size_t count,
                       size_t size);
bool pst_array_resize(void *array, size_t count, size_t each, size_t size);

static inline bool pst_array_room(void *array, size_t *capacity, size_t count, size_t size)
{
  return count <= *capacity || pst_array_grow(array, capacity, count, size);
}

static inline bool pst_array_room_in(struct pst_arena *arena, void *array, size_t *capacity,
                                     size_t count, size_t size)
{
  return count <= *capacity || pst_array_grow_in(arena, array, capacity, count, size);
}

#endif
