/* codec.c -- what the compressions share: their first bytes, and a library loaded late. */
#include "input/codec.h"

#include <dlfcn.h>
#include <string.h>

bool pst_codec_agrees(struct pst_text first, size_t at, const char *want, size_t size)
{
  size_t there = first.size <= at ? 0 : first.size - at;

  return there == 0 || memcmp(first.data + at, want, there < size ? there : size) == 0;
}

bool pst_codec_find(void *library, const struct pst_codec_symbol *symbols, size_t count,
                    void *functions)
{
  for (size_t i = 0; i < count; i++) {
    void *address = dlsym(library, symbols[i].name);

    if (address == NULL)
      return false;
    memcpy((char *)functions + symbols[i].offset, &address, sizeof address);
  }
  return true;
}
