/* ahead.c -- a source whose next bytes can be looked at before they are read. */
#include "input/ahead.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"

/* What a source may ask for at least: pst_convert_read. */
enum { LEAST = 16 };

static enum pst_status make_room(struct pst_ahead *ahead, size_t size, struct pst_error *error)
{
  size_t capacity = size > SIZE_MAX - LEAST ? SIZE_MAX : size + LEAST;

  if (ahead->used > 0)
    memmove(ahead->data, ahead->data + ahead->used, ahead->size - ahead->used);
  ahead->size -= ahead->used;
  ahead->used = 0;
  if (!PST_ARRAY_ROOM(ahead->data, ahead->capacity, capacity))
    return pst_fail_memory(error);
  return PST_OK;
}

enum pst_status pst_ahead_peek(struct pst_ahead *ahead, size_t size, struct pst_text *text,
                               struct pst_error *error)
{
  enum pst_status status = make_room(ahead, size, error);
  size_t got = 1;

  while (status == PST_OK && ahead->size < size && got > 0) {
    got = 0;
    status = ahead->source(ahead->context, ahead->data + ahead->size, ahead->capacity - ahead->size,
                           &got, error);
    ahead->size += got;
  }
  text->data = ahead->data;
  text->size = ahead->size < size ? ahead->size : size;
  return status;
}

void pst_ahead_skip(struct pst_ahead *ahead, size_t count)
{
  assert(count <= ahead->size - ahead->used);
  ahead->used += count;
}

enum pst_status pst_ahead_read(void *context, char *data, size_t size, size_t *got,
                               struct pst_error *error)
{
  struct pst_ahead *ahead = context;
  size_t left = ahead->size - ahead->used;

  if (left == 0)
    return ahead->source(ahead->context, data, size, got, error);
  *got = left < size ? left : size;
  memcpy(data, ahead->data + ahead->used, *got);
  ahead->used += *got;
  return PST_OK;
}

void pst_ahead_free(struct pst_ahead *ahead)
{
  free(ahead->data);
  ahead->data = NULL;
  ahead->used = ahead->size = ahead->capacity = 0;
}
