/* window.c -- the stretch of a text that is in memory while the text is read from front to back. */
#include "table/read/window.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "input/input.h"

enum pst_status pst_window_open(struct pst_window *window, struct pst_input *input,
                                unsigned long long base, struct pst_error *error)
{
  *window = (struct pst_window){
      .input = input, .text = malloc(PST_WINDOW_BLOCK), .capacity = PST_WINDOW_BLOCK, .base = base};
  return window->text == NULL ? pst_fail_memory(error) : PST_OK;
}

void pst_window_of(struct pst_window *window, struct pst_text text, bool whole)
{
  *window =
      (struct pst_window){.text = (char *)(uintptr_t)text.data, .size = text.size, .at_end = whole};
}

static enum pst_status make_room(struct pst_window *window, size_t from, struct pst_error *error)
{
  memmove(window->text, window->text + from, window->size - from);
  window->size -= from;
  window->base += from;
  if (window->capacity - window->size >= PST_WINDOW_BLOCK / 2)
    return PST_OK;
  if (window->size >= PST_WINDOW_MOST)
    return PST_UNDEFINED;
  if (!PST_ARRAY_ROOM(window->text, window->capacity, window->capacity + 1))
    return pst_fail_memory(error);
  return PST_OK;
}

enum pst_status pst_window_fill(struct pst_window *window, size_t from, struct pst_error *error)
{
  enum pst_status status = make_room(window, from, error);

  while (status == PST_OK && !window->at_end && window->size < window->capacity) {
    size_t got = 0;

    status = pst_input_read(window->input, window->text + window->size,
                            window->capacity - window->size, &got, error);
    window->size += got;
    window->at_end = got == 0;
  }
  return status;
}

void pst_window_close(struct pst_window *window)
{
  if (window->input != NULL)
    free(window->text);
}
