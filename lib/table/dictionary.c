/* dictionary.c -- each distinct text once, numbered by first appearance. */
#include "table/dictionary.h"

#include <limits.h>
#include <stdlib.h>

/* The slot of TEXT, or the free one where it belongs. */
static unsigned slot_of(const struct pst_dictionary *dictionary, struct pst_text text)
{
  unsigned mask = dictionary->n_slots - 1;
  unsigned long long hash = pst_text_hash(text);
  unsigned slot = (unsigned)(hash ^ hash >> 32) & mask;

  while (dictionary->slots[slot] != 0
         && !pst_text_equal(dictionary->texts[dictionary->slots[slot] - 1], text))
    slot = (slot + 1) & mask;
  return slot;
}

static bool rehash(struct pst_dictionary *dictionary)
{
  unsigned n = dictionary->n_slots == 0 ? 64 : dictionary->n_slots * 2;
  unsigned *slots = n == 0 ? NULL : calloc(n, sizeof *slots);

  if (slots == NULL)
    return false;
  free(dictionary->slots);
  dictionary->slots = slots;
  dictionary->n_slots = n;
  for (unsigned i = 0; i < dictionary->count; i++)
    dictionary->slots[slot_of(dictionary, dictionary->texts[i])] = i + 1;
  return true;
}

static bool grow(struct pst_dictionary *dictionary)
{
  unsigned capacity = dictionary->capacity == 0 ? 32 : dictionary->capacity * 2;
  struct pst_text *texts;

  if (dictionary->capacity > UINT_MAX / 4)
    return false;
  texts = realloc(dictionary->texts, capacity * sizeof *texts);
  if (texts == NULL)
    return false;
  dictionary->texts = texts;
  dictionary->capacity = capacity;
  return true;
}

unsigned pst_dictionary_add(struct pst_dictionary *dictionary, struct pst_text text)
{
  unsigned slot;
  char *copy;

  if (dictionary->count >= dictionary->n_slots / 2 && !rehash(dictionary))
    return PST_CODE_MISSING;
  slot = slot_of(dictionary, text);
  if (dictionary->slots[slot] != 0)
    return dictionary->slots[slot] - 1;
  if (dictionary->count == dictionary->capacity && !grow(dictionary))
    return PST_CODE_MISSING;
  copy = pst_arena_copy(&dictionary->arena, text.data, text.size);
  if (copy == NULL)
    return PST_CODE_MISSING;
  dictionary->texts[dictionary->count] = (struct pst_text){.data = copy, .size = text.size};
  dictionary->slots[slot] = ++dictionary->count;
  return dictionary->count - 1;
}

unsigned pst_dictionary_find(const struct pst_dictionary *dictionary, struct pst_text text)
{
  if (dictionary->n_slots == 0)
    return PST_CODE_MISSING;
  return dictionary->slots[slot_of(dictionary, text)] - 1;
}

const char *pst_dictionary_string(const struct pst_dictionary *dictionary, unsigned code)
{
  return dictionary->texts[code].data;
}

void pst_dictionary_free(struct pst_dictionary *dictionary)
{
  free(dictionary->texts);
  free(dictionary->slots);
  pst_arena_free(&dictionary->arena);
  *dictionary = (struct pst_dictionary){.count = 0};
}
