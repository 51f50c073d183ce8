/* arena.c -- memory that lives as long as the run, and scratch that is given back in one step. */
#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"

enum { CHUNK_FIRST = 16 * 1024, CHUNK_MOST = 4 * 1024 * 1024 };

struct pst_arena_chunk {
  struct pst_arena_chunk *previous;
  size_t used;
  size_t size;
  max_align_t data[];
};

static size_t round_up(size_t size)
{
  const size_t step = _Alignof(max_align_t);

  return (size + step - 1) / step * step;
}

static struct pst_arena_chunk *add_chunk(struct pst_arena *arena, size_t size)
{
  struct pst_arena_chunk *chunk;

  if (size > SIZE_MAX - sizeof *chunk)
    return NULL;
  chunk = malloc(sizeof *chunk + size);
  if (chunk == NULL) {
    pst_error_no_memory();
    return NULL;
  }
  chunk->previous = arena->last;
  chunk->used = 0;
  chunk->size = size;
  arena->last = chunk;
  return chunk;
}

/* Chunks double, so that a large run makes few of them and a small one stays small. */
static size_t next_size(const struct pst_arena *arena, size_t need)
{
  size_t size = arena->last == NULL ? CHUNK_FIRST : arena->last->size * 2;

#ifdef PST_ARENA_PIECES
  size = need;
#endif
  if (size > CHUNK_MOST)
    size = CHUNK_MOST;
  return size > need ? size : need;
}

void *pst_arena_alloc(struct pst_arena *arena, size_t size)
{
  struct pst_arena_chunk *chunk = arena->last;
  void *piece;

  if (size > SIZE_MAX - _Alignof(max_align_t))
    return NULL;
  size = round_up(size > 0 ? size : 1);
#ifdef PST_ARENA_PIECES
  chunk = NULL;
#endif
  if (chunk == NULL || chunk->size - chunk->used < size)
    chunk = add_chunk(arena, next_size(arena, size));
  if (chunk == NULL)
    return NULL;
  piece = (char *)chunk->data + chunk->used;
  chunk->used += size;
  return piece;
}

bool pst_arena_room(struct pst_arena *arena, size_t size)
{
  struct pst_arena_chunk *chunk = arena->last;

#ifdef PST_ARENA_PIECES
  return true;
#endif
  return (chunk != NULL && chunk->size - chunk->used >= size)
         || add_chunk(arena, next_size(arena, size)) != NULL;
}

void *pst_arena_array(struct pst_arena *arena, size_t count, size_t size)
{
  void *piece;

  if (size > 0 && count > SIZE_MAX / size)
    return NULL;
  piece = pst_arena_alloc(arena, count * size);
  if (piece != NULL)
    memset(piece, 0, count * size);
  return piece;
}

char *pst_arena_copy(struct pst_arena *arena, const char *data, size_t size)
{
  char *piece = size == SIZE_MAX ? NULL : pst_arena_alloc(arena, size + 1);

  if (piece == NULL)
    return NULL;
  if (size > 0)
    memcpy(piece, data, size);
  piece[size] = '\0';
  return piece;
}

char *pst_arena_string(struct pst_arena *arena, const char *string)
{
  return pst_arena_copy(arena, string, strlen(string));
}

char *pst_arena_format(struct pst_arena *arena, const char *format, ...)
{
  va_list arguments;
  char *piece;
  int size;

  va_start(arguments, format);
  size = vsnprintf(NULL, 0, format, arguments);
  va_end(arguments);
  if (size < 0)
    return NULL;
  piece = pst_arena_alloc(arena, (size_t)size + 1);
  if (piece == NULL)
    return NULL;
  va_start(arguments, format);
  vsnprintf(piece, (size_t)size + 1, format, arguments);
  va_end(arguments);
  return piece;
}

struct pst_arena_mark pst_arena_mark(const struct pst_arena *arena)
{
  return (struct pst_arena_mark){.chunk = arena->last,
                                 .used = arena->last == NULL ? 0 : arena->last->used};
}

void pst_arena_release(struct pst_arena *arena, struct pst_arena_mark mark)
{
  while (arena->last != mark.chunk) {
    struct pst_arena_chunk *chunk = arena->last;

    arena->last = chunk->previous;
    free(chunk);
  }
  if (arena->last != NULL)
    arena->last->used = mark.used;
}

void pst_arena_adopt(struct pst_arena *arena, struct pst_arena *from)
{
  struct pst_arena_chunk *oldest = from->last;

  if (oldest == NULL)
    return;
  while (oldest->previous != NULL)
    oldest = oldest->previous;
  oldest->previous = arena->last;
  arena->last = from->last;
  from->last = NULL;
}

void pst_arena_free(struct pst_arena *arena)
{
  pst_arena_release(arena, (struct pst_arena_mark){.chunk = NULL, .used = 0});
}
