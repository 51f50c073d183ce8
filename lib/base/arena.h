/* arena.h -- memory that lives as long as the run, and scratch that is given back in one step.

   An arena belongs to one thread.  Nothing in it is freed alone: pst_arena_release gives back all
   that came after a mark, pst_arena_free everything.  Built with -DPST_ARENA_PIECES (the sanitizer
   builds do), each piece is an allocation of its own, so that overruns and use after release show. */
#ifndef PST_BASE_ARENA_H
#define PST_BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

struct pst_arena_chunk;

struct pst_arena {
  struct pst_arena_chunk *last; /* newest chunk; NULL when empty */
};

struct pst_arena_mark {
  struct pst_arena_chunk *chunk;
  size_t used;
};

/* An empty arena is all zero; no call is needed to make one. */
#define PST_ARENA_EMPTY                                                                            \
  {                                                                                                \
    NULL                                                                                           \
  }

/* pst_arena_alloc: SIZE bytes, aligned for any type, not initialised; NULL when memory is out. */
void *pst_arena_alloc(struct pst_arena *arena, size_t size);

/* pst_arena_array: COUNT elements of SIZE bytes, zeroed; NULL when out of memory or when
   COUNT * SIZE overflows. */
void *pst_arena_array(struct pst_arena *arena, size_t count, size_t size);

/* pst_arena_copy: SIZE bytes of DATA and a closing NUL; pst_arena_string: the same of a C string. */
char *pst_arena_copy(struct pst_arena *arena, const char *data, size_t size);
char *pst_arena_string(struct pst_arena *arena, const char *string);

/* pst_arena_format: a printf-style string; NULL when out of memory. */
char *pst_arena_format(struct pst_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* pst_arena_room: the next SIZE bytes, in pieces, come without memory being asked for: a loop that marks and releases
   below that uses the same memory again; false when out of memory. */
bool pst_arena_room(struct pst_arena *arena, size_t size);

struct pst_arena_mark pst_arena_mark(const struct pst_arena *arena);
void pst_arena_release(struct pst_arena *arena, struct pst_arena_mark mark);
/* pst_arena_adopt: all that is in FROM belongs to ARENA from now on; FROM is empty then. */
void pst_arena_adopt(struct pst_arena *arena, struct pst_arena *from);
void pst_arena_free(struct pst_arena *arena);

#endif
